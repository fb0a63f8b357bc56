"""Pairs of names: does resolution tell who is one and who is two?

The pairs (``examples/aliases``, its README tells how they were made) were written before the rules. Their
``dev`` half was looked at while the rules were made, of their ``test`` half only the totals. Each side is
read as a report of one sentence; the name marked in the pair stands in place of those that the model
finds there, so that what is measured is resolution, not the finding of names. Two sides are one where
the references that they stand for are one entity of a case of these two reports, or where both lie at
one place of the gazetteer. Beside it stand two plain ways: the same letters after folding, and a share
of common words by rapidfuzz.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz

from eval.cases import case
from eval.gold import digest_of
from eval.metrics import Counts, Span
from eval.passes import MADE_BY, Model
from eval.rows import Place, Row, make_rows
from tocsin.errors import FormatError
from tocsin.extract import extract
from tocsin.pipeline import Resolver
from tocsin.record import (
    Document,
    Extraction,
    FoundIn,
    Name,
    NameType,
    Precision,
    Published,
    Reference,
    Toponym,
    Use,
)
from tocsin.record import Span as Stretch
from tocsin.store.linking import Linking
from tocsin.text.fold import fold_name

TASK: Final = "entities"
SET: Final = "aliases"
HALVES: Final = ("dev", "test")
COLUMNS: Final = (
    *("a", "a_type", "a_text", "a_date"),
    *("b", "b_type", "b_text", "b_date"),
    *("same", "kind"),
)
ALIKE: Final = 85  # rapidfuzz's scale ends at 100
_WORD: Final = 4  # letters of a small word that makes a description


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A name, the sentence that it stands in, and the day of its report."""

    name: str
    type: NameType
    text: str
    day: str | None

    @property
    def span(self) -> Span:
        """Where the name stands in the text."""
        start = self.text.index(self.name)
        return start, start + len(self.name)

    @property
    def described(self) -> bool:
        """Whether the words describe instead of naming: they hold a small word of some length."""
        return any(word.islower() and len(word) >= _WORD for word in self.name.split())

    @property
    def head(self) -> int:
        """Where the last letter stands of the word that the others go with: "head" of "head of the IAEA"."""
        start, _ = self.span
        cuts = [at for word in (" of ", " in ") if (at := self.name.find(word)) > 0]
        return start + min(cuts, default=len(self.name)) - 1

    @property
    def document(self) -> Document:
        """The report that holds the sentence alone."""
        published = (
            Published(when=self.day, precision=Precision.DAY, found_in=FoundIn.OPTION) if self.day else None
        )
        id_ = Document.make_id(self.text, url=None, outlet=None, published=self.day)
        return Document(id=id_, text=self.text, published=published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names, whether they are one, and what makes them worth asking."""

    line: int
    a: Side
    b: Side
    same: bool
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a side stands for: a reference, a place of the gazetteer, both or neither."""

    reference: Reference | None = None
    place: str | None = None
    why: str = ""


def load(examples: Path, half: str) -> tuple[list[Pair], str]:
    """Return the pairs of a half and the digest of its file.

    Raises:
        FormatError: a line has other columns, a name does not stand once in its sentence, or a type,
            a day or a verdict cannot be read.
    """
    path = examples / SET / f"{half}.tsv"
    lines = path.read_text("utf-8").splitlines()
    kept = [(number, line) for number, line in enumerate(lines, 1) if not line.startswith("#")]
    table = csv.DictReader((line for _, line in kept), delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(table.fieldnames or ()) != COLUMNS:
        raise FormatError(
            f"{path.name}: the columns are not {', '.join(COLUMNS)}", advice="mend the header row"
        )
    pairs = []
    for (number, _), row in zip(kept[1:], table, strict=True):
        try:
            pairs.append(_pair(number, row))
        except (ValueError, KeyError) as error:
            raise FormatError(
                f"{path.name}, line {number}: {error}", advice="mend the pair; README.md tells the columns"
            ) from error
    return pairs, digest_of([path], examples)


def _pair(line: int, row: Mapping[str, str]) -> Pair:
    verdict = {"yes": True, "no": False}[row["same"]]
    return Pair(line=line, a=_side(row, "a"), b=_side(row, "b"), same=verdict, kind=row["kind"])


def _side(row: Mapping[str, str], which: str) -> Side:
    name, text = row[which], row[f"{which}_text"] or row[which]
    if text.count(name) != 1 or not name:
        raise ValueError(f"{name!r} does not stand once in {text!r}")
    return Side(name=name, type=NameType(row[f"{which}_type"]), text=text, day=row[f"{which}_date"] or None)


def named(extraction: Extraction, side: Side) -> Extraction:
    """Return the extraction with the side's name alone where it stands; a description adds no name."""
    if side.described:
        return extraction
    start, end = side.span
    own = Name(
        id=f"{extraction.document.id}:name",
        document=extraction.document.id,
        type=side.type,
        span=Stretch.of(extraction.document.text, start, end),
        score=1.0,
    )
    others = (name for name in extraction.names if not _overlap((name.span.start, name.span.end), side.span))
    names = tuple(sorted((*others, own), key=lambda name: name.span.start))
    return replace(extraction, names=names)


def meant(side: Side, extraction: Extraction) -> Meant:
    """Return what a side stands for in its resolved report."""
    reference, toponym = _reference(side, extraction), _toponym(side, extraction)
    placed = toponym is not None and toponym.use is Use.PLACE and toponym.place is not None
    return Meant(
        reference=reference,
        place=toponym.place.id if placed and toponym and toponym.place else None,
        why="; ".join(
            (
                *((reference.why,) if reference else ()),
                *((f"{toponym.use.value}: {toponym.why}",) if toponym else ()),
            )
        ),
    )


def _reference(side: Side, extraction: Extraction) -> Reference | None:
    """Return the reference that the side's name is linked to, else that of the shortest mention there."""
    by_id = {reference.id: reference for reference in extraction.references}
    own = {name.id for name in extraction.names if (name.span.start, name.span.end) == side.span}
    for link in extraction.links:
        if link.record in own and link.part == "name" and link.to in by_id:
            return by_id[link.to]
    at = side.head
    around = [
        (mention.end - mention.start, number, reference)
        for number, reference in enumerate(extraction.references)
        for mention in reference.mentions
        if mention.start <= at < mention.end
    ]
    return min(around, key=lambda found: found[:2])[2] if around else None


def _toponym(side: Side, extraction: Extraction) -> Toponym | None:
    at = side.head
    return next((t for t in extraction.toponyms if t.span.start <= at < t.span.end), None)


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def one(a: Meant, b: Meant, linking: Linking) -> bool:
    """Tell whether two sides are one: at one place, or one entity of the case of these two reports."""
    if a.place is not None and a.place == b.place:
        return True
    if a.reference is None or b.reference is None:
        return False
    entity = case([(a.reference,), (b.reference,)], linking)
    return entity[a.reference.key] == entity[b.reference.key]


def meanings(model: Model, pairs: Iterable[Pair], resolver: Resolver) -> dict[Side, Meant]:
    """Return what each side of the pairs stands for; the model reads all texts in one batch."""
    sides = tuple(dict.fromkeys(side for pair in pairs for side in (pair.a, pair.b)))
    found = {}
    for side, layers in zip(sides, model.read([side.text for side in sides]), strict=True):
        extraction = named(extract(side.document, layers, made_by=MADE_BY), side)
        found[side] = meant(side, resolver(extraction, layers))
    return found


def verdicts(pairs: Iterable[Pair], found: Mapping[Side, Meant], linking: Linking) -> list[bool]:
    """Return what resolution says of each pair: are they one?"""
    return [one(found[pair.a], found[pair.b], linking) for pair in pairs]


def same_letters(pairs: Iterable[Pair]) -> list[bool]:
    """Tell of each pair whether its names are the same after folding."""
    return [fold_name(pair.a.name) == fold_name(pair.b.name) for pair in pairs]


def common_words(pairs: Iterable[Pair]) -> list[bool]:
    """Tell of each pair whether rapidfuzz finds its folded names alike."""
    return [fuzz.token_set_ratio(fold_name(pair.a.name), fold_name(pair.b.name)) >= ALIKE for pair in pairs]


BASELINES: Final[Mapping[str, Callable[[Iterable[Pair]], list[bool]]]] = {
    "same string": same_letters,
    f"token set ≥ {ALIKE}": common_words,
}


def rows(half: str, pairs: Sequence[Pair], said: Sequence[bool]) -> list[Row]:
    """Return a half's rows: the pairs said to be one, beside the plain ways; of dev by kind, too."""
    made = []
    for system, own in {"tocsin": said, **{name: way(pairs) for name, way in BASELINES.items()}}.items():
        measures = {"pairs": [_counts(pair, one_) for pair, one_ in zip(pairs, own, strict=True)]}
        if system == "tocsin" and half == "dev":
            measures |= _by_kind(pairs, own)
        made += make_rows(Place(task=TASK, set=SET, split=half, system=system), measures)
    return made


def _by_kind(pairs: Sequence[Pair], said: Sequence[bool]) -> dict[str, list[Counts]]:
    """Return whether each pair is told right, by kind; precision, recall and F1 are then all the share."""
    kinds: dict[tuple[bool, str], list[Counts]] = {}
    for pair, one_ in zip(pairs, said, strict=True):
        right = Counts(right=int(pair.same == one_), found=1, gold=1)
        kinds.setdefault((not pair.same, pair.kind), []).append(right)
    return {f"{'two' if false else 'one'}: {kind}": kinds[false, kind] for false, kind in sorted(kinds)}


def _counts(pair: Pair, said: bool) -> Counts:  # noqa: FBT001 - a verdict
    return Counts(right=int(pair.same and said), found=int(said), gold=int(pair.same))


def faults(pairs: Sequence[Pair], said: Sequence[bool], found: Mapping[Side, Meant]) -> str:
    """Return the pairs that went wrong, and what their sides were taken for."""
    return "\n".join(
        f"line {pair.line}: {'missed' if pair.same else 'made one'} ({pair.kind})\n"
        f"    {_told(pair.a, found[pair.a])}\n    {_told(pair.b, found[pair.b])}"
        for pair, own in zip(pairs, said, strict=True)
        if pair.same != own
    )


def _told(side: Side, taken: Meant) -> str:
    start, end = side.span
    key = taken.reference.key if taken.reference else "no reference"
    return (
        f"{side.text[:start]}[{side.name}]{side.text[end:]} {side.type.value} {side.day or ''}"
        f" -> {key}, {taken.place or 'no place'} ({taken.why})"
    )
