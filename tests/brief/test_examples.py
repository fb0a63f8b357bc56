"""Briefs of real-looking reports: the examples, with the statements that a careful reader found in them."""

import re
from json import loads
from pathlib import Path

import pytest

from tests.brief.making import dated
from tocsin.brief import Brief, plan
from tocsin.brief.render import FORMS, Form, text
from tocsin.record import Act, BlockKind, Document, Mode, Resolution, Span, Speaker, Statement, content_id

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = {
    "daily-meridian-2021-04-14": ("Daily Meridian", "2021-04-14", "daily-meridian-2021-04-14.txt"),
    "example-wire-2021-04-12": ("Example Wire", "2021-04-12", "example-wire.jsonl"),
    "harbour-post-2021-04-12-mayorsk-front-line": (
        "The Harbour Post",
        "2021-04-12",
        "harbour-post-2021-04-12-mayorsk-front-line.md",
    ),
}


def _text(name: str) -> str:
    body = (EXAMPLES / "reports" / name).read_bytes().decode("utf-8-sig")
    return str(loads(body.splitlines()[1])["text"]) if name.endswith(".jsonl") else body


def _span(text: str, words: str | None) -> Span | None:
    start = text.find(words) if words else -1
    return Span.of(text, start, start + len(words)) if words and start >= 0 else None


def _statement(document: Document, number: int, gold: dict[str, object]) -> Statement:
    contents = gold["contents"]
    assert isinstance(contents, list)
    found = [span for words in contents if (span := _span(document.text, str(words)))]
    name = str(gold["speaker"] or "")
    source = _span(document.text, str(gold["source"]) if gold["source"] else None)
    place = source or found[0]
    return Statement(
        id=content_id("st", document.id, str(number)),
        document=document.id,
        source=source,
        speaker=Speaker(name=name, how=Resolution.NAMED, span=place) if name else None,
        cue=_span(document.text, str(gold["cue"]) if gold["cue"] else None),
        contents=tuple(found),
        mode=Mode(str(gold["mode"])),
        act=Act(str(gold["act"])),
        via=(),
        block=BlockKind.BODY,
        why="read by a person",
        score=1.0,
    )


@pytest.fixture(scope="module")
def brief() -> Brief:
    documents, statements = [], []
    for gold, (outlet, day, name) in REPORTS.items():
        words = _text(name)
        document = Document(
            id=Document.make_id(words, url=None, outlet=outlet, published=day),
            text=words,
            title=gold,
            origin=f"examples/reports/{name}",
            outlet=outlet,
            published=dated(day),
            language="en",
        )
        documents.append(document)
        entries = loads((EXAMPLES / "gold" / f"{gold}.json").read_text("utf-8"))
        statements += [_statement(document, number, entry) for number, entry in enumerate(entries)]
    return plan(documents, statements, title="The examples", made_by=("a careful reader",))


def test_three_reports_of_two_days(brief: Brief) -> None:
    assert (brief.counts.documents, brief.counts.outlets, brief.counts.unusable) == (3, 3, 0)
    assert [section.day for section in brief.sections] == ["2021-04-12", "2021-04-14"]
    assert all(len(section.lines) == 8 and section.more > 0 for section in brief.sections)


def test_what_matters_comes_first(brief: Brief) -> None:
    for section in brief.sections:
        assert section.lines[0].act in {Act.DENY, Act.REQUEST, Act.REFUSE}
        assert Act.SAY not in {line.act for line in section.lines[:3]}


def test_every_word_shown_stands_in_its_report(brief: Brief) -> None:
    cited = {citation.number: citation for citation in brief.citations}
    for section in brief.sections:
        for line in section.lines:
            words = " ".join(" ".join(span.text for span in cited[line.citations[0]].spans).split())
            for piece in re.split(r" \[…\] | …", line.words):
                assert piece.strip("”") in words


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.name))
def test_every_form_shows_every_line_and_citation(brief: Brief, form: Form) -> None:
    page = form.render(brief)
    for citation in brief.citations:
        assert str(citation.outlet) in page
        assert str(citation.spans[0].start) in page or form.name in {"html", "markdown"}
    for section in brief.sections:
        assert section.heading in page
        assert str(section.more) in page


def test_the_text_form_fits_a_terminal(brief: Brief) -> None:
    assert max(map(len, text(brief).splitlines())) <= 88
