import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from tests.store.samples import MAKER, THEN, harbour
from tocsin.errors import CaseError, NewerCaseError
from tocsin.store import Query, Store, schema
from tocsin.store.across import ACROSS
from tocsin.store.tables import DERIVED, LOG, metadata


def python(code: str, *words: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_case_is_made_once_and_opened_ever_after(path: Path) -> None:
    with pytest.raises(CaseError, match="there is no case") as refused:
        Store.open(path, create=False)
    assert "tocsin read" in refused.value.advice
    with Store.open(path, create=True) as store:
        store.write(store.begin_run("read", MAKER, THEN), [harbour()], THEN)
    for create in (False, True):
        with Store.open(path, create=create) as store:
            assert store.counts().documents == 1


def test_a_closed_case_is_one_file(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.write(store.begin_run("read", MAKER, THEN), [harbour()], THEN)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "name", ["a b.tocsin", "50%.tocsin", "what?.tocsin", "no#1.tocsin", "Київ.tocsin", "x&mode=ro"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / name, create=True) as store:
        assert store.counts().documents == 0
    assert (tmp_path / name).exists()


def test_a_path_from_here_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Store.open(Path("here.tocsin"), create=True).close()
    assert (tmp_path / "here.tocsin").exists()


def test_what_is_no_case_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a case at all, but longer than the head of a database: " + "x" * 200)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE sheep (name TEXT)")
    connection.close()
    for file in (text, other):
        before = file.read_bytes()
        for create in (False, True):
            with pytest.raises(CaseError, match="is not a tocsin case") as refused:
                Store.open(file, create=create)
            assert file.name in refused.value.message
            assert refused.value.advice
        assert file.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["notes.txt", "other.db"]


def test_an_empty_file_is_a_case_only_where_one_is_to_be_made(path: Path) -> None:
    path.touch()
    with pytest.raises(CaseError, match="is empty"):
        Store.open(path, create=False)
    Store.open(path, create=True).close()
    Store.open(path, create=False).close()


def test_a_folder_is_no_case_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is a folder"):
        Store.open(tmp_path, create=True)
    with pytest.raises(CaseError, match="there is no folder"):
        Store.open(tmp_path / "missing" / "a.tocsin", create=True)


def test_a_damaged_case_is_said_to_be_damaged(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.write(store.begin_run("read", MAKER, THEN), [harbour()], THEN)
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\x5a" * (len(raw) - 4096)
    path.write_bytes(raw)
    with pytest.raises(CaseError, match="is damaged") as refused, Store.open(path, create=False) as store:
        list(store.statements(Query()))
    assert "copy" in refused.value.advice


def test_a_case_of_a_newer_tocsin_is_left_alone(path: Path) -> None:
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for create in (False, True):
        with pytest.raises(NewerCaseError, match="newer tocsin") as refused:
            Store.open(path, create=create)
        assert "upgrade" in refused.value.advice


def test_the_newest_migration_is_the_revision_that_is_asked_for() -> None:
    config = Config()
    config.set_main_option("script_location", "tocsin.store:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [schema.REVISION]
    revisions = [each.revision for each in scripts.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)  # what is newer sorts behind what is older


def test_the_migrations_make_the_tables_of_the_definition(path: Path) -> None:
    Store.open(path, create=True).close()
    engine = create_engine(f"sqlite:///{path}")
    made_of_views = ("_fts", "_fts_data", "_fts_idx", "_fts_docsize", "_fts_config", "_fts_content")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, _, __: not (name or "").endswith(made_of_views),
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_every_table_of_the_definition_is_part_of_the_log_or_made_of_it() -> None:
    assert {*LOG, *DERIVED, *ACROSS} == set(metadata.tables.values())
    assert len(metadata.tables) == len((*LOG, *DERIVED, *ACROSS))


def test_all_of_the_log_is_guarded_and_nothing_that_is_made_of_it(path: Path) -> None:
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' GROUP BY 1"
        )
        guards = dict(rows.fetchall())
    connection.close()
    assert guards == {table.name: 2 for table in LOG}


def test_a_case_is_told_by_its_head(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.begin_run("read", MAKER, THEN)
    head = path.read_bytes()[:100]
    assert head.startswith(b"SQLite format 3\x00")
    assert head[68:72] == b"tocs"


def test_opening_what_is_up_to_date_does_not_load_alembic(path: Path) -> None:
    Store.open(path, create=True).close()
    code = """
import sys
from pathlib import Path
from tocsin.store import Store
with Store.open(Path(sys.argv[1]), create=False) as store:
    store.counts()
print([name for name in sys.modules if name.startswith(("alembic", "mako"))])
"""
    assert python(code, os.fspath(path)).strip() == "[]"


def test_a_case_is_made_whole_or_not_at_all(path: Path) -> None:
    """Whoever dies while making a case leaves a file that the next one makes a case of."""
    code = """
import os, signal, sys
from pathlib import Path
import tocsin.store.migrate as migrate
whole = migrate.upgrade
def cut(connection, revision):
    whole(connection, revision)
    os.kill(os.getpid(), signal.SIGKILL)
migrate.upgrade = cut
from tocsin.store import Store
Store.open(Path(sys.argv[1]), create=True)
"""
    died = subprocess.run([sys.executable, "-c", code, os.fspath(path)], check=False)  # noqa: S603
    assert died.returncode < 0
    with pytest.raises(CaseError, match="is empty"):
        Store.open(path, create=False)
    with Store.open(path, create=True) as store:
        store.write(store.begin_run("read", MAKER, THEN), [harbour()], THEN)
        assert store.counts().documents == 1


def test_several_may_make_the_same_case_at_once(path: Path) -> None:
    code = """
import sys
from pathlib import Path
from tocsin.store import Store
with Store.open(Path(sys.argv[1]), create=True) as store:
    print(store.begin_run("read", "nobody", "2026-11-20T08:00:00+00:00"))
"""
    makers = [
        subprocess.Popen([sys.executable, "-c", code, os.fspath(path)], stdout=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(3)
    ]
    numbers = [maker.communicate()[0].strip() for maker in makers]
    assert [maker.returncode for maker in makers] == [0, 0, 0]
    assert sorted(numbers) == ["1", "2", "3"]
