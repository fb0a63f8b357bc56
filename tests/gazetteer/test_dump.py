"""A gazetteer from a dump of GeoNames, as users make one."""

import zipfile
from pathlib import Path

import pytest

from tests.gazetteer.rows import line
from tocsin.errors import FormatError, SourceError
from tocsin.gazetteer import Gazetteer, build, open_gazetteer
from tocsin.record.place import PlaceKind

LINES = (
    line(1, "Ardelia", "A.PCLI", others="Арделия", at=(50.0, 30.0), first="00", population=5_000_000),
    line(2, "Severna Oblast", "A.ADM1", at=(52.0, 30.0), population=900_000),
    line(3, "Marsh Raion", "A.ADM2", at=(52.5, 29.5), second="0107"),
    line(4, "Ardel", "P.PPLC", others="ARD,Ardél,Арделъ", at=(51.5, 30.5), second="0107", population=800_000),
    line(5, "Mayorske", at=(53.25, 28.75), second="0107"),
    line(6, "Ardel", at=(47.0, 26.0), first="09", population=300),
    line(7, "River Ard", "H.STM", at=(51.0, 30.0)),
    line(8, "Ardel airfield", "S.AIRF", at=(51.4, 30.6)),
    line(9, "Old Ardel", "P.PPLH", at=(51.4, 30.4)),
    line(10, "Corner shop", "S.RET", at=(51.4, 30.4)),
)


def test_places_of_our_kinds_are_kept(tmp_path: Path) -> None:
    gazetteer, lines = _built(tmp_path)
    assert lines == len(LINES)
    capital, village = gazetteer.find("Ardel")
    assert (capital.id, capital.kind, capital.region) == ("geonames:4", PlaceKind.CITY, "Severna Oblast")
    assert (village.id, village.region) == ("geonames:6", None)
    assert gazetteer.code_of("geonames:4") == "PPLC"
    assert [place.kind for place in gazetteer.find("River Ard")] == [PlaceKind.FEATURE]
    assert [place.kind for place in gazetteer.find("Ardel airfield")] == [PlaceKind.FACILITY]
    assert gazetteer.find("Old Ardel") == gazetteer.find("Corner shop") == ()
    assert [held.id for held in gazetteer.holders(capital)] == ["geonames:3", "geonames:2", "geonames:1"]


def test_names_are_found_in_every_script_and_codes_of_airports_are_none(tmp_path: Path) -> None:
    gazetteer, _ = _built(tmp_path)
    assert gazetteer.find("Арделъ")[0].id == "geonames:4"
    assert gazetteer.find("ARD") == ()
    assert gazetteer.find("Severna region")[0].id == gazetteer.find("Severna")[0].id == "geonames:2"
    assert gazetteer.region("ar", "Severna Oblast") == gazetteer.by_id("geonames:2")


def test_boxes_are_those_of_the_towns_inside(tmp_path: Path) -> None:
    gazetteer, _ = _built(tmp_path)
    boxes = {name: gazetteer.find(name)[0].box for name in ("Ardelia", "Severna", "Marsh Raion", "Ardel")}
    assert boxes == {
        "Ardelia": (47.0, 26.0, 53.25, 30.5),
        "Severna": (51.5, 28.75, 53.25, 30.5),
        "Marsh Raion": (51.5, 28.75, 53.25, 30.5),
        "Ardel": None,
    }


def test_a_box_goes_over_the_180th_meridian_where_that_is_shorter(tmp_path: Path) -> None:
    towns = (line(20, "Westport", at=(-17.0, 177.5)), line(21, "Eastport", at=(-18.0, -179.5)))
    gazetteer, _ = _built(tmp_path, line(1, "Islands", "A.PCLI", at=(-18.0, 178.0)), *towns)
    assert gazetteer.find("Islands")[0].box == (-18.0, 177.5, -17.0, -179.5)


def test_our_own_areas_are_in_every_gazetteer(tmp_path: Path) -> None:
    gazetteer, _ = _built(tmp_path)
    assert gazetteer.find("Donbas")[0].kind is PlaceKind.AREA


