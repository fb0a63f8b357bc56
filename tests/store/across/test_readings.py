from dataclasses import replace
from pathlib import Path

import pytest

import tocsin
from tests.crisis import put_crisis
from tests.store.across.making import case_of
from tests.store.entities.making import report
from tests.store.samples import LATER, LATER_MAKER, capture, dam, document, extraction, harbour, item, talks
from tocsin.record import Extraction
from tocsin.store import Query, Store


def kept(written: Extraction) -> Extraction:
    """Return what a case keeps of a reading: all but the chains, and of the links no order."""
    return replace(written, chains=(), links=tuple(sorted(written.links, key=repr)))


def loaded(store: Store, *numbers: int) -> list[Extraction]:
    with store.across() as rows:
        return [kept(each) for each in rows.extraction(numbers).values()]


def test_a_reading_comes_back_as_it_was_written(tmp_path: Path) -> None:
    items = [harbour(), dam(), talks(), report(1, ["Ana Reyl", "Bo Lund"])]
    with case_of(tmp_path / "a.tocsin", items) as store:
        assert loaded(store, 1, 2, 3, 4) == [kept(found) for _, found in items]
        assert loaded(store, 3) == [kept(talks()[1])]
        assert loaded(store) == []


def test_it_is_the_newest_reading(tmp_path: Path) -> None:
    with case_of(tmp_path / "a.tocsin", [harbour(), dam()]) as store:
        store.write(store.begin_run("read", LATER_MAKER, LATER), [harbour(made_by=LATER_MAKER)], LATER)
        assert loaded(store, 1, 2) == [kept(harbour(made_by=LATER_MAKER)[1]), kept(dam()[1])]


def test_a_report_of_which_nothing_was_read_is_a_reading_too(tmp_path: Path) -> None:
    of = document("Nothing here.", published="2021-04-13")
    with case_of(tmp_path / "a.tocsin", [item(of), dam()]) as store:
        assert loaded(store, 1, 2) == [extraction(of), kept(dam()[1])]


def test_a_later_version_names_the_first(tmp_path: Path) -> None:
    one, two = (
        document(f"Version {n}.", published="2021-04-13", url="https://dawn.example/1") for n in (1, 2)
    )
    with case_of(tmp_path / "a.tocsin", [item(one), item(two)]) as store:
        assert [each.document.version_of for each in loaded(store, 1, 2)] == [None, one.id]


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_crisis(tmp_path_factory.mktemp("readings"))


def test_what_was_read_and_resolved_for_real_comes_back(crisis: Path, tmp_path: Path) -> None:
    with tocsin.open(crisis) as case:
        store = case._store
        ids = [each.id for each in store.documents(Query())]
        readings = store.readings(ids)
        assert list(readings) == ids
        for id_, reading in readings.items():
            of = Query(document=id_)
            assert reading.names == tuple(store.names(of))
            assert reading.statements == tuple(store.statements(of))
            assert reading.figures == tuple(store.figures(of))
            assert reading.events == tuple(store.events(of))
            assert reading.moments == tuple(store.moments(of))
            assert reading.roles == tuple(store.roles(of))
            assert reading.references == tuple(store.references(of))
            assert reading.toponyms == tuple(store.toponyms(of))
            assert reading.links
            for statement in reading.statements:
                links = [(link.part, link.to) for link in reading.links if link.record == statement.id]
                assert sorted(links) == sorted(store.targets_of(statement.id))
    items = [(capture(each.document.text, id_), each) for id_, each in readings.items()]
    with case_of(tmp_path / "again.tocsin", items) as again:
        assert again.readings(ids) == readings


def test_of_what_is_not_there_nothing_is_returned(tmp_path: Path) -> None:
    with case_of(tmp_path / "a.tocsin", [dam()]) as store:
        assert list(store.readings(["doc-0", dam()[1].document.id])) == [dam()[1].document.id]
        assert store.records_by([]) == {}
        wanted = [dam()[1].events[0].id, "fig-0", dam()[1].statements[1].id]
        assert list(store.records_by(wanted)) == [wanted[0], wanted[2]]
        assert store.records_by(wanted)[wanted[2]] == dam()[1].statements[1]
