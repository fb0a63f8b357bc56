"""Reports read in other orders: are the entities of the case the same, byte by byte?

All reports of the data folder (``reports/*.jsonl`` and ``seeds``) go through reading, the model and
resolution once. What was extracted is then written into one case after another: in the order of the
files, one report at a time, and in shuffled orders with batches of all sizes. The entities of each case
are compared as ``tocsin entities -o json`` writes them, the whole in the order of the list.
"""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.gold import digest_of
from eval.passes import MADE_BY, Model
from eval.rows import Place, Row, value_row
from tocsin.codec import encode, entity_json
from tocsin.extract import extract
from tocsin.gather import gather
from tocsin.pipeline import Resolver
from tocsin.read import read
from tocsin.record import Capture, Extraction, Failure, Hints
from tocsin.store import Query, Store
from tocsin.store.linking import Linking

TASK, SET = "orders", "reports"
ORDERS = 6  # shuffled ones, beside that of the files and one report at a time
LARGEST = 40  # reports of a batch
SEEDED = Hints(published="2021-04-13")  # the two seeds are plain text, and were printed on that day
WHEN = "2026-11-20T08:00:00+00:00"
Item = tuple[Capture, Extraction]
Batches = Sequence[Sequence[Item]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The entities of a case in each order as one text, and the seconds that the writing took."""

    entities: tuple[str, ...]
    seconds: tuple[float, ...]

    @property
    def same(self) -> int:
        """In how many orders, beside the first, the entities are the very same."""
        return sum(each == self.entities[0] for each in self.entities[1:])


def sources(data: Path) -> list[Path]:
    """Return the files with reports, none where the folder has none."""
    return [*sorted(data.glob("reports/*.jsonl")), *sorted(data.glob("seeds/*.txt"))]


def items(model: Model, data: Path, resolver: Resolver) -> list[Item]:
    """Return all reports with what is read from them, each once."""
    taken = [
        each
        for each in gather([str(path) for path in sources(data)], stdin=None, fetched=WHEN)
        if not isinstance(each, Failure)
    ]
    documents = [read(each, options=SEEDED if each.origin.endswith(".txt") else Hints()) for each in taken]
    layers = model.read([each.text for each in documents])
    return [
        (capture, resolver(extract(document, own, made_by=MADE_BY), own))
        for capture, document, own in zip(taken, documents, layers, strict=True)
    ]


def orders(whole: Sequence[Item], number: int, seed: int = 4) -> Iterator[Batches]:
    """Yield the reports in the order given as one batch, then one at a time, then shuffled in batches."""
    yield [whole]
    yield [[each] for each in whole]
    chance = random.Random(seed)
    for _ in range(number):
        shuffled = chance.sample(whole, len(whole))
        batches = []
        while shuffled:
            size = chance.randint(1, LARGEST)
            batches.append(shuffled[:size])
            shuffled = shuffled[size:]
        yield batches


def outcome(every: Iterator[Batches], linking: Linking) -> Outcome:
    """Write the reports in each order into a case of its own, and return what its entities are."""
    entities, seconds = [], []
    with TemporaryDirectory() as folder:
        for number, batches in enumerate(every):
            path = Path(folder) / f"{number}.tocsin"
            with Store.open(path, create=True, linking=linking) as store:
                run = store.begin_run("eval", MADE_BY, WHEN)
                start = time.perf_counter()
                for batch in batches:
                    store.write(run, batch, WHEN)
                seconds.append(time.perf_counter() - start)
                entities.append("\n".join(encode(entity_json(each)) for each in store.entities(Query())))
    return Outcome(entities=tuple(entities), seconds=tuple(seconds))


def rows(found: Outcome) -> list[Row]:
    """Return the share of orders whose entities are byte-identical to those of the first."""
    others = len(found.entities) - 1
    share = found.same / others
    place = Place(task=TASK, set=SET, split="all")
    return [value_row(place, "same entities", share, others, low=share, high=share)]


def told(whole: Sequence[Item], found: Outcome) -> str:
    """Return how much was written, and how long that took, in a line."""
    references = sum(len(extraction.references) for _, extraction in whole)
    entities = found.entities[0].count("\n") + 1 if found.entities[0] else 0
    once, single, *shuffled = (f"{each:.1f}" for each in found.seconds)
    return (
        f"{len(whole)} reports, {references:,} references, {entities:,} entities; written at once {once} s, "
        f"one by one {single} s, shuffled {' '.join(shuffled) or 'never'} s"
    )


def digest(data: Path) -> str:
    """Return the digest of the reports."""
    return digest_of(sources(data), data)
