"""The words of a text as they are counted: folded, and without their commonest endings."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_APOSTROPHE: Final = re.compile(r"['’]")
_LEAST: Final = 2  # letters
_STEM: Final = 3  # letters that an ending leaves at least
_KEPT_DOUBLE: Final = frozenset("lsz")
_NO_PLURAL: Final = frozenset("su")  # "glass", "virus"


def stems(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the stem, start and end of each word of a text that counts, in order.

    >>> [stem for stem, *_ in stems("Ukraine’s cities: 2,000 troops massed")]
    ['ukrain', 'city', '2,000', 'troop', 'mass']
    """
    for found in _WORD.finditer(text):
        if counted := _counted(found.group()):
            yield counted, found.start(), found.end()


def counts(text: str) -> Counter[str]:
    """Return how often each stem stands in a text: as ``stems``, without their places, and faster.

    >>> counts("Troops and a troop")
    Counter({'troop': 2, 'and': 1})
    """
    found = Counter(map(_counted, _WORD.findall(text)))
    found.pop("", None)
    return found


@lru_cache(maxsize=1 << 16)
def _counted(word: str) -> str:
    """Return the stem of a word as written; nothing where it does not count."""
    folded = _APOSTROPHE.sub("'", word.casefold()).removesuffix("'s").replace("'", "")
    return stem(folded) if len(folded) >= _LEAST else ""


def stem(word: str) -> str:
    """Return a folded word without an ending of the plural, of "-ing" or "-ed", or a mute e.

    >>> [stem(each) for each in ("armies", "classes", "planned", "shelling", "talks", "peace")]
    ['army', 'class', 'plan', 'shell', 'talk', 'peac']
    """
    if len(word) > _STEM + 1 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > _STEM + 1 and word.endswith("sses"):
        return word[:-2]
    if len(word) > _STEM and word.endswith("s") and word[-2] not in _NO_PLURAL:
        word = word[:-1]
    word = _without_verb_ending(word)
    return word[:-1] if len(word) > _STEM and word.endswith("e") else word


def _without_verb_ending(word: str) -> str:
    for end in ("ing", "ed"):
        if len(word) > len(end) + _STEM and word.endswith(end):
            bare = word.removesuffix(end)
            double = bare[-1] == bare[-2] and bare[-1] not in _KEPT_DOUBLE
            return bare[:-1] if double else bare
    return word
