from dataclasses import replace

import pytest

from tests.store.samples import (
    DAM,
    HARBOUR,
    LATER,
    LATER_MAKER,
    MAKER,
    THEN,
    capture,
    dam,
    document,
    extraction,
    harbour,
    item,
    name,
    talks,
)
from tocsin.errors import CaseError, EvidenceError
from tocsin.record import Document, Failure, Hints, Name, Span, Statement
from tocsin.store import Query, Store, Written

ALL = Query()


def test_what_is_written_is_read_back_the_same(store: Store, run: int) -> None:
    items = [harbour(), dam(), talks()]
    assert store.write(run, items, THEN) == Written(added=3, versions=0, known=0)
    for _, found in items:
        assert store.document(found.document.id) == found.document
        assert tuple(store.names(Query(document=found.document.id))) == found.names
        assert tuple(store.statements(Query(document=found.document.id))) == found.statements


def test_nothing_is_written_of_nothing(store: Store, run: int) -> None:
    assert store.write(run, [], THEN) == Written(added=0, versions=0, known=0)
    store.fail(run, [], THEN)
    assert store.counts().failures == 0


def test_a_document_without_records_is_a_document(store: Store, run: int) -> None:
    store.write(run, [item(document(HARBOUR))], THEN)
    assert [each.text for each in store.documents(ALL)] == [HARBOUR]
    assert not list(store.statements(ALL))
    assert not list(store.evidence())


def test_writing_twice_adds_nothing(store: Store, run: int) -> None:
    items = [harbour(), dam()]
    store.write(run, items, THEN)
    before = store.counts()
    assert store.write(run, items, LATER) == Written(added=0, versions=0, known=2)
    assert store.counts() == before


def test_a_report_twice_in_one_batch_is_one(store: Store, run: int) -> None:
    assert store.write(run, [harbour(), harbour()], THEN) == Written(added=1, versions=0, known=1)
    assert store.counts().captures == 1
    assert len(list(store.statements(ALL))) == 3


def test_a_record_twice_in_one_extraction_is_one(store: Store, run: int) -> None:
    of = document(HARBOUR)
    brandt = name(of, "Ilse Brandt")
    store.write(run, [(capture(HARBOUR), extraction(of, [brandt, brandt]))], THEN)
    assert list(store.names(ALL)) == [brandt]
    assert len(list(store.evidence())) == 1
    assert store.counts().names == 1


def test_a_moved_file_is_the_same_document_found_at_two_places(store: Store, run: int) -> None:
    of = document(HARBOUR)
    store.write(run, [item(of, origin="inbox/a.txt")], THEN)
    assert store.write(run, [item(of, origin="archive/a.txt")], LATER).known == 1
    assert store.counts().documents == 1
    assert store.provenance(of.id).origins == ("inbox/a.txt", "archive/a.txt")


def test_another_reader_reads_again_and_the_newest_is_shown(store: Store, run: int) -> None:
    store.write(run, [harbour(), dam()], THEN)
    taken, found = harbour(made_by=LATER_MAKER)
    better = replace(found, names=found.names[:1], statements=found.statements[1:], links=())
    again = store.begin_run("read reports", LATER_MAKER, LATER)
    assert store.write(again, [(taken, better)], LATER) == Written(added=0, versions=0, known=1, reread=1)
    assert [each.id for each in store.names(Query(document=found.document.id))] == [found.names[0].id]
    shown = list(store.statements(Query(document=found.document.id)))
    assert shown == list(found.statements[1:])
    assert store.counts().statements == 2 + 3  # of the newest reading, and of the other report
    assert len(list(store.evidence())) > store.counts().evidence  # nothing is thrown away


def test_an_older_reader_does_not_take_the_newest_place_back(store: Store, run: int) -> None:
    taken, found = harbour(made_by=LATER_MAKER)
    store.write(run, [harbour()], THEN)
    store.write(run, [(taken, replace(found, statements=(), events=(), links=()))], LATER)
    assert store.write(run, [harbour()], LATER).known == 1
    assert not list(store.statements(ALL))


def test_two_readers_in_one_batch(store: Store, run: int) -> None:
    written = store.write(run, [harbour(), harbour(made_by=LATER_MAKER)], THEN)
    assert written == Written(added=1, versions=0, known=1, reread=1)
    assert len(list(store.statements(ALL))) == 3


