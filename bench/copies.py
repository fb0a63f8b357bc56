"""What a new report costs in a growing case, step by step: ``python -m bench.copies [--reports N]``.

The reports are synthetic from real ones (``bench/synthetic.py``), a million as well as a thousand. With
``--order`` they arrive shuffled or in reverse, which is when late reports make others choose again. A row is
printed at each mark; its times are CPU milliseconds a report over the last ones before it, ``add`` over all.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from eval.rows import aligned

from bench import texts
from bench.jobs import peak_memory
from bench.synthetic import Synthetic
from tocsin.copies import (
    Prepared,
    Report,
    Run,
    added,
    candidates,
    compare,
    entry_of,
    prepare,
    publishers,
    touched,
)
from tocsin.copies.packed import pack
from tocsin.record.copy import CopyKind

DATA: Final = Path(__file__).resolve().parents[2] / "shared" / "data"
MARKS: Final = (1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
LAST: Final = 500  # reports measured before each mark
HEADINGS: Final = (
    *("reports", "words", "prints", "candidates", "copies", "planted", "found", "told", "prepare", "prints"),
    *("look-up", "touched", "again", "align", "add", "all", "runs", "index MB", "peak MB"),
)
_STEPS: Final = ("prepare", "prints", "look-up", "again", "align")


class Growing:
    """A case that grows, and what its last reports cost."""

    def __init__(self, made: Synthetic, places: Sequence[int] | None) -> None:
        self._made, self._places = made, places
        self._runs: tuple[Run, ...] = ()
        self._spent: Counter[str] = Counter()
        self._adding = 0.0
        self._now = 0.0

    def _prepared(self, n: int) -> Prepared:
        known = f"{self._places[n] if self._places else n:08}"
        return prepare(Report(id=f"doc-{n:08}", known=known, text=self._made.text(n)))

    def _lap(self, step: str) -> None:
        now = time.process_time()
        self._spent[step] += now - self._now  # type: ignore[assignment]
        self._now = now

    def arrive(self, n: int, *, measured: bool) -> None:
        """Let a report arrive, and note what its steps cost."""
        self._made.text(n)
        self._now = time.process_time()
        one = self._prepared(n)
        prepared = time.process_time()
        own = entry_of(one)
        if measured:
            self._spent["prepare"] += prepared - self._now  # type: ignore[assignment]
            self._spent["prints"] += time.process_time() - prepared  # type: ignore[assignment]
            self._measure(n, one)
            self._spent["prints of all"] += len(own.hashes)
            self._spent["words"] += len(one.row)
            self._spent["reports"] += 1
        before = time.process_time()
        self._runs = added(self._runs, n, own)
        self._adding += time.process_time() - before

    def _measure(self, n: int, one: Prepared) -> None:
        own = entry_of(one)
        self._now = time.process_time()
        found = [each.number for each in candidates(self._runs, own)]
        self._lap("look-up")
        late = touched(self._runs, own)
        entries = [entry_of(self._prepared(each)) for each in late]
        self._now = time.process_time()
        touched(self._runs, own)
        for each in entries:
            candidates(self._runs, each)
            candidates(self._runs, each)
        self._lap("again")
        others = {each: self._prepared(each) for each in found}
        self._now = time.process_time()
        copies = {each: compare(one, other, publishers()) for each, other in others.items()}
        self._lap("align")
        told = {each for each, copy in copies.items() if copy and copy.kind is not CopyKind.QUOTATION}
        self._spent["candidates"] += len(found)
        self._spent["touched"] += len(late)
        self._spent["copies"] += len(told)
        source = self._made.source(n)
        if source and not self._places:
            self._spent["planted"] += 1
            self._spent["found"] += source.number in others
            self._spent["told"] += source.number in told

    def row(self, n: int) -> tuple[str, ...]:
        """Return the row of a mark, and forget what the last reports cost."""
        spent, self._spent = self._spent, Counter()
        count = spent["reports"] or 1
        times = {step: 1000 * spent[step] / count for step in _STEPS}
        add = 1000 * self._adding / (n + 1)
        size = sum(len(row.data) for run in self._runs for row in pack(run)) / 1e6
        return (
            f"{n + 1}",
            *(f"{spent[name] / count:.0f}" for name in ("words", "prints of all")),
            *(f"{spent[name] / count:.2f}" for name in ("candidates", "copies")),
            *(f"{spent[name]}" for name in ("planted", "found", "told")),
            *(f"{times[step]:.2f}" for step in ("prepare", "prints", "look-up")),
            f"{spent['touched'] / count:.2f}",
            *(f"{times[step]:.2f}" for step in ("again", "align")),
            f"{add:.2f}",
            f"{sum(times.values()) + add:.2f}",
            f"{len(self._runs)}",
            f"{size:.0f}",
            f"{peak_memory():.0f}",
        )


def main(argv: Sequence[str] | None = None) -> None:
    """Print a row at each mark."""
    parser = argparse.ArgumentParser(prog="python -m bench.copies", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--reports", type=int, default=100_000, help="up to a million")
    parser.add_argument("--order", choices=("date", "reverse", "shuffled"), default="date")
    parser.add_argument("--base", type=int, default=6000, help="real reports that others are made of")
    parser.add_argument("--words", type=int, default=10_000, help="of each of these at most")
    options = parser.parse_args(argv)
    made = Synthetic(texts.chosen(options.data, options.base, words=options.words))
    places = {
        "date": None,
        "reverse": range(options.reports, 0, -1),
        "shuffled": random.Random(1).sample(range(options.reports), options.reports),
    }[options.order]
    case = Growing(made, places)
    lines: list[tuple[str, ...]] = [HEADINGS]
    marks = sorted({*(mark for mark in MARKS if mark < options.reports), options.reports})
    for n in range(options.reports):
        case.arrive(n, measured=any(mark - LAST <= n < mark for mark in marks))
        if n + 1 in marks:
            lines.append(case.row(n))
            print(aligned([HEADINGS, lines[-1]], words=0), file=sys.stderr, flush=True)
    print(aligned(lines, words=0))


if __name__ == "__main__":
    main()
