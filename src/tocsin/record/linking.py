"""What entities are joined from: the references of a case with one key, and what speaks for joining two."""

from dataclasses import dataclass

from tocsin.record.entity import Sector, Weight
from tocsin.record.name import NameType


def is_own(key: str) -> bool:
    """Tell whether a key is of one report alone: "person:ada@doc-1" may be another Ada in each.

    >>> is_own("person:ada@doc-1"), is_own("person:ada weir"), is_own("known:ada@weir")
    (True, False, False)
    """
    return "@" in key and not key.startswith("known:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All references of a case with one key, as one; every field is a function of the set of them."""

    key: str
    type: NameType
    names: tuple[tuple[str, int], ...]  # as the reports have them, with how often; sorted
    countries: tuple[str, ...]  # sorted
    roles: tuple[str, ...]  # folded; sorted
    sectors: tuple[Sector, ...]  # sorted
    documents: int
    first: str  # of its reports, the first by (when it was known, id), as one string
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What speaks for and against two keys being one; ``left`` is the smaller of the two."""

    left: str
    right: str
    score: float  # 0 to 1
    weights: tuple[Weight, ...]
    partial: bool = False  # one of the two is a bare surname or a short form


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Keys that are one entity."""

    keys: tuple[str, ...]  # sorted
    canonical: str  # a known key first, else the key first known
    edges: tuple[Edge, ...]  # those that joined them
    why: str
