"""A case of any size made of real reports, each made by its number alone, with known stories and copies.

A story is sentences of two articles, its names (capitalised words) taken from elsewhere, so that stories
made from one article differ. A report of it has 50 to 90 % of these, each with its words in another
order, so that the words are those of the story and no passage is; and between them sentences of its own
(``bench/synthetic.py``), which have as many everyday phrases as real ones. One of four reports that are
not the first of their story has a passage of an earlier one, word for word. Sizes of stories are
geometric, mean 4; a story's reports come within four days.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from bench.stories import CAPITAL, START, renamed
from bench.synthetic import Synthetic

A_DAY: Final = 274  # reports: 100,000 a year
SHARES: Final = (0.05, 0.1, 0.2, 0.4, 0.7, 1.0)
COPIED: Final = 0.25
LEAST: Final = 16  # words of a passage that is there to be found
_WITHIN: Final = 4  # days
_FIRST: Final = 26  # sentences of the first article, and of the second
_SECOND: Final = 14
_OWN: Final = 0.25  # of a report's sentences
_NO_MARKS: Final = str.maketrans("", "", '“”"')  # of quotations, which would open and not close
_WORD: Final = re.compile(r"\w+")


Sentence = tuple[str, str]  # where it is from, and the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A report that is to be made: its day, and its place among those of its story."""

    number: int
    day: int
    story: int
    seed: int

    @property
    def id(self) -> str:
        """The report's id."""
        return f"doc-{self.number:08}"

    @property
    def known(self) -> str:
        """When it was known: a string that reports stand in order by."""
        return f"{self.day:07}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A passage that a report has of an earlier one."""

    source: int
    words: int


class Known:
    """Reports by number, in the order of their days; the same ones for the same articles."""

    def __init__(self, bodies: Sequence[Sequence[str]], own: Synthetic, total: int) -> None:
        self._bodies, self._own = bodies, own
        self._names = sorted({name for body in bodies[:2000] for name in CAPITAL.findall(" ".join(body))})
        days = max(1, round(total / A_DAY))
        plans = sorted(_plans(total, days))
        self.reports = [
            Made(number=number, day=day, story=story, seed=seed)
            for number, (day, seed, story) in enumerate(plans)
        ]
        self._of: dict[int, list[int]] = {}
        for each in self.reports:
            self._of.setdefault(each.story, []).append(each.number)

    def taken(self, number: int) -> Taken | None:
        """Return what a report has of an earlier one, where it has a passage long enough to be found."""
        given = self._given(number)
        words = sum(len(_WORD.findall(sentence)) for _, sentence in given[1]) if given else 0
        return Taken(source=given[0], words=words) if given and words >= LEAST else None

    def passages(self, number: int) -> frozenset[str]:
        """Return the sentences of a report by where they are from: reports that have one in common share it.

        Of two sentences made of one real one by exchanging its rarer words, too, one is the other's copy.
        """
        given = self._given(number)
        return frozenset(each for each, _ in (*self._kept(number), *(given[1] if given else ())))

    def text(self, number: int) -> str:
        """Return a report."""
        kept, given = self._kept(number), self._given(number)
        at = random.Random(number + 1).randrange(len(kept) + 1)
        passage = given[1] if given else ()
        return " ".join(sentence for _, sentence in (*kept[:at], *passage, *kept[at:]))

    def _share(self, number: int) -> float:
        """Return how much of a report is of an earlier one."""
        one = self.reports[number]
        chance = random.Random(one.seed + 1)
        if self._of[one.story][0] == number or chance.random() >= COPIED:
            return 0
        return chance.choice(SHARES)

    def _kept(self, number: int) -> Sequence[Sentence]:
        """Return the sentences of a report that are its own."""
        own = self._sentences(number)
        return own[: round(len(own) * (1 - self._share(number)))]

    def _given(self, number: int) -> tuple[int, Sequence[Sentence]] | None:
        """Return whose sentences a report has, and which."""
        share = self._share(number)
        if not share:
            return None
        one = self.reports[number]
        chance = random.Random(one.seed + 2)
        source = chance.choice([each for each in self._of[one.story] if each < number])
        theirs = self._kept(source)
        count = len(theirs) if share == 1 else max(1, round(share * len(self._sentences(number))))
        first = 0 if share == 1 else chance.randrange(max(1, len(theirs) - count + 1))
        return source, theirs[first : first + count]

    @lru_cache(maxsize=4096)  # noqa: B019 - one of it lives as long as the program
    def _sentences(self, number: int) -> Sequence[Sentence]:
        """Return the sentences that a report has of its own."""
        one = self.reports[number]
        chance = random.Random(one.seed)
        base = self._base(one.story)
        told = chance.sample(base, max(1, round(len(base) * chance.uniform(0.5, 0.9))))
        found = [(f"{number}:{at}", _reordered(each, chance)) for at, each in enumerate(told)]
        more = self._own.drawn(number)[: round(len(told) * _OWN / (1 - _OWN))]
        for at, sentence in more:
            found.insert(chance.randrange(len(found) + 1), (f"real {at}", sentence))
        return [(each, sentence.translate(_NO_MARKS)) for each, sentence in found]

    @lru_cache(maxsize=2048)  # noqa: B019 - as above
    def _base(self, story: int) -> Sequence[str]:
        """Return the sentences that a story's reports are made of."""
        chance = random.Random(-1 - story)
        one, two = chance.sample(self._bodies, 2)
        base = chance.sample(one, min(len(one), _FIRST)) + chance.sample(two, min(len(two), _SECOND))
        others = {name: chance.choice(self._names) for name in sorted(CAPITAL.findall(" ".join(base)))}
        return [CAPITAL.sub(partial(renamed, others), each) for each in base]


def _plans(total: int, days: int) -> Iterator[tuple[int, int, int]]:
    """Yield the day, a seed and the story of each report."""
    chance = random.Random(7)
    story = count = 0
    while count < total:
        day = START + chance.randrange(days)
        for _ in range(min(1 + int(chance.expovariate(1 / 3)), total - count)):
            yield day + chance.randrange(_WITHIN), chance.getrandbits(60), story
            count += 1
        story += 1


def _reordered(sentence: str, chance: random.Random) -> str:
    """Return a sentence with its words in another order; names stay whole."""
    units: list[str] = []
    first = False  # of a name: two capitalised words
    for word in sentence.split():
        if first and word[0].isupper():
            units[-1] = f"{units[-1]} {word}"
            first = False
        else:
            units.append(word)
            first = word[0].isupper()
    chance.shuffle(units)
    return " ".join(units)
