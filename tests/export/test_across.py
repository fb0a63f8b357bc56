"""What is found across reports as CSV: a row for a member, for a report of a story, for a passage."""

from collections.abc import Iterable
from csv import DictReader
from dataclasses import replace
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from tests.codec.test_across import CHANGE, COPY, FIGURES, FINDING, MEMBERSHIP, STORY
from tests.store.samples import HARBOUR, document
from tocsin.export import changes_csv, copies_csv, findings_csv, stories_csv, unguarded
from tocsin.export.across import CHANGES, COPIES, FINDINGS, STORIES
from tocsin.record import Document, Span

OF = document(HARBOUR, published="2021-04-13", outlet="Dawn")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def fetch(_: str) -> Document:
    return OF


def rows(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(DictReader(StringIO("".join(lines), newline="")))


def test_a_finding_has_a_row_for_each_member_with_its_words_and_the_counts() -> None:
    first, second = rows(findings_csv([(FINDING, FIGURES)], document=fetch))
    assert tuple(first) == FINDINGS
    assert (first["finding"], second["finding"]) == (FINDING.id, FINDING.id)
    assert (first["documents"], first["outlets"], first["families"], first["origins"]) == ("2", "2", "2", "1")
    assert (first["record"], first["record_kind"]) == (FINDING.members[0].record, "figure")
    assert (first["start"], first["end"], first["quote"]) == ("0", "9", "26 troops")
    assert (first["best"], second["best"], first["bound"]) == ("26", "27", "exact")
    assert (first["origin_told"], first["open_since"]) == ("yes", "")
    assert (first["document_outlet"], first["document_published"]) == ("Dawn", "2021-04-13")


def test_a_story_has_a_row_for_each_report_with_why() -> None:
    (row,) = rows(stories_csv([(STORY, [MEMBERSHIP])], document=fetch))
    assert tuple(row) == STORIES
    assert (row["story"], row["document"], row["documents"]) == ("sto-1", "doc-1", "2")
    assert (row["title"], row["central"], row["ties"]) == ("", "yes", "place: Port Sel")
    assert row["why"] == MEMBERSHIP.why


def test_a_copy_has_a_row_for_each_passage_with_both_sides() -> None:
    (row,) = rows(copies_csv([COPY], document=fetch))
    assert tuple(row) == COPIES
    assert (row["left_start"], row["left_end"], row["left_quote"]) == ("3", "12", "the ferry")
    assert (row["right_quote"], row["direction"], row["right_share"]) == ("the ferry", "left to right", "1.0")
    assert row["reasons"] == "issuer +0.50: it is what the issuer put out"


def test_a_change_has_a_row() -> None:
    (row,) = rows(changes_csv([CHANGE]))
    assert tuple(row) == CHANGES
    assert (row["kind"], row["before"], row["after"], row["records"]) == ("revised", "26", "27", "fig-2")


@given(WORDS)
def test_no_words_of_a_report_are_a_formula(words: str) -> None:
    span = Span(start=0, end=len(words), text=words)
    passage = replace(COPY.passages[0], left=span, right=span)
    (copied,) = rows(copies_csv([replace(COPY, passages=(passage,))], document=fetch))
    (told,) = rows(stories_csv([(replace(STORY, title=words), [MEMBERSHIP])], document=fetch))
    (changed,) = rows(changes_csv([replace(CHANGE, words=words)]))
    for cell in (copied["left_quote"], copied["right_quote"], told["title"], changed["words"]):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert unguarded(cell) == words


def test_the_columns_are_a_contract() -> None:
    assert " ".join(FINDINGS) == (
        "finding kind question status statuses documents outlets families origins untold first last "
        "open_since record record_kind document stance origin origin_name origin_kind origin_told "
        "known from to low best high bound start end quote why score document_outlet document_title "
        "document_published document_url"
    )
    assert " ".join(STORIES) == (
        "story title documents first last cohesion document central score nearest ties why document_outlet "
        "document_title document_published document_url"
    )
    assert " ".join(COPIES) == (
        "copy kind direction source left right left_share right_share shared closeness same words speaker "
        "left_start left_end left_quote right_start right_end right_quote reasons why score left_outlet "
        "left_published right_outlet right_published"
    )
    assert " ".join(CHANGES) == "kind at words before after finding story copy records documents why"
