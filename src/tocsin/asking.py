"""What is asked of a case, from the keywords of Python to a query of the store."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from tocsin.errors import DateError
from tocsin.filters import EventFilters, FigureFilters, Filters, MomentFilters
from tocsin.record import EventType, Modality, TimeKind
from tocsin.store import Query

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
