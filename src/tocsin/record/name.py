"""A name in a report."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tocsin.record.span import Span


class NameType(StrEnum):
    """What kind of thing a name names (codebook, *name*)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"
    NATIONALITY = "nationality"
    FACILITY = "facility"  # an airport, a barracks, a power plant
    GROUP = "group"  # armed or political
    UNIT = "unit"  # of armed forces
    WEAPON = "weapon"
    DOCUMENT = "document"  # a treaty, an agreement, a constitution
    EVENT = "event-name"  # a war, games, a feast
    OTHER = "other"  # a name, of a kind that this version does not tell


BODIES: Final = frozenset((NameType.ORGANISATION, NameType.GROUP, NameType.UNIT))
PLACES: Final = frozenset((NameType.STATE, NameType.PLACE, NameType.FACILITY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A span that names something, with the model's probability."""

    id: str
    document: str
    type: NameType
    span: Span
    score: float
