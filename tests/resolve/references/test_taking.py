"""What names are taken for: none, several, longer ones, others than the reader says."""

from collections.abc import Sequence

import pytest

from tests.resolve.build import KNOWLEDGE, Read
from tocsin.gazetteer import open_gazetteer
from tocsin.knowledge import load_knowledge
from tocsin.record import NameType
from tocsin.resolve.references.taking import Taken, take


def taken(text: str, **names: str | Sequence[str]) -> Taken:
    return take(Read(text).names(**names).extraction, knowledge=KNOWLEDGE)


def found(text: str, **names: str | Sequence[str]) -> list[tuple[str, str]]:
    return [(name.span.text, name.type.value) for name in taken(text, **names).extraction.names]


def test_what_is_taken_for_itself_stays_as_it_was_read() -> None:
    read = Read("Ada Weir met the Dale Rowing Club.").names(
        person="Ada Weir", organisation="Dale Rowing Club"
    )
    assert take(read.extraction, knowledge=KNOWLEDGE).extraction.names == read.extraction.names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("See https://www.sample.example/talks/ada-weir-in-norvik/ for more.", "ada-weir"),
        ("See [the talks](https://sample.example/npo) for more.", "npo"),
        ("Read rivers.gov for more.", "rivers.gov"),
        ("COVID closed the schools.", "COVID"),
        ("It starts at 9 CEST.", "CEST"),
    ],
)
def test_addresses_and_things_are_nobody(text: str, name: str) -> None:
    assert found(text, organisation=name) == []


def test_a_name_before_its_link_is_one() -> None:
    text = "[NPO](https://sample.example/npo) met."
    assert found(text, organisation="NPO")[0] == ("NPO", "organisation")


def test_who_is_called_by_a_courtesy_title_is_a_person_without_it() -> None:
    assert found("MS. BRANDT: Good morning.", organisation="MS. BRANDT") == [("BRANDT", "person")]


def test_the_mark_of_a_question_is_no_part_of_a_name() -> None:
    assert found("Q   Ilse, when?", organisation="Q   Ilse") == [("Ilse", "person")]


@pytest.mark.parametrize(
    ("text", "name", "parts", "office"),
    [
        ("Minister of Defence Brandt spoke.", "Defence Brandt", ["Brandt"], "Minister of Defence"),
        ("NPO Chair Weir spoke.", "NPO Chair Weir", ["NPO", "Weir"], "Chair"),
        ("Chair of the NPO Staff Gen. Ode left.", "NPO Staff Gen. Ode", ["Ode"], "Chair of the NPO Staff"),
    ],
)
def test_a_body_and_its_officer_are_two(text: str, name: str, parts: list[str], office: str) -> None:
    read = taken(text, organisation=name)
    assert [one.span.text for one in read.extraction.names] == parts
    assert list(read.offices.values()) == [office]


def test_the_office_before_the_body_tells_who_is_meant() -> None:
    read = Read("The Minister of Defence Weir of Norland spoke in Norland.")
    assert read.names(organisation="Defence Weir", state="Norland").key("Weir") == "known:ada-weir"


def test_a_place_and_a_full_name_are_two() -> None:
    assert found("Norvik Ada Weir speaks.", person="Norvik Ada Weir") == [
        ("Norvik", "place"),
        ("Ada Weir", "person"),
    ]


def test_both_that_and_joins_are_meant() -> None:
    read = Read("NPO and FSX met in Karsia.").names(organisation="NPO and FSX", state="Karsia")
    assert {"known:alliance", "known:fsx"} <= read.keys().keys()
    links = {link.record for link in read.refer()[1] if link.part == "name"}
    assert "nam-0" in links


def test_a_name_with_and_that_nobody_knows_stays_one() -> None:
    assert found("Arts and Pipers met.", organisation="Arts and Pipers") == [
        ("Arts and Pipers", "organisation")
    ]


def test_a_body_that_is_called_after_places_stays_one() -> None:
    name = "Norland and Dale Railway"
    assert found(f"{name} met.", organisation=name) == [(name, "organisation")]


@pytest.mark.parametrize("name", ["Allies and partners", "we and our allies"])
def test_plain_nouns_joined_are_nobody(name: str) -> None:
    assert found(f"Now {name} met.", organisation=name) == []


def test_two_that_a_hyphen_joins_are_two_and_who_is_outside_is_none() -> None:
    assert found("NPO-Karsia talks began.", organisation="NPO-Karsia") == [
        ("NPO", "organisation"),
        ("Karsia", "state"),
    ]
    assert found("The non-NPO states left.", organisation="non-NPO") == []


def test_a_known_long_name_that_was_cut_is_whole() -> None:
    text = "The Organization for Security and Co-operation in Europe, he said, met."
    read = Read(text).names(organisation=["Organization for Security", "Co-operation in Europe"])
    (name,) = take(read.extraction, knowledge=load_knowledge()).extraction.names
    assert name.span.text == "Organization for Security and Co-operation in Europe"


@pytest.mark.parametrize(
    ("text", "names", "word", "kind"),
    [
        ("Ilse Brandt met. Brandt left.", {"person": "Ilse Brandt", "other": "Brandt"}, "Brandt", "person"),
        ("Tamm spoke.", {"organisation": "Tamm"}, "Tamm", "person"),
        ("NPO spoke.", {"person": "NPO"}, "NPO", "organisation"),
        ("The Rivers Act passed.", {"organisation": "Rivers Act"}, "Rivers Act", "document"),
    ],
)  # fmt: skip
def test_the_report_and_what_is_known_tell_a_type(
    text: str, names: dict[str, str], word: str, kind: str
) -> None:
    assert (word, kind) in found(text, **names)


def test_the_gazetteer_tells_a_place_that_the_report_lets_be_one() -> None:
    read = Read("Shells fell in Kramatorsk. Ukraine protested.").names(person="Kramatorsk", state="Ukraine")
    made = take(read.extraction, knowledge=KNOWLEDGE, gazetteer=open_gazetteer()).extraction.names
    assert made[0].type is NameType.PERSON  # nothing known here names Ukraine
    area = Read("War came to the Sahel.").names(person="Sahel")
    made = take(area.extraction, knowledge=KNOWLEDGE, gazetteer=open_gazetteer()).extraction.names
    assert made[0].type is NameType.PLACE


def test_a_record_keeps_the_name_as_it_was_read() -> None:
    read = Read("NPO and FSX met.").names(organisation="NPO and FSX")
    assert {name.id for name in take(read.extraction, knowledge=KNOWLEDGE).extraction.names} == {"nam-0"}
    assert read.extraction.names[0].span.text == "NPO and FSX"
