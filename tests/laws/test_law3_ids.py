"""Law 3: ids are made from content; the same thing read twice is one thing."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.entities.making import judgement
from tests.store.samples import (
    HARBOUR,
    LATER,
    LATER_MAKER,
    MAKER,
    THEN,
    Item,
    dam,
    document,
    harbour,
    item,
    talks,
)
from tocsin.record import Document, entity_id
from tocsin.store import Query, Store

POOL = (
    harbour(),
    dam(),
    talks(),
    harbour(made_by=LATER_MAKER),
    item(document(HARBOUR, outlet="Dawn"), origin="dawn/harbour.txt"),
)


def content(store: Store) -> tuple[object, ...]:
    """Return all that is shown, in an order that does not depend on the order of writing."""
    return (
        sorted(store.documents(Query()), key=lambda each: each.id),
        sorted(store.names(Query()), key=lambda each: each.id),
        sorted(store.statements(Query()), key=lambda each: each.id),
        sorted(store.figures(Query()), key=lambda each: each.id),
        sorted(store.events(Query()), key=lambda each: each.id),
        sorted(store.moments(Query()), key=lambda each: each.id),
        sorted(store.roles(Query()), key=lambda each: each.id),
        sorted(store.references(Query()), key=lambda each: each.id),
        sorted(store.toponyms(Query()), key=lambda each: each.id),
        list(store.entities(Query())),
        store.counts(),
    )


def test_writing_twice_adds_nothing(store: Store) -> None:
    before, evidence = content(store), list(store.evidence())
    for _ in range(2):
        store.write(1, [harbour(), dam(), talks()], LATER)
    assert content(store) == before
    assert list(store.evidence()) == evidence


@settings(deadline=None, max_examples=10)
@given(st.lists(st.lists(st.integers(0, len(POOL) - 1), max_size=4), max_size=5))
def test_however_often_and_in_whatever_batches_reports_come_each_is_kept_once(
    batches: Sequence[Sequence[int]],
) -> None:
    wanted = sorted({number for batch in batches for number in batch})
    with TemporaryDirectory() as folder:
        many, once = (_written(Path(folder) / name, work) for name, work in (("a", batches), ("b", [wanted])))
    assert many == once


def _written(path: Path, batches: Sequence[Sequence[int]]) -> tuple[object, ...]:
    with Store.open(path, create=True) as store:
        run = store.begin_run("read", MAKER, THEN)
        for batch in batches:
            items: list[Item] = [POOL[number] for number in batch]
            written = store.write(run, items, THEN)
            assert written.added + written.versions + written.known == len(items)
        return content(store)


def test_an_id_is_a_function_of_text_and_publication_not_of_place_or_time() -> None:
    one = document(HARBOUR, published="2021-04-13", outlet="Dawn", origin="a.txt")
    other = document(HARBOUR, published="2021-04-13", outlet="Dawn", origin="b/c.txt", title="A title")
    assert one.id == other.id
    ids = {
        Document.make_id(text, url=url, outlet=outlet, published=published)
        for text in (HARBOUR, HARBOUR + " ")
        for url in (None, "https://dawn.example/1")
        for outlet in (None, "Dawn")
        for published in (None, "2021-04-13")
    }
    assert len(ids) == 16


def test_an_entity_has_the_id_of_its_key_in_every_case(store: Store) -> None:
    (entity,) = store.entities(Query())
    assert entity.id == entity_id("person:ilse brandt") == entity_id(entity.keys[0])
    assert store.entity(entity.id) == store.entity(entity.id[:9]) == store.entity(entity.keys[0]) == entity


def test_a_verdict_given_twice_is_one(store: Store) -> None:
    said = judgement("person:ilse brandt", "known:brandt")
    store.judge(said, THEN)
    store.judge(said, LATER)
    assert list(store.judgements()) == [said]
