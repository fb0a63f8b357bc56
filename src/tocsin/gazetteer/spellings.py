"""Which of the many names of a place it answers to."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from tocsin.record.place import PlaceKind
from tocsin.text.fold import fold_name

SMALL: Final = 50_000  # people
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_NO_VOWELS: Final = re.compile("[\u0590-\u07bf\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # Hebrew, Arabic …
_CODE: Final = re.compile(r"[A-Z0-9]{2,4}")  # of airports: "IEV", "WAS", "AUS"
_SHORTEST: Final = 3
_SHORTEST_WITHOUT_VOWELS: Final = 4  # "qyyb" may be Kyiv; "qm" and "bsr" may be a dozen towns


def kept_names(name: str, others: Iterable[str] = (), *, small_in: str | None = None) -> frozenset[str]:
    """Return the folded names that a place answers to: its own, and of the others what is no junk.

    Left out are codes of airports, transcriptions that nobody writes (small letters only), and names so
    short after folding that they would stand for anything. A small place, ``small_in`` its country, keeps
    names in Latin letters and in scripts that people write there: no Chinese name of a French village.

    >>> sorted(kept_names("Kyiv", ["Kiev", "Київ", "IEV", "Kő", "kyf", "ji fu", "Kyïv", "al-Kief"]))
    ['al kief', 'kiev', 'kiiv', 'kyiv']
    >>> sorted(kept_names("Izium", ["Ізюм", "伊久姆"], small_in="ua"))
    ['izium', 'izyum']
    """
    folded = {fold_name(name)}
    folded.update(
        fold_name(other)
        for other in others
        if _usual(other) and (small_in is None or _written_in(small_in, other))
    )
    return frozenset(filter(None, folded))


def is_small(population: int) -> bool:
    """Say whether a place of so many people keeps only names in its own scripts."""
    return population < SMALL


def division_names(names: Iterable[str], country: str, kind: PlaceKind) -> frozenset[str]:
    """Return how reports name a division whose folded names these are: with the word for its kind, and bare.

    >>> sorted(division_names(["rapides parish"], "us", PlaceKind.DISTRICT))
    ['rapides', 'rapides parish']
    >>> sorted(division_names(["donetsk"], "ua", PlaceKind.REGION))
    ['donetsk', 'donetsk oblast', 'donetsk province', 'donetsk region']
    """
    whole = frozenset(names)
    bare = frozenset(map(bare_name, whole))
    return whole | bare | {f"{name} {word}" for name in bare for word in _called(country, kind)}


def bare_name(name: str) -> str:
    """Return a division's folded name without the word for its kind.

    >>> bare_name("kherson oblast"), bare_name("province of aceh"), bare_name("northern region")
    ('kherson', 'aceh', 'northern region')
    """
    before, behind, alone = _division_words()
    for word in behind:
        if name.endswith(f" {word}"):
            rest = name.removesuffix(f" {word}")
            return name if rest in alone or len(rest) < _SHORTEST else rest
    for word in before:
        if name.startswith(f"{word} "):
            rest = name.removeprefix(f"{word} ")
            return name if rest in alone or len(rest) < _SHORTEST else rest
    return name


def _usual(name: str) -> bool:
    if _LATIN.search(name):
        return any(map(str.isupper, name)) and not _CODE.fullmatch(name) and len(fold_name(name)) >= _SHORTEST
    return len(fold_name(name)) >= (_SHORTEST_WITHOUT_VOWELS if _NO_VOWELS.search(name) else _SHORTEST)


def _written_in(country: str, name: str) -> bool:
    """Say whether a name is in Latin letters, or in a script in everyday use in the country."""
    letter = next(filter(str.isalpha, name), "A")
    script = unicodedata.name(letter, "?").partition(" ")[0]
    return script == "LATIN" or country in str(_words("written").get(script, "")).split()


@cache
def _called(country: str, kind: PlaceKind) -> tuple[str, ...]:
    """Return the words that follow the bare name of such a division in reports."""
    words = _words("region" if kind is PlaceKind.REGION else "district")
    if country in str(words.get("none", "")).split():
        return ()
    some = (
        word for word, countries in words.items() if country in str(countries).split() and word != "every"
    )
    return (*words["every"], *some)


@cache
def _division_words() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Return the words before a name and behind it, the longest first, and what is no name alone."""
    words = _words("division")
    before, behind = (tuple(sorted(words[side], key=len, reverse=True)) for side in ("before", "behind"))
    return before, behind, frozenset(words["alone"])


@cache
def _words(part: str) -> Mapping[str, list[str] | str]:
    text = (files("tocsin.gazetteer") / "words.toml").read_text(encoding="utf-8")
    words: Mapping[str, list[str] | str] = tomllib.loads(text)[part]
    return words
