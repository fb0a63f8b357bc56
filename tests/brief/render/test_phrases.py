from dataclasses import replace

import pytest

from tests.brief.making import said
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


def test_counts_are_in_the_singular_where_they_are_one() -> None:
    line = _line(said("“We wait.”"))
    assert phrases.carried(line) == "published 13 April 2021; 1 document, 1 outlet"
    more = replace(line, documents=3, outlets=2)
    assert phrases.carried(more) == "first published 13 April 2021; 3 documents, 2 outlets"
    unknown = replace(line, when=None, outlets=0)
    assert phrases.carried(unknown) == "date of publication unknown; 1 document, outlet unknown"


def test_the_summary_tells_what_is_unknown() -> None:
    assert phrases.summary(empty()) == "No date known: 0 documents, 0 outlets, 0 statements"
    later = replace(small(), counts=replace(small().counts, versions=2))
    assert "2 later versions" in phrases.summary(later)


def test_honesty_names_versions_moment_and_what_is_left_out() -> None:
    made, left, *_ = phrases.honesty(small())
    assert "by extract@1, model@0123abcd, brief@3" in made
    assert "as known at 2021-04-15" in made
    assert "1 in titles, captions" in left
    broken = replace(small(), as_of=None, counts=replace(small().counts, aside=0, unusable=2))
    made, left, *_ = phrases.honesty(broken)
    assert "without a cut-off date" in made
    assert "2 whose document or exact words are missing: run “tocsin verify”" in left
    assert len(phrases.honesty(replace(small(), counts=replace(small().counts, aside=0)))) == 3


def test_what_is_unknown_of_a_citation_is_said() -> None:
    citation = replace(
        small().citations[0], outlet=None, title=None, published=None, url=None, origin=None, document="doc-1"
    )
    assert (phrases.outlet(citation), phrases.title(citation)) == ("Unknown outlet", "Untitled")
    assert (phrases.published(citation), phrases.address(citation)) == ("undated", "document doc-1")
    assert phrases.address(replace(citation, origin="a.txt")) == "a.txt"
