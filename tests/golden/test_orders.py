"""The example reports in other orders and one by one: `tocsin entities -o json` is the same, byte by byte."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

import tocsin
from tocsin.cli.main import main
from tocsin.model import open_model
from tocsin.model.layers import Layers
from tocsin.pipeline import Model, Reader, open_resolver

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").iterdir())


class Remembering:
    """A model that reads each text but once, for cases without number."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._read: dict[str, Layers] = {}
        self.digest = model.digest

    def read(self, texts: Sequence[str]) -> list[Layers]:
        """Return the layers of each text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._read]
        self._read |= dict(zip(new, self._model.read(new), strict=True))
        return [self._read[text] for text in texts]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(model=Remembering(open_model()), resolver=open_resolver())


def entities(path: Path, reader: Reader, batches: Sequence[Sequence[Path]]) -> bytes:
    """Return what the command line says of the entities, after reading the files batch by batch."""
    with tocsin.open(path, create=True, reader=reader) as case:
        for batch in batches:
            assert case.read(*batch).failures == ()
    result = CliRunner().invoke(main, ["entities", "--case", str(path), "-o", "json"])
    assert result.exit_code == 0
    return result.stdout_bytes


def test_the_order_of_reading_does_not_matter(reader: Reader, tmp_path: Path) -> None:
    whole = entities(tmp_path / "whole.tocsin", reader, [REPORTS])
    assert whole.count(b'"id"') > 50
    one_by_one = [[path] for path in REPORTS]
    assert entities(tmp_path / "single.tocsin", reader, one_by_one) == whole
    for number in range(3):
        chance = random.Random(number)
        shuffled = chance.sample(REPORTS, len(REPORTS))
        at = chance.randint(1, len(shuffled) - 1)
        batches = (shuffled[:at], shuffled[at:], shuffled[:2])  # two of them a second time
        assert entities(tmp_path / f"{number}.tocsin", reader, batches) == whole
