"""Names are placed with what the words beside them, the other names and the outlet tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.places.making import placed, wheres
from tocsin.record.place import PlaceKind, PlacePrecision, Use


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The mayor of [Paris], [Texas], resigned.", ["Paris, Texas, us", "Texas, us"]),
        ("The mayor of [Springfield], Ill., resigned.", ["Springfield, Illinois, us"]),
        ("The mayor of [Springfield], MO resigned.", ["Springfield, Missouri, us"]),
        ("It rained in [London], Ont., on Monday.", ["London, Ontario, ca"]),
        ("The [Syrian|nationality] city of [Tripoli] is none, the [Libyan|nationality] city of [Tripoli] is.",
         ["Syria, sy", None, "Libya, ly", "Tripoli, Tripoli, ly"]),
    ],
)  # fmt: skip
def test_what_the_words_say_holds_a_place_decides(marked: str, expected: list[str | None]) -> None:
    for found, wanted in zip(wheres(placed(marked)), expected, strict=True):
        assert wanted is None or found == wanted


def test_the_other_names_of_a_report_decide() -> None:
    alone = wheres(placed("Fire in [Athens] killed two."))
    local = wheres(
        placed("Fire in [Athens] killed two. Crews came from [Gainesville], [Macon] and [Atlanta].")
    )
    assert alone == ["Athens, Attica, gr"]
    assert local[0] == "Athens, Georgia, us"


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Troops of [Georgia|state] and of [Armenia|state] met in [Tbilisi].", PlaceKind.COUNTRY),
        ("Voters in [Georgia|state], [Alabama] and [South Carolina] queued.", PlaceKind.REGION),
    ],
)
def test_of_two_georgias_the_context_takes_one(marked: str, kind: PlaceKind) -> None:
    place = placed(marked)[0].place
    assert place is not None
    assert place.kind is kind


def test_a_word_for_the_kind_decides_between_a_city_and_its_region() -> None:
    city, region = placed("Shells fell on [Kharkiv]. The [Kharkiv] region was dark.")
    assert city.place is not None
    assert region.place is not None
    assert (city.place.kind, region.place.kind) == (PlaceKind.CITY, PlaceKind.REGION)
    assert (city.precision, region.precision) == (PlacePrecision.CITY, PlacePrecision.REGION)


def test_the_address_of_the_outlet_speaks_for_its_country() -> None:
    marked = "A man from [Richmond] was fined."
    (there,), (anywhere,) = placed(marked, url="https://example.co.uk/1"), placed(marked)
    assert "domain" in {part.part for c in there.candidates if c.name.endswith("GB") for part in c.weights}
    assert "domain" not in {part.part for c in anywhere.candidates for part in c.weights}


def test_a_people_has_the_place_of_its_country() -> None:
    found = placed(
        "[Ukrainian|nationality] and [Ohioan|nationality] envoys, [US|state] and [Dutch|nationality]."
    )
    assert [name.partition(",")[0] for name in wheres(found)] == [
        "Ukraine", "Ohio", "United States", "The Netherlands" if "The" in wheres(found)[3] else "Netherlands",
    ]  # fmt: skip


def test_what_the_gazetteer_lacks_is_unknown_with_what_holds_it() -> None:
    found = placed("Shots were heard in [Qwertivka], in the [Donetsk region], and at [Zxcvhill].")
    lacking, _, nowhere = found
    assert lacking.place is None
    assert lacking.within is not None
    assert (lacking.within.country, lacking.within.kind) == ("ua", PlaceKind.REGION)
    assert "lies in" in lacking.why
    assert (nowhere.place, nowhere.within, nowhere.precision) == (None, None, None)
    assert nowhere.candidates == ()


def test_near_a_place_of_a_region_is_in_the_region() -> None:
    lacking = placed("They dug in at [Qwertivka] near the small city of [Kramatorsk], [Donetsk region].")[0]
    assert lacking.place is None
    assert lacking.within is not None
    assert lacking.within.name.startswith("Donetsk")


def test_a_namesake_elsewhere_is_refused_where_the_words_name_the_holder() -> None:
    found = placed("Guns fell silent at [Tuscumbia], [Donetsk region].")[0]
    assert found.place is None
    assert found.within is not None
    assert found.within.country == "ua"
    assert [candidate.name for candidate in found.candidates][:1] == ["Tuscumbia, Alabama, US"]


@pytest.mark.parametrize("word", ["Northwest", "the North", "the Gulf", "Main Street"])
def test_common_words_are_no_places(word: str) -> None:
    (found,) = placed(f"He went to [{word}] again.")
    assert found.place is None
    assert found.why == "such a word alone names no place"


def test_a_facility_that_is_not_known_lies_where_its_name_begins() -> None:
    found = placed("He flew from [Kharkiv Trade School|facility] to [Kharkiv].")[0]
    assert found.place is None
    assert found.within is not None
    assert found.within.country == "ua"


def test_candidates_are_kept_with_reasons_that_add_up() -> None:
    (found,) = placed("The mayor of [Springfield] resigned; [Chicago] and [Peoria] sent flowers.")[:1]
    assert 2 <= len(found.candidates) <= 5
    assert found.place is not None
    assert found.candidates[0].id == found.place.id
    scores = [candidate.score for candidate in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(candidate.weights for candidate in found.candidates)
    assert all(weight.why for candidate in found.candidates for weight in candidate.weights)
    sums = [sum(weight.value for weight in candidate.weights) for candidate in found.candidates]
    assert sums[0] == max(sums)
    assert found.why.startswith("rather than ")


def test_uses_are_kept_and_every_name_has_its_toponym() -> None:
    found = placed("[Moscow] denied it; [Kyiv] was calm. [Mara Lind|person] left.", uses={"nam-0": Use.ACTOR})
    assert [t.use for t in found] == [Use.ACTOR, Use.PLACE]
    assert [t.span.text for t in found] == ["Moscow", "Kyiv"]


def test_a_report_without_places_has_no_toponyms() -> None:
    assert placed("[Mara Lind|person] left.") == ()
    assert placed("Nobody came.") == ()


def test_a_report_on_the_world_has_the_famous_places_in_mind() -> None:
    marked = (
        "[US|state], [Ukrainian|nationality] and [Russian|nationality] envoys met in [Brussels], [Berlin]; "
        "those of [France|state] and [Canada|state] went on to [Paris], [London] and [Vienna]."
    )
    countries = {t.span.text: t.place.country for t in placed(marked) if t.place}
    cities = ("Brussels", "Berlin", "Paris", "London", "Vienna")
    assert [countries[city] for city in cities] == ["be", "de", "fr", "gb", "at"]


def test_a_seat_of_power_is_in_its_capital() -> None:
    house, kremlin = placed("The [White House] wrote to the [Kremlin].")
    assert house.place is not None
    assert kremlin.place is not None
    assert (house.place.name, house.place.country) == ("Washington", "us")
    assert (kremlin.place.name, kremlin.place.country) == ("Moscow", "ru")
    assert house.precision is PlacePrecision.CITY


def test_a_joined_name_is_no_one_place_but_a_border() -> None:
    talks, border = placed("[Polish-German|nationality] talks, and the [Poland-Germany] border.")
    assert (talks.place, talks.box) == (None, None)
    assert border.relation == "border"
    assert border.place is not None
    assert border.box is not None
    assert 13 < border.box[1] < border.box[3] < 16


@pytest.mark.parametrize(
    ("words", "known"), [("in [Troy], [NY],", True), ("said [John Smith|person] [SC].", False)]
)
def test_a_postal_short_form_needs_its_comma(words: str, known: bool) -> None:  # noqa: FBT001
    found = {toponym.span.text: toponym.place for toponym in placed(f"It rained {words} they said.")}
    assert (found.get("NY" if known else "SC") is not None) is known


def test_a_hamlet_that_nothing_speaks_for_is_left_open() -> None:
    found = placed("In [Kyiv], [Kharkiv], [Odesa] and [Lviv] the sirens sounded, said [Bat Cave].")
    assert found[-1].place is None
    assert found[-1].candidates
    assert "nothing in the report speaks for it" in found[-1].why


def test_towns_in_a_list_do_not_hold_one_another() -> None:
    lacking = placed("Volunteers came from [Qwertivka], [Kramatorsk] and [Izium].")[0]
    assert (lacking.place, lacking.within) == (None, None)


WORDS = ["Paris", "Kyiv", "Springfield", "Donetsk region", "Georgia", "Qwertivka", "Middle East", "London"]
JOINTS = [", ", " and ", " near ", ". "]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.sampled_from([", ", " and ", " near ", ". "])
)
def test_laws(words: list[str], joint: str) -> None:
    marked = "In " + joint.join(f"[{word}]" for word in words) + " it rained."
    found = placed(marked)
    assert found == placed(marked)  # pure
    assert len(found) == len(words)
    assert len({t.id for t in found}) == len(found)
    for toponym in found:
        assert 0 <= toponym.score <= 1
        assert toponym.why
        assert (toponym.precision is None) == (toponym.place is None)
        assert toponym.box is None or toponym.relation is not None
        assert toponym.phrase.start <= toponym.span.start <= toponym.span.end <= toponym.phrase.end
        if toponym.place is None:
            assert toponym.box is None
        elif toponym.relation is not None:
            assert toponym.precision is not PlacePrecision.POINT


WORLD = (
    "[US|state] and [Russian|nationality] envoys meet in [Geneva] today, [Swiss|nationality] police say. "
    "Talks in [Glasgow] and in [Moscow] had failed; [Ukraine|state] and [Iran|state] watch. The [US|state] "
    "paid. [US|state] aides left."
)


def test_a_report_full_of_one_country_has_the_world_s_cities_in_mind() -> None:
    where = {found.span.text: found.place.country for found in placed(WORLD) if found.place}
    assert (where["Geneva"], where["Glasgow"], where["Moscow"]) == ("ch", "gb", "ru")


def test_neighbours_named_beside_it_take_the_namesake() -> None:
    found = placed(
        "A man of [Geneva], [Illinois], was fined. [Batavia] and [St. Charles] paid; [Geneva] did not."
    )
    assert wheres(found)[-1] == "Geneva, Illinois, us"


def test_a_doubtful_name_stays_open_with_those_that_were_near() -> None:
    (found,) = placed("A man from [Liberty] was fined.")
    assert found.place is None
    assert found.score == 0
    assert len(found.candidates) > 2
    assert found.candidates[0].name in found.why
    assert all(candidate.score < 0.5 for candidate in found.candidates)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Pacific", "Pacific Ocean"),
        ("Pacific", "Pacific Ocean"),
        ("Asia", "Asia"),
        ("Africa", "Africa"),
        ("the Middle East", "Middle East"),
        ("Gulf region", "Persian Gulf"),
        ("the Atlantic", "Atlantic Ocean"),
    ],
)
def test_parts_of_the_world_are_no_towns(words: str, name: str) -> None:
    (found,) = placed(f"Ships of all sorts went to [{words}] again.")
    assert found.place is not None
    assert found.place.name == name


@pytest.mark.parametrize("state", ["Florida", "Ohio", "Delaware", "Indiana", "California"])
def test_a_state_does_not_lose_to_a_town_of_its_name(state: str) -> None:
    (found,) = placed(f"Voters in [{state}] queued.")
    assert found.place is not None
    assert (found.place.kind, found.place.country) == (PlaceKind.REGION, "us")


def test_washington_is_the_capital_unless_the_text_points_to_the_state() -> None:
    assert wheres(placed("Envoys came to [Washington] on Monday. [US|state] aides met them."))[0].endswith(
        "District of Columbia, us"
    )
    among = placed("Fires burn in [Washington] and [Oregon]. [Spokane], [Tacoma] and [Yakima] choke.")
    assert among[0].place is not None
    assert among[0].place.kind is PlaceKind.REGION


@pytest.mark.parametrize("spelling", ["Kiev", "Kyiv", "KYIV", "Kyjiw"])
def test_all_spellings_of_a_capital_are_one_city(spelling: str) -> None:
    (found,) = placed(f"It rained in [{spelling}].")
    assert found.place is not None
    assert (found.place.name, found.place.kind) == ("Kyiv", PlaceKind.CITY)


@pytest.mark.parametrize("words", ["East Room", "East Asia Summit", "Eastern Flank"])
def test_a_compass_word_in_a_name_is_no_relation(words: str) -> None:
    (found,) = placed(f"They met in the [{words}] again.")
    assert (found.place, found.relation) == (None, None)


@pytest.mark.parametrize("words", ["USI", "DAB"])
def test_an_abbreviation_stands_for_no_town(words: str) -> None:
    assert placed(f"The [{words}] of [France|state] paid.")[0].span.text == "France"


def test_words_for_two_states_name_neither() -> None:
    (found,) = placed("[U.S.-Russian|nationality] talks began.")
    assert found.place is None
    assert found.why.startswith("it names two")


@pytest.mark.parametrize(
    ("part", "state"), [("South Ossetia", "ge"), ("Nagorno-Karabakh", "az"), ("Somaliland", "so")]
)
def test_a_part_of_a_state_is_not_placed_as_the_state(part: str, state: str) -> None:
    (found,) = placed(f"Shells fell in [{part}|state] on Monday.")
    assert found.place is not None
    assert (found.place.name, found.place.country) == (part, state)
    assert found.place.kind is not PlaceKind.COUNTRY


@pytest.mark.parametrize("spelling", ["Hodeidah", "Raqqa", "Deir Ezzor"])
def test_a_spelling_of_the_news_is_the_town(spelling: str) -> None:
    (found,) = placed(f"Shells fell on [{spelling}] on Monday.")
    assert found.place is not None
    assert found.place.kind is PlaceKind.CITY
