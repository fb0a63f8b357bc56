"""From settled groups to toponyms: the place, the area that is meant, or that it is not known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tocsin.gazetteer import Gazetteer
from tocsin.record import Candidate, Span, content_id
from tocsin.record.place import Place, PlaceKind, PlacePrecision, Toponym, Use
from tocsin.resolve.places.areas import (
    NEAR,
    Box,
    Relation,
    box_of,
    part,
    precision_of,
    relation_of,
    shared,
    widened,
)
from tocsin.resolve.places.candidates import Sources, inner, is_common
from tocsin.resolve.places.mentions import Mention
from tocsin.resolve.places.reasons import candidates
from tocsin.resolve.places.scoring import inside
from tocsin.resolve.places.settling import Settled
from tocsin.resolve.places.surroundings import heads
from tocsin.text.fold import fold_name

_SMALL: Final = 50_000  # a larger namesake may be meant though what follows does not hold it: a list
_HOLDING: Final = frozenset((PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT))
_WHOLE: Final = _HOLDING | {PlaceKind.CONTINENT, PlaceKind.AREA}  # no single division holds them
_JOINED: Final = 40  # characters between two names whose border is told
_HAMLET: Final = 5_000  # people
_FEW: Final = 2  # names: fewer tell nothing
_SUPPORT: Final = ("held", "kind told", "regions", "named region", "close", "around", "outlet")
_AROUND: Final = ("countries", "regions", "close", "around")
_LEAST: Final = 0.15  # of a score
SURE: Final = 0.5  # below this a name stays open; chosen on the even articles (eval/places_fit.py)
_RIVALS: Final = 2  # of the first candidate, named in a reason
_BORDER: Final = "border"
_JOINING: Final = frozenset(("and", "-", "–", "—", "/"))
_HYPHEN: Final = re.compile(r"[\w.][-–]\w")
_REASONS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """What a group stands for."""

    place: Place | None
    within: Place | None
    candidates: tuple[Candidate, ...]
    score: float
    why: str
    pair: tuple[Place, Place] | None = None  # where a name joins those of two countries


def toponyms(
    document: str,
    text: str,
    found: Sequence[Mention],
    settled: Settled,
    sources: Sources,
    *,
    version: str,
) -> tuple[Toponym, ...]:
    """Return a toponym for each mention, in order."""
    of_mention = {number: g for g, group in enumerate(settled.groups) for number in group.mentions}
    verdicts = {g: _verdict(g, settled, found, sources) for g in set(of_mention.values())}
    reading = _Reading(
        text=text,
        found=found,
        relations=_joined([_relation(text, mention, sources) for mention in found], text, found),
        verdicts=[verdicts[of_mention[number]] for number in range(len(found))],
    )
    return tuple(_toponym(document, number, reading, sources, version) for number in range(len(found)))


def _toponym(document: str, number: int, reading: "_Reading", sources: Sources, version: str) -> Toponym:
    mention, verdict, relation = reading.found[number], reading.verdicts[number], reading.relations[number]
    span, place, other = mention.span, verdict.place, reading.beyond(number)
    if verdict.pair is not None and _is_border(relation):
        place, other = verdict.pair  # "the Ukraine-Russia border"
    precision: PlacePrecision | None = None
    box: Box | None = None
    if place is not None:
        precision = precision_of(place, relation, sources.lexicon)
        box = box_of(place, relation, sources.lexicon, other) if relation else None
    return Toponym(
        id=content_id("top", document, "toponym", f"{span.start}:{span.end}", version),
        document=document,
        span=span,
        phrase=Span.of(reading.text, relation.start, relation.end) if relation else span,
        use=mention.use,
        place=place,
        precision=precision,
        relation=relation.name if relation else None,
        box=box,
        within=verdict.within,
        candidates=verdict.candidates,
        why=verdict.why,
        score=verdict.score,
    )


def _relation(text: str, mention: Mention, sources: Sources) -> Relation | None:
    if mention.use is Use.ACTOR:
        return None
    told = relation_of(text, mention.span, sources.lexicon)
    if told is None and (within := inner(mention, sources)) is not None:
        return part(within[0], mention.span.start, mention.span.end, sources.lexicon)
    return told


def _joined(
    told: Sequence[Relation | None], text: str, found: Sequence[Mention]
) -> tuple[Relation | None, ...]:
    """Return the relations with the border of one name given to the name that is joined to it."""
    relations = list(told)
    for left, right in pairwise(range(len(found))):
        first, second = found[left].span, found[right].span
        if text[first.end : second.start].strip() not in _JOINING:
            continue
        if _is_border(told[left]) and relations[right] is None:
            relations[right] = Relation(name=_BORDER, side=None, start=second.start, end=second.end)
        if _is_border(told[right]) and relations[left] is None:
            relations[left] = Relation(name=_BORDER, side=None, start=first.start, end=first.end)
    return tuple(relations)


def _is_border(relation: Relation | None) -> bool:
    return relation is not None and relation.name.endswith(_BORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A report's mentions with what was found of each."""

    text: str
    found: Sequence[Mention]
    relations: Sequence[Relation | None]
    verdicts: Sequence[_Verdict]  # of each mention

    def beyond(self, number: int) -> Place | None:
        """Return what lies beyond a mention's border: the neighbouring name joined to it."""
        if not _is_border(self.relations[number]):
            return None
        mine = self.verdicts[number].place
        for near in (number + 1, number - 1):
            if 0 <= near < len(self.found) and self._share_border(*sorted((number, near))):
                place = self.verdicts[near].place
                if place is not None and mine is not None and place.id != mine.id:
                    return place
        return None

    def _share_border(self, left: int, right: int) -> bool:
        between = self.text[self.found[left].span.end : self.found[right].span.start]
        if len(between) > _JOINED:
            return False
        both = _is_border(self.relations[left]) and _is_border(self.relations[right])
        return both or between.strip() in _JOINING


