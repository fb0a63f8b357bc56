"""Users' own lists, and what is said of a line that is wrong."""

from pathlib import Path

import pytest

from tocsin.errors import FormatError, SourceError
from tocsin.knowledge import Held, Knowledge, load_knowledge
from tocsin.knowledge.users import ENDINGS, FIELDS
from tocsin.record.name import NameType

HEADER = "id,name,aliases,type,country,sector,part_of,offices\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def _list(folder: Path, text: str, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def _loaded(folder: Path, text: str, name: str = "own.csv") -> Knowledge:
    return load_knowledge([_list(folder, text, name)])


def test_a_list_adds_entries(folder: Path) -> None:
    known = _loaded(
        folder,
        HEADER
        + "harbour-watch,Harbour Watch,HW|The Watch,organisation,Ukraine,ngo,,\n"
        + "mara-quell,Mara Quell,Мара Квелл,person,ua,,,director@harbour-watch:2019..|mayor@ua:2012..2015\n",
    )
    watch, mara = known.get("harbour-watch"), known.get("mara-quell")
    assert watch
    assert mara
    assert (watch.type, watch.country, watch.sector) == (NameType.ORGANISATION, "ua", "NGO")
    assert known.named("the Watch") == ("harbour-watch",)
    assert known.surnamed("Квелл") == ("mara-quell",)
    assert mara.offices == (
        Held(office="director", body="harbour-watch", first="2019", last=None),
        Held(office="mayor", body="ua", first="2012", last="2015"),
    )
    assert known.holders("director", "harbour-watch", "2021-04-13") == ("mara-quell",)
    assert mara.source == "own.csv line 3"


def test_a_list_extends_what_is_known_and_its_facts_win(folder: Path) -> None:
    shipped = load_knowledge().get("nato")
    known = _loaded(folder, "id,name,aliases,sector\nnato,The Pact,Pact of the North,MIL\n").get("nato")
    assert shipped
    assert known
    assert (known.name, known.sector) == ("The Pact", "MIL")
    assert set(shipped.names) < set(known.names)
    assert known.names[:2] == ("The Pact", "Pact of the North")
    assert (known.members, known.descriptions) == (shipped.members, shipped.descriptions)
    assert known.source == "organisations.tsv + own.csv line 2"


def test_an_office_of_a_list_takes_the_place_of_the_same_one(folder: Path) -> None:
    known = _loaded(folder, "id,offices\nsergei-lavrov,foreign-minister@ru:2001..2002\n").get("sergei-lavrov")
    assert known
    held = [one for one in known.offices if (one.office, one.body) == ("foreign-minister", "ru")]
    assert held == [Held(office="foreign-minister", body="ru", first="2001", last="2002")]


def test_a_body_made_from_a_template_can_be_extended(folder: Path) -> None:
    known = _loaded(folder, "id,name,aliases\nbe.mod,Belgian Defence,Eversestraat\n")
    assert known.named("Eversestraat") == ("be.mod",)
    assert known.named("Belgium's defence ministry") == ("be.mod",)


def test_without_ids_the_name_is_the_id(folder: Path) -> None:
    known = _loaded(folder, "name,type\nHarbour Watch,organisation\n")
    assert known.get("harbour-watch")


def test_later_lists_win_and_see_earlier_ones(folder: Path) -> None:
    first = _list(folder, "id,name,type\nwatch,Harbour Watch,organisation\n", "a.csv")
    second = _list(folder, "id,name\nwatch,Coast Watch\n", "b.csv")
    known = load_knowledge([first, second]).get("watch")
    assert known
    assert (known.name, known.source) == ("Coast Watch", "a.csv line 2 + b.csv line 2")


def test_semicolons_tabs_and_a_mark_of_byte_order_are_read(folder: Path) -> None:
    for name, text in (
        ("a.csv", "\ufeffname;type\nWatch One;group\n"),
        ("b.tsv", "name\ttype\nWatch One\tgroup\n"),
    ):
        assert _loaded(folder, text, name).named("Watch One") == ("watch-one",)


