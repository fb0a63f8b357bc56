"""The data files of spelling, read once: given names, words that name no one, ways to romanise."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from tocsin.text.fold import fold_name

_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What stands in a word (``pattern``) and what it sounds like (``sounds``)."""

    pattern: re.Pattern[str]
    sounds: Mapping[str, str]  # by the letters; with "^" before and "$" after where the place counts


@cache
def given_names() -> Mapping[str, frozenset[str]]:
    """Return, for a folded given name, the names it is a form of.

    >>> sorted(given_names()["vladimir"] & given_names()["volodymyr"])
    ['volodymyr']
    """
    found: dict[str, set[str]] = {}
    for name, _kind, variants in _rows("given_names.tsv"):
        for each in (name, *variants.split("|")):
            found.setdefault(fold_name(each), set()).add(name)
    return MappingProxyType({word: frozenset(names) for word, names in found.items()})


@cache
def words(kind: str) -> frozenset[str]:
    """Return the folded words of a kind: "title", "legal", "generic" and others."""
    return frozenset(w for name, row in _rows("words.tsv") if name == kind for w in row.split("|"))


@cache
def romanisation() -> Rules:
    """Return the rules by which spellings become sounds, the longest first."""
    rows = dict(row for row in _rows("romanisation.tsv"))
    keys = sorted(rows, key=lambda key: (-len(key.strip("^$")), "^" not in key and "$" not in key, key))
    return Rules(pattern=re.compile("|".join(map(_placed, keys))), sounds=MappingProxyType(rows))


def classes_of(word: str) -> frozenset[str]:
    """Return the given names that a folded word is a form of, none where it is not known as one."""
    return given_names().get(word, _NOTHING)


def _placed(key: str) -> str:
    return f"{'^' if key[0] == '^' else ''}{re.escape(key.strip('^$'))}{'$' if key[-1] == '$' else ''}"


def _rows(name: str) -> Iterator[list[str]]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    next(lines)  # the header
    for line in lines:
        yield line.split("\t")
