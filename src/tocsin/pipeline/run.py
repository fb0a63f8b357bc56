"""Reading into a case: what is new goes through every stage, batch by batch, and is kept at once.

The model reads one batch ahead in a single background thread (the runtime works outside the
interpreter lock), while this thread extracts, stores, and reads the files that follow.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import BinaryIO

from tocsin.errors import EvidenceError, FormatError
from tocsin.extract import VERSION, extract
from tocsin.gather import gather
from tocsin.pipeline.ahead import Found, Model, encoded
from tocsin.pipeline.batches import Taken, batches, failure
from tocsin.pipeline.plan import check
from tocsin.pipeline.resolving import DIGEST_SHOWN, Resolver
from tocsin.pipeline.stages import EXTRACT, RESOLVE, STAGES, STORE
from tocsin.read import read
from tocsin.record import Capture, Document, Extraction, Failure, Hints
from tocsin.settings import ReadSettings
from tocsin.store import Store, Written

NO_HINTS = Hints()
Item = tuple[Capture, Extraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did: ``reports`` is the sum of all before ``statements``."""

    added: int = 0  # new documents
    versions: int = 0  # new versions of known documents
    reread: int = 0  # known documents that another version of the reader had read
    unchanged: int = 0  # read before; nothing to do
    failures: tuple[Failure, ...] = ()
    statements: int = 0  # with figures, events and names: in what was added and in the new versions
    figures: int = 0
    events: int = 0
    names: int = 0
    seconds: float = 0.0

    @property
    def reports(self) -> int:
        """Number of reports that were taken up."""
        return self.added + self.versions + self.reread + self.unchanged + len(self.failures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reads: the model, and what says who and where is meant."""

    model: Model
    resolver: Resolver


def made_by(reader: Reader) -> str:
    """Return the name of what makes the records: components with versions, and digests of their data."""
    return f"{VERSION} model@{reader.model.digest[:DIGEST_SHOWN]} {reader.resolver.version}"


def read_into(
    store: Store,
    sources: Sequence[str],
    *,
    reader: Reader,
    settings: ReadSettings,
    clock: Callable[[], datetime],
    options: Hints = NO_HINTS,
    stdin: BinaryIO | None = None,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Read the sources into the case, and return what was done; ``progress`` is told after each batch.

    A report that cannot be taken in is a failure in the summary and in the case, and the next one
    follows. Every batch is one transaction: a run that is stopped keeps what is done, and a second
    run takes up only the rest.

    Raises:
        ModelError: the model cannot run at all.
        CaseError: the case cannot be written.
    """
    check(STAGES)
    started = clock()
    maker = made_by(reader)
    run = store.begin_run(f"read {' '.join(sources)}", maker, started.isoformat())
    summary = Summary()
    try:
        taken = gather(sources, stdin=stdin, fetched=started.isoformat())
        ready = batches(
            _hinted(taken, options),
            known=partial(_known, store, maker),
            read=partial(_read, options, settings.report_characters),
            reports=settings.batch_reports,
            characters=settings.batch_characters,
        )
        for batch, found in encoded(ready, reader.model):
            now = clock()
            items, failed = _extracted(found, maker, reader.resolver)
            written, unkept = _keep(store, run, items, now.isoformat())
            failures = (*batch.failures, *failed, *unkept)
            store.fail(run, failures, now.isoformat())
            summary = _sum(summary, written, items, batch.unchanged, failures)
            summary = replace(summary, seconds=(clock() - started).total_seconds())
            if progress:
                progress(summary)
    finally:
        store.end_run(run, clock().isoformat())
    return summary


def _hinted(taken: Iterable[Taken], options: Hints) -> Iterator[Taken]:
    """Yield what was taken, its captures with what the user says of them: other options, other capture."""
    for item in taken:
        yield replace(item, hints=options) if isinstance(item, Capture) else item


def _known(store: Store, maker: str, captures: Sequence[Capture]) -> set[tuple[str, str]]:
    return store.known(captures, maker)


def _read(options: Hints, limit: int, capture: Capture) -> Document:
    document = read(capture, options=options)
    if len(document.text) > limit:
        raise FormatError(
            f"the report has {len(document.text):,} characters, more than the {limit:,} that one may have",
            advice="split it into its reports, or raise read.report_characters in a settings file",
        )
    return document


def _extracted(found: Iterable[Found], maker: str, resolver: Resolver) -> tuple[list[Item], list[Failure]]:
    items: list[Item] = []
    failures: list[Failure] = []
    for each in found:
        if isinstance(each, Failure):
            failures.append(each)
            continue
        reading, layers = each
        stage = EXTRACT
        try:
            extraction = extract(reading.document, layers, made_by=maker)
            stage = RESOLVE
            items.append((reading.capture, resolver(extraction, layers)))
        except Exception as error:  # noqa: BLE001 - as above
            failures.append(failure(reading.capture, stage.name, error))
    return items, failures


def _keep(store: Store, run: int, items: Sequence[Item], recorded: str) -> tuple[Written, list[Failure]]:
    """Write the items in one transaction; where one rests on no words of its text, the others alone."""
    try:
        return store.write(run, items, recorded), []
    except EvidenceError:  # of one report; a full disk is another matter
        total = Written(added=0, versions=0, known=0)
    failures = []
    for item in items:
        try:
            one = store.write(run, [item], recorded)
        except EvidenceError as error:
            failures.append(failure(item[0], STORE.name, error))
            continue
        total = Written(
            added=total.added + one.added,
            versions=total.versions + one.versions,
            known=total.known + one.known,
            reread=total.reread + one.reread,
        )
    return total, failures


def _sum(
    before: Summary,
    written: Written,
    items: Sequence[Item],
    unchanged: int,
    failures: Sequence[Failure],
) -> Summary:
    return replace(
        before,
        added=before.added + written.added,
        versions=before.versions + written.versions,
        reread=before.reread + written.reread,
        unchanged=before.unchanged + unchanged + written.known - written.reread,
        failures=(*before.failures, *failures),
        statements=before.statements + sum(len(extraction.statements) for _, extraction in items),
        figures=before.figures + sum(len(extraction.figures) for _, extraction in items),
        events=before.events + sum(len(extraction.events) for _, extraction in items),
        names=before.names + sum(len(extraction.names) for _, extraction in items),
    )
