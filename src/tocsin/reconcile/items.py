"""What a figure tells, feature by feature: of what, whose, which of them, where, for which time."""

from dataclasses import dataclass
from functools import cache

from tocsin.knowledge import Entry
from tocsin.ontology.quantities import quantities
from tocsin.reconcile.inputs import Actor, Context, Counted
from tocsin.reconcile.origins import Attribution, attribution
from tocsin.reconcile.quantities import Relation, relation, value_of
from tocsin.reconcile.rolling import roll_up
from tocsin.reconcile.times import Valid, of_one_time, overlapping, valid
from tocsin.reconcile.wording import listed
from tocsin.record import BlockKind, Modality, NameType, Sector, Span
from tocsin.record.finding import Value
from tocsin.text.fold import fold, fold_name

#: Blocks whose figures are another report's, a picture's, or withdrawn.
_ASIDE = frozenset((BlockKind.READ_ALSO, BlockKind.CREDIT, BlockKind.CAPTION, BlockKind.CORRECTION))
_OF_SECTOR = {
    Sector.MILITARY: "troops",
    Sector.POLICE: "police",
    Sector.CIVILIAN: "civilians",
    Sector.REBELS: "fighters",
    Sector.SEPARATISTS: "fighters",
    Sector.PARAMILITARY: "fighters",
}
#: What these have is not their state's.
_APART = frozenset(
    (Sector.REBELS, Sector.SEPARATISTS, Sector.PARAMILITARY, Sector.OPPOSITION, Sector.PARTY, Sector.CRIMINAL)
)
_PEOPLE = "people"
_WORDS = "words:"
_STEPS = 8  # more than any chain of bodies has


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A figure with its features; None is a feature that the report does not tell.

    ``holder`` and ``side`` are keys of the whole that they belong to, or "words:…" where it is not known
    who is meant; ``place`` is an id, or "words:…"; ``victims`` are the kind of people that are harmed.
    """

    counted: Counted
    value: Value
    measure: str | None
    unit: str | None
    more: bool  # so many more than before: no level
    modality: Modality | None  # planned or hypothetical: a forecast is no count, whoever gives it
    holder: str | None
    victims: str | None
    side: str | None
    place: str | None
    part: str | None  # of a place that is told in words alone, "the border and Crimea": the id that is known
    valid: Valid
    whose: Attribution
    why: tuple[str, ...] = ()
    score: float

    @property
    def id(self) -> str:
        """The id of the figure."""
        return self.counted.figure.id

    @property
    def id_of_place(self) -> str | None:
        """The id of its place, or of the part of it that is known."""
        return self.part or (self.place if self.place and not is_words(self.place) else None)

    @property
    def story(self) -> str:
        """The story of its report; a report without one is its own."""
        return self.counted.told.story or self.counted.told.document

    @property
    def order(self) -> tuple[str, str]:
        """The canonical order: by known time, then record."""
        return self.counted.told.known, self.id


def item_of(counted: Counted, context: Context) -> Item | None:
    """Return what a figure tells; None for one of a caption, a teaser or a withdrawn passage."""
    figure = counted.figure
    if figure.block in _ASIDE:
        return None
    known, ontology = counted.told.known, quantities()
    measure = None if figure.measure in ontology.counts else figure.measure
    harm = measure in ontology.harm
    holder = context.actors.get(counted.holder) if counted.holder else None
    victims = victims_of(figure.measured or figure.span, holder) if harm else None
    return Item(
        counted=counted,
        value=value_of(figure),
        measure=measure,
        unit=figure.unit,
        more=figure.is_change or _adds(figure.span.text),
        modality=None if figure.modality is Modality.DENIED else figure.modality,
        holder=_whole(holder, figure.holder, known, context),
        victims=victims,
        side=_whole(context.actors.get(counted.side or ""), figure.side, known, context),
        place=(place := place_of(figure.place, counted.place)),
        part=counted.place if place != counted.place else None,
        valid=valid_of(counted, measure),
        whose=attribution(counted.said, counted.told, context, sight=counted.sight),
        score=figure.score,
    )


def valid_of(counted: Counted, measure: str | None) -> Valid:
    """Return the valid time of a figure, if it counts that."""
    return valid(counted.figure.period, counted.told.known, level=measure in quantities().held)


def victims_of(span: Span, holder: Actor | None) -> str | None:
    """Return which kind of people is counted, by the noun, else by whose they are: "troops"."""
    codes = (_code(part) for part in fold(span.text).split())
    told = next((code for code in codes if code), None)
    return told or (_OF_SECTOR.get(holder.sector) if holder and holder.sector else None)


@cache
def _code(noun: str) -> str | None:
    """Return the kind of people that a noun in either number names: a measure, "people", or "child"."""
    ontology = quantities()
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y")
    form, code = next(((form, found) for form in forms if (found := ontology.of_noun((form,)))), (noun, None))
    if code is None or code in ontology.harm or ontology.measures[code].unit != _PEOPLE:
        return None
    return form if code == _PEOPLE and noun not in listed("people") else code


def is_words(key: str) -> bool:
    """Tell whether a key is but the words of a report: it is not known who or what is meant."""
    return key.startswith(_WORDS)


def place_of(span: Span | None, id: str | None) -> str | None:  # noqa: A002 - as elsewhere
    """Return a place's id; its words where they name several, or nobody knows where it is.

    >>> place_of(Span.of("in Crimea", 3, 9), "adm1:UA.11")
    'adm1:UA.11'
    >>> place_of(Span.of("its eastern border and in Crimea", 0, 32), "adm1:UA.11")
    'words:border crimea eastern'
    """
    if span is None:
        return None
    parts = fold_name(span.text).split()
    if id is not None and "and" not in parts:
        return id
    content = sorted({part for part in parts if part not in listed("empty")})
    return _WORDS + " ".join(content) if content else None


def _whole(actor: Actor | None, span: Span | None, known: str, context: Context) -> str | None:
    """Return the key of the whole that a holder is part of: Russian troops are Russia's."""
    if actor is None:
        return _named(span.text, context) if span else None
    if actor.type is NameType.PERSON:
        return roll_up(actor, known, context).key
    entry = context.bodies.get(actor.known or actor.part_of or "")
    return _top(entry, context) if entry else actor.key


