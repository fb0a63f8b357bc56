"""Plans: what needs something comes after what makes it."""

from itertools import permutations

import pytest

from tocsin.pipeline import STAGES, Kind, PlanError, Stage, check


def test_the_stages_of_tocsin_can_run() -> None:
    assert check(STAGES) == set(Kind) - {Kind.SOURCE}


def test_the_stages_are_the_ones_we_know() -> None:
    assert [stage.name for stage in STAGES] == ["gather", "read", "model", "extract", "resolve", "store"]


@pytest.mark.parametrize("order", [order for order in permutations(STAGES) if order != STAGES])
def test_no_other_order_of_them_can(order: tuple[Stage, ...]) -> None:
    with pytest.raises(PlanError, match="needs"):
        check(order)


def test_what_is_given_need_not_be_made() -> None:
    assert check(STAGES[1:], given=frozenset({Kind.CAPTURE})) >= {Kind.ROW}


def test_a_missing_stage_is_named() -> None:
    without = tuple(stage for stage in STAGES if stage.name != "model")
    with pytest.raises(PlanError, match="'extract' needs layers"):
        check(without)


def test_two_of_one_name_are_refused() -> None:
    again = Stage(name="gather", needs=frozenset({Kind.CAPTURE}), makes=Kind.LAYERS)
    with pytest.raises(PlanError, match="two stages are called 'gather'"):
        check((*STAGES[:1], again))


def test_one_thing_made_twice_is_refused() -> None:
    again = Stage(name="gather again", needs=frozenset({Kind.SOURCE}), makes=Kind.CAPTURE)
    with pytest.raises(PlanError, match="a second time"):
        check((*STAGES, again))


def test_nothing_makes_nothing() -> None:
    assert check(()) == frozenset()
