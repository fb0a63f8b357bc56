"""The one way into a brief: a line is checked against its evidence, then cited by number.

What is not supported is refused and kept apart with the reason. Lines that rest on the same sentences of
one report share a number.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tocsin.brief.asked import Refused
from tocsin.brief.evident import Evidence, unsupported
from tocsin.brief.material import Fact, Material, told_in, words_in
from tocsin.brief.parts import Citation
from tocsin.brief.passages import passages
from tocsin.record import Document, Figure, Span, Statement

S = TypeVar("S")
T = TypeVar("T")
Key = tuple[str, tuple[tuple[int, int], ...]]


@dataclass(slots=True)
class Desk:
    """The citations of a brief in the order of its lines, and the lines that were refused."""

    material: Material
    refused: list[Refused] = field(default_factory=list)
    _cited: dict[Key, Citation] = field(default_factory=dict)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations, by number."""
        return tuple(self._cited.values())

    def attempt(self, make: Callable[[S], T | None], of: S) -> T | None:
        """Return the line that is made; where it comes to none, nothing of it stays cited."""
        had = dict(self._cited)
        line = make(of)
        if line is None:
            self._cited = had
        return line

    def supports(self, shown: Iterable[str | None], facts: Sequence[Fact], more: Iterable[str] = ()) -> bool:
        """Tell whether all names and numbers of a line stand in its records' sentences; note it if not.

        Its records' linked names and ``more``, the reasons of a finding, count as evidence too.
        """
        words = [each for each in shown if each]
        evidence = self._evidence(facts, more)
        missing = tuple(dict.fromkeys(m for each in words for m in unsupported(each, evidence)))
        if missing:
            ids = tuple(fact.id for fact in facts)
            self.refused.append(Refused(words=" | ".join(words), missing=missing, records=ids))
        return not missing

    def cite(self, facts: Sequence[Fact]) -> tuple[int, ...]:
        """Return the numbers of the citations that carry some records, one a report, the head's first."""
        by_document: dict[str, list[Fact]] = {}
        for fact in facts:
            by_document.setdefault(fact.document, []).append(fact)
        return tuple(dict.fromkeys(self._number(members) for members in by_document.values()))

    def _evidence(self, facts: Sequence[Fact], more: Iterable[str]) -> Evidence:
        texts = list(more)
        for document, spans in _by_document(self.material, facts):
            texts += [span.text for span in (*passages(document, spans), *spans)]
            texts += [each for each in (document.outlet, document.title) if each]
        said = [each for fact in facts if (each := self.material.said_in(fact)) and each.speaker]
        texts += [statement.speaker.name for statement in said if statement.speaker]
        texts += self.material.named([*facts, *said])
        return Evidence.of(texts, [fact for fact in facts if isinstance(fact, Figure)])

    def _number(self, members: Sequence[Fact]) -> int:
        document = self.material.report(members[0])
        words = _in_order(span for fact in members for span in words_in(fact))
        around = passages(document, words)
        key = document.id, tuple((span.start, span.end) for span in around)
        had = self._cited.get(key)
        told = (span for fact in members for span in told_in(fact, self.material.said_in(fact)))
        citation = had or _empty(document, len(self._cited) + 1, around)
        said = [each for fact in members if (each := self.material.said_in(fact))]
        self._cited[key] = replace(
            citation,
            spans=_in_order((*citation.spans, *words)),
            attribution=_in_order((*citation.attribution, *told)),
            how=_once((*citation.how, *(each.speaker.how for each in said if each.speaker))),
            via=_once((*citation.via, *(via.name for each in said for via in each.via))),
            statements=_once((*citation.statements, *_ids(members, statements=True))),
            records=_once((*citation.records, *_ids(members, statements=False))),
        )
        return citation.number


def _by_document(material: Material, facts: Iterable[Fact]) -> Iterable[tuple[Document, list[Span]]]:
    found: dict[str, list[Span]] = {}
    for fact in facts:
        spans = found.setdefault(fact.document, [])
        spans += (*words_in(fact), *told_in(fact, material.said_in(fact)))
    return [(material.documents[document], spans) for document, spans in found.items()]


def _ids(members: Iterable[Fact], *, statements: bool) -> tuple[str, ...]:
    return tuple(fact.id for fact in members if isinstance(fact, Statement) is statements)


def _empty(document: Document, number: int, around: tuple[Span, ...]) -> Citation:
    """Return a citation without its words."""
    return Citation(
        number=number,
        document=document.id,
        outlet=document.outlet,
        title=document.title,
        published=document.published.when if document.published else None,
        url=document.url,
        origin=document.origin,
        language=document.language,
        spans=(),
        attribution=(),
        how=(),
        via=(),
        statements=(),
        passages=around,
    )


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(dict.fromkeys(spans), key=lambda span: (span.start, span.end)))