def _verdict(number: int, settled: Settled, found: Sequence[Mention], sources: Sources) -> _Verdict:
    kept = candidates(number, settled)
    place = settled.place(number)
    holder, near = _holder(number, settled), _near(number, settled, sources.gazetteer)
    if place is None:
        common = is_common(found[settled.groups[number].mentions[0]], sources.lexicon)
        why = "such a word alone names no place" if common else "the gazetteer has no place of this name"
        holder = holder or (None if near else _namesake(number, settled, found))
        told = (
            _told(why, holder)
            if holder or not near
            else f"{why}; the words put it near a place of {near.name}"
        )
        return _Verdict(place=None, within=holder or near, candidates=kept, score=0.0, why=told)
    if holder is not None and _refuted(place, holder):
        why = "no place of this name is known where the words say that it lies"
        return _Verdict(place=None, within=holder, candidates=kept, score=0.0, why=_told(why, holder))
    if _unsupported(number, settled):
        why = "a hamlet bears the name, and nothing in the report speaks for it"
        return _Verdict(place=None, within=holder or near, candidates=kept, score=0.0, why=why)
    if _of_two(number, settled, found):
        first, second = (option.place for option in settled.groups[number].options[:2])
        why = f"it names two: {first.name} and {second.name}"
        return _Verdict(place=None, within=None, candidates=kept, score=0.0, why=why, pair=(first, second))
    sure = round(settled.certainty(number), 4)
    if sure < SURE:
        why = _doubt(kept, sure)
        return _Verdict(place=None, within=holder or near, candidates=kept, score=0.0, why=why)
    return _Verdict(place=place, within=None, candidates=kept, score=sure, why=_reason(kept))


def _doubt(kept: Sequence[Candidate], sure: float) -> str:
    """Return why no candidate is taken: which are near, and how likely the first is."""
    first, *others = (candidate.name for candidate in kept)
    told = f"; or {' or '.join(others[:_RIVALS])}" if others else ""
    return f"too little speaks for any: {first} is {sure:.0%} likely{told}"


