"""Whether two names of a speaker mean the same one, by their words."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from eval.metrics import dice
from eval.relations import HALF

_WORD = re.compile(r"[^\W_]+")


@cache
def plain_words() -> frozenset[str]:
    """Return the words that tell no speaker from another."""
    words = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return frozenset(map(str, words["plain"]))


def key_words(name: str) -> frozenset[str]:
    """Return the words that tell a speaker from others: no case, accents, articles, pronouns, titles.

    >>> sorted(key_words("The Élysée's spokeswoman"))
    ['elysee', 'spokeswoman']
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = plain.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("'s", "")
    words = _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))
    return frozenset(word for word in words if word not in plain_words() and len(word) > 1)


def same_speaker(found: str, accepted: Iterable[str]) -> bool:
    """Tell whether a speaker is one of the accepted: one name holds all words of the other, and few more.

    >>> [same_speaker(name, ["Dmitry Peskov"]) for name in ("Peskov", "the Kremlin's Peskov", "the Kremlin")]
    [True, False, False]
    """
    mine = key_words(found)
    return any(
        (mine <= words or words <= mine) and dice(mine, words) > HALF
        for words in map(key_words, accepted)
        if mine and words
    )
