"""Which of the places that reports name lies in which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.record import Extraction, Place
from tocsin.resolve.places.scoring import inside


def places_in(extractions: Iterable[Extraction]) -> dict[str, Place]:
    """Return the places that reports name, by id."""
    return {each.place.id: each.place for one in extractions for each in one.toponyms if each.place}


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """Places by id."""

    places: Mapping[str, Place]

    def within(self, inner: str, outer: str) -> bool:
        """Tell whether the first place lies in the second or is the same; False for those not here."""
        if inner == outer:
            return True
        one, other = self.places.get(inner), self.places.get(outer)
        return one is not None and other is not None and inside(one, other)

    @property
    def names(self) -> dict[str, str]:
        """The names of the places, by id."""
        return {id_: place.name for id_, place in self.places.items()}
