"""What entities cost: ``python -m bench.entities`` writes a case of many, then times new reports.

Names are made of syllables by a fixed seed; each report names thirty, as many as are in the reports
of an agency. The linking is the one that users have. Times are of the processor: writing to the
disk is the same with entities and without.
"""

import argparse
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tocsin.knowledge import load_knowledge
from tocsin.record import (
    Candidate,
    Capture,
    Document,
    Extraction,
    FoundIn,
    Link,
    Name,
    NameType,
    Precision,
    Published,
    Reference,
    Span,
    Weight,
    content_id,
)
from tocsin.resolve.linking import Linking
from tocsin.resolve.spelling import fingerprint
from tocsin.store import Store
from tocsin.store import write as writes
from tocsin.store.entities import renewal

NAMES = 30  # of a report
BATCH = 32  # reports of a write, as ``read`` has it
KNOWN = 60  # of the most frequent names
NOBODY: Mapping[str, str] = {}
MAKER = "bench@1"
RENEW = "renew"  # what the store calls in each write
THEN = "2026-11-20T08:00:00+00:00"
STARTS = [
    "b",
    "d",
    "g",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "t",
    "v",
    "y",
    "z",
    "br",
    "kr",
    "st",
    "ch",
    "f",
]
MIDDLES = ["a", "e", "i", "o", "u", "ai", "ou", "ei"]
ENDS = ["", "n", "r", "k", "l", "m", "s", "v", "nd", "sk"]
LASTS = ["ov", "enko", "ski", "ian", "adze", "sen", "ez", "oglu", "i", "in", "uk", "er"]
BODIES = ["Union", "Front", "Institute", "Committee", "Company", "Movement", "Council", "Agency"]
Item = tuple[Capture, Extraction]


def words(random_: random.Random, syllables: int) -> str:
    """Return a word that nobody knows."""
    parts = ("".join(map(random_.choice, (STARTS, MIDDLES, ENDS))) for _ in range(syllables))
    return "".join(parts).capitalize()


def pool(random_: random.Random, size: int) -> list[tuple[str, NameType]]:
    """Return so many different names: persons, three in four, and bodies; first names repeat, as they do."""
    firsts = [words(random_, 2) for _ in range(800)]
    found: dict[str, NameType] = {}
    while len(found) < size:
        if random_.random() < 0.75:
            last = words(random_, random_.choice((1, 2, 2))) + random_.choice(LASTS)
            found[f"{random_.choice(firsts)} {last}"] = NameType.PERSON
        else:
            body = f"{words(random_, 2)} {words(random_, 2)} {random_.choice(BODIES)}"
            found[body] = NameType.ORGANISATION
    return list(found.items())


def report(number: int, named: Sequence[tuple[str, NameType]], known: Mapping[str, str] = NOBODY) -> Item:
    """Return a report that names these, each twice; some are known, by these keys."""
    text = f"Report {number}\n\n" + "".join(f"{name} came. Then {name} left.\n" for name, _ in named)
    day = f"2021-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    of = Document(
        id=content_id("doc", text),
        text=text,
        origin=f"{number}.txt",
        published=Published(when=day, precision=Precision.DAY, found_in=FoundIn.FIELD),
    )
    names: list[Name] = []
    references: list[Reference] = []
    links: list[Link] = []
    at = 0
    for name, type_ in named:
        first = text.index(f"{name} came", at)
        at = text.index(f"{name} left", first)
        spans = tuple(Span.of(text, start, start + len(name)) for start in (first, at))
        reference = _reference(of, name, type_, spans, key=known.get(name))
        references.append(reference)
        for span in spans:
            id_ = content_id("nam", of.id, str(span.start))
            names.append(Name(id=id_, document=of.id, type=type_, span=span, score=0.9))
            links.append(Link(record=id_, part="name", to=reference.id))
    raw = text.encode()
    capture = Capture(
        origin=f"{number}.txt",
        body=raw,
        media_type="text/plain",
        sha256=sha256(raw).hexdigest(),
        fetched=THEN,
    )
    extraction = Extraction(document=of, names=tuple(names), statements=(), made_by=MAKER)
    return capture, replace(extraction, references=tuple(references), links=tuple(links))


