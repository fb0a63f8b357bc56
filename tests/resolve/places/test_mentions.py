"""What the words beside a name tell of it, and that the data files hold what the code asks for."""

import pytest

from tests.resolve.places.making import extraction
from tocsin.record.place import PlaceKind
from tocsin.resolve.places.lexicon import lexicon
from tocsin.resolve.places.mentions import Mention, mentions
from tocsin.resolve.places.scoring import FEATURES
from tocsin.resolve.places.surroundings import heads
from tocsin.resolve.places.weights import by_hand, weights


def read(marked: str) -> tuple[Mention, ...]:
    report = extraction(marked)
    return mentions(report.document, report.names, {}, lexicon("en"))


@pytest.mark.parametrize(
    ("marked", "core", "kind"),
    [
        ("the [Donetsk] region", "Donetsk", PlaceKind.REGION),
        ("the [Donetsk region]", "Donetsk", PlaceKind.REGION),
        ("the [Donetsk] and Luhansk regions", "Donetsk", PlaceKind.REGION),
        ("[Becker], Clay and Wilkin counties", "Becker", PlaceKind.DISTRICT),
        ("[Wexel Parish]", "Wexel", PlaceKind.DISTRICT),
        ("the city of [Wexel]", "Wexel", PlaceKind.CITY),
        ("the [Wexel River]", "Wexel", PlaceKind.FEATURE),
        ("near [Wexel airport]", "Wexel", PlaceKind.FACILITY),
        ("in [Wexel] on Monday", "Wexel", None),
        ("of [the Wexel’s] guests", "Wexel", None),
        ("Senator Ann Lind ([D-Wexel])", "Wexel", None),
    ],
)
def test_kinds(marked: str, core: str, kind: PlaceKind | None) -> None:
    (found,) = read(marked)
    assert (found.core, found.kind) == (core, kind)


@pytest.mark.parametrize(
    "marked",
    [
        "[Wexel], [Donetsk region]",
        "[Wexel] in northern [Syria|state]",
        "[Wexel], in the [Donetsk region]",
        "[Wexel] town in the southern [Donetsk region]",
    ],
)
def test_holders_after(marked: str) -> None:
    place, holder = read(marked)
    assert (place.holders, holder.holders) == ((1,), ())


@pytest.mark.parametrize(
    "marked",
    [
        "[Syria|state]’s [Wexel]",
        "[Syria|state]’s northern city of [Wexel]",
        "the [Iraqi|nationality] town of [Wexel]",
    ],
)
def test_holders_before(marked: str) -> None:
    holder, place = read(marked)
    assert (holder.holders, place.holders) == ((), (0,))


def test_no_holder_across_words_that_join_otherwise() -> None:
    assert all(
        not found.holders for found in read("[Wexel] and [Syria|state]; [Wexel] said that [Ohio] paid.")
    )


@pytest.mark.parametrize(
    ("marked", "holds"),
    [
        ("In [Wexel], [US|state] Secretary Ann Lind left.", False),
        ("In [Wexel], [Ukrainian|nationality] envoys left.", False),
        ("In [Wexel], [Texas], envoys left.", True),
        ("Envoys of [Wexel], [Texas] left.", True),
        ("It began in [Wexel], [Texas].", True),
    ],
)
def test_after_a_comma_something_else_may_begin(marked: str, holds: bool) -> None:  # noqa: FBT001
    assert bool(read(marked)[0].holders) is holds


def test_short_forms_hold_and_name() -> None:
    springfield, illinois = read("[Springfield], [Ill].")
    assert springfield.division is not None
    assert (springfield.division.country, springfield.division.name) == ("us", "Illinois")
    assert illinois.named == springfield.division


def test_a_place_beside_another() -> None:
    wexel, town, _ = read("[Wexel] near the small city of [Marinka], [Donetsk region]")
    assert (wexel.beside, town.holders) == (1, (2,))


def test_the_first_name_leads() -> None:
    assert [found.lead for found in read("[Kyiv] and [Lviv]")] == [True, False]


def test_heads_are_the_first_words() -> None:
    assert list(heads("Wexel")) == []
    assert list(heads("Wexel Town Hall Square")) == ["Wexel Town Hall", "Wexel Town", "Wexel"]


def test_every_feature_has_its_weight() -> None:
    assert len(weights()) == len(by_hand()) == len(FEATURES)
    assert (abs(weights() - by_hand()) < 3).all()  # held to what was set by hand
