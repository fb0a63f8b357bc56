"""The id that was meant: a lost prefix, a wrong end; never a guess between several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import CaseError
from tocsin.nearest import LEAST, PREFIXES, nearest_id

IDS = (
    "doc-0123456789abcdef0123",
    "st-0123456789abcdef9999",
    "nam-fedcba98765432100000",
    "st-aaaa000000000000aaaa",
)


def full_id(beginning: str) -> str:
    found = [each for each in IDS if each.startswith(beginning)]
    if len(found) != 1:
        raise CaseError(f"{len(found)} of them", advice="look")
    return found[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fedcba98765432100000", IDS[2]),
        ("fedcba", IDS[2]),
        ("NAM-FEDCBA", IDS[2]),
        (" st-aaaa00x ", IDS[3]),
        ("st-0123456789abcdef9998", IDS[1]),
        ("statement-aaaa0", IDS[3]),
        ("st_aaaa", None),
        ("st-bbbb", None),
        ("st-", None),
        ("", None),
        ("-", None),
        ("…", None),
    ],
)
def test_what_was_meant(typed: str, meant: str | None) -> None:
    assert nearest_id(typed, full_id) == meant


@given(st.sampled_from(IDS), st.integers(0, 3), st.text("ghijk", max_size=4))
def test_an_id_with_a_wrong_end_is_found(meant: str, lost: int, wrong: str) -> None:
    assert nearest_id(meant[: len(meant) - lost] + wrong, full_id) == meant


@given(st.text(max_size=30))
def test_any_text_is_an_id_or_none(typed: str) -> None:
    assert nearest_id(typed, full_id) in (*IDS, None)


def test_few_digits_are_no_ground_for_a_guess() -> None:
    assert nearest_id(f"x-{'f' * (LEAST - 1)}", full_id) is None


def test_every_prefix_is_tried() -> None:
    tried: list[str] = []

    def none(guess: str) -> str:
        tried.append(guess)
        raise CaseError("none", advice="look")

    assert nearest_id("abcde", none) is None
    assert {each.partition("-")[0] for each in tried} == set(PREFIXES)
    assert len(tried) == len(set(tried))
