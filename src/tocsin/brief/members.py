"""The members of a finding that a line may rest on, and which of them are cited."""

from collections.abc import Sequence
from typing import Final

from tocsin.brief.days import instant
from tocsin.brief.material import Fact, Material
from tocsin.record import Document
from tocsin.record.finding import Finding, Member

CITED: Final = 3  # reports that are cited for one source; others are counted

Cited = tuple[Member, Fact]


def usable(finding: Finding, material: Material) -> list[Cited]:
    """Return the members that a line may rest on, with their records, by when they were known."""
    found = [(m, material.facts[m.record]) for m in finding.members if m.record in material.facts]
    return sorted(found, key=lambda each: (instant(each[0].known), material.place(each[1])))


def source_of(fact: Fact, material: Material) -> str | None:
    """Return who is said to say it, as the report has it: the speaker's name, else its words for them."""
    statement = material.said_in(fact)
    if statement is None:
        return None
    if statement.speaker:
        return " ".join(statement.speaker.name.split())
    return " ".join(statement.source.text.split()) if statement.source else None


def outlet_of(document: Document) -> str:
    """Return the outlet of a report, else where it was read from, by its last part."""
    place = document.url or document.origin or document.id
    return document.outlet or place.rstrip("/").replace("\\", "/").rpartition("/")[2]


def chosen(facts: Sequence[Fact], material: Material) -> list[Fact]:
    """Return what is cited of a source: its earliest report, then others of other texts and outlets."""
    first: list[Fact] = []
    texts: set[str] = set()
    for fact in facts:
        report = material.report(fact)
        text = material.family.get(report.id, report.version_of or report.id)
        if text not in texts and len(first) < CITED:
            texts.add(text)
            first.append(fact)
    return first
