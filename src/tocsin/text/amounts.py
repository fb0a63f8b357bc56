"""Quantities as a reader of English writes them."""

from tocsin.record import Bound, Change, Figure

_DECIMALS = 4
_NOT_TOLD = "a number that is not told"
_CHANGES = {Change.RISE: "risen", Change.FALL: "fallen"}
_PLAIN = frozenset({"people"})  # units that the measure tells already: "80,000 troops"
_SIGNS = {"percent": " %"}


def number(value: float) -> str:
    """Return a number with its thousands grouped and no more decimals than it needs.

    >>> number(80000), number(2.5), number(0.33333), number(0.00002)
    ('80,000', '2.5', '0.3333', '2e-05')
    """
    rounded = round(value, _DECIMALS)
    if value and not rounded:
        return f"{value:g}"
    return f"{rounded:,.{_DECIMALS}f}".rstrip("0").rstrip(".")


def amount(figure: Figure) -> str:
    """Return how much a figure says, with bound and unit, and whether it has risen or fallen.

    >>> from tocsin.record import BlockKind, Span
    >>> span = Span.of("more than 80,000 troops", 0, 23)
    >>> amount(Figure(
    ...     id="fig-1", document="doc-1", span=span, low=80000.0, best=None, high=None, bound=Bound.AT_LEAST,
    ...     unit="people", measure="troops", measured=None, holder=None, side=None, place=None, period=None,
    ...     change=Change.RISE, said_in=None, block=BlockKind.BODY, why="a number and its noun", score=0.9,
    ... ))
    'at least 80,000, risen'
    """
    changed = f", {_CHANGES[figure.change]}" if figure.change else ""
    return f"{_bounded(figure)}{changed}"


def _bounded(figure: Figure) -> str:
    low, best, high = figure.low, figure.best, figure.high
    match figure.bound:
        case Bound.EXACT:
            return _one(_first(best, low, high), figure)
        case Bound.ABOUT:
            return f"about {_one(_first(best, low, high), figure)}"
        case Bound.AT_LEAST:
            return f"at least {_one(_first(low, best), figure)}"
        case Bound.AT_MOST:
            return f"at most {_one(_first(high, best), figure)}"
        case Bound.RANGE | Bound.VAGUE:
            vague = " (vague)" if figure.bound is Bound.VAGUE else ""
            return f"{_range(low, high, figure)}{vague}"


def _range(low: float | None, high: float | None, figure: Figure) -> str:
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}{_unit(figure)}"
    if low is not None:
        return f"{number(low)} or more{_unit(figure)}"
    return f"up to {number(high)}{_unit(figure)}" if high is not None else _NOT_TOLD


def _one(value: float | None, figure: Figure) -> str:
    return _NOT_TOLD if value is None else f"{number(value)}{_unit(figure)}"


def _first(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)


def _unit(figure: Figure) -> str:
    if figure.unit is None or figure.unit in _PLAIN or figure.unit == figure.measure:
        return ""
    return _SIGNS.get(figure.unit, f" {figure.unit}")
