"""How many of what, as a question calls it."""

from dataclasses import replace

from tocsin import Bound, Figure, Finding
from tocsin.text.amounts import amount

_HOW_MANY = "How many "
# units that a noun tells already: "3 ships", not "3 vessels ships"
_COUNTED = frozenset(
    (
        *("people", "vehicles", "aircraft", "vessels", "weapons", "munitions", "formations"),
        *("items", "events", "places"),
    )
)


def count(figure: Figure, finding: Finding) -> str:
    """Return how many of what, as the question calls it: "at least 80,000 troops, risen"."""
    unit = None if figure.unit in _COUNTED else figure.unit
    plain = amount(_in_percent(replace(figure, change=None, unit=unit)))
    changed = amount(figure).removeprefix(amount(replace(figure, change=None)))
    way = f", {figure.modality}" if figure.modality else ""
    vague = " (vague)" if figure.bound is Bound.VAGUE else ""
    return f"{plain.removesuffix(vague)} {_noun(finding)}".rstrip() + vague + changed + way


def _in_percent(figure: Figure) -> Figure:
    """Return a figure of a share as one of percent: half of it is 50 %."""
    if figure.unit != "share":
        return figure
    low, best, high = (
        None if each is None else each * 100 for each in (figure.low, figure.best, figure.high)
    )
    return replace(figure, low=low, best=best, high=high, unit="percent")


def _noun(finding: Finding) -> str:
    """Return what is counted as the question calls it: "troops", "killed"; "" where it does not."""
    measure, words = (finding.question.measure or "").replace("_", " "), finding.question.words
    after = words.removeprefix(_HOW_MANY).rstrip("?")
    if f" {measure} " in f" {after} " or not words.startswith(_HOW_MANY) or " " in measure:
        return measure
    return after.split()[0]  # "armies", of which the measure is "army"
