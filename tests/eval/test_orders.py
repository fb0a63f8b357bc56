"""Reports in other orders: every one is written each time, and a difference is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from eval.orders import LARGEST, Outcome, orders, outcome, rows, sources, told
from eval.task import Asked
from eval.tasks import TASKS
from hypothesis import given
from hypothesis import strategies as st

from tests.eval.test_main import Mute
from tests.store.entities.making import Spelling, report
from tests.store.making import reference
from tocsin.errors import SourceError

NAMED = [
    ("Ana Reyl", "known:korin=Bo Korin"),
    ("Ana Reyl", "Reyl"),
    ("A Reyl", "Bo Korin"),
    ("Cy Okonjo",),
]
WHOLE = [report(number, named) for number, named in enumerate(NAMED)]


@given(st.integers(0, 9), st.integers(0, 5))
def test_every_order_has_every_report_once(seed: int, number: int) -> None:
    every = list(orders(WHOLE * 30, number, seed))
    assert len(every) == number + 2
    assert [len(batch) for batch in every[1]] == [1] * len(WHOLE) * 30
    for batches in every:
        written = [each[0].origin for batch in batches for each in batch]
        assert sorted(written) == sorted(each[0].origin for each in WHOLE * 30)
    assert all(0 < len(batch) <= LARGEST for batches in every[2:] for batch in batches)


def test_the_same_reports_make_the_same_entities() -> None:
    found = outcome(orders(WHOLE, 3), Spelling())
    assert len(found.entities) == len(found.seconds) == 5
    assert found.same == 4
    (row,) = rows(found)
    assert (row.task, row.f1, row.gold) == ("orders", 1.0, 4)
    assert "4 reports, 7 references, " in told(WHOLE, found)


def test_another_report_makes_others_and_that_is_told() -> None:
    taken, read = WHOLE[0]
    more = taken, replace(read, references=(*read.references, reference(read.document, "Report")))
    found = outcome(iter([[WHOLE], [[more], WHOLE[1:]]]), Spelling())
    assert found.same == 0
    assert rows(found)[0].f1 == 0.0


def test_an_order_of_no_reports_has_no_entities() -> None:
    assert told([], Outcome(entities=("", ""), seconds=(0.0, 0.0))).startswith(
        "0 reports, 0 references, 0 entities"
    )


def test_without_the_data_it_is_not_measured(tmp_path: Path) -> None:
    assert sources(tmp_path) == []
    with pytest.raises(SourceError, match=r"reports/\*\.jsonl"):
        TASKS["orders"](Mute({}), Asked(data=tmp_path))
