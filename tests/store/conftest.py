from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.samples import MAKER, THEN, dam, harbour, talks
from tocsin.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "velmar.tocsin"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty case."""
    with Store.open(path, create=True) as opened:
        yield opened


@pytest.fixture
def run(store: Store) -> int:
    return store.begin_run("read reports", MAKER, THEN)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A case of three reports, not to be written to."""
    with Store.open(tmp_path_factory.mktemp("full") / "full.tocsin", create=True) as opened:
        opened.write(opened.begin_run("read reports", MAKER, THEN), [harbour(), dam(), talks()], THEN)
        yield opened
