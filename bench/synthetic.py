"""A case of any size made of real reports, each made again by its number alone, with known copies.

A report is sentences of many articles, all but the commonest words of each exchanged for others of the
like frequency, the same one for the same all through a report: so it reads like nothing, but is as
long, repeats itself as much, and has as many everyday phrases as real ones. One report of ten holds a
passage of an earlier one: ``source``.
"""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise
from math import gcd
from typing import Final

import numpy as np
import numpy.typing as npt

_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]?[\"”’)]*")
_BANDS: Final = (300, 1000, 4000, 16000)  # the commonest words stay, the others change within a band
_SHARES: Final = (0.05, 0.1, 0.2, 0.4, 0.7, 1.0)
_BACK: Final = 5000  # reports back that a passage is from at most
_FIRST: Final = 50  # from here on there are copies
_LENGTHS: Final = range(30, 600)  # code points of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Which report a report has a passage of, and how much of it that is."""

    number: int
    share: float


class Synthetic:
    """Reports by number; the same ones for the same texts."""

    def __init__(self, texts: Sequence[str], *, copied: float = 0.1) -> None:
        counts = Counter(word for text in texts for word in _WORD.findall(text))
        self._words = sorted(counts, key=lambda word: (-counts[word], word))
        number = {word: n for n, word in enumerate(self._words)}
        self._lengths = [len(text) for text in texts if len(text) > 1000] or [4000]
        self._copied = copied
        inner = [edge for edge in _BANDS if edge < len(self._words)]
        self._lows = np.array([0, *inner], dtype=np.int64)
        edges = (0, *inner, len(self._words))
        self._sizes = np.array([b - a for a, b in pairwise(edges)], dtype=np.int64)
        self._bank: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], list[str]]] = []
        for text in texts:
            for found in _SENTENCE.finditer(text):
                sentence = found[0].strip()
                if len(sentence) in _LENGTHS:
                    ids = np.array([number[word] for word in _WORD.findall(sentence)], dtype=np.int64)
                    bands = np.searchsorted(self._lows, ids, side="right") - 1
                    self._bank.append((ids, bands, _WORD.split(sentence)))

    def source(self, n: int) -> Source | None:
        """Return where the passage of a report is from, where it has one."""
        chance = random.Random(n * 7919 + 1)
        if n < _FIRST or chance.random() >= self._copied:
            return None
        back = int(min(n, _BACK) * chance.random() ** 3)
        return Source(number=n - 1 - back, share=chance.choice(_SHARES))

    @lru_cache(maxsize=4096)  # noqa: B019 - one of it lives as long as the program
    def text(self, n: int) -> str:
        """Return a report."""
        own = self.sentences(n)
        given = self.source(n)
        if given is None:
            return " ".join(own)
        theirs = self.sentences(given.number)  # what it has of its own, not what it copied in turn
        whole = given.share == 1
        size = sum(map(len, theirs)) if whole else given.share * sum(map(len, own))
        first = 0 if whole else random.Random(n).randrange(max(1, len(theirs) // 2))
        taken: list[str] = []
        while first < len(theirs) and sum(map(len, taken)) < size:
            taken.append(theirs[first])
            first += 1
        if whole:
            return " ".join(taken)
        kept = own[: max(1, round(len(own) * (1 - given.share)))]
        at = random.Random(n + 1).randrange(len(kept) + 1)
        return " ".join((*kept[:at], *taken, *kept[at:]))

    def sentences(self, n: int) -> Sequence[str]:
        """Return the sentences that a report has of its own."""
        return [sentence for _, sentence in self.drawn(n)]

    def drawn(self, n: int) -> Sequence[tuple[int, str]]:
        """Return the sentences that a report has of its own, each with the number of the real one."""
        chance = random.Random(n)
        length = chance.choice(self._lengths)
        shift = [(chance.randrange(1, 1 << 20), chance.randrange(1 << 20)) for _ in self._sizes[1:]]
        sizes = self._sizes[1:].tolist()
        coprime = [
            next(each for each in count(step) if gcd(each, size) == 1)
            for (step, _), size in zip(shift, sizes, strict=True)
        ]
        factors = np.array([1, *coprime], dtype=np.int64)
        more = np.array([0, *(add for _, add in shift)], dtype=np.int64)
        found: list[tuple[int, str]] = []
        total = 0
        while total < length:
            at = chance.randrange(len(self._bank))
            ids, bands, between = self._bank[at]
            low = self._lows[bands]
            changed = low + ((ids - low) * factors[bands] + more[bands]) % self._sizes[bands]
            words = [self._words[i] for i in changed.tolist()]
            text = "".join(piece for pair in zip(between, [*words, ""], strict=True) for piece in pair)
            found.append((at, text))
            total += len(text) + 1
        return found
