"""Names: trimmed, typed, apart from one another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.build import Report
from tocsin.extract import VERSION
from tocsin.extract.names import NameIndex, extract_names, gazette
from tocsin.model.layers import Found, Word
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
        ("Dover Accord", "document"),
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


@pytest.mark.parametrize("other", ["Harbour Prize", "Nobel Prize", "Windows"])
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


def _words(text: str, *rows: tuple[str, str, int, str]) -> tuple[Word, ...]:
    at, made = 0, list[Word]()
    for form, tag, head, relation in rows:
        start = text.index(form, at)
        at = start + len(form)
        made.append(Word(start=start, end=at, tag=tag, head=head, relation=relation))
    return tuple(made)


def test_a_first_word_that_the_model_left_out_is_taken_in_by_the_syntax() -> None:
    text = "President Ruslan Ada Weir left."
    words = _words(
        text,
        ("President", "NNP", 1, "nmod:desc"),
        ("Ruslan", "NNP", 4, "nsubj"),
        ("Ada", "NNP", 1, "flat"),
        ("Weir", "NNP", 1, "flat"),
        ("left", "VBD", -1, "root"),
    )
    found = (Found(start=text.index("Ada"), end=text.index(" left"), label="PER", score=0.9),)
    (name,) = extract_names(Document(id="d", text=text), found, language="en", version=VERSION, words=words)
    assert name.span.text == "Ruslan Ada Weir"


def test_a_first_word_is_taken_in_by_the_list_of_given_names_where_no_syntax_is_known() -> None:
    assert names("Then Recep Arda Weir left.", ("Arda Weir", "PER")) == [("Recep Arda Weir", "person")]
    assert names("Then Madam Arda Weir left.", ("Arda Weir", "PER")) == [("Arda Weir", "person")]


@pytest.mark.parametrize(
    ("text", "label", "kept"),
    [
        ("Gen. Ada Weir", "PER", "Ada Weir"),
        ("President Weir", "PER", "Weir"),
        ("King Harald", "PER", "King Harald"),
        ("NATO Allies", "ORG", "NATO"),
        ("The US", "LOC", "US"),
        ("EU diplomacy", "ORG", "EU"),
        ("Norwegian Interior", "MISC", "Norwegian"),
        ("US Secretary of State", "ORG", "US"),
        ("High Representative of the European Union", "ORG", "European Union"),
        ("Copyright STR/AFP", "ORG", "AFP"),
        ("Norwegian Foreign Ministry", "ORG", "Norwegian Foreign Ministry"),
        ("Bank of Norland", "ORG", "Bank of Norland"),
    ],
)
def test_what_is_no_part_of_a_name_is_left_out(text: str, label: str, kept: str) -> None:
    assert names(f"Then {text} came.", (text, label))[0][0] == kept


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("the Lugan region fell", "Lugan", ("Lugan region", "place")),
        ("the pro-Russian rebels", "Russian", ("pro-Russian", "nationality")),
        ("the Russia-backed rebels", "Russia", ("Russia-backed", "nationality")),
        ("a Russian-built bridge", "Russian", ("Russian-built", "nationality")),
    ],
)
def test_what_belongs_to_a_name_is_taken_in(text: str, name: str, whole: tuple[str, str]) -> None:
    assert names(text, (name, "LOC")) == [whole]


def test_names_that_a_dash_joins_are_taken_apart() -> None:
    assert names("the G7 – Canada and Italy", ("G7 – Canada", "MISC")) == [
        ("G7", "organisation"),
        ("Canada", "state"),
        ("Italy", "state"),
    ]


def test_listed_names_need_no_model() -> None:
    assert names("Envoys of NATO and Norway met at the OSCE.") == [
        ("NATO", "organisation"),
        ("Norway", "state"),
        ("OSCE", "organisation"),
    ]


def test_a_listed_name_takes_the_place_of_its_pieces() -> None:
    body = "Organization for Security and Cooperation in Europe"
    pieces = (("Organization for Security and Cooperation", "ORG"), ("Europe", "LOC"))
    assert names(f"The {body} met.", *pieces) == [(body, "organisation")]


@pytest.mark.parametrize(
    "text", ["JOIN US NOW", "Georgia Weir and Jordan Bell", "a NATO-led force", "the NATOs"]
)
def test_words_that_only_look_like_listed_names_are_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Kremlin", "PER", "organisation"),
        ("Euronews", "MISC", "organisation"),
        ("Hezbollah", "ORG", "group"),
        ("Harbour Party", "ORG", "group"),
        ("93rd Mechanized Brigade", "ORG", "unit"),
        ("3rd Armoured Division", "ORG", "unit"),
        ("Civil Division", "ORG", "organisation"),
        ("Dover Treaty", "MISC", "document"),
        ("Olympics", "MISC", "event-name"),
        ("T-72", "MISC", "weapon"),
        ("F-16s", "MISC", "weapon"),
        ("U-21", "MISC", "other"),
        ("Dover Airport", "LOC", "facility"),
        ("Treaty Street", "LOC", "place"),
    ],
)
def test_kinds_that_a_name_tells_itself(text: str, label: str, kind: str) -> None:
    assert gazette("en").type_of(label, text).value == kind


@given(
    st.text(max_size=60),
    st.integers(0, 60),
    st.integers(1, 60),
    st.sampled_from(["PER", "ORG", "LOC", "MISC"]),
)
def test_names_hold_in_any_text_and_never_overlap(text: str, start: int, size: int, label: str) -> None:
    if start >= len(text):
        return
    found = (Found(start=start, end=min(len(text), start + size), label=label, score=0.5),)
    made = extract_names(Document(id="d", text=text), found, language="en", version=VERSION)
    assert all(name.span.holds(text) for name in made)
    assert all(one.span.end <= two.span.start for one, two in pairwise(made))


def test_the_mark_of_a_question_is_no_part_of_a_name() -> None:
    text = "That is all.  Q   Ilse Brandt, please. The Q&A Group met. Q   Thank you."
    assert names(text, ("Q   Ilse Brandt", "PER"), ("Q&A Group", "ORG")) == [
        ("Ilse Brandt", "person"),
        ("Q&A Group", "organisation"),
    ]
    assert names("It is so. Q   When?", ("Q", "ORG")) == []