def test_files_beside_the_dump_give_names(tmp_path: Path) -> None:
    (tmp_path / "admin1CodesASCII.txt").write_text("AR.01\tThe North\tThe North\t2\n", encoding="utf-8")
    (tmp_path / "admin2Codes.txt").write_text("AR.01.0107\tMarshland\tMarshland\t3\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "alternateNamesV2.zip", "w") as archive:
        archive.writestr("alternateNamesV2.txt", "90\t1\tabbr\tA.R.D.\t\t\t\t\n91\t4\tiata\tARX\t\t\t\t\n")
    gazetteer, _ = _built(tmp_path)
    assert gazetteer.find("Ardel")[0].region == "The North"
    assert gazetteer.find("Severna")[0].id == gazetteer.find("North")[0].id == "geonames:2"
    assert gazetteer.find("Marshland district")[0].id == "geonames:3"
    assert gazetteer.find("ARD")[0].id == "geonames:1"
    assert gazetteer.find("ARX") == ()


def test_an_archive_is_read_without_unpacking(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "AR.zip", "w") as archive:
        archive.writestr("readme.txt", "see the licence " * 500)
        archive.writestr("AR.txt", "\n".join(LINES))
    build(tmp_path / "AR.zip", tmp_path / "g")
    plain, _ = _built(tmp_path)
    assert open_gazetteer(tmp_path / "g").digest == plain.digest


def test_the_same_dump_gives_the_same_bytes_and_progress_is_told(tmp_path: Path) -> None:
    dump = _dump(tmp_path, *LINES)
    told: list[int] = []
    first, second = (build(dump, tmp_path / name, told.append) for name in ("a", "b"))
    assert first.digest == second.digest
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert told[-1] == len(LINES)
    assert first.places == len(open_gazetteer(first.path))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("5\tArdel\t51.5\t30.5", "line 2: 4 columns where GeoNames has 19"),
        (line(5, "Ardel").replace("52.0", "north"), "line 2: could not convert"),
        (line(5, "Ardel").replace("5\t", "five\t", 1), "line 2: invalid literal"),
    ],
)
def test_a_line_that_is_none_of_geonames_is_named(tmp_path: Path, broken: str, words: str) -> None:
    dump = _dump(tmp_path, LINES[0], broken)
    with pytest.raises(FormatError, match=words) as caught:
        build(dump, tmp_path / "g")
    assert str(dump) in caught.value.message
    assert "GeoNames" in caught.value.advice
    assert sorted(path.name for path in tmp_path.iterdir()) == ["AR.txt"]


def test_a_broken_file_beside_the_dump_is_named(tmp_path: Path) -> None:
    (tmp_path / "admin2Codes.txt").write_text("AR.01.0107\tMarsh\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"admin2Codes.txt, line 1: 2 columns"):
        _built(tmp_path)


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        build(tmp_path / "none.txt", tmp_path / "g")
    (tmp_path / "empty.txt").touch()
    with pytest.raises(FormatError, match="is empty"):
        build(tmp_path / "empty.txt", tmp_path / "g")
    (tmp_path / "latin.txt").write_bytes(line(1, "Malmö").encode("latin-1"))
    with pytest.raises(FormatError, match="not in UTF-8"):
        build(tmp_path / "latin.txt", tmp_path / "g")
    (tmp_path / "no.zip").write_bytes(b"PK not really")
    with pytest.raises(FormatError, match="damaged archive"):
        build(tmp_path / "no.zip", tmp_path / "g")
    with zipfile.ZipFile(tmp_path / "bare.zip", "w") as archive:
        archive.writestr("readme.txt", "nothing else")
    with pytest.raises(FormatError, match="holds no table"):
        build(tmp_path / "bare.zip", tmp_path / "g")


def _dump(folder: Path, *lines: str) -> Path:
    path = folder / "AR.txt"
    path.write_text("".join(f"{each}\n" for each in lines), encoding="utf-8")
    return path


def _built(folder: Path, *lines: str) -> tuple[Gazetteer, int]:
    built = build(_dump(folder, *(lines or LINES)), folder / "made.gazetteer")
    return open_gazetteer(built.path), built.lines
