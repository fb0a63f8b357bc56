"""What a list says where nothing was found: with which filters, and what to try."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

import click
from click.core import ParameterSource

from tocsin.cli.clean import one_line

T = TypeVar("T")

_DEFAULT = ParameterSource.DEFAULT
_NO_FILTERS = frozenset(("path", "form", "limit", "out", "verdict", "why", "who", "history", "progress"))
_TRY = {
    "by": "--by takes words of a name: tocsin entities --about WORDS lists how the reports call whom",
    "about": "--about wants all its words: try fewer, or a beginning such as troop*",
    "words": "all the words must be there: try fewer, or a beginning such as troop*",
    "holder": "--holder takes words of a name: tocsin figures without it shows whose they are",
    "measure": "tocsin figures without it shows what is counted: troops, killed, …",
    "since": "tocsin documents lists the reports with their days",
    "as_of": "tocsin documents lists the reports with their days",
}


def or_nothing(found: Iterable[T]) -> Iterator[T]:
    """Return what was found; where that is nothing, it is said on standard error, with the filters given."""
    every = iter(found)
    for first in every:
        return chain((first,), every)
    context = click.get_current_context()
    given = {n: v for n, v in context.params.items() if context.get_parameter_source(n) is not _DEFAULT}
    asked = _filters(given)
    click.echo(f"nothing found{' with ' if asked else ''}{', '.join(asked.values())}", err=True)
    click.echo(f"→ {_advice(asked)}", err=True)
    return every


def _filters(params: Mapping[str, object]) -> dict[str, str]:
    """Return the filters that were given, by name, as they are typed.

    >>> _filters({"path": "a.tocsin", "by": "Marta Lind", "open": True, "since": None})
    {'by': '--by "Marta Lind"', 'open': '--open'}
    """
    given = {name: value for name, value in params.items() if value and name not in _NO_FILTERS}
    return {name: _typed(name, value) for name, value in given.items()}


def _typed(name: str, value: object) -> str:
    if name == "words" and isinstance(value, tuple):
        return _quoted(" ".join(map(str, value)))
    flag = f"--{name.replace('_', '-')}"
    return flag if value is True else f"{flag} {_quoted(str(value))}"


def _quoted(words: str) -> str:
    line = one_line(words)
    return f'"{line}"' if " " in line else line


def _advice(asked: Mapping[str, str]) -> str:
    if not asked:
        return "put reports into the case: tocsin read PATH --case FILE"
    told = next((_TRY[name] for name in _TRY if name in asked), None)
    if told:
        return told
    return "leave one of them out" if len(asked) > 1 else "leave it out to see what there is"
