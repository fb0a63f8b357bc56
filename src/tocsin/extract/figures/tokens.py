"""The tokens of a stretch of text as the number grammar reads them: numerals, words, single marks."""

import re
from dataclasses import dataclass
from typing import Final, Self

from tocsin.extract.tree import Tree

_NUMERAL: Final = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)"  # 1,200,000 and 12,00,000
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)|\d{1,3}(?:\.\d{3})+,\d+(?!\d)"  # 1.200.000,5
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d|,\d|-|\.\d|[ \u00a0]\d)"  # 1 200 000
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+\.\d+"
    r"|\d+,\d{1,2}(?![\d,])"  # 2,5
    r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+"
)
_TOKEN: Final = re.compile(
    rf"(?:https?://|www\.)\S+|(?:{_NUMERAL})|['’](?:s|re|ve|ll|d|t|m)\b|[^\W\d_]+|\S", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens in order; ``tags`` are Penn tags, "" where the model gave none."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]  # as written
    low: tuple[str, ...]
    tags: tuple[str, ...]
    tagged: bool

    @classmethod
    def of(cls, text: str, start: int, end: int, tree: Tree | None = None) -> Self:
        """Return the tokens of text[start:end].

        >>> Tokens.of("In T-72s, 1,200 men", 0, 19).low
        ('in', 't', '-', '72', 's', ',', '1,200', 'men')
        """
        places = [match.span() for match in _TOKEN.finditer(text, start, end)]
        forms = tuple(text[s:e] for s, e in places)
        known = tree if tree is not None and len(tree) else None
        return cls(
            text,
            tuple(s for s, _ in places),
            tuple(e for _, e in places),
            forms,
            tuple(form.lower() for form in forms),
            _tags(known, places) if known else ("",) * len(forms),
            known is not None,
        )

    def __len__(self) -> int:
        return len(self.forms)

    def glued(self, number: int) -> bool:
        """Tell whether a token and the next stand without a space between."""
        return 0 <= number < len(self) - 1 and self.ends[number] == self.starts[number + 1]

    def at(self, number: int) -> str:
        """Return a token in lower case, "" beyond the ends."""
        return self.low[number] if 0 <= number < len(self) else ""

    def form(self, number: int) -> str:
        """Return a token as written, "" beyond the ends."""
        return self.forms[number] if 0 <= number < len(self) else ""

    def tag(self, number: int) -> str:
        """Return a token's tag, "" beyond the ends or where there is none."""
        return self.tags[number] if 0 <= number < len(self) else ""

    def spells(self, number: int, words: tuple[str, ...]) -> bool:
        """Tell whether words stand from a token on."""
        return self.low[number : number + len(words)] == words if number >= 0 else False

    def longest(self, number: int, phrases: dict[tuple[str, ...], str], most: int) -> int:
        """Return how many tokens the longest of some phrases takes from a token on, 0 for none."""
        for length in range(min(most, len(self) - number), 0, -1):
            if self.low[number : number + length] in phrases:
                return length
        return 0

    def before(self, number: int, phrases: dict[tuple[str, ...], str], most: int) -> int:
        """Return how many tokens the longest of some phrases takes right before a token, 0 for none."""
        for length in range(min(most, number), 0, -1):
            if self.low[number - length : number] in phrases:
                return length
        return 0

    def is_numeral(self, number: int) -> bool:
        """Tell whether a token is written in digits."""
        form = self.form(number)
        return form[:1].isdecimal() or (form[:1] == "." and form[1:2].isdecimal())

    def is_capital(self, number: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.form(number)[:1].isupper()


def _tags(tree: Tree, places: list[tuple[int, int]]) -> tuple[str, ...]:
    found = []
    for start, _ in places:
        word = tree.at(start)
        found.append("" if word is None else tree.tag(word))
    return tuple(found)


def split(phrase: str) -> tuple[str, ...]:
    """Return the tokens of a phrase of a data file, in lower case.

    >>> split("km / h"), split("no fewer than")
    (('km', '/', 'h'), ('no', 'fewer', 'than'))
    """
    return tuple(match[0].lower() for match in _TOKEN.finditer(phrase))
