from hypothesis import given
from hypothesis import strategies as st

from tests.brief.making import report, span
from tocsin.brief.words import quoted, said, shown, tokens
from tocsin.record import Mode, Span


def _span(text: str) -> Span:
    return Span.of(text, 0, len(text))


def test_tokens_do_not_see_marks_accents_and_case() -> None:
    assert tokens("«Le général» didn’t go") == tokens("le GENERAL didn't go")


def test_an_opening_that_does_not_count() -> None:
    assert said((_span("that the port stays open"),)) == said((_span("the port stays open"),))
    assert said((_span("the hope that it stays"),))[0] == "the"


def test_quoted_finds_every_kind_of_mark() -> None:
    text = 'it was “far away”, «trop loin», „zu weit“, "too far" and ‘the crew’s own fault’'
    assert quoted((_span(text),), Mode.MIXED) == (
        ("far", "away"),
        ("trop", "loin"),
        ("zu", "weit"),
        ("too", "far"),
        ("the", "crews", "own", "fault"),
    )


def test_a_quotation_may_go_on_past_its_paragraph() -> None:
    assert quoted((_span("“We sailed at dawn and saw nobody"),), Mode.MIXED) == (
        ("we", "sailed", "at", "dawn", "and", "saw", "nobody"),
    )


def test_all_words_of_direct_speech_are_quoted_and_none_of_indirect() -> None:
    assert quoted((_span("We sailed"),), Mode.DIRECT) == (("we", "sailed"),)
    assert quoted((_span("that “we” sailed"),), Mode.INDIRECT) == ()


def test_shown_joins_an_interrupted_quotation_and_the_lines_of_wrapped_text() -> None:
    document = report("“We sailed\nat dawn,” she said, “and saw nobody.”")
    contents = (span(document, "“We sailed\nat dawn,”"), span(document, "“and saw nobody.”"))
    assert shown(contents, width=200) == "“We sailed at dawn,” […] “and saw nobody.”"


def test_shown_closes_the_mark_that_it_cuts() -> None:
    assert shown((_span("“We sailed at dawn and saw nobody.”"),), width=20) == "“We sailed at dawn …”"
    assert shown((_span("that the fleet sailed at dawn"),), width=15) == "that the fleet …"


def test_shown_cuts_a_word_that_is_too_long_by_itself() -> None:
    assert shown((_span("x" * 50),), width=10) == "x" * 10 + " …"


@given(st.text(min_size=1, max_size=300).filter(str.strip), st.integers(min_value=1, max_value=320))
def test_what_is_shown_is_the_beginning_of_what_was_said(text: str, width: int) -> None:
    whole = " ".join(text.split())
    result = shown((_span(text),), width=width)
    kept = result.rpartition(" …")[0] if len(whole) > width else result
    assert whole.startswith(kept)
    assert len(kept) <= width
