"""An office without an end is known to be held only as long as the list says."""

from tocsin.knowledge import load_knowledge


def test_who_holds_an_office_is_not_known_after_the_day_of_the_list() -> None:
    known = load_knowledge()
    assert known.holders("secretary-general", "nato", "2025-06-01") == ("mark-rutte",)
    assert known.holders("secretary-general", "nato", "2031-06-01") == ()


def test_an_office_with_an_end_says_no_more_than_that() -> None:
    (held,) = [each for each in load_knowledge().entries["jens-stoltenberg"].offices if each.body == "nato"]
    assert (held.last is not None, held.seen, held.end) == (True, None, held.last)
