import sqlite3
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.across.making import VERSION, case_of, copy, finding, profile, story
from tests.store.entities.making import Spelling, derived, judgement, report
from tests.store.samples import LATER, LATER_MAKER, dam, document, harbour, item, talks
from tocsin.record import Document
from tocsin.record.copy import Copy
from tocsin.store import Store
from tocsin.store.across import ACROSS, CopyRow, Pending

HARBOUR, DAM, TALKS = (each()[1].document for each in (harbour, dam, talks))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with case_of(tmp_path / "velmar.tocsin", [dam(), talks(), harbour()]) as opened:
        yield opened


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(store.path) as connection:
        found = {
            table.name: sorted(connection.execute(f"SELECT * FROM {table.name}").fetchall(), key=repr)  # noqa: S608
            for table in ACROSS
        }
    connection.close()
    return found


def put_all(store: Store) -> None:
    """Put rows into every table."""
    members = [(harbour()[1].statements[0].id, HARBOUR), (dam()[1].statements[0].id, DAM)]
    with store.across() as rows:
        rows.link([(1, 1, "{}"), (3, 3, '{"a":1}')])
        rows.put_runs([], [CopyRow(first=0, after=2, part="postings", low=0, data=b"\x00\xff")])
        rows.put_copies([copy(HARBOUR, DAM, ["Velmar"])], [])
        rows.put_pairs([copy(HARBOUR, DAM, ["Velmar"])], [])
        rows.put_profiles([profile(DAM, "2021", dam=7), profile(HARBOUR, "2021", port=9, storm=3)])
        rows.put_stories([], [story(HARBOUR, DAM), story(TALKS)])
        rows.put_settled([], [("sto-1", "people", b"\x80")])
        rows.put_findings([], [("sto-1", finding("how many people left", members))])
        rows.put_acting([("known:ua", "ent-1", "{}")], [])


def test_reports_wait_in_the_order_of_their_numbers(store: Store) -> None:
    assert store.waits()
    with store.across() as rows:
        assert rows.count() == 3
        waiting = rows.pending(9)
        assert [each.id for each in waiting] == [DAM.id, TALKS.id, HARBOUR.id]
        assert waiting[2] == Pending(
            document=3, id=HARBOUR.id, extraction=3, known="2021-04-13T23:59:59Z", before=None
        )
        assert rows.pending(1) == waiting[:1]
        rows.link([(each.document, each.extraction, each.id) for each in waiting])
        rows.look(done=True)
        assert rows.count() == 0
        assert rows.told() == {1: DAM.id, 2: TALKS.id, 3: HARBOUR.id}
        assert rows.knowns()[1] == (DAM.id, "2021-04-15T07:30:00Z")
    assert not store.waits()


def test_a_report_that_was_read_anew_waits_again(store: Store) -> None:
    with store.across() as rows:
        rows.link([(each.document, each.extraction, "") for each in rows.pending(9)])
    store.write(store.begin_run("read", LATER_MAKER, LATER), [harbour(made_by=LATER_MAKER)], LATER)
    assert store.waits()
    with store.across() as rows:
        (again,) = rows.pending(9)
        assert (again.document, again.before, again.extraction) == (3, 3, 4)
        rows.link([(3, 4, "")])
        assert rows.count() == 0


def test_a_version_is_set_when_all_is_cleared(store: Store) -> None:
    put_all(store)
    with store.across() as rows:
        assert rows.version() is None
        rows.clear(VERSION)
        assert rows.version() == VERSION
        assert rows.count() == 3
        rows.clear("across@2")
        assert rows.version() == "across@2"
    assert everything(store) == {
        **{each.name: [] for each in ACROSS},
        "across": [("across@2",)],
    }


def test_what_fails_leaves_all_as_it_was(store: Store) -> None:
    put_all(store)
    before = everything(store)

    def fails() -> None:
        with store.across() as rows:
            rows.clear(VERSION)
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert everything(store) == before


def test_putting_twice_adds_nothing_and_clearing_then_putting_gives_the_same(store: Store) -> None:
    put_all(store)
    before = everything(store)
    assert all(before[table.name] for table in ACROSS if table.name != "across")
    put_all(store)
    assert everything(store) == before
    with store.across() as rows:
        rows.clear(VERSION)
    put_all(store)
    assert everything(store) == before | {"across": [(VERSION,)]}


def test_entities_and_these_are_made_apart(store: Store) -> None:
    put_all(store)
    before, entities = everything(store), derived(store)
    store.judge(judgement("person:ilse brandt", "person:anna korin"), LATER)
    assert everything(store) == before
    with Store.open(store.path, create=False, linking=Spelling()) as other, other.across():
        pass
    assert derived(store)["linkings"] == [("spelling@1",)] != entities["linkings"]
    assert everything(store) == before


def test_a_case_that_is_rebuilt_waits_to_be_linked(store: Store) -> None:
    put_all(store)
    store.rebuild()
    assert not any(everything(store).values())
    assert store.waits()


def test_runs_go_by_their_reports(store: Store) -> None:
    pieces = [CopyRow(first=0, after=n, part="members", low=low, data=b"x") for n in (1, 2) for low in (0, 9)]
    with store.across() as rows:
        rows.put_runs([], list(reversed(pieces)))
        assert rows.runs() == pieces
        rows.put_runs([(0, 1), (7, 8)], [])
        assert rows.runs() == pieces[2:]


