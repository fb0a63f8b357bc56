"""Speed and memory of grouping while a case grows: ``python -m bench.stories 100000 --days 365``.

The reports are made of real ones (``--data``), with known stories. A story's first report is made of
sentences of two articles of the load set, with its names (capitalised words) taken from elsewhere, so
that stories made from one article differ; its further reports keep 50 to 90 % of the sentences, add
sentences of a third article, and come within four days. Sizes are geometric, mean 4. With ``--dense``
all reports are made so from the web pages of the wire set, names kept: one topic of a few days, in which
nearly all hangs together.

Persons are runs of two capitalised words: no model is run. Prints for each tenth of the case what a
report costs in processor time of one process, for its profile and for grouping, the dearest batch, and
memory.
"""

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from bench.jobs import peak_memory
from tocsin.group import Grouping, shipped
from tocsin.group.profiles import weights, words
from tocsin.record import Document
from tocsin.record.story import Profile, TermKind

DATA: Final = Path(__file__).resolve().parents[2] / "shared" / "data"
LOAD, WIRE = "load/articles-6000.jsonl.gz", "wire/helsinki-2018.jsonl.gz"
START: Final = 737_000  # ordinal of the first day
TENTHS: Final = 10
_SENTENCE: Final = re.compile(r"(?<=[.!?”\"])\s+")
_PERSON: Final = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
CAPITAL: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A report that was made, and the story that it was made for."""

    id: str
    day: int
    text: str
    story: int


def articles(path: Path) -> list[list[str]]:
    """Return the sentences of each article that has some."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [found for text in texts if len(found := _SENTENCE.split(text)) > 8]


def made(bodies: Sequence[list[str]], total: int, days: int, *, dense: bool, seed: int = 7) -> Iterator[Made]:
    """Yield as many reports, story by story."""
    chance = random.Random(seed)
    names = sorted({name for body in bodies[:2000] for name in CAPITAL.findall(" ".join(body))})
    count = story = 0
    while count < total:
        one, two, three = chance.sample(bodies, 3)
        base = chance.sample(one, min(len(one), 20)) + chance.sample(two, min(len(two), 10))
        if not dense:
            others = {name: chance.choice(names) for name in CAPITAL.findall(" ".join(base))}
            base = [CAPITAL.sub(partial(renamed, others), each) for each in base]
        day = START + chance.randrange(days)
        for _ in range(min(1 + int(chance.expovariate(1 / 3)), total - count)):
            kept = chance.sample(base, max(1, round(len(base) * chance.uniform(0.5, 0.9))))
            text = " ".join(kept + chance.sample(three, min(len(three), chance.randrange(8))))
            id_ = f"doc-{chance.getrandbits(64):016x}"
            yield Made(id=id_, day=day + chance.randrange(4), text=text, story=story)
            count += 1
        story += 1


def renamed(names: dict[str, str], found: re.Match[str]) -> str:
    """Return the name that stands in another's stead."""
    return names.get(found.group(), found.group())


def profiled(report: Made) -> Profile:
    """Return the profile of a report by its words and what looks like a person's name."""
    background = shipped()
    persons = Counter(_PERSON.findall(report.text))
    things = dict(words(Document(id=report.id, text=report.text), background))
    things[TermKind.PERSON] = {
        each: (count, background.rarity_of_name(each)) for each, count in persons.items()
    }
    return Profile(
        document=report.id, known=str(report.day), day=report.day, outlet=None, weights=weights(things)
    )


def grow(reports: Sequence[Made], batch: int) -> Grouping:
    """Group the reports batch by batch, and print what each tenth cost."""
    grouping = Grouping()
    step = max(len(reports) // TENTHS, batch)
    spent, dearest, largest, since = [0.0, 0.0], 0.0, 0, 0
    for start in range(0, len(reports), batch):
        began = time.process_time()
        profiles = [profiled(each) for each in reports[start : start + batch]]
        then = time.process_time()
        changed = grouping.add(profiles)
        took = time.process_time() - then
        spent = [spent[0] + then - began, spent[1] + took]
        dearest = max(dearest, took / len(profiles))
        largest = max([largest, *map(len, changed.made)])
        since += len(profiles)
        if since >= step or start + batch >= len(reports):
            one, two = (1000 * value / since for value in spent)
            print(
                f"{start + len(profiles):8} reports: profile {one:.2f} ms, group {two:.2f} ms, in the "
                f"dearest batch {1000 * dearest:.1f}; {1000 / (one + two):.0f} a second; "
                f"largest story {largest}; "
                f"{peak_memory():.0f} MB",
                flush=True,
            )
            spent, dearest, since = [0.0, 0.0], 0.0, 0
    return grouping


def b_cubed(reports: Sequence[Made], grouping: Grouping) -> tuple[float, float]:
    """Return how well the stories were found again: precision and recall by B-cubed."""
    home = {document: at for at, story in enumerate(grouping.stories) for document in story}
    gold, found = Counter(each.story for each in reports), Counter(home.values())
    both = Counter((each.story, home[each.id]) for each in reports)
    precision = sum(n * n / found[at] for (_, at), n in both.items()) / len(reports)
    recall = sum(n * n / gold[told] for (told, _), n in both.items()) / len(reports)
    return precision, recall


def score(reports: Sequence[Made], grouping: Grouping) -> str:
    """Return in words how well the stories were found again."""
    precision, recall = b_cubed(reports, grouping)
    f1 = 2 * precision * recall / (precision + recall)
    gold, found = len({each.story for each in reports}), len(grouping.stories)
    return f"{gold} stories, {found} found; B-cubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Generate, group, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories", description=__doc__)
    add = parser.add_argument
    add("reports", type=int)
    add("--data", type=Path, default=DATA, metavar="FOLDER")
    add("--days", type=int, default=365)
    add("--batch", type=int, default=50)
    add("--order", choices=("date", "shuffled"), default="date")
    add("--dense", action="store_true", help="one topic, from the wire set")
    asked = parser.parse_args(argv)
    bodies = articles(asked.data / (WIRE if asked.dense else LOAD))
    reports = list(made(bodies, asked.reports, asked.days, dense=asked.dense))
    if asked.order == "date":
        reports.sort(key=lambda each: (each.day, each.id))
    else:
        random.Random(1).shuffle(reports)
    print(f"{len(reports)} reports made; {peak_memory():.0f} MB with their texts", flush=True)
    print(score(reports, grow(reports, asked.batch)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
