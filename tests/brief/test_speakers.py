import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.brief.speakers import name_tokens, same_speaker

_NAMES = st.sampled_from(
    [
        "Marta Lind",
        "Lind",
        "Minister Lind",
        "the foreign ministry",
        "Northern foreign ministry",
        "the minister",
    ]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Lind", "Lind"),
        ("Harbour Minister Lind", "Marta Lind"),
        ("Mr Lind", "the Lind"),
        ("the Northern foreign ministry", "Foreign Ministry"),
        ("José Márquez", "Jose Marquez"),
    ],
)
def test_names_of_one_speaker(one: str, other: str) -> None:
    assert same_speaker(name_tokens(one), name_tokens(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Lind", "Marta Berg"),
        ("Northern foreign ministry", "Southern foreign ministry"),
        ("the minister of ports", "the minister"),
        ("a harbour official", "a customs official"),
        ("", "Lind"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert not same_speaker(name_tokens(one), name_tokens(other))


def test_a_name_of_articles_only_keeps_them() -> None:
    assert name_tokens("The The") == ("the", "the")


@given(_NAMES, _NAMES)
def test_sameness_has_no_direction(one: str, other: str) -> None:
    first, second = name_tokens(one), name_tokens(other)
    assert same_speaker(first, second) == same_speaker(second, first)
    assert same_speaker(first, first)
