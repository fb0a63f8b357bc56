"""Fold a line for comparison: case, quotes, dashes, spaces and Markdown marks do not count."""

import re
from typing import Final

from anyascii import anyascii

_INSIDE: Final = re.compile(r"[.'’ʼ`´]+")  # "U.S.", "Zelens’kyi", "Ar Raqqa`"  # noqa: RUF001 - marks that names really have
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_NOT_WORDS: Final = re.compile(r"[\W_]+")


def fold(line: str) -> str:
    """Return the words of a line, lower-cased, one space apart.

    >>> fold("## ‘Deeply  concerned’") == fold("deeply concerned")
    True
    """
    return _NOT_WORDS.sub(" ", line).strip().casefold()


def fold_name(name: str) -> str:
    """Return a name in Latin letters, lower-cased, without marks, "the" and a possessor's ending.

    >>> fold_name("the U.S."), fold_name("Choïgou"), fold_name("Київ"), fold_name("Côte d’Ivoire’s")
    ('us', 'choigou', 'kiiv', 'cote divoire')
    """
    plain = anyascii(_POSSESSIVE.sub("", name.strip()))
    return _NOT_WORDS.sub(" ", _INSIDE.sub("", plain)).strip().casefold().removeprefix("the ")
