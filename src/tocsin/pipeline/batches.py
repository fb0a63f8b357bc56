"""From captures to batches of documents that are ready for the model, in the order they came."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from tocsin.errors import TocsinError
from tocsin.pipeline.stages import READ
from tocsin.record import Capture, Document, Failure

CHUNK_BYTES = 16_000_000  # captures held while the case is asked which of them it knows
QUIET = 256  # known or failed reports that make a batch of their own, so that progress is seen

Taken = Capture | Failure
Known = Callable[[Sequence[Capture]], AbstractSet[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A capture and the document that was read from it."""

    capture: Capture
    document: Document


@dataclass(slots=True, kw_only=True)
class Batch:
    """Documents to extract from together, and what was settled on the way to them."""

    readings: list[Reading] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    unchanged: int = 0
    characters: int = 0

    def __bool__(self) -> bool:
        return bool(self.readings or self.failures or self.unchanged)

    @property
    def texts(self) -> list[str]:
        """The texts of the batch's documents."""
        return [reading.document.text for reading in self.readings]


def batches(
    taken: Iterable[Taken],
    *,
    known: Known,
    read: Callable[[Capture], Document],
    reports: int,
    characters: int,
) -> Iterator[Batch]:
    """Yield batches of at most ``reports`` documents, each read unless ``known`` has its capture.

    A batch closes when its texts reach ``characters``, so that long reports keep memory bounded.
    What ``read`` refuses is a failure of the batch; the reports after it go on.
    """
    batch = Batch()
    for item in _unknown(taken, known, reports):
        _put(batch, item if item is None or isinstance(item, Failure) else attempt(item, read))
        if (
            len(batch.readings) >= reports
            or batch.characters >= characters
            or batch.unchanged + len(batch.failures) >= QUIET
        ):
            yield batch
            batch = Batch()
    if batch:
        yield batch


def attempt(capture: Capture, read: Callable[[Capture], Document]) -> Reading | Failure:
    """Return what ``read`` makes of a capture, or the failure that tells why it makes nothing."""
    try:
        return Reading(capture=capture, document=read(capture))
    except Exception as error:  # noqa: BLE001 - whatever a file holds, it must not stop the run
        return failure(capture, READ.name, error)


def failure(capture: Capture, stage: str, error: Exception) -> Failure:
    """Return an error as the failure of one report: expected ones in their own words."""
    if isinstance(error, TocsinError):
        return Failure(origin=capture.origin, stage=stage, cause=error.message, advice=error.advice)
    cause = f"{type(error).__name__}: {error}".rstrip(": ")
    advice = "this is a fault of tocsin: please report it, with the file if you may share it"
    return Failure(origin=capture.origin, stage=stage, cause=cause, advice=advice)


def _put(batch: Batch, item: Reading | Failure | None) -> None:
    if item is None:
        batch.unchanged += 1
    elif isinstance(item, Failure):
        batch.failures.append(item)
    else:
        batch.readings.append(item)
        batch.characters += len(item.document.text)


def _unknown(taken: Iterable[Taken], known: Known, count: int) -> Iterator[Taken | None]:
    """Yield what was taken, with None in the place of each capture that is known."""
    for chunk in _chunks(taken, count):
        captures = [item for item in chunk if isinstance(item, Capture)]
        had = known(captures) if captures else frozenset[tuple[str, str]]()
        for item in chunk:
            if isinstance(item, Capture) and (item.origin, item.sha256) in had:
                yield None
            else:
                yield item


def _chunks(taken: Iterable[Taken], count: int) -> Iterator[list[Taken]]:
    chunk: list[Taken] = []
    size = 0
    for item in taken:
        chunk.append(item)
        size += len(item.body) if isinstance(item, Capture) else 0
        if len(chunk) >= count or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
