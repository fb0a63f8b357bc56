"""What linking costs in a growing case: copies in one process and stories in another, side by side.

    python -m bench across [--linked 100000]
    python -m bench.across [--linked 1000000] [--part copies]      rows as they come, may be cut short

The reports are those of ``bench/known.py``: made of real ones, with known copies and stories, so that
speed is not bought with what is found. Both processes make each report by its number, and time what the
package does with it: for copies its quotations, its words and fingerprints, the candidates, and each
comparison, earlier reports being made ready again but for the last 512; for stories its profile (persons
are runs of two capitalised words: no model is run) and, 50 reports at a time, grouping. The store's work
is not in it. A row is printed at each mark: milliseconds of processor time a report over the last tenth of
the reports before it, and what was found of what is known.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from bench.jobs import peak_memory
from bench.known import Known
from bench.measure import ROOT, Figure, JobError, figure
from bench.stories import DATA, LOAD, articles, b_cubed, profiled
from bench.stories import Made as Report
from bench.synthetic import Synthetic
from tocsin.across.texts import prepared
from tocsin.copies import Prepared, Run, arrive, publishers
from tocsin.group import Grouping
from tocsin.record import Document, Extraction
from tocsin.record.copy import CopyKind

MARKS: Final = (1000, 10_000, 100_000, 1_000_000)
BATCH: Final = 50
_KEPT: Final = 512
_TENTH: Final = 10
Row = dict[str, float]


class Copying:
    """Copies of a case that grows: what ``tocsin.across.copying`` does, less the store."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._publishers = publishers()
        self._runs: tuple[Run, ...] = ()
        self._ready: OrderedDict[int, Prepared] = OrderedDict()
        self._numbers: Counter[str] = Counter()
        self._making = 0.0  # seconds that a report took to be made again: not what linking costs

    def batch(self, numbers: range) -> float:
        """Take reports in, and return what that cost, in seconds of processor time."""
        texts = {number: self._known.text(number) for number in numbers}
        spent = 0.0
        for number in numbers:
            began, self._making = time.process_time(), 0.0
            one = self._prepared(number, texts[number])
            found = arrive(one, number, self._runs, fetch=self._fetch, known=self._publishers)
            self._runs = found.runs
            spent += time.process_time() - began - self._making
            self._check(
                number,
                {
                    self._other(number, copy.left, copy.right)
                    for copy in found.added
                    if copy.kind is not CopyKind.QUOTATION
                },
            )
        return spent

    def _prepared(self, number: int, text: str) -> Prepared:
        document = Document(id=self._known.reports[number].id, text=text)
        read = Extraction(document=document, names=(), statements=(), made_by="bench")
        one = prepared(read, known=self._known.reports[number].known)
        self._ready[number] = one
        if len(self._ready) > _KEPT:
            self._ready.popitem(last=False)
        return one

    def _fetch(self, number: int) -> Prepared:
        if number in self._ready:
            return self._ready[number]
        began = time.process_time()
        text = self._known.text(number)
        self._making += time.process_time() - began
        return self._prepared(number, text)

    def _other(self, number: int, *pair: str) -> int:
        return next(other for id_ in pair if (other := int(id_.removeprefix("doc-"))) != number)

    def _check(self, number: int, told: set[int]) -> None:
        own = self._known.passages(number)
        taken = self._known.taken(number)
        self._numbers["planted"] += taken is not None
        self._numbers["found"] += taken is not None and taken.source in told
        self._numbers["told"] += len(told)
        self._numbers["right"] += sum(bool(own & self._known.passages(other)) for other in told)

    def found(self) -> Row:
        """Return how many of the planted copies were found, and how many of those told are copies."""
        count = self._numbers
        return {
            "recall": count["found"] / max(1, count["planted"]),
            "precision": count["right"] / max(1, count["told"]),
        }