def _named(words: str, context: Context) -> str:
    """Return the key of the only state or body of that name; the words where there is none, or several."""
    ids = dict.fromkeys(context.bodies.named(words))
    entry = context.bodies.get(next(iter(ids))) if len(ids) == 1 else None
    if entry is None or entry.type is NameType.PERSON:
        return _WORDS + fold_name(words)
    return _top(entry, context)


def _top(entry: Entry, context: Context) -> str:
    for _ in range(_STEPS):
        whole = context.bodies.get(entry.part_of) if entry.part_of else None
        if whole is None or (entry.sector in _APART and whole.sector is not entry.sector):
            break
        entry = whole
    return f"known:{entry.id}"


def _adds(words: str) -> bool:
    """Tell whether a figure is added to others: "one more serviceman", "another 300 troops"."""
    parts = fold(words).split()
    bound = "than" in parts or parts[:1] == ["more"] or "or more" in " ".join(parts)
    return any(part in listed("adding") and not (part == "more" and bound) for part in parts)


def alike(one: Item, other: Item) -> bool:
    """Tell whether two figures give the same value."""
    return relation(one.value, other.value) is Relation.AGREE


def same_place(one: Item, other: Item, context: Context) -> bool:
    """Tell whether two places may be one: the same, one within the other, or not known."""
    if one.place is None or other.place is None or one.place == other.place:
        return True
    inner, outer = one.id_of_place, other.id_of_place
    if inner is None or outer is None or (one.part and other.part):
        return inner is None or outer is None or inner == outer
    if one.part or other.part:  # what is told in words goes beyond the part of it that is known
        return context.within(inner, outer) if one.part else context.within(outer, inner)
    return context.within(inner, outer) or context.within(outer, inner)


def consistent(one: Item, other: Item, context: Context, *, window: int) -> bool:
    """Tell whether nothing that two figures tell rules out that they answer one question."""
    same = one.victims == other.victims or _PEOPLE not in (one.victims, other.victims) or alike(one, other)
    return same and may_be_one(one, other, context) and overlapping(one.valid, other.valid, window=window)


def may_be_one(one: Item, other: Item, context: Context) -> bool:
    """Tell whether the features of two figures may be those of one question, whatever their days.

    "People" may be soldiers, or may not: what two figures count then takes a value in common to tell.
    """
    return (
        one.more == other.more
        and one.modality == other.modality
        and _same(one.side, other.side)
        and (_PEOPLE in (one.victims, other.victims) or _same(one.victims, other.victims))
        and of_one_time(one.valid, other.valid)
        and same_place(one, other, context)
    )


def _same(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
