"""The brief's word lists, loaded from the data files beside this module."""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from tocsin.record import Act

_T = TypeVar("_T")


class ActEntry(msgspec.Struct, frozen=True):
    """One act: the verb phrase that tells it, and the one for content that says the act itself."""

    act: Act
    phrase: str
    saying: str | None = None


class Words(msgspec.Struct, frozen=True):
    """Words that do not count when words or names are compared."""

    articles: frozenset[str]
    openers: frozenset[str]
    shared: frozenset[str]
    telling: frozenset[str]
    relative: frozenset[str]
    finite: frozenset[str]
    auxiliary: frozenset[str]
    asking: frozenset[str]


class _Acts(msgspec.Struct, frozen=True):
    act: tuple[ActEntry, ...]


def _load(name: str, kind: type[_T]) -> _T:
    return msgspec.toml.decode(files("tocsin.brief").joinpath(name).read_bytes(), type=kind)


@cache
def acts() -> tuple[ActEntry, ...]:
    """Return the acts, heaviest first."""
    return _load("acts.toml", _Acts).act


@cache
def weights() -> dict[Act, int]:
    """Return the place of each act in the order of weight, 0 for the heaviest."""
    return {entry.act: place for place, entry in enumerate(acts())}


@cache
def entries() -> dict[Act, ActEntry]:
    """Return the entry of each act.

    >>> entries()[Act.DENY].phrase
    'denied'
    """
    return {entry.act: entry for entry in acts()}


@cache
def words() -> Words:
    """Return the words that do not count in comparisons."""
    return _load("words.toml", Words)
