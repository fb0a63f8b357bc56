"""Figures, events, moments and roles on the command line: lists, show, explain, search, extract, brief."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin
from tests.store.samples import DAM, MAKER, THEN, dam, harbour, talks
from tocsin import Extraction
from tocsin.cli import output
from tocsin.cli.rows import EVENTS, FIGURES, MOMENTS, NAMES, ROLES, STATEMENTS
from tocsin.store import Store

_, READ = dam()


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case with records of every kind, made by hand; it is not written to."""
    path = tmp_path_factory.mktemp("claims") / "claims.tocsin"
    with Store.open(path, create=True) as store:
        store.write(store.begin_run("read reports", MAKER, THEN), [harbour(), dam(), talks()], THEN)
    return path


@pytest.mark.parametrize(("kind", "count"), [("figures", 2), ("events", 3), ("moments", 3), ("roles", 2)])
def test_every_form_has_every_record(kind: str, count: int, tocsin: Tocsin, claims: Path) -> None:
    asked = (kind, "--case", claims)
    assert len(tocsin(*asked).stdout.splitlines()) == count  # in a pipe: JSON lines
    assert len(json.loads(tocsin(*asked, "-o", "json").stdout)) == count
    rows = list(csv.DictReader(io.StringIO(tocsin(*asked, "-o", "csv").stdout, newline="")))
    assert len(rows) == count
    assert all(row["document_published"] for row in rows)
    assert len(tocsin(*asked, "-o", "table").stdout.splitlines()) == count + 1


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("figures", "--measure", "evacuated"), 1),
        (("figures", "--holder", "Korda"), 1),
        (("figures", "--by", "Interior"), 1),
        (("figures", "--about", "river"), 0),
        (("figures", "--as-of", "2021-04-14"), 0),
        (("events", "--type", "retreat"), 1),
        (("events", "--modality", "Done"), 2),
        (("events", "--by", "engineers"), 1),
        (("events", "--about", "boat", "--type", "REJECT"), 1),
        (("moments", "--type", "time"), 1),
        (("moments", "--about", "monday"), 1),
        (("roles", "--about", "mayor"), 1),
        (("roles", "--limit", "1"), 1),
    ],
)
def test_filters_choose(arguments: tuple[str, ...], count: int, tocsin: Tocsin, claims: Path) -> None:
    result = tocsin(*arguments, "--case", claims)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == count


@pytest.mark.parametrize("option", [("events", "--type", "war"), ("moments", "--type", "day")])
def test_a_type_that_is_none_is_wrong_usage(option: tuple[str, ...], tocsin: Tocsin, claims: Path) -> None:
    result = tocsin(*option, "--case", claims)
    assert result.exit_code == 2
    assert "is not one of" in result.stderr


def test_the_table_of_figures_says_how_many_of_what_whose_and_who_says_so(
    tocsin: Tocsin, claims: Path
) -> None:
    table = tocsin("figures", "--case", claims, "-o", "table").stdout
    assert "about 1,200, risen" in table
    for words in ("evacuated", "the Korda dam", "“the water board”", "2021-04-15"):
        assert words in table
    assert table.startswith("id ")


def test_csv_says_who_tells_a_figure_and_an_event(tocsin: Tocsin, claims: Path) -> None:
    for kind, column in (("figures", "said_by"), ("events", "asserted_by")):
        listed = tocsin(kind, "--case", claims, "-o", "csv").stdout
        exported = tocsin("export", "--case", claims, "--format", "csv", "--table", kind).stdout
        assert listed == exported
        rows = list(csv.DictReader(io.StringIO(listed, newline="")))
        assert "the water board" in {row[column] for row in rows}
    assert [row["best"] for row in csv.DictReader(io.StringIO(
        tocsin("figures", "--case", claims, "-o", "csv").stdout, newline=""
    ))] == ["2", "1200"]  # fmt: skip


@pytest.mark.parametrize("columns", [FIGURES, EVENTS, MOMENTS, ROLES, STATEMENTS, NAMES])
@pytest.mark.parametrize("room", [80, 120])
def test_tables_fit_a_narrow_and_a_wide_terminal(columns: tuple[output.Column, ...], room: int) -> None:
    widths = output._widths(columns, room)
    shown = [width for width in widths if width]
    assert sum(shown) + 2 * (len(shown) - 1) <= room
    assert min(shown) >= 5
    assert any(column.width is None or width for column, width in zip(columns, widths, strict=True))


