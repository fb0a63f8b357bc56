"""Figures are made of what jobs print; no test here says how fast anything is."""

import sys

import pytest
from bench.measure import JobError, Outcome, figure, growth, last_object, lines, number
from hypothesis import given
from hypothesis import strategies as st

from bench import measure

some = st.lists(st.floats(0.1, 1000), min_size=1, max_size=9)


@given(some)
def test_a_figure_lies_within_its_range(rounds: list[float]) -> None:
    made = figure("speed", rounds, "1/s")
    assert made.low <= made.value <= made.high
    assert made.holds is None


@given(some, st.floats(0.1, 1000))
def test_a_bar_holds_for_one_side(rounds: list[float], bar: float) -> None:
    least = figure("a", rounds, "", at_least=bar)
    most = figure("a", rounds, "", at_most=bar)
    assert least.holds == (least.value >= bar)
    assert most.holds == (most.value <= bar)


@given(st.floats(0.01, 5), st.floats(0, 10))
def test_a_steady_cost_does_not_grow(cost: float, start: float) -> None:
    few, many = 200, 2000
    runs = [(n, start + cost * (n - 1)) for n in (few, many)]
    assert growth(runs[0], runs[1], start) == pytest.approx(1.0)


def test_a_cost_that_doubles_shows() -> None:
    assert growth((201, 21.0), (2001, 401.0), 1.0) == 2.0


def test_the_last_line_counts() -> None:
    assert last_object('read 3 reports\n{"seconds": 2.5}\n', "tocsin") == {"seconds": 2.5}


@pytest.mark.parametrize("printed", ["", "no figures", "[1]", "\n\n"])
def test_a_job_without_figures_is_an_error_that_names_it(printed: str) -> None:
    with pytest.raises(JobError, match="spacy printed no figures"):
        last_object(printed, "spacy")


def test_a_job_that_fails_is_an_error_with_its_last_words() -> None:
    with pytest.raises(JobError, match="nonsense ended with 2"):
        measure.run("nonsense")


def test_a_job_prints_its_figures_and_its_memory() -> None:
    outcome = measure.run("ceiling", "--seconds", "0.01", "--threads", "1", "--rows", "16")
    assert outcome.figures["precision"]
    assert outcome["multiply_adds"] > 0
    assert outcome["processor"] > 0
    assert outcome.wall > 0
    if sys.platform == "linux":
        assert outcome["memory"] > 1


def test_start_up_is_timed_as_often_as_asked() -> None:
    assert len(measure.start_up([sys.executable, "-c", "pass"], times=2)) == 2
    with pytest.raises(JobError, match="ended with 3"):
        measure.start_up([sys.executable, "-c", "raise SystemExit(3)"], times=1)


def test_the_table_shows_bars_and_whether_they_hold() -> None:
    table = lines(
        [
            figure("speed", [11.5, 12.5, 12.0], "reports/s", at_least=11),
            figure("memory", [812.0], "MB", at_most=700),
            figure("pieces", [19345.2], "1/s"),
        ]
    )
    assert table[1] == ("speed", "12.0", "reports/s", "11.5-12.5", ">= 11.0", "holds")
    assert table[2] == ("memory", "812", "MB", "", "<= 700", "FAILS")
    assert table[3] == ("pieces", "19,345", "1/s", "", "", "")


@given(st.floats(0.001, 1e7))
def test_a_written_figure_reads_back_near_enough(value: float) -> None:
    assert float(number(value).replace(",", "")) == pytest.approx(value, rel=0.01, abs=0.0005)


def test_an_outcome_gives_its_figures_by_name() -> None:
    assert Outcome(wall=1.0, figures={"seconds": 2.5})["seconds"] == 2.5
