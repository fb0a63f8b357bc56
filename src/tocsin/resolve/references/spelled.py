"""Spellings of one name, as far as references ask for them."""

from functools import lru_cache
from typing import Final

from tocsin.record import NameType
from tocsin.resolve.spelling import compare
from tocsin.resolve.spelling.blocks import readings
from tocsin.resolve.spelling.sounds import sound
from tocsin.text.fold import fold_name

__all__ = ["alike", "heard", "last_name_keys"]

_LEAST: Final = 4  # letters of a name that may be spelled in two ways
_ALIKE: Final = 0.9


@lru_cache(maxsize=1 << 14)
def heard(word: str) -> frozenset[str]:
    """Return how the consonants of a folded word may be heard; spellings of one name share one way.

    >>> sorted(heard("choigou") & heard("shoigu"))
    ['Sk']
    """
    return frozenset(readings(sound(word)))


@lru_cache(maxsize=1 << 14)
def alike(one: str, other: str) -> bool:
    """Tell whether two folded words may be two spellings of one name.

    >>> alike("zelensky", "zelenskyy"), alike("choigou", "shoigu"), alike("weir", "wright")
    (True, True, False)
    """
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST or not heard(one) & heard(other):
        return False
    return compare(one, other, NameType.PERSON).score >= _ALIKE


def last_name_keys(name: str, type: NameType) -> tuple[str, ...]:  # noqa: A002 - the field's word
    """Return how a person's last name may be heard, to find persons of whom only the spelling differs."""
    words = fold_name(name).split() if type is NameType.PERSON else []
    return tuple(sorted(heard(words[-1]))) if len(words) > 1 else ()
