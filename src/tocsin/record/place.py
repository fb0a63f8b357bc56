"""Where: toponyms of one report, and the places of a gazetteer."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.entity import Candidate
from tocsin.record.span import Span


class PlaceKind(StrEnum):
    """What kind of place it is."""

    COUNTRY = "country"
    REGION = "region"  # first-order division: an oblast, a state
    DISTRICT = "district"  # second-order division: a county, a raion
    CITY = "city"  # any populated place
    FEATURE = "feature"  # a river, a mountain, a sea
    FACILITY = "facility"  # an airport, a crossing
    CONTINENT = "continent"
    AREA = "area"  # named, without borders of its own: Donbas, the Sahel


class PlacePrecision(StrEnum):
    """How closely the coordinates tell where it is."""

    POINT = "point"
    CITY = "city"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    CONTINENT = "continent"


class Use(StrEnum):
    """What a geographic name does in its sentence."""

    PLACE = "place"  # something is or happens there: "in Kyiv"
    ACTOR = "actor"  # metonym: "Kyiv denied it"
    ADJECTIVE = "adjective"  # "Ukrainian troops", "Russia’s army"
    PART = "part"  # of another name: "Treaty of Minsk", "Kyiv Post"
    TOPIC = "topic"  # spoken of: "a war with Ukraine", "talks on Libya"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer; degrees are of WGS 84."""

    id: str  # "geonames:703448"
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None  # ISO 3166-1 alpha-2 in small letters
    region: str | None  # name of its first-order division
    population: int
    box: tuple[float, float, float, float] | None = None  # south, west, north, east


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A geographic name in a report, and where it lies.

    ``place`` is None where the gazetteer lacks it or nothing decides; ``within`` is then the place
    that the text says holds it. ``relation`` is how the words restrict or widen the place ("eastern",
    "near", "border"); ``box`` is then the area that is meant, never a point.
    """

    id: str
    document: str
    span: Span  # the name
    phrase: Span  # with the words that restrict it: "eastern Ukraine"; else the name itself
    use: Use
    place: Place | None
    precision: PlacePrecision | None
    relation: str | None
    box: tuple[float, float, float, float] | None  # south, west, north, east
    within: Place | None
    candidates: tuple[Candidate, ...]  # best first, the chosen one included
    why: str
    score: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans the toponym rests on."""
        return (self.span, *((self.phrase,) if self.phrase != self.span else ()))
