"""The model's names as records: trimmed, typed, none overlapping another."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

from tocsin.extract import tidy
from tocsin.lang import entries, table
from tocsin.model.layers import Found
from tocsin.record import Document, Name, NameType, Span, content_id

_TYPES: Final = {"PER": NameType.PERSON, "ORG": NameType.ORGANISATION, "LOC": NameType.PLACE}


@dataclass(frozen=True, slots=True)
class Gazette:
    """Names of states and of their people, folded."""

    states: frozenset[str]
    nationalities: frozenset[str]
    bodies: frozenset[str]  # intergovernmental, whatever the model takes them for

    def type_of(self, label: str, text: str) -> NameType:
        """Return the type of a name with the model's label (CoNLL-2003).

        >>> gazette("en").type_of("LOC", "the U.S."), gazette("en").type_of("MISC", "pro-Russian")
        (<NameType.STATE: 'state'>, <NameType.NATIONALITY: 'nationality'>)
        """
        plain = _TYPES.get(label, NameType.OTHER)
        folded = _folded(text)
        if folded in self.bodies:
            return NameType.ORGANISATION
        if plain in (NameType.OTHER, NameType.PLACE) and folded in self.states:
            return NameType.STATE
        if plain in (NameType.OTHER, NameType.PLACE) and self._is_nationality(text):
            return NameType.NATIONALITY
        return plain

    def _is_nationality(self, text: str) -> bool:
        """Tell whether a name, or a part of it that a hyphen joins, is of a people: "Russian-backed"."""
        whole = _folded(text)
        return any(
            part in self.nationalities or part.removesuffix("s") in self.nationalities
            for part in (whole, *whole.replace("–", "-").split("-"))
        )


@cache
def gazette(language: str) -> Gazette:
    """Return the states and nationalities of a language's data."""
    data = table(language, "states")
    return Gazette(
        states=frozenset(map(_folded, (*entries(data, "states"), *entries(data, "variants")))),
        nationalities=frozenset(map(_folded, entries(data, "nationalities"))),
        bodies=frozenset(map(_folded, entries(data, "bodies"))),
    )


def _folded(text: str) -> str:
    """A name without case, full stops, article or kind of apostrophe."""
    plain = " ".join(text.replace(".", "").replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


def extract_names(
    document: Document, found: Iterable[Found], *, language: str, version: str
) -> tuple[Name, ...]:
    """Return the names of a report in order; of two that overlap the likelier stays."""
    known = gazette(language)
    text = document.text
    names = []
    for start, end, label, score in _apart(_tidied(text, found)):
        span = Span.of(text, start, end)
        kind = known.type_of(label, span.text)
        names.append(
            Name(
                id=content_id("nam", document.id, "name", f"{start}:{end}", version),
                document=document.id,
                type=kind,
                span=span,
                score=min(1.0, max(0.0, score)),
            )
        )
    return tuple(names)


_Tidied = tuple[int, int, str, float]


def _tidied(text: str, found: Iterable[Found]) -> Iterator[_Tidied]:
    for item in found:
        if (place := tidy.name(text, item.start, item.end)) is not None:
            yield (*place, item.label, item.score)


def _apart(found: Iterable[_Tidied]) -> list[_Tidied]:
    """Keep the likelier of two overlapping names, the longer of two as likely."""
    kept: list[_Tidied] = []
    for item in sorted(found, key=lambda f: (f[0], f[1], f[2])):
        if kept and item[0] < kept[-1][1]:
            kept[-1] = max(kept[-1], item, key=lambda f: (f[3], f[1] - f[0]))
        else:
            kept.append(item)
    return kept


@dataclass(frozen=True, slots=True)
class NameIndex:
    """A report's names, to be asked for by place."""

    names: tuple[Name, ...]
    starts: tuple[int, ...]
    surnames: frozenset[str]  # last words of persons' names

    @classmethod
    def of(cls, names: tuple[Name, ...]) -> Self:
        """Return the index of names that stand in order."""
        persons = (name.span.text for name in names if name.type is NameType.PERSON)
        return cls(names, tuple(name.span.start for name in names), frozenset(p.split()[-1] for p in persons))

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """Return the names that start in [start, end) and end there."""
        found = self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return found if not found or found[-1].span.end <= end else found[:-1]

    def after(self, offset: int) -> Name | None:
        """Return the first name that starts at or after a code point."""
        number = bisect_left(self.starts, offset)
        return self.names[number] if number < len(self.names) else None

    def before(self, offset: int) -> Name | None:
        """Return the last name that ends at or before a code point."""
        number = bisect_left(self.starts, offset) - 1
        if number >= 0 and self.names[number].span.end > offset:
            number -= 1
        return self.names[number] if number >= 0 else None
