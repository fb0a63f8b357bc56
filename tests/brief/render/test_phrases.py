from dataclasses import replace

import pytest

from tests.brief.making import report, said, statement
from tests.brief.render.making import empty, small
from tocsin.brief import Line, plan
from tocsin.brief.render import phrases
from tocsin.record import Act, Document, Mode, Statement


def _line(pair: tuple[Document, Statement]) -> Line:
    document, one = pair
    return plan([document], [one], title="x").sections[0].lines[0]


@pytest.mark.parametrize(
    ("act", "cue", "mode", "expected"),
    [
        (Act.SAY, "added", Mode.DIRECT, "said:"),
        (Act.SAY, "according to", Mode.INDIRECT, "said, as reported:"),
        (Act.DENY, "has denied", Mode.INDIRECT, "denied, as reported:"),
        (Act.DENY, "dismissed as", Mode.MIXED, "denied (“dismissed as”):"),
        (Act.DENY, "told reporters", Mode.MIXED, "denied, saying:"),
        (Act.REQUEST, "called  on\nall", Mode.MIXED, "called for:"),
        (Act.REQUEST, "urged\nagain", Mode.MIXED, "called for (“urged again”):"),
        (Act.ANNOUNCE, "plans to", Mode.INDIRECT, "announced (“plans to”), as reported:"),
        (
            Act.ANNOUNCE,
            "went on at some length about everything that it was about to do",
            Mode.DIRECT,
            "announced:",
        ),
    ],
)
def test_the_lead_shows_the_reports_own_verb_where_it_is_another(
    act: Act, cue: str, mode: Mode, expected: str
) -> None:
    assert phrases.lead(_line(said("“that ships leave”", act=act, cue=cue, mode=mode))) == expected


def test_a_line_tells_in_the_reports_words_where_they_are_a_sentence() -> None:
    document = report("Marta Lind on Monday urged all sides to wait. She was asked to say why.")
    one = statement(
        document,
        "all sides to wait",
        speaker="Marta Lind",
        source="Marta Lind",
        cue="urged",
        mode=Mode.INDIRECT,
    )
    line = plan([document], [one], title="x").sections[0].lines[0]
    assert phrases.saying(line) == " on Monday urged all sides to wait"
    whole = replace(line, told=None, sentence="All sides to wait, said Lind.")
    assert phrases.saying(whole) == ", as reported: “All sides to wait, said Lind.”"


def test_the_summary_tells_what_is_unknown() -> None:
    assert phrases.summary(empty()) == "No date known: 0 reports, outlets unknown"
    later = replace(small(), counts=replace(small().counts, versions=2))
    assert "2 later versions" in phrases.summary(later)


def test_what_is_unknown_of_a_citation_is_said() -> None:
    citation = replace(
        small().citations[0], outlet=None, title=None, published=None, url=None, origin=None, document="doc-1"
    )
    assert (phrases.outlet(citation), phrases.title(citation)) == ("Unknown outlet", "Untitled")
    assert (phrases.published(citation), phrases.address(citation)) == ("undated", "document doc-1")
    assert phrases.address(replace(citation, origin="a.txt")) == "a.txt"
