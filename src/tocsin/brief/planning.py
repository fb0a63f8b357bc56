"""Which lines a brief has, in which order, and what each cites. Pure: the same records, the same brief."""

from collections.abc import Sequence

from tocsin.brief.asked import News
from tocsin.brief.citing import Desk
from tocsin.brief.counting import period
from tocsin.brief.days import instant
from tocsin.brief.given import Given, by_id
from tocsin.brief.material import NOBODY, Called, Fact, Material
from tocsin.brief.news import changes_of, news
from tocsin.brief.stories import STORIES, home_of, room, told
from tocsin.brief.telling_stories import tell
from tocsin.brief.whole import Brief
from tocsin.codec import LinksOf, no_links
from tocsin.record import Document
from tocsin.record.copy import Copy, Family
from tocsin.record.diff import Diff
from tocsin.record.finding import Finding
from tocsin.record.story import Story

VERSION = "brief@4"

PER_DAY = 8  # lines under one heading
WIDTH = 240  # characters of a line's words
NEWS = 8


def plan(  # noqa: PLR0913 - all that a case knows
    documents: Sequence[Document],
    records: Sequence[Fact],
    *,
    title: str,
    per_day: int = PER_DAY,
    width: int = WIDTH,
    made_by: Sequence[str] = (),
    as_of: str | None = None,
    links: LinksOf = no_links,
    findings: Sequence[Finding] = (),
    stories: Sequence[Story] = (),
    families: Sequence[Family] = (),
    since: str | None = None,
    changes: Diff | None = None,
    called: Called = NOBODY,
    unread: int = 0,
    copies: Sequence[Copy] | None = None,
) -> Brief:
    """Return the brief of some records and the documents that they stand in.

    With ``findings`` it tells first what is new and what is in dispute, then demands and plans with their
    answers, figures as a table, and the days. Without, it tells the days, the figures and the events. The
    order of what is given changes nothing, but for ``stories``, which are told biggest first anyway.

    No line is printed whose names or numbers do not stand in the reports that it cites: it is counted, and
    kept in ``refused`` with the reason.

    Args:
        documents: those counted; each record's document must be among them, or it is left out and counted.
        records: those chosen from; with figures and events, the statements that they stand in. An event
            that is a statement's own act is told as that statement.
        title: the heading of the brief.
        per_day: lines under each heading; further ones are counted.
        width: characters of a line's words; the cited spans are never cut.
        made_by: the components that read the documents, with their versions; the brief's own is added.
        as_of: the moment that the records were asked for, as the reader is to be told; not a filter.
        links: what the parts of a document's records stand for, by which speakers and holders are told apart.
        findings: questions over these records, which they refer to by id.
        stories: with several, each has a heading; the biggest are told, the rest counted.
        families: reports that are copied from one another; their copies are folded under the earliest.
        since: what is new is since then, and only what was said since then is told day by day.
        changes: what has changed since then; made of the findings where it is not given.
        called: names of entities and places by id, which count as evidence where a record is linked to them.
        unread: reports that could not be taken in.
        copies: pairs of reports that have words in common, for the note; None where nobody looked.

    Raises:
        ValueError: ``per_day`` or ``width`` is below 1.
    """
    if per_day < 1 or width < 1:
        raise ValueError(f"per_day and width are at least 1, not {per_day} and {width}")
    every = {document.id: document for document in documents}
    material = Material.of(every, records, links=links, called=called, families=families)
    given = Given(
        desk=Desk(material),
        records=by_id(records),
        findings=tuple(sorted(findings, key=lambda f: (instant(f.first), f.members[0].record, f.id))),
        stories=tuple(stories),
        since=since,
        per_day=per_day,
        width=width,
    )
    fresh, more_fresh = _news(given, changes)
    chosen, left = _stories(given)
    parts = tuple(tell(given, story, room(place, len(chosen))) for place, story in enumerate(chosen))
    return Brief(
        title=title,
        period=period(every.values()),
        counts=given.counts(unread, copies),
        since=since,
        news=fresh,
        more_news=more_fresh,
        stories=parts,
        more_stories=left,
        citations=given.desk.citations,
        refused=tuple(dict.fromkeys(given.desk.refused)),
        made_by=(*dict.fromkeys((*made_by, VERSION)),),
        as_of=as_of,
    )


def _stories(given: Given) -> tuple[list[Story | None], int]:
    """Return the stories to tell and how many are left out; None for a case that has one at most."""
    fresh = frozenset(document.id for document in given.documents.values() if given.is_new(document))
    chosen = told(given.stories, fresh)
    if len(chosen) <= 1:
        return ([None] if given.documents else []), 0
    return list(chosen[:STORIES]), len(chosen[STORIES:])


def _news(given: Given, changes: Diff | None) -> tuple[tuple[News, ...], int]:
    """Return what has changed, as far as it is asked for, and how much more there is."""
    if changes is None and given.since is None:
        return (), 0
    found = changes.changes if changes else changes_of(given.findings, given.since or "")
    by_finding = {finding.id: finding for finding in given.findings}
    return news(found, by_finding, given.desk, home_of(given.findings, given.stories), size=NEWS)
