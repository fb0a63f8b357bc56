"""A command line as a user has it, with a fake model behind it and a small case to look at."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.across.crisis import REPORTS
from tests.fakes import FakeModel, NoResolver, reader
from tests.reports import put_reports
from tocsin import single  # before anything takes the place of the model that it would bind
from tocsin.case import open_case
from tocsin.cli.main import main

Tocsin = Callable[..., Result]


@pytest.fixture
def fake_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.model.open_model", lambda threads=None: FakeModel())  # noqa: ARG005
    monkeypatch.setattr("tocsin.model.DeferredModel", lambda opened: opened())
    monkeypatch.setattr("tocsin.pipeline.open_resolver", lambda **_: NoResolver())
    monkeypatch.setattr(single, "_packaged", reader)
    for variable in ("TOCSIN_CASE", "TOCSIN_SETTINGS"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def tocsin(fake_model: None) -> Tocsin:  # noqa: ARG001 - it is there
    """Run ``tocsin`` with arguments; standard output and standard error are kept apart."""

    def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder with three reports."""
    return put_reports(tmp_path / "reports")


@pytest.fixture
def case(tmp_path: Path, tocsin: Tocsin, reports: Path) -> Path:
    """Return a case that holds the three reports."""
    path = tmp_path / "lake.tocsin"
    result = tocsin("read", reports, "--case", path)
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture(scope="session")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case that holds eight invented reports of two crises, read for real."""
    folder = tmp_path_factory.mktemp("crisis")
    source, path = folder / "crisis.jsonl", folder / "crisis.tocsin"
    lines = [
        json.dumps({"text": text, "outlet": outlet, "published": day, "url": f"https://example.org/{name}"})
        for name, (outlet, day, text) in REPORTS.items()
    ]
    source.write_text("\n".join(lines), encoding="utf-8")
    with open_case(path, create=True) as case:
        case.read(source)
    return path
