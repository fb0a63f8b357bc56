import pytest

from tests.copies.reports import EDITED, OTHER, STORY, all_pairs, of, pair
from tests.copies.reports import report as made
from tocsin.copies import credited, origin, publishers
from tocsin.copies.copies import VERSION
from tocsin.record.copy import Copy, CopyKind, Direction


def test_two_that_share_nothing_are_no_copy() -> None:
    assert pair(made("a", STORY), made("b", OTHER)) is None


def test_both_credit_the_agency() -> None:
    found = of(made("a", f"RIVERTOWN (AP) — {STORY}", "one.com"), made("b", f"{STORY}\n© 2018 AP", "two.com"))
    assert (found.kind, found.direction, found.source) == (
        CopyKind.WIRE,
        Direction.COMMON,
        "Associated Press",
    )


def test_one_has_it_from_the_agency_itself() -> None:
    found = of(made("a", f"By Reuters\n{STORY}", "one.com"), made("b", STORY, "reuters.com"))
    assert (found.kind, found.direction, found.source) == (CopyKind.WIRE, Direction.RIGHT, "Reuters")
    assert "one.com credits Reuters" in [reason.why for reason in found.reasons]


def test_attribution_beside_the_passage() -> None:
    told = f"{OTHER} {EDITED} That is what the Washington Post reported."
    found = of(made("a", told, "one.com"), made("b", STORY, "washingtonpost.com"))
    assert (found.direction, found.source) == (Direction.RIGHT, "Washington Post")


@pytest.mark.parametrize(
    ("first", "second", "direction"),
    [
        ("2021-04-12", "2021-04-13", Direction.LEFT),
        ("2021-04-13T10:00:00+00:00", "2021-04-13T09:00:00+00:00", Direction.RIGHT),
        ("2021-04-13T10:00:00+02:00", "2021-04-13T09:00:00+00:00", Direction.LEFT),
        ("2021-04-13", "2021-04-13T09:00:00+00:00", Direction.UNKNOWN),
        ("2021-04-13T10:00:00+00:00", "2021-04-13T10:05:00+00:00", Direction.UNKNOWN),
        (None, "2021-04-13", Direction.UNKNOWN),
    ],
)
def test_time(first: str | None, second: str | None, direction: Direction) -> None:
    assert of(made("a", STORY, "one.com", first), made("b", STORY, "two.com", second)).direction is direction


def test_press_release_and_house() -> None:
    release = of(made("a", STORY, "water.gov"), made("b", f"{STORY} {OTHER}", "two.com"))
    assert (release.kind, release.direction) == (CopyKind.PRESS_RELEASE, Direction.LEFT)
    house = of(made("a", STORY, "sfgate.com"), made("b", STORY, "chron.com"))
    assert (house.kind, house.why) == (CopyKind.SYNDICATION, "both outlets are of Hearst")


def test_the_order_of_the_two_does_not_count() -> None:
    one, other = (
        made("a", f"{OTHER} {EDITED}", "one.com", "2021-04-12"),
        made("b", STORY, "two.com", "2021-04-14"),
    )
    assert of(one, other) == of(other, one)


def test_shares_count_copied_text_alone() -> None:
    speech = "“Nobody in this province will ever again cross that bridge in a storm like this”"
    found = of(made("a", f"{OTHER} {speech}, she said."), made("b", f"{STORY} And then: {speech}."))
    assert (found.kind, found.left_share, found.right_share) == (CopyKind.QUOTATION, 0.0, 0.0)
    assert found.direction is Direction.UNKNOWN


def test_the_id_follows_from_the_two() -> None:
    found = of(made("b", STORY), made("a", STORY))
    assert (found.left, found.right) == ("a", "b")
    assert found.id == Copy.make_id("a", "b", VERSION)


def test_a_third_tells_the_source() -> None:
    reports = [
        made("a", STORY, "one.com"),
        made("b", f"{STORY} No more.", "two.com"),
        made("d", f"RIVERTOWN (AP) — {STORY}", "four.com"),
    ]
    origins = {one.id: origin(one, publishers()) for one in reports}
    copies = credited(all_pairs(reports), origins, {"d": "four.com"})
    told = next(one for one in copies if (one.left, one.right) == ("a", "b"))
    assert (told.kind, told.direction, told.source, told.why) == (
        CopyKind.WIRE,
        Direction.COMMON,
        "Associated Press",
        "four.com has the same words and credits Associated Press",
    )
