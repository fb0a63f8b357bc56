import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import (
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
from tocsin.errors import CaseError
from tocsin.record import Document, Name, Statement
from tocsin.store import Source, Store

_, HARBOUR_READ = harbour()


def test_a_beginning_that_only_one_has_is_enough(full: Store) -> None:
    records: tuple[Document | Name | Statement, ...] = (
        *HARBOUR_READ.names,
        *HARBOUR_READ.statements,
        HARBOUR_READ.document,
    )
    for record in records:
        assert full.record(record.id) == record
        assert full.record(record.id[:14]) == record
    assert full.document(HARBOUR_READ.document.id[:10]) == HARBOUR_READ.document


def test_a_beginning_that_several_have_is_refused_with_some_of_them(full: Store) -> None:
    for typed in ("doc-", "nam", "st-", "d"):
        with pytest.raises(CaseError, match=f"several ids begin with '{typed}'") as refused:
            full.record(typed)
        assert "type more" in refused.value.advice
    with pytest.raises(CaseError, match="several") as refused:
        full.record("nam-")
    assert refused.value.message.count("nam-") == 1 + 5
    assert refused.value.message.endswith("…")


@pytest.mark.parametrize(
    "typed",
    ["", "doc-zzzz", "st-' OR 1=1", "nam-*", '"', "st\x00", "ї", "\ud800", "~", "%", "doc_", "st-" * 99],
)
def test_what_no_id_begins_with_is_said_not_to_be_there(full: Store, typed: str) -> None:
    with pytest.raises(CaseError, match="holds no record") as refused:
        full.record(typed)
    assert "tocsin search" in refused.value.advice
    with pytest.raises(CaseError, match="holds no document"):
        full.document(typed)
    with pytest.raises(CaseError, match="holds no record"):
        full.provenance(typed)


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_string_may_be_asked_for(full: Store, typed: str) -> None:
    with pytest.raises(CaseError):
        full.record(f"{typed}?")


def test_a_record_is_no_document(full: Store) -> None:
    with pytest.raises(CaseError, match="holds no document"):
        full.document(HARBOUR_READ.names[0].id)


def test_ids_of_another_making_are_found_too(store: Store, run: int) -> None:
    of = Document(id="doc:A.1", text=HARBOUR)
    store.write(run, [(capture(HARBOUR), extraction(of))], THEN)
    assert store.document("doc:A") == of
    assert store.record("doc:A.1") == of
    with pytest.raises(CaseError):
        store.record("DOC:a")


def test_provenance_tells_maker_run_times_and_sources(store: Store) -> None:
    run = store.begin_run("read reports --case velmar.tocsin", MAKER, THEN)
    taken, found = dam()
    store.write(run, [(taken, found)], THEN)
    for record in (found.statements[0], found.names[0], found.document):
        told = store.provenance(record.id)
        assert told.id == record.id
        assert told.document == found.document.id
        assert (told.made_by, told.run, told.recorded) == (MAKER, run, THEN)
        assert told.command == "read reports --case velmar.tocsin"
        assert told.published == found.document.published
        assert told.known == "2021-04-15T07:30:00Z"
        assert told.version_of is None
        assert told.sources == (
            Source(
                origin="reports/dam.txt",
                sha256=taken.sha256,
                media_type="text/plain",
                size=len(taken.body),
                fetched=THEN,
                recorded=THEN,
            ),
        )


def test_provenance_of_a_report_without_date_says_that_it_has_none(full: Store) -> None:
    told = full.provenance(talks()[1].document.id)
    assert told.published is None
    assert told.known == "2026-11-20T08:00:00Z"


def test_provenance_is_of_the_newest_reading_that_has_the_record(store: Store) -> None:
    first = store.begin_run("read a", MAKER, THEN)
    store.write(first, [harbour()], THEN)
    second = store.begin_run("read a", LATER_MAKER, LATER)
    taken, found = harbour(made_by=LATER_MAKER)
    store.write(second, [(taken, extraction(found.document, found.names, (), LATER_MAKER))], LATER)
    kept, gone = found.names[0], found.statements[0]
    assert store.provenance(kept.id).made_by == LATER_MAKER
    assert store.provenance(kept.id).recorded == LATER
    assert store.provenance(gone.id).made_by == MAKER
    assert store.record(gone.id) == gone  # what was cited once can be shown for ever


def test_provenance_lists_each_place_once(store: Store, run: int) -> None:
    of = document(HARBOUR)
    places = ["inbox/a.txt", "archive/a.txt", "inbox/a.txt"]
    bodies = [HARBOUR, HARBOUR, HARBOUR + " "]
    for place, body in zip(places, bodies, strict=True):
        store.write(run, [item(of, origin=place, body=body)], THEN)
    told = store.provenance(of.id)
    assert told.origins == ("inbox/a.txt", "archive/a.txt")
    assert len(told.sources) == 3


def test_an_id_is_found_among_many(store: Store, run: int) -> None:
    items = []
    for number in range(300):
        of = document(f"{number} boats left Velmar.", origin=f"{number}.txt")
        items.append((capture(of.text, f"{number}.txt"), extraction(of, [name(of, "Velmar")])))
    for start in range(0, 300, 50):
        store.write(run, items[start : start + 50], THEN)
    for _, found in items[::37]:
        assert store.record(found.names[0].id) == found.names[0]
        assert store.record(found.names[0].id[:16]) == found.names[0]
