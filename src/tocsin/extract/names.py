"""The model's names as records: trimmed, completed, typed, none overlapping another."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import Final, Self

from tocsin.extract.edges import Edges, Syntax, edges
from tocsin.extract.gazette import Gazette, gazette
from tocsin.model.layers import Found, Word
from tocsin.record import Document, Name, NameType, Span, content_id
from tocsin.record.name import BODIES, PLACES

__all__ = ["SPEAKERS", "Gazette", "NameIndex", "extract_names", "gazette"]

SPEAKERS: Final = (NameType.PERSON, *BODIES, *PLACES)  # whose names may stand for who speaks


def extract_names(
    document: Document, found: Iterable[Found], *, language: str, version: str, words: Sequence[Word] = ()
) -> tuple[Name, ...]:
    """Return the names of a report in order; of two that overlap the likelier stays.

    ``words`` are those of the model's pass: their syntax tells where a person's name begins.
    """
    known = gazette(language)
    text = document.text
    names = []
    mended = _mended(text, found, edges(language), Syntax.of(words))
    for start, end, label, score in _with_listed(text, _apart(mended), known):
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
_AROUND: Final = 20
_LISTED: Final = 0.9  # how sure a name is that a list alone tells


def _mended(text: str, found: Iterable[Found], known: Edges, syntax: Syntax | None) -> Iterator[_Tidied]:
    for item in found:
        for first, last in known.apart(text, item.start, item.end):
            if (place := known.mended(text, first, last, item.label)) is not None:
                start = known.completed(text, place[0], syntax) if item.label == "PER" else place[0]
                yield start, place[1], item.label, item.score


def _apart(found: Iterable[_Tidied]) -> list[_Tidied]:
    """Keep the likelier of two overlapping names, the longer of two as likely."""
    kept: list[_Tidied] = []
    for item in sorted(found, key=lambda f: (f[0], f[1], f[2])):
        if kept and item[0] < kept[-1][1]:
            kept[-1] = max(kept[-1], item, key=lambda f: (f[3], f[1] - f[0]))
        else:
            kept.append(item)
    return kept


def _with_listed(text: str, found: list[_Tidied], known: Gazette) -> list[_Tidied]:
    """Return the names with those added that the lists know and the model missed or took in pieces."""
    kept: list[_Tidied] = []
    waiting = deque(found)
    for match in known.listed.finditer(text):
        start, end = match.span()
        while waiting and waiting[0][1] <= start:
            kept.append(waiting.popleft())
        inside = list(takewhile(partial(_begins_before, end), waiting))
        taken = any(name[0] < start or name[1] > end or name[:2] == (start, end) for name in inside)
        if taken or (match[0] in known.short and _in_capitals(text, start, end)):
            continue
        kept.append((start, end, "MISC", _LISTED))
        for _ in inside:
            waiting.popleft()
    return [*kept, *waiting]


def _begins_before(end: int, name: _Tidied) -> bool:
    return name[0] < end


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a short name are written in capitals, too: "JOIN US NOW"."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    around = before + text[end : end + _AROUND].partition("\n")[0]
    return not any(letter.islower() for letter in around) and any(letter.isupper() for letter in around)


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
