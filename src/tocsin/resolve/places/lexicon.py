"""The words of a language that tell kind, holder, part and surroundings of a place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.lang import entries, section, table
from tocsin.record.place import PlaceKind
from tocsin.text.fold import fold_name

_CAPITALS: Final = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?"  # a name of one or two words
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Division:
    """A first-order division that words name: its country, None for a part of the world, and its name."""

    country: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What a language's data file says, ready to be matched."""

    kinds: Mapping[str, PlaceKind]  # "oblast": region
    forms: Mapping[PlaceKind, tuple[str, ...]]  # "{} Oblast"
    short: Mapping[str, Division]  # "Ill.", as written
    divisions: re.Pattern[str]  # states written out or shortened, anywhere in a text
    written: Mapping[str, Division]  # "Illinois", as written
    demonyms: Mapping[str, Division]  # folded: "ohioan"
    sides: Mapping[str, str]  # "north-eastern": "northeast"
    seats: Mapping[str, str]  # folded: "white house", with the country in whose capital it is
    common: frozenset[str]  # words that alone are no name: "House", "the Northwest"
    never: frozenset[str]  # words of the calendar, and for what was named: "Monday", "country"
    newspaper: frozenset[str]
    vanity: frozenset[str]
    domains: Mapping[str, str]  # top-level domains that are no country's code: "uk": "gb"
    wording: Mapping[str, re.Pattern[str]]  # by country: words of its own institutions
    countrywide: frozenset[str]  # before a country these do not widen: "around Syria"
    comma_short: re.Pattern[str]  # ", Ill." right after a name
    kind_after: re.Pattern[str]  # " region" right after a name; group 1
    kind_last: re.Pattern[str]  # "region" at a name’s own end; groups: name, kind
    listed_kind: re.Pattern[str]  # ", Clay and Wilkin counties" right after a name; the last group
    kind_of: re.Pattern[str]  # "city of " right before a name; group 1
    holder_before: re.Pattern[str]  # "’s northern city of " from a holder to what it holds
    holder_after: re.Pattern[str]  # ", in northern " from a place to its holder; group 1: a joining word
    side_before: re.Pattern[str]  # "eastern ", "the east of " right before a name; its last group
    side_first: re.Pattern[str]  # "Eastern " in a name
    away_before: re.Pattern[str]  # "30 km east of " right before a name; group 1
    near_before: re.Pattern[str]  # "near " right before a name; group 1
    area_after: re.Pattern[str]  # "’s countryside" right after a name; group 1
    border_before: re.Pattern[str]  # "the border with " right before a name
    border_after: re.Pattern[str]  # "’s eastern border" right after a name; group 1: the side


@cache
def lexicon(language: str) -> Lexicon:
    """Return what a language's data list of places' words."""
    data = table(language, "places")
    kinds = {
        word: PlaceKind(kind)
        for kind in section(data, "kinds")
        for word in entries(section(data, "kinds"), kind)
    }
    holding, relations, papers = (section(data, key) for key in ("holding", "relations", "newspapers"))
    sides = pairs(relations, "directions")
    kind, side = _any(kinds), _any(sides)
    short = {key: Division(c, n) for c, key, n in _by_country(section(data, "abbreviations"))}
    written = {
        name: Division(country, name)
        for country in section(data, "divisions")
        for name in entries(section(data, "divisions"), country)
    }
    ways = _any(entries(holding, "directions"))
    between = rf"(?:{ways}|{_any(entries(holding, 'between'))})"
    joins, near = _any(entries(holding, "joins")), _any(entries(relations, "near"))
    border, part = _any(entries(relations, "border")), _any(word for word in sides if word not in _NOUNS)
    return Lexicon(
        kinds=kinds,
        forms={PlaceKind(key): entries(section(data, "forms"), key) for key in section(data, "forms")},
        short=short,
        written=written,
        divisions=re.compile(rf"(?<![\w-])(?:{_any((*written, *short))})(?![\w])"),
        demonyms={
            fold_name(key): Division(None if c == "other" else c, name)
            for c, key, name in _by_country(section(data, "demonyms"))
        },
        sides=sides,
        seats={fold_name(key): country for key, country in pairs(section(data, "seats"), "capitals").items()},
        common=frozenset((*entries(section(data, "common"), "words"), *kinds, *sides)),
        never=frozenset(
            (*entries(section(data, "common"), "calendar"), *entries(section(data, "common"), "anaphors"))
        ),
        newspaper=frozenset(entries(papers, "words")),
        vanity=frozenset(entries(papers, "vanity")),
        domains=pairs(papers, "codes"),
        wording={
            country: re.compile(rf"(?<!\w)(?:{_any(entries(section(data, 'wording'), country))})(?!\w)")
            for country in section(data, "wording")
        },
        countrywide=frozenset(entries(relations, "countrywide")),
        comma_short=re.compile(rf",\s*({_any(short)})(?![\w])"),
        kind_after=_folding(rf"\s+(?:\w+\s+)?({kind})\b"),
        kind_last=_folding(rf"(.+?)\s+({kind})\.?"),
        listed_kind=re.compile(rf"(?:,\s+(?:and\s+)?{_CAPITALS})*,?\s+and\s+{_CAPITALS}\s+({kind})\b"),
        kind_of=_folding(rf"\b({kind})\s+(?:called\s+)?of\s+(?:the\s+)?$"),
        holder_before=_folding(rf"(?:['’]s?)?\s+(?:{between}\s+){{0,3}}(?:(?:{kind})(?:\s+of)?\s+)?"),
        holder_after=_folding(rf",?\s+\(?(?:({joins})\s+)?(?:the\s+)?(?:{between}['’]?s?\s+){{0,2}}|,\s*"),
        side_before=_folding(
            rf"\b(?:the\s+)?(?:(?P<adjective>{part})|(?P<side>{side})\s+(?:part\s+)?of)\s+(?:the\s+)?$"
        ),
        side_first=_folding(rf"({side})\s+(?=\S)"),
        away_before=_folding(rf"\b({side})\s+of\s+(?:the\s+)?$"),
        near_before=_folding(
            rf"\b({near})\s+(?:the\s+)?(?:(?:{between}\s+){{0,2}}(?:{kind})\s+(?:of\s+)?)?$"
        ),
        area_after=_folding(rf"(?:['’]s?)?\s+({_any(entries(relations, 'area'))})\b"),
        border_before=_folding(
            rf"\b(?:({part})\s+)?(?:{border})\s+(?:with|of|between|to|from)\s+(?:the\s+)?$"
        ),
        border_after=_folding(rf"(?:['’]s?)?\s+(?:({part})\s+)?(?:{border})\b"),
    )


_NOUNS: Final = ("centre", "center", "heart")


def pairs(data: dict[str, object], key: str) -> dict[str, str]:
    """Return the "left: right" entries of a block of text.

    >>> pairs({"codes": "uk: gb, el: gr"}, "codes")
    {'uk': 'gb', 'el': 'gr'}
    """
    split = (entry.rpartition(":") for entry in entries(data, key))
    return {left.strip(): right.strip() for left, _, right in split}


def _by_country(data: dict[str, object]) -> Iterable[tuple[str, str, str]]:
    return ((country, left, right) for country in data for left, right in pairs(data, country).items())


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(_SPACES.sub(r"\\s+", re.escape(word).replace("\\ ", " ")) for word in ordered)


def _folding(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
