"""The words of a content as they are compared: folded, and without their commonest endings."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from tocsin.lang import DEFAULT, section, table

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_STEM: Final = 3  # letters that an ending leaves at least
_KEPT_DOUBLE: Final = frozenset("lsz")


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word or number of a text in lower case, without "’s", and where it stands.

    >>> [word for word, *_ in words_of("Ukraine’s 2,000 troops don’t")]
    ['ukraine', '2,000', 'troops', 'dont']
    """
    for found in _WORD.finditer(text):
        word = found.group().casefold().replace("’", "'").removesuffix("'s").replace("'", "")
        if word:
            yield word, found.start(), found.end()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a folded word without an ending of the plural, of "-ing", "-ed" or "-ly", or a mute e.

    >>> [stem(each) for each in ("armies", "classes", "planned", "shelling", "sent", "accuses", "talks")]
    ['army', 'class', 'plan', 'shell', 'send', 'accus', 'talk']
    """
    word = _irregular().get(word, word)
    if len(word) > _STEM + 1 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) > _STEM + 1 and word.endswith("sses"):
        word = word[:-2]
    elif len(word) > _STEM and word.endswith("s") and word[-2] not in "su":
        word = word[:-1]
    word = _without_verb_ending(word)
    return word[:-1] if len(word) > _STEM and word.endswith("e") else word


@cache
def _irregular() -> Mapping[str, str]:
    """Return the forms that no ending tells, with the words that they are forms of."""
    listed = section(table(DEFAULT, "claims"), "irregular")
    return MappingProxyType(
        {form: lemma for lemma, forms in listed.items() for form in str(forms).split() if form != lemma}
    )


def _without_verb_ending(word: str) -> str:
    if len(word) > _STEM + 1 and word.endswith("ied"):
        return f"{word[:-3]}y"
    for end in ("ing", "ed", "ly"):
        if len(word) > len(end) + _STEM - 1 and word.endswith(end):
            bare = word.removesuffix(end)
            if not set(bare) & set("aeiouy"):
                continue
            double = bare[-1] == bare[-2] and bare[-1] not in _KEPT_DOUBLE
            return bare[:-1] if double else bare
    return word
