"""A case that an older version wrote opens, says the same, and takes the new kinds."""

import gzip
import sqlite3
from pathlib import Path

import pytest

from tests.store.entities.making import Spelling, entities, judgement, report
from tests.store.samples import LATER, LATER_MAKER, dam, harbour, talks
from tocsin.store import Query, Store

OLD = Path(__file__).with_name("v0001.tocsin.gz")  # harbour, dam and talks, as version 0.1 read them


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.tocsin"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.tocsin"  # the same three with figures and events, of the second schema
    path.write_bytes(gzip.decompress(Path(__file__).with_name("v0002.tocsin.gz").read_bytes()))
    return path


def revision(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return str(found)


def test_what_it_holds_is_what_it_held(old: Path) -> None:
    assert revision(old) == "0001"
    with Store.open(old, create=False) as store:
        assert list(store.documents(Query())) == [item[1].document for item in (harbour(), dam(), talks())]
        assert list(store.statements(Query())) == [
            statement for item in (harbour(), dam(), talks()) for statement in item[1].statements
        ]
        assert [each.id for each in store.statements(Query(by="brandt"))]
        assert {hit.kind for hit in store.search("river", 9)} == {"document", "statement"}
        assert not list(store.figures(Query()))
        assert not list(store.events(Query(about="river")))
        counts = store.counts()
        assert (counts.documents, counts.statements, counts.figures, counts.roles) == (3, 8, 0, 0)
        assert all(each.quote for each in store.evidence())
    assert revision(old) > "0001"


def test_a_newer_reader_adds_the_new_kinds_beside_what_was_there(old: Path) -> None:
    with Store.open(old, create=False) as store:
        before = {each.record for each in store.evidence()}
        store.write(store.begin_run("read", LATER_MAKER, LATER), [dam(made_by=LATER_MAKER)], LATER)
        assert tuple(store.figures(Query())) == dam()[1].figures
        assert "event" in {hit.kind for hit in store.search("river", 9)}
        assert before < {each.record for each in store.evidence()}
        store.rebuild()
        assert "event" in {hit.kind for hit in store.search("river", 9)}


def test_the_old_rows_are_untouched(old: Path) -> None:
    def rows() -> list[tuple[object, ...]]:
        with sqlite3.connect(old) as connection:
            found = [
                row
                for table in ("documents", "extractions", "records", "evidence")
                for row in connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            ]
        connection.close()
        return found

    before = rows()
    Store.open(old, create=False).close()
    assert rows() == before


def test_a_case_of_the_second_schema_gets_entities_with_what_is_read_from_then_on(second: Path) -> None:
    assert revision(second) == "0002"
    with Store.open(second, create=False, linking=Spelling()) as store:
        assert tuple(store.figures(Query())) == dam()[1].figures
        assert list(store.statements(Query(by="brandt"))) == list(harbour()[1].statements[:2])
        assert not list(store.entities(Query()))
        store.write(store.begin_run("read", LATER_MAKER, LATER), [report(1, ["Ana Reyl"])], LATER)
        store.judge(judgement("person:ana reyl", "known:reyl"))
        assert entities(store) == {frozenset(("known:reyl", "person:ana reyl"))}
        assert tuple(store.figures(Query())) == dam()[1].figures
        assert store.counts().documents == 4
    assert revision(second) == "0004"
