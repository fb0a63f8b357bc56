"""The tables that ship: every id leads somewhere, and nothing stands for two states."""

from collections import defaultdict

import pytest

from tocsin.errors import FormatError
from tocsin.knowledge import Knowledge, load_knowledge
from tocsin.knowledge.check import problems
from tocsin.knowledge.load import read_tables, shipped_texts
from tocsin.knowledge.shipped import FIELDS
from tocsin.record.entity import Sector
from tocsin.record.name import NameType
from tocsin.text.fold import fold_name

TEXTS = dict(shipped_texts())
HEAD = "# what\n# source: own\n# licence: own\n"


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return load_knowledge()


def test_all_tables_are_there() -> None:
    assert set(TEXTS) == set(FIELDS)


@pytest.mark.parametrize("file", FIELDS)
def test_a_table_says_what_it_is_its_source_and_its_licence(file: str) -> None:
    notes = [line for line in TEXTS[file].splitlines() if line.startswith("#")]
    assert TEXTS[file].startswith("# ")
    assert any(line.startswith("# source: ") for line in notes)
    assert any(line.startswith("# licence: ") for line in notes)


@pytest.mark.parametrize("file", FIELDS)
def test_rows_are_as_wide_as_the_header(file: str) -> None:
    rows = [line.split("\t") for line in TEXTS[file].splitlines() if line and not line.startswith("#")]
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("file", FIELDS)
def test_no_cell_has_an_empty_part(file: str) -> None:
    cells = [cell for line in TEXTS[file].splitlines() if line[:1] != "#" for cell in line.split("\t")]
    assert not [cell for cell in cells if "||" in cell or cell.startswith("|") or cell.endswith("|")]


def test_every_id_leads_somewhere(known: Knowledge) -> None:
    assert problems(known) == ()


def test_no_name_stands_for_two_states(known: Knowledge) -> None:
    states: dict[str, set[str]] = defaultdict(set)
    for entry in known.entries.values():
        if entry.type is NameType.STATE:
            for name in entry.names:
                states[fold_name(name)].add(entry.id)
    assert {name: ids for name, ids in states.items() if len(ids) > 1} == {}


def test_no_alias_means_another_body_of_the_same_state(known: Knowledge) -> None:
    bodies: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for entry in known.entries.values():
        if entry.type is NameType.ORGANISATION and "." in entry.id:
            for name in entry.names:
                bodies[entry.country, fold_name(name)].add(entry.id)
    assert {key: ids for key, ids in bodies.items() if len(ids) > 1} == {}


def test_states_of_the_world_have_an_adjective_and_a_capital(known: Knowledge) -> None:
    whole = [
        entry
        for entry in known.entries.values()
        if entry.type is NameType.STATE and not entry.part_of and entry.country and entry.id != "aq"
    ]
    assert len(whole) > 195
    assert [entry.id for entry in whole if not entry.adjectives] == []
    without_capital = {entry.id for entry in whole if not entry.capital}
    assert without_capital <= {"eh", "tk"}
    assert {entry.sector for entry in whole} == {Sector.GOVERNMENT, Sector.SEPARATISTS}


def test_adjectives_and_people_do_not_repeat(known: Knowledge) -> None:
    for entry in known.entries.values():
        for words in (entry.adjectives, entry.people, entry.descriptions):
            assert len(words) == len(set(words)), entry.id


def test_offices_have_distinct_names(known: Knowledge) -> None:
    offices: dict[str, set[str]] = defaultdict(set)
    for office in known.offices.values():
        for name in office.names:
            offices[fold_name(name)].add(office.id)
    assert {name: ids for name, ids in offices.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("organisation", "members"),
    [("g7", 7), ("nato", 32), ("eu", 27), ("un.p5", 5), ("csto", 6), ("gcc", 6), ("aes", 3), ("ecowas", 12)],
)
def test_organisations_have_their_members(known: Knowledge, organisation: str, members: int) -> None:
    entry = known.get(organisation)
    assert entry
    assert len(set(entry.members)) == len(entry.members) == members


def test_one_digest_of_the_same_data(known: Knowledge) -> None:
    assert load_knowledge().digest == known.digest
    assert len(known.digest) == 64


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\tnames\tsector\tbody\nx\ty\tGUV\t\n", "offices.tsv, line 5, sector: 'GUV' is none of GOV"),
        ("id\tnames\tsector\tbody\nx\t\tGOV\t\n", "offices.tsv, line 5, names: is empty"),
        ("id\tnames\tsector\tbody\nx\ty\tGOV\t\tz\n", "offices.tsv, line 5, body: 5 cells"),
        ("id\tnames\trank\nx\ty\tz\n", "offices.tsv: no such field: rank"),
        ("id\tnames\tsector\tbody\nx\ty\t\t\nx\tz\t\t\n", "offices.tsv, line 6, id: 'x' is taken by"),
        ("", "offices.tsv has no header"),
    ],
)
def test_a_broken_table_is_told_with_line_and_field(text: str, message: str) -> None:
    with pytest.raises(FormatError) as told:
        read_tables({"offices.tsv": HEAD + text})
    assert message in str(told.value)
