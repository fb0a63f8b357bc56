"""What the references of a case with one key say together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from tocsin.record import NameType, Reference, Sector
from tocsin.record.linking import Group
from tocsin.store.words import folded
from tocsin.text.fold import fold_name

KNOWN = "known:"
Counts = dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A reference and the key that it counts under."""

    record: int
    key: str
    reference: Reference
    seen: tuple[str, ...]  # the names among its mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The references of the newest reading of a report."""

    report: str  # when it was known, and its id
    counted: tuple[Counted, ...]


class Tally(msgspec.Struct, kw_only=True, omit_defaults=True):
    """How often the references of a key say what; ``documents`` have it, ``first`` to ``last``."""

    types: Counts = {}
    names: Counts = {}  # the fullest of each report
    seen: Counts = {}  # each time that it is named; of a reference without name, what it is called
    countries: Counts = {}
    sectors: Counts = {}
    roles: Counts = {}
    documents: int = 0
    first: str = ""
    last: str = ""


_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(Tally).decode


def tally_text(tally: Tally) -> str:
    """Return a tally as JSON text, the same for the same counts."""
    return _encode(tally).decode()


def tally_of(text: str) -> Tally:
    """Return the tally that ``tally_text`` wrote."""
    return _decode(text)


def count(tally: Tally, references: Iterable[Counted], by: int) -> None:
    """Add the references of one report to a tally, or with ``by`` -1 take them away; not their times."""
    for each in references:
        reference = each.reference
        _count(tally.types, (reference.type,), by)
        name = " ".join(reference.name.split())
        _count(tally.names, (name,), by)
        _count(tally.seen, each.seen or (name,), by)
        _count(tally.countries, (reference.country,) if reference.country else (), by)
        _count(tally.sectors, (reference.sector,) if reference.sector else (), by)
        _count(tally.roles, (" ".join(role.split()) for role in reference.roles), by)
    tally.documents += by


def group_of(key: str, tally: Tally) -> Group:
    """Return the group of a key."""
    return Group(
        key=key,
        type=NameType(most(tally.types)),
        names=tuple(sorted(tally.names.items())),
        countries=tuple(sorted(tally.countries)),
        roles=tuple(sorted({fold_name(role) for role in tally.roles})),
        sectors=tuple(sorted(Sector(each) for each in tally.sectors)),
        documents=tally.documents,
        first=tally.first,
        last=tally.last,
    )


def likeness(group: Group) -> Group:
    """Return a group without how often and when it was named, which do not tell whether two are one."""
    once = tuple((name, 1) for name, _ in group.names)
    return replace(group, names=once, documents=1, first="", last="")


def words_of(tally: Tally) -> str:
    """Return the names of a group as they are searched: folded, each once, a line each."""
    return "\n".join(sorted({folded(name) for name in (*tally.names, *tally.seen)} - {""}))


def most(counts: Mapping[str, int]) -> str:
    """Return what is most frequent; of several the longest, then the first by its letters.

    >>> most({"Kiev": 2, "Kyiv": 2, "Kyjiw": 1})
    'Kiev'
    """
    return min(counts, key=lambda each: (-counts[each], -len(each), each))


def _count(counts: Counts, values: Iterable[str], by: int) -> None:
    for value in values:
        number = counts.get(str(value), 0) + by
        if number:
            counts[str(value)] = number
        else:
            del counts[str(value)]
