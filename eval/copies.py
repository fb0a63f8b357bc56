"""Copied passages and candidates, on passages planted in articles of other outlets (``eval/planted.py``).

The articles are those of ``load/``, in two halves told by a hash of their text: ``dev`` to choose on, any
other name for the half kept back. They serve as sources and hosts here, and nowhere else. Source and
host are of different outlets and have no twelve words in a row of nature. Character F1 counts both
sides, spaces left out; what is called copied is shared *text*, quoted speech that both have is none.
Candidates are asked for a host among all articles of the half: is the source among them? Beside them
stands datasketch's MinHash LSH, where it is installed.
"""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from xxhash import xxh3_64_intdigest

from eval.copies_peers import Peers, installed
from eval.gold import digest_of
from eval.metrics import Counts, total
from eval.planted import LIGHT, Planted, Way, plant, quotations
from eval.rows import Place, Row, aligned, make_rows, value_row
from tocsin.copies import Prepared, Report, Run, added, candidates, entry_of, prepare
from tocsin.copies.fingerprints import grams
from tocsin.copies.passages import passages
from tocsin.copies.words import words
from tocsin.errors import SourceError
from tocsin.record.copy import Passage, Shared

TASK: Final = "copies"
SET: Final = "planted"
LOAD: Final = Path("load") / "articles-6000.jsonl.gz"
SHARES: Final = (0.05, 0.1, 0.2, 0.4, 0.7, 1.0)
PAIRS: Final = 20  # for each way and share
SEED: Final = 1
_APART: Final = 12  # words in a row that a source and a host have of nature: they are left out
_TRIES: Final = 50  # for each pair: a text may have nothing to give
_LENGTHS: Final = range(1500, 12001)  # code points
_PLAIN: Final = (Way.VERBATIM, Way.REORDERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text, and who printed it."""

    outlet: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of one planted pair: copied characters, and those of shared speech."""

    planted: Planted
    text: Counts
    speech: Counts
    wrong: int  # characters of shared quotations called copied


def articles(data: Path, split: str) -> list[Article]:
    """Return the articles of a half; none where the folder has none."""
    path = data / LOAD
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        every = [json.loads(line) for line in lines]
    return [
        Article(outlet=one["outlet"], text=one["text"])
        for one in every
        if len(one["text"]) in _LENGTHS and (xxh3_64_intdigest(one["text"].encode()) & 1) == (split != "dev")
    ]


def pairs(texts: Sequence[Article], *, count: int = PAIRS, seed: int = SEED) -> Iterator[Planted]:
    """Yield so many planted pairs for each way and share; the same ones for the same texts."""
    chance = random.Random(seed)
    for way in Way:
        for share in SHARES:
            made = (one for _ in range(_TRIES * count) if (one := _pair(texts, way, share, chance)))
            yield from islice(made, count)


def _pair(texts: Sequence[Article], way: Way, share: float, chance: random.Random) -> Planted | None:
    source, host = chance.sample(texts, 2)
    if source.outlet == host.outlet or alike(source.text, host.text):
        return None
    one = plant(source.text, host.text, way=way, share=share, seed=chance.getrandbits(32))
    return one if one and (one.pairs or one.speech) else None


def alike(left: str, right: str) -> bool:
    """Tell whether two texts have a run of words of nature."""
    return bool(np.isin(_runs(left), _runs(right)).any())


@cache
def _runs(text: str) -> npt.NDArray[np.uint64]:
    return grams(words(text).hashes, _APART)


def found_in(one: Planted) -> Found:
    """Return what is found between a source and its host."""
    left, right = (
        prepare(Report(id=id_, known="", text=text, quotations=quotations(text)))
        for id_, text in (("host", one.source), ("source", one.text))
    )
    found = passages(left, right)
    wrong = _mask([where for _, where in one.speech], one.text) & _mask(
        _where(found, Shared.TEXT, 1), one.text
    )
    return Found(
        planted=one,
        text=counts(one, one.pairs, found, Shared.TEXT),
        speech=counts(one, one.speech, found, Shared.SPEECH),
        wrong=int(wrong.sum()),
    )


def counts(
    one: Planted,
    gold: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    found: Sequence[Passage],
    shared: Shared,
) -> Counts:
    """Return the characters on both sides that are found rightly, found, and there to be found."""
    right = told = there = 0
    for side, text in ((0, one.source), (1, one.text)):
        mine = _mask([pair[side] for pair in gold], text)
        ours = _mask(_where(found, shared, side), text)
        right, told, there = right + int((mine & ours).sum()), told + int(ours.sum()), there + int(mine.sum())
    return Counts(right=right, found=told, gold=there)


def _where(found: Iterable[Passage], shared: Shared, side: int) -> list[tuple[int, int]]:
    spans = [(one.left, one.right)[side] for one in found if one.shared is shared]
    return [(span.start, span.end) for span in spans]


def _mask(spans: Iterable[tuple[int, int]], text: str) -> npt.NDArray[np.bool_]:
    mask = np.zeros(len(text), dtype=np.bool_)
    for start, end in spans:
        mask[start:end] = True
    return mask & np.array([not sign.isspace() for sign in text], dtype=np.bool_)


def rows(split: str, found: Sequence[Found]) -> list[Row]:
    """Return the rows of passages: by way over all characters, and as the mean of pairs."""
    place = Place(task=TASK, set=SET, split=split)
    ways: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        ways[one.planted.way.value].append(one)
        if one.planted.way in LIGHT:
            ways["lightly edited, all"].append(one)
    quotes = ways.pop(Way.QUOTES.value)
    made = make_rows(place, {way: [one.text for one in of] for way, of in ways.items()})
    made += [_mean(place, f"{way}, mean of pairs", [one.text for one in of]) for way, of in ways.items()]
    made += make_rows(place, {"shared speech": [one.speech for one in quotes]})
    clean = [Counts(right=int(not one.text.found), found=1, gold=1) for one in quotes]
    made += make_rows(place, {"quotes only, nothing called copied": clean})
    return made


def _mean(place: Place, measure: str, of: Sequence[Counts]) -> Row:
    scores = np.array([one.f1 for one in of])
    error = 1.96 * float(scores.std()) / len(of) ** 0.5
    value = float(scores.mean())
    return value_row(place, measure, value, len(of), low=value - error, high=min(1.0, value + error))


def by_share(found: Sequence[Found]) -> str:
    """Return the mean F1 of pairs by way and share, as a table."""
    cells: dict[tuple[Way, float], list[Counts]] = defaultdict(list)
    for one in found:
        cells[one.planted.way, one.planted.share].append(one.text)
    lines = [("way", *(f"{share:.0%}" for share in SHARES), "characters")]
    for way in Way:
        if way is not Way.QUOTES:
            own = [cells[way, share] for share in SHARES]
            scores = [f"{np.mean([one.f1 for one in each]):.3f}" for each in own]
            lines.append((way.value, *scores, f"{total([c for each in own for c in each]).f1:.3f}"))
    quotes = [one for one in found if one.planted.way is Way.QUOTES]
    wrong = sum(one.wrong for one in quotes)
    said = sum(len(one.planted.speech) for one in quotes)
    return f"{aligned(lines, words=1)}\n{said} shared quotations, {wrong} characters of them called copied"


def index(texts: Sequence[Article]) -> tuple[Run, ...]:
    """Return the index of all articles, numbered as they come."""
    runs: tuple[Run, ...] = ()
    for number, one in enumerate(texts):
        runs = added(runs, number, entry_of(_asked(one.text, f"{number:06}")))
    return runs


def _asked(text: str, id_: str) -> Prepared:
    return prepare(Report(id=id_, known="2021", text=text))


def candidate_rows(
    split: str, texts: Sequence[Article], peers: Peers | None, *, count: int = PAIRS
) -> list[Row]:
    """Return for each system whether the sources of planted passages are among its candidates."""
    runs, number = index(texts), {one.text: n for n, one in enumerate(texts)}
    hits: dict[str, dict[str, list[Counts]]] = defaultdict(lambda: defaultdict(list))
    for one in pairs(texts, count=count, seed=SEED + 1):
        if one.way in (*_PLAIN, *LIGHT):
            found: Mapping[str, Sequence[int]] = {
                "tocsin": [each.number for each in candidates(runs, entry_of(_asked(one.text, "host")))],
                **(peers.ask(one.text) if peers else {}),
            }
            group = "verbatim, reordered" if one.way in _PLAIN else "lightly edited"
            for system, told in found.items():
                hit = Counts(right=int(number[one.source] in told), found=1, gold=1)
                for measure in (f"candidates, {group}", f"candidates, {group}, {one.share:.0%}"):
                    hits[system][measure].append(hit)
    return [
        row
        for system, measures in hits.items()
        for row in make_rows(Place(task=TASK, set=SET, split=split, system=system), measures)
    ]


def measured(data: Path, split: str, *, count: int = PAIRS) -> tuple[list[Row], dict[str, str], str]:
    """Return the rows, the digest of the articles, and the table by share.

    Raises:
        SourceError: the folder holds no articles.
    """
    texts = articles(data, split)
    if not texts:
        raise SourceError(f"{data} holds no {LOAD}", advice="give the folder with --data")
    peers = Peers([one.text for one in texts]) if installed() else None
    found = [found_in(one) for one in pairs(texts, count=count)]
    made = rows(split, found) + candidate_rows(split, texts, peers, count=count)
    without = "" if peers else "\ndatasketch is not installed here: no peer was measured"
    return made, {f"{SET}/{split}": digest_of([data / LOAD], data)}, by_share(found) + without