@pytest.mark.parametrize(
    ("record", "says", "marked"),
    [
        (READ.figures[1], "about 1,200, risen · evacuated", "⟦about 1,200 people⟧"),
        (READ.figures[0], "according to “the water board” · st-", "⟦two sluices⟧ [on Monday]"),
        (READ.events[0], "RETREAT access · done · Engineers · Velmar", "⟦Engineers opened two sluices on"),
        (READ.events[1], "according to (Dawn)", "⟦that the river 🌊 would rise again overnight⟧"),
        (READ.moments[0], "on Monday · date · 2021-04-12", "⟦on Monday⟧"),
        (READ.moments[1], "overnight · time · day unknown", "⟦overnight⟧"),
        (READ.roles[0], "Sergueï Okonjo · former · Mayor", "[Mayor] ⟦Sergueï Okonjo⟧"),
    ],
    ids=lambda each: getattr(each, "id", None),
)
def test_show_says_what_it_is_and_marks_its_words(
    record: object, says: str, marked: str, tocsin: Tocsin, claims: Path
) -> None:
    id_ = getattr(record, "id", "")
    result = tocsin("show", id_[:14], "--case", claims)
    assert result.exit_code == 0
    assert id_ in result.stdout
    assert says in result.stdout
    assert marked in result.stdout
    assert json.loads(tocsin("show", id_, "--case", claims, "-o", "json").stdout)["id"] == id_


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (READ.figures[0], {"how many": "2", "kind": "figure of sluices", "holder": "18-31 “the Korda dam”"}),
        (READ.events[0], {"kind": "event, RETREAT, access", "contexts": "disasters, natural_resource"}),
        (READ.events[1], {"told by": "(Dawn)", "modality": "hypothetical", "contexts": "none"}),
        (READ.moments[1], {"interval": "… to …", "value": "unknown, precision unknown"}),
        (READ.roles[0], {"kind": "role, former", "person": "204-218 “Sergueï Okonjo”"}),
        (harbour()[1].events[0], {"act of": harbour()[1].statements[2].id}),
    ],
    ids=lambda each: getattr(each, "id", None),
)
def test_explain_says_why_and_every_span(
    record: object, told: dict[str, str], tocsin: Tocsin, claims: Path
) -> None:
    result = tocsin("explain", getattr(record, "id", ""), "--case", claims)
    assert result.exit_code == 0
    lines = {line[:12].strip(): line[13:] for line in result.stdout.splitlines()}
    assert told.items() <= lines.items()
    assert lines["why"] == getattr(record, "why", None)
    assert lines["made by"] == MAKER


def test_search_finds_figures_and_events_too(tocsin: Tocsin, claims: Path) -> None:
    hits = [json.loads(line) for line in tocsin("search", "sluices", "--case", claims).stdout.splitlines()]
    assert {hit["kind"] for hit in hits} == {"document", "statement", "figure", "event"}
    for hit in hits:
        assert "sluices" in DAM[hit["start"] : hit["end"]].casefold()


def test_a_misspelt_id_of_a_figure_is_told_the_nearest(tocsin: Tocsin, claims: Path) -> None:
    whole = READ.figures[0].id
    assert f"did you mean {whole}?" in tocsin("show", f"{whole[:-2]}xx", "--case", claims).stderr


def test_the_whole_case_is_exported_and_verified(tocsin: Tocsin, claims: Path) -> None:
    kinds = [json.loads(line)["kind"] for line in tocsin("export", "--case", claims).stdout.splitlines()]
    assert {kind: kinds.count(kind) for kind in ("figure", "event", "moment", "role")} == {
        "figure": 2, "event": 3, "moment": 3, "role": 2,
    }  # fmt: skip
    assert tocsin("verify", "--case", claims).exit_code == 0


def test_extract_shows_a_table_of_each_kind(tocsin: Tocsin, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract_file(_: str, **__: object) -> Extraction:
        return READ

    monkeypatch.setattr("tocsin.single.extract_file", extract_file)
    table = tocsin("extract", "-", "-o", "table", stdin=DAM).stdout
    assert [line.split()[1:3] for line in table.splitlines() if line.startswith("id ")] == [
        ["published", "who"],
        ["how", "many"],
        ["when", "type"],
        ["words", "type"],
        ["person", "role"],
        ["type", "name"],
    ]
    assert "“the Interior Ministry”" in table


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_brief_has_statements_and_events_in_every_form(form: str, tocsin: Tocsin, claims: Path) -> None:
    page = tocsin("brief", "--case", claims, "-o", form).stdout
    for words in ("would rise again overnight", "opened two sluices", "Sergueï Okonjo"):
        assert words in page
