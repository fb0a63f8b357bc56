"""What a case is asked of several reports together; a base of ``Store``."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Self
from weakref import finalize

from sqlalchemy import Engine

from tocsin.codec import Found
from tocsin.record import Extraction
from tocsin.record.copy import Copy
from tocsin.record.finding import Finding
from tocsin.record.story import Profile, Story
from tocsin.store import fts
from tocsin.store.across import checking, lookup, pending, people, views
from tocsin.store.across.rows import Rows
from tocsin.store.across.until import copy_until
from tocsin.store.connect import engine_of, reading, writing
from tocsin.store.entities import renewal
from tocsin.store.instants import last_instant
from tocsin.store.linking import APART, Linking
from tocsin.store.query import Query


class Across:
    """An open case, as to copies, stories and findings: each as it was last made."""

    def __init__(self, engine: Engine, path: Path, linking: Linking = APART) -> None:
        self._engine = engine
        self._linking = linking
        self._gone: Callable[[], object] = engine.dispose
        self.path = path

    @contextmanager
    def across(self) -> Iterator[Rows]:
        """Give the rows of what is told of several reports together; all is kept at the end, or nothing.

        Entities are as the linking of this store has them.
        """
        with writing(self._engine, self.path) as connection:
            renewal.make_current(connection, self._linking)
            yield Rows(connection, self._linking)

    def waits(self) -> bool:
        """Tell whether a report has a newest reading that is not linked, or people have judged since."""
        with reading(self._engine, self.path) as connection:
            if pending.waits(connection):
                return True
            return pending.linked_in(connection) > 0 and not people.looked(connection)

    def adrift(self) -> Iterator[str]:
        """Yield the ids of findings that rest on records which are not there, and of copies that are none."""
        with reading(self._engine, self.path) as connection:
            yield from checking.adrift(connection)

    def copies(self, query: Query) -> Iterator[Copy]:
        """Yield the copies that are asked for, those of the largest share first."""
        with reading(self._engine, self.path) as connection:
            yield from views.copies_of(connection, query)

    def stories(self, query: Query) -> Iterator[Story]:
        """Yield the stories that are asked for: of most reports first, then the latest."""
        with reading(self._engine, self.path) as connection:
            yield from views.stories_of(connection, query)

    def findings(self, query: Query) -> Iterator[Finding]:
        """Yield the findings that are asked for: the disputed first, then by reports, then the latest."""
        with reading(self._engine, self.path) as connection:
            yield from views.findings_of(connection, query, self._linking)

    def copy(self, id: str) -> Copy:  # noqa: A002 - the word for it everywhere else
        """Return the copy with this id, or the one id that begins so.

        Raises:
            CaseError: there is none, or several begin so.
        """
        with reading(self._engine, self.path) as connection:
            return lookup.copy_by(connection, id)

    def story(self, id: str) -> Story:  # noqa: A002 - as above
        """Return the story with this id, or the one id that begins so.

        Raises:
            CaseError: there is none, or several begin so.
        """
        with reading(self._engine, self.path) as connection:
            return lookup.story_by(connection, id)

    def finding(self, id: str) -> Finding:  # noqa: A002 - as above
        """Return the finding with this id, or the one id that begins so.

        Raises:
            CaseError: there is none, or several begin so.
        """
        with reading(self._engine, self.path) as connection:
            return lookup.finding_by(connection, id)

    def profiles_of(self, story: str) -> list[Profile]:
        """Return the profiles of a story's reports, by (known, id).

        Raises:
            CaseError: there is no such story, or several ids begin so.
        """
        with reading(self._engine, self.path) as connection:
            return lookup.profiles_of(connection, story)

    def records_by(self, ids: Sequence[str]) -> dict[str, Found]:
        """Return the records with these ids, as they were read last, in this order; no others."""
        with reading(self._engine, self.path) as connection:
            return lookup.records_by(connection, ids)

    def readings(self, documents: Sequence[str]) -> dict[str, Extraction]:
        """Return the newest readings of the documents with these ids, whole, in this order."""
        with reading(self._engine, self.path) as connection:
            return lookup.readings_by(connection, documents)

    def knowns(self) -> dict[str, str]:
        """Return when each report was known, by id, the first first."""
        with reading(self._engine, self.path) as connection:
            return lookup.knowns(connection)

    def latest_known(self) -> str | None:
        """Return when the last report was known; None of an empty case."""
        with reading(self._engine, self.path) as connection:
            return lookup.latest(connection)

    def later_than(self, when: str) -> bool:
        """Tell whether a report was known later than a day or time.

        Raises:
            DateError: it is neither.
        """
        last = self.latest_known()
        return last is not None and last > last_instant(when)

    def until(self, when: str) -> Self:
        """Return the case as if only the reports known by a day or time had ever been read.

        It is a case of its own, gone when it is closed. Entities are made anew of those reports, and
        nothing is linked yet. What people judged is all there.

        Raises:
            DateError: it is neither a day nor a time.
        """
        instant = last_instant(when)
        folder = Path(mkdtemp(prefix="tocsin-"))
        path = folder / self.path.name
        engine = engine_of(path, create=True)
        store = type(self)(engine, path, self._linking)
        remove = finalize(store, rmtree, folder, ignore_errors=True)  # where nobody closes it, too
        store._gone = partial(_let_go, engine, remove)  # noqa: SLF001 - one of us
        try:
            copy_until(engine, self.path, path, instant)
            with writing(engine, path) as connection:
                fts.rebuild(connection)
                renewal.rebuild(connection, self._linking)
        except BaseException:
            store._gone()  # noqa: SLF001 - as above
            raise
        return store


def _let_go(engine: Engine, remove: Callable[[], object]) -> None:
    engine.dispose()
    remove()
