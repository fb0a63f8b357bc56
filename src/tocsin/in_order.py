"""Records of several kinds, each in the order of its documents, handed out document by document."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from tocsin.codec import Found
from tocsin.record import Document

R = TypeVar("R", bound=Found)


class Ahead(Generic[R]):
    """Records in the order of their documents, handed out document by document."""

    def __init__(self, records: Iterator[R]) -> None:
        self._records: Iterator[R] = records
        self._next: R | None = next(records, None)

    def of(self, document: Document) -> Iterator[R]:
        """Yield the records of a document, whose turn it is."""
        while self._next is not None and self._next.document == document.id:
            yield self._next
            self._next = next(self._records, None)
