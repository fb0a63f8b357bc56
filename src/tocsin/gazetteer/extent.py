"""The boxes of countries and divisions, grown town by town."""

from dataclasses import dataclass, field

from tocsin.gazetteer.writing import Box


@dataclass(slots=True)
class Extent:
    """How far the points seen so far reach; east and west of Greenwich apart, for the 180th meridian."""

    latitudes: list[float] = field(default_factory=list)  # lowest and highest
    eastern: list[float] = field(default_factory=list)
    western: list[float] = field(default_factory=list)

    def add(self, latitude: float, longitude: float) -> None:
        """Reach as far as this point, too."""
        _widen(self.latitudes, latitude)
        _widen(self.western if longitude < 0 else self.eastern, longitude)

    @property
    def is_wide(self) -> bool:
        """Whether it is more than a single point."""
        return any(ends[0] < ends[1] for ends in (self.latitudes, self.eastern, self.western) if ends)

    @property
    def box(self) -> Box | None:
        """The box around the points: over the 180th meridian where that is the shorter way."""
        if not self.latitudes:
            return None
        (south, north), sides = self.latitudes, (*self.western, *self.eastern)
        if self.western and self.eastern and self.eastern[0] - self.western[1] > 180:
            return south, self.eastern[0], north, self.western[1]
        return south, min(sides), north, max(sides)


def _widen(ends: list[float], value: float) -> None:
    if ends:
        ends[:] = min(ends[0], value), max(ends[1], value)
    else:
        ends.extend((value, value))
