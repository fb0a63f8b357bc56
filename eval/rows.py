"""The one table: a row a figure, as text or as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from eval.metrics import Counts, interval, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: what was measured on which set, and its 95% interval over documents."""

    task: str
    set: str
    split: str
    system: str
    measure: str
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    gold: int
    found: int

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one figure from another, the model aside."""
        return self.task, self.set, self.split, self.system, self.measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The figures of one run, with the digests of the model and of each set."""

    model: str
    corpora: dict[str, str]  # "polnear/dev" to sha256
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a figure belongs: task, set, split and system."""

    task: str
    set: str
    split: str
    system: str = "tocsin"


def make_rows(place: Place, measures: Mapping[str, Sequence[Counts]]) -> list[Row]:
    """Return a row for each measure from its counts, one a document."""
    rows = []
    for measure, documents in measures.items():
        counts = total(documents)
        low, high = interval(documents)
        rows.append(
            Row(
                task=place.task, set=place.set, split=place.split, system=place.system, measure=measure,
                precision=counts.precision, recall=counts.recall, f1=counts.f1, low=low, high=high,
                gold=counts.gold, found=counts.found,
            )
        )  # fmt: skip
    return rows


def value_row(place: Place, measure: str, value: float, items: int, *, low: float, high: float) -> Row:
    """Return the row of a figure that is no F1, such as a correlation; it stands in F1's column."""
    return Row(
        task=place.task, set=place.set, split=place.split, system=place.system, measure=measure,
        precision=value, recall=value, f1=value, low=low, high=high, gold=items, found=items,
    )  # fmt: skip


HEADINGS = ("task", "set", "split", "system", "measure", "P", "R", "F1", "95% interval", "gold", "found")
WORDS = 5  # columns of words stand left, those of figures right


def table(rows: Iterable[Row], before: Mapping[tuple[str, ...], float] | None = None) -> str:
    """Return the rows as lines of aligned columns; with ``before``, the change of F1 in points."""
    headings = (*HEADINGS, "points") if before is not None else HEADINGS
    lines: list[tuple[str, ...]] = [headings]
    for row in rows:
        figures = (f"{row.precision:.3f}", f"{row.recall:.3f}", f"{row.f1:.3f}")
        sure = (f"{row.low:.3f}-{row.high:.3f}", str(row.gold), str(row.found))
        cells: tuple[str, ...] = (*row.key, *figures, *sure)
        if before is not None:
            cells += (f"{100 * (row.f1 - before[row.key]):+.2f}" if row.key in before else "new",)
        lines.append(cells)
    return aligned(lines, words=WORDS)


def aligned(lines: Sequence[Sequence[str]], *, words: int) -> str:
    """Return cells as lines: the first ``words`` columns set left, the others right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if number < words else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def to_json(report: Report) -> str:
    """Return a report as JSON that ``from_json`` reads."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode()


def from_json(data: bytes) -> Report:
    """Return the report that ``to_json`` wrote.

    Raises:
        msgspec.ValidationError: the JSON is no such report; the message names the field.
    """
    return msgspec.json.decode(data, type=Report)
