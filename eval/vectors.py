"""Sentence vectors: how well their cosine follows people's judgement of likeness (SemEval STS headlines)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from eval.metrics import ROUNDS, SEED
from eval.rows import Place, Row, value_row

YEARS = ("2013", "2014", "2015", "2016")
Floats = npt.NDArray[np.float64]
Vectors = Callable[[Sequence[str]], npt.NDArray[np.floating]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of headlines of one year, with the mean of people's scores from 0 to 5."""

    year: str
    path: Path
    scores: tuple[float, ...]
    lefts: tuple[str, ...]
    rights: tuple[str, ...]


def load(folder: Path) -> list[Pairs]:
    """Return the scored pairs of each year that the folder holds; unscored lines are passed over."""
    found = []
    for year in YEARS:
        for path in sorted((folder / "sts").glob(f"**/semeval-sts/{year}/headlines.test.tsv")):
            rows = [line.split("\t")[:3] for line in path.read_text("utf-8").splitlines()]
            scored = [(float(score), left, right) for score, left, right in rows if score]
            scores, lefts, rights = zip(*scored, strict=True)
            found.append(Pairs(year=year, path=path, scores=scores, lefts=lefts, rights=rights))
    return found


def cosines(left: npt.NDArray[np.floating], right: npt.NDArray[np.floating]) -> Floats:
    """Return the cosine of each pair of rows."""
    size = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
    found: Floats = (left * right).sum(1) / np.maximum(size, 1e-9)
    return found


def counted_words(texts: Sequence[str]) -> npt.NDArray[np.floating]:
    """Return TF-IDF vectors over the texts' own lower-cased words, the floor of the table."""
    split = [text.lower().split() for text in texts]
    numbers = {word: i for i, word in enumerate(sorted({word for words in split for word in words}))}
    table = np.zeros((len(texts), len(numbers)))
    for row, words in enumerate(split):
        for word in words:
            table[row, numbers[word]] += 1
    weighted: npt.NDArray[np.floating] = table * np.log(len(texts) / (table > 0).sum(0))
    return weighted


def row(pairs: Pairs, vectors: Vectors, *, system: str) -> Row:
    """Return a year's row: Pearson's r, with its 95% interval over pairs drawn again."""
    both = vectors([*pairs.lefts, *pairs.rights])
    size = len(pairs.lefts)
    found, gold = cosines(both[:size], both[size:]), np.array(pairs.scores)
    drawn = np.random.default_rng(SEED).integers(0, size, (ROUNDS, size))
    spread = [float(np.corrcoef(found[i], gold[i])[0, 1]) for i in drawn]
    low, high = np.percentile(spread, [2.5, 97.5])
    place = Place(task="vectors", set=f"sts-headlines-{pairs.year}", split="all", system=system)
    value = float(np.corrcoef(found, gold)[0, 1])
    return value_row(place, "Pearson r", value, size, low=float(low), high=float(high))
