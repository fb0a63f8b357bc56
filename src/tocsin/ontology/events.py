"""PLOVER's types, modes and scores as data, and what else is known of events whatever the language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from tocsin.record import Act, EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One event type: its quad class ("verbal conflict"), its score, and the scores of its modes."""

    type: EventType
    quad: str
    score: float
    modes: MappingProxyType[str, float]

    @property
    def verbal(self) -> bool:
        """Tell whether events of the type are done in words."""
        return self.quad.startswith("verbal")


@cache
def kinds() -> MappingProxyType[EventType, Kind]:
    """Return PLOVER's sixteen types by their code.

    >>> kinds()[EventType.ASSAULT].modes["heavy-weapons"], kinds()[EventType.AGREE].quad
    (-9.5, 'verbal cooperation')
    """
    data = _section(_table("events"), "types")
    return MappingProxyType({kind: _kind(kind, _section(data, kind.value)) for kind in EventType})


def _kind(kind: EventType, data: dict[str, object]) -> Kind:
    modes = _section(data, "modes") if "modes" in data else {}
    return Kind(
        type=kind,
        quad=str(data["quad"]),
        score=_number(data["score"]),
        modes=MappingProxyType({mode: _number(score) for mode, score in modes.items()}),
    )


def score(kind: EventType, mode: str | None = None) -> float:
    """Return PLOVER's score of a type, or of its mode where that has one of its own.

    >>> score(EventType.MOBILIZE), score(EventType.MOBILIZE, "troops")
    (-5.5, -6.5)
    """
    found = kinds()[kind]
    return found.modes.get(mode, found.score) if mode else found.score


@cache
def contexts() -> tuple[str, ...]:
    """Return the names of PLOVER's contexts, in the manual's order."""
    return _entries(_table("events"), "contexts")


@cache
def context_words() -> MappingProxyType[str, tuple[str, ...]]:
    """Return the words that tell each context."""
    data = _table("contexts")
    return MappingProxyType({name: _entries(data, name) for name in contexts()})


@cache
def verbal_type(act: Act) -> EventType | None:
    """Return the type of the event that a statement with this act is; None where it is none.

    >>> verbal_type(Act.CONDEMN), verbal_type(Act.SAY)
    (<EventType.ACCUSE: 'ACCUSE'>, None)
    """
    code = _section(_table("scales"), "acts").get(act.value)
    return EventType(code) if isinstance(code, str) else None


@cache
def verbal_mode(act: Act) -> str | None:
    """Return the mode of a verbal event that the act alone tells."""
    mode = _section(_table("scales"), "act_modes").get(act.value)
    return mode if isinstance(mode, str) else None


@cache
def goldstein() -> MappingProxyType[str, float]:
    """Return Goldstein's scale by CAMEO root, "04" to "20".

    >>> goldstein()["19"]
    -10.0
    """
    return MappingProxyType(
        {root: _number(value) for root, value in _section(_table("scales"), "goldstein").items()}
    )


def _number(value: object) -> float:
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"ontology: {value!r} is no number")


@cache
def _table(name: str) -> dict[str, object]:
    return tomllib.loads(resources.files("tocsin.ontology").joinpath(f"{name}.toml").read_text("utf-8"))


def _section(data: dict[str, object], key: str) -> dict[str, object]:
    value = data.get(key)
    if not isinstance(value, dict):
        raise TypeError(f"ontology: {key!r} is no table")
    return value


def _entries(data: dict[str, object], key: str) -> tuple[str, ...]:
    value = data.get(key)
    if not isinstance(value, str):
        raise TypeError(f"ontology: {key!r} is no text")
    return tuple(entry for part in value.split(",") if (entry := " ".join(part.split())))
