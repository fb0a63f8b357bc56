"""Why a candidate scores as it does: the parts of its score, each in plain words."""

from typing import Final

import numpy as np

from tocsin.record import Candidate, Weight
from tocsin.record.place import PlaceKind
from tocsin.resolve.places.scoring import EARTH, FEATURES, inside, region_of
from tocsin.resolve.places.settling import Settled

KEPT: Final = 5  # candidates of a name
_NEIGHBOURS: Final = 2  # named in a reason
_NEAR: Final = 200.0  # km
_LEAST: Final = 0.05  # parts that count less are not worth a line
_PLAIN: Final = {
    "exact": "its main name is spelled so",
    "renown": "the gazetteer has its name in many languages",
    "other name": "it is known by another name",
    "state": "a state that is told without its country",
    "broad": "a part of the world that has one such name",
    "country named": "its country is named in the report",
    "capital": "the capital of a country that the report is about",
    "famous": "the best known place of this name, in a report on more than one country",
    "domain": "the outlet’s address is of this country",
    "wording": "the report’s words for institutions are this country’s",
    "outlet": "the outlet bears the name: small namesakes have papers, too",
    "its city’s name": "a division that bears the name of its chief city, which is rather meant",
    "same name": "placed here elsewhere in the report",
}


def candidates(group: int, settled: Settled) -> tuple[Candidate, ...]:
    """Return the likeliest candidates of a group, best first, each with all that counts for or against it."""
    found = []
    for row in settled.ranked(group, KEPT):
        place = settled.table.options[row].place
        around = (region_of(place) if place.kind is not PlaceKind.REGION else None, place.country)
        told = ", ".join(part for part in (place.name, around[0], around[1] and around[1].upper()) if part)
        found.append(
            Candidate(
                id=place.id,
                name=told,
                score=round(float(settled.chances[row]), 4),
                weights=weights_of(row, settled),
            )
        )
    return tuple(found)


def weights_of(row: int, settled: Settled) -> tuple[Weight, ...]:
    """Return the parts of a row's score, the weightiest first."""
    values = settled.features[row] * settled.factors
    order = sorted(np.flatnonzero(np.abs(values) >= _LEAST).tolist(), key=lambda n: (-abs(values[n]), n))
    return tuple(
        Weight(part=FEATURES[n], value=round(float(values[n]), 3), why=_why(FEATURES[n], row, settled))
        for n in order
    )


def _why(part: str, row: int, settled: Settled) -> str:
    if part in _PLAIN:
        return _PLAIN[part]
    place = settled.table.options[row].place
    share = f"{settled.features[row, FEATURES.index(part)]:.0%}"
    held = (p.name for p in settled.held[int(settled.table.group[row])] if inside(place, p))
    told = {
        "population": f"{place.population:,} people live there",
        "kind told": f"the words call it a {place.kind.value}",
        "held": f"the words say that it lies in {next(held, '')}",
        "countries": f"{share} of what else is named lies in {place.country}",
        "regions": f"{share} of what else is named lies in {region_of(place)}",
        "named region": f"also named in the report: {region_of(place)}",
    }
    if part in {"close", "around"}:
        return f"also named in the report: {_neighbours(row, settled) or 'places of the area'}"
    return told.get(part) or f"it is a {place.kind.value}"


def _neighbours(row: int, settled: Settled) -> str:
    """Return the names of the nearest places that other groups settled on."""
    table = settled.table
    rows = [r for g, r in settled.best.items() if g != table.group[row] and table.points[r]]
    if not rows:
        return ""
    chords = np.linalg.norm(table.unit[rows] - table.unit[row], axis=1)
    nearest = np.argsort(chords, kind="stable")[:_NEIGHBOURS]
    return ", ".join(
        table.options[rows[int(n)]].place.name for n in nearest if chords[int(n)] * EARTH < _NEAR
    )
