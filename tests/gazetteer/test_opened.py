"""What a gazetteer answers, whatever it holds."""

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gazetteer.rows import COUNTRY, DISTRICT, REGION, city, opened
from tocsin.errors import FormatError, SourceError
from tocsin.gazetteer import open_gazetteer
from tocsin.gazetteer.opened import LIMIT
from tocsin.record.place import PlaceKind

NAMES = st.sampled_from(["Ardel", "Київ", "São Vito", "al-Qasr", "Łódź", "Saint-Rémy", "Mykolaïv", "Ж"])


def test_a_name_is_found_in_every_spelling(tmp_path: Path) -> None:
    gazetteer = opened(tmp_path / "g", city(7, "Ardel", 10, "Арделъ", "Ardél", "阿尔德尔"))
    for name in ("Ardel", "ARDEL", "ardél", "the Ardel", "Ardel’s"):
        assert [place.id for place in gazetteer.find(name)] == ["geonames:7"], name
    assert gazetteer.find("Ardela") == ()
    assert gazetteer.find("") == ()


def test_the_most_populous_comes_first_and_200_are_enough(tmp_path: Path) -> None:
    gazetteer = opened(tmp_path / "g", *(city(number, "Spring", number) for number in range(1, 300)))
    found = gazetteer.find("spring")
    assert len(found) == LIMIT
    assert [place.population for place in found] == list(range(299, 99, -1))


def test_a_place_knows_what_holds_it(tmp_path: Path) -> None:
    town = city(7, "Ardel", 10)
    gazetteer = opened(tmp_path / "g", COUNTRY, REGION, DISTRICT, town, city(8, "Ardel", 5, held=False))
    place = gazetteer.by_id(town.id)
    assert place is not None
    assert place.region == "North"
    assert [holder.id for holder in gazetteer.holders(place)] == [DISTRICT.id, REGION.id, COUNTRY.id]
    region = gazetteer.region("AR", "north")
    assert region is not None
    assert region.box == REGION.box
    assert [found.id for found in gazetteer.within(region, "Ardel")] == ["geonames:7"]
    assert {found.id for found in gazetteer.within(region)} == {DISTRICT.id, "geonames:7"}
    country = gazetteer.country("AR")
    assert country == gazetteer.country("ar") == gazetteer.by_id("geonames:1")
    assert country is not None
    assert [found.id for found in gazetteer.within(country, "Ardel")] == ["geonames:7", "geonames:8"]
    assert gazetteer.holders(country) == ()


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    gazetteer = opened(tmp_path / "g", COUNTRY)
    assert gazetteer.by_id("geonames:99") is None
    assert gazetteer.by_id("nonsense") is None
    assert gazetteer.country("zz") is None
    assert gazetteer.region("ar", "South") is None
    assert gazetteer.names_of("geonames:99") == ()
    assert gazetteer.code_of("geonames:99") is None


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(NAMES, st.integers(0, 10**7)), min_size=1, max_size=12))
def test_every_place_is_found_by_its_names_and_its_id(towns: list[tuple[str, int]]) -> None:
    rows = [city(number, name, people) for number, (name, people) in enumerate(towns, 10)]
    with TemporaryDirectory() as folder:
        gazetteer = opened(Path(folder) / "g", *rows)
        forward = gazetteer.digest
        assert len(gazetteer) == len(rows) == sum(gazetteer.counts().values())
        for row in rows:
            found = gazetteer.find(row.name)
            assert row.id in {place.id for place in found}
            assert [place.population for place in found] == sorted(
                (place.population for place in found), reverse=True
            )
            assert gazetteer.by_id(row.id) in found
            assert set(gazetteer.names_of(row.id)) == row.names
        gazetteer.close()
        back = opened(Path(folder) / "h", *reversed(rows))
        assert back.digest == forward
        back.close()
        assert (Path(folder) / "g").read_bytes() == (Path(folder) / "h").read_bytes()


def test_kinds_keep_their_numbers() -> None:
    """The file stores a kind by its place in this list: a new one goes at the end."""
    assert [kind.value for kind in PlaceKind] == [
        *("country", "region", "district", "city", "feature", "facility", "continent", "area")
    ]


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no gazetteer") as caught:
        open_gazetteer(tmp_path / "none")
    assert "tocsin gazetteer build" in caught.value.advice


def test_what_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    text, other, newer = tmp_path / "text", tmp_path / "other", tmp_path / "newer"
    text.write_text("Kyiv\t50.45\t30.52\n" * 100, encoding="utf-8")
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE places (id)")
    opened(newer, COUNTRY).close()
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    for path, words in ((text, "is no gazetteer"), (other, "but no gazetteer"), (newer, "of version 99")):
        with pytest.raises(FormatError, match=words):
            open_gazetteer(path)


def test_the_file_is_never_written(tmp_path: Path) -> None:
    gazetteer = opened(tmp_path / "g", COUNTRY)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._connection.execute("DELETE FROM places")
    assert [path.name for path in tmp_path.iterdir()] == ["g"]
