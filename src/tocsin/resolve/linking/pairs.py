"""Whether two keys of a case may be one: all that speaks for it and against it."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from tocsin.record import NameType, Weight
from tocsin.record.linking import Edge, Group, is_own
from tocsin.record.name import BODIES, PLACES
from tocsin.resolve.spelling import (
    Comparison,
    block_keys,
    compare,
    distinctive,
    fingerprint,
    is_common,
)

MERGE: Final = 0.8  # from here on two may be one without a person’s word
REVIEW: Final = 0.6  # from here on it is worth asking
_APART: Final = frozenset((*PLACES, NameType.NATIONALITY))  # where these lie, the gazetteer tells
_MAY_BE_SHORT: Final = 0.2
_COUNTRY: Final = 0.06
_OTHER_COUNTRY: Final = -0.3
_ROLE: Final = 0.06
_OTHER_ROLE: Final = -0.04
_SECTOR: Final = 0.02
_OTHER_SECTOR: Final = -0.05
_KIND: Final = -0.04
_TOGETHER: Final = -0.22  # each report that has both as two, up to two reports
_AGREE: Final = frozenset(("country", "role"))
_SUPPORT: Final = _AGREE | {"sector"}
_ASKED: Final = 0.75  # what the spelling comes to where it must not decide alone
_NOT_ASKED: Final = 0.5


def blocks(type: NameType, names: Iterable[str]) -> tuple[str, ...]:  # noqa: A002 - as Group has it
    """Return the keys by which names of a type are worth comparing; none for places and descriptions.

    >>> blocks(NameType.PERSON, ["the defence minister"]), blocks(NameType.STATE, ["Mali"])
    ((), ())
    """
    if type in _APART:
        return ()
    return tuple(sorted({key for name in names if _is_name(name, type) for key in block_keys(name, type)}))


def pair(left: Group, right: Group, *, together: int) -> Edge:
    """Return how far two keys may be one, with each reason.

    ``together`` counts the reports that have both, as two. Persons are never bodies. Where one name
    is only part of the other, the edge is ``partial``: it says that the short one may stand for the
    long one, which holds only while no other does.
    """
    first, second = sorted((left, right), key=lambda group: group.key)
    if is_own(left.key) or is_own(right.key):
        only = Weight(part="report", value=0.0, why="one of the two is the name of one report alone")
        return Edge(left=first.key, right=second.key, score=0.0, weights=(only,))
    spelled = _spelled(first, second)
    if spelled is None:
        other = (Weight(part="type", value=0.0, why=f"a {first.type.value} is no {second.type.value}"),)
        return Edge(left=first.key, right=second.key, score=0.0, weights=other)
    weights = spelled.weights
    if spelled.score >= MERGE / 2 and not spelled.conflict:
        beside = tuple(_circumstances(first, second, spelled, together))
        weights = (*weights, *_cautions(first, second, spelled, beside), *beside)
    score = round(min(1.0, max(0.0, sum(weight.value for weight in weights))), 4)
    return Edge(left=first.key, right=second.key, score=score, weights=weights, partial=spelled.partial)


def agreed(edge: Edge) -> bool:
    """Return whether more than the spelling speaks for an edge: a country or an office that both have."""
    return _for_it(edge.weights, _AGREE)


def contradict(left: Group, right: Group) -> bool:
    """Return whether two can never be one: other types, other countries, another full name."""
    spelled = _spelled(left, right)
    return spelled is None or spelled.conflict or _disjoint(left.countries, right.countries)


def names_of(group: Group) -> Iterator[str]:
    """Yield the names of a group that are not the same but for titles and the like.

    A name that is less than the key tells is the words of the key: of ``unit:93rd kestrels`` no name
    is "Kestrels".
    """
    key = group.key.partition(":")[2].partition("@")[0]
    seen: set[str] = set()
    for name, _ in group.names:
        print_ = fingerprint(name, group.type)
        told, print_ = (key, key) if set(print_.split()) < set(key.split()) else (name, print_)
        if print_ not in seen:
            seen.add(print_)
            yield told


def _spelled(left: Group, right: Group) -> Comparison | None:
    """Return the best comparison of their names; None where their types keep them apart."""
    if left.type is not right.type and not {left.type, right.type} <= BODIES:
        return None
    found = (compare(a, b, left.type) for a in names_of(left) for b in names_of(right))
    return max(found, key=lambda comparison: (comparison.score, not comparison.partial), default=None)


def _cautions(left: Group, right: Group, spelled: Comparison, beside: Collection[Weight]) -> Iterator[Weight]:
    """Yield what keeps a spelling from deciding alone: one word, or a name that tells nobody apart."""
    if spelled.vague and spelled.score > _NOT_ASKED:
        why = "a single word, and either too short or with other vowels"
        yield Weight(part="vague", value=round(_NOT_ASKED - spelled.score, 4), why=why)
        return
    why = ""
    if spelled.alone and not _for_it(beside, _SUPPORT):
        why = "one word only, and they share no country, office or sector"
    elif _is_common(left) and _is_common(right) and not _for_it(beside, {"country"}):
        why = "such a body is in every country, and they share none"
    if why and spelled.score > _ASKED:
        yield Weight(part="alone", value=round(_ASKED - spelled.score, 4), why=why)


def _for_it(weights: Iterable[Weight], parts: Collection[str]) -> bool:
    return any(weight.part in parts and weight.value > 0 for weight in weights)


def _is_common(group: Group) -> bool:
    return all(is_common(name, group.type) for name in names_of(group))


def _circumstances(left: Group, right: Group, spelled: Comparison, together: int) -> Iterator[Weight]:
    lacking = any(weight.part == "missing" for weight in spelled.weights)
    if spelled.partial and lacking and not spelled.vague and spelled.score < MERGE:
        why = "it may be short for it, as long as no other full name fits"
        yield Weight(part="partial", value=_MAY_BE_SHORT, why=why)
    if left.type is not right.type:
        yield Weight(part="type", value=_KIND, why=f"a {left.type.value} and a {right.type.value}")
    yield from _shared("country", left.countries, right.countries, _COUNTRY, _OTHER_COUNTRY)
    yield from _shared("role", left.roles, right.roles, _ROLE, _OTHER_ROLE)
    yield from _shared("sector", left.sectors, right.sectors, _SECTOR, _OTHER_SECTOR)
    if together:
        reports = "a report names" if together == 1 else f"{together} reports name"
        value = round(_TOGETHER * min(together, 2), 4)
        yield Weight(part="together", value=value, why=f"{reports} both, as two")


def _shared(
    part: str, ours: Collection[str], theirs: Collection[str], agree: float, differ: float
) -> Iterator[Weight]:
    if both := sorted(set(ours) & set(theirs)):
        yield Weight(part=part, value=agree, why=f"both: {', '.join(both)}")
    elif _disjoint(ours, theirs):
        why = f"{', '.join(sorted(ours))} against {', '.join(sorted(theirs))}"
        yield Weight(part=part, value=differ, why=why)


def _disjoint(ours: Collection[str], theirs: Collection[str]) -> bool:
    return bool(ours) and bool(theirs) and set(ours).isdisjoint(theirs)


def _is_name(name: str, type: NameType) -> bool:  # noqa: A002 - as Group has it
    """Return whether it names, not describes: "Wagner group", not "Russian troops"."""
    words = name.split()
    if not words:
        return False
    if not words[-1].islower():  # scripts without capitals have no lower ones, either
        return True
    telling = (word for word in words if unicodedata.category(word[0]) == "Lu")
    return type is not NameType.PERSON and any(
        distinctive(fingerprint(word, type) or word) for word in telling
    )
