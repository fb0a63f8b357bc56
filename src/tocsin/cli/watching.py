"""Progress on stderr: a moving line on a terminal, a line a minute elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from tocsin import Summary

EVERY = 60.0  # seconds between lines where nobody watches


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is told of a run: after each batch that was read, and then of how many reports are linked."""

    read: Callable[[Summary], None]
    link: Callable[[int, int], None]


@contextmanager
def watching(*, on: bool | None) -> Iterator[Watch]:
    """Give what shows a run's progress: always with ``on``, never without, else as stderr calls for."""
    if on is False:
        yield Watch(read=_quiet, link=_quiet)
    elif sys.stderr.isatty():
        with _moving() as watch:
            yield watch
    else:
        yield _lines(0.0 if on else EVERY)


def pace(summary: Summary) -> str:
    """Return how long it took and how fast that was.

    >>> pace(Summary(added=30, seconds=2.0))
    '2.0 s, 15.0 reports/s'
    """
    done = summary.added + summary.versions + summary.reread
    rate = f", {done / summary.seconds:.1f} reports/s" if done and summary.seconds >= 0.1 else ""
    return f"{summary.seconds:.1f} s{rate}"


def progress_line(summary: Summary) -> str:
    """Return where a run stands.

    >>> progress_line(Summary(added=3, unchanged=1, statements=40, seconds=1.0))
    '4 reports, 40 statements, 0 failed'
    """
    return f"{summary.reports} reports, {summary.statements} statements, {len(summary.failures)} failed"


def linking_line(done: int, of: int) -> str:
    """Return where the linking of reports stands.

    >>> linking_line(64, 1200)
    'linking 64 of 1,200 reports'
    """
    return f"linking {done:,} of {of:,} reports"


def _quiet(*_: object) -> None:
    """Show nothing."""


def _lines(every: float) -> Watch:
    last = time.monotonic()

    def say(line: Callable[[], str]) -> None:
        nonlocal last
        if time.monotonic() - last >= every:
            last = time.monotonic()
            click.echo(f"… {line()}", err=True)

    return Watch(
        read=lambda summary: say(lambda: f"{progress_line(summary)}, {pace(summary)}"),
        link=lambda done, of: say(lambda: linking_line(done, of)),
    )


@contextmanager
def _moving() -> Iterator[Watch]:
    from rich.console import Console  # noqa: PLC0415 - slow to import, wanted only on a terminal
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=4, transient=True) as bar:
        task = bar.add_task("reading")
        yield Watch(
            read=lambda summary: bar.update(task, description=f"{progress_line(summary)}, {pace(summary)}"),
            link=lambda done, of: bar.update(task, description=linking_line(done, of)),
        )
