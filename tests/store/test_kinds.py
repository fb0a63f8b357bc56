"""Figures, events, moments and roles: kept whole, and asked for by what matters of each."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.codec.strategies import EVENTS, FIGURES, MOMENTS, ROLES
from tests.store.samples import (
    DAM,
    LATER,
    LATER_MAKER,
    MAKER,
    THEN,
    capture,
    dam,
    document,
    extraction,
    harbour,
    statement,
    talks,
)
from tocsin.codec import evidence
from tocsin.errors import CaseError, DateError
from tocsin.record import Document, Event, Figure, Moment, Resolution, Role, Span, Speaker
from tocsin.store import Query, Store
from tocsin.store.parts import PARTS, Stored

_, HARBOUR_READ = harbour()
_, DAM_READ = dam()
SLUICES, EVACUATED = DAM_READ.figures
OPENED, RISE = DAM_READ.events
DENIED = HARBOUR_READ.events[0]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three reports; the one on the dam read by two readers."""
    with Store.open(tmp_path_factory.mktemp("kinds") / "case.tocsin", create=True) as opened:
        run = opened.begin_run("read reports", MAKER, THEN)
        opened.write(run, [talks(), dam(), harbour()], THEN)
        opened.write(run, [dam(made_by=LATER_MAKER)], LATER)
        yield opened


def test_every_kind_comes_back_whole_once_and_in_its_order(store: Store) -> None:
    assert tuple(store.figures(Query())) == DAM_READ.figures
    assert tuple(store.events(Query())) == (*HARBOUR_READ.events, *DAM_READ.events)
    assert tuple(store.moments(Query())) == (*HARBOUR_READ.moments, *DAM_READ.moments)
    assert tuple(store.roles(Query())) == (*HARBOUR_READ.roles, *DAM_READ.roles)


def test_a_record_of_every_kind_is_found_by_its_id_and_the_beginning_of_it(store: Store) -> None:
    for record in (SLUICES, OPENED, DAM_READ.moments[0], DAM_READ.roles[0]):
        assert store.record(record.id) == record
        assert store.record(record.id[:16]) == record
        assert store.provenance(record.id).made_by == LATER_MAKER


@settings(deadline=None, max_examples=80)
@given(FIGURES | EVENTS | MOMENTS | ROLES)
def test_what_is_taken_apart_is_put_together_the_same(record: Figure | Event | Moment | Role) -> None:
    (part,) = [part for part in PARTS if part.kind == type(record).__name__.lower()]
    stored = Stored(
        id=record.id,
        document=record.document,
        type=part.type(record),
        score=record.score,
        facts=part.facts(record),
        words=evidence(record),
    )
    assert part.make(stored) == record


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), [SLUICES, EVACUATED]),
        (Query(types=("sluices",)), [SLUICES]),
        (Query(types=("Evacuated",)), [EVACUATED]),
        (Query(types=("troops",)), []),
        (Query(holder="korda"), [SLUICES]),
        (Query(holder="velmar"), []),
        (Query(holder="…"), []),
        (Query(about="sluices monday"), [SLUICES]),
        (Query(about="1,200"), [EVACUATED]),
        (Query(about="korda"), [SLUICES]),
        (Query(about="river"), []),
        (Query(by="water board"), [SLUICES]),
        (Query(by="interior"), [EVACUATED]),
        (Query(by="okonjo"), []),
        (Query(by="?"), []),
        (Query(by="interior", types=("evacuated",), about="people"), [EVACUATED]),
        (Query(by="interior", holder="korda"), []),
        (Query(limit=1), [SLUICES]),
        (Query(about="people", limit=0), []),
        (Query(as_of="2021-04-14"), []),
        (Query(since="2021-04-16"), []),
    ],
)
def test_figures_by_measure_holder_words_and_speaker(store: Store, query: Query, found: list[Figure]) -> None:
    assert list(store.figures(query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), [DENIED, OPENED, RISE]),
        (Query(types=("RETREAT",)), [OPENED]),
        (Query(types=("retreat", "reject")), [DENIED, OPENED]),
        (Query(modality="hypothetical"), [RISE]),
        (Query(modality="done", types=("REJECT",)), [DENIED]),
        (Query(by="engineers"), [OPENED]),
        (Query(by="fishers"), [DENIED]),
        (Query(by="velmar"), []),
        (Query(about="velmar"), [OPENED]),
        (Query(about="boat"), [DENIED]),
        (Query(by="union", about="boat", modality="done"), [DENIED]),
        (Query(by="union", about="river"), []),
        (Query(document=DAM_READ.document.id[:12]), [OPENED, RISE]),
        (Query(limit=2), [DENIED, OPENED]),
    ],
)
def test_events_by_type_modality_actor_and_words(store: Store, query: Query, found: list[Event]) -> None:
    assert list(store.events(query)) == found


def test_moments_and_roles_by_words_kind_and_document(store: Store) -> None:
    monday, overnight = DAM_READ.moments
    assert list(store.moments(Query(about="monday"))) == [monday]
    assert list(store.moments(Query(types=("time",)))) == [overnight]
    assert list(store.moments(Query(by="brandt"))) == list(HARBOUR_READ.moments)
    assert list(store.roles(Query(about="okonjo"))) == list(DAM_READ.roles)
    assert list(store.roles(Query(about="velmar port"))) == list(HARBOUR_READ.roles)
    assert list(store.roles(Query(types=("former",)))) == list(DAM_READ.roles)
    assert not list(store.roles(Query(about="sluices")))


def test_a_date_or_document_that_is_none_is_told(store: Store) -> None:
    for ask in (store.figures, store.events, store.moments, store.roles):
        with pytest.raises(DateError, match="is no date"):
            list(ask(Query(since="Tuesday")))
        with pytest.raises(CaseError, match="holds no document"):
            list(ask(Query(document="doc-nothing")))


def test_search_finds_figures_and_events_with_their_places(store: Store) -> None:
    (hit,) = [hit for hit in store.search("1,200 people", 9) if hit.kind == "figure"]
    assert (hit.id, DAM[hit.start : hit.end]) == (EVACUATED.id, "about 1,200 people")
    (hit,) = [hit for hit in store.search("engineers sluices", 9) if hit.kind == "event"]
    assert (hit.id, DAM[hit.start : hit.end]) == (OPENED.id, OPENED.span.text)
    assert "[Engineers]" in hit.snippet


def test_a_speaker_is_found_by_chain_and_affiliation(store: Store) -> None:
    of: Document = document(
        "The envoys of the north met. They left early. An official of the harbour office said no more.",
        origin="chain.txt",
    )

    def words(text: str) -> Span:
        at = of.text.index(text)
        return Span.of(of.text, at, at + len(text))

    speaker = Speaker(
        name="The envoys",
        how=Resolution.PRONOUN,
        span=words("The envoys"),
        chain=(words("They"),),
        plural=True,
        affiliation=words("the harbour office"),
    )
    made = statement(of, "left early", source="They")
    made = replace(made, speaker=speaker)
    store.write(1, [(capture(of.text, "chain.txt"), extraction(of, (), [made]))], LATER)
    assert store.record(made.id) == made
    assert list(store.statements(Query(by="harbour office"))) == [made]
