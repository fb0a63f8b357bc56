"""What ``tocsin doctor`` looks at: each check says what it found, and what to do where it is wrong."""

import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import tocsin
from tocsin.model import open_model, runtime_facts
from tocsin.model.layers import Layers

OLDEST = (3, 11)
FREE = 200_000_000  # bytes; a case of a thousand reports is far smaller
SENTENCE = "“We want no war,” said Anna Berg."


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What one check found; ``advice`` says what to do where it is not ``ok``."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def python() -> Check:
    """Tell whether this Python is new enough."""
    return Check(
        name="python",
        ok=sys.version_info >= OLDEST,
        found=f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        advice=f"install Python {'.'.join(map(str, OLDEST))} or later",
    )


def sqlite() -> Check:
    """Tell whether SQLite can search full text."""
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        except sqlite3.OperationalError:
            searching = False
        else:
            searching = True
    return Check(
        name="sqlite",
        ok=searching,
        found=f"{sqlite3.sqlite_version}, {'with' if searching else 'without'} full-text search (FTS5)",
        advice="use a Python whose SQLite has FTS5; those of Debian and python.org do",
    )


def runtime() -> Check:
    """Tell whether the model's runtime loads, and what this processor offers it."""
    try:
        version, able = runtime_facts()
    except (ImportError, RuntimeError) as error:
        return Check(name="runtime", ok=False, found=str(error), advice="install tocsin again")
    return Check(name="runtime", ok=True, found=f"OpenVINO {version}; CPU has {', '.join(able)}")


def model() -> Check:
    """Tell whether the reading model is whole: it reads one sentence."""
    try:
        reader = open_model()
        (layers,) = reader.read([SENTENCE])
    except tocsin.TocsinError as error:
        return Check(name="model", ok=False, found=error.message, advice=error.advice)
    return Check(
        name="model",
        ok=_sound(layers),
        found=f"sha256 {reader.digest}",
        advice="the model finds no statement where there is one: install tocsin again",
    )


def _sound(layers: Layers) -> bool:
    return any(found.source and found.contents for found in layers.attributions)


def disk(path: Path | None) -> Check:
    """Tell whether there is room for a case, beside ``path`` or in the current folder."""
    folder = (path or Path()).resolve()
    while not folder.is_dir():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Check(
        name="disk",
        ok=free >= FREE,
        found=f"{free / 1e9:.1f} GB free at {folder}",
        advice="make room, or keep the case on another disk",
    )


def case(path: Path) -> Check:
    """Tell whether a case opens and all its quotes stand in their reports."""
    try:
        with tocsin.open(path) as opened:
            counts, report = opened.counts(), opened.verify()
    except tocsin.TocsinError as error:
        return Check(name="case", ok=False, found=error.message, advice=error.advice)
    found = (
        f"{path}: {counts.documents} documents, {counts.statements} statements, {counts.figures} figures, "
        f"{counts.events} events, {counts.names} names"
    )
    if report.ok:
        return Check(name="case", ok=True, found=f"{found}, {report.quotes} quotes stand")
    return Check(
        name="case",
        ok=False,
        found=f"{found}; {len(report.differing)} of {report.quotes} quotes differ",
        advice="'tocsin verify' lists them; read the reports into a new case",
    )


CHECKS: tuple[Callable[[], Check], ...] = (python, sqlite, runtime, model)


def all_checks(path: Path | None) -> tuple[Check, ...]:
    """Return what every check found; the case's own where one is named."""
    of_case = (case(path),) if path else ()
    return (*(check() for check in CHECKS), disk(path), *of_case)
