"""A brief of a case: everything that the plan of one needs, asked of the case."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tocsin import brief
from tocsin.brief import Brief
from tocsin.store.instants import first_instant

if TYPE_CHECKING:
    from tocsin.case import Case
    from tocsin.filters import Filters


def brief_of(
    case: "Case", *, title: str, since: str | None, as_of: str | None, made_by: tuple[str, ...]
) -> Brief:
    """Return a brief of a case as it was known by a time; with ``since``, of what changed from then on.

    Raises:
        DateError: one of the times is none.
    """
    known: Filters = {"as_of": as_of}
    return brief.plan(
        list(case.documents(**known)),
        [*case.statements(**known), *case.figures(**known), *case.events(**known)],
        title=title,
        made_by=made_by,
        as_of=as_of,
        links=case.links,
        findings=tuple(case.findings(as_of=as_of)),
        stories=tuple(case.stories(as_of=as_of)),
        families=case.families(as_of=as_of),
        since=since,
        changes=case.diff(since=_before(since), as_of=as_of) if since is not None else None,
        called=_called(case),
        copies=tuple(case.copies(as_of=as_of)),
        unread=len({failure.origin for failure in case.failures()}),
    )


def _called(case: "Case") -> dict[str, tuple[str, ...]]:
    """Return the names of entities and places by id."""
    names = {each.id: (each.name, *(name for name, _ in each.names)) for each in case.entities()}
    places = {each.place.id: (each.place.name,) for each in case.places(use="all") if each.place}
    return names | places


def _before(since: str) -> str:
    """Return the last second before a time, or before a day begins."""
    return (datetime.fromisoformat(first_instant(since)) - timedelta(seconds=1)).isoformat()
