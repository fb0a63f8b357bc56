import pytest

from tests.resolve.build import Read
from tocsin.record import Place, PlaceKind, PlacePrecision, Toponym, Use


def test_a_state_is_its_names_its_adjective_and_its_capital_where_it_acts() -> None:
    read = Read.parsed(
        "Karsia/NNP/2/nsubj denied/VBD/0/root it/PRP/2/obj ././2/punct",
        "Karsgrad/NNP/2/nsubj warned/VBD/0/root Karsian/JJ/4/amod banks/NNS/2/obj ././2/punct",
    ).names(state="Karsia", place="Karsgrad", nationality="Karsian")
    assert read.keys() == {"known:ka": {"Karsia", "Karsgrad", "Karsian"}}
    assert read.reference("known:ka").name == "Karsia"


def test_a_capital_where_something_happens_is_nobody() -> None:
    read = Read.parsed("Snow/NN/2/nsubj fell/VBD/0/root in/IN/4/case Karsgrad/NNP/2/obl ././2/punct").names(
        place="Karsgrad"
    )
    assert read.keys() == {}


def test_a_town_that_acts_is_nobody_known() -> None:
    read = Read.parsed("Elmsey/NNP/2/nsubj denied/VBD/0/root it/PRP/2/obj ././2/punct").names(place="Elmsey")
    assert read.keys() == {}


@pytest.mark.parametrize(
    ("noun", "key"), [("invasion", "known:ka"), ("mayor", None), ("streets", None), ("army", "known:ka")]
)
def test_a_capital_owns_for_its_state_only_what_a_state_owns(noun: str, key: str | None) -> None:
    read = Read.parsed(
        f"Karsgrad/NNP/3/nmod:poss 's/POS/1/case {noun}/NN/4/nsubj went/VBD/0/root "
        f"on/RP/4/compound:prt ././4/punct"
    ).names(place="Karsgrad")
    assert read.key("Karsgrad") == key


def test_a_nationality_in_a_compound_says_whose() -> None:
    read = Read("Karsian-backed men met pro-Norlandish ones.").names(
        nationality=["Karsian-backed", "pro-Norlandish"]
    )
    assert read.keys() == {"known:ka": {"Karsian-backed"}, "known:no": {"pro-Norlandish"}}


def test_a_people_is_not_its_state() -> None:
    read = Read.parsed("Karsians/NNPS/2/nsubj voted/VBD/0/root ././2/punct").names(nationality="Karsians")
    assert read.keys() == {"known:ka.people": {"Karsians"}}


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    read = Read("The Council for River Transport (CRT) met. CRT agreed.").names(
        organisation=["Council for River Transport", "CRT"]
    )
    (words,) = read.keys().values()
    assert words == {"Council for River Transport", "CRT"}


def test_an_acronym_is_the_one_name_with_its_first_letters() -> None:
    read = Read("CRT met. The Council for River Transport agreed.").names(
        organisation=["Council for River Transport", "CRT"]
    )
    assert len(read.keys()) == 1


def test_two_letters_are_no_acronym_without_brackets() -> None:
    read = Read("AP met. The Arts and Pipers agreed.").names(organisation=["Arts and Pipers", "AP"])
    assert len(read.keys()) == 2


def test_letters_that_the_report_spells_out_otherwise_are_not_the_known_ones() -> None:
    read = Read("The Fish Sellers Exchange (FSX) of Karsia met.").names(
        organisation=["Fish Sellers Exchange", "FSX"], state="Karsia"
    )
    assert read.key("FSX") == "organisation:fish sellers exchange"


def test_letters_are_the_known_body_where_its_state_is_named() -> None:
    assert Read("The FSX met in Karsia.").names(organisation="FSX", state="Karsia").key("FSX") == "known:fsx"


def test_a_name_that_many_states_have_needs_its_state() -> None:
    known = Read("The Labour Party met in Norland.").names(group="Labour Party", state="Norland")
    assert known.key("Labour Party") == "known:labour-no"
    other = Read("The Labour Party met in Karsia.").names(group="Labour Party", state="Karsia")
    assert other.key("Labour Party") == "group:labour party"
    assert other.reference("group:labour party").candidates[0].id == "labour-no"


def test_a_ministry_is_that_of_the_state_beside_it() -> None:
    read = Read("The Karsian Defence Ministry denied it; the Norlandish Foreign Ministry did not.").names(
        nationality=["Karsian", "Norlandish"], organisation=["Defence Ministry", "Foreign Ministry"]
    )
    assert read.key("Defence Ministry") == "known:ka.mod"
    assert read.key("Foreign Ministry") == "known:no.mfa"


def test_a_ministry_named_again_is_the_one_whose_state_was_told() -> None:
    read = Read("The Karsian Defence Ministry denied it. The Defence Ministry lied.").names(
        nationality="Karsian", organisation="Defence Ministry"
    )
    assert read.keys()["known:ka.mod"] == {"Defence Ministry"}
    assert len(read.reference("known:ka.mod").mentions) == 2


@pytest.mark.parametrize("word", ["Let", "Fsx"])
def test_a_word_is_no_acronym_that_it_only_looks_like(word: str) -> None:
    read = Read(f"{word} met in Karsia.").names(organisation=word, state="Karsia")
    assert read.key(word) != "known:fsx"


def test_the_west_is_no_actor() -> None:
    read = Read("The West and the Internet said so.").names(organisation="West", place="Internet")
    assert read.keys() == {}


def test_what_is_of_no_told_kind_is_somebody_only_where_it_is_known() -> None:
    read = Read("The Citadel and the Grand Vizard met.").names(other=["Citadel", "Grand Vizard"])
    assert set(read.keys()) == {"known:ka.presidency"}


def test_the_number_before_a_unit_tells_which_it_is() -> None:
    read = Read("The 93rd Kestrel Battalion dug in, the 39th Kestrel Battalion left.").names(
        unit="Kestrel Battalion"
    )
    assert len(read.keys()) == 2


def placed(country: str, kind: PlaceKind) -> Read:
    read = Read("Karsia voted.").names(state="Karsia")
    place = Place(
        id="geonames:1",
        name="Karsia",
        kind=kind,
        latitude=1.0,
        longitude=2.0,
        country=country,
        region=None,
        population=1000,
    )
    read.toponyms = (
        Toponym(
            id="top-0",
            document="doc",
            span=read.made[0].span,
            phrase=read.made[0].span,
            use=Use.ACTOR,
            place=place,
            precision=PlacePrecision.REGION,
            relation=None,
            box=None,
            within=None,
            candidates=(),
            why="test",
            score=0.9,
        ),
    )
    return read


def test_a_region_with_a_states_name_is_not_that_state() -> None:
    assert placed("ka", PlaceKind.COUNTRY).keys() == {"known:ka": {"Karsia"}}
    assert placed("be", PlaceKind.REGION).keys() == {}


def test_a_name_links_to_its_place_too() -> None:
    read = placed("ka", PlaceKind.COUNTRY)
    references, links = read.refer()
    assert {(link.part, link.to) for link in links} == {("name", references[0].id), ("place", "top-0")}


def test_an_office_marked_as_a_name_is_nobody() -> None:
    assert Read("The Energy Secretary left.").names(organisation="Energy Secretary").keys() == {}
    assert Read("President left.").names(person="President").keys() == {}
