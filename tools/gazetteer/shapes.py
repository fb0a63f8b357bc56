"""Outlines from TopoJSON: where they lie, their middle, and which points they hold."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]  # [n, 2]: longitude, latitude
Box = tuple[float, float, float, float]  # south, west, north, east

FAR: Final = 50.0  # degrees from the largest part: what lies farther is overseas, and in no box
SMALL: Final = 0.002  # share of the whole area below which a part widens no box


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One outline: the outer rings of its parts, the largest first."""

    id: str
    name: str
    rings: tuple[Points, ...]

    @property
    def middle(self) -> tuple[float, float]:
        """Latitude and longitude of the centroid of its largest part and of those as large as half of it."""
        largest = _area(self.rings[0])
        weighed = [(_area(ring), _centroid(ring)) for ring in self.rings if _area(ring) >= largest / 2]
        whole = sum(area for area, _ in weighed) or 1.0
        x, y = (sum(area * centre[axis] for area, centre in weighed) / whole for axis in (0, 1))
        return (
            (float(y), turned(float(x)))
            if largest
            else (float(self.rings[0][0, 1]), float(self.rings[0][0, 0]))
        )

    @property
    def box(self) -> Box:
        """The box around its parts, without specks and what is overseas; west > east across 180 degrees."""
        whole = sum(map(_area, self.rings))
        first = _centroid(self.rings[0])
        main = [
            ring
            for number, ring in enumerate(self.rings)
            if not number or (_area(ring) >= SMALL * whole and _apart(_centroid(ring), first) < FAR)
        ]
        points = np.concatenate(main)
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        return float(south), turned(float(west)), float(north), turned(float(east))

    def holds(self, points: Points) -> npt.NDArray[np.bool_]:
        """Say of each point whether it lies inside one of the parts."""
        inside = np.zeros(len(points), dtype=np.bool_)
        for ring in self.rings:
            low, high = ring.min(axis=0), ring.max(axis=0)
            near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
            if len(near):
                inside[near] ^= _inside(ring, points[near])
        return inside


def joined(parts: Iterable[Shape]) -> Shape:
    """Return outlines as one; its name is that of the largest where there is only one."""
    its = sorted(parts, key=lambda part: _area(part.rings[0]), reverse=True)
    rings = sorted((ring for part in its for ring in part.rings), key=_area, reverse=True)
    return Shape(id=its[0].id, name=its[0].name if len(its) == 1 else "", rings=tuple(rings))


def turned(longitude: float) -> float:
    """Return a longitude from -180 to 180.

    >>> turned(190.0), turned(-180.0), turned(37.5)
    (-170.0, -180.0, 37.5)
    """
    return longitude - 360 if longitude > 180 else longitude + 360 if longitude < -180 else longitude


def shapes(path: Path, name: str | None = None) -> Iterator[Shape]:
    """Return the outlines of an object of a TopoJSON file, the first where no name is given."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    objects = topology["objects"]
    for geometry in objects[name or next(iter(objects))]["geometries"]:
        kind = geometry.get("type")
        if kind not in {"Polygon", "MultiPolygon"}:
            continue
        parts = [geometry["arcs"]] if kind == "Polygon" else geometry["arcs"]
        rings = sorted((_ring(part[0], arcs) for part in parts), key=_area, reverse=True)
        yield Shape(
            id=str(geometry.get("id", "")),
            name=(geometry.get("properties") or {}).get("name") or "",
            rings=tuple(rings),
        )


def _arcs(topology: Mapping[str, Any]) -> list[Points]:
    scale = np.array(topology["transform"]["scale"])
    translate = np.array(topology["transform"]["translate"])
    return [
        np.cumsum(np.array(arc, dtype=np.float64), axis=0) * scale + translate for arc in topology["arcs"]
    ]


def _ring(indices: Sequence[int], arcs: Sequence[Points]) -> Points:
    pieces: Iterable[Points] = (arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices)
    ring = np.concatenate([piece if not number else piece[1:] for number, piece in enumerate(pieces)])
    if np.abs(np.diff(ring[:, 0])).max() > 180:  # across the 180th meridian: 179, -179 becomes 179, 181
        ring[:, 0] = np.unwrap(ring[:, 0], period=360)
    return ring


def _apart(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Return how many degrees of latitude two points are apart, roughly."""
    squeezed = (left[0] - right[0]) * np.cos(np.radians((left[1] + right[1]) / 2))
    return float(np.hypot(squeezed, left[1] - right[1]))


def _centroid(ring: Points) -> tuple[float, float]:
    """Return longitude and latitude of the middle of a ring."""
    origin = ring[0]  # near the numbers that are subtracted: small rings lose nothing to rounding
    (x, y), (following_x, following_y) = (ring[:-1] - origin).T, (ring[1:] - origin).T
    cross = x * following_y - following_x * y
    whole = cross.sum()
    if not whole:
        return float(ring[:, 0].mean()), float(ring[:, 1].mean())
    return (
        float(((x + following_x) * cross).sum() / (3 * whole) + origin[0]),
        float(((y + following_y) * cross).sum() / (3 * whole) + origin[1]),
    )


def _area(ring: Points) -> float:
    x, y = ring.T
    squeezed = x * np.cos(np.radians(y.mean()))
    return float(abs(np.dot(squeezed[:-1], y[1:]) - np.dot(squeezed[1:], y[:-1])) / 2)


def _inside(ring: Points, points: Points) -> npt.NDArray[np.bool_]:
    inside = np.zeros(len(points), dtype=np.bool_)
    for (x1, y1), (x2, y2) in pairwise(ring):
        if y1 == y2:
            continue
        crossed = (points[:, 1] > y1) != (points[:, 1] > y2)
        inside ^= crossed & (points[:, 0] < (x2 - x1) * (points[:, 1] - y1) / (y2 - y1) + x1)
    return inside
