"""The words of a question: canonical names, labels of measures, days; nothing that no member tells."""

from collections.abc import Iterable, Sequence
from functools import cache

from tocsin.lang.en.inflect import plural
from tocsin.ontology.quantities import quantities
from tocsin.reconcile.inputs import Context
from tocsin.reconcile.items import Item, is_words
from tocsin.reconcile.times import Holds
from tocsin.reconcile.wording import keys, listed, word
from tocsin.record import Modality
from tocsin.record.finding import Question, QuestionKind
from tocsin.text.fold import fold

_KNOWN = "known:"


def question_of(items: Sequence[Item], context: Context, *, key: str) -> Question:
    """Return the question that figures answer, from the features that most of its members tell."""
    holder, side = _told(item.holder for item in items), _told(item.side for item in items)
    place, victims = _told(item.place for item in items), _told(item.victims for item in items)
    measure, unit = items[0].measure or "", items[0].unit
    names = {
        "of": _of(holder, context),
        "side": _side(side, context, "by" if measure in quantities().harm else "side"),
        "place": _place(place, items, context),
        "time": _time(items),
    }
    return Question(
        kind=QuestionKind.FIGURE,
        key=key,
        words=_told_as(items[0].modality, _words(measure, unit, victims, names, more=items[0].more)),
        measure=measure,
        unit=unit,
        holder=_id(holder, (item.counted.holder for item in items)),
        side=_id(side, (item.counted.side for item in items)),
        place=place if place and _named(place) else None,
    )


def _told(values: Iterable[str | None]) -> str | None:
    """Return the value that most members tell, the first in the alphabet of several; None where none does."""
    counts: dict[str, int] = {}
    for value in values:
        if value is not None:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _id(key: str | None, ids: Iterable[str | None]) -> str | None:
    """Return the first id, in the alphabet, of those who are that or part of that."""
    found = sorted(id_ for id_ in ids if id_)
    return found[0] if key and _named(key) and found else None


def _named(key: str) -> bool:
    return not is_words(key)


def _words(measure: str, unit: str | None, victims: str | None, names: dict[str, str], *, more: bool) -> str:
    ontology = quantities()
    label = label_of(measure)
    if more:
        return word("figures", "more", measure=label, **names)
    if measure in ontology.harm:
        return word("figures", "harmed", victims=label_of(victims or "people"), measure=label, **names)
    if unit in listed("shares"):
        return word("figures", "share", measure=label, unit=unit or "", **names)
    if unit is not None and unit.isupper():
        return word("figures", "money", measure=label, unit=unit, **names)
    return word("figures", "held", measure=label, **names)


def _told_as(modality: Modality | None, words: str) -> str:
    """Return the words of a question on what is only expected or supposed as such."""
    return word("told", modality, words=words.removesuffix("?")) if modality else words


@cache
def label_of(measure: str) -> str:
    """Return how a measure is called in the plural.

    >>> label_of("armoured_vehicles"), label_of("child"), label_of("army")
    ('armoured vehicles', 'children', 'armies')
    """
    if measure in quantities().measures or measure in listed("plurals"):
        return measure.replace("_", " ")
    return word("plurals", measure) if measure in keys("plurals") else plural(measure)


def _of(holder: str | None, context: Context) -> str:
    name = _name(holder, context)
    return word("figures", "of", holder=name) if name else ""


def _side(side: str | None, context: Context, key: str) -> str:
    name = _name(side, context)
    return word("figures", key, side=name) if name else ""


def _name(key: str | None, context: Context) -> str | None:
    """Return the canonical name of a key; None where it is nobody who is known."""
    if key is None or not _named(key):
        return None
    entry = context.bodies.get(key.removeprefix(_KNOWN)) if key.startswith(_KNOWN) else None
    if entry:
        return entry.name
    return next((actor.name for actor in context.actors.values() if actor.key == key), None)


def _place(place: str | None, items: Sequence[Item], context: Context) -> str:
    name = context.places.get(place) if place and _named(place) else None
    if name is None:
        return ""
    relations = {_relation(item) for item in items if item.place == place}
    key = relations.pop() if len(relations) == 1 else "mixed"
    return f" {word('places', key, place=name)}"


def _relation(item: Item) -> str:
    span = item.counted.figure.place
    parts = frozenset(fold(f"{item.counted.relation or ''} {span.text if span else ''}").split())
    return next((key for key in keys("places") if key in parts), "mixed")


def _time(items: Sequence[Item]) -> str:
    """Return since when, or for which days; nothing of a level, whose days are those of its reports."""
    told = next((item.valid for item in items if item.valid.holds in (Holds.SINCE, Holds.DURING)), None)
    if told is None or told.last is None:
        return ""
    if told.holds is Holds.SINCE:
        return word("figures", "since", first=told.first or "")
    if told.first == told.last or told.first is None:
        return word("figures", "on", first=told.last)
    return word("figures", "during", first=told.first, last=told.last)