def _of_two(number: int, settled: Settled, found: Sequence[Mention]) -> bool:
    """Tell whether a name joins those of two countries: "Russian-Ukrainian"."""
    group = settled.groups[number]
    countries = {o.place.country for o in group.options if o.place.kind is PlaceKind.COUNTRY}
    return len(countries) > 1 and bool(_HYPHEN.search(found[group.mentions[0]].full))


def _unsupported(number: int, settled: Settled) -> bool:
    """Tell whether the place chosen is a small one far from all that a report names: a surname, a cave."""
    place = settled.place(number)
    row = settled.best[number]
    if place is None or place.kind is not PlaceKind.CITY or place.population >= _HAMLET:
        return False
    named = sum(1 for group in settled.groups if group.mentions and group.options)
    return named > _FEW and settled.weight(row, _SUPPORT) < _LEAST


def _told(why: str, holder: Place | None) -> str:
    return f"{why}; the words say that it lies in {holder.name}" if holder else why


def _holder(number: int, settled: Settled) -> Place | None:
    """Return the place that the words say holds a group's, the narrowest first."""
    group = settled.groups[number]
    told = ((settled.place(h), h in group.listed) for h in group.holders)
    chosen = [place for place, listed in told if place and not (listed and place.kind is PlaceKind.CITY)]
    if group.division is not None:
        chosen += [p for p in settled.held[number] if p.kind is PlaceKind.REGION][:1]
    order = (PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.COUNTRY)
    ranked = sorted((p for p in chosen if p.kind in order), key=lambda p: order.index(p.kind))
    return ranked[0] if ranked else None


def _namesake(number: int, settled: Settled, found: Sequence[Mention]) -> Place | None:
    """Return the place that a name begins with: Port Vale of "Port Vale Town Hall"."""
    names = {group.name: n for n, group in enumerate(settled.groups) if group.options}
    for head in heads(found[settled.groups[number].mentions[0]].full):
        group = names.get(fold_name(head))
        if group is None:
            continue
        if settled.groups[group].mentions or settled.weight(settled.best[group], _AROUND) > _LEAST:
            return settled.place(group)
    return None


def _near(number: int, settled: Settled, gazetteer: Gazetteer) -> Place | None:
    """Return the division that holds the place that the words say a group's is near."""
    for group in settled.groups[number].beside:
        place = _holder(group, settled) or settled.place(group)
        if place is not None and place.kind not in _HOLDING and place.country and place.region:
            place = gazetteer.region(place.country, place.region)
        if place is not None and place.kind in _HOLDING:
            return place
    return None


def _refuted(place: Place, holder: Place) -> bool:
    """Tell whether the words hold a name in a division where the chosen place does not lie."""
    return (
        holder.kind in _HOLDING
        and place.population < _SMALL
        and place.kind not in _WHOLE
        and not inside(place, holder)
        and not _by(place, holder)
    )


def _by(place: Place, holder: Place) -> bool:
    """Tell whether a place lies in a holder's surroundings: gazetteers draw borders otherwise than papers."""
    around = widened(holder.box, NEAR) if holder.box else None
    point = (place.latitude, place.longitude, place.latitude, place.longitude)
    return around is not None and shared(around, point) is not None


def _reason(kept: Sequence[Candidate]) -> str:
    """Return what speaks most for the first candidate, or for it above the second."""
    best, *others = kept
    against = {w.part: w.value for w in others[0].weights} if others else {}
    ranked = sorted(best.weights, key=lambda w: against.get(w.part, 0.0) - w.value)
    told = [w.why for w in ranked[:_REASONS] if w.value > against.get(w.part, 0.0)]
    if not others:
        return "the only place of this name that the gazetteer has"
    return f"rather than {others[0].name}: " + ("; ".join(told) or "nothing else decides")
