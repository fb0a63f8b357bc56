"""Records as rows of a table."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from tocsin import (
    Document,
    Entity,
    Event,
    Figure,
    Moment,
    Name,
    Role,
    Span,
    Statement,
    Toponym,
    When,
)
from tocsin.cli.output import Column
from tocsin.text.amounts import amount

ID_SHOWN = 10  # digits of an id in a table: enough to name the record to `show`
Fetch = Callable[[str], Document]
SaidIn = Callable[[Figure | Event], Statement | None]

DOCUMENTS = (Column("id", 14), Column("published", 16), Column("outlet", 20, 14), Column("title"))
STATEMENTS = (
    Column("id", 14),
    Column("published", 10, 0),
    Column("who", 24, 20),
    Column("act", 8),
    Column("says"),
)
NAMES = (
    Column("id", 14),
    Column("type", 12),
    Column("name", 30, 22),
    Column("is", None),
    Column("document", 14, 0),
    Column("at", 8, 0),
)
FIGURES = (
    Column("id", 14),
    Column("how many", 24, 18),
    Column("of what", 14, 11),
    Column("whose", 18, 14),
    Column("according to", None),
    Column("published", 10, 0),
)
EVENTS = (
    Column("id", 14),
    Column("when", 11, 0),
    Column("type", 9),
    Column("modality", 12),
    Column("actor", 18, 15),
    Column("recipient", 18, 0),
    Column("words"),
)
MOMENTS = (
    Column("id", 14),
    Column("words", 30, 22),
    Column("type", 8, 0),
    Column("value", None, 0),
    Column("from", 16),
    Column("to", 16),
)
ROLES = (
    Column("id", 14),
    Column("person", 26, 20),
    Column("role"),
    Column("of", 26, 16),
    Column("former", 6),
)
ENTITIES = (
    Column("id", 14),
    Column("name", 30, 24),
    Column("type", 12, 0),
    Column("of", 4),
    Column("reports", 7),
    Column("names"),
)
PLACES = (
    Column("id", 14),
    Column("words", 24, 22),
    Column("place", None),
    Column("at", 17, 0),
    Column("precision", 9),
)


def short_id(id: str) -> str:  # noqa: A002 - the word for it everywhere else
    """Return the beginning of an id, which names the record as well.

    >>> short_id("doc-0123456789abcdef0123")
    'doc-0123456789'
    """
    prefix, _, digits = id.partition("-")
    return f"{prefix}-{digits[:ID_SHOWN]}"


def who(statement: Statement) -> str:
    """Return whose words they are: the speaker, or what the report calls the source."""
    if statement.speaker:
        return statement.speaker.name
    return f"“{statement.source.text}”" if statement.source else "not said"


def words(statement: Statement) -> str:
    """Return the words of a statement, its parts joined."""
    return " … ".join(content.text for content in statement.contents)


def document_rows(documents: Iterable[Document]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each document, as ``DOCUMENTS`` heads them."""
    for document in documents:
        yield short_id(document.id), _when(document, 16), document.outlet or "", document.title or ""


def statement_rows(statements: Iterable[Statement], fetch: Fetch) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each statement, as ``STATEMENTS`` heads them."""
    day = lru_cache(maxsize=64)(lambda document: _when(fetch(document), 10))
    for each in statements:
        yield short_id(each.id), day(each.document), who(each), each.act, words(each)


def name_rows(names: Iterable[Name], called: Callable[[Name], str]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each name, as ``NAMES`` heads them; ``called`` tells whom it stands for."""
    for name in names:
        at = short_id(name.document), str(name.span.start)
        yield short_id(name.id), name.type, name.span.text, called(name), *at


def teller(statement: Statement | None, document: Document) -> str:
    """Return whose claim a figure or an event is: of whom the statement is, else the outlet's."""
    return who(statement) if statement else f"({document.outlet or 'the report'})"


def figure_rows(figures: Iterable[Figure], fetch: Fetch, said_in: SaidIn) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each figure, as ``FIGURES`` heads them."""
    document = lru_cache(maxsize=64)(fetch)
    for each in figures:
        of = document(each.document)
        told = teller(said_in(each), of)
        yield short_id(each.id), amount(each), each.measure or "", _text(each.holder), told, _when(of, 10)


def event_rows(events: Iterable[Event]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each event, as ``EVENTS`` heads them."""
    for each in events:
        parties = _text(each.actor), _text(each.recipient)
        yield short_id(each.id), _days(each.date), each.type, each.modality, *parties, each.span.text


def moment_rows(moments: Iterable[Moment]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each moment, as ``MOMENTS`` heads them."""
    for each in moments:
        ends = (each.first or "").replace("T", " "), (each.last or "").replace("T", " ")
        yield short_id(each.id), each.span.text, each.kind, each.value or "", *ends


def role_rows(roles: Iterable[Role]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each role, as ``ROLES`` heads them."""
    for each in roles:
        former = "former" if each.former else ""
        yield short_id(each.id), each.person.text, each.role.text, _text(each.body), former


def entity_rows(entities: Iterable[Entity]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each entity, as ``ENTITIES`` heads them."""
    for each in entities:
        names = ", ".join(name for name, _ in each.names if name != each.name)
        yield short_id(each.id), each.name, each.type, each.country or "", str(each.documents), names


def place_rows(toponyms: Iterable[Toponym]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each toponym, as ``PLACES`` heads them; an area shows no point."""
    for each in toponyms:
        where = located(each) if each.place else f"{located(each)}: {each.why}"
        point = each.place if each.box is None else None
        at = f"{point.latitude:.3f}, {point.longitude:.3f}" if point else ""
        yield short_id(each.id), each.phrase.text, where, at, each.precision or ""


def located(toponym: Toponym) -> str:
    """Return where a toponym lies, in words: "Kharkiv, Kharkiv Oblast, ua", or that it is not known."""
    where = toponym.place or toponym.within
    if where is None:
        return "not known"
    parts = (where.name, where.region if where.region != where.name else None, where.country)
    name = ", ".join(part for part in parts if part)
    if toponym.place is None:
        return f"not known, in {name}"
    return f"{toponym.relation}: {name}" if toponym.relation else name


def _text(span: Span | None) -> str:
    return span.text if span else ""


def _days(when: When | None) -> str:
    """Return the day of a time, or the first and a sign that there are more; "" where none is known."""
    if when is None or not (when.first or when.last):
        return ""
    first, last = (when.first or "")[:10], (when.last or "")[:10]
    return first if first == last else f"{first}…" if first else f"…{last}"


def _when(document: Document, length: int) -> str:
    return document.published.when[:length].replace("T", " ") if document.published else ""
