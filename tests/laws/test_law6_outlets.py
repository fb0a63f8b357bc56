"""Law 6: two outlets that print the same words stay two documents."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.making import reference
from tests.store.samples import HARBOUR, THEN, Item, capture, document, extraction, name, statement
from tocsin.record import content_id
from tocsin.store import Query, Store

OUTLETS = ("Velmar Post", "Dawn", "The Lighthouse", None)


def printed(outlet: str | None, *, text: str) -> Item:
    place = f"{outlet}/{content_id('text', text)}.txt"
    of = document(text, published="2021-04-13", outlet=outlet, origin=place)
    denial = statement(of, "that a boat was missing", source="The fishers’ union", cue="denied")
    return capture(text, place), extraction(of, [name(of, "Ilse Brandt")], [denial])


def test_each_outlet_keeps_its_own_document_and_records(lasting: Store) -> None:
    text = HARBOUR + "\nPrinted everywhere.\n"
    items = [printed(outlet, text=text) for outlet in OUTLETS]
    written = lasting.write(1, items, THEN)
    assert (written.added, written.versions) == (len(OUTLETS), 0)
    documents = list(lasting.documents(Query(about="printed everywhere")))
    assert {each.outlet for each in documents} == set(OUTLETS)
    assert len({each.id for each in documents}) == len(OUTLETS)
    assert all(each.text == text for each in documents)
    said = [each for of in documents for each in lasting.statements(Query(document=of.id))]
    assert len({each.id for each in said}) == len({each.document for each in said}) == len(OUTLETS)


def test_the_same_bytes_at_two_addresses_are_two_documents(store: Store) -> None:
    before = store.counts().documents
    text = "A wire report that two papers print.\n"
    for url in ("https://dawn.example/1", "https://post.example/2"):
        of = document(text, url=url, origin="wire.html")
        written = store.write(1, [(capture(text, "wire.html"), extraction(of))], THEN)
        assert (written.added, written.versions) == (1, 0)
    assert store.counts().documents == before + 2


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=6), st.integers(0, 10**9))
def test_as_many_documents_as_outlets_however_they_come(
    lasting: Store, outlets: list[str | None], number: int
) -> None:
    text = f"{HARBOUR}{number} {sorted(map(str, set(outlets)))}"
    for outlet in outlets:
        lasting.write(1, [printed(outlet, text=text)], THEN)
    shown = [each for each in lasting.documents(Query(about=f"{number} fishers")) if each.text == text]
    assert len(shown) == len(set(outlets))


def test_one_entity_in_several_outlets_keeps_a_reference_in_each(store: Store) -> None:
    text = "Otto Wexel came back.\n"
    for number, outlet in enumerate(OUTLETS):
        of = document(text, published="2021-04-13", outlet=outlet, origin=f"{number}/wexel.txt")
        found = replace(extraction(of), references=(reference(of, "Otto Wexel"),))
        store.write(1, [(capture(text, f"{number}/wexel.txt"), found)], THEN)
    entity = store.entity("person:otto wexel")
    assert entity.documents == len(OUTLETS)
    own = [each for each in store.references(Query()) if each.key in entity.keys]
    assert len({each.id for each in own}) == len({each.document for each in own}) == len(OUTLETS)
