"""Microsoft's specs of English numbers, ranges, percentages and units (``ms_recognizers_specs``, MIT).

A case is passed where we find the values that it expects, and no others; of a range both ends (an
open end is none), of a unit its name, too. The specs speak to an assistant that takes every number
("192.168.1.2" is four, "one" in "this one" is one); we leave out what is no quantity, so that not
all of them can pass. Cases that the specs themselves mark as unsupported in Python are left out.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from pathlib import Path

from eval.figures import peer_unit, unit_name
from eval.gold import digest_of
from eval.metrics import Counts
from eval.rows import Place, Row, make_rows
from tocsin.extract.figures import quantities_in
from tocsin.extract.figures.make import limits
from tocsin.extract.figures.quantities import Kind, Quantity
from tocsin.model.layers import Layers

SET = "ms_recognizers"
FILES = {
    "numbers": "Number/English/NumberModel.json",
    "ranges": "Number/English/NumberRangeModel.json",
    "percentages": "Number/English/PercentModel.json",
    "currencies": "NumberWithUnit/English/CurrencyModel.json",
    "dimensions": "NumberWithUnit/English/DimensionModel.json",
    "temperatures": "NumberWithUnit/English/TemperatureModel.json",
    "ages": "NumberWithUnit/English/AgeModel.json",
}
_KINDS = {
    "percentages": (Kind.PERCENT,),
    "currencies": (Kind.MONEY,),
    "dimensions": (Kind.PHYSICAL,),
    "temperatures": (Kind.PHYSICAL,),
    "ages": (Kind.AGE,),
}
Value = tuple[float | None, float | None, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the values that are expected of it."""

    text: str
    expected: tuple[Value, ...]


def cases(path: Path, group: str) -> Iterator[Case]:
    """Yield the cases of a file whose results can be read."""
    for row in json.loads(path.read_text("utf-8-sig")):
        if "python" in row.get("NotSupported", ""):
            continue
        expected = [
            _value(result["Resolution"], group) for result in row["Results"] if result.get("Resolution")
        ]
        if all(value is not None for value in expected):
            yield Case(row["Input"], tuple(value for value in expected if value is not None))


def _value(resolution: dict[str, str], group: str) -> Value | None:
    value, unit = resolution.get("value"), resolution.get("unit", "")
    if not value:
        return None
    try:
        if group == "ranges":
            low, high = value.strip("[]()").split(",")
            return (float(low) if low else None, float(high) if high else None, "")
        number = float(value.rstrip("%").replace(",", ""))
    except ValueError:
        return None
    return number, number, peer_unit(unit) if unit and group in ("dimensions", "temperatures") else ""


def found(text: str, group: str) -> list[Value]:
    """Return our values of a text."""
    layers = (
        Layers(sentences=((0, len(text)),), names=(), attributions=())
        if text
        else Layers(sentences=(), names=(), attributions=())
    )
    values: list[Value] = []
    for _, quantity in quantities_in(text, layers, language="en"):
        if quantity.kind in _KINDS.get(group, tuple(Kind)):
            values.append(_ours(quantity, group))
    return values


def _ours(quantity: Quantity, group: str) -> Value:
    if group == "ranges":
        low, _, high = limits(quantity)
        return low, high, ""
    unit = unit_name(quantity.unit) if quantity.unit and group in ("dimensions", "temperatures") else ""
    return quantity.low, quantity.high, unit


def passes(case: Case, group: str) -> bool:
    """Tell whether we find just what a case expects.

    >>> passes(Case("up by 12%", ((12.0, 12.0, ""),)), "percentages")
    True
    """
    values = found(case.text, group)
    if len(values) != len(case.expected):
        return False
    pairs = zip(sorted(values, key=_order), sorted(case.expected, key=_order), strict=True)
    return all(_same(one, other) for one, other in pairs)


def _order(value: Value) -> tuple[float, float]:
    return (value[0] or 0.0, value[1] or 0.0)


def _same(one: Value, other: Value) -> bool:
    ends = zip(one[:2], other[:2], strict=True)
    equal = all(a == b or (a is not None and b is not None and isclose(a, b, rel_tol=1e-6)) for a, b in ends)
    return equal and (not other[2] or one[2] == other[2])


def rows(data: Path, *, split: str = "all") -> tuple[list[Row], str]:
    """Return a row for each file of the specs, the share of its cases that pass, and the files' digest."""
    folder = data / "ms_recognizers_specs"
    files = {group: folder / name for group, name in FILES.items() if (folder / name).is_file()}
    measures = {
        group: [Counts(right=int(passes(case, group)), found=1, gold=1) for case in cases(path, group)]
        for group, path in files.items()
    }
    place = Place(task="figures", set=SET, split=split)
    return make_rows(place, measures), digest_of(sorted(files.values()), data) if files else ""
