"""Names: trimmed, typed, apart from one another."""

import pytest

from tests.extract.build import Report
from tocsin.extract import VERSION
from tocsin.extract.names import NameIndex, extract_names, gazette
from tocsin.model.layers import Found
from tocsin.record import Document, Name, NameType


def names(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    layers = [
        Found(start=text.index(words), end=text.index(words) + len(words), label=label, score=0.9)
        for words, label in found
    ]
    document = Document(id="doc-1", text=text)
    made = extract_names(document, layers, language="en", version=VERSION)
    assert all(name.span.holds(text) for name in made)
    return [(name.span.text, name.type.value) for name in made]


def test_labels_become_types() -> None:
    text = "Ada Weir of the Harbour Board spoke in Vienna about the Dover Accord."
    assert names(
        text, ("Ada Weir", "PER"), ("Harbour Board", "ORG"), ("Vienna", "LOC"), ("Dover Accord", "MISC")
    ) == [
        ("Ada Weir", "person"),
        ("Harbour Board", "organisation"),
        ("Vienna", "place"),
        ("Dover Accord", "other"),
    ]


@pytest.mark.parametrize(
    "state",
    [
        "Ukraine",
        "the UK",
        "U.S.",
        "US",
        "USA",
        "Britain",
        "Great Britain",
        "The Netherlands",
        "Türkiye",
        "Côte d’Ivoire",
    ],
)
def test_a_place_that_is_a_country_is_a_state(state: str) -> None:
    assert gazette("en").type_of("LOC", state) is NameType.STATE


@pytest.mark.parametrize("place", ["Kyiv", "Crimea", "New York", "Black Sea", "Georgia Street"])
def test_other_places_are_places(place: str) -> None:
    assert gazette("en").type_of("LOC", place) is NameType.PLACE


@pytest.mark.parametrize(
    "people",
    ["Russian", "Ukrainians", "Dutch", "pro-Russian", "Russian-Ukrainian", "Swiss", "Russian-backed"],
)
def test_demonyms_are_nationalities(people: str) -> None:
    assert gazette("en").type_of("MISC", people) is NameType.NATIONALITY


@pytest.mark.parametrize("other", ["Vienna Document", "World Cup", "Nobel Prize"])
def test_what_else_has_a_name_is_other(other: str) -> None:
    assert gazette("en").type_of("MISC", other) is NameType.OTHER


def test_a_team_that_is_called_like_a_country_stays_an_organisation() -> None:
    assert gazette("en").type_of("ORG", "France") is NameType.ORGANISATION


def test_marks_and_possessives_are_trimmed() -> None:
    text = "In “Norland’s” capital, Poland's envoys’ aide (Weir) waited, ‘Lisbon’."
    found = names(text, ("“Norland’s”", "LOC"), ("Poland's", "LOC"), ("(Weir)", "PER"), ("‘Lisbon’", "LOC"))
    assert found == [("Norland", "place"), ("Poland", "state"), ("Weir", "person"), ("Lisbon", "place")]


def test_full_stops_of_abbreviations_stay() -> None:
    assert names("It left the U.S. in May.", ("U.S.", "LOC")) == [("U.S.", "state")]


def test_names_without_a_letter_are_dropped() -> None:
    assert names("He left – on 5 May.", ("–", "ORG"), ("He", "PER")) == [("He", "person")]


def test_of_two_that_overlap_the_likelier_stays() -> None:
    text = "The Bank of Norland closed."
    layers = (
        Found(start=4, end=19, label="ORG", score=0.6),
        Found(start=12, end=19, label="LOC", score=0.9),
    )
    (name,) = extract_names(Document(id="d", text=text), layers, language="en", version=VERSION)
    assert (name.span.text, name.type) == ("Norland", NameType.PLACE)


def test_of_two_as_likely_the_longer_stays() -> None:
    text = "The Bank of Norland closed."
    layers = (
        Found(start=12, end=19, label="LOC", score=0.9),
        Found(start=4, end=19, label="ORG", score=0.9),
    )
    (name,) = extract_names(Document(id="d", text=text), layers, language="en", version=VERSION)
    assert name.span.text == "Bank of Norland"


def test_the_same_name_twice_is_one_and_at_two_places_two() -> None:
    report = Report("Weir left. Weir came.").names(PER="Weir").names(PER="Weir")
    assert [name.span.start for name in report.extract().names] == [0, 11]


def test_scores_are_probabilities() -> None:
    found = (Found(start=0, end=4, label="PER", score=1.00001),)
    (name,) = extract_names(Document(id="d", text="Weir left."), found, language="en", version=VERSION)
    assert name.score == 1.0


def test_ids_depend_on_the_document_the_place_and_the_version() -> None:
    found = (Found(start=0, end=4, label="PER", score=0.9),)

    def made(document: str, version: str) -> Name:
        return extract_names(Document(id=document, text="Weir left."), found, language="en", version=version)[
            0
        ]

    assert made("a", "1").id == made("a", "1").id
    assert len({made("a", "1").id, made("b", "1").id, made("a", "2").id}) == 3
    assert made("a", "1").id.startswith("nam-")


def test_the_index_finds_names_by_place() -> None:
    report = Report("Ada Weir met Jon Bell in Oslo.").names(PER=["Ada Weir", "Jon Bell"], LOC="Oslo")
    index = NameIndex.of(report.extract().names)
    assert [n.span.text for n in index.within(0, 21)] == ["Ada Weir", "Jon Bell"]
    assert [n.span.text for n in index.within(0, 20)] == ["Ada Weir"]
    before = index.before(12)
    assert before is not None
    assert before.span.text == "Ada Weir"
    assert index.before(3) is None
    assert index.surnames == {"Weir", "Bell"}


@pytest.mark.parametrize("label", ["MISC", "LOC", "ORG"])
def test_bodies_of_states_are_organisations_whatever_the_label(label: str) -> None:
    assert gazette("en").type_of(label, "the G7") is NameType.ORGANISATION


def test_a_country_is_a_state_under_either_label() -> None:
    assert gazette("en").type_of("MISC", "US") is NameType.STATE