def test_the_digest_tells_lists_apart(folder: Path) -> None:
    one = _loaded(folder, "name,type\nWatch One,group\n")
    two = _loaded(folder, "name,type\nWatch Two,group\n")
    assert len({one.digest, two.digest, load_knowledge().digest}) == 3
    assert _loaded(folder, "name,type\nWatch One,group\n").digest == one.digest


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEADER + ",,,person,,,,\n", "own.csv, line 2, name: is empty"),
        (HEADER + "x,X,,,,,,\n", "own.csv, line 2, type: is empty, and no entry is known by this id"),
        (HEADER + "x,X,,wizard,,,,\n", "own.csv, line 2, type: 'wizard' is none of person"),
        (HEADER + "x,X,,person,Atlantis,,,\n", "own.csv, line 2, country: 'Atlantis' is no state"),
        (HEADER + "x,X,,group,,BAD,,\n", "own.csv, line 2, sector: 'BAD' is none of GOV"),
        (HEADER + "x,X,,group,,,nobody,\n", "own.csv, line 2, part_of: no entry has the id 'nobody'"),
        (HEADER + "x,X,,person,,,,mayor@nowhere:2012..\n", "own.csv, line 2, offices: no entry has the id"),
        (HEADER + "x,X,,person,,,,mayor@ua:May 2012..\n", "own.csv, line 2, offices: 'May 2012'"),
        (
            HEADER + "x,X,,person,,,,mayor@ua:2012\n",
            "own.csv, line 2, offices: 'mayor@ua:2012' is not of the form",
        ),
        (
            HEADER + "x,X,,person,,,,mayor@ua:2012..2011\n",
            "offices: 'mayor@ua:2012..2011' ends before it begins",
        ),
        (HEADER + "x,X,,group,,,,\nx,Y,,group,,,,\n", "own.csv, line 3, id: 'x' stands in line 2 already"),
        (HEADER + "ua,Ukraine,,person,,,,\n", "own.csv, line 2, type: 'ua' is known as state, not person"),
        (HEADER + "x,X,,group,,,,,,\n", "own.csv, line 2, offices: 10 cells where the header has 8"),
        (HEADER + 'x,"X\n', "own.csv, line 2: unexpected end of data"),
        ("id,rank\n", "own.csv, line 1: no such field: 'rank'"),
        ("type,country\n", "own.csv, line 1: neither id nor name"),
    ],
)
def test_a_wrong_line_is_told_with_file_line_and_field(folder: Path, text: str, message: str) -> None:
    with pytest.raises(FormatError) as told:
        _loaded(folder, text)
    assert message in told.value.message
    assert told.value.advice


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(SourceError, match=r"cannot read the list .*missing\.csv"):
        load_knowledge([folder / "missing.csv"])
    with pytest.raises(FormatError, match="is no kind of list"):
        _loaded(folder, "name\n", "own.xlsx")
    path = folder / "latin.csv"
    path.write_bytes("name,type\nChoïgou,person\n".encode("latin-1"))
    with pytest.raises(FormatError, match=r"latin\.csv, line 2: is no UTF-8"):
        load_knowledge([path])


FTM = """\
{"id": "ftm-1", "schema": "Person", "caption": "Mara Quell", "properties": {"name": ["Mara Quell"], \
"alias": ["Мара Квелл"], "nationality": ["ua"], "gender": ["female"], \
"position": ["Minister of Defence", "Head: harbour @ works"]}}

{"id": "ftm-2", "schema": "PublicBody", "properties": {"name": ["Harbour Board"], "country": ["gb-sct"], \
"topics": ["gov.judicial"]}}
{"id": "ftm-3", "schema": "Company", "properties": {"name": ["Quell & Co"], "jurisdiction": ["fr", "be"]}}
{"id": "ftm-4", "schema": "Vessel", "properties": {"name": ["Sea Quell"]}}
{"id": "ftm-5", "schema": "LegalEntity", "properties": {"name": ["Old Works"], "country": ["ddde"]}}
"""


def test_follow_the_money_is_read(folder: Path) -> None:
    known = _loaded(folder, FTM, "own.ftm.json")
    mara, board, company, works = (known.get(f"ftm-{number}") for number in (1, 2, 3, 5))
    assert mara
    assert board
    assert company
    assert works
    assert (mara.type, mara.country, mara.gender) == (NameType.PERSON, "ua", "f")
    assert mara.offices == (
        Held(office="defence-minister", body="ua", first=None, last=None),
        Held(office="Head harbour works", body="ua", first=None, last=None),
    )
    assert known.named("Мара Квелл") == ("ftm-1",)
    assert (board.type, board.country, board.sector) == (NameType.ORGANISATION, "gb", "JUD")
    assert (company.country, company.sector) == (None, "BUS")  # two countries: which, is not known
    assert works.country is None  # a state that is no more
    assert known.get("ftm-4") is None


def test_follow_the_money_joins_by_the_wikidata_id(folder: Path) -> None:
    line = (
        '{"id": "NK-1", "schema": "Organization", "properties": {"name": ["Pact"], "wikidataId": ["Q7184"]}}'
    )
    known = _loaded(folder, line, "own.jsonl")
    assert known.named("Pact") == ("nato",)
    assert known.get("NK-1") is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "own.jsonl, line 2: Input data was truncated"),
        ('{"schema": "Person", "properties": {}}', "own.jsonl, line 2: Object missing required field `id`"),
        (
            '{"id": "x", "schema": "Person", "properties": {"name": "X"}}',
            "own.jsonl, line 2: Expected `array`",
        ),
        ('{"id": "x", "schema": "Person", "properties": {}}', "own.jsonl, line 2, name: is empty"),
    ],
)
def test_a_wrong_entity_is_told_with_file_and_line(folder: Path, line: str, message: str) -> None:
    with pytest.raises(FormatError) as told:
        _loaded(folder, "\n" + line, "own.jsonl")
    assert message in told.value.message
    assert told.value.advice


def test_every_field_and_ending_is_in_the_guide() -> None:
    guide = (Path(__file__).parents[2] / "docs/guides/knowledge.md").read_text("utf-8")
    assert [word for word in (*FIELDS, *ENDINGS) if f"`{word}`" not in guide] == []


def test_the_list_of_the_guide_can_be_loaded(folder: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs/guides/knowledge.md").read_text("utf-8")
    example = guide.split("```\nid,name,")[1].split("```")[0]
    known = _loaded(folder, "id,name," + example)
    assert known.named("the Watch") == ("harbour-watch",)
    assert known.named("The Pact") == ("nato",)
