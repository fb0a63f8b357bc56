"""Spellings that are shown as one."""

from hypothesis import given
from hypothesis import strategies as st

from tests.store.entities.making import report
from tests.store.samples import MAKER, THEN
from tocsin.store import Query, Store
from tocsin.store.entities.spelt import as_one, fullest, roles_as_one


def test_spaces_case_stops_and_the_make_no_other_name() -> None:
    counts = {"the Northern  Union": 1, "Northern Union": 3, "NORTHERN UNION": 1, "Northern\nUnion": 1}
    assert as_one(counts) == {"Northern Union": 6}
    assert as_one({"E.L.U.": 1, "ELU": 4}) == {"ELU": 5}


def test_marks_and_scripts_make_another_name() -> None:
    assert len(as_one({"Reyl": 1, "Réyl": 1, "Рейл": 1})) == 3


def test_a_name_with_the_is_kept_where_it_has_no_other() -> None:
    assert as_one({"The Lantern": 2}) == {"The Lantern": 2}
    assert as_one({"The": 1}) == {"The": 1}


def test_a_role_is_listed_once_in_small_letters_where_it_stands_so() -> None:
    assert roles_as_one({"Harbour Master": 5, "harbour master": 1, "HARBOUR MASTER": 2}) == {
        "harbour master": 8
    }
    assert roles_as_one({"Harbour Master": 1, "HARBOUR MASTER": 2}) == {"HARBOUR MASTER": 3}


def test_the_article_makes_no_fuller_name() -> None:
    assert fullest({"the Union": 9, "Union": 1, "Norland Union": 2}) == "Norland Union"
    assert fullest({"the Union": 1, "Union": 1}) == "Union"


@given(st.dictionaries(st.text("aA. \nthe", min_size=1, max_size=8), st.integers(1, 9), min_size=1))
def test_nothing_is_lost_and_once_is_enough(counts: dict[str, int]) -> None:
    found = as_one(counts)
    assert sum(found.values()) == sum(counts.values())
    assert as_one(found) == found


def test_an_entity_shows_each_of_its_names_once(store: Store) -> None:
    store.write(
        store.begin_run("read", MAKER, THEN),
        [
            report(1, ["known:nl=United     Norland"]),
            report(2, ["known:nl=United Norland"]),
            report(3, ["known:nl=the United Norland"]),
        ],
        THEN,
    )
    found = next(each for each in store.entities(Query()) if "known:nl" in each.keys)
    assert dict(found.names)["United Norland"] >= 3
    assert all(" ".join(name.split()) == name for name, _ in found.names)
