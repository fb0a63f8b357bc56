"""What is not documented is not done: the reference is compared with the code."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import click
import pytest

from tests.store.samples import dam, harbour, records_of, talks
from tocsin.brief import EventSectionKind, SectionKind, ToldBy
from tocsin.brief.render import FORMS
from tocsin.cli.commands import COMMANDS
from tocsin.codec import kind_of, to_json
from tocsin.export import EXPORTERS, Table, columns
from tocsin.record import (
    Act,
    BlockKind,
    Bound,
    Change,
    EventType,
    FoundIn,
    Modality,
    Mode,
    NameType,
    PlaceKind,
    PlacePrecision,
    Precision,
    Resolution,
    Sector,
    TimeKind,
    TimePrecision,
    Use,
    Verdict,
)

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"])
FENCE = re.compile(r"```.*?```", re.DOTALL)


def _page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def _section(page: str, heading: str) -> str:
    """Return what stands under a heading of the second level."""
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", _page(page), re.MULTILINE | re.DOTALL)
    assert found, f"{page} has no section {heading}"
    return found[1]


def _anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    section = _section("reference/commands.md", name)
    command = import_module(COMMANDS[name].module).command
    assert isinstance(command, click.Command)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and "--help" not in parameter.opts:
            flags = (*parameter.opts, *parameter.secondary_opts)
            assert any(f"`{flag}" in section or f" {flag} " in section for flag in flags), (name, flags)
            if isinstance(parameter.type, click.Choice) and "as for `statements`" not in section:
                missing = [choice for choice in parameter.type.choices if f"`{choice}`" not in section]
                assert not missing, (name, flags, missing)


def test_every_key_of_a_record_is_in_the_reference() -> None:
    items = (harbour(), dam(), talks())
    for record in [record for item in items for record in records_of(item[1])]:
        page = _page("reference/json.md")
        section = page.split(f"### {kind_of(record)}\n")[1].split("\n##")[0]
        known = section + ("`block`" if kind_of(record) == "name" else "")
        for key in to_json(record):
            assert key == "document" or f"`{key}`" in known, (kind_of(record), key)


def test_the_reference_has_no_command_that_is_none() -> None:
    headings = re.findall(r"^## (.*)$", _page("reference/commands.md"), re.MULTILINE)
    assert set(headings) == set(COMMANDS)


@pytest.mark.parametrize("table", Table)
def test_every_column_is_in_the_reference(table: Table) -> None:
    section = _section("reference/csv.md", table.value)
    repeated = "`document_…`" in section
    for column in columns(table):
        assert f"`{column}`" in section or (repeated and column.startswith("document_")), column


def test_every_form_and_format_is_in_the_reference() -> None:
    for form in FORMS:
        assert f"`{form.name}`" in _page("guides/brief.md")
    for exporter in EXPORTERS:
        assert f"`{exporter.name}`" in _section("reference/commands.md", "export")
    for kind in (*SectionKind, *EventSectionKind, *ToldBy):
        assert f"`{kind}`" in _page("reference/json.md")


@pytest.mark.parametrize(
    "values",
    [
        Act,
        BlockKind,
        Bound,
        Change,
        EventType,
        Modality,
        Mode,
        NameType,
        PlaceKind,
        PlacePrecision,
        Resolution,
        Sector,
        TimeKind,
        TimePrecision,
        Use,
        Verdict,
    ],
    ids=lambda each: each.__name__,
)
def test_every_value_is_in_the_codebook(values: type[Act]) -> None:
    for value in values:
        assert f"`{value}`" in _page("codebook.md"), value


@pytest.mark.parametrize("values", [FoundIn, Precision], ids=lambda each: each.__name__)
def test_every_value_of_a_date_is_in_the_reference(values: type[FoundIn]) -> None:
    for value in values:
        assert f"`{value}`" in _page("reference/json.md"), value


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", FENCE.sub("", page.read_text("utf-8"))):
        if not target.startswith("https://"):
            path, _, anchor = target.partition("#")
            other = (page.parent / path).resolve() if path else page
            assert other.is_file(), target
            assert not anchor or anchor in _anchors(other), target


def test_every_page_is_in_the_navigation() -> None:
    listed = set(re.findall(r": ([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))
    assert listed == {str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")}


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_examples_of_the_python_guide_are_python() -> None:
    blocks = re.findall(r"```python\n(.*?)```", _page("guides/python.md"), re.DOTALL)
    assert len(blocks) >= 4
    for block in blocks:
        compile(block, "python.md", "exec")
