"""A name in a report."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.span import Span


class NameType(StrEnum):
    """What kind of thing a name names (codebook, *name*)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"
    NATIONALITY = "nationality"
    OTHER = "other"  # a name, of a kind that this version does not tell: event, work, law …


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A span that names something, with the model's probability."""

    id: str
    document: str
    type: NameType
    span: Span
    score: float
