"""Spellings: what keys a name, which names are worth comparing, and how alike two are, with reasons."""

from typing import Final

from tocsin.record import NameType, Weight
from tocsin.resolve.spelling.analysed import analysed, fingerprint
from tocsin.resolve.spelling.blocks import block_keys
from tocsin.resolve.spelling.bodies import compare_bodies
from tocsin.resolve.spelling.persons import compare_persons, is_part
from tocsin.resolve.spelling.score import Comparison
from tocsin.resolve.spelling.wording import distinctive

__all__ = [
    "SAME",
    "VERSION",
    "Comparison",
    "block_keys",
    "compare",
    "distinctive",
    "fingerprint",
    "is_common",
    "is_short",
]

VERSION: Final = "spelling@2"
SAME: Final = 0.8  # from here on two spellings are taken for one name
_SAME: Final = (Weight(part="spelling", value=1.0, why="the same spelling after transliteration"),)
_SAME_WORD: Final = Comparison(score=1.0, weights=_SAME, alone=True)
_SAME_WORDS: Final = Comparison(score=1.0, weights=_SAME)


def compare(a: str, b: str, type: NameType) -> Comparison:  # noqa: A002 - the field's word
    """Return how far two names of a type may name the same, by their spelling alone.

    >>> compare("Sergei Shoigu", "Sergueï Choïgou", NameType.PERSON).score > SAME
    True
    >>> compare("Viktor Yanukovych", "Viktor Yushchenko", NameType.PERSON).score < 0.4
    True
    """
    print_ = fingerprint(a, type)
    if print_ == fingerprint(b, type):
        return _SAME_WORD if type is NameType.PERSON and " " not in print_ else _SAME_WORDS
    if type is NameType.PERSON:
        return compare_persons(analysed(a, type), analysed(b, type))
    return compare_bodies(analysed(a, type), analysed(b, type))


def is_common(name: str, type: NameType) -> bool:  # noqa: A002 - the field's word
    """Return whether a body's name does not say whose it is: every state may have one.

    >>> is_common("Supreme Court", NameType.ORGANISATION), is_common("Bank of Norland", NameType.ORGANISATION)
    (True, False)
    """
    return type is not NameType.PERSON and analysed(name, type).common


def is_short(name: str, type: NameType) -> bool:  # noqa: A002 - the field's word
    """Return whether a name may be only part of another: a last name alone, initials, an abbreviation.

    >>> is_short("Blinken", NameType.PERSON), is_short("A. Blinken", NameType.PERSON)
    (True, True)
    >>> is_short("OSCE", NameType.ORGANISATION), is_short("Hamas", NameType.GROUP)
    (True, False)
    """
    found = analysed(name, type)
    if found.acronym is not None:
        return True
    return type is NameType.PERSON and is_part(found)
