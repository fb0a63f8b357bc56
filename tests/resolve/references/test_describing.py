import pytest

from tests.resolve.build import Read


def soldiers(noun: str = "soldiers/NNS", more: str = "") -> Read:
    return Read.parsed(
        f"The/DT/3/det Karsian/JJ/3/amod {noun}/4/nsubj left/VBD/0/root {more}././4/punct"
    ).names(nationality="Karsian")


@pytest.mark.parametrize(
    ("noun", "key"),
    [
        ("soldiers/NNS", "known:ka.mil"),
        ("troops/NNS", "known:ka.mil"),
        ("officials/NNS", "known:ka"),
        ("government/NN", "known:ka"),
        ("bakers/NNS", None),
    ],
)
def test_whose_they_are_tells_who_they_are(noun: str, key: str | None) -> None:
    read = soldiers(noun)
    found = read.keys()
    assert key in found if key else set(found) == {"known:ka"}, found


def test_the_actor_is_the_army_and_the_nationality_the_state() -> None:
    read = soldiers().event("left", actor="The Karsian soldiers")
    assert read.linked("actor") == ["known:ka.mil"]
    assert read.linked("name") == ["known:ka"]


def test_a_holder_that_is_a_nationality_before_a_force_is_the_force() -> None:
    read = Read.parsed(
        "26/CD/3/nummod Karsian/JJ/3/amod soldiers/NNS/4/nsubj died/VBD/0/root ././4/punct"
    ).names(nationality="Karsian")
    assert read.figure("26", holder="Karsian").linked("holder") == ["known:ka.mil"]


def test_two_that_are_joined_are_both_meant() -> None:
    read = Read.parsed(
        "Karsian/JJ/2/amod troops/NNS/6/nsubj and/CC/5/cc Norlandish/JJ/5/amod "
        "officials/NNS/2/conj met/VBD/0/root ././6/punct"
    ).names(nationality=["Karsian", "Norlandish"])
    read.event("met", actor="Karsian troops and Norlandish officials")
    assert read.linked("actor") == ["known:ka.mil", "known:no"]


def test_part_of_a_state_does_not_act_for_it() -> None:
    read = Read.parsed("Eastern/JJ/2/amod Karsia/NNP/3/nsubj burned/VBD/0/root ././3/punct").names(
        state="Karsia"
    )
    assert read.event("burned", actor="Eastern Karsia").linked("actor") == []


def office(body: str = "Norland/NNP/3/nmod:poss 's/POS/1/case", day: str = "2021-04-13") -> Read:
    read = Read.parsed(
        f"{body} minister/NN/7/nsubj of/IN/5/case defence/NN/3/nmod also/RB/7/advmod "
        f"spoke/VBD/0/root ././7/punct"
    ).names(state=["Norland", "Karsia"])
    read.day = day
    return read.event("spoke", actor=read.text.partition(" also")[0])


def test_an_office_is_who_held_it_that_day_with_the_reason() -> None:
    assert office().linked("actor") == ["known:ada-weir"]
    assert office(day="2003-02-01").linked("actor") == ["known:old-weir"]
    found = office().reference("known:ada-weir")
    assert "the report gives no name beside it" in found.why
    assert found.score < 0.9


def test_an_office_that_nobody_known_held_is_a_reference_of_its_own() -> None:
    read = office(body="Karsia/NNP/3/nmod:poss 's/POS/1/case")
    assert read.linked("actor") == ["person:defence minister of ka@doc"]
    assert read.reference("person:defence minister of ka@doc").country == "ka"


def test_an_office_is_the_person_of_the_report_who_is_given_it() -> None:
    read = Read.parsed(
        "Foreign/NNP/2/compound Minister/NNP/4/compound Pia/NNP/4/compound "
        "Rask/NNP/7/nsubj of/IN/6/case Karsia/NNP/2/nmod came/VBD/0/root ././7/punct",
        "The/DT/4/det Karsian/JJ/4/amod foreign/JJ/4/amod minister/NN/5/nsubj left/VBD/0/root ././5/punct",
    ).names(person="Pia Rask", state="Karsia", nationality="Karsian")
    read.role("Pia Rask", "Foreign Minister", "Karsia")
    assert read.event("left", actor="The Karsian foreign minister").linked("actor") == ["person:pia rask"]


