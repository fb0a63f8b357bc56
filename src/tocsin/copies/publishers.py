"""Who sells text to others and which outlets are of one house, as ``publishers.toml`` has them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """An agency, or an outlet whose text others print; ``marks`` are what a credit calls it."""

    name: str
    marks: tuple[str, ...]
    outlets: frozenset[str]
    agency: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishers:
    """All that is known of publishers."""

    sellers: tuple[Seller, ...]
    houses: Mapping[str, str]  # by outlet
    opens: tuple[str, ...]  # how a press release begins, lower case
    hosts: tuple[str, ...]  # of issuers

    def seller_of(self, outlet: str | None) -> Seller | None:
        """Return the seller that an outlet is.

        >>> publishers().seller_of("https://www.reuters.com/world").name
        'Reuters'
        """
        if outlet is None:
            return None
        name = bare(outlet)
        return next((one for one in self.sellers if name in one.outlets), None)

    def house_of(self, outlet: str | None) -> str | None:
        """Return the house that an outlet is of.

        >>> publishers().house_of("www.sfgate.com"), publishers().house_of("kyivpost.com")
        ('Hearst', None)
        """
        return None if outlet is None else self.houses.get(bare(outlet))


def bare(outlet: str) -> str:
    """Return an outlet's name or address without what stands around it, in lower case.

    >>> bare("https://www.cnn.com/world"), bare("New York Times")
    ('cnn.com', 'new york times')
    """
    name = outlet.strip().lower()
    return name.removeprefix("https://").removeprefix("http://").removeprefix("www.").partition("/")[0]


@cache
def publishers() -> Publishers:
    """Return what the package ships."""
    data = tomllib.loads(resources.files("tocsin.copies").joinpath("publishers.toml").read_text("utf-8"))
    sellers = [
        Seller(
            name=row["name"],
            marks=tuple(row["marks"]),
            outlets=frozenset(map(bare, row["outlets"])),
            agency=kind == "agency",
        )
        for kind in ("agency", "service")
        for row in data[kind]
    ]
    houses = {bare(outlet): row["name"] for row in data["house"] for outlet in row["outlets"]}
    release = data["release"]
    return Publishers(
        sellers=tuple(sellers),
        houses=houses,
        opens=tuple(release["opens"]),
        hosts=tuple(release["hosts"]),
    )
