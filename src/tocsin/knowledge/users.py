"""Users' lists: entries from CSV and from FollowTheMoney JSON lines, laid over what is known."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Final

from tocsin.errors import FormatError
from tocsin.knowledge.entries import Entry, Held
from tocsin.knowledge.ftm import ftm_rows
from tocsin.knowledge.knowledge import Knowledge
from tocsin.knowledge.rows import Row
from tocsin.record.name import NameType
from tocsin.text.fold import fold_name

FIELDS: Final = (
    *("id", "name", "aliases", "type", "country", "sector", "part_of", "offices", "members", "gender"),
    *("wikidata", "adjectives", "people", "metonyms", "descriptions", "capital", "since", "until"),
)
_LISTS: Final = frozenset((".csv", ".tsv"))
_FTM: Final = frozenset((".json", ".jsonl", ".ndjson", ".ftm"))
ENDINGS: Final = (*sorted(_LISTS), *sorted(_FTM))


def extended(base: Knowledge, lists: Iterable[tuple[Path, bytes]]) -> tuple[Entry, ...]:
    """Return all entries of the base with those of the lists laid over them, in order."""
    entries = dict(base.entries)
    by_wikidata = {entry.wikidata: entry.id for entry in entries.values() if entry.wikidata}
    rows: list[tuple[Row, Entry]] = []
    for path, content in lists:
        seen: dict[str, int] = {}
        for row in _rows(path, content, base):
            made = _laid_over(row, base, entries, by_wikidata)
            if made.id in seen:
                raise row.wrong("id", f"{made.id!r} stands in line {seen[made.id]} already", _TWICE)
            seen[made.id] = row.line
            entries[made.id] = made
            rows.append((row, made))
    known = frozenset(entries)
    for row, entry in rows:
        _check(row, entry, known, base)
    return tuple(entries.values())


_TWICE: Final = "give each its own id, and what belongs to one in one line"


def _rows(path: Path, content: bytes, base: Knowledge) -> Iterator[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FormatError(
            f"{path.name}, line {line}: is no UTF-8", advice="save the list as UTF-8"
        ) from error
    if path.suffix.lower() in _LISTS:
        return _csv_rows(path.name, text)
    if path.suffix.lower() in _FTM:
        return ftm_rows(path.name, text, frozenset(base.entries))
    raise FormatError(
        f"{path.name} is no kind of list that is known",
        advice=f"name a CSV file {' or '.join(sorted(_LISTS))}, FollowTheMoney {' or '.join(sorted(_FTM))}",
    )


def _csv_rows(file: str, text: str) -> Iterator[Row]:
    header = text.partition("\n")[0]
    reader = csv.reader(StringIO(text), delimiter=max(",;\t", key=header.count), strict=True)
    names: list[str] = []
    try:
        for cells in reader:
            if not any(map(str.strip, cells)):
                continue
            if not names:
                names = [cell.strip().lower() for cell in cells]
                _check_header(file, names)
                continue
            row = Row(
                file=file,
                line=reader.line_num,
                cells={name: cell.strip() for name, cell in zip(names, cells, strict=False)},
            )
            if len(cells) > len(names):
                raise row.wrong(
                    names[-1],
                    f"{len(cells)} cells where the header has {len(names)}",
                    "put a cell that has a comma in it between double quotes",
                )
            yield row
    except csv.Error as error:
        raise FormatError(
            f"{file}, line {reader.line_num}: {error}", advice="close the quotes of this line"
        ) from error


def _check_header(file: str, names: list[str]) -> None:
    if unknown := [name for name in names if name not in FIELDS]:
        raise FormatError(
            f"{file}, line 1: no such field: {', '.join(map(repr, unknown))}",
            advice=f"use {', '.join(FIELDS)}",
        )
    if "name" not in names and "id" not in names:
        raise FormatError(
            f"{file}, line 1: neither id nor name", advice="give the field name, or id, or both"
        )


def _laid_over(
    row: Row, base: Knowledge, entries: Mapping[str, Entry], by_wikidata: Mapping[str, str]
) -> Entry:
    id_ = row.get("id") or slug(row.need("name"))
    shared = by_wikidata.get(row.get("wikidata")) or by_wikidata.get(id_)
    known = entries.get(id_) or base.get(id_) or entries.get(shared or "")
    kind = row.type()
    if known is None:
        if kind is None:
            raise row.wrong("type", "is empty, and no entry is known by this id")
        return _filled(
            row, Entry(id=id_, type=kind, name=row.need("name"), names=(), source=_source(row)), base
        )
    if kind and kind is not known.type:
        raise row.wrong(
            "type",
            f"{known.id!r} is known as {known.type.value}, not {kind.value}",
            "give it an id of its own",
        )
    return _filled(row, replace(known, source=f"{known.source} + {_source(row)}"), base)


def _filled(row: Row, entry: Entry, base: Knowledge) -> Entry:
    """Return the entry with all facts of a row; lists grow, the row's own first, and single facts change."""
    name = row.get("name") or entry.name
    return replace(
        entry,
        name=name,
        names=_joined((name, *row.all("aliases")), entry.names),
        adjectives=_joined(row.all("adjectives"), entry.adjectives),
        people=_joined(row.all("people"), entry.people),
        metonyms=_joined(row.all("metonyms"), entry.metonyms),
        descriptions=_joined(row.all("descriptions"), entry.descriptions),
        capital=row.get("capital") or entry.capital,
        country=_country(row, base) or entry.country,
        sector=row.sector() or entry.sector,
        part_of=row.get("part_of") or entry.part_of,
        members=_joined(row.all("members"), entry.members),
        since=row.date("since") or entry.since,
        until=row.date("until") or entry.until,
        offices=_offices(tuple(_known_office(held, base) for held in row.offices()), entry.offices),
        gender=row.gender() or entry.gender,
        wikidata=row.get("wikidata") or entry.wikidata,
    )


def slug(name: str) -> str:
    """Return the id of an entry that has none: its name, folded.

    >>> slug("Sergueï Choïgou")
    'serguei-choigou'
    """
    return re.sub(r"\W+", "-", fold_name(name))


def _source(row: Row) -> str:
    return f"{row.file} line {row.line}"


def _joined(new: tuple[str, ...], old: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*new, *old)))


def _known_office(held: Held, base: Knowledge) -> Held:
    """Words that are an office's name are that office: "defence minister" is defence-minister."""
    if held.office in base.offices:
        return held
    by_name = base.office_named(held.office)
    return replace(held, office=by_name) if by_name else held


def _offices(new: tuple[Held, ...], old: tuple[Held, ...]) -> tuple[Held, ...]:
    replaced = {(held.office, held.body) for held in new}
    return (*new, *(held for held in old if (held.office, held.body) not in replaced))


def _country(row: Row, base: Knowledge) -> str | None:
    if not (text := row.get("country")):
        return None
    states = [text.lower()] if text.lower() in base.entries else base.named(text)
    for state in states:
        if (entry := base.get(state)) and entry.type is NameType.STATE and len(states) == 1:
            return entry.country
    raise row.wrong("country", f"{text!r} is no state that is known", "give the ISO code of two letters: ua")


def _check(row: Row, entry: Entry, known: frozenset[str], base: Knowledge) -> None:
    wanted = (
        *(("part_of", part) for part in (row.get("part_of"),) if part),
        *(("members", member) for member in row.all("members")),
        *(("offices", held.body) for held in entry.offices if held.body),
    )
    for field, id_ in wanted:
        if id_ not in known and base.get(id_) is None:
            raise row.wrong(field, f"no entry has the id {id_!r}", "add it to the list, or correct the id")
