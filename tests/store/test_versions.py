from dataclasses import replace

import pytest

from tests.store.samples import DAM, HARBOUR, LATER, THEN, Item, capture, document, extraction, item
from tocsin.record import Document
from tocsin.store import Query, Store, Written

CHANGED = HARBOUR.replace("Thursday", "Friday")
AGAIN = HARBOUR.replace("Thursday", "Sunday")
URL = "https://post.example/harbour"


def shown(store: Store) -> dict[str, Document]:
    return {each.text: each for each in store.documents(Query())}


def line(text: str, number: int, title: str | None = None) -> Item:
    of = replace(document(text, origin=f"day.jsonl:{number}"), title=title)
    return capture(text, f"day.jsonl:{number}", "application/json"), extraction(of)


def test_another_body_at_the_same_path_is_a_new_version(store: Store, run: int) -> None:
    store.write(run, [item(document(HARBOUR))], THEN)
    assert store.write(run, [item(document(CHANGED))], LATER) == Written(added=0, versions=1, known=0)
    documents = shown(store)
    assert documents[HARBOUR].version_of is None
    assert documents[CHANGED].version_of == documents[HARBOUR].id
    assert store.counts().versions == 1


def test_all_later_versions_point_to_the_first(store: Store, run: int) -> None:
    texts = [HARBOUR, CHANGED, AGAIN]
    for text in texts:
        store.write(run, [item(document(text))], THEN)
    documents = shown(store)
    assert {documents[text].version_of for text in texts[1:]} == {documents[HARBOUR].id}


def test_versions_within_one_batch(store: Store, run: int) -> None:
    items = [item(document(text, url=URL), origin=f"{n}.txt") for n, text in enumerate([HARBOUR, CHANGED])]
    assert store.write(run, items, THEN) == Written(added=1, versions=1, known=0)
    assert shown(store)[CHANGED].version_of == items[0][1].document.id


def test_the_address_tells_before_the_path(store: Store, run: int) -> None:
    store.write(run, [item(document(HARBOUR, url=URL), origin="a.html")], THEN)
    moved = store.write(run, [item(document(CHANGED, url=URL), origin="b.html")], THEN)
    other = store.write(run, [item(document(DAM, url="https://dawn.example/dam"), origin="a.html")], THEN)
    assert (moved.versions, other.versions) == (1, 0)
    assert shown(store)[DAM].version_of is None


def test_a_report_without_address_is_no_version_of_one_with(store: Store, run: int) -> None:
    store.write(run, [item(document(HARBOUR, url=URL), origin="a.html")], THEN)
    assert store.write(run, [item(document(DAM), origin="a.html")], THEN).added == 1


def test_what_comes_through_a_pipe_has_no_place(store: Store, run: int) -> None:
    for text in (HARBOUR, DAM):
        assert store.write(run, [item(document(text, origin="-"), origin="-")], THEN).added == 1


def test_a_changed_line_of_jsonl_is_a_version_where_the_title_holds(store: Store, run: int) -> None:
    store.write(run, [line(HARBOUR, 1, "Harbour closed"), line(DAM, 2, "Sluices opened")], THEN)
    assert store.write(run, [line(CHANGED, 1, "Harbour closed")], LATER).versions == 1


@pytest.mark.parametrize("title", ["Sluices opened", None])
def test_a_line_that_was_put_before_others_is_no_version(store: Store, run: int, title: str | None) -> None:
    store.write(run, [line(HARBOUR, 1, "Harbour closed" if title else None)], THEN)
    moved = store.write(
        run, [line(DAM, 1, title), line(HARBOUR, 2, "Harbour closed" if title else None)], LATER
    )
    assert moved.versions == 0
    assert {each.version_of for each in store.documents(Query())} == {None}


def test_a_text_that_comes_back_is_no_third_document(store: Store, run: int) -> None:
    for text in (HARBOUR, CHANGED, HARBOUR):
        store.write(run, [item(document(text))], THEN)
    assert store.counts().documents == 2


def test_a_version_of_a_version_that_moved(store: Store, run: int) -> None:
    store.write(run, [item(document(HARBOUR))], THEN)
    store.write(run, [item(document(CHANGED))], THEN)
    both = [item(document(CHANGED), origin="new.txt"), item(document(AGAIN), origin="new.txt")]
    store.write(run, both, LATER)
    assert shown(store)[AGAIN].version_of == shown(store)[HARBOUR].id
    assert store.provenance(shown(store)[AGAIN].id).version_of == shown(store)[HARBOUR].id