class Telling:
    """Stories of a case that grows."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._grouping = Grouping()
        self._told: list[Report] = []

    def batch(self, numbers: range) -> float:
        """Take reports in, and return what that cost, in seconds of processor time."""
        reports = [
            Report(id=one.id, day=one.day, story=one.story, text=self._known.text(one.number))
            for one in self._known.reports[numbers.start : numbers.stop]
        ]
        began = time.process_time()
        self._grouping.add([profiled(each) for each in reports])
        spent = time.process_time() - began
        self._told += [replace(each, text="") for each in reports]
        return spent

    def found(self) -> Row:
        """Return how well the stories so far are those that the reports were made for, by B-cubed."""
        precision, recall = b_cubed(self._told, self._grouping)
        return {"recall": recall, "precision": precision}


PARTS: Final[Mapping[str, Callable[[Known], Copying | Telling]]] = {"copies": Copying, "stories": Telling}


def rows(part: Copying | Telling, total: int) -> Iterator[Row]:
    """Let reports arrive, and yield a row at each mark: what a report costs there, and what was found."""
    marks = sorted({*(mark for mark in MARKS if mark < total), total})
    spent = since = 0.0
    every = 0.0
    for start in range(0, total, BATCH):
        numbers = range(start, min(start + BATCH, total))
        taken = part.batch(numbers)
        every += taken
        mark = next(mark for mark in marks if mark > start)
        if numbers.stop > mark - max(BATCH, mark // _TENTH):
            spent += taken
            since += len(numbers)
        if numbers.stop >= mark:
            yield {
                "reports": numbers.stop,
                "ms": 1000 * spent / since,
                "seconds": every,
                "memory": peak_memory(),
                **part.found(),
            }
            spent = since = 0.0


def known(data: Path, total: int) -> Known:
    """Return a case of so many reports made of the articles of the data folder."""
    bodies = articles(data / LOAD)
    return Known(bodies, Synthetic([" ".join(body) for body in bodies]), total)


def linking(data: Path, total: int) -> list[Figure]:
    """Measure both parts, each in a process of its own, at once.

    Raises:
        JobError: one of them ended with an error.
    """
    command = [sys.executable, "-m", "bench.across", "--data", str(data), "--linked", str(total), "--part"]
    running = {
        part: subprocess.Popen([*command, part], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for part in PARTS
    }
    printed = {part: process.communicate()[0] for part, process in running.items()}
    for part, process in running.items():
        if process.returncode:
            raise JobError(f"linking, {part}, ended with {process.returncode}")
    found = {part: [json.loads(line) for line in text.splitlines()] for part, text in printed.items()}
    return figures(found)


def figures(found: Mapping[str, Sequence[Row]]) -> list[Figure]:
    """Return the figures of the rows of both parts: speed is that of the slower one."""
    slower = max(rows_[-1]["seconds"] for rows_ in found.values())
    total = int(next(iter(found.values()))[-1]["reports"])
    made = [figure(f"{total:,} reports linked", [total / slower], "reports/s", at_least=200)]
    for part, rows_ in found.items():
        at = {int(row["reports"]): row["ms"] for row in rows_}
        made += [figure(f"{part}: a report at {mark:,}", [ms], "ms") for mark, ms in at.items()]
        if 10_000 in at and total > 10_000:
            times = at[total] / at[10_000]
            made.append(figure(f"{part}: at {total:,} / at 10,000", [times], "times", at_most=1.5))
        last = rows_[-1]
        made += [
            figure(f"{part}: peak memory", [last["memory"]], "MB", at_most=2000),
            figure(f"{part}: recall", [last["recall"]], "share"),
            figure(f"{part}: precision", [last["precision"]], "share"),
        ]
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Print a part's rows, a JSON object each, as they come; the same in words to standard error."""
    parser = argparse.ArgumentParser(prog="python -m bench.across", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--linked", type=int, default=100_000, metavar="N", help="up to a million")
    parser.add_argument("--part", choices=tuple(PARTS), default="copies")
    options = parser.parse_args(argv)
    for row in rows(PARTS[options.part](known(options.data, options.linked)), options.linked):
        print(json.dumps(row), flush=True)
        told = ", ".join(f"{name} {value:,.3f}" for name, value in row.items() if name != "reports")
        print(f"{options.part} {row['reports']:,.0f}: {told}", file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
