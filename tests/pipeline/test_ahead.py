"""The model one batch ahead: order kept, one bad report found, exceptions let through, one thread."""

import threading
from collections.abc import Iterator, Sequence

import pytest

from tests.fakes import BAD, FakeModel
from tocsin.errors import ModelError
from tocsin.model.layers import Layers
from tocsin.pipeline.ahead import encoded
from tocsin.pipeline.batches import Batch, Reading
from tocsin.record import Capture, Document, Failure


def reading(number: int, text: str = "All is well.") -> Reading:
    origin = f"{number}.txt"
    capture = Capture(origin=origin, body=text.encode(), media_type="text/plain", sha256=f"{number}")
    return Reading(capture=capture, document=Document(id=f"doc-{number}", text=text))


def batch(*readings: Reading) -> Batch:
    return Batch(readings=list(readings))


class Watched(FakeModel):
    """A model that notes in which threads it runs, and whether two calls ever meet."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[int] = set()
        self.inside = threading.Lock()

    def read(self, texts: Sequence[str]) -> list[Layers]:
        self.threads.add(threading.get_ident())
        assert self.inside.acquire(blocking=False), "two calls at once"
        try:
            return super().read(texts)
        finally:
            self.inside.release()


class Broken(FakeModel):
    """A model that cannot run at all."""

    def read(self, texts: Sequence[str]) -> list[Layers]:  # noqa: ARG002
        raise ModelError("no model", advice="install it")


class Short(FakeModel):
    """A model that loses a text of every batch."""

    def read(self, texts: Sequence[str]) -> list[Layers]:
        return super().read(texts)[: max(1, len(texts) - 1)]


def test_batches_come_back_in_order_with_their_layers() -> None:
    given = [batch(*(reading(10 * b + n) for n in range(3))) for b in range(5)]
    found = list(encoded(given, FakeModel()))
    assert [each for each, _ in found] == given
    for each, pairs in found:
        assert [pair[0] for pair in pairs if not isinstance(pair, Failure)] == each.readings


def test_a_batch_is_taken_before_the_one_before_it_is_given() -> None:
    taken: list[int] = []

    def ready() -> Iterator[Batch]:
        for number in range(4):
            taken.append(number)
            yield batch(reading(number))

    given = [list(taken) for _ in encoded(ready(), FakeModel())]
    assert given == [[0, 1], [0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3]]


def test_the_model_runs_in_one_thread_that_is_not_ours() -> None:
    model = Watched()
    given = [batch(reading(0), reading(1, BAD)), batch(reading(2)), batch(reading(3, BAD), reading(4))]
    list(encoded(given, model))
    assert len(model.threads) == 1
    assert threading.get_ident() not in model.threads


def test_one_bad_report_fails_alone() -> None:
    ((_, pairs),) = encoded([batch(reading(0), reading(1, f"{BAD} here"), reading(2))], FakeModel())
    assert [isinstance(pair, Failure) for pair in pairs] == [False, True, False]
    failed = pairs[1]
    assert isinstance(failed, Failure)
    assert (failed.origin, failed.stage) == ("1.txt", "model")
    assert "stumbled" in failed.cause


def test_a_text_without_layers_is_noticed() -> None:
    ((_, pairs),) = encoded([batch(reading(0), reading(1))], Short())
    assert len(pairs) == 2


def test_a_model_that_cannot_run_stops_the_run() -> None:
    with pytest.raises(ModelError):
        list(encoded([batch(reading(0))], Broken()))


def test_the_model_is_not_called_for_nothing() -> None:
    model = FakeModel()
    list(encoded([Batch(unchanged=3)], model))
    assert model.calls == []


def test_no_thread_is_left_behind_when_the_caller_stops() -> None:
    before = threading.active_count()
    stream = encoded((batch(reading(n)) for n in range(9)), FakeModel())
    next(stream)
    del stream
    assert threading.active_count() == before


def test_an_error_while_reading_ahead_comes_through() -> None:
    def ready() -> Iterator[Batch]:
        yield batch(reading(0))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(encoded(ready(), FakeModel()))
