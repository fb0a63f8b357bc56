"""The model at work one batch ahead of the rest, in a single background thread."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

from tocsin.errors import ModelError
from tocsin.model.layers import Layers
from tocsin.pipeline.batches import Batch, Reading, failure
from tocsin.pipeline.stages import MODEL
from tocsin.record import Failure

Found = tuple[Reading, Layers] | Failure
Read = Callable[[list[str]], Future[list[Layers]]]


class Model(Protocol):
    """What the pipeline asks of a reading model."""

    @property
    def digest(self) -> str:
        """What tells this model from another."""
        ...

    def read(self, texts: Sequence[str]) -> list[Layers]:
        """Return the layers of each text."""
        ...


def encoded(ready: Iterable[Batch], model: Model) -> Iterator[tuple[Batch, list[Found]]]:
    """Yield each batch with its layers, while the model is at work on the batch after it."""
    aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tocsin-model")

    def read(texts: list[str]) -> Future[list[Layers]]:  # in the one thread: a model runs one batch at a time
        return aside.submit(_layers, model, texts)

    try:
        before: tuple[Batch, Future[list[Layers]]] | None = None
        for batch in ready:
            now = batch, read(batch.texts)
            if before:
                yield before[0], _paired(*before, read)
            before = now
        if before:
            yield before[0], _paired(*before, read)
    finally:
        aside.shutdown(wait=True, cancel_futures=True)


def _layers(model: Model, texts: Sequence[str]) -> list[Layers]:
    return model.read(texts) if texts else []


def _paired(batch: Batch, layers: Future[list[Layers]], read: Read) -> list[Found]:
    """Return the layers of each reading; where the batch failed, read one by one to find the culprit."""
    try:
        return list(zip(batch.readings, layers.result(), strict=True))
    except ModelError:
        raise
    except Exception:  # noqa: BLE001 - one bad report must not stop a run
        return [_alone(reading, read) for reading in batch.readings]


def _alone(reading: Reading, read: Read) -> Found:
    try:
        (layers,) = read([reading.document.text]).result()
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return failure(reading.capture, MODEL.name, error)
    return reading, layers
