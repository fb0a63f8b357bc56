import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tocsin
from tests.crisis import put_crisis
from tests.store.across.making import case_of, profile
from tests.store.entities.making import Spelling, judgement, report
from tests.store.samples import THEN, Item, capture, dam, document, harbour, item, talks
from tocsin.errors import CaseError, DateError
from tocsin.store import Query, Store
from tocsin.store.linking import Linking
from tocsin.store.tables import LOG

ALL = Query()
ITEMS = (
    harbour(),
    report(1, ["Ana Reyl", "Bo Lund"]),
    dam(),
    report(2, ["A. Reyl", "Bo Lund"]),
    report(13, ["Ana Reyl", "A. Reyl"], published="2021-04-13T22:30:00-05:00"),
    talks(),
)


def shown(store: Store) -> dict[str, object]:
    """Return all that a case shows."""
    found = {
        "documents": list(store.documents(ALL)),
        "entities": list(store.entities(ALL)),
        "places": list(store.places(ALL)),
        "about": [list(store.statements(Query(about=words))) for words in ("river", "the", "Brandt")],
        "by": [list(store.events(Query(by=words))) for words in ("union", "Engineers")],
        "search": [hit.id for hit in store.search("Velmar", 20)],
        "evidence": sorted(store.evidence(), key=repr),
    }
    ids = list(store.knowns())
    return found | {"readings": store.readings(ids), "links": [store.links_in(id_) for id_ in ids]}


def only(folder: Path, items: list[Item], linking: Linking) -> dict[str, object]:
    with case_of(folder / "only.tocsin", items, linking) as store:
        return shown(store)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("until") / "whole.tocsin"
    with case_of(path, ITEMS, Spelling()) as store:
        yield store


@settings(deadline=None, max_examples=15)
@given(when=st.sampled_from(["2021-04-02", "2021-04-03", "2021-04-13", "2021-04-14", "2021-04-15T07:30"]))
def test_it_is_what_a_case_of_the_reports_of_that_time_alone_is(
    whole: Store, tmp_path_factory: pytest.TempPathFactory, when: str
) -> None:
    there = {each.id for each in whole.documents(Query(as_of=when))}
    assert 0 < len(there) < len(ITEMS)
    with whole.until(when) as earlier:
        items = [each for each in ITEMS if each[1].document.id in there]
        assert shown(earlier) == only(tmp_path_factory.mktemp("only"), items, Spelling())
        assert earlier.latest_known() == max(earlier.knowns().values())
        assert not earlier.later_than(when)
        assert whole.later_than(when)


def test_it_shows_what_the_case_shows_as_of_then(whole: Store) -> None:
    at = Query(as_of="2021-04-14")
    with whole.until("2021-04-14") as earlier:
        assert list(earlier.documents(ALL)) == list(whole.documents(at))
        assert list(earlier.statements(ALL)) == list(whole.statements(at))
        assert list(earlier.names(ALL)) == list(whole.names(at))


def test_until_the_last_report_is_the_case_itself(whole: Store) -> None:
    last = whole.latest_known()
    assert last
    with whole.until(last) as same:
        assert shown(same) == shown(whole)
        assert same.counts() == whole.counts()


def test_before_the_first_report_there_is_nothing(whole: Store) -> None:
    with whole.until("1999-12-31") as empty:
        assert list(empty.documents(ALL)) == []
        assert list(empty.entities(ALL)) == []
        assert empty.latest_known() is None
        assert not empty.waits()
        assert not empty.later_than("1999-12-31")


def test_what_was_read_for_real_is_as_a_case_of_these_reports_alone(tmp_path: Path) -> None:
    with tocsin.open(put_crisis(tmp_path)) as case:
        store, linking = case._store, case._linking
        order = [each.id for each in store.documents(ALL)]
        with store.until("2021-04-14") as earlier:
            assert list(earlier.knowns()) == order[:2]
            with sqlite3.connect(earlier.path) as sql:
                assert sql.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert sql.execute("PRAGMA foreign_key_check").fetchall() == []
            sql.close()
            found = shown(earlier)
        taken = [(capture(id_, id_), reading) for id_, reading in store.readings(order[:2]).items()]
        assert only(tmp_path, taken, linking) == found


def test_of_versions_the_first_that_was_known_is_the_first(tmp_path: Path) -> None:
    url = "https://dawn.example/1"
    late, early, middle = (
        item(document(f"Version {n}.", published=f"2021-04-{n}", url=url)) for n in (20, 12, 14)
    )
    with case_of(tmp_path / "a.tocsin", [late, early, middle]) as store, store.until("2021-04-15") as earlier:
        versions = {each.id: each.version_of for each in earlier.documents(ALL)}
        assert versions == {early[1].document.id: None, middle[1].document.id: early[1].document.id}
        assert earlier.counts().versions == 1


def test_what_people_judged_is_there(tmp_path: Path) -> None:
    items = [report(1, ["Ana Reyl"]), report(2, ["Bo Lund"])]
    with case_of(tmp_path / "a.tocsin", items, Spelling()) as store:
        store.judge(judgement("person:ana reyl", "person:bo lund"), THEN)
        with store.until("2021-04-03") as earlier:
            (entity,) = earlier.entities(ALL)
            assert entity.keys == ("person:ana reyl", "person:bo lund")
            assert list(earlier.judgements()) == list(store.judgements())
        with store.until("2021-04-02") as earlier:
            (entity,) = earlier.entities(ALL)
            assert entity.keys == ("person:ana reyl",)


def test_it_is_a_case_of_its_own_and_gone_when_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.tocsin"
    case_of(path, ITEMS).close()
    before = path.read_bytes()
    with Store.open(path, create=False) as store:
        with store.until("2021-04-14") as earlier:
            own = earlier.path
            assert own.exists()
            assert own.parent != path.parent
            with earlier.across() as rows:
                rows.put_profiles([profile(harbour()[1].document, "2021", port=1)])
                assert earlier.counts().documents == len(list(earlier.documents(ALL)))  # read while written
            with earlier.until("2021-04-02") as first:
                assert first.knowns().keys() < earlier.knowns().keys()
        assert not own.parent.exists()
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_one_that_nobody_closes_is_gone_with_its_owner(tmp_path: Path) -> None:
    with case_of(tmp_path / "a.tocsin", [harbour()]) as store:
        earlier = store.until("2021-04-14")
        own = earlier.path
        assert own.exists()
        earlier._engine.dispose()
        del earlier
        assert not own.parent.exists()


def test_its_log_is_guarded_as_the_case_s_own(whole: Store) -> None:
    with whole.until("2021-04-14") as earlier:
        sql = sqlite3.connect(earlier.path)
        for table in LOG:
            if sql.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]:  # noqa: S608
                with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                    sql.execute(f"DELETE FROM {table.name}")  # noqa: S608
        sql.close()


def test_a_time_that_is_none_is_refused_and_leaves_nothing(
    whole: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(DateError):
        whole.until("soon")
    assert not list(tmp_path.iterdir())


def test_where_it_fails_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case" / "a.tocsin"
    path.parent.mkdir()
    with case_of(path, [harbour()]) as store:
        store.close()
        shutil.rmtree(path.parent)
        (tmp_path / "tmp").mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
        with pytest.raises(CaseError):
            store.until("2021-04-14")
        assert not list((tmp_path / "tmp").iterdir())
