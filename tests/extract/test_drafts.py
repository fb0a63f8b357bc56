"""Attributions put in order, and which of them stand in another's words."""

import pytest

from tests.extract.build import Report
from tocsin.extract.drafts import Draft, drafts, ordered
from tocsin.extract.holders import Holders
from tocsin.extract.layout import Layout
from tocsin.model.layers import Found, FoundAttribution
from tocsin.record import Mode

TEXT = "Ada Weir said that Jon Bell claimed “victory” in Oslo. It rained, she added."


def layout() -> Layout:
    report = Report(TEXT)
    return Layout.of(report.document, report.layers)


def draft(
    source: str | None = None, cue: str | None = None, *contents: str, score: float = 0.9, text: str = TEXT
) -> Draft:
    def span(words: str | None) -> tuple[int, int] | None:
        return (text.index(words), text.index(words) + len(words)) if words else None

    found = [place for words in contents if (place := span(words)) is not None]
    return Draft.of(layout(), source=span(source), cue=span(cue), contents=tuple(found), score=score)


def test_a_draft_knows_where_it_begins_and_ends() -> None:
    found = draft("she", "added", "It rained")
    assert TEXT[found.start : found.end] == "It rained, she added"
    assert found.anchor == TEXT.index("she")
    assert found.mode is Mode.INDIRECT


def test_without_a_source_the_cue_is_where_it_stands() -> None:
    assert draft(None, "added", "It rained").anchor == TEXT.index("added")
    assert draft(None, None, "It rained").anchor == TEXT.index("It rained")


def test_a_draft_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="without spans"):
        Draft.of(layout(), source=None, cue=None, contents=(), score=1.0)


def test_drafts_stand_in_the_order_of_their_speakers() -> None:
    late, early = draft("she", "added", "It rained"), draft("Ada Weir", "said", "Jon Bell")
    assert ordered([late, early]) == (early, late)


def test_equal_drafts_are_one_and_the_likelier_stays() -> None:
    (found,) = ordered([draft("she", "added", score=0.2), draft("she", "added", score=0.7)])
    assert found.score == pytest.approx(0.7)


def test_the_models_spans_are_tidied() -> None:
    def found(words: str, label: str) -> Found:
        start = TEXT.index(words)
        return Found(start=start, end=start + len(words), label=label, score=0.9)

    given = FoundAttribution(
        source=found(" Jon Bell ", "source"),
        cue=found("claimed ", "cue"),
        contents=(found("victory", "content"),),
        score=0.9,
    )
    (made,) = drafts(layout(), [given])
    assert made.source is not None
    assert made.cue is not None
    places = (made.source, made.cue, *made.contents)
    assert [TEXT[s:e] for s, e in places] == ["Jon Bell", "claimed", "“victory”"]


def test_an_attribution_of_empty_spans_is_none() -> None:
    empty = Found(start=3, end=4, label="source", score=0.9)
    given = FoundAttribution(source=empty, cue=None, contents=(), score=0.9)
    assert drafts(layout(), [given]) == ()


def test_one_unlikely_part_makes_the_whole_unlikely() -> None:
    def found(words: str, score: float) -> Found:
        return Found(start=TEXT.index(words), end=TEXT.index(words) + len(words), label="x", score=score)

    sure = FoundAttribution(source=found("she", 0.9), cue=found("added", 0.9), contents=(), score=0.9)
    unsure = FoundAttribution(source=found("she", 0.9), cue=found("added", 0.1), contents=(), score=0.9)
    assert drafts(layout(), [sure])[0].score == pytest.approx(0.9)
    assert drafts(layout(), [unsure])[0].score == pytest.approx(0.3)


# -- holders ---------------------------------------------------------------------------------------

OUTER = "that Jon Bell claimed “victory” in Oslo"


def test_a_content_holds_the_attribution_inside_it() -> None:
    found = (draft("Ada Weir", "said", OUTER), draft("Jon Bell", "claimed", "“victory” in Oslo"))
    holders = Holders.of(found)
    assert holders.holder(found[1], 1) == 0
    assert holders.holder(found[0], 0) is None


def test_the_narrowest_content_is_the_holder() -> None:
    found = (
        draft("Ada Weir", "said", OUTER),
        draft(None, None, "Jon Bell claimed “victory” in Oslo"),
        draft("Jon Bell", "claimed", "“victory” in Oslo"),
    )
    assert Holders.of(found).holder(found[2], 2) == 1


def test_a_content_as_wide_as_all_of_another_holds_it() -> None:
    found = (
        draft("Ada Weir", "said", "Jon Bell claimed “victory”"),
        draft("Jon Bell", "claimed", "“victory”"),
    )
    assert Holders.of(found).holder(found[1], 1) == 0


def test_equal_contents_do_not_hold_one_another() -> None:
    found = (draft(None, None, "It rained"), draft("she", "added", "It rained"))
    holders = Holders.of(found)
    assert holders.holder(found[0], 0) is None
    assert holders.holder(found[1], 1) is None


def test_what_a_content_holds_by_place() -> None:
    holders = Holders.of((draft("Ada Weir", "said", OUTER), draft("Jon Bell", "claimed", "“victory”")))
    assert holders.holds(TEXT.index("Oslo"))
    assert not holders.holds(TEXT.index("Ada"))
    assert not holders.holds(TEXT.index("It rained"))
    assert not Holders.of(()).holds(3)


def test_a_relative_word_alone_is_no_content() -> None:
    start = TEXT.index("that Jon")
    that = Found(start=start, end=start + 4, label="content", score=0.9)
    given = FoundAttribution(source=None, cue=None, contents=(that,), score=0.9)
    assert drafts(layout(), [given], fillers=frozenset({"that"})) == ()
    assert len(drafts(layout(), [given])) == 1
