"""Where a name begins and ends, where its own words and the syntax tell better than the model."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.extract import tidy
from tocsin.extract.gazette import Gazette, gazette
from tocsin.extract.tidy import Range
from tocsin.lang import entries, table
from tocsin.model.layers import Word

_WORD: Final = re.compile(r"\S+")
_LAST_WORD: Final = re.compile(r"([^\W\d_][\w’'.-]*)[ \xa0]$")
_HYPHENED_BEFORE: Final = re.compile(r"(?<![\w-])[a-z]{2,12}[-–]$")
_HYPHENED_AFTER: Final = re.compile(r"[-–][a-z]{3,12}(?![\w-])")
_DASH: Final = re.compile(r"\s[–—-]\s|(?<!\S)Q\s{2,}")  # and the mark of a question in a transcript
_AFTER: Final = 2  # characters behind a name in which a mark at its end closes
_OF: Final = re.compile(r"(\w+(?: \w+){0,3}) of (?:the )?")
_ARTICLE: Final = "the "
_LONGEST: Final = 30  # characters of a given name
_LONGEST_KNOWN: Final = 4  # words of a state's, people's or body's name
_PROPER: Final = ("NNP", "NNPS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """The word lists that tell a name's ends."""

    titles: frozenset[str]
    kept_titles: frozenset[str]
    generic: frozenset[str]
    credits: frozenset[str]
    kinds_of_place: re.Pattern[str]
    given: frozenset[str]  # first names
    known: Gazette

    def apart(self, text: str, start: int, end: int) -> Iterator[Range]:
        """Yield the names that a dash between spaces joins in the model's span, or a transcript's "Q".

        >>> list(edges("en").apart("NATO – Norland", 0, 14))
        [(0, 4), (7, 14)]
        """
        for dash in _DASH.finditer(text, start, end + _AFTER):
            if dash.start() < end:
                yield start, dash.start()
                start = min(dash.end(), end)
        yield start, end

    def mended(self, text: str, start: int, end: int, label: str) -> Range | None:
        """Return a name's span as a reader would mark it, None if nothing is left.

        >>> text = "Gen. Ada Weir of EU diplomacy left the Lugan region."
        >>> made = edges("en")
        >>> [text[slice(*made.mended(text, s, e, kind))]
        ...  for s, e, kind in ((0, 13, "PER"), (17, 29, "ORG"), (39, 44, "LOC"))]
        ['Ada Weir', 'EU', 'Lugan region']
        """
        place = tidy.name(text, start, end)
        if place is None:
            return None
        start, end = self._uncredited(text, *place)
        if label == "PER":
            return self._untitled(text, start, end)
        if text[start : start + len(_ARTICLE)].lower() == _ARTICLE and self.known.is_known(text[start:end]):
            start += len(_ARTICLE)
        start, end = self._cut(text, self._unranked(text, start, end), end)
        if self.known.is_known(text[start:end]):
            start, end = _hyphened(text, start, end)
        if (
            label == "LOC"
            and (match := self.kinds_of_place.match(text, end))
            and self._is_plain(text[start:end])
        ):
            end = match.end()
        return start, end

    def _untitled(self, text: str, start: int, end: int) -> Range:
        """Leave titles out: "President Weir" → "Weir"; a name of titles only stays as it is."""
        words = [match.span() for match in _WORD.finditer(text, start, end)]
        first = 0
        while first < len(words) - 1 and _plain(text, words[first]) in self.titles:
            first += 1
        if first and first == len(words) - 1 and _plain(text, words[first - 1]) in self.kept_titles:
            first -= 1
        return words[first][0], end

    def _uncredited(self, text: str, start: int, end: int) -> Range:
        """Leave "Copyright" and the photographer's agency of "STR/AFP" out of a name."""
        match = _WORD.match(text, start, end)
        if match and match.end() < end and _plain(text, match.span()) in self.credits:
            start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
        last = text.rfind("/", start, end) + 1
        if last and last < end and text[last:end].casefold() in self.known.media:
            start = last
        return start, end

    def _unranked(self, text: str, start: int, end: int) -> int:
        """Leave an office before a known body out: "High Representative of the European Union"."""
        match = _OF.match(text, start, end)
        if match is None or not self.known.is_known(text[match.end() : end]):
            return start
        words = match[1].lower().split()
        return match.end() if all(word in self.generic or word in self.titles for word in words) else start

    def _cut(self, text: str, start: int, end: int) -> Range:
        """Cut a name after a state, people or body where only generic words follow: "NATO Allies"."""
        words = [match.span() for match in _WORD.finditer(text, start, end)]
        for size in range(min(_LONGEST_KNOWN, len(words) - 1), 0, -1):
            if self.known.is_known(text[start : words[size - 1][1]]):
                rest = [text[slice(*word)] for word in words[size:]]
                if all(word.islower() for word in rest) or all(word.lower() in self.generic for word in rest):
                    return start, words[size - 1][1]
        return start, end

    def _is_plain(self, name: str) -> bool:
        return not self.known.is_known(name)

    def completed(self, text: str, start: int, syntax: "Syntax | None") -> int:
        """Return where a person's name begins whose first words the model left out.

        By the syntax (words of one flat run of proper nouns); where there is none, by the list of
        given names: "[Recep] Tayyip Erdoğan".
        """
        found = syntax.first_of_flat(start) if syntax is not None else None
        if found is not None:
            return found if self._may_begin(text, found) else start
        match = _LAST_WORD.search(text, max(0, start - _LONGEST), start)
        return match.start(1) if match and match[1] in self.given else start

    def _may_begin(self, text: str, start: int) -> bool:
        match = _WORD.match(text, start)
        word = match[0] if match else ""
        return word.rstrip(".").lower() not in self.titles and not self.known.is_known(word)


