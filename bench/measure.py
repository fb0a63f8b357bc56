"""Starting jobs, and making figures of what they print."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]


class JobError(Exception):
    """A job did not end well; the message tells which, and its last words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a job printed, and how long its process took from start to end."""

    wall: float  # seconds
    figures: Mapping[str, float | str]

    def __getitem__(self, name: str) -> float:
        return float(self.figures[name])


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A line of the table: the median of its rounds, their range, and the bar where there is one."""

    what: str
    value: float
    unit: str
    low: float
    high: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the bar is reached; None where there is none."""
        if self.at_least is not None:
            return self.value >= self.at_least
        return self.value <= self.at_most if self.at_most is not None else None


def figure(
    what: str,
    rounds: Sequence[float],
    unit: str,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
) -> Figure:
    """Return the figure of one or more rounds.

    >>> figure("speed", [3.0, 1.0, 2.0], "1/s", at_least=2.0).holds
    True
    """
    return Figure(
        what=what,
        value=median(rounds),
        unit=unit,
        low=min(rounds),
        high=max(rounds),
        at_least=at_least,
        at_most=at_most,
    )


def run(job: str, *options: object, python: Path | str = sys.executable) -> Outcome:
    """Run a job of ``bench/jobs.py`` in a process of its own.

    Raises:
        JobError: it ended with an error, or printed no figures.
    """
    command = [str(python), "-m", "bench.jobs", job, *map(str, options)]
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - began
    if done.returncode:
        raise JobError(f"{job} ended with {done.returncode}: {done.stderr.strip()[-600:]}")
    return Outcome(wall=wall, figures=last_object(done.stdout, job))


def last_object(printed: str, job: str) -> dict[str, float | str]:
    """Return the JSON object in the last line that was printed.

    Raises:
        JobError: there is none.
    """
    lines = printed.strip().splitlines()
    try:
        found = json.loads(lines[-1])
    except (IndexError, ValueError) as error:
        raise JobError(f"{job} printed no figures") from error
    if not isinstance(found, dict):
        raise JobError(f"{job} printed no figures")
    return found


def start_up(command: Sequence[str], times: int) -> list[float]:
    """Return how many milliseconds a command takes from start to end, the first time left out.

    Raises:
        JobError: it ended with an error.
    """
    taken = []
    for _ in range(times + 1):
        began = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        taken.append(1000 * (time.perf_counter() - began))
        if done.returncode:
            raise JobError(f"{' '.join(command)} ended with {done.returncode}")
    return taken[1:]


def growth(small: tuple[int, float], large: tuple[int, float], start: float) -> float:
    """Return how many times a report costs in a large run what it costs in a small one.

    Each run is (reports, seconds); ``start`` is what a run of one report takes.

    >>> growth((201, 21.0), (2001, 201.0), 1.0)
    1.0
    """
    (few, short), (many, long) = small, large
    return ((long - start) / (many - 1)) / ((short - start) / (few - 1))


HEADINGS = ("what", "value", "unit", "range", "bar", "")


def lines(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """Return the table's cells, headings first."""
    return [HEADINGS, *(_cells(each) for each in figures)]


def _cells(figure: Figure) -> tuple[str, ...]:
    bar = f">= {number(figure.at_least)}" if figure.at_least is not None else ""
    bar = f"<= {number(figure.at_most)}" if figure.at_most is not None else bar
    held = {None: "", True: "holds", False: "FAILS"}[figure.holds]
    spread = "" if figure.low == figure.high else f"{number(figure.low)}-{number(figure.high)}"
    return figure.what, number(figure.value), figure.unit, spread, bar, held


def number(value: float) -> str:
    """Return a figure as people write it.

    >>> [number(v) for v in (19345.2, 14.04, 0.612)]
    ['19,345', '14.0', '0.612']
    """
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3f}"
