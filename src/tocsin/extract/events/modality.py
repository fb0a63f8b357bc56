"""In what way the text says that an event happens: signs of syntax, then its date, then the model's view."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tocsin.extract.events.hedges import Hedges
from tocsin.extract.events.signs import Sign, syntax_sign
from tocsin.extract.tree import Tree
from tocsin.record import Modality, When

_LONG_AGO: Final = timedelta(days=365)
_SURE: Final = 0.7  # of the model, against a clause without any sign


_NOTHING: Final = Sign(Modality.DONE, "nothing in the clause makes it less than done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The model's view of a trigger: its modality, how sure it is, its factuality from -3 to 3."""

    modality: Modality
    sure: float
    factuality: float


def modality_of(
    tree: Tree, hedges: Hedges, word: int, predicate: int, *, guess: Guess | None = None,
    spoken: bool = False, when: When | None = None, published: date | None = None,
) -> Sign:  # fmt: skip
    """Return the modality of an event with its reason; ``done`` where nothing at all speaks against it.

    Negation, conditions and plans that syntax shows count first, then dates, then the model. ``spoken``
    tells that the event is one of words: a request that is rejected was made.
    """
    shown = syntax_sign(tree, hedges, word, predicate, spoken=spoken)
    if shown is not None and (shown.firm or shown.modality in (Modality.DENIED, Modality.HYPOTHETICAL)):
        return shown
    dated = _by_date(when, published)
    if dated is not None and dated.modality is Modality.PLANNED and shown is None:
        return dated
    if shown is not None and shown.modality is Modality.PLANNED:
        return shown
    model = _by_model(guess)
    if guess is not None and guess.sure >= _SURE and _outweighs(guess.modality, dated):
        return model or _NOTHING
    return dated or shown or model or _NOTHING


def _outweighs(modality: Modality, dated: Sign | None) -> bool:
    """Tell whether the model, where it is sure, counts more than a date and a clause without a sign."""
    if dated is None:
        return modality is not Modality.DONE
    return modality in (Modality.DENIED, Modality.HYPOTHETICAL)


def _by_model(guess: Guess | None) -> Sign | None:
    if guess is None:
        return None
    return Sign(guess.modality, f"the model takes it for {guess.modality.value} ({guess.sure:.2f})")


def _by_date(when: When | None, published: date | None) -> Sign | None:
    if when is None or published is None:
        return None
    words = f"“{when.span.text}”"
    if when.first and _day(when.first) > published:
        return Sign(Modality.PLANNED, f"{words} is after publication")
    if when.last and _day(when.last) < published - _LONG_AGO:
        return Sign(Modality.HISTORICAL, f"{words} is long before publication")
    return None


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])
