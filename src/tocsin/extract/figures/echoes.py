"""Numbers that take their measure from words before them: a toll, a figure told before, a noun left out.

"Bringing the toll to 28", "the figure was 26", "40,000 troops here and 30,000 more there". Nominal
ellipsis and gapping as in Halliday and Hasan, Cohesion in English (1976), chapter 4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.extract.figures.holders import owner_of
from tocsin.extract.figures.measures import Measured
from tocsin.extract.figures.quantities import Kind, Quantity
from tocsin.extract.figures.scene import Sentence
from tocsin.extract.figures.tolls import Toll, of_war, toll_of
from tocsin.ontology.quantities import quantities
from tocsin.record import Figure, Span

_MORE: Final = frozenset(("more", "other", "others"))
_WINDOW: Final = 6  # how many figures back
_LIKE: Final = 50.0
_COUNTS: Final = (Kind.COUNT, Kind.BARE)


@dataclass(frozen=True, slots=True)
class Echo:
    """A measure taken from words before a number, and whose, with how that was found."""

    measured: Measured
    holder: Span | None
    how: str = ""


def echo_of(
    sentence: Sentence, quantity: Quantity, measured: Measured, earlier: Sequence[Figure]
) -> Echo | None:
    """Return the measure that a number without a telling noun takes over, None where none is told.

    ``earlier`` are the figures before it, the last of them last.
    """
    known = quantities()
    if quantity.kind not in _COUNTS or measured.code in known.harm:
        return None
    people = measured.unit == "people"
    bare = quantity.noun is None and measured.code is None
    near = _same_paragraph(sentence, quantity, earlier)
    if bare or people:
        toll = toll_of(sentence, quantity)
        if toll is not None and (bare or toll.code in known.harm):
            return _of_toll(sentence, quantity, measured, toll, near)
    if bare or sentence.lemmas(quantity)[-1:] == ("other",):
        return _left_out(sentence, quantity, near)
    return None


def _same_paragraph(sentence: Sentence, quantity: Quantity, earlier: Sequence[Figure]) -> list[Figure]:
    """Return the figures before a number in its paragraph, the nearest first."""
    start = sentence.tokens.starts[quantity.first]
    low = sentence.text.rfind("\n", 0, start)
    return [figure for figure in reversed(earlier[-_WINDOW:]) if low < figure.span.start < start]


def _of_toll(
    sentence: Sentence, quantity: Quantity, measured: Measured, toll: Toll, near: Sequence[Figure]
) -> Echo | None:
    known = quantities()
    words = sentence.span(toll.first, toll.last)
    if toll.code is None:
        return _taken_up(words, near)
    if toll.losing and not _of_lives(sentence, measured, toll, near):
        return None
    if toll.losing and measured.code is not None and measured.code not in known.measures:
        return None
    like = next((f for f in near if f.measure == toll.code and f.holder is not None), None)
    unit = known.measures[toll.code].unit if toll.code in known.measures else None
    found = Measured(toll.code, unit, measured.span or words, f"“{words.text}” before it")
    owner = owner_of(sentence, toll.first, max(toll.last, min(toll.last + 2, quantity.first)))
    if owner is not None:
        return Echo(found, owner[0], owner[1])
    if like is not None and toll.code in known.harm:
        return Echo(found, like.holder, f"that of “{like.span.text}” before it")
    return Echo(found, None)


def _of_lives(sentence: Sentence, measured: Measured, toll: Toll, near: Sequence[Figure]) -> bool:
    """Tell whether losses are lives: the number's noun, the sentence or a figure before it says so."""
    told = any(figure.measure in quantities().harm for figure in near)
    return measured.unit == "people" or told or of_war(sentence, 0, toll.first)


def _taken_up(words: Span, near: Sequence[Figure]) -> Echo | None:
    """Read "the figure was 26": it counts what the nearest counted figure before it does."""
    like = next((f for f in near if f.measure in quantities().measures and f.unit != "share"), None)
    if like is None:
        return None
    how = f"“{words.text}”: as “{like.span.text}” before it"
    return Echo(Measured(like.measure, like.unit, words, how), like.holder, how)


def _left_out(sentence: Sentence, quantity: Quantity, near: Sequence[Figure]) -> Echo | None:
    """Read "over 30,000 more", "12 others", "and 9 in Westmark" after a count in the same sentence."""
    tokens = sentence.tokens
    like = next((f for f in near if f.span.start >= sentence.start and _alike(quantity, f)), None)
    if like is None or like.unit in ("share", "percent") or like.measure is None:
        return None
    more = bool({tokens.at(quantity.last), *sentence.lemmas(quantity)} & _MORE)
    gapped = sentence.has(quantity.first - 1, "gapped_before") and (
        sentence.has(quantity.last, "gapped_after") or quantity.last >= len(tokens)
    )
    if not (more or (gapped and like.measure in quantities().measures)):
        return None
    how = f"the noun left out, as in “{like.span.text}”"
    return Echo(Measured(like.measure, like.unit, like.measured, how), like.holder, how)


def _alike(quantity: Quantity, figure: Figure) -> bool:
    """Tell whether two counts are of like size: 2,000 more are no more of "a dozen trucks"."""
    other = figure.best or figure.low or figure.high or 1.0
    size = max(quantity.low, 1.0)
    return max(size, other) <= _LIKE * min(size, other)
