"""The figures of a brief: a line for each number that somebody gives, gathered by what is counted and whose.

Nothing is added up and nothing is reconciled: what two sources say are two lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.brief.citing import Desk
from tocsin.brief.claims import Claim, count_of, told_by, words_of
from tocsin.brief.parts import FigureGroup, FigureLine, Figures
from tocsin.brief.words import Tokens, shown
from tocsin.record import Figure, When
from tocsin.text.amounts import amount

GROUPS = 20  # of what is counted and whose, on one page

_Line = tuple[Claim[Figure], ...]  # the same number of the same source, by publication


@dataclass(frozen=True, slots=True)
class FigurePart:
    """The lines of one group and how many more there are."""

    lines: tuple[_Line, ...]
    more: int


def choose_figures(claims: Iterable[Claim[Figure]], per_group: int) -> tuple[FigurePart, ...]:
    """Return the groups of figures, those of more reports first; each with its first lines."""
    by_group: dict[tuple[str, Tokens], dict[tuple[object, ...], list[Claim[Figure]]]] = {}
    for claim in sorted(claims, key=lambda claim: claim.place):
        lines = by_group.setdefault(_group_key(claim), {})
        lines.setdefault(_line_key(claim), []).append(claim)
    parts = []
    for _, found in sorted(by_group.items(), key=lambda item: (_weight(item[1].values()), item[0])):
        ordered = [tuple(line) for line in found.values()]
        parts.append(FigurePart(tuple(ordered[:per_group]), len(ordered[per_group:])))
    return tuple(parts)


def figures(parts: Sequence[FigurePart], desk: Desk, width: int) -> Figures:
    """Return the first groups as a brief has them, and how many lines the others have."""
    rest = sum(len(part.lines) + part.more for part in parts[GROUPS:])
    groups = tuple(_group(part, desk, width) for part in parts[:GROUPS])
    return Figures(groups=tuple(group for group in groups if group.lines), more=rest)


def _group_key(claim: Claim[Figure]) -> tuple[str, Tokens]:
    figure = claim.record
    return (figure.measure or figure.unit or "").casefold(), claim.called("holder", figure.holder)


def _line_key(claim: Claim[Figure]) -> tuple[object, ...]:
    """Return what claims of one group share that are the same number of the same source."""
    figure = claim.record
    number = (figure.low, figure.best, figure.high, figure.bound, figure.unit, figure.change)
    return (
        number,
        told_by(claim),
        claim.called("side", figure.side),
        words_of(figure.place),
        _interval(figure.period),
    )


def _interval(when: When | None) -> tuple[object, ...]:
    return (when.first, when.last, *((when.span.text,) if not when.first else ())) if when else ()


def _weight(lines: Iterable[Sequence[Claim[Figure]]]) -> tuple[int, int]:
    """Return the key that sorts groups: those of more reports first, then those with more lines."""
    every = list(lines)
    reports, _ = count_of(claim for line in every for claim in line)
    return -reports, -len(every)


def _group(part: FigurePart, desk: Desk, width: int) -> FigureGroup:
    first = part.lines[0][0].record
    return FigureGroup(
        measure=first.measure,
        holder=first.holder.text if first.holder else None,
        lines=tuple(made for line in part.lines if (made := _line(line, desk, width))),
        more=part.more,
    )


def _line(line: _Line, desk: Desk, width: int) -> FigureLine | None:
    first = line[0]
    figure = first.record
    facts = [claim.record for claim in line]
    words = shown((figure.span,), width=width)
    if not desk.supports([words, amount(figure), first.teller.speaker], facts):
        return None
    reports, outlets = count_of(line)
    ids = tuple(sorted(claim.record.id for claim in line))
    return FigureLine(
        amount=amount(figure),
        low=figure.low,
        best=figure.best,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        change=figure.change,
        side=figure.side.text if figure.side else None,
        place=figure.place.text if figure.place else None,
        period=figure.period.span.text if figure.period else None,
        words=words,
        teller=first.teller,
        when=first.when,
        documents=reports,
        outlets=outlets,
        figures=ids,
        citations=desk.cite(facts),
    )
