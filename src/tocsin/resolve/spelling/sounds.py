"""How a word of a name sounds, whatever the convention that put it into Latin letters."""

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Final

from rapidfuzz.distance import Levenshtein

from tocsin.resolve.spelling.tables import romanisation

VOWELS: Final = frozenset("aeiou")
TWICE: Final = re.compile(r"(.)\1+")
_FINAL_E: Final = re.compile(r"(?<=[aiou][nvkdtlrm])e$")
_NOT_CONSONANTS: Final = str.maketrans("", "", "aeiouwyv")  # of an Arabic or Hebrew spelling
_HARD: Final = 1.0
_HARD_TOO: Final = 0.07  # what another consonant costs beyond its length: it makes another name
_LOST: Final = {"i": 0.3, "h": 0.25, "e": 0.4, "j": 0.3, "a": 0.45, "o": 0.5, "u": 0.45}
_NEAR: Final = {
    frozenset(pair): cost
    for pair, cost in (
        *(("ei", 0.2), ("ae", 0.3), ("ou", 0.15), ("ao", 0.4), ("eo", 0.35), ("ai", 0.75), ("iu", 0.75)),
        *(("au", 0.6), ("oi", 0.75), ("eu", 0.7), ("ij", 0.1), ("uv", 0.2), ("hg", 0.15), ("hX", 0.1)),
        *(("kX", 0.2), ("gX", 0.3), ("gk", 0.3), ("hk", 0.7), ("qS", 0.05), ("qX", 0.15), ("qk", 0.4)),
        *(("qh", 0.3), ("qJ", 0.4), ("SJ", 0.4), ("sz", 0.15), ("sC", 0.25), ("zC", 0.2), ("qC", 0.3)),
        *(("sS", 0.4), ("sq", 0.35), ("SC", 0.4), ("jJ", 0.1), ("gJ", 0.2), ("gq", 0.4), ("jg", 0.2)),
        *(("zJ", 0.3), ("sJ", 0.5), ("jS", 0.4), ("jh", 0.4), ("fv", 0.15), ("bv", 0.6), ("bp", 0.5)),
        *(("jX", 0.35), ("dt", 0.4), ("XS", 0.5), ("qg", 0.4), ("Ct", 0.3)),
    )
}
_CLASS: Final = {
    **dict.fromkeys("kgX", "k"),
    **dict.fromkeys("szC", "s"),
    **dict.fromkeys("fv", "v"),
    **dict.fromkeys("bp", "b"),
    "J": "S",
}

_INITIALS: Final = {"j": "aS", "q": "kS", "h": "ak"}  # how else it may begin


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """Return how a folded word sounds: one string for what differs by convention alone.

    >>> {sound(word) for word in ("shoigu", "schoigu", "shoygu")}
    {'Soigu'}
    >>> {sound(word) for word in ("zelensky", "zelenskyy", "zelenskiy", "zelenskyi")}
    {'zelenski'}
    """
    rules = romanisation()
    heard = TWICE.sub(r"\1", rules.pattern.sub(partial(_heard, rules.sounds), word))
    return _FINAL_E.sub("", heard) if len(heard) > 4 else heard


def _heard(sounds: Mapping[str, str], found: re.Match[str]) -> str:
    """Return the sound of what was found, by the rule for its place in the word if there is one."""
    said = found[0]
    for key, holds in ((f"^{said}", found.start() == 0), (f"{said}$", found.end() == len(found.string))):
        if holds and key in sounds:
            return sounds[key]
    return sounds[said]


@lru_cache(maxsize=1 << 16)
def initial_class(heard: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the letters under which a given name may begin in any language; "a" is all vowels.

    >>> sorted(initial_class(sound("jewgeni"))), sorted(initial_class("bil", frozenset({"william"})))
    (['S', 'a'], ['b', 'v'])
    """
    found: set[str] = set()
    for each in (heard, *map(sound, names)):
        first = each[:1]
        found |= set(_INITIALS.get(first, ())) or {"a" if first in VOWELS else _CLASS.get(first, first)}
    return frozenset(found)


@lru_cache(maxsize=1 << 17)
def consonants(word: str, *, written: bool) -> str:
    """Return the classes of consonants that an Arabic or Hebrew spelling and a Latin one share.

    ``written``: the word comes from a script that leaves vowels out, so w, y and v may be vowels.

    >>> consonants("shwyghw", written=True) == consonants("shoigu", written=False)
    True
    """
    bare = word[:1] + word[1:].translate(_NOT_CONSONANTS) if written else word
    heard = sound(bare)
    kept = (_CLASS.get(c, c) for c in heard[:1] + heard[1:].replace("h", "") if c not in VOWELS)
    return TWICE.sub(r"\1", "".join(kept)).replace("q", "S")


def letter_class(letter: str) -> str:
    """Return the one letter that stands for a consonant and those that are easily written for it."""
    return _CLASS.get(letter, letter)


def likeness(left: str, right: str) -> float:
    """Return how far two sounds may be the same, 0 to 1.

    >>> likeness("zelenski", "selenski") > 0.95, likeness("marko", "marta") < 0.7
    (True, True)
    """
    if left == right:
        return 1.0
    longest = max(len(left), len(right))
    if Levenshtein.distance(left, right, score_cutoff=longest // 2 + 1) > longest // 2 + 1:
        return 0.0
    return _weighed(left, right) if left < right else _weighed(right, left)


@lru_cache(maxsize=1 << 16)
def _weighed(left: str, right: str) -> float:
    """Return 1 less the cost of the cheapest edits, by the length of the two."""
    before = [(0.0, 0)]
    for letter in right:
        before.append(_plus(before[-1], _lost(letter)))
    for mine in left:
        now = [_plus(before[0], _lost(mine))]
        for at, theirs in enumerate(right):
            now.append(
                min(
                    _plus(before[at], _changed(mine, theirs)),
                    _plus(before[at + 1], _lost(mine)),
                    _plus(now[at], _lost(theirs)),
                )
            )
        before = now
    cost, hard = before[-1]
    return max(0.0, 1.0 - 2 * cost / (len(left) + len(right)) - _HARD_TOO * hard)


def _plus(so_far: tuple[float, int], cost: float) -> tuple[float, int]:
    return so_far[0] + cost, so_far[1] + (cost >= _HARD)


def _lost(letter: str) -> float:
    return _LOST.get(letter, _HARD)


def _changed(left: str, right: str) -> float:
    return 0.0 if left == right else _NEAR.get(frozenset((left, right)), _HARD)
