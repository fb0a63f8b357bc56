"""Citations: one for each document of each line, numbered in the order of the lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tocsin.brief.groups import Cited
from tocsin.brief.parts import Citation
from tocsin.record import Span


@dataclass(frozen=True, slots=True)
class Numbered:
    """All citations of a brief, and the numbers of each line's."""

    all: tuple[Citation, ...]
    by_statement: dict[str, int]

    @classmethod
    def of(cls, lines: Iterable[Sequence[Citation]]) -> "Numbered":
        """Return the citations of all lines, numbered from 1."""
        flat = (citation for line in lines for citation in line)
        numbered = tuple(replace(citation, number=n) for n, citation in enumerate(flat, start=1))
        return cls(numbered, {i: citation.number for citation in numbered for i in citation.statements})

    def numbers(self, group: Iterable[Cited]) -> tuple[int, ...]:
        """Return the numbers of the citations that carry a group's statements, ascending."""
        return tuple(sorted({self.by_statement[cited.statement.id] for cited in group}))


def cite(group: Sequence[Cited]) -> tuple[Citation, ...]:
    """Return one citation, not yet numbered, for each document of a line: the head's first."""
    by_document: dict[str, list[Cited]] = {}
    for cited in group:
        by_document.setdefault(cited.document.id, []).append(cited)
    return tuple(_citation(members) for members in by_document.values())


def _citation(members: Sequence[Cited]) -> Citation:
    document = members[0].document
    statements = [cited.statement for cited in members]
    named = [statement.speaker.span for statement in statements if statement.speaker]
    told = [span for s in statements for span in (s.source, s.cue) if span]
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
        spans=_in_order(span for statement in statements for span in statement.contents),
        attribution=_in_order([*told, *named]),
        how=tuple(dict.fromkeys(how)),
        via=tuple(dict.fromkeys(via.name for statement in statements for via in statement.via)),
        statements=tuple(statement.id for statement in statements),
    )


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(dict.fromkeys(spans), key=lambda span: (span.start, span.end)))
