"""What is told of several reports together, as whoever links them reads and writes it, in one transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from tocsin.record import Entity, Extraction
from tocsin.record.copy import Copy
from tocsin.record.finding import Finding
from tocsin.record.story import Profile, Story
from tocsin.store.across import copies, findings, pending, people, readings, stories
from tocsin.store.across.pending import Pending
from tocsin.store.across.tables import ACROSS, across, acting, copy_runs, linked
from tocsin.store.append import append, put, remove
from tocsin.store.linking import Linking
from tocsin.store.tables import documents


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """A piece of a run of the index of fingerprints."""

    first: int
    after: int
    part: str
    low: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one case, within one transaction; documents go by number, or by id where records have it.

    Nothing is checked here: who writes knows what hangs together.
    """

    connection: Connection
    linking: Linking

    def version(self) -> str | None:
        """Return by which version the rows were made; None where there are none."""
        found: str | None = self.connection.execute(select(across.c.version)).scalar()
        return found

    def clear(self, version: str) -> None:
        """Empty all of it, so that every report is pending; what comes is made by this version."""
        empty(self.connection)
        append(self.connection, across, [(version,)])

    def pending(self, limit: int) -> list[Pending]:
        """Return the first reports whose newest reading is not linked, by number."""
        return pending.pending_in(self.connection, limit)

    def count(self) -> int:
        """Return how many reports are pending."""
        return pending.count_in(self.connection)

    def extraction(self, numbers: Sequence[int]) -> dict[int, Extraction]:
        """Return the newest readings of these documents, whole, by the number of the document."""
        return readings.extractions_at(self.connection, numbers)

    def reread(self) -> bool:
        """Tell whether a linked report has been read anew since."""
        return pending.reread(self.connection)

    def linked(self) -> int:
        """Return how many reports are linked."""
        return pending.linked_in(self.connection)

    def knowns(self) -> dict[int, tuple[str, str]]:
        """Return the id of each linked document, and when it was known, by number."""
        of = documents.c
        asked = select(of.seq, of.id, of.known).join(linked, linked.c.document == of.seq).order_by(of.seq)
        return {number: (id_, known) for number, id_, known in self.connection.execute(asked)}

    def link(self, rows: Sequence[tuple[int, int, str]]) -> None:
        """Say that these documents are linked: of each its number, its reading's, and what was told."""
        put(self.connection, linked, rows)

    def told(self) -> dict[int, str]:
        """Return what was told of each linked document when it was, by number."""
        asked = select(linked.c.document, linked.c.told).order_by(linked.c.document)
        return dict(self.connection.execute(asked).all())

    def runs(self) -> list[CopyRow]:
        """Return all pieces of the index of fingerprints, run by run."""
        asked = select(copy_runs).order_by(*copy_runs.primary_key.columns)
        return [
            CopyRow(first=first, after=after, part=part, low=low, data=data)
            for first, after, part, low, data in self.connection.execute(asked)
        ]

    def put_runs(self, gone: Sequence[tuple[int, int]], come: Sequence[CopyRow]) -> None:
        """Take away the runs of these reports [first, after), then set the pieces that come."""
        of = copy_runs.c
        for first, after in gone:
            self.connection.execute(delete(copy_runs).where(of.first == first, of.after == after))
        put(self.connection, copy_runs, [(row.first, row.after, row.part, row.low, row.data) for row in come])

    def pairs(self) -> list[Copy]:
        """Return all copies as two reports alone show them, by left and right, with their words."""
        return copies.pairs_in(self.connection)

    def put_pairs(self, come: Sequence[Copy], gone: Sequence[tuple[str, str]]) -> None:
        """Take away what these documents (left, right) show alone, then set what comes."""
        copies.put_pairs(self.connection, come, gone)

    def copies(self, numbers: Collection[int] | None = None) -> list[Copy]:
        """Return all copies, or those of these documents, by id, with their words."""
        return copies.copies_in(self.connection, numbers)

    def put_copies(self, come: Sequence[Copy], gone: Sequence[tuple[str, str]]) -> None:
        """Take away the copies between these documents (left, right), then set those that come."""
        copies.put_copies(self.connection, come, gone)

    def profiles(self) -> list[Profile]:
        """Return the profiles of all linked reports, by (known, id)."""
        return stories.profiles_in(self.connection)

    def put_profiles(self, profiles: Sequence[Profile]) -> None:
        """Set the profiles of these reports."""
        stories.put_profiles(self.connection, profiles)

    def stories(self) -> dict[str, tuple[str, ...]]:
        """Return the reports of every story, by (known, id)."""
        return stories.stories_in(self.connection)

    def put_stories(self, gone: Collection[str], come: Sequence[Story]) -> None:
        """Take some stories away, then set those that come; each report of theirs is then in its one."""
        stories.put_stories(self.connection, gone, come)

    def settled(self, blocks: Collection[str]) -> dict[str, list[bytes]]:
        """Return what stories say on the questions of these blocks, by block; the stories in order."""
        return stories.settled_in(self.connection, blocks)

    def blocks_of(self, of: Collection[str]) -> set[str]:
        """Return the blocks on which these stories say something."""
        return stories.blocks_of(self.connection, of)

    def put_settled(self, gone_stories: Collection[str], rows: Sequence[tuple[str, str, bytes]]) -> None:
        """Take away what these stories say, then set rows of (story, block, data)."""
        stories.put_settled(self.connection, gone_stories, rows)

    def put_findings(self, gone_scopes: Collection[str], come: Sequence[tuple[str, Finding]]) -> None:
        """Take away the findings of these scopes, then set those that come, each of its scope."""
        findings.put_findings(self.connection, gone_scopes, come)

    def acting(self) -> dict[str, tuple[str, str]]:
        """Return who acts, by key: the id of the entity, and its facts."""
        return people.actors(self.connection)

    def put_acting(self, rows: Sequence[tuple[str, str, str]], gone_keys: Collection[str]) -> None:
        """Take away some keys, then set rows of (key, entity, facts)."""
        remove(self.connection, acting, [(key,) for key in gone_keys])
        put(self.connection, acting, rows)

    def entities(self) -> list[Entity]:
        """Return the entities of the case as it stands."""
        return people.entities(self.connection, self.linking)

    def meant(self, numbers: Sequence[int]) -> dict[str, str]:
        """Return the canonical key of every reference of these documents, by its id."""
        return people.meant(self.connection, numbers)

    def judged(self) -> dict[str, str]:
        """Return the canonical key of each reference that people have judged, by its id."""
        return people.judged(self.connection)

    def looked(self) -> bool:
        """Tell whether the case was looked at as a whole after the last report and the last judgement."""
        return people.looked(self.connection)

    def look(self, *, done: bool) -> None:
        """Say that the case has been looked at as a whole, with all that people said; or that it is to be."""
        people.look(self.connection, done=done)

    def holding(self, keys: Collection[str]) -> set[int]:
        """Return the numbers of the documents with a reference that counts under one of these keys."""
        return people.naming(self.connection, keys)


def empty(connection: Connection) -> None:
    """Take away all that is told of several reports together; every report is pending then."""
    for table in ACROSS:
        connection.execute(delete(table))
