"""Moments: TempEval-3's measures on TimeBank and AQUAINT, and Microsoft's specifications passed.

Measures after UzZaman et al. 2013 (TempEval-3): *strict*, both ends right; *relaxed*, some overlap;
*value*, some overlap and the right TIMEX3 value, so that its F1 is the relaxed F1 times the share of
values that are right; *type* likewise. The anchor is the document's creation time. Our periods
("since 2014") stand beside the expressions that they are made of; TIMEX3 marks only those, so only
what has a TIMEX3 value is compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval import specs
from eval.metrics import Counts
from eval.rows import Place, Row, make_rows
from eval.timeml import TimeDocument, Timex
from tocsin.extract.moments import extract_moments
from tocsin.model.layers import Layers
from tocsin.record import Document, FoundIn, Moment, Precision, Published

VERSION = "eval"
CONTEXT = 50
EMPTY = Layers(sentences=(), names=(), attributions=())


@dataclass(frozen=True, slots=True)
class Overlap:
    """Pairs of gold and found expressions that overlap, each at most once, best first by what they share."""

    pairs: tuple[tuple[Timex, Timex], ...]

    @classmethod
    def of(cls, gold: Sequence[Timex], found: Sequence[Timex]) -> "Overlap":
        """Return the pairs; equal ends go before longer overlaps.

        >>> Overlap.of([Timex(start=3, end=9, type="DATE", value="2021")], []).pairs
        ()
        """
        edges = sorted(
            (-_shared(g, f), abs(g.start - f.start) + abs(g.end - f.end), g.start, f.start, gi, fi)
            for gi, g in enumerate(gold)
            for fi, f in enumerate(found)
            if _shared(g, f) > 0
        )
        taken_gold: set[int] = set()
        taken_found: set[int] = set()
        pairs = []
        for *_, gi, fi in edges:
            if gi not in taken_gold and fi not in taken_found:
                taken_gold.add(gi)
                taken_found.add(fi)
                pairs.append((gold[gi], found[fi]))
        return cls(tuple(pairs))


def _shared(gold: Timex, found: Timex) -> int:
    return min(gold.end, found.end) - max(gold.start, found.start)


def measures(gold: Sequence[Timex], found: Sequence[Timex]) -> dict[str, Counts]:
    """Return the counts of one document by measure."""
    pairs = Overlap.of(gold, found).pairs
    right = {
        "strict": sum((g.start, g.end) == (f.start, f.end) for g, f in pairs),
        "relaxed": len(pairs),
        "value": sum(g.value == f.value for g, f in pairs),
        "type": sum(g.type == f.type for g, f in pairs),
    }
    return {name: Counts(right=count, found=len(found), gold=len(gold)) for name, count in right.items()}


def rows(place: Place, gold: Sequence[TimeDocument], found: Sequence[Sequence[Timex]]) -> list[Row]:
    """Return the table's rows of a set."""
    counts = [measures(document.timexes, those) for document, those in zip(gold, found, strict=True)]
    return make_rows(place, {name: [one[name] for one in counts] for name in counts[0]}) if counts else []


def document(text: str, published: str) -> Document:
    """Return a text as a report published on a day or at a time; "" where that is not known."""
    precision = Precision.MINUTE if "T" in published else Precision.DAY
    known = Published(when=published, precision=precision, found_in=FoundIn.OPTION) if published else None
    return Document(id="doc-eval", text=text, language="en", published=known)


def ours(text: str, published: str, layers: Layers = EMPTY) -> tuple[Moment, ...]:
    """Return the moments of a text."""
    return extract_moments(document(text, published), layers, language="en", version=VERSION)


def timexes(moments: Iterable[Moment]) -> list[Timex]:
    """Return the moments that TIMEX3 would mark."""
    return [
        Timex(start=m.span.start, end=m.span.end, type=m.kind.value.upper(), value=m.timex)
        for m in moments
        if m.timex is not None
    ]


def passed(kind: str) -> str:
    """Return the measure's name for a file of specifications."""
    return f"{kind} cases passed"


def spec_rows(place: Place, verdicts: Sequence[tuple[specs.Case, str]]) -> list[Row]:
    """Return a row for each file: the share of its cases that pass stands as F1."""
    by_kind: dict[str, list[Counts]] = {}
    for case, why in verdicts:
        by_kind.setdefault(passed(case.kind), []).append(Counts(right=why == "passed", found=1, gold=1))
    return make_rows(place, by_kind)


def faults(gold: Sequence[TimeDocument], found: Sequence[Sequence[Timex]], limit: int) -> str:
    """Return the first wrong, missed and invented expressions, a line each: for the terminal only."""
    lines = []
    for one, those in zip(gold, found, strict=True):
        pairs = Overlap.of(one.timexes, those).pairs
        met = {(f.start, f.end) for _, f in pairs} | {(g.start, g.end) for g, _ in pairs}
        for g, f in pairs:
            if g.value != f.value:
                lines.append(f"value {f.value} for {g.value}: {_shown(one.text, g)}")
        lines += [
            f"missed {g.value}: {_shown(one.text, g)}" for g in one.timexes if (g.start, g.end) not in met
        ]
        lines += [f"invented {f.value}: {_shown(one.text, f)}" for f in those if (f.start, f.end) not in met]
    return "\n".join(lines[:limit])


def _shown(text: str, timex: Timex) -> str:
    before = text[max(0, timex.start - CONTEXT) : timex.start]
    after = text[timex.end : timex.end + CONTEXT // 2]
    return " ".join(f"{before}[[{text[timex.start : timex.end]}]]{after}".split())
