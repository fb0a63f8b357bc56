"""The persons and groups that ship with the package: their tables are whole, and say what was so."""

import unicodedata
from importlib.resources import files
from typing import Final

import pytest

from tocsin.knowledge import Entry, Knowledge, load_knowledge
from tocsin.knowledge.dates import first_day, is_date, last_day
from tocsin.record.entity import Sector
from tocsin.record.name import NameType
from tocsin.text.fold import fold_name

FIELDS: Final = {
    "persons.tsv": ("id", "name", "aliases", "gender", "country", "offices"),
    "groups.tsv": (
        *("id", "name", "aliases", "sector", "country", "descriptions", "part_of", "since", "until"),
    ),
}
LEAST: Final = {"persons.tsv": 450, "groups.tsv": 150}
MARKS: Final = frozenset(" .,'’\"-–—/()+\u200c·・")  # what names have beside letters and figures


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return load_knowledge()


def lines(file: str) -> list[str]:
    return (files("tocsin.knowledge") / "data" / file).read_text(encoding="utf-8").splitlines()


def rows(file: str) -> list[dict[str, str]]:
    cells = [line.split("\t") for line in lines(file) if not line.startswith("#")]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]


def persons(known: Knowledge) -> list[Entry]:
    return [entry for entry in known.entries.values() if entry.source.endswith("persons.tsv")]


def groups(known: Knowledge) -> list[Entry]:
    return [entry for entry in known.entries.values() if entry.source.endswith("groups.tsv")]


@pytest.mark.parametrize("file", FIELDS)
def test_head_says_what_the_table_is_and_where_it_comes_from(file: str) -> None:
    what, source, licence = lines(file)[:3]
    assert what.startswith(f"# {file}: ")
    assert source.startswith("# source: facts written by hand")
    assert licence == "# licence: CC0-1.0"


@pytest.mark.parametrize("file", FIELDS)
def test_every_row_has_a_cell_for_each_field(file: str) -> None:
    table = [line.split("\t") for line in lines(file) if not line.startswith("#")]
    assert tuple(table[0]) == FIELDS[file]
    assert [row for row in table if len(row) != len(FIELDS[file])] == []
    assert len(table) > LEAST[file]


@pytest.mark.parametrize("file", FIELDS)
def test_rows_are_sorted_by_ids_of_their_own(file: str) -> None:
    ids = [row["id"] for row in rows(file)]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("file", FIELDS)
def test_no_cell_repeats_itself_or_has_stray_space(file: str) -> None:
    for row in rows(file):
        assert row["name"]
        for field, cell in row.items():
            parts = cell.split("|") if cell else []
            assert len(parts) == len(set(parts)), (row["id"], field)
            assert [part for part in parts if part != " ".join(part.split()) or not part] == [], row["id"]
        assert row["name"] not in row["aliases"].split("|"), row["id"]


def test_ids_stand_for_one_thing_in_all_tables() -> None:
    tables = (
        [{row["id"] for row in rows(file)} for file in FIELDS]
        + [  # the other tables that the loader reads
            {line.split("\t")[0] for line in lines(file) if line[:1] not in "#@*"}
            for file in ("countries.tsv", "bodies.tsv", "organisations.tsv")
        ]
    )
    taken: set[str] = set()
    shared: set[str] = set()
    for ids in tables:
        shared |= taken & ids - {"id"}
        taken |= ids
    assert shared == set()


@pytest.mark.parametrize("file", FIELDS)
def test_names_have_letters_of_one_script(file: str) -> None:
    for row in rows(file):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            scripts = {script(char) for char in name if char.isalpha() and char not in "ªº"}
            assert len(scripts) <= 1 or scripts <= {"CJK", "HIRAGANA", "KATAKANA"}, (row["id"], name)
            odd = [c for c in name if not (c.isalnum() or unicodedata.category(c)[0] == "M" or c in MARKS)]
            assert odd == [], (row["id"], name)


def script(char: str) -> str:
    """The first word of a letter's name is its script: CYRILLIC, ARABIC, HANGUL …"""
    return unicodedata.name(char).split()[0]


def test_offices_have_dates_that_do_not_end_before_they_begin(known: Knowledge) -> None:
    for person in persons(known):
        for held in person.offices:
            assert all(is_date(date) for date in (held.first, held.last) if date), (person.id, held)
            assert first_day(held.first) <= last_day(held.last), (person.id, held)
            assert held.first or held.last, (person.id, held)  # else it would hold at any time


def test_groups_do_not_end_before_they_begin() -> None:
    for row in rows("groups.tsv"):
        since, until = row["since"] or None, row["until"] or None
        assert all(is_date(date) for date in (since, until) if date), row["id"]
        assert first_day(since) <= last_day(until), row["id"]


def test_no_full_name_stands_for_two_persons(known: Knowledge) -> None:
    bearers: dict[str, set[str]] = {}
    for person in persons(known):
        for name in person.names:
            bearers.setdefault(fold_name(name), set()).add(person.id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1 and " " in name} == {}


def test_genders_countries_and_sectors_are_known_ones(known: Knowledge) -> None:
    assert {person.gender for person in persons(known)} <= {"f", "m"}
    for entry in (*persons(known), *groups(known)):
        assert entry.country is None or known.get(entry.country) is not None, entry.id
    assert all(isinstance(group.sector, Sector) for group in groups(known))


def test_every_office_is_of_a_body_that_is_known(known: Knowledge) -> None:
    homeless = {held.body for person in persons(known) for held in person.offices if not known.get(held.body)}
    assert homeless == set()


