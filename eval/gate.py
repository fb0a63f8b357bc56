"""The gate: no figure may fall below its pinned floor, on the very corpus it was pinned on.

``eval/floors.json`` holds the floors and the digests. ``python -m eval --gate`` refuses a drop,
``python -m eval --pin`` writes new floors from what was just measured, and never lowers one.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from eval.rows import Report, Row

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.002  # between a measured figure and its floor: another CPU rounds int8 products otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least F1 that a figure may have."""

    task: str
    set: str
    split: str
    measure: str
    f1: float
    system: str = "tocsin"

    @property
    def key(self) -> tuple[str, ...]:
        """The key of the row it holds for."""
        return self.task, self.set, self.split, self.system, self.measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """All floors, and the digests of the sets they were measured on."""

    floors: tuple[Floor, ...] = ()
    corpora: dict[str, str] = field(default_factory=dict)


def load(path: Path = FLOORS) -> Floors:
    """Return the pinned floors.

    Raises:
        msgspec.ValidationError: the file is no such list; the message names the field.
    """
    return msgspec.json.decode(path.read_bytes(), type=Floors)


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write floors, one field a line, so that a change of one is a change of a line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=1) + b"\n")


def breaches(report: Report, floors: Floors, tasks: Iterable[str]) -> list[str]:
    """Return what is wrong, a sentence each: figures below their floor or missing, other corpora."""
    measured = {row.key: row.f1 for row in report.rows}
    chosen = [floor for floor in floors.floors if floor.task in set(tasks)]
    wrong = []
    for name in sorted({f"{floor.set}/{floor.split}" for floor in chosen}):
        pinned, found = floors.corpora.get(name), report.corpora.get(name)
        if found is not None and pinned is not None and found != pinned:
            wrong.append(
                f"{name} is not the corpus that the floors were pinned on ({found[:12]}, not {pinned[:12]})"
            )
    for floor in chosen:
        found_f1 = measured.get(floor.key)
        if found_f1 is None:
            wrong.append(f"{' '.join(floor.key)} was not measured; its floor is {floor.f1:.3f}")
        elif found_f1 < floor.f1:
            wrong.append(f"{' '.join(floor.key)} fell to {found_f1:.4f}, below its floor {floor.f1:.4f}")
    return wrong


def pinned(report: Report, old: Floors) -> Floors:
    """Return floors raised to what was measured, for the figures that have one; digests with them.

    A floor is never lowered here: that takes an edit of the file, and a reason.
    """
    measured = {row.key: row for row in report.rows}
    floors = tuple(_raised(floor, measured.get(floor.key)) for floor in old.floors)
    sets = {f"{floor.set}/{floor.split}" for floor in floors}
    corpora = old.corpora | {name: digest for name, digest in report.corpora.items() if name in sets}
    return Floors(floors=floors, corpora=dict(sorted(corpora.items())))


def _raised(floor: Floor, row: Row | None) -> Floor:
    if row is None:
        return floor
    least = math.floor((row.f1 - SLACK) * 10_000) / 10_000
    return replace(floor, f1=max(floor.f1, least))
