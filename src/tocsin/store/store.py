"""A case as one object: opened, written to in transactions, asked."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tocsin.codec import Linked, Record
from tocsin.errors import CaseError
from tocsin.record import (
    Capture,
    Document,
    Entity,
    Event,
    Extraction,
    Failure,
    Figure,
    Judgement,
    Moment,
    Name,
    Reference,
    Role,
    Statement,
    Toponym,
)
from tocsin.store import fts, ledger, lookup, runs, views
from tocsin.store import search as searching
from tocsin.store import write as writes
from tocsin.store.across import Across, empty
from tocsin.store.answers import Counts, Doubt, Evidence, Hit, Placed, Provenance, Written
from tocsin.store.connect import engine_of, reading, writing
from tocsin.store.entities import blocks, doubts, judged, linked, places, renewal
from tocsin.store.entities import views as meant
from tocsin.store.linking import APART, Linking
from tocsin.store.parts import MOMENTS, NAMES, REFERENCES, ROLES, TOPONYMS
from tocsin.store.query import Query
from tocsin.store.schema import prepare


class Store(Across):
    """An open case. Reading never waits for writing; of several writers one at a time goes on.

    What is iterated over is read as it is asked for: take what you need before you close the store.
    """

    @classmethod
    def open(cls, path: Path, *, create: bool, linking: Linking = APART) -> Self:
        """Return the case at ``path``, brought up to date; with ``create`` a new one where there is none.

        ``linking`` tells which references are one. Where the case was last written with another one,
        the first write makes its entities anew.

        Raises:
            CaseError: there is no such file, or it is no case, or it cannot be read.
            NewerCaseError: a newer tocsin wrote it.
        """
        _there(path, create=create)
        engine = engine_of(path, create=create)
        try:
            prepare(engine, path, create=create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, path, linking)

    def close(self) -> None:
        """Let go of the file."""
        self._gone()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin_run(self, command: str, made_by: str, started: str) -> int:
        """Add a run to the case, and return its number."""
        with writing(self._engine, self.path) as connection:
            return runs.begin_run(connection, command, made_by, started)

    def end_run(self, run: int, ended: str) -> None:
        """Say when a run ended; one that has ended stays as it is."""
        with writing(self._engine, self.path) as connection:
            runs.end_run(connection, run, ended)

    def known(self, captures: Sequence[Capture], made_by: str) -> set[tuple[str, str]]:
        """Return (origin, sha256) of the captures from which this maker has read: nothing is left to do.

        A capture's hints count: the same bytes with other hints may be another document.
        """
        with reading(self._engine, self.path) as connection:
            return writes.known(connection, captures, made_by)

    def write(self, run: int, items: Sequence[tuple[Capture, Extraction]], recorded: str) -> Written:
        """Add what is new of the items, all in one transaction; what the case has is left alone.

        Raises:
            EvidenceError: a record does not rest on words that stand in its document. Nothing of the
                items is written then.
            CaseError: the file cannot be written. Nothing of the items is written then.
        """
        writes.check(items)
        if not items:
            return Written(added=0, versions=0, known=0)
        with writing(self._engine, self.path) as connection:
            renewal.make_current(connection, self._linking)
            return writes.write(connection, run, items, recorded, linking=self._linking)

    def fail(self, run: int, failures: Sequence[Failure], recorded: str) -> None:
        """Add failures to a run."""
        if failures:
            with writing(self._engine, self.path) as connection:
                runs.add_failures(connection, run, failures, recorded)

    def documents(self, query: Query) -> Iterator[Document]:
        """Yield the documents that are asked for, by when they were known."""
        with reading(self._engine, self.path) as connection:
            yield from views.documents_of(connection, query, self._linking)

    def names(self, query: Query) -> Iterator[Name]:
        """Yield the names that are asked for, by document, then in the order of reading."""
        with reading(self._engine, self.path) as connection:
            yield from views.worded(connection, NAMES, query, self._linking)

    def statements(self, query: Query) -> Iterator[Statement]:
        """Yield the statements that are asked for, by document, then in the order of reading."""
        with reading(self._engine, self.path) as connection:
            yield from views.statements_of(connection, query, self._linking)

    def figures(self, query: Query) -> Iterator[Figure]:
        """Yield the figures that are asked for, by document, then in the order of reading."""
        with reading(self._engine, self.path) as connection:
            yield from views.figures_of(connection, query, self._linking)

    def events(self, query: Query) -> Iterator[Event]:
        """Yield the events that are asked for, by document, then in the order of reading."""
        with reading(self._engine, self.path) as connection:
            yield from views.events_of(connection, query, self._linking)

    def moments(self, query: Query) -> Iterator[Moment]:
        """Yield the moments that are asked for, by document, then in the order of reading."""
        with reading(self._engine, self.path) as connection:
            yield from views.worded(connection, MOMENTS, query, self._linking)

    def roles(self, query: Query) -> Iterator[Role]:
        """Yield the roles that are asked for, by document, then in the order of reading."""
        with reading(self._engine, self.path) as connection:
            yield from views.worded(connection, ROLES, query, self._linking)

    def makers(self, query: Query) -> tuple[str, ...]:
        """Return what made the newest readings of the documents that are asked for."""
        with reading(self._engine, self.path) as connection:
            return views.makers_of(connection, query, self._linking)

    def document(self, id: str) -> Document:  # noqa: A002 - the word for it everywhere else
        """Return the document with this id, or the one id that begins so.

        Raises:
            CaseError: there is none, or several begin so.
        """
        with reading(self._engine, self.path) as connection:
            return lookup.document_by(connection, id)

    def record(self, id: str) -> Record:  # noqa: A002 - as above
        """Return the record with this id, or the one id that begins so, as it was read last.

        Raises:
            CaseError: there is none, or several begin so.
        """
        with reading(self._engine, self.path) as connection:
            return lookup.record_by(connection, id)

    def provenance(self, id: str) -> Provenance:  # noqa: A002 - as above
        """Return what made a record, in which run, of what.

        Raises:
            CaseError: there is none of that id, or several begin so.
        """
        with reading(self._engine, self.path) as connection:
            return lookup.provenance_by(connection, id)

    def search(self, words: str, limit: int) -> Iterator[Hit]:
        """Yield the documents, statements, figures and events that hold all the words, best first.

        Any string is safe.
        """
        with reading(self._engine, self.path) as connection:
            yield from searching.hits(connection, words, limit)

    def evidence(self) -> Iterator[Evidence]:
        """Yield the words that every record of every reading rests on, document by document."""
        with reading(self._engine, self.path) as connection:
            yield from ledger.all_evidence(connection)

    def failures(self) -> Iterator[Failure]:
        """Yield the reports that could not be taken in, by run."""
        with reading(self._engine, self.path) as connection:
            yield from runs.all_failures(connection)

    def counts(self) -> Counts:
        """Return how much the case holds."""
        with reading(self._engine, self.path) as connection:
            return ledger.counts(connection)

    def references(self, query: Query) -> Iterator[Reference]:
        """Yield the references that are asked for, by document, then in the order of reading."""
        with reading(self._engine, self.path) as connection:
            yield from views.worded(connection, REFERENCES, query, self._linking)

    def toponyms(self, query: Query) -> Iterator[Toponym]:
        """Yield the toponyms that are asked for, by document, then in the order of reading."""
        with reading(self._engine, self.path) as connection:
            yield from views.worded(connection, TOPONYMS, query, self._linking)

    def entities(self, query: Query) -> Iterator[Entity]:
        """Yield the entities that are asked for, those of most reports first."""
        with reading(self._engine, self.path) as connection:
            yield from meant.entities_of(connection, query, self._linking)

    def entity(self, id: str) -> Entity:  # noqa: A002 - as above
        """Return the entity with this id or key, or that has a key whose id is this or begins so.

        Raises:
            CaseError: there is none, or several begin so.
        """
        with reading(self._engine, self.path) as connection:
            return meant.entity_by(connection, id, self._linking)

    def places(self, query: Query) -> Iterator[Placed]:
        """Yield the places that are asked for, those of most reports first."""
        with reading(self._engine, self.path) as connection:
            yield from places.places_of(connection, query, self._linking)

    def links_of(self, ids: Sequence[str]) -> dict[tuple[str, str], Linked]:
        """Return what the parts of the records with these ids stand for, by id and part."""
        with reading(self._engine, self.path) as connection:
            return linked.links_of(connection, ids)

    def links_in(self, document: str) -> dict[tuple[str, str], Linked]:
        """Return what the parts of all records of a document stand for, by id and part."""
        with reading(self._engine, self.path) as connection:
            return linked.links_in(connection, document)

    def targets_of(self, record: str) -> tuple[tuple[str, str], ...]:
        """Return the parts of a record, each with the id of the reference or toponym that it stands for."""
        with reading(self._engine, self.path) as connection:
            return linked.targets_of(connection, record)

    def doubtful(self, limit: int) -> Iterator[Doubt]:
        """Yield the pairs that nobody has judged, the most doubtful first."""
        with reading(self._engine, self.path) as connection:
            yield from doubts.doubtful(connection, self._linking, limit)

    def crowded(self) -> Iterator[tuple[str, int]]:
        """Yield the blocks that are too big to be compared within, and how many keys each has."""
        with reading(self._engine, self.path) as connection:
            yield from blocks.crowded(connection)

    def judge(self, judgement: Judgement, recorded: str | None = None) -> None:
        """Add what a person says of two; entities are then as all that was said has it.

        Its sides are keys, or the id of a reference and a key: that very reference then counts under
        the key, or, said to be different from its own, under none but its id.
        """
        with writing(self._engine, self.path) as connection:
            renewal.make_current(connection, self._linking)
            renewal.judge(connection, self._linking, judgement, recorded or judgement.at)

    def judgements(self) -> Iterator[Judgement]:
        """Yield all that people said, the oldest first; of several on the same two the last holds."""
        with reading(self._engine, self.path) as connection:
            yield from judged.everything(connection)

    def rebuild(self) -> None:
        """Make the search indexes and the entities again from the log; what is found does not change.

        Copies, stories and findings are gone until the reports are linked again: all are pending.
        """
        with writing(self._engine, self.path) as connection:
            empty(connection)
            fts.rebuild(connection)
            renewal.rebuild(connection, self._linking)


def _there(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise CaseError(f"{path} is a folder, not a case", advice="name a file, such as crisis.tocsin")
    if not create and not path.exists():
        raise CaseError(f"there is no case {path}", advice=f"make one with: tocsin read PATH --case {path}")
    if create and not path.parent.is_dir():
        raise CaseError(f"there is no folder {path.parent}", advice="make the folder first, or name another")
