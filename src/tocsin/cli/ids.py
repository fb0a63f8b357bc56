"""Ids as people type them: which kind they are of, and what to do where there is none."""

import re
from collections.abc import Mapping
from typing import Final

import tocsin
from tocsin import CaseError, Copy, Finding, Story

FOUND: Final = ("fin-", "sto-", "copy-")  # ids of what is found across reports
_LISTS: Final[Mapping[str, str]] = {
    "fin": "findings",
    "sto": "stories",
    "copy": "copies",
    "ent": "entities",
    "doc": "documents",
    "st": "statements",
    "fig": "figures",
    "evt": "events",
    "nam": "names",
    "mom": "moments",
    "rol": "roles",
}
_KIND: Final = {"finding": "fin", "story": "sto", "document": "doc", "entity": "ent", "statement": "st"}
_NO_HYPHEN: Final = re.compile(rf"({'|'.join(_LISTS)})([0-9a-f]*)", re.IGNORECASE)
_NONE: Final = "the case holds no "


def whole(typed: str) -> str:
    """Return an id, or the beginning of one, as it was typed, where it can be one.

    Raises:
        CaseError: it names a kind of record and nothing else, or has no hyphen.
    """
    match = _NO_HYPHEN.fullmatch(_KIND.get(typed.lower(), typed))
    if match is None:
        return typed
    prefix, rest = match[1].lower(), match[2].lower()
    listed = f"tocsin {_LISTS[prefix]} lists the ids"
    advice = f"write {prefix}-{rest}; {listed}" if rest else f"write {prefix}- and some digits; {listed}"
    raise CaseError(f"{typed!r} is no id", advice=advice)


def found_in(case: tocsin.Case, id_: str, as_of: str | None) -> Finding | Story | Copy:
    """Return the finding, story or copy of an id, in a case that is as it was known by ``as_of``.

    Raises:
        CaseError: there is none, or several begin so.
    """
    try:
        return case.found(id_)
    except CaseError as error:
        if as_of is None or not error.message.startswith(_NONE):
            raise
        listed = f"tocsin {_LISTS[id_.partition('-')[0]]} --as-of {as_of}"
        advice = f"with the reports of that time it may have had another id, or not been there: {listed}"
        raise CaseError(f"{error.message} as of {as_of}", advice=advice) from error
