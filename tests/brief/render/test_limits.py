from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.render.making import empty, small
from tocsin.brief import Refused
from tocsin.brief.render.limits import NOT_COUNTED, UNPROVEN, WORDS, limits


def test_the_note_names_versions_moment_and_what_is_left_out() -> None:
    whole = " ".join(limits(small()))
    assert "Made of 7 reports of 2 outlets (1 report of unknown outlet), as known at 2021-04-15" in whole
    assert "by extract@1, model@0123abcd, brief@4" in whole
    assert "1 in titles, captions" in whole
    assert "1 report is not dated" in whole
    broken = replace(small(), as_of=None, counts=replace(small().counts, aside=0, unusable=2, unread=3))
    whole = " ".join(limits(broken))
    assert "without a cut-off date" in whole
    assert "2 whose document or exact words are missing: run “tocsin verify”" in whole
    assert "3 reports could not be read" in whole


def test_the_note_tells_copies_single_sources_refusals_and_stories_left_out() -> None:
    counts = replace(small().counts, copied=2, findings=9, single=7, versions=1)
    refused = (Refused(words="40 ships", missing=("40",), records=("st-1",)),)
    whole = " ".join(limits(replace(small(), counts=counts, refused=refused, more_stories=4)))
    assert "2 reports are copied from another of these" in whole
    assert "7 of 9 questions rest on one origin alone" in whole
    assert "1 line refused" in whole
    assert "4 more stories in the case: list them with “tocsin stories”" in whole
    assert "1 later version of these reports" in whole


@pytest.mark.parametrize(
    ("copies", "shared", "told"),
    [
        (0, 0.0, "No two reports were found to have passages in common."),
        (3, 0.45, "No report has half or more of its own words from another; “tocsin copies” lists 3 pairs"),
        (1, 0.9, "No two reports count as one text; “tocsin copies” lists 1 pair that shares passages."),
    ],
)
def test_the_note_says_how_much_reports_share_where_none_is_a_copy(
    copies: int, shared: float, told: str
) -> None:
    counts = replace(small().counts, copied=0, findings=9, copies=copies, shared=shared)
    assert told in " ".join(limits(replace(small(), counts=counts)))


def test_the_note_says_nothing_of_copies_where_nobody_looked() -> None:
    counts = replace(small().counts, copied=0, findings=9, copies=None)
    assert "another" not in " ".join(limits(replace(small(), counts=counts))).replace("one another", "")


@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3), st.booleans())
def test_the_note_is_never_empty(copied: int, findings: int, unread: int, something: bool) -> None:  # noqa: FBT001
    brief = small() if something else empty()
    made = limits(
        replace(brief, counts=replace(brief.counts, copied=copied, findings=findings, unread=unread))
    )
    assert made[0] == UNPROVEN
    assert WORDS in made
    assert (NOT_COUNTED in made) is not bool(findings)