@dataclass(frozen=True, slots=True)
class Syntax:
    """The words of a report by the code point at which they start."""

    words: Sequence[Word]
    at: dict[int, int]

    @classmethod
    def of(cls, words: Sequence[Word]) -> "Syntax | None":
        """Return the syntax of a report, None where the model gave none."""
        return cls(words, {word.start: number for number, word in enumerate(words)}) if words else None

    def first_of_flat(self, start: int) -> int | None:
        """Return where the flat run of proper nouns begins that a word continues; None outside one."""
        number = self.at.get(start)
        if number is None:
            return None
        word = self.words[number]
        if word.relation != "flat" or not 0 <= word.head < number or word.tag not in _PROPER:
            return start
        run = self.words[word.head : number]
        if any(part.tag not in _PROPER for part in run):
            return start
        joined = all(part.relation == "flat" and part.head == word.head for part in run[1:])
        return run[0].start if joined else start


def _hyphened(text: str, start: int, end: int) -> Range:
    """Return the whole word that hyphens join a name to: "pro-Russian", "Norland-backed"."""
    if match := _HYPHENED_BEFORE.search(text, max(0, start - _LONGEST), start):
        start = match.start()
    if match := _HYPHENED_AFTER.match(text, end):
        end = match.end()
    return start, end


@cache
def edges(language: str) -> Edges:
    """Return the word lists of a language."""
    data, first = table(language, "names"), table(language, "first_names")
    kinds = "|".join(entries(data, "kinds_of_place"))
    return Edges(
        titles=frozenset(entries(data, "titles")),
        kept_titles=frozenset(entries(data, "kept_titles")),
        generic=frozenset(entries(data, "generic")),
        credits=frozenset(entries(data, "credits")),
        kinds_of_place=re.compile(rf"[ \xa0](?:{kinds})\b"),
        given=frozenset((*entries(first, "female"), *entries(first, "male"))),
        known=gazette(language),
    )


def _plain(text: str, word: Range) -> str:
    return text[slice(*word)].strip(".,").lower()
