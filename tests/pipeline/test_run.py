"""Reading into a case, with the real stages and a fake model: resumable, and no report stops a run."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from tests.fakes import BAD, FakeModel, NoResolver
from tests.reports import TALKS, put_reports
from tocsin.errors import EvidenceError, ModelError
from tocsin.extract import extract
from tocsin.model.layers import Layers
from tocsin.pipeline import Reader, Summary, made_by, read_into
from tocsin.pipeline import run as running
from tocsin.record import Capture, Document, Extraction, Hints
from tocsin.settings import ReadSettings
from tocsin.store import Query, Store, Written

SMALL = ReadSettings(batch_reports=4, batch_characters=10_000, report_characters=5_000)
Clock = Callable[[], datetime]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "case.tocsin", create=True) as store:
        yield store


@pytest.fixture
def clock() -> Clock:
    """Return a clock that goes on by a second whenever it is read."""
    now = datetime(2021, 4, 15, 12, tzinfo=UTC)

    def read() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    return read


def run(
    store: Store, clock: Clock, *sources: Path | str, model: FakeModel | None = None, **more: object
) -> Summary:
    given = [str(source) for source in sources]
    reader = Reader(model=model or FakeModel(), resolver=NoResolver())
    return read_into(store, given, reader=reader, settings=SMALL, clock=clock, **more)  # type: ignore[arg-type]


def texts(store: Store) -> list[str]:
    return [document.text for document in store.documents(Query())]


def test_reports_of_every_kind_are_read(store: Store, clock: Clock, tmp_path: Path) -> None:
    summary = run(store, clock, put_reports(tmp_path / "in"))
    assert (summary.reports, summary.added, summary.failures) == (3, 3, ())
    counts = store.counts()
    assert (counts.documents, counts.statements) == (3, summary.statements)
    assert counts.names == summary.names
    assert summary.statements >= 5
    assert TALKS in texts(store)


def test_reading_again_adds_nothing_and_does_not_wake_the_model(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    folder = put_reports(tmp_path / "in")
    run(store, clock, folder)
    before = store.counts()
    model = FakeModel()
    again = run(store, clock, folder, model=model)
    assert (again.unchanged, again.added, again.versions, again.reread) == (3, 0, 0, 0)
    assert model.calls == []
    after = store.counts()
    assert (after.documents, after.statements, after.evidence) == (
        before.documents,
        before.statements,
        before.evidence,
    )


def test_a_changed_file_is_a_new_version(store: Store, clock: Clock, tmp_path: Path) -> None:
    folder = put_reports(tmp_path / "in")
    run(store, clock, folder)
    (folder / "talks-2021-04-13.txt").write_text(f"{TALKS}\nIlse Okafor said that the talks had failed.\n")
    again = run(store, clock, folder)
    assert (again.added, again.versions, again.unchanged) == (0, 1, 2)


def test_another_reader_reads_known_reports_anew(store: Store, clock: Clock, tmp_path: Path) -> None:
    folder = put_reports(tmp_path / "in")
    run(store, clock, folder)
    other = FakeModel()
    other.digest = "e" * 64
    again = run(store, clock, folder, model=other)
    assert (again.reread, again.added, again.unchanged, again.reports) == (3, 0, 0, 3)
    assert store.counts().documents == 3


def test_the_batches_are_as_large_as_the_settings_say(store: Store, clock: Clock, tmp_path: Path) -> None:
    model = FakeModel()
    run(store, clock, put_reports(tmp_path / "in", 10), model=model)
    assert model.calls == [4, 4, 2]


def test_progress_is_told_after_every_batch(store: Store, clock: Clock, tmp_path: Path) -> None:
    told: list[Summary] = []
    summary = run(store, clock, put_reports(tmp_path / "in", 10), progress=told.append)
    assert [each.added for each in told] == [4, 8, 10]
    assert told[-1] == summary
    assert [each.seconds for each in told] == sorted(each.seconds for each in told)


def test_a_report_that_cannot_be_read_is_a_failure_and_the_rest_goes_on(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    folder = put_reports(tmp_path / "in")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.json").write_text('{"text": ')
    (folder / "long.txt").write_text("word " * 1001)
    (folder / "bad.txt").write_text(f"{BAD}\n\nIlse Okafor said that nobody would read this.\n")
    summary = run(store, clock, folder, tmp_path / "none.txt")
    assert summary.added == 3
    stages = {Path(each.origin).name: each.stage for each in summary.failures}
    assert stages == {
        "empty.txt": "gather",
        "none.txt": "gather",
        "broken.json": "read",
        "long.txt": "read",
        "bad.txt": "model",
    }
    assert all(each.cause and each.advice for each in summary.failures)
    assert set(store.failures()) == set(summary.failures)


def test_a_long_report_is_told_its_length_and_the_limit(store: Store, clock: Clock, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 1001)
    (failed,) = run(store, clock, path).failures
    assert "5,005" in failed.cause
    assert "5,000" in failed.cause
    assert "read.report_characters" in failed.advice


def test_a_fault_of_the_extractor_costs_one_report(
    store: Store, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbling(document: Document, layers: Layers, *, made_by: str) -> Extraction:
        if "3 trucks" in document.text:
            raise IndexError("list index out of range")
        return extract(document, layers, made_by=made_by)

    monkeypatch.setattr(running, "extract", stumbling)
    summary = run(store, clock, put_reports(tmp_path / "in", 6))
    assert summary.added == 5
    (failed,) = summary.failures
    assert (failed.stage, Path(failed.origin).name) == ("extract", "report-0003.txt")


class Picky(Store):
    """A store that takes no batch with a certain report in it."""

    def write(self, run: int, items: Sequence[tuple[Capture, Extraction]], recorded: str) -> Written:
        for capture, _ in items:
            if capture.origin.endswith("report-0001.txt"):
                raise EvidenceError("a quote does not stand in its report", advice="report it")
        return super().write(run, items, recorded)


def test_a_record_that_rests_on_nothing_costs_one_report(clock: Clock, tmp_path: Path) -> None:
    with Picky.open(tmp_path / "case.tocsin", create=True) as store:
        summary = run(store, clock, put_reports(tmp_path / "in", 6))
        assert store.counts().documents == 5
    assert summary.added == 5
    assert [each.stage for each in summary.failures] == ["store"]


def test_a_model_that_cannot_run_stops_the_run_and_the_run_is_closed(
    store: Store, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(FakeModel):
        def read(self, texts: Sequence[str]) -> list[Layers]:  # noqa: ARG002
            raise ModelError("the weights are gone", advice="install tocsin again")

    ended: list[int] = []
    monkeypatch.setattr(Store, "end_run", lambda _, run, ended_at: ended.append(run))  # noqa: ARG005
    with pytest.raises(ModelError):
        run(store, clock, put_reports(tmp_path / "in"), model=Broken())
    assert ended == [1]


def test_a_stopped_run_keeps_its_batches_and_the_next_takes_up_the_rest(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    folder = put_reports(tmp_path / "in", 12)

    def stop(summary: Summary) -> None:
        if summary.added >= 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(store, clock, folder, progress=stop)
    assert store.counts().documents == 8
    again = run(store, clock, folder)
    assert (again.added, again.unchanged) == (4, 8)


def test_other_options_make_other_documents_and_the_same_options_none(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    folder = put_reports(tmp_path / "in", 2)
    run(store, clock, folder)
    dated = Hints(published="2021-04-11")
    assert run(store, clock, folder, options=dated).unchanged == 0
    model = FakeModel()
    assert run(store, clock, folder, options=dated, model=model).unchanged == 2
    assert model.calls == []
    published = [document.published for document in store.documents(Query())]
    assert [each.when for each in published if each] == ["2021-04-11", "2021-04-11"]


def test_standard_input_is_a_source(store: Store, clock: Clock) -> None:
    summary = run(store, clock, "-", stdin=BytesIO(TALKS.encode()))
    assert summary.added == 1
    assert texts(store) == [TALKS]


def test_two_runs_of_the_same_files_make_the_same_records(clock: Clock, tmp_path: Path) -> None:
    folder = put_reports(tmp_path / "in", 9)
    ids = []
    for name in ("one", "two"):
        with Store.open(tmp_path / name, create=True) as store:
            run(store, clock, folder)
            ids.append([each.id for each in store.statements(Query())])
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0]) == 9


def test_records_name_what_made_them(store: Store, clock: Clock, tmp_path: Path) -> None:
    run(store, clock, put_reports(tmp_path / "in", 1))
    (statement,) = store.statements(Query())
    provenance = store.provenance(statement.id)
    assert provenance.made_by == made_by(Reader(model=FakeModel(), resolver=NoResolver()))
    assert provenance.made_by.endswith("model@ffffffffffff resolve@0")
    assert provenance.recorded.startswith("2021-04-15T12:")


def test_no_source_is_no_work(store: Store, clock: Clock) -> None:
    assert run(store, clock).reports == 0


def test_a_summary_counts_every_report_once() -> None:
    assert Summary(added=1, versions=2, reread=3, unchanged=4, statements=50, names=60).reports == 10
