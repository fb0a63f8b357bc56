"""A case: one file with reports, what was read from them, and where. The one door to the store."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, TypeVar, Unpack

from tocsin import settings as settings_of
from tocsin.asking import (
    entity_query,
    event_query,
    figure_query,
    meaning,
    moment_query,
    place_query,
    query_of,
)
from tocsin.brief import Brief
from tocsin.briefing import brief_of
from tocsin.codec import Found, Links, Record
from tocsin.doubts import Doubt, doubts_of, judged
from tocsin.errors import CaseError
from tocsin.filters import (
    EntityFilters,
    EventFilters,
    FigureFilters,
    Filters,
    MomentFilters,
    PlaceFilters,
)
from tocsin.forms import exported
from tocsin.in_order import Ahead
from tocsin.linking import DeferredLinking
from tocsin.nearest import nearest_id
from tocsin.read import parse_date
from tocsin.record import (
    Document,
    Entity,
    Event,
    Failure,
    Figure,
    Hints,
    Judgement,
    Moment,
    Name,
    Reference,
    Role,
    Statement,
    Toponym,
    Verdict,
)
from tocsin.settings import Settings
from tocsin.shown import Explanation, Shown, Standing, VerifyReport
from tocsin.store import Counts, Hit, Query, Store
from tocsin.together import Together
from tocsin.verifying import verified

if TYPE_CHECKING:
    from tocsin.pipeline import Reader, Summary

R = TypeVar("R", bound=Found)
TITLE = "What was said"


def _now() -> datetime:
    return datetime.now(UTC)


def open_case(
    path: str | Path,
    *,
    create: bool = False,
    settings: Settings | None = None,
    reader: "Reader | None" = None,
    clock: Callable[[], datetime] = _now,
) -> "Case":
    """Return the case at ``path``, made anew with ``create`` where there is none; close it after use.

    Raises:
        CaseError: there is no file (and ``create`` is false), or it is no case.
        NewerCaseError: a newer tocsin wrote it.
    """
    chosen = settings or settings_of.default()
    linking = DeferredLinking(chosen.resolve.knowledge)
    store = Store.open(Path(path), create=create, linking=linking)
    return Case(store, settings=chosen, linking=linking, reader=reader, clock=clock)


class Case(Together):
    """An open case. Keywords are the flags of the command line; use it in a ``with`` block."""

    def __init__(
        self,
        store: Store,
        *,
        settings: Settings,
        linking: DeferredLinking,
        reader: "Reader | None",
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._settings = settings
        self._linking = linking
        self._reader = reader
        self._clock = clock
        self._linked: tuple[str, Links] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def known_by(self, when: str) -> "Case":
        """Return the case as it was known by a day or time, to be looked at as long as this one is open.

        Raises:
            DateError: it is neither.
        """
        return Case(
            self._at(Query(as_of=when)),
            settings=self._settings,
            linking=self._linking,
            reader=None,
            clock=self._clock,
        )

    def close(self) -> None:
        """Close the case; what was read is already kept."""
        self._forget()
        self._store.close()

    def read(
        self,
        *sources: str | Path,
        published: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
        stdin: BinaryIO | None = None,
        progress: "Callable[[Summary], None] | None" = None,
        linking: Callable[[int, int], None] | None = None,
    ) -> "Summary":
        """Read files, folders and globs into the case, and return what was done, failures included.

        What was read before is left alone; a changed text under a known address or path is kept as a
        new version. The options say of every source what it does not say itself, and override it. At the
        end copies, stories and findings are brought in line with what is new; ``linking`` is told how many
        reports of how many are.

        Raises:
            DateError: ``published`` is no date.
            ModelError: the reading model cannot be opened.
        """
        from tocsin.pipeline import read_into  # noqa: PLC0415 - slow, and only reading needs it

        if published is not None:
            parse_date(published)  # so that a wrong one is told once, not for every report
        given = Hints(published=published, outlet=outlet, language=language)
        if self._reader is None:
            self._reader = self._packaged()
        summary = read_into(
            self._store,
            [str(source) for source in sources],
            reader=self._reader,
            settings=self._settings.read,
            clock=self._clock,
            options=given,
            stdin=stdin,
            progress=progress,
        )
        self._forget()
        self.link(progress=linking)
        return summary

    def _packaged(self) -> "Reader":
        from tocsin.model import DeferredModel, open_model  # noqa: PLC0415 - as above
        from tocsin.pipeline import Reader, open_resolver  # noqa: PLC0415

        threads, chosen = self._settings.model.threads or None, self._settings.resolve
        return Reader(
            model=DeferredModel(lambda: open_model(threads=threads)),
            resolver=open_resolver(knowledge=chosen.knowledge, gazetteer=chosen.gazetteer),
        )

    def documents(self, **asked: Unpack[Filters]) -> Iterator[Document]:
        """Yield documents by publication; ``document`` is an id or the beginning of one."""
        return self._store.documents(self._meant(query_of(asked)))

    def names(self, **asked: Unpack[Filters]) -> Iterator[Name]:
        """Yield names as they stand in the documents, those ``about`` words where these are given."""
        return self._store.names(self._meant(query_of(asked)))

    def statements(self, **asked: Unpack[Filters]) -> Iterator[Statement]:
        """Yield statements, those ``by`` a speaker and ``about`` words where these are given."""
        return self._store.statements(self._meant(query_of(asked)))

    def figures(self, **asked: Unpack[FigureFilters]) -> Iterator[Figure]:
        """Yield figures: of a ``measure``, of a ``holder``, said ``by`` a speaker, ``about`` words."""
        return self._store.figures(self._meant(figure_query(asked)))

    def events(self, **asked: Unpack[EventFilters]) -> Iterator[Event]:
        """Yield events: of a ``type`` and ``modality``, done ``by`` an actor, ``about`` words.

        Raises:
            ValueError: there is no such type or modality.
        """
        return self._store.events(self._meant(event_query(asked)))

    def moments(self, **asked: Unpack[MomentFilters]) -> Iterator[Moment]:
        """Yield what the reports say about time, of one ``type`` where it is given.

        Raises:
            ValueError: there is no such type.
        """
        return self._store.moments(self._meant(moment_query(asked)))

    def roles(self, **asked: Unpack[Filters]) -> Iterator[Role]:
        """Yield who holds which office where, those ``about`` words where these are given."""
        return self._store.roles(self._meant(query_of(asked)))

    def references(self, **asked: Unpack[Filters]) -> Iterator[Reference]:
        """Yield what each report refers to, one reference for all its mentions there."""
        return self._store.references(self._meant(query_of(asked)))

    def places(self, **asked: Unpack[PlaceFilters]) -> Iterator[Toponym]:
        """Yield the toponyms, of the ``use`` that is asked for; "place" where none is.

        Raises:
            ValueError: there is no such use.
        """
        return self._store.toponyms(self._meant(place_query(asked)))

    def entities(self, **asked: Unpack[EntityFilters]) -> Iterator[Entity]:
        """Yield the entities, those of most reports first; ``about`` is words of a name.

        Raises:
            ValueError: there is no such type.
        """
        return self._store.entities(self._meant(entity_query(asked)))

    def entity(self, id: str) -> Entity:  # noqa: A002 - the word for it everywhere else
        """Return the entity of that id, of the one that begins so, or of a key.

        Raises:
            CaseError: there is none, or several begin so.
        """
        return self._store.entity(id)

    def links(self, document: str) -> Links:
        """Return what the parts of a document's records stand for, by record and part."""
        if self._linked is None or self._linked[0] != document:
            self._linked = document, self._store.links_in(document)
        return self._linked[1]

    def doubtful(self, *, limit: int = 20) -> tuple[Doubt, ...]:
        """Return the pairs of names that nobody has judged, the most doubtful first."""
        return tuple(doubts_of(self._store, limit))

    def judge(self, left: str, right: str, verdict: Verdict | str, *, by: str, why: str = "") -> Judgement:
        """Keep what a person says of two entities, keys, or a reference and a key; views follow at once.

        Raises:
            CaseError: one of them is not there, or they are the same key.
            ValueError: there is no such verdict.
        """
        judgement = judged(
            self._store, left, right, Verdict(verdict), by=by, at=self._clock().isoformat(), why=why
        )
        self._store.judge(judgement)
        self._linked = None
        self._forget()
        return judgement

    def judgements(self) -> Iterator[Judgement]:
        """Yield all verdicts, the oldest first; of several on the same two the last holds."""
        return self._store.judgements()

    def _meant(self, query: Query) -> Query:
        """Return a query that also means the entities which the knowledge calls by its words.

        Of a story, it asks for the reports that were in it at the time asked for.

        Raises:
            CaseError: there is no such story, or several.
        """
        if query.story is not None:
            query = replace(query, documents=self._at(query).story(query.story).documents)
        return meaning(query, self._linking.named)

    def document(self, id: str) -> Document:  # noqa: A002 - the word for it everywhere else
        """Return the document of that id, or of the one id that begins so.

        Raises:
            CaseError: there is none, or several begin so.
        """
        return self._store.document(id)

    def show(self, id: str) -> Shown:  # noqa: A002
        """Return the record of that id, or of the one id that begins so, with its document.

        Raises:
            CaseError: there is none, or several begin so.
        """
        record = self._record(id)
        if isinstance(record, Document):
            return Shown(record=record, document=record)
        return Shown(
            record=record, document=self._store.document(record.document), said_in=self.said_in(record)
        )

    def said_in(self, record: Record) -> Statement | None:
        """Return the statement that asserts a figure or an event; None where the report itself does."""
        match record:
            case Figure(said_in=str(statement)) | Event(asserted_in=str(statement)):
                found = self._store.record(statement)
                return found if isinstance(found, Statement) else None
        return None

    def _record(self, id: str) -> Record:  # noqa: A002
        try:
            return self._store.record(id)
        except CaseError as error:
            near = nearest_id(id, lambda guess: self._store.record(guess).id)
            if near is None:
                raise
            raise CaseError(error.message, advice=f"did you mean {near}?") from error

    def explain(self, id: str) -> Explanation:  # noqa: A002
        """Return a record with all that tells why it is there.

        Raises:
            CaseError: there is none of that id, or several begin so.
        """
        shown = self.show(id)
        return Explanation(
            record=shown.record,
            document=shown.document,
            provenance=self._store.provenance(shown.record.id),
            said_in=shown.said_in,
            standing=tuple(self._standing(shown.record.id)),
        )

    def _standing(self, record: str) -> Iterator[Standing]:
        for part, target in self._store.targets_of(record):
            to = self._store.record(target)
            if isinstance(to, Reference | Toponym):
                yield Standing(part=part, to=to)

    def search(self, words: str, *, limit: int = 20) -> Iterator[Hit]:
        """Yield the documents, statements, figures and events that hold all the words, best first."""
        return self._store.search(words, limit)

    def verify(self) -> VerifyReport:
        """Read every quote of every record again in its document's text, and return what differs."""
        return verified(self._store)

    def brief(self, *, title: str | None = None, since: str | None = None, as_of: str | None = None) -> Brief:
        """Return a brief of the case, each line with citations; ``tocsin.render`` makes text of it.

        With ``since`` it tells what changed from that day on, and what was said from that day on.

        Raises:
            DateError: ``since`` or ``as_of`` is none.
        """
        makers = self._store.makers(query_of({"as_of": as_of}))
        return brief_of(self, title=title or TITLE, since=since, as_of=as_of, made_by=makers)

    def everything(self) -> Iterator[Record]:
        """Yield each document, then its records: names, statements, figures, events and so on."""
        lists: tuple[Iterator[Found], ...] = (
            self.names(),
            self.statements(),
            self.figures(),
            self.events(),
            self.moments(),
            self.roles(),
            self.references(),
            self.places(use="all"),
        )
        kinds = [Ahead(records) for records in lists]
        for document in self.documents():  # asked last, so that no record comes without its document
            yield document
            for records in kinds:
                yield from records.of(document)

    def export(self, form: str = "jsonl", *, table: str | None = None) -> Iterator[str]:
        """Yield all records as lines of ``jsonl``, or one table of them as lines of ``csv``.

        The tables are documents, names, statements (the default), figures, events, moments, roles,
        entities (as each report has them), places and evidence.

        Raises:
            ValueError: there is no such form or table.
        """
        return exported(self.everything(), form, table=table, links=self.links)

    def counts(self) -> Counts:
        """Return how much the case holds of each kind."""
        return self._store.counts()

    def failures(self) -> Iterator[Failure]:
        """Yield the reports that could not be taken in, by run."""
        return self._store.failures()