def test_profiles_come_by_when_their_reports_were_known(store: Store) -> None:
    one, two = profile(HARBOUR, "2021", port=9, dam=1), profile(DAM, "2022")
    with store.across() as rows:
        rows.put_profiles([two, one])
        assert rows.profiles() == [one, two]
        rows.put_profiles([profile(DAM, "2022", dam=5)])
        assert rows.profiles() == [one, profile(DAM, "2022", dam=5)]


def test_a_story_that_grows_or_goes_takes_its_reports_along(store: Store) -> None:
    with store.across() as rows:
        rows.put_stories([], [story(HARBOUR), story(DAM, TALKS)])
        assert rows.stories() == {story(HARBOUR).id: (HARBOUR.id,), story(DAM).id: (DAM.id, TALKS.id)}
        rows.put_stories([story(DAM).id], [story(HARBOUR, DAM)])
        assert rows.stories() == {story(HARBOUR).id: (HARBOUR.id, DAM.id)}
        rows.put_stories([], [story(HARBOUR), story(DAM)])
        assert rows.stories() == {story(HARBOUR).id: (HARBOUR.id,), story(DAM).id: (DAM.id,)}


def test_what_stories_settle_is_found_by_block(store: Store) -> None:
    with store.across() as rows:
        rows.put_settled([], [("sto-2", "people", b"2"), ("sto-1", "people", b"1"), ("sto-1", "tanks", b"3")])
        assert rows.settled({"people", "ships"}) == {"people": [b"1", b"2"]}
        assert rows.blocks_of({"sto-1"}) == {"people", "tanks"}
        rows.put_settled(["sto-1"], [("sto-1", "ships", b"4")])
        assert rows.settled(["people", "tanks", "ships"]) == {"people": [b"2"], "ships": [b"4"]}


def test_findings_go_with_their_scope(store: Store) -> None:
    of_harbour = [(harbour()[1].statements[0].id, HARBOUR)]
    one, two = finding("ships", of_harbour), finding("people", of_harbour)
    with store.across() as rows:
        rows.put_findings([], [("story:1", one), ("block:people", two)])
    assert store.finding(one.id) == one
    with store.across() as rows:
        rows.put_findings(["story:1"], [])
    assert store.counts().findings == 1
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("SELECT DISTINCT finding FROM finding_members").fetchall() == [(two.id,)]
        assert connection.execute("SELECT DISTINCT finding FROM finding_origins").fetchall() == [(two.id,)]
    connection.close()


def test_who_acts_is_kept_by_key(store: Store) -> None:
    with store.across() as rows:
        rows.put_acting([("known:ua", "ent-1", "a"), ("known:ru", "ent-2", "b")], [])
        rows.put_acting([("known:ua", "ent-3", "c")], ["known:ru", "known:us"])
        assert rows.acting() == {"known:ua": ("ent-3", "c")}


def test_reports_that_name_somebody_are_found_as_the_reference_counts(tmp_path: Path) -> None:
    items = [report(1, ["Ana Reyl"]), report(2, ["Bo Lund", "Ana Reyl"])]
    with case_of(tmp_path / "a.tocsin", items) as store:
        with store.across() as rows:
            assert rows.holding(["person:ana reyl", "person:nobody"]) == {1, 2}
            assert rows.holding(["person:bo lund"]) == {2}
            assert rows.holding([]) == set()
        store.judge(judgement(items[0][1].references[0].id, "person:bo lund"), LATER)
        with store.across() as rows:
            assert rows.holding(["person:bo lund"]) == {1, 2}
            assert rows.holding(["person:ana reyl"]) == {2}


WORDS = ("the port", "of Velmar 🌊", "stays closed", "Київ", "until Thursday")
REPORTS = [document(f"{n}\n\n" + f" {n} ".join(WORDS), published="2021-04-13") for n in range(4)]
PAIRS = list(combinations(REPORTS, 2))


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("rows") / "a.tocsin"
    with case_of(path, [item(each) for each in REPORTS]) as opened:
        yield opened


def made(pair: tuple[Document, Document], words: list[str]) -> Copy:
    return copy(*pair, words)


copied = st.dictionaries(st.sampled_from(PAIRS), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))


@settings(deadline=None, max_examples=40)
@given(copied, copied)
def test_copies_are_those_that_were_put_last_with_the_words_of_their_reports(
    lasting: Store,
    first: dict[tuple[Document, Document], list[str]],
    then: dict[tuple[Document, Document], list[str]],
) -> None:
    had, come = ([made(pair, words) for pair, words in each.items()] for each in (first, then))
    texts = {each.id: each.text for each in REPORTS}
    with lasting.across() as rows:
        rows.clear(VERSION)
        rows.put_copies(had, [])
        gone = [(each.left, each.right) for each in had if each.id not in {one.id for one in come}]
        rows.put_copies(come, gone)
        found = rows.copies()
        assert found == sorted(come, key=lambda each: each.id)
        for each in found:
            for passage in each.passages:
                assert passage.left.holds(texts[each.left])
                assert passage.right.holds(texts[each.right])
        of_two = rows.copies({1, 2})
        assert of_two == [each for each in found if {each.left, each.right} & {one.id for one in REPORTS[:2]}]
        assert rows.copies(set()) == []
