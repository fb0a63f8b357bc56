"""Moments are measured as TempEval-3 does, and specifications pass for the right words and dates only."""

from pathlib import Path

import pytest
from eval.moments import Overlap, measures, ours, timexes
from eval.moments_peers import found, placed
from eval.timeml import Timex, files, read

from eval import specs

MARK = '<TIMEX3 tid="{}" type="DATE" value="{}">{}</TIMEX3>'
TML = (
    f"<TimeML><DCT>{MARK.format('t0', '2021-04-13T10:00', '13 April')}</DCT>"
    f'<TEXT>The tug <EVENT eid="e1">sank</EVENT> on {MARK.format("t1", "2021-04-12", "Monday")}, in '
    f"{MARK.format('t2', '2021', '2021')}.</TEXT></TimeML>"
)


def timex(start: int, end: int, value: str = "2021", kind: str = "DATE") -> Timex:
    return Timex(start=start, end=end, type=kind, value=value)


def test_a_document_is_read_with_its_offsets(tmp_path: Path) -> None:
    path = tmp_path / "tempeval3/TBAQ-cleaned/TimeBank/tug.tml"
    path.parent.mkdir(parents=True)
    path.write_text(TML)
    assert files(tmp_path, "timebank") == [path]
    document = read(path)
    assert document.created == "2021-04-13"
    assert [document.text[t.start : t.end] for t in document.timexes] == ["Monday", "2021"]
    assert timexes(ours(document.text, document.created)) == list(document.timexes)


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.tml"
    path.write_text("<TimeML></TimeML>")
    with pytest.raises(ValueError, match=r"x\.tml"):
        read(path)


def test_an_overlap_counts_for_the_value_but_not_strictly() -> None:
    counts = measures([timex(0, 6), timex(10, 14)], [timex(3, 6), timex(20, 24)])
    assert {name: count.right for name, count in counts.items()} == {
        "strict": 0,
        "relaxed": 1,
        "value": 1,
        "type": 1,
    }
    assert {(count.found, count.gold) for count in counts.values()} == {(2, 2)}


def test_each_expression_is_matched_once() -> None:
    gold, twice = timex(0, 10), [timex(0, 4), timex(5, 10)]
    assert Overlap.of([gold], twice).pairs == ((gold, twice[1]),)


def case(text: str, words: str, *intervals: tuple[str, str], kind: str = "date") -> specs.Case:
    expected = (specs.Expected(text=words, intervals=intervals),) if words else ()
    return specs.Case(text=text, reference="2021-04-13T00:00:00+00:00", kind=kind, expected=expected)


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (case("They left on Monday", "on Monday", ("2021-04-12", "2021-04-12")), "passed"),
        (case("They left on Monday", "Monday", ("2021-04-19", "2021-04-19")), "another date"),
        (case("They left on Monday", "left on Monday", ("2021-04-12", "2021-04-12")), "other words"),
        (case("They left then", "then", ("2021-04-12", "2021-04-12")), "not found"),
        (case("They left on Monday", ""), "too much"),
        (case("They left", ""), "passed"),
        (case("It fell last week", "last week", ("2021-04-05", "2021-04-11"), kind="period"), "passed"),
    ],
)
def test_a_case_passes_for_words_and_date(of: specs.Case, why: str) -> None:
    assert specs.verdict(of, ours(of.text, of.reference)) == why


def test_a_peer_that_fails_has_found_nothing() -> None:
    def failing(text: str, day: str) -> list[Timex]:
        raise RuntimeError(text + day)

    assert found(failing, "May", "2021-04-13") == []
    assert placed("In May", [("May", "2021-05"), ("June", "2021-06")]) == [timex(3, 6, "2021-05")]
