"""Who is meant, on the command line: lists, filters, show, explain, export, brief."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tocsin as package
from tests.cli.conftest import Tocsin
from tests.crisis import put_crisis
from tocsin.codec import from_json
from tocsin.record import Reference, Toponym

Json = dict[str, Any]


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case of three reports that spell names in several ways; it is not written to."""
    return put_crisis(tmp_path_factory.mktemp("entities"))


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case of two reports that have the same words of one who is spelled in two ways."""
    folder = tmp_path_factory.mktemp("echo")
    with package.open(folder / "echo.tocsin", create=True) as case:
        for number, name in enumerate(("Volodymyr Zelensky", "Volodymyr Zelenskiy")):
            report = folder / f"{number}.md"
            report.write_text(
                f"---\noutlet: Paper {number}\npublished: 2021-04-13\n---\nA call\n\n"
                f"“We will not give up one metre of our land,” President {name} of Ukraine said.\n",
                encoding="utf-8",
            )
            assert case.read(report).failures == ()
    return folder / "echo.tocsin"


def listed(tocsin: Tocsin, *arguments: object) -> list[Json]:
    result = tocsin(*arguments, "-o", "json")
    assert result.exit_code == 0, result.output
    found: list[Json] = json.loads(result.stdout)
    return found


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def entity(tocsin: Tocsin, case: Path, known: str) -> Json:
    (found,) = [each for each in listed(tocsin, "entities", "--case", case) if each["known"] == known]
    return found


def speakers(tocsin: Tocsin, case: Path, by: str) -> set[str]:
    found = listed(tocsin, "statements", "--by", by, "--case", case)
    return {each["speaker"]["name"].removeprefix("The ") for each in found}


@pytest.mark.parametrize(
    ("known", "names"),
    [
        ("volodymyr-zelenskyy", {"Volodymyr Zelensky", "Volodymyr Zelenskiy"}),
        ("sergei-shoigu", {"Sergei Shoigu", "Sergueï Choïgou"}),
        ("antony-blinken", {"Antony Blinken", "Blinken"}),
        ("ua", {"Ukraine", "Kiev"}),
        ("us", {"US", "Washington"}),
    ],
)
def test_what_is_spelled_in_two_ways_is_one_line(
    known: str, names: set[str], tocsin: Tocsin, crisis: Path
) -> None:
    found = entity(tocsin, crisis, known)
    assert names <= {each["name"] for each in found["names"]}
    assert found["documents"] >= 2


def test_a_person_whom_nobody_knows_is_one_by_a_like_sound_and_the_reason_says_so(
    tocsin: Tocsin, crisis: Path
) -> None:
    (found,) = listed(tocsin, "entities", "--about", "Ilze Brandtova", "--case", crisis)
    assert found["known"] is found["country"] is None
    assert found["keys"] == ["person:ilse brandtova", "person:ilze brandtova"]
    assert "person:ilse brandtova and person:ilze brandtova" in found["why"]


def test_every_form_has_every_entity_once(tocsin: Tocsin, crisis: Path) -> None:
    asked = ("entities", "--case", crisis)
    whole = listed(tocsin, *asked)
    assert len({each["id"] for each in whole}) == len(whole) > 12
    lines = [json.loads(line) for line in tocsin(*asked).stdout.splitlines()]  # in a pipe
    assert lines == whole == listed(tocsin, *asked)
    table = rows(tocsin(*asked, "-o", "csv").stdout)
    assert [row["id"] for row in table] == [each["id"] for each in whole]
    assert [row["names"] for row in table] == [
        " | ".join(name["name"] for name in each["names"]) for each in whole
    ]
    heading, *shown = tocsin(*asked, "-o", "table").stdout.splitlines()
    assert heading.split() == ["id", "name", "type", "of", "reports", "names"]
    assert [line.split()[0] for line in shown] == [each["id"][:14] for each in whole]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (("--type", "state", "--about", "Kiev"), ["Ukraine"]),
        (("--type", "organisation", "--about", "Kiev"), []),
        (("--as-of", "2021-04-13", "--about", "Brandtova"), ["Ilse Brandtova"]),
        (("--limit", "1"), ["Ukraine"]),
    ],
)
def test_entities_are_narrowed_down(
    asked: tuple[str, ...], names: list[str], tocsin: Tocsin, crisis: Path
) -> None:
    assert [each["name"] for each in listed(tocsin, "entities", *asked, "--case", crisis)] == names


@pytest.mark.parametrize("name", ["Kiev", "Kyiv", "Ukraine", "the Ukrainian government"])
def test_any_name_of_a_state_finds_what_it_and_its_bodies_say(
    name: str, tocsin: Tocsin, crisis: Path
) -> None:
    state = {"Ukraine", "Kiev"}
    bodies = {"Ukraine's foreign ministry", "Ukraine's defence ministry"}
    assert speakers(tocsin, crisis, name) == state | bodies


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ukraine's foreign ministry", {"Ukraine's foreign ministry"}),
        ("the Kremlin", {"Kremlin"}),
        ("Shoigu", {"Sergei Shoigu", "Sergueï Choïgou"}),
        ("Choïgou", {"Sergei Shoigu", "Sergueï Choïgou"}),
        ("police", {"police"}),
        ("Nobody Whatsoever", set()),
    ],
)
def test_a_body_or_a_person_finds_its_own_words_alone(
    name: str, said: set[str], tocsin: Tocsin, crisis: Path
) -> None:
    found = listed(tocsin, "statements", "--by", name, "--case", crisis)
    assert {(each["speaker"] or {"name": each["source"]["text"]})["name"] for each in found} == said


def parts(kind: str, record: Json) -> Iterator[Json]:
    if kind == "names":
        yield record
    for part in ("source", "speaker", "holder", "side", "actor", "recipient", "place", "person", "body"):
        if isinstance(record.get(part), dict):
            yield record[part]


@pytest.mark.parametrize("kind", ["names", "statements", "figures", "events", "roles"])
def test_parts_of_records_carry_ids_that_other_commands_know(kind: str, tocsin: Tocsin, crisis: Path) -> None:
    known = {each["id"] for each in listed(tocsin, "entities", "--case", crisis)}
    lying = listed(tocsin, "places", "--use", "all", "--case", crisis)
    places = {each["place"]["id"] for each in lying if each["place"]}
    found = [part for record in listed(tocsin, kind, "--case", crisis) for part in parts(kind, record)]
    assert all({"entity", "place"} <= part.keys() for part in found)
    ids = {part["entity"] for part in found} - {None}
    assert ids
    assert ids <= known
    assert {part["place"] for part in found} - {None} <= places
    first = min(ids)
    assert tocsin("show", first, "--case", crisis).exit_code == 0
    assert tocsin("explain", first, "--case", crisis).exit_code == 0


def test_show_of_a_record_as_json_has_the_same_ids_as_its_list(tocsin: Tocsin, crisis: Path) -> None:
    for kind in ("statements", "events", "places"):
        record = listed(tocsin, kind, "--case", crisis)[0]
        assert json.loads(tocsin("show", record["id"], "--case", crisis, "-o", "json").stdout) == record


@pytest.mark.parametrize("command", ["show", "explain"])
def test_the_beginning_of_an_id_shows_an_entity(command: str, tocsin: Tocsin, crisis: Path) -> None:
    found = entity(tocsin, crisis, "ua")
    told = tocsin(command, found["id"][:10], "--case", crisis).stdout
    lines = dict(line.split(None, 1) for line in told.splitlines())
    assert lines["id"] == found["id"]
    assert lines["key"] == "known:ua"
    assert "Kiev (2)" in lines["names"]
    assert lines["reports"] == "3, known from 2021-04-13 to 2021-04-15"


def test_show_of_an_entity_as_json_is_its_line_in_the_list(tocsin: Tocsin, crisis: Path) -> None:
    found = entity(tocsin, crisis, "us")
    assert json.loads(tocsin("show", found["id"], "-o", "json", "--case", crisis).stdout) == found


def test_explain_says_whom_a_speaker_stands_for_and_why(tocsin: Tocsin, crisis: Path) -> None:
    (said,) = listed(tocsin, "statements", "--about", "exercises", "--case", crisis)
    told = tocsin("explain", said["id"], "--case", crisis).stdout
    assert "Sergueï Choïgou (known:sergei-shoigu, ent-" in told
    assert "because" in told
    assert "for it       Sergei Shoigu (sergei-shoigu)" in told
    assert "defence-minister of ru on 2021-04-14" in told


def test_explain_shows_the_candidates_that_lost(tocsin: Tocsin, crisis: Path) -> None:
    (austin,) = [each for each in listed(tocsin, "places", "--case", crisis) if each["text"] == "Austin"]
    lost = [each for each in austin["candidates"] if each["id"] != austin["place"]["id"]]
    assert lost
    told = tocsin("explain", austin["id"], "--case", crisis).stdout.splitlines()
    assert [line for line in told if line.startswith("for it") and austin["place"]["id"] in line]
    for each in lost:
        (line,) = [line for line in told if each["id"] in line and line.startswith("not ")]
        assert each["weights"][0]["why"] in line


def test_two_austins_are_two(tocsin: Tocsin, crisis: Path) -> None:
    named = [
        each for each in listed(tocsin, "names", "--about", "Austin", "--case", crisis)
        if each["text"] in {"Austin", "Lloyd Austin"}
    ]  # fmt: skip
    person = entity(tocsin, crisis, "lloyd-austin")["id"]
    assert [each["entity"] for each in named] == [person, person, None]
    assert [each["place"] is None for each in named] == [True, True, False]


def test_csv_says_whom_and_where(tocsin: Tocsin, crisis: Path) -> None:
    def of(table: str) -> list[dict[str, str]]:
        return rows(tocsin("export", "--format", "csv", "--table", table, "--case", crisis).stdout)

    ukraine = entity(tocsin, crisis, "ua")["id"]
    assert {row["speaker_entity"] for row in of("statements") if row["speaker"] == "Kiev"} == {ukraine}
    assert ukraine in {row["entity"] for row in of("names")}
    assert ukraine in {row["actor_entity"] for row in of("events")}
    (soldiers,) = [row for row in of("figures") if row["best"] == "40000"]
    assert soldiers["holder_entity"] == entity(tocsin, crisis, "ru")["id"]
    kyiv = next(row for row in of("places") if row["quote"] == "Kyiv")
    assert (kyiv["country"], kyiv["use"]) == ("ua", "place")
    assert kyiv["why"]
    shoigu = [row for row in of("entities") if row["key"] == "known:sergei-shoigu"]
    assert len(shoigu) == 2  # one for each report that has him
    assert {row["entity"] for row in shoigu} == {entity(tocsin, crisis, "sergei-shoigu")["id"]}
    assert all(row["candidates"].startswith("sergei-shoigu ") for row in shoigu)


def test_export_has_references_and_toponyms_that_can_be_read_again(tocsin: Tocsin, crisis: Path) -> None:
    lines = [json.loads(line) for line in tocsin("export", "--case", crisis).stdout.splitlines()]
    texts = {line["id"]: line["text"] for line in lines if line["kind"] == "document"}
    references = [from_json(line, Reference) for line in lines if line["kind"] == "reference"]
    toponyms = [from_json(line, Toponym) for line in lines if line["kind"] == "toponym"]
    both: list[Reference | Toponym] = [*references, *toponyms]
    assert all(span.holds(texts[record.document]) for record in both for span in record.spans)
    with package.open(crisis) as case:
        assert references == list(case.references())
        assert toponyms == list(case.places(use="all"))


def test_names_say_whom_they_stand_for(tocsin: Tocsin, crisis: Path) -> None:
    table = tocsin("names", "--case", crisis, "-o", "table").stdout
    (line,) = [line for line in table.splitlines() if "Sergueï Choïgou" in line]
    assert "Sergei Shoigu" in line


@pytest.mark.parametrize("command", ["show", "explain"])
def test_an_unknown_entity_is_told_where_to_look(command: str, tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin(command, "ent-zzzz", "--case", crisis)
    assert (result.exit_code, result.stdout) == (1, "")
    problem, advice = result.stderr.splitlines()
    assert problem == "error: the case holds no entity 'ent-zzzz'"
    assert "tocsin entities" in advice


def test_a_beginning_that_several_entities_have_is_told(tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin("show", "ent-", "--case", crisis)
    assert result.exit_code == 1
    assert "several ids begin with 'ent-'" in result.stderr


def test_a_type_of_entity_that_is_none_is_wrong_usage(tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin("entities", "--type", "planet", "--case", crisis)
    assert result.exit_code == 2
    assert "is not one of" in result.stderr


def test_a_brief_gathers_what_one_says_under_two_spellings(tocsin: Tocsin, echo: Path) -> None:
    brief = json.loads(tocsin("brief", "--case", echo, "-o", "json").stdout)
    lines = [line for section in brief["sections"] for line in section["lines"]]
    (line,) = [line for line in lines if "one metre of our land" in line["words"]]
    assert line["outlets"] == 2
    assert len(line["citations"]) == 2
