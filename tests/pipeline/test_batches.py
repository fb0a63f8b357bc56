"""Batches: everything comes through once and in order, no batch is too large, what is known is passed."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import FormatError
from tocsin.pipeline.batches import CHUNK_BYTES, QUIET, Batch, Taken, attempt, batches, failure
from tocsin.record import Capture, Document, Failure


def capture(number: int, size: int = 10) -> Capture:
    body = b"x" * size
    return Capture(origin=f"{number}.txt", body=body, media_type="text/plain", sha256=f"{number}")


def lost(number: int) -> Failure:
    return Failure(origin=f"{number}.txt", stage="gather", cause="gone", advice="look")


def read(capture: Capture) -> Document:
    return Document(id=f"doc-{capture.origin}", text=capture.body.decode())


def refuse(capture: Capture) -> Document:
    raise FormatError(f"{capture.origin} is empty", advice="fill it")


def nothing(_: Sequence[Capture]) -> set[tuple[str, str]]:
    return set()


def made(taken: Sequence[Taken], *, reports: int = 4, characters: int = 1000) -> list[Batch]:
    return list(batches(taken, known=nothing, read=read, reports=reports, characters=characters))


def test_nothing_makes_no_batch() -> None:
    assert made([]) == []


@given(st.lists(st.booleans(), max_size=60), st.integers(1, 9), st.integers(1, 300), st.integers(1, 90))
def test_everything_comes_through_in_order(
    good: list[bool], reports: int, characters: int, size: int
) -> None:
    taken = [capture(n, size) if fine else lost(n) for n, fine in enumerate(good)]
    found = made(taken, reports=reports, characters=characters)
    readings = [reading.capture for batch in found for reading in batch.readings]
    failures = [each for batch in found for each in batch.failures]
    assert readings == [item for item in taken if isinstance(item, Capture)]
    assert failures == [item for item in taken if isinstance(item, Failure)]
    assert all(batches_fit(batch, reports, characters, size) for batch in found)


def batches_fit(batch: Batch, reports: int, characters: int, size: int) -> bool:
    return bool(batch) and len(batch.readings) <= reports and sum(map(len, batch.texts)) < characters + size


def test_a_long_report_closes_its_batch() -> None:
    found = made([capture(0), capture(1, 2000), capture(2)])
    assert [len(batch.readings) for batch in found] == [2, 1]


def test_what_is_known_is_not_read_again() -> None:
    def known(captures: Sequence[Capture]) -> set[tuple[str, str]]:
        return {(each.origin, each.sha256) for each in captures if each.origin != "2.txt"}

    found = list(batches([capture(n) for n in range(5)], known=known, read=read, reports=4, characters=1000))
    assert [reading.capture.origin for batch in found for reading in batch.readings] == ["2.txt"]
    assert sum(batch.unchanged for batch in found) == 4


def test_the_case_is_asked_about_many_at_once_and_never_about_failures() -> None:
    asked: list[int] = []

    def known(captures: Sequence[Capture]) -> set[tuple[str, str]]:
        asked.append(len(captures))
        return set()

    taken: list[Taken] = [lost(0), *(capture(n) for n in range(1, 10)), lost(10)]
    list(batches(taken, known=known, read=read, reports=4, characters=1000))
    assert asked == [3, 4, 2]


def test_large_captures_are_not_held_together() -> None:
    held: list[int] = []

    def known(captures: Sequence[Capture]) -> set[tuple[str, str]]:
        held.append(sum(len(each.body) for each in captures))
        return {(each.origin, each.sha256) for each in captures}

    half = CHUNK_BYTES // 2 + 1
    list(batches((capture(n, half) for n in range(6)), known=known, read=read, reports=100, characters=10**9))
    assert max(held) <= 2 * half
    assert len(held) == 3


def test_many_known_reports_show_as_progress() -> None:
    def known(captures: Sequence[Capture]) -> set[tuple[str, str]]:
        return {(each.origin, each.sha256) for each in captures}

    count = 2 * QUIET + 5
    found = list(
        batches([capture(n) for n in range(count)], known=known, read=read, reports=4, characters=1000)
    )
    assert [batch.unchanged for batch in found] == [QUIET, QUIET, 5]


def test_a_report_that_is_refused_is_a_failure_in_its_own_words() -> None:
    found = attempt(capture(3), refuse)
    assert found == Failure(origin="3.txt", stage="read", cause="3.txt is empty", advice="fill it")


def test_a_fault_of_ours_is_a_failure_that_asks_to_be_reported() -> None:
    found = failure(capture(3), "extract", ZeroDivisionError("division by zero"))
    assert found.cause == "ZeroDivisionError: division by zero"
    assert "report it" in found.advice


def test_an_error_without_words_is_still_named() -> None:
    assert failure(capture(3), "extract", KeyError()).cause == "KeyError"
