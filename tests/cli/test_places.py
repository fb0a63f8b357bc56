"""Where, on the command line: points, areas, and what is not known."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tocsin
from tests.crisis import put_crisis

Json = dict[str, Any]


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case of three reports with places of every kind; it is not written to."""
    return put_crisis(tmp_path_factory.mktemp("places"))


def places(tocsin: Tocsin, case: Path, *asked: str) -> list[Json]:
    result = tocsin("places", *asked, "--case", case, "-o", "json")
    assert result.exit_code == 0, result.output
    found: list[Json] = json.loads(result.stdout)
    return found


def line_of(tocsin: Tocsin, case: Path, words: str) -> str:
    table = tocsin("places", "--case", case, "-o", "table").stdout
    (line,) = [line for line in table.splitlines() if words in line]
    return line


def one(tocsin: Tocsin, case: Path, phrase: str) -> Json:
    (found,) = [each for each in places(tocsin, case) if each["phrase"]["text"] == phrase]
    return found


def test_a_city_has_a_point_a_country_and_a_precision(tocsin: Tocsin, crisis: Path) -> None:
    kyiv = one(tocsin, crisis, "Kyiv")
    assert (kyiv["place"]["country"], kyiv["precision"], kyiv["relation"]) == ("ua", "city", None)
    assert abs(kyiv["place"]["latitude"] - 50.45) < 0.1
    assert kyiv["box"] is None
    line = line_of(tocsin, crisis, "  Kyiv")
    assert f"{kyiv['place']['latitude']:.3f}, {kyiv['place']['longitude']:.3f}" in line
    assert line.endswith("city")


@pytest.mark.parametrize(("phrase", "relation"), [("eastern Ukraine", "eastern"), ("near Kharkiv", "near")])
def test_an_area_has_a_box_and_no_point_is_shown(
    phrase: str, relation: str, tocsin: Tocsin, crisis: Path
) -> None:
    found = one(tocsin, crisis, phrase)
    south, west, north, east = found["box"]
    assert south < north
    assert west < east
    assert found["relation"] == relation
    assert found["precision"] not in {None, "point", "city"}
    line = line_of(tocsin, crisis, phrase)
    assert f"{relation}: " in line
    assert f"{found['place']['latitude']:.3f}" not in line
    shown = tocsin("show", found["id"], "--case", crisis).stdout
    assert f"between {south:.3f}, {west:.3f} and {north:.3f}, {east:.3f}" in shown
    assert f"{found['place']['latitude']:.3f}, {found['place']['longitude']:.3f}" not in shown


def test_what_the_gazetteer_lacks_is_not_known_and_the_reason_stands_beside(
    tocsin: Tocsin, crisis: Path
) -> None:
    found = one(tocsin, crisis, "Zaitsebor")
    assert found["place"] is found["precision"] is found["box"] is None
    assert found["why"]
    assert "not known: the gazetteer has no place" in line_of(tocsin, crisis, "Zaitsebor")
    for command in ("show", "explain"):
        assert found["why"] in tocsin(command, found["id"], "--case", crisis).stdout


def test_who_acts_and_whose_it_is_are_no_places(tocsin: Tocsin, crisis: Path) -> None:
    where = {each["text"] for each in places(tocsin, crisis)}
    assert where.isdisjoint({"Kiev", "Washington", "Ukrainian", "Russian", "US"})
    assert where >= {"Kyiv", "Brussels", "Tbilisi", "Austin", "Texas"}
    assert {"Kiev", "Washington"} <= {each["text"] for each in places(tocsin, crisis, "--use", "actor")}
    assert "Russian" in {each["text"] for each in places(tocsin, crisis, "--use", "adjective")}
    everything = places(tocsin, crisis, "--use", "all")
    assert {each["use"] for each in everything} >= {"place", "actor", "adjective"}
    assert len(everything) > len(places(tocsin, crisis))


def test_a_city_and_its_state_stand_together(tocsin: Tocsin, crisis: Path) -> None:
    austin = one(tocsin, crisis, "Austin")
    assert (austin["place"]["region"], austin["place"]["country"]) == ("Texas", "us")
    assert one(tocsin, crisis, "Texas")["place"]["kind"] == "region"


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        (("--about", "Brussels"), ["Brussels"]),
        (("--as-of", "2021-04-12"), []),
        (("--limit", "1"), ["Kyiv"]),
        (("--by", "Stoltenberg", "--about", "Brussels"), ["Brussels"]),
        (("--by", "Zelensky", "--about", "Tbilisi"), []),
    ],
)
def test_places_are_narrowed_down(
    asked: tuple[str, ...], texts: list[str], tocsin: Tocsin, crisis: Path
) -> None:
    assert [each["text"] for each in places(tocsin, crisis, *asked)] == texts


def test_a_use_that_is_none_is_wrong_usage(tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin("places", "--use", "holiday", "--case", crisis)
    assert result.exit_code == 2
    assert "is not one of" in result.stderr


def test_an_event_lies_where_its_toponym_lies(tocsin: Tocsin, crisis: Path) -> None:
    (hit,) = [
        each
        for each in json.loads(tocsin("events", "--about", "mill", "--case", crisis, "-o", "json").stdout)
        if each["place"]
    ]
    assert "Ukraine" in hit["place"]["text"]
    assert hit["place"]["place"] == one(tocsin, crisis, "eastern Ukraine")["place"]["id"]