def test_an_unnamed_one_of_several_is_nobody() -> None:
    read = Read.parsed("A/DT/3/det Karsian/JJ/3/amod official/NN/4/nsubj spoke/VBD/0/root ././4/punct").names(
        nationality="Karsian"
    )
    assert read.event("spoke", actor="A Karsian official").linked("actor") == []


def test_ministers_of_an_organisation_speak_for_it() -> None:
    read = Read.parsed(
        "The/DT/4/det NPO/NNP/4/compound foreign/JJ/4/amod ministers/NNS/5/nsubj met/VBD/0/root ././5/punct"
    ).names(organisation="NPO")
    read.event("met", actor="The NPO foreign ministers")
    assert read.linked("actor") == ["known:alliance"]
    assert read.reference("known:alliance").roles == ("foreign minister",)


def alliance(named: str) -> Read:
    return Read.parsed(
        f"{named}/NNP/2/nsubj met/VBD/0/root ././2/punct",
        "The/DT/3/det military/JJ/3/amod alliance/NN/4/nsubj agreed/VBD/0/root ././4/punct",
    )


def test_a_description_means_what_is_named_in_the_report() -> None:
    read = alliance("NPO").names(organisation="NPO").event("agreed", actor="The military alliance")
    assert read.linked("actor") == ["known:alliance"]


def test_a_description_means_nothing_that_is_not_named() -> None:
    read = alliance("Karsia").names(state="Karsia").event("agreed", actor="The military alliance")
    assert read.linked("actor") == []


def separatists(country: str) -> Read:
    read = Read.parsed(
        f"Karsian-backed/JJ/2/amod separatists/NNS/3/nsubj left/VBD/0/root {country}/NNP/3/obj ././3/punct"
    ).names(nationality="Karsian-backed", state=["Norland", "Belmark"])
    return read.event("left", actor="Karsian-backed separatists")


def test_a_group_is_told_by_a_phrase_where_its_country_fits() -> None:
    assert separatists("Norland").linked("actor") == ["known:rebels"]
    assert separatists("Belmark").linked("actor") == []


def test_the_ministry_is_the_one_that_was_named() -> None:
    read = Read.parsed(
        "Karsia/NNP/4/nmod:poss 's/POS/1/case defence/NN/4/compound "
        "ministry/NN/5/nsubj spoke/VBD/0/root ././5/punct",
        "The/DT/3/det defence/NN/3/compound ministry/NN/4/nsubj lied/VBD/0/root ././4/punct",
    ).names(state="Karsia")
    read.event("spoke", actor="Karsia's defence ministry").event("lied", actor="The defence ministry")
    assert read.linked("actor") == ["known:ka.mod", "known:ka.mod"]


@pytest.mark.parametrize("owner", ["Karsian-backed", "Karsian-controlled", "pro-Karsian"])
def test_friends_of_a_state_are_not_its_own(owner: str) -> None:
    read = Read.parsed(f"The/DT/3/det {owner}/JJ/3/amod army/NN/4/nsubj left/VBD/0/root ././4/punct").names(
        nationality=owner
    )
    assert read.event("left", actor=f"The {owner} army").linked("actor") == []


def test_part_of_an_organisations_work_is_no_body_of_a_state() -> None:
    read = Read.parsed(
        "The/DT/3/det NPO/NNP/3/compound government/NN/6/nsubj of/IN/5/case Karsia/NNP/3/nmod met/VBD/0/root"
    ).names(organisation="NPO", state="Karsia")
    assert set(read.keys()) == {"known:alliance", "known:ka"}


@pytest.mark.parametrize(
    "row",
    [
        "An/DT/2/det aide/NN/6/nsubj to/IN/5/case Ada/NNP/5/compound Weir/NNP/2/nmod spoke/VBD/0/root",
        "Ada/NNP/2/compound Weir/NNP/4/nmod:poss 's/POS/2/case aide/NN/5/nsubj spoke/VBD/0/root",
    ],
)
def test_who_is_of_somebody_is_not_that_one(row: str) -> None:
    read = Read.parsed(row).names(person="Ada Weir").role("Ada Weir", "aide")
    assert read.event("spoke", actor=read.text.removesuffix(" spoke")).linked("actor") == []
