"""Read the shipped tables and the users' lists; what cannot be used is told with file, line and field."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Final

from tocsin.errors import SourceError
from tocsin.knowledge import shipped
from tocsin.knowledge.entries import Entry, Office, Template
from tocsin.knowledge.knowledge import Knowledge
from tocsin.knowledge.rows import Row
from tocsin.knowledge.users import extended

_ENTRIES: Final[Mapping[str, Callable[[Row], Entry]]] = {
    "countries.tsv": shipped.state,
    "bodies.tsv": shipped.body,
    "organisations.tsv": shipped.organisation,
    "groups.tsv": shipped.group,
    "persons.tsv": shipped.person,
}


def load_knowledge(users: Sequence[Path] = ()) -> Knowledge:
    """Return what ships with the package, extended by the users' lists in their order.

    The lists are CSV with a header (``.csv``, ``.tsv``) or FollowTheMoney as JSON lines (``.json``,
    ``.jsonl``, ``.ndjson``, ``.ftm``). An entry with the id of one that is known extends it, and its
    facts win. Raises SourceError and FormatError.
    """
    return _loaded(tuple((path, _read(path)) for path in users))


@lru_cache(maxsize=4)
def _loaded(users: tuple[tuple[Path, bytes], ...]) -> Knowledge:
    base = _shipped()
    if not users:
        return base
    digest = sha256(base.digest.encode())
    for path, content in users:
        digest.update(b"\0" + path.suffix.encode() + b"\0" + content)
    entries = extended(base, users)
    return Knowledge.of(entries, base.offices.values(), base.templates.values(), digest=digest.hexdigest())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"cannot read the list {path}: {error.strerror or error}",
            advice="give the path of a CSV file or of FollowTheMoney JSON lines",
        ) from error


@lru_cache(maxsize=1)
def _shipped() -> Knowledge:
    texts = dict(shipped_texts())
    digest = sha256()
    for file, text in texts.items():
        digest.update(file.encode() + b"\0" + text.encode() + b"\0")
    offices, templates, entries = read_tables(texts)
    return Knowledge.of(entries, offices, templates, digest=digest.hexdigest())


def shipped_texts() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every shipped table."""
    folder = resources.files("tocsin.knowledge").joinpath("data")
    for file in shipped.FIELDS:
        path = folder.joinpath(file)
        if path.is_file():
            yield file, path.read_text("utf-8")


def read_tables(
    texts: Mapping[str, str],
) -> tuple[tuple[Office, ...], tuple[Template, ...], tuple[Entry, ...]]:
    """Return the offices, templates and entries of tables; raises FormatError, also where an id is twice."""
    rows = {file: tuple(shipped.rows_of(file, text)) for file, text in texts.items()}
    _unique(rows)
    bodies = rows.get("bodies.tsv", ())
    return (
        tuple(map(shipped.office, rows.get("offices.tsv", ()))),
        tuple(shipped.template(row) for row in bodies if shipped.is_template(row)),
        tuple(
            make(row)
            for file, make in _ENTRIES.items()
            for row in rows.get(file, ())
            if not shipped.is_template(row)
        ),
    )


def _unique(rows: Mapping[str, tuple[Row, ...]]) -> None:
    seen: dict[tuple[bool, str], Row] = {}
    for file, some in rows.items():
        for row in some:
            first = seen.setdefault((file == "offices.tsv", row.need("id")), row)
            if first is not row:
                raise row.wrong("id", f"{row.get('id')!r} is taken by {first.file}, line {first.line}")
