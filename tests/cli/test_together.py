"""What reports say together, as a user sees it: findings, stories, copies, what changed; in every form."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli.conftest import Tocsin

LISTS = ("findings", "stories", "copies")


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout, newline="")))


@pytest.fixture
def disputed(tocsin: Tocsin, crisis: Path) -> dict[str, Any]:
    """Return the finding on how many troops there are: two origins, three values."""
    (finding,) = lines(tocsin("findings", "--case", crisis, "--measure", "troops", "--status", "differ"))
    return finding


@pytest.mark.parametrize("name", LISTS)
def test_in_a_pipe_a_list_is_json_lines_and_json_has_the_same(
    name: str, tocsin: Tocsin, crisis: Path
) -> None:
    found = lines(tocsin(name, "--case", crisis))
    assert found
    assert json.loads(tocsin(name, "--case", crisis, "-o", "json").stdout) == found


def test_csv_has_a_row_for_each_member_report_and_passage(tocsin: Tocsin, crisis: Path) -> None:
    findings, stories, copies = (lines(tocsin(name, "--case", crisis)) for name in LISTS)
    members, reports, passages = (rows(tocsin(name, "--case", crisis, "-o", "csv")) for name in LISTS)
    assert [(row["finding"], row["record"]) for row in members] == [
        (each["id"], member["record"]) for each in findings for member in each["members"]
    ]
    assert [(row["story"], row["document"]) for row in reports] == [
        (each["id"], document) for each in stories for document in each["documents"]
    ]
    assert [(row["copy"], row["left_quote"]) for row in passages] == [
        (each["id"], passage["left"]["text"]) for each in copies for passage in each["passages"]
    ]
    assert all(row["quote"] and row["document_outlet"] for row in members)


def test_every_word_of_a_finding_and_a_copy_stands_in_its_report(tocsin: Tocsin, crisis: Path) -> None:
    texts = {each["id"]: each["text"] for each in lines(tocsin("documents", "--case", crisis))}
    for finding in lines(tocsin("findings", "--case", crisis)):
        for member in finding["members"]:
            assert member["evidence"], member
            for span in member["evidence"]:
                assert texts[member["document"]][span["start"] : span["end"]] == span["quote"]
    for copy in lines(tocsin("copies", "--case", crisis)):
        for passage in copy["passages"]:
            for side in ("left", "right"):
                span = passage[side]
                assert texts[copy[side]][span["start"] : span["end"]] == span["text"]


def test_a_disputed_figure_is_told_with_each_value_and_who_says_it(tocsin: Tocsin, crisis: Path) -> None:
    table = tocsin("findings", "--case", crisis, "-o", "table").stdout.splitlines()
    assert table[0].split() == ["status", "question", "first", "said", "id"]
    at = next(n for n, line in enumerate(table) if line.startswith("differ"))
    assert at == 1, "what is disputed comes first"
    told = "\n".join(table[at : at + 4])
    assert "80,000 troops → 110,000 troops · Ukraine’s government · 2021-04-12 to 2021-04-14" in told
    assert "40,000 troops · NATO · 2021-04-14, 1 document" in told
    assert "4 documents, 4 outlets, 2 origins" in told


def test_two_outlets_with_one_text_are_one_family_and_one_origin(tocsin: Tocsin, crisis: Path) -> None:
    asked = ("--about", "27", "--kind", "claim")
    (finding,) = lines(tocsin("findings", "--case", crisis, *asked))
    assert finding["counts"] == {"documents": 2, "outlets": 2, "families": 1, "origins": 1, "untold": 0}
    table = tocsin("findings", "--case", crisis, *asked, "-o", "table").stdout
    assert "2 documents, 2 outlets, 1 text family, 1 origin" in table


def test_what_is_open_says_since_when(tocsin: Tocsin, crisis: Path) -> None:
    found = lines(tocsin("findings", "--case", crisis, "--open"))
    assert found
    assert all(each["open_since"] for each in found)
    table = tocsin("findings", "--case", crisis, "--open", "--kind", "demand", "-o", "table").stdout
    assert "G7 demands" in table
    assert "open since 2021-04-12 · 1 document, 1 outlet, 1 origin" in table


def test_an_explanation_names_what_others_say_instead(tocsin: Tocsin, crisis: Path) -> None:
    table = tocsin("findings", "--case", crisis, "--about", "exercise", "-o", "table").stdout
    assert "against: provocation · Ukraine’s government · fin-" in table


def test_filters_choose(tocsin: Tocsin, crisis: Path, disputed: dict[str, Any]) -> None:
    by_nato = lines(tocsin("findings", "--case", crisis, "--by", "NATO"))
    assert disputed["id"] in {each["id"] for each in by_nato}
    assert all("NATO" in {origin["name"] for origin in each["origins"]} for each in by_nato)
    stories = lines(tocsin("stories", "--case", crisis))
    (quake,) = [each for each in stories if "earthquake" in (each["title"] or "").lower()]
    of_quake = lines(tocsin("findings", "--case", crisis, "--story", quake["id"][:12]))
    assert of_quake
    assert all({m["document"] for m in each["members"]} & set(quake["documents"]) for each in of_quake)
    assert disputed["id"] not in {each["id"] for each in of_quake}
    assert len(lines(tocsin("copies", "--case", crisis, "--story", quake["id"]))) == 1
    assert len(lines(tocsin("findings", "--case", crisis, "--limit", "2"))) == 2


def test_as_of_shows_what_was_known_then(tocsin: Tocsin, crisis: Path) -> None:
    asked = ("findings", "--case", crisis, "--measure", "troops", "--as-of", "2021-04-13")
    (finding,) = lines(tocsin(*asked))
    assert finding["status"] == "single"
    assert "80,000 troops · 2 documents, 2 outlets, 1 origin: Ukraine’s government" in (
        tocsin(*asked, "-o", "table").stdout
    )
    assert len(lines(tocsin("stories", "--case", crisis, "--as-of", "2021-04-12"))) == 1
    assert lines(tocsin("copies", "--case", crisis, "--as-of", "2021-04-12")) == []


def test_a_copy_says_who_was_earlier_and_not_who_copied(tocsin: Tocsin, crisis: Path) -> None:
    table = tocsin("copies", "--case", crisis, "-o", "table").stdout
    assert "The Lighthouse Post (2021-04-12) earlier than Canal Herald" in table
    assert "100 %, 100 %" in table
    assert "“The pumping station at Bila Krynytsia" in table


def test_a_story_lists_its_reports_with_why_and_what_is_disputed(
    tocsin: Tocsin, crisis: Path, disputed: dict[str, Any]
) -> None:
    story = lines(tocsin("stories", "--case", crisis))[0]
    shown = tocsin("show", story["id"], "--case", crisis).stdout
    assert "North Desk · Russian troops near Ukraine now 110,000" in shown
    assert "likeness to the others 0." in shown
    assert "Disputed or revised (1)" in shown
    assert disputed["id"][:14] in shown
    whole = json.loads(tocsin("show", story["id"], "--case", crisis, "-o", "json").stdout)
    assert [each["document"] for each in whole["memberships"]] == story["documents"]
    assert all(tie["spans"] for each in whole["memberships"] for tie in each["ties"])


def test_show_of_a_finding_has_the_exact_words_and_the_history(
    tocsin: Tocsin, crisis: Path, disputed: dict[str, Any]
) -> None:
    shown = tocsin("show", disputed["id"][:12], "--case", crisis).stdout
    assert "How many troops of Russia in or near Ukraine?" in shown
    assert "differ (also revised) · 4 documents, 4 outlets, 2 origins" in shown
    plain = " ".join(shown.split())
    assert "Russia had ⟦110,000 troops⟧ near Ukraine" in plain
    assert "Russia had ⟦40,000 troops⟧ near Ukraine" in plain
    assert "counted as one: Andrii Taran speaks for Ukraine, as the report says; Ministry of" in plain
    assert "because: Jens Stoltenberg speaks for NATO" in plain
    assert "Ukraine’s government revised it: 110,000" in shown
    for member in disputed["members"]:
        (span,) = member["evidence"]
        assert f"{member['document'][:14]}, characters {span['start']}-{span['end']}" in shown
    assert json.loads(tocsin("show", disputed["id"], "--case", crisis, "-o", "json").stdout) == disputed


def test_show_of_a_copy_has_both_sides_and_the_reasons(tocsin: Tocsin, crisis: Path) -> None:
    pumping = lines(tocsin("copies", "--case", crisis))[-1]
    shown = tocsin("show", pumping["id"], "--case", crisis).stdout
    assert "one came first, which says little" in shown
    assert "time: The Lighthouse Post was published 1 d before Canal Herald" in shown
    for side in ("left", "right"):
        span = pumping["passages"][0][side]
        assert f"{pumping[side][:14]}, characters {span['start']}-{span['end']}" in shown
    assert shown.count("which serves nine villages") == 2
    assert json.loads(tocsin("show", pumping["id"], "--case", crisis, "-o", "json").stdout) == pumping


def test_explain_reaches_from_a_finding_to_the_characters(
    tocsin: Tocsin, crisis: Path, disputed: dict[str, Any]
) -> None:
    told = tocsin("explain", disputed["id"], "--case", crisis).stdout
    assert "kind         finding, figure" in told
    assert "status       differ; what holds: differ, revised" in told
    assert "documents    4: " in told
    assert "origins      2: 2 told" in told
    for member in disputed["members"]:
        (span,) = member["evidence"]
        assert f"  words      {span['start']}-{span['end']} “{span['quote']}”" in told
        assert member["document"] in told


def test_explain_says_which_reports_are_one_text_family(tocsin: Tocsin, crisis: Path) -> None:
    (finding,) = lines(tocsin("findings", "--case", crisis, "--about", "27", "--kind", "claim"))
    told = tocsin("explain", finding["id"], "--case", crisis).stdout
    assert "families     1: " in told
    assert "one family   doc-" in told


@pytest.mark.parametrize("name", ["stories", "copies"])
def test_explain_of_a_view_gives_its_reasons(name: str, tocsin: Tocsin, crisis: Path) -> None:
    first = lines(tocsin(name, "--case", crisis))[0]
    told = tocsin("explain", first["id"], "--case", crisis).stdout
    assert first["why"] in told


def test_a_record_names_the_findings_that_it_answers(
    tocsin: Tocsin, crisis: Path, disputed: dict[str, Any]
) -> None:
    told = tocsin("explain", disputed["members"][0]["record"], "--case", crisis).stdout
    assert f"finding      {disputed['id'][:14]} differ: How many troops" in told


def test_diff_tells_what_changed_and_which_ids_to_open(
    tocsin: Tocsin, crisis: Path, disputed: dict[str, Any]
) -> None:
    asked = ("diff", "--case", crisis, "--since", "2021-04-13")
    table = tocsin(*asked, "-o", "table").stdout
    assert table.startswith("Since 2021-04-13: 5 reports of Aster Wire, Canal Herald, Kontinent, North Desk")
    assert table.index("Differs (1)") < table.index("New (") < table.index("Copied (1)")
    assert disputed["id"][:14] in table
    assert "North Desk (2021-04-14)" in table
    assert all(record[:14] in table for record in _new(disputed, "2021-04-14"))
    changes = lines(tocsin(*asked))
    whole = json.loads(tocsin(*asked, "-o", "json").stdout)
    assert whole["changes"] == changes
    assert len(whole["documents"]) == 5
    assert [row["words"] for row in rows(tocsin(*asked, "-o", "csv"))] == [each["words"] for each in changes]
    assert len(lines(tocsin(*asked, "--limit", "1"))) == len({each["kind"] for each in changes})


def _new(finding: dict[str, Any], day: str) -> list[str]:
    """Return the records of a finding that were known on a day."""
    return [each["record"] for each in finding["members"] if each["known"].startswith(day)]


def test_diff_of_a_time_after_all_says_that_nothing_changed(tocsin: Tocsin, crisis: Path) -> None:
    table = tocsin("diff", "--case", crisis, "--since", "2026-01-01", "-o", "table").stdout
    assert table == "Since 2026-01-01: 0 reports\nNothing changed.\n"
    assert tocsin("diff", "--case", crisis).exit_code == 2


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_is_empty_in_every_form(name: str, tocsin: Tocsin, crisis: Path) -> None:
    asked = (name, "--case", crisis, "--about", "submarine")
    assert lines(tocsin(*asked)) == []
    assert json.loads(tocsin(*asked, "-o", "json").stdout) == []
    assert len(tocsin(*asked, "-o", "csv").stdout.splitlines()) == 1
    assert len(tocsin(*asked, "-o", "table").stdout.splitlines()) == 1


@pytest.mark.parametrize("name", ["show", "explain"])
@pytest.mark.parametrize("id_", ["fin-00", "sto-00", "copy-00"])
def test_an_id_of_nothing_is_an_error_with_advice(name: str, id_: str, tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin(name, id_, "--case", crisis)
    assert result.exit_code == 1
    assert "→ " in result.stderr


def test_wrong_kinds_are_wrong_usage(tocsin: Tocsin, crisis: Path) -> None:
    assert tocsin("findings", "--case", crisis, "--kind", "rumour").exit_code == 2
    assert tocsin("findings", "--case", crisis, "--status", "verified").exit_code == 2
    assert tocsin("copies", "--case", crisis, "--kind", "theft").exit_code == 2


def test_hostile_words_do_not_steer_the_terminal(tocsin: Tocsin, tmp_path: Path) -> None:
    evil = "“We \x1b[2Jcame\u202e,” said Mara Lindqvist. They came on foot and went home again.\n"
    path = tmp_path / "evil.tocsin"
    tocsin("read", "-", "--case", path, "--published", "2021-04-13", stdin=json.dumps({"text": evil}))
    (finding, *_) = lines(tocsin("findings", "--case", path))
    (story, *_) = lines(tocsin("stories", "--case", path))
    asked: tuple[tuple[str, ...], ...] = (
        ("findings", "-o", "table"),
        ("stories", "-o", "table"),
        ("diff", "--since", "2021-04-12", "-o", "table"),
        ("show", finding["id"]),
        ("show", story["id"]),
        ("explain", finding["id"]),
    )
    for arguments in asked:
        output = tocsin(*arguments, "--case", path).stdout
        assert output
        assert "\x1b" not in output, arguments
        assert "\u202e" not in output, arguments


@pytest.mark.parametrize("name", ["documents", "statements", "figures", "events", "names", "places"])
def test_every_list_can_be_of_one_story(name: str, tocsin: Tocsin, crisis: Path) -> None:
    story = lines(tocsin("stories", "--case", crisis))[0]
    found = lines(tocsin(name, "--case", crisis, "--story", story["id"][:12]))
    every = lines(tocsin(name, "--case", crisis))
    key = "id" if name == "documents" else "document"
    assert found == [each for each in every if each[key] in story["documents"]]
    assert len(lines(tocsin(name, "--case", crisis, "--story", story["id"], "--limit", "1"))) == 1
    assert tocsin(name, "--case", crisis, "--story", "sto-00").exit_code == 1


def test_a_story_is_as_it_was_known_then(tocsin: Tocsin, crisis: Path) -> None:
    asked = ("documents", "--case", crisis, "--as-of", "2021-04-12")
    (story,) = lines(tocsin("stories", "--case", crisis, "--as-of", "2021-04-12"))
    assert [each["id"] for each in lines(tocsin(*asked, "--story", story["id"]))] == story["documents"]
