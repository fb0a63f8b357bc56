"""What the words beside a name restrict it to or widen it by, and the box that is then meant.

The scale, the same everywhere: *near*, *outside*, *around* and the like reach 30 km beyond the place's own
box, or its point where it has none. *Eastern* is the eastern third of the box, *north-eastern* its quarter,
*central* its middle third in both ways. *East of* is 60 km beyond the eastern edge and 30 km to both sides.
A border told with both its sides is where their boxes, each widened by 30 km, overlap; *the eastern border*
is the eastern sixth of the box; a border told with one side only is somewhere in the widened box.
"""

import math
from dataclasses import dataclass
from typing import Final

from tocsin.record import Span
from tocsin.record.place import Place, PlaceKind, PlacePrecision
from tocsin.resolve.places.lexicon import Lexicon

Box = tuple[float, float, float, float]  # south, west, north, east; west > east where it crosses 180°

NEAR: Final = 30.0  # km
AWAY: Final = 60.0
_DEGREE: Final = 111.2  # km of a degree of latitude
_REACH: Final = 60  # characters that are searched for words before a name
_BORDER: Final = "border"
_ALL_OVER: Final = "around"  # "around Syria", unlike "outside Syria", which is elsewhere
_OUTSIDE: Final = frozenset((PlaceKind.COUNTRY, PlaceKind.CONTINENT))
_BY_KIND: Final = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.REGION: PlacePrecision.REGION,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.CITY: PlacePrecision.CITY,
    PlaceKind.FEATURE: PlacePrecision.REGION,
    PlaceKind.FACILITY: PlacePrecision.POINT,
    PlaceKind.CONTINENT: PlacePrecision.CONTINENT,
    PlaceKind.AREA: PlacePrecision.REGION,
}
_NEARBY: Final = frozenset((PlacePrecision.POINT, PlacePrecision.CITY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How words restrict or widen a place: "eastern", "near", "east of", "border", "eastern border"."""

    name: str
    side: str | None  # "east", "northeast", "centre"
    start: int  # the phrase: the words and the name
    end: int


def relation_of(text: str, span: Span, lexicon: Lexicon) -> Relation | None:
    """Return what the words right before and after a name say, the border first, None for nothing."""
    return _border_of(text, span, lexicon) or _side_of(text, span, lexicon) or _near_of(text, span, lexicon)


def _before(text: str, span: Span) -> tuple[str, int]:
    start = max(0, span.start - _REACH)
    return text[start : span.start], start


def _border_of(text: str, span: Span, lexicon: Lexicon) -> Relation | None:
    if found := lexicon.border_after.match(text, span.end):
        return _border(found[1], span.start, found.end(), lexicon)
    before, offset = _before(text, span)
    if found := lexicon.border_before.search(before):  # a side is that of the country on this side of it
        return _border(None, offset + found.start(), span.end, lexicon)
    return None


def _side_of(text: str, span: Span, lexicon: Lexicon) -> Relation | None:
    """Return a side: "east of" is beyond the place, "the east of" and "eastern" are in it."""
    before, offset = _before(text, span)
    away = lexicon.away_before.search(before)
    if away and not before[: away.start()].rstrip().lower().endswith("the"):
        side = lexicon.sides[_word(away[1])]
        if side != "centre":
            return Relation(name=f"{side} of", side=side, start=offset + away.start(), end=span.end)
    if found := lexicon.side_before.search(before):
        return part(found["adjective"] or found["side"], offset + found.start(), span.end, lexicon)
    return None


def _near_of(text: str, span: Span, lexicon: Lexicon) -> Relation | None:
    before, offset = _before(text, span)
    if found := lexicon.near_before.search(before):
        return Relation(name=_word(found[1]), side=None, start=offset + found.start(1), end=span.end)
    if found := lexicon.area_after.match(text, span.end):
        return Relation(name=_ALL_OVER, side=None, start=span.start, end=found.end())
    return None


def _word(found: str) -> str:
    return " ".join(found.lower().split())


def part(words: str, start: int, end: int, lexicon: Lexicon) -> Relation:
    """Return the relation of a side's word: "north-eastern"."""
    side = lexicon.sides[_word(words)]
    return Relation(name=_adjective(side), side=side, start=start, end=end)


def _border(words: str | None, start: int, end: int, lexicon: Lexicon) -> Relation:
    side = lexicon.sides[_word(words)] if words else None
    name = f"{_adjective(side)} {_BORDER}" if side else _BORDER
    return Relation(name=name, side=side, start=start, end=end)


def _adjective(side: str) -> str:
    return "central" if side == "centre" else f"{side}ern"


def precision_of(place: Place, relation: Relation | None, lexicon: Lexicon) -> PlacePrecision | None:
    """Return how closely a place with its relation tells where; None where only elsewhere is told."""
    own = _BY_KIND[place.kind]
    if relation is None:
        return own
    if place.kind in _OUTSIDE and relation.name in lexicon.countrywide:
        return own if relation.name == _ALL_OVER else None
    inside = relation.side is not None and not relation.name.endswith(" of")
    if inside and own is PlacePrecision.COUNTRY:
        return PlacePrecision.REGION
    return PlacePrecision.DISTRICT if own in _NEARBY and not inside else own


def box_of(place: Place, relation: Relation, lexicon: Lexicon, other: Place | None = None) -> Box | None:
    """Return the area that a relation to a place means, None where the gazetteer does not tell.

    ``other`` is the country or region beyond a border.
    """
    if place.kind in _OUTSIDE and relation.name in lexicon.countrywide:
        return place.box if relation.name == _ALL_OVER else None
    if relation.name.endswith(_BORDER):
        own = sliced(place.box, relation.side, 6) if relation.side and place.box else place.box
        if other is not None and own and other.box:
            both = shared(widened(own, NEAR), widened(other.box, NEAR))
            return both or widened(own, NEAR)
        return own if relation.side else _around(place)
    if relation.name.endswith(" of") and relation.side:
        return beyond(place.box or _point(place), relation.side)
    if relation.side:
        return sliced(place.box, relation.side, 3) if place.box else None
    return _around(place)


def _point(place: Place) -> Box:
    return place.latitude, place.longitude, place.latitude, place.longitude


def _around(place: Place) -> Box | None:
    if place.box is None and place.kind not in _OUTSIDE | {PlaceKind.REGION}:
        return widened(_point(place), NEAR)
    return widened(place.box, NEAR) if place.box else None


def _wrapped(longitude: float) -> float:
    return (longitude + 180.0) % 360.0 - 180.0 if abs(longitude) > 180.0 else longitude


def _width(box: Box) -> float:
    return (box[3] - box[1]) % 360.0


def _made(south: float, west: float, north: float, east: float) -> Box:
    return (
        round(max(-90.0, south), 5),
        round(_wrapped(west), 5),
        round(min(90.0, north), 5),
        round(_wrapped(east), 5),
    )


def widened(box: Box, kilometres: float) -> Box:
    """Return a box with so many kilometres added on each side.

    >>> widened((50.0, 36.0, 50.0, 36.0), 30)
    (49.73022, 35.58029, 50.26978, 36.41971)
    """
    south, west, north, east = box
    high = kilometres / _DEGREE
    wide = high / max(0.05, math.cos(math.radians((south + north) / 2)))
    if _width(box) + 2 * wide >= 360:
        return _made(south - high, -180.0, north + high, 180.0)
    return _made(south - high, west - wide, north + high, east + wide)


def sliced(box: Box, side: str, parts: int) -> Box | None:
    """Return the part of a box on a side; a corner takes half of each way, the centre the middle third.

    None where the box spans more than half the globe and the side is east or west: then its edges
    are most likely those of the map.

    >>> sliced((44.0, 22.0, 53.0, 40.0), "east", 3)
    (44.0, 34.0, 53.0, 40.0)
    >>> sliced((44.0, 22.0, 53.0, 40.0), "northwest", 3)
    (48.5, 22.0, 53.0, 31.0)
    """
    south, west = box[:2]
    width, height = _width(box), box[2] - box[0]
    if width > 180 and side not in {"north", "south"}:
        return None
    corner = side.startswith(("north", "south")) and side.endswith(("east", "west"))
    share = 0.5 if corner else 1 / parts
    low, high = (1 / 3, 2 / 3) if side == "centre" else (0.0, 1.0)
    left, right = low, high
    if side.startswith("north"):
        low = 1 - share
    if side.startswith("south"):
        high = share
    if side.endswith("east"):
        left = 1 - share
    if side.endswith("west"):
        right = share
    return _made(south + low * height, west + left * width, south + high * height, west + right * width)


def beyond(box: Box, side: str) -> Box:
    """Return the stretch next to a box on one side: 60 km deep, 30 km wider than the box to both sides.

    >>> beyond((50.0, 36.0, 50.0, 36.0), "north")
    (50.0, 35.58029, 50.53957, 36.41971)
    """
    near, far = widened(box, NEAR), widened(box, AWAY)
    south, west, north, east = near
    if "north" in side:
        south, north = box[2], far[2]
    if "south" in side:
        south, north = far[0], box[0]
    if "east" in side:
        west, east = box[3], far[3]
    if "west" in side:
        west, east = far[1], box[1]
    return south, west, north, east


def shared(left: Box, right: Box) -> Box | None:
    """Return where two boxes overlap, None where they do not.

    >>> shared((0, 0, 10, 10), (5, 8, 20, 30)), shared((0, 0, 1, 1), (5, 5, 6, 6))
    ((5, 8, 10, 10.0), None)
    """
    south, north = max(left[0], right[0]), min(left[2], right[2])
    offset = (right[1] - left[1] + 180) % 360 - 180
    start, end = max(0.0, offset), min(_width(left), offset + _width(right))
    if south > north or start > end:
        return None
    return _made(south, left[1] + start, north, left[1] + end)
