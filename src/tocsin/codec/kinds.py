"""What a kind of record is to the codec: its names, and how it goes to JSON and back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from tocsin.record import (
    Event,
    Extraction,
    Figure,
    Moment,
    Name,
    Reference,
    Role,
    Statement,
    Toponym,
)

Json = dict[str, Any]
F = TypeVar("F", Name, Statement, Figure, Event, Moment, Role, Reference, Toponym)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[F]):
    """A kind of record: what it is called, and how it goes to JSON and back."""

    name: str
    plural: str  # the key of its list in the JSON of a report
    record: type[F]
    of: Callable[[Extraction], tuple[F, ...]]
    body: Callable[[F], Json]  # all but id, document and score
    shape: type[msgspec.Struct]
    make: Callable[[Any], F]
