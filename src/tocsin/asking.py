"""What is asked of a case, from the keywords of Python to a query of the store."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from tocsin.errors import DateError
from tocsin.filters import (
    CopyFilters,
    EntityFilters,
    EventFilters,
    FigureFilters,
    Filters,
    FindingFilters,
    MomentFilters,
    PlaceFilters,
    StoryFilters,
)
from tocsin.record import EventType, Modality, NameType, TimeKind, Use
from tocsin.record.copy import CopyKind
from tocsin.record.finding import QuestionKind, Status
from tocsin.store import Query

ALL = "all"  # of the uses of places
E = TypeVar("E", bound=StrEnum)


def query_of(asked: Filters) -> Query:
    """Return the filters that every list takes as a query.

    Raises:
        DateError: a time is none.
    """
    return Query(
        by=asked.get("by"),
        about=asked.get("about"),
        since=_time(asked.get("since"), "since"),
        as_of=_time(asked.get("as_of"), "as-of"),
        document=asked.get("document"),
        story=asked.get("story"),
        limit=asked.get("limit"),
    )


def figure_query(asked: FigureFilters) -> Query:
    """Return a query for figures.

    Raises:
        DateError: a time is none.
    """
    measure = asked.get("measure")
    return replace(query_of(asked), types=(measure,) if measure else (), holder=asked.get("holder"))


def event_query(asked: EventFilters) -> Query:
    """Return a query for events.

    Raises:
        DateError: a time is none.
        ValueError: there is no such type or modality.
    """
    type_, modality = asked.get("type"), asked.get("modality")
    return replace(
        query_of(asked),
        types=(_one_of(EventType, type_.upper(), "event type"),) if type_ else (),
        modality=_one_of(Modality, modality.lower(), "modality") if modality else None,
    )


def moment_query(asked: MomentFilters) -> Query:
    """Return a query for moments.

    Raises:
        DateError: a time is none.
        ValueError: there is no such type.
    """
    type_ = asked.get("type")
    types = (_one_of(TimeKind, type_.lower(), "type of moment"),) if type_ else ()
    return replace(query_of(asked), types=types)


def entity_query(asked: EntityFilters) -> Query:
    """Return a query for entities.

    Raises:
        DateError: a time is none.
        ValueError: there is no such type.
    """
    type_ = asked.get("type")
    return replace(_shared(asked), types=(_one_of(NameType, type_.lower(), "type"),) if type_ else ())


def place_query(asked: PlaceFilters) -> Query:
    """Return a query for toponyms, of the use "place" where none is asked for.

    Raises:
        DateError: a time is none.
        ValueError: there is no such use.
    """
    use = (asked.get("use") or Use.PLACE).lower()
    return replace(query_of(asked), types=() if use == ALL else (_one_of(Use, use, "use"),))


def copy_query(asked: CopyFilters) -> Query:
    """Return a query for copies.

    Raises:
        DateError: a time is none.
        ValueError: there is no such kind.
    """
    kind = asked.get("kind")
    return replace(
        _shared(asked),
        story=asked.get("story"),
        kind=_one_of(CopyKind, kind.lower(), "kind of copy") if kind else None,
    )


def story_query(asked: StoryFilters) -> Query:
    """Return a query for stories.

    Raises:
        DateError: a time is none.
    """
    return _shared(asked)


def finding_query(asked: FindingFilters) -> Query:
    """Return a query for findings.

    Raises:
        DateError: a time is none.
        ValueError: there is no such kind or status.
    """
    kind, status, measure = asked.get("kind"), asked.get("status"), asked.get("measure")
    return replace(
        _shared(asked),
        by=asked.get("by"),
        story=asked.get("story"),
        kind=_one_of(QuestionKind, kind.lower(), "kind of finding") if kind else None,
        status=_one_of(Status, status.lower(), "status") if status else None,
        types=(measure,) if measure else (),
        open=asked.get("open", False),
    )


def meaning(query: Query, named: Callable[[str], Iterable[str]]) -> Query:
    """Return a query that also means the entries of the knowledge which have its words for a name.

    >>> meaning(Query(by="the Ukrainian government"), lambda _: ["ua"]).by_entities
    ('known:ua',)
    """
    return replace(
        query,
        by_entities=_known(query.by, named),
        about_entities=_known(query.about, named),
        holder_entities=_known(query.holder, named),
    )


def _shared(asked: EntityFilters | CopyFilters | StoryFilters | FindingFilters) -> Query:
    """Return the filters that lists of what is made of many reports share."""
    return Query(
        about=asked.get("about"),
        since=_time(asked.get("since"), "since"),
        as_of=_time(asked.get("as_of"), "as-of"),
        document=asked.get("document"),
        limit=asked.get("limit"),
    )


def _known(words: str | None, named: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    return tuple(f"known:{each}" for each in named(words)) if words else ()


def _one_of(values: type[E], wanted: str, what: str) -> E:
    try:
        return values(wanted)
    except ValueError as error:
        raise ValueError(f"there is no {what} {wanted!r}: take one of {', '.join(values)}") from error


def _time(text: str | None, name: str) -> str | None:
    """Return a date or time as given, having found that it is one."""
    if text is None:
        return None
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise DateError(
            f"{name} {text!r} is no date", advice="write 2021-04-13, or 2021-04-13T09:30+02:00 for a time"
        ) from error
    return text
