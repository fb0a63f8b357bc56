"""Rows of tables and lists, their cells, and what is said when one of them is wrong."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from tocsin.errors import FormatError
from tocsin.knowledge.dates import first_day, is_date, last_day
from tocsin.knowledge.entries import Held
from tocsin.record.entity import Sector
from tocsin.record.name import NameType

T = TypeVar("T")
_SECTORS: Final = {sector.value: sector for sector in Sector}
_TYPES: Final = {
    **{kind.value: kind for kind in NameType},
    "organization": NameType.ORGANISATION,
    "country": NameType.STATE,
}
_AS_OF: Final = re.compile(r"^# as of: (\d{4}-\d\d-\d\d)$", re.MULTILINE)
_ADVICE: Final = "correct the line; the guide, docs/guides/knowledge.md, says what each field may hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one line, by field, and where the line stands."""

    file: str
    line: int
    cells: Mapping[str, str]
    as_of: str | None = None  # until when the table's facts without an end are known to hold

    def get(self, field: str) -> str:
        """Return a cell's text; the empty text where the table has no such field."""
        return self.cells.get(field, "")

    def all(self, field: str) -> tuple[str, ...]:
        """Return the parts of a cell, which ``|`` separates."""
        if not (cell := self.cells.get(field)):
            return ()
        return tuple([part for part in map(str.strip, cell.split("|")) if part]) if "|" in cell else (cell,)

    def need(self, field: str) -> str:
        """Return a cell's text; raises FormatError where it is empty."""
        if text := self.get(field):
            return text
        raise self.wrong(field, "is empty")

    def sector(self, field: str = "sector") -> Sector | None:
        """Return the sector that a cell names; None where it is empty."""
        return self._one(field, _SECTORS, str.upper)

    def type(self, field: str = "type") -> NameType | None:
        """Return the type of name that a cell names; None where it is empty."""
        return self._one(field, _TYPES, str.lower)

    def gender(self) -> str | None:
        """Return "f" or "m"; None where the cell is empty."""
        return self._one("gender", {"f": "f", "m": "m", "female": "f", "male": "m"}, str.lower)

    def date(self, field: str) -> str | None:
        """Return the EDTF date of a cell; None where it is empty."""
        text = self.get(field)
        if text and not is_date(text):
            raise self.wrong(field, f"{text!r} is no date like 2021-04-13, 2021-04 or 2021")
        return text or None

    def offices(self, field: str = "offices") -> tuple[Held, ...]:
        """Return the offices of a cell: ``office@body:first..last``, of which the office must be there."""
        return tuple(self._held(field, part) for part in self.all(field))

    def wrong(self, field: str, what: str, advice: str = _ADVICE) -> FormatError:
        """Return the error that names the file, the line and the field."""
        return FormatError(f"{self.file}, line {self.line}, {field}: {what}", advice=advice)

    def _one(self, field: str, known: Mapping[str, T], fold: Callable[[str], str]) -> T | None:
        text = self.get(field)
        if not text:
            return None
        if (found := known.get(fold(text))) is None:
            raise self.wrong(field, f"{text!r} is none of {', '.join(known)}")
        return found

    def _held(self, field: str, text: str) -> Held:
        head, _, dates = text.partition(":")
        office, _, body = head.partition("@")
        first, dots, last = dates.partition("..")
        if not office.strip() or (dates and not dots):
            raise self.wrong(field, f"{text!r} is not of the form office@body:first..last")
        for date in filter(None, (first, last)):
            if not is_date(date):
                raise self.wrong(field, f"{date!r} in {text!r} is no date like 2021-04-13, 2021-04 or 2021")
        if first and last and first_day(first) > last_day(last):
            raise self.wrong(field, f"{text!r} ends before it begins")
        seen = None if last else self.as_of
        return Held(
            office=office.strip(), body=body.strip(), first=first or None, last=last or None, seen=seen
        )


def table(file: str, text: str, fields: tuple[str, ...]) -> Iterator[Row]:
    r"""Yield the rows of a shipped table: notes after ``#``, a header, then cells between tabs.

    >>> text = "# what it is\nid\tnames\nua\tUkraine|Україна\n"
    >>> [row.all("names") for row in table("x.tsv", text, ("id", "names"))]
    [('Ukraine', 'Україна')]
    """
    lines = enumerate(text.split("\n"), start=1)
    header = next((cells for cells in _cells(lines)), None)
    if header is None:
        raise FormatError(f"{file} has no header", advice=_ADVICE)
    names = header[1]
    as_of = found[1] if (found := _AS_OF.search(text)) else None
    if unknown := [name for name in names if name not in fields]:
        raise FormatError(f"{file}: no such field: {', '.join(unknown)}", advice=f"use {', '.join(fields)}")
    for line, cells in _cells(lines):
        row = Row(file=file, line=line, cells=dict(zip(names, cells, strict=False)), as_of=as_of)
        if len(cells) > len(names):
            raise row.wrong(names[-1], f"{len(cells)} cells where the header has {len(names)}")
        yield row


def _cells(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    return (
        (number, [cell.strip() for cell in line.split("\t")])
        for number, line in lines
        if line.strip() and not line.startswith("#")
    )
