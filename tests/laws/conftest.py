from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.samples import MAKER, THEN, dam, harbour, talks
from tocsin.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A case of three reports."""
    with Store.open(tmp_path / "law.tocsin", create=True) as opened:
        opened.write(opened.begin_run("read reports", MAKER, THEN), [harbour(), dam(), talks()], THEN)
        yield opened


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty case that the examples of a property write into, one after another."""
    with Store.open(tmp_path_factory.mktemp("law") / "law.tocsin", create=True) as opened:
        opened.begin_run("read reports", MAKER, THEN)
        yield opened
