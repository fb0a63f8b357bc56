"""A kind of record as the tables have it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tocsin.codec import Found, Words
from tocsin.record import Extraction, Span

F = TypeVar("F", bound=Found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A record as the tables have it."""

    id: str
    document: str
    type: str
    score: float
    facts: str
    words: Sequence[Words]

    def all(self, part: str) -> tuple[Span, ...]:
        """Return the words that are this part of the record, in their order."""
        return tuple(span for name, span in self.words if name == part)

    def maybe(self, part: str) -> Span | None:
        """Return the first words that are this part of the record, where it has any."""
        for name, span in self.words:  # of a whole case, twice as fast as a generator
            if name == part:
                return span
        return None

    def one(self, part: str) -> Span:
        """Return the first words that are this part of the record."""
        found = self.maybe(part)
        if found is None:
            raise KeyError(part)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[F]):
    """How records of a kind are taken apart: all but their words, which ``codec.evidence`` gives."""

    kind: str
    of: Callable[[Extraction], tuple[F, ...]]
    type: Callable[[F], str]  # what lists are filtered by; "" where it is not known
    facts: Callable[[F], str]
    make: Callable[[Stored], F]
