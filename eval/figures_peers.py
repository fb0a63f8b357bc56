"""Other extractors of quantities on the same sentences, where they are installed; none is needed.

quantulum3 (MIT), Microsoft's recognizers (``recognizers-text-suite``, MIT) and CQE (GPL: compared with,
never built on). What each gives becomes NewsQuant's terms as CQE's own evaluation does it: units by
the table ``[peers]`` of ``figures.toml``; quantulum3 gives one value for a range, so the gold's range
counts as its mean there; neither it nor the recognizers tell changes.
"""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from typing import Protocol

from eval.figures import Marked, peer_unit

Peer = Callable[[str], list[Marked]]


class Found(Protocol):
    """What is read of a recognizer's result."""

    start: int
    end: int
    resolution: dict[str, str]


def peers() -> dict[str, Peer]:
    """Return the installed peers by name."""
    makers = {"quantulum3": ("quantulum3", _quantulum), "MS recognizers": ("recognizers_suite", _recognizers),
              "CQE": ("CQE", _cqe)}  # fmt: skip
    return {name: make() for name, (package, make) in makers.items() if find_spec(package) is not None}


def found(peer: Peer, texts: Sequence[str]) -> list[list[Marked]]:
    """Return what a peer finds in each sentence; a sentence on which it fails counts as empty."""
    return [_safely(peer, text) for text in texts]


def _safely(peer: Peer, text: str) -> list[Marked]:
    try:
        return peer(text)
    except Exception:  # noqa: BLE001 - a peer that fails on a sentence has found nothing there
        return []


def _quantulum() -> Peer:
    parser = import_module("quantulum3.parser")

    def read(text: str) -> list[Marked]:
        return [Marked(float(q.value), None, peer_unit(q.unit.name)) for q in parser.parse(text)]

    return read


def _recognizers() -> Peer:
    units = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer("en-us")
    numbers = import_module("recognizers_number").NumberRecognizer("en-us")
    models = (
        units.get_currency_model(), units.get_dimension_model(), units.get_temperature_model(),
        numbers.get_percentage_model(), units.get_age_model(), numbers.get_number_model(),
    )  # fmt: skip

    def read(text: str) -> list[Marked]:
        return _apart(chain.from_iterable(model.parse(text) for model in models))

    return read


def _apart(results: Iterable[Found]) -> list[Marked]:
    """Keep the first of results that overlap: a plain number within a currency's is none of its own."""
    taken: list[tuple[int, int]] = []
    kept = []
    for result in results:
        value = (result.resolution or {}).get("value")
        if value is None or any(result.start <= end and start <= result.end for start, end in taken):
            continue
        taken.append((result.start, result.end))
        unit = "percentage" if value.endswith("%") else result.resolution.get("unit", "-")
        kept.append(Marked(float(value.rstrip("%").replace(",", "")), None, peer_unit(unit)))
    return kept


def _cqe() -> Peer:
    parser = import_module("CQE.CQE").CQE()

    def read(text: str) -> list[Marked]:
        marked = []
        for quantity in parser.parse(text):
            value = quantity.value
            ends = (value.lower, value.upper) if hasattr(value, "lower") else (value.value, None)
            high = float(ends[1]) if ends[1] is not None else None
            unit = quantity.unit.norm_unit.strip().lower()
            marked.append(Marked(float(ends[0]), high, unit, change=quantity.change.change.strip()))
        return marked

    return read