def _reference(
    of: Document, name: str, type_: NameType, spans: tuple[Span, ...], *, key: str | None
) -> Reference:
    why = "a name of the same spelling, of somebody of another country"
    return Reference(
        id=content_id("ref", of.id, *(str(span.start) for span in spans)),
        document=of.id,
        type=type_,
        name=name,
        mentions=spans,
        key=key or f"{type_}:{fingerprint(name, type_)}",
        country=None,
        sector=None,
        roles=(),
        candidates=tuple(
            Candidate(
                id=f"c{each}", name=name, score=0.2, weights=(Weight(part="country", value=-1.0, why=why),)
            )
            for each in range(2)
        ),
        why="nobody of that name is known",
        score=0.9,
    )


def plain(item: Item) -> Item:
    """Return a report without what resolution adds."""
    capture, extraction = item
    return capture, replace(extraction, references=(), links=())


class Clock:
    """Times each call of a function."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def renew(self, *given: object) -> None:
        """Bring the entities up to date, and note how long it took."""
        began = time.process_time()
        renewal.renew(*given)  # type: ignore[arg-type]
        self.seconds.append(time.process_time() - began)


def batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Yield the items, a write at a time."""
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def fill(store: Store, items: Iterator[Item]) -> list[float]:
    """Write the items in batches, and return how many seconds each write took for a report."""
    taken = []
    for batch in batches(items):
        began = time.process_time()
        store.write(1, batch, THEN)
        taken.append((time.process_time() - began) / len(batch))
    return taken


def ordinary(random_: random.Random, names: Sequence[tuple[str, NameType]], reports: int) -> list[Item]:
    """Return reports as they come: names are as frequent as by Zipf's law, and the most frequent known."""
    weights = [1 / (rank + 1) for rank in range(len(names))]
    known = {name: f"known:{number}" for number, (name, _) in enumerate(names[:KNOWN])}
    found = []
    for number in range(reports):
        named = dict(random_.choices(names, weights, k=NAMES * 2))
        found.append(report(number, list(named.items())[:NAMES], known))
    return found


def main() -> None:
    """Print what a report costs in a case of ordinary size with and without entities, and in a huge one."""
    parser = argparse.ArgumentParser(prog="python -m bench.entities", description=__doc__)
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=100, help="new ones, timed")
    options = parser.parse_args()
    random_ = random.Random(4)
    linking = Linking(knowledge=load_knowledge())
    with TemporaryDirectory() as folder:
        some = ordinary(random_, pool(random_, 8000), 960)
        for what, items in (("without entities", map(plain, some)), ("with entities", iter(some))):
            with Store.open(Path(folder) / f"{what}.tocsin", create=True, linking=linking) as store:
                store.begin_run("bench", MAKER, THEN)
                taken = fill(store, items)
                print(f"{len(some)} reports {what}: {1000 * median(taken):.2f} ms a report")
        time_new(Path(folder), linking, random_, options)


def time_new(folder: Path, linking: Linking, random_: random.Random, options: argparse.Namespace) -> None:
    """Fill a case with entities, and print what a new report takes: twenty old names, ten new ones."""
    names = pool(random_, options.entities + 10 * options.reports)
    old, new = names[: options.entities], names[options.entities :]
    clock = Clock()
    with Store.open(folder / "huge.tocsin", create=True, linking=linking) as store:
        store.begin_run("bench", MAKER, THEN)
        parts = (old[at : at + NAMES] for at in range(0, len(old), NAMES))
        began = time.process_time()
        fill(store, (report(number, part) for number, part in enumerate(parts)))
        counts = store.counts()
        print(f"{counts.entities} entities of {len(old)} names in {counts.documents} reports: ", end="")
        print(f"{time.process_time() - began:.0f} s; {sum(1 for _ in store.crowded())} blocks passed over")
        setattr(writes, RENEW, clock.renew)
        for number in range(options.reports):
            ten = new[number * 10 : number * 10 + 10]
            store.write(1, [report(10**6 + number, [*random_.sample(old, NAMES - len(ten)), *ten])], THEN)
        setattr(writes, RENEW, renewal.renew)
    tenth = quantiles(clock.seconds, n=10)
    print(f"a new report: {1000 * tenth[4]:.1f} ms (nine in ten below {1000 * tenth[8]:.1f} ms)")


if __name__ == "__main__":
    main()
