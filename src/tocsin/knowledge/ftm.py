"""FollowTheMoney entities, one JSON object a line, as rows of a list."""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from tocsin.errors import FormatError
from tocsin.knowledge.rows import Row

_TYPES: Final = {
    "Person": ("person", ""),
    "Organization": ("organisation", ""),
    "LegalEntity": ("organisation", ""),
    "Company": ("organisation", "BUS"),
    "PublicBody": ("organisation", "GOV"),
}
_TOPICS: Final = {  # topics of followthemoney that tell a sector
    "gov.igo": "IGO",
    "gov.judicial": "JUD",
    "gov.legislative": "LEG",
    "gov.security": "COP",
    "mil": "MIL",
    "pol.party": "PTY",
    "pol.union": "LAB",
    "rel": "REL",
}
_NAMES: Final = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_COUNTRIES: Final = ("country", "jurisdiction", "nationality", "citizenship")


class _Entity(msgspec.Struct):
    id: str
    schema: str
    properties: dict[str, list[str]] = {}
    caption: str = ""


def ftm_rows(file: str, text: str, known: frozenset[str]) -> Iterator[Row]:
    """Yield a row for each person and body; entities of other schemata (payments, ships …) are left out.

    A country that is not among the ids that are known, is not known: lists have states that are no more.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            entity = msgspec.json.decode(line.encode(), type=_Entity)
        except msgspec.MsgspecError as error:
            raise FormatError(
                f"{file}, line {number}: {error}",
                advice="each line must be one entity: id, schema, properties with lists of texts",
            ) from error
        if entity.schema in _TYPES:
            yield Row(file=file, line=number, cells=_cells(entity, known))


def _cells(entity: _Entity, known: frozenset[str]) -> Mapping[str, str]:
    kind, sector = _TYPES[entity.schema]
    said = entity.properties
    names = list(dict.fromkeys(_safe(name) for field in _NAMES for name in said.get(field, ())))
    country = _country(said, known)
    name = _safe(entity.caption) or (names[0] if names else "")
    return {
        "id": entity.id,
        "name": name,
        "aliases": "|".join(other for other in names if other != name),
        "type": kind,
        "sector": next((_TOPICS[topic] for topic in said.get("topics", ()) if topic in _TOPICS), sector),
        "country": country,
        "gender": _single(said.get("gender", ()), ("male", "female")),
        "wikidata": next(iter(said.get("wikidataId", ())), ""),
        "offices": "|".join(_office(words, country) for words in said.get("position", ()))
        if kind == "person"
        else "",
    }


def _safe(text: str) -> str:
    return " ".join(text.replace("|", " ").split())


def _office(words: str, country: str) -> str:
    # The marks of our own form would cut the words: "Minister: Defence".
    return f"{_safe(words.replace('@', ' ').replace(':', ' '))}@{country}"


def _country(said: Mapping[str, list[str]], known: frozenset[str]) -> str:
    """Return the country where all that tell one agree; a part of one counts for it: gb-sct for gb."""
    codes = {code.partition("-")[0].lower() for field in _COUNTRIES for code in said.get(field, ())}
    found = codes & known
    return found.pop() if len(codes) == 1 and found else ""


def _single(values: list[str] | tuple[()], known: tuple[str, ...]) -> str:
    found = [value.lower() for value in values if value.lower() in known]
    return found[0] if len(found) == 1 else ""