def test_every_group_is_part_of_something_that_is_known(known: Knowledge) -> None:
    parents = {group.part_of for group in groups(known) if group.part_of}
    assert {parent for parent in parents if not known.get(parent)} == set()


def test_no_ring_of_groups_that_are_parts_of_one_another(known: Knowledge) -> None:
    for group in groups(known):
        seen, above = {group.id}, group.part_of
        while above:
            assert above not in seen, group.id
            seen.add(above)
            parent = known.get(above)
            above = parent.part_of if parent else None


@pytest.mark.parametrize(
    ("office", "body", "date", "holder"),
    [
        ("foreign-minister", "us", "2021-04-13", "antony-blinken"),
        ("defence-minister", "us", "2021-04-13", "lloyd-austin"),
        ("defence-minister", "ru", "2022-02-24", "sergei-shoigu"),
        ("defence-minister", "ru", "2024-06-01", "andrei-belousov"),
        ("foreign-minister", "ru", "2014-07-17", "sergei-lavrov"),
        ("secretary-general", "nato", "2014-04-13", "anders-fogh-rasmussen"),
        ("secretary-general", "nato", "2021-04-13", "jens-stoltenberg"),
        ("secretary-general", "nato", "2024-11-01", "mark-rutte"),
        ("secretary-general", "un", "2016-06-01", "ban-ki-moon"),
        ("secretary-general", "un", "2022-06", "antonio-guterres"),
        ("president", "ua", "2014-04-13", "oleksandr-turchynov"),
        ("president", "ua", "2021-04-13", "volodymyr-zelenskyy"),
        ("foreign-minister", "ua", "2021-04-13", "dmytro-kuleba"),
        ("defence-minister", "ua", "2021-04-13", "andrii-taran"),
        ("chief-of-defence", "ua", "2022-02-24", "valerii-zaluzhnyi"),
        ("leader", "dpr", "2015-02-12", "alexander-zakharchenko"),
        ("leader", "dpr", "2021-04-13", "denis-pushilin"),
        ("chancellor", "de", "2021-12-01", "angela-merkel"),
        ("chancellor", "de", "2022-02-24", "olaf-scholz"),
        ("prime-minister", "gb", "2022-10-01", "liz-truss"),
        ("president", "us", "2017-06-01", "donald-trump"),
        ("president", "us", "2023-06-01", "joe-biden"),
        ("president", "us", "2025-06-01", "donald-trump"),
        ("president", "sy", "2024-11-01", "bashar-al-assad"),
        ("president", "sy", "2025-03-01", "ahmed-al-sharaa"),
        ("prime-minister", "il", "2021-10-01", "naftali-bennett"),
        ("leader", "hezbollah", "2024-01-01", "hassan-nasrallah"),
        ("prime-minister", "et", "2020-11-04", "abiy-ahmed"),
        ("high-representative", "eu", "2015-01-01", "federica-mogherini"),
        ("high-representative", "eu", "2025-01-01", "kaja-kallas"),
        ("foreign-ministry-spokesperson", "us", "2021-04-13", "ned-price"),
        ("monarch", "gb", "2022-09-01", "elizabeth-ii"),
    ],
)
def test_offices_were_held_by(known: Knowledge, office: str, body: str, date: str, holder: str) -> None:
    assert known.holders(office, body, date) == (holder,)


@pytest.mark.parametrize(
    ("spelling", "person"),
    [
        ("Sergueï Choïgou", "sergei-shoigu"),
        ("Sergei Schoigu", "sergei-shoigu"),
        ("Сергей Шойгу", "sergei-shoigu"),
        ("Wolodymyr Selenskyj", "volodymyr-zelenskyy"),
        ("Володимир Зеленський", "volodymyr-zelenskyy"),
        ("Vladimir Poutine", "vladimir-putin"),
        ("Xi", "xi-jinping"),
        ("习近平", "xi-jinping"),
        ("MBS", "mohammed-bin-salman"),
        ("Hemedti", "mohamed-hamdan-dagalo"),
        ("Abu Mohammed al-Jolani", "ahmed-al-sharaa"),
        ("حسن نصر الله", "hassan-nasrallah"),
        ("김정은", "kim-jong-un"),
    ],
)
def test_persons_are_found_by_other_spellings(known: Knowledge, spelling: str, person: str) -> None:
    assert person in known.named(spelling)


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("DNR", "dpr"),
        ("Lugansk People’s Republic", "lpr"),
        ("Daesh", "isis"),
        ("Ansar Allah", "houthis"),
        ("Djihad islamique", "pij"),
        ("RSF", "rsf"),
        ("M23 rebels", "m23"),
    ],
)
def test_groups_are_found_by_other_names(known: Knowledge, words: str, group: str) -> None:
    assert group in known.named(words)


@pytest.mark.parametrize(
    "words", ["Russia-backed separatists", "Russian-backed separatists", "pro-Moscow rebels"]
)
def test_separatists_are_found_by_what_they_are_called(known: Knowledge, words: str) -> None:
    assert known.described(words) == ("ua-separatists",)


def test_a_description_is_never_so_general_that_it_fits_anyone(known: Knowledge) -> None:
    general = {fold_name(f"{article}{word}") for article in ("", "the ") for word in GENERAL}
    said = {fold_name(words): group.id for group in groups(known) for words in group.descriptions}
    assert {words: id_ for words, id_ in said.items() if words in general} == {}
    assert all(group.type is NameType.GROUP for group in groups(known))


GENERAL: Final = ("rebels", "militants", "separatists", "gunmen", "opposition", "ruling party", "insurgents")
