"""A model that is opened when it is first asked to read, and told apart without that."""

import hashlib
from pathlib import Path

import pytest
from tests.fakes import FakeModel
from tests.reports import put_reports

import tocsin
from tocsin.errors import ModelError
from tocsin.model import DeferredModel, ReadingModel


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "reader.tocsin-model"
    path.write_bytes(b"weights")
    return path


def test_the_digest_is_that_of_the_file_and_nothing_is_opened(file: Path) -> None:
    def opened() -> ReadingModel:
        raise AssertionError

    assert DeferredModel(opened, path=file).digest == hashlib.sha256(b"weights").hexdigest()


def test_it_is_opened_once_and_reads_as_the_model_does(file: Path) -> None:
    times = []

    def opened() -> ReadingModel:
        times.append(1)
        return FakeModel()  # type: ignore[return-value]

    model = DeferredModel(opened, path=file)
    assert not times
    for _ in range(2):
        assert model.read(["Anna Berg said it."]) == FakeModel().read(["Anna Berg said it."])
    assert len(times) == 1


def test_a_file_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.tocsin-model cannot be read"):
        DeferredModel(FakeModel, path=tmp_path / "none.tocsin-model")  # type: ignore[arg-type]


def test_its_digest_is_that_of_the_packaged_model() -> None:
    whole = Path(tocsin.__file__).parent / "model" / "reader-en.tocsin-model"
    model = DeferredModel(FakeModel)  # type: ignore[arg-type]
    assert model.digest == hashlib.sha256(whole.read_bytes()).hexdigest()


def test_reading_what_is_known_opens_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = []

    def opened(threads: int | None = None) -> FakeModel:  # noqa: ARG001
        times.append(1)
        return FakeModel()

    monkeypatch.setattr("tocsin.model.open_model", opened)
    reports = put_reports(tmp_path / "in")
    for added, opens in ((3, 1), (0, 1)):
        with tocsin.open(tmp_path / "lake.tocsin", create=True) as case:
            assert case.read(reports).added == added
        assert len(times) == opens
