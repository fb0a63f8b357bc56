"""Entities, places and links as people ask for them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.store.entities.making import Known, Spelling, judgement, report
from tests.store.making import VELMAR, event, figure, reference, toponym
from tests.store.samples import LATER_MAKER, MAKER, THEN, Item, capture, document, extraction, name, statement
from tocsin.codec import Linked
from tocsin.errors import CaseError, EvidenceError
from tocsin.record import EventType, Link, NameType, Reference, Sector, Toponym, Use, Verdict, entity_id
from tocsin.store import Placed, Query, Store

NORTH = (
    "Army of North moves\n\n"
    "The army of Northland crossed into Velmar, minister Ana Reyl said. "
    "“We count 400 soldiers,” Reyl added. Northland denied it."
)
SOUTH = (
    "Reyl answers\n\n"
    "Bo Ana Reyl told Radio South that nobody crossed. Cy Korin said so too. Old Harbour was quiet."
)
LINKING = Spelling(
    entries={
        "nl": Known("Northland", type=NameType.STATE, country="nl", sector=Sector.GOVERNMENT),
        "nl.mil": Known(
            "Armed forces of Northland",
            type=NameType.ORGANISATION,
            country="nl",
            sector=Sector.MILITARY,
            part_of="nl",
        ),
    }
)


def north(*, made_by: str = MAKER) -> Item:
    of = document(NORTH, published="2021-04-13", origin="north.txt")
    army = reference(of, "army of Northland", key="known:nl.mil", type=NameType.ORGANISATION)
    state = reference(of, "Northland", key="known:nl", type=NameType.STATE)
    reyl = reference(of, "Ana Reyl", "minister", country="nl", roles=["minister"])
    said = [
        statement(
            of, "The army of Northland crossed into Velmar", source="minister Ana Reyl", speaker="Ana Reyl"
        ),
        statement(of, "“We count 400 soldiers,”", source="Reyl", speaker="Reyl"),
        statement(of, "denied it", source="Northland"),
    ]
    crossed = event(
        of,
        "The army of Northland crossed into Velmar",
        "crossed",
        EventType.ASSAULT,
        actor="army of Northland",
        place="Velmar",
    )
    count = figure(of, "400 soldiers", "troops", best=400.0, holder="army of Northland", said_in=said[1])
    velmar, ana = name(of, "Velmar", NameType.PLACE), name(of, "Ana Reyl")
    place = toponym(of, "Velmar", VELMAR)
    made = replace(
        extraction(of, [velmar, ana], said, made_by),
        events=(crossed,),
        figures=(count,),
        references=(army, state, reyl),
        toponyms=(place,),
        links=(
            Link(record=ana.id, part="name", to=reyl.id),
            Link(record=velmar.id, part="place", to=place.id),
            Link(record=said[0].id, part="speaker", to=reyl.id),
            Link(record=said[1].id, part="speaker", to=reyl.id),
            Link(record=said[2].id, part="speaker", to=state.id),
            Link(record=crossed.id, part="actor", to=army.id),
            Link(record=crossed.id, part="place", to=place.id),
            Link(record=count.id, part="holder", to=army.id),
        ),
    )
    return capture(NORTH, "north.txt"), made


def south() -> Item:
    of = document(SOUTH, published="2021-04-15", origin="south.txt")
    reyl = reference(of, "Bo Ana Reyl", country="nl")
    said = [
        statement(
            of, "that nobody crossed", source="Bo Ana Reyl", speaker="Bo Ana Reyl", via=["Radio South"]
        ),
        statement(of, "so too", source="Cy Korin", speaker="Cy Korin"),
    ]
    bo = name(of, "Bo Ana Reyl")
    unplaced = toponym(of, "Old Harbour", None)
    made = replace(
        extraction(of, [bo], said),
        references=(reyl,),
        toponyms=(unplaced,),
        links=(
            Link(record=bo.id, part="name", to=reyl.id),
            Link(record=said[0].id, part="speaker", to=reyl.id),
        ),
    )
    return capture(SOUTH, "south.txt"), made


_, NORTH_READ = north()
_, SOUTH_READ = south()


@pytest.fixture
def store(store: Store) -> Iterator[Store]:
    with Store.open(store.path, create=False, linking=LINKING) as opened:
        opened.write(opened.begin_run("read", MAKER, THEN), [north(), south()], THEN)
        yield opened


def names(store: Store, query: Query) -> list[str]:
    return [each.name for each in store.entities(query)]


def test_an_entity_says_who_it_is_and_how_the_reports_have_it(store: Store) -> None:
    reyl, army, state = store.entities(Query())
    assert reyl.keys == ("person:ana reyl", "person:bo ana reyl")
    assert reyl.id == entity_id("person:ana reyl")
    assert (reyl.name, reyl.names) == ("Bo Ana Reyl", (("Ana Reyl", 1), ("Bo Ana Reyl", 1)))
    assert (reyl.country, reyl.sector, reyl.roles, reyl.known) == ("nl", None, ("minister",), None)
    assert (reyl.documents, reyl.first, reyl.last) == (2, "2021-04-13T23:59:59Z", "2021-04-15T23:59:59Z")
    assert reyl.why == "words shared"
    assert (army.name, army.type, army.part_of) == ("Armed forces of Northland", NameType.ORGANISATION, "nl")
    assert (army.known, army.sector, army.names) == ("nl.mil", Sector.MILITARY, (("army of Northland", 1),))
    assert (state.name, state.known) == ("Northland", "nl")


def test_as_of_an_entity_is_what_was_known_of_it_then(store: Store) -> None:
    assert not list(store.entities(Query(as_of="2021-04-12")))
    before = {each.id: each for each in store.entities(Query(as_of="2021-04-14"))}
    now = {each.id: each for each in store.entities(Query())}
    assert before.keys() == now.keys()
    reyl = before[entity_id("person:ana reyl")]
    assert (reyl.names, reyl.documents, reyl.last) == ((("Ana Reyl", 1),), 1, "2021-04-13T23:59:59Z")
    (reyl,) = store.entities(Query(since="2021-04-14"))
    assert (reyl.names, reyl.first) == ((("Bo Ana Reyl", 1),), "2021-04-15T23:59:59Z")
    everything = list(store.entities(Query(as_of="2030-01-01")))
    assert everything == list(store.entities(Query()))


def test_entities_by_words_document_type_and_speaker(store: Store) -> None:
    assert names(store, Query(about="reyl")) == ["Bo Ana Reyl"]
    assert names(store, Query(about="bo")) == ["Bo Ana Reyl"]
    assert names(store, Query(about="nort*")) == ["Armed forces of Northland", "Northland"]
    assert names(store, Query(about_entities=("known:nl",))) == ["Northland"]
    assert names(store, Query(about="nobody")) == names(store, Query(about="?")) == []
    assert names(store, Query(document=SOUTH_READ.document.id)) == ["Bo Ana Reyl"]
    assert names(store, Query(types=(NameType.STATE,))) == ["Northland"]
    assert names(store, Query(by="korin")) == ["Bo Ana Reyl"]
    assert names(store, Query(limit=1)) == ["Bo Ana Reyl"]


def test_an_entity_by_its_id_its_key_and_the_id_of_any_of_its_keys(store: Store) -> None:
    reyl = next(store.entities(Query()))
    for typed in (reyl.id, reyl.id[:12], "person:bo ana reyl", entity_id("person:bo ana reyl")):
        assert store.entity(typed) == reyl
    assert store.entity("known:nl").name == "Northland"
    for typed in ("ent-", "ent-zz", "", "known:x", "a\x00b"):
        with pytest.raises(CaseError, match=r"holds no entity|several ids"):
            store.entity(typed)


def test_a_speaker_is_found_by_every_name_that_the_case_has(store: Store) -> None:
    first, second, third = NORTH_READ.statements
    told, too = SOUTH_READ.statements
    assert list(store.statements(Query(by="bo reyl"))) == [first, second, told]
    assert list(store.statements(Query(by_entities=(entity_id("person:ana reyl"),)))) == [first, second, told]
    assert list(store.statements(Query(by="korin"))) == [too]  # linked to nobody: found by the words
    assert list(store.statements(Query(by="northland"))) == [third]
    assert list(store.statements(Query(by="minister"))) == [first]
    assert list(store.statements(Query(by="bo reyl", about="crossed"))) == [first, told]
    assert not list(store.statements(Query(by_entities=("known:nl.mil",))))


def test_what_is_part_of_a_state_acts_and_holds_for_it(store: Store) -> None:
    (crossed,) = NORTH_READ.events
    (count,) = NORTH_READ.figures
    assert list(store.events(Query(by_entities=("known:nl",)))) == [crossed]
    assert list(store.events(Query(by_entities=(entity_id("known:nl.mil"),)))) == [crossed]
    assert list(store.figures(Query(holder_entities=("known:nl",)))) == [count]
    assert list(store.figures(Query(holder="northland"))) == [count]
    assert list(store.figures(Query(by="bo reyl"))) == [count]
    assert not list(store.figures(Query(by="northland")))


def test_about_is_the_words_or_whom_they_stand_for(store: Store) -> None:
    first, second, _ = NORTH_READ.statements
    told, _ = SOUTH_READ.statements
    assert list(store.statements(Query(about="bo reyl"))) == [first, second, told]
    assert [each.span.text for each in store.names(Query(about="bo reyl"))] == ["Ana Reyl", "Bo Ana Reyl"]
    assert list(store.events(Query(about_entities=("known:nl.mil",)))) == list(NORTH_READ.events)
    assert len(list(store.documents(Query(about="bo reyl")))) == 2
    assert [each.name for each in store.references(Query(about="bo reyl"))] == ["Ana Reyl", "Bo Ana Reyl"]


def test_references_and_toponyms_come_back_whole(store: Store) -> None:
    assert tuple(store.references(Query())) == (*NORTH_READ.references, *SOUTH_READ.references)
    assert tuple(store.toponyms(Query())) == (*NORTH_READ.toponyms, *SOUTH_READ.toponyms)
    assert tuple(store.toponyms(Query(types=(Use.PLACE,), about="velmar"))) == NORTH_READ.toponyms
    assert tuple(store.toponyms(Query(place=VELMAR.id))) == NORTH_READ.toponyms
    assert not list(store.toponyms(Query(types=(Use.ACTOR,))))
    kept: list[Reference | Toponym] = [*NORTH_READ.references, *NORTH_READ.toponyms]
    assert [store.record(each.id) for each in kept] == kept


def test_places_are_those_that_the_gazetteer_has(store: Store) -> None:
    velmar = Placed(
        place=VELMAR,
        names=(("Velmar", 1),),
        documents=1,
        first="2021-04-13T23:59:59Z",
        last="2021-04-13T23:59:59Z",
    )
    for query in (Query(), Query(about="velmar"), Query(types=("place",)), Query(by="reyl"), Query(limit=3)):
        assert list(store.places(query)) == [velmar]
    for query in (Query(about="harbour"), Query(types=("actor",)), Query(since="2021-04-14"), Query(limit=0)):
        assert not list(store.places(query))


def test_links_tell_what_each_part_stands_for(store: Store) -> None:
    crossed = NORTH_READ.events[0].id
    told = SOUTH_READ.statements[0].id
    assert store.links_of([crossed, told, "nothing", "x y"]) == {
        (crossed, "actor"): Linked(entity=entity_id("known:nl.mil")),
        (crossed, "place"): Linked(place=VELMAR.id),
        (told, "speaker"): Linked(entity=entity_id("person:ana reyl")),
    }
    assert store.links_of([]) == {}


def test_links_of_an_older_reading_are_still_told(store: Store) -> None:
    taken, found = north(made_by=LATER_MAKER)
    store.write(1, [(taken, replace(found, events=(), links=()))], THEN)
    crossed = NORTH_READ.events[0].id
    assert store.links_of([crossed])[crossed, "actor"] == Linked(entity=entity_id("known:nl.mil"))


def test_a_link_must_lead_from_a_record_to_a_reference(store: Store) -> None:
    taken, found = south()
    (one, *_) = found.links
    for wrong in (replace(one, to="ref-none"), replace(one, record="nam-none"), replace(one, to=one.record)):
        again = replace(found, links=(wrong,), made_by="other@1")
        with pytest.raises(EvidenceError, match="which this reading of the report does not have"):
            store.write(1, [(taken, again)], THEN)


def test_counts_count_references_toponyms_entities_and_judgements(store: Store) -> None:
    store.judge(judgement("known:nl", "known:nobody", Verdict.SAME))
    counts = store.counts()
    assert (counts.references, counts.toponyms, counts.entities, counts.judgements) == (4, 2, 3, 1)


def test_what_is_most_doubtful_is_asked_first_until_somebody_says(store: Store) -> None:
    store.write(
        1, [report(1, ["Ana Maria Reyl"]), report(2, ["Ana Reyl Smith"]), report(3, ["Ana Korin"])], THEN
    )
    doubts = list(store.doubtful(99))
    assert doubts
    nearness = [abs(each.edge.score - LINKING.merge) for each in doubts]
    assert nearness == sorted(nearness)
    for each in doubts:
        assert (each.left.key, each.right.key) == (each.edge.left, each.edge.right)
        assert each.one or each.edge.score < LINKING.merge
    assert list(store.doubtful(1)) == doubts[:1]
    first = doubts[0].edge
    store.judge(judgement(first.left, first.right, Verdict.UNSURE))
    assert first not in [each.edge for each in store.doubtful(99)]
    store.judge(judgement(first.left, first.right, Verdict.WITHDRAWN))
    assert first in [each.edge for each in store.doubtful(99)]


def test_nothing_is_crowded_in_a_small_case(store: Store) -> None:
    assert not list(store.crowded())
    store.write(1, [report(each, [f"Ana Number{each}"]) for each in range(70)], THEN)
    assert list(store.crowded()) == [("person:ana", 72)]
