"""Citations: one for each document of each line, numbered in the order of the lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tocsin.brief.claims import Claim, rests_on
from tocsin.brief.groups import Cited
from tocsin.brief.parts import Citation
from tocsin.record import Document, Event, Figure, Span, Statement

C = TypeVar("C", bound=Figure | Event)


@dataclass(frozen=True, slots=True)
class Numbered:
    """All citations of a brief, and the numbers of each line's."""

    all: tuple[Citation, ...]
    by_record: dict[str, int]

    @classmethod
    def of(cls, lines: Iterable[Sequence[Citation]]) -> "Numbered":
        """Return the citations of all lines, numbered from 1."""
        flat = (citation for line in lines for citation in line)
        numbered = tuple(replace(citation, number=n) for n, citation in enumerate(flat, start=1))
        carried = ((citation, (*citation.statements, *citation.records)) for citation in numbered)
        return cls(numbered, {i: citation.number for citation, ids in carried for i in ids})

    def numbers(self, group: Iterable[Cited]) -> tuple[int, ...]:
        """Return the numbers of the citations that carry a group's statements, ascending."""
        return self.numbers_of(cited.statement.id for cited in group)

    def numbers_of(self, records: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the citations that carry the records of these ids, ascending."""
        return tuple(sorted({self.by_record[record] for record in records}))


def cite(group: Sequence[Cited]) -> tuple[Citation, ...]:
    """Return one citation, not yet numbered, for each document of a line: the head's first."""
    by_document: dict[str, list[Cited]] = {}
    for cited in group:
        by_document.setdefault(cited.document.id, []).append(cited)
    return tuple(_citation(members) for members in by_document.values())


def cite_claims(claims: Sequence[Claim[C]]) -> tuple[Citation, ...]:
    """Return one citation, not yet numbered, for each document of a line of figures or events."""
    by_document: dict[str, list[Claim[C]]] = {}
    for claim in claims:
        by_document.setdefault(claim.document.id, []).append(claim)
    return tuple(_claimed(members) for members in by_document.values())


def _citation(members: Sequence[Cited]) -> Citation:
    statements = [cited.statement for cited in members]
    named = [statement.speaker.span for statement in statements if statement.speaker]
    told = [span for s in statements for span in (s.source, s.cue) if span]
    return replace(
        _empty(members[0].document, statements),
        spans=_in_order(span for statement in statements for span in statement.contents),
        attribution=_in_order([*told, *named]),
        statements=tuple(statement.id for statement in statements),
    )


def _claimed(members: Sequence[Claim[C]]) -> Citation:
    return replace(
        _empty(members[0].document, [claim.statement for claim in members if claim.statement]),
        spans=_in_order(claim.record.span for claim in members),
        attribution=_in_order(span for claim in members for span in rests_on(claim)),
        records=tuple(claim.record.id for claim in members),
    )


def _empty(document: Document, statements: Sequence[Statement]) -> Citation:
    """Return a citation without its words: of a document, and of how its speakers were found."""
    how = [statement.speaker.how for statement in statements if statement.speaker]
    return Citation(
        number=0,
        document=document.id,
        outlet=document.outlet,
        title=document.title,
        published=document.published.when if document.published else None,
        url=document.url,
        origin=document.origin,
        language=document.language,
        spans=(),
        attribution=(),
        how=tuple(dict.fromkeys(how)),
        via=tuple(dict.fromkeys(via.name for statement in statements for via in statement.via)),
        statements=(),
    )


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(dict.fromkeys(spans), key=lambda span: (span.start, span.end)))