def test_known_is_what_this_reader_has_read(store: Store, run: int) -> None:
    (taken, _), (other, _) = harbour(), dam()
    store.write(run, [harbour()], THEN)
    assert store.known([taken, other], MAKER) == {(taken.origin, taken.sha256)}
    assert store.known([taken, other], LATER_MAKER) == set()
    assert store.known([], MAKER) == set()


def test_known_asks_for_place_bytes_and_hints(store: Store, run: int) -> None:
    taken, found = harbour()
    store.write(run, [(taken, found)], THEN)
    assert store.known([replace(taken, origin="elsewhere.txt")], MAKER) == set()
    assert store.known([capture("other words", taken.origin)], MAKER) == set()
    hinted = replace(taken, hints=Hints(published="2021-04-14"))
    assert store.known([hinted], MAKER) == set()
    store.write(run, [(hinted, found)], THEN)
    assert store.known([hinted], MAKER) == {(taken.origin, taken.sha256)}


def test_known_of_very_many(store: Store, run: int) -> None:
    many = [item(document(f"Report {number} of the day."), origin=f"{number}.txt") for number in range(700)]
    store.write(run, many, THEN)
    assert len(store.known([taken for taken, _ in many], MAKER)) == 700
    assert store.write(run, many, THEN).known == 700


def test_an_extraction_with_a_wrong_span_keeps_the_whole_batch_out(store: Store, run: int) -> None:
    taken, found = dam()
    wrong = replace(found.names[0], span=Span(start=0, end=5, text="Korda"))
    with pytest.raises(EvidenceError, match=r"reports/dam\.txt .*'Korda' does not stand at \[0, 5\)"):
        store.write(run, [harbour(), (taken, replace(found, names=(wrong,)))], THEN)
    assert store.counts().documents == 0
    assert store.write(run, [harbour()], THEN).added == 1


def test_an_id_that_stands_for_two_texts_is_refused(store: Store, run: int) -> None:
    one = document(HARBOUR)
    other = replace(document(DAM), id=one.id)
    with pytest.raises(EvidenceError, match="another text"):
        store.write(run, [item(one), item(other)], THEN)
    store.write(run, [item(one)], THEN)
    with pytest.raises(EvidenceError, match="another text"):
        store.write(run, [item(other)], THEN)
    assert [each.text for each in store.documents(ALL)] == [HARBOUR]


def test_a_run_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(CaseError):
        store.write(99, [harbour()], THEN)
    assert store.counts().documents == 0


def test_runs_are_numbered_and_end_once(store: Store) -> None:
    first = store.begin_run("read a", MAKER, THEN)
    second = store.begin_run("read b", MAKER, LATER)
    assert second == first + 1
    store.end_run(first, LATER)
    store.end_run(first, "2030-01-01T00:00:00+00:00")
    store.write(first, [harbour()], THEN)
    assert store.provenance(harbour()[1].document.id).command == "read a"
    assert store.counts().runs == 2


def test_failures_are_kept_in_their_order(store: Store, run: int) -> None:
    failed = [
        Failure(origin="b.txt", stage="gather", cause="the file is empty", advice="leave it out"),
        Failure(origin="a.txt", stage="read", cause="no date", advice="say --published"),
    ]
    store.fail(run, failed[:1], THEN)
    store.fail(run, failed[1:], LATER)
    assert list(store.failures()) == failed
    assert store.counts().failures == 2


def test_a_write_is_seen_by_who_opened_the_case_before(store: Store, run: int) -> None:
    with Store.open(store.path, create=False) as reader:
        assert not list(reader.documents(ALL))
        store.write(run, [harbour()], THEN)
        assert len(list(reader.documents(ALL))) == 1


def test_who_reads_while_another_writes_sees_one_state(store: Store, run: int) -> None:
    store.write(run, [harbour()], THEN)
    reading = store.statements(ALL)
    first = next(reading)
    store.write(run, [dam()], THEN)
    rest = list(reading)
    assert [first, *rest] == list(harbour()[1].statements)


def test_all_kinds_of_record_come_back_by_their_ids(store: Store, run: int) -> None:
    store.write(run, [dam()], THEN)
    _, found = dam()
    kinds: list[tuple[Document | Name | Statement, type]] = [
        (found.document, Document),
        (found.names[3], Name),
        (found.statements[2], Statement),
    ]
    for record, kind in kinds:
        back = store.record(record.id)
        assert isinstance(back, kind)
        assert back == record
