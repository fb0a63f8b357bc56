"""The gate of a brief: no name and no number that its evidence does not have.

What a line shows is checked by its names (words that begin with a capital) and its numbers. A name stands
where a word of the evidence is the same but for case, accents and a genitive; a number, where its figures
do. A number of a figure stands where the words that it was read from have it, written in figures or not.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tocsin.brief.vocabulary import words as word_lists
from tocsin.record import Figure
from tocsin.text.amounts import number

_NUMBER: Final = r"\d+(?:[.,]\d+|[\u00a0\u202f']\d{3}(?!\d))*"
_DAY: Final = r"\d{4}-\d\d-\d\d"
_TOKEN: Final = re.compile(rf"{_DAY}|{_NUMBER}|[^\W\d_]+")
_GENITIVE: Final = re.compile(r"[’'\u02bc]s?\b")
_MARK: Final = re.compile("[\u0300-\u036f]")
_SEPARATOR: Final = re.compile(r"[.,\u00a0\u202f']")
_THREES: Final = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f']\d{3})+")
_SCALES: Final = (
    (re.compile(r"trillion|\dtn\b|billones", re.IGNORECASE), 1e12),
    (re.compile(r"(?:b|m)illiard|billion|\d ?bn\b|mrd", re.IGNORECASE), 1e9),
    (re.compile(r"million|\d ?mn?\b|mio\b|millones", re.IGNORECASE), 1e6),
    (re.compile(r"thousand|\d ?k\b|tausend|mille\b|\bmil\b", re.IGNORECASE), 1e3),
    (re.compile(r"hundred", re.IGNORECASE), 1e2),
    (re.compile(r"dozen", re.IGNORECASE), 12.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a line may show: words of reports, of reasons and of names, and quantities that were read."""

    words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str], figures: Iterable[Figure] = ()) -> "Evidence":
        """Return what some texts and figures stand for; a figure counts by the words it was read from."""
        words: set[str] = set()
        numbers: set[str] = set()
        for text in texts:
            for token in _tokens(text):
                (numbers if token[0].isdigit() else words).add(_same(token))
        for figure in figures:
            numbers |= {_same(number(value)) for value in _values(figure) if written(value, figure.span.text)}
        return cls(words=frozenset(words), numbers=frozenset(numbers))


def unsupported(shown: str, evidence: Evidence) -> tuple[str, ...]:
    """Return the names and numbers of a line that its evidence does not have, in order.

    >>> unsupported("Marta Lind counts 40 ships", Evidence.of(["Lind: “We count 40.”"]))
    ('Marta',)
    """
    found = []
    for token in _tokens(shown):
        if token[0].isdigit():
            missing = _same(token) not in evidence.numbers
        else:
            missing = token[0].isupper() and not _known(_same(token), evidence)
        if missing:
            found.append(token)
    return tuple(dict.fromkeys(found))


def written(value: float, words: str) -> bool:
    """Tell whether words give a quantity: in figures, with a scale or without; words alone are believed.

    >>> written(2_500_000, "2.5 million people"), written(80_000, "more than 80 troops"), written(4, "four")
    (True, False, True)
    """
    given = [_read(found[0]) for found in re.finditer(_NUMBER, words)]
    if not given:
        return True
    scales = [1.0, *(scale for pattern, scale in _SCALES if pattern.search(words))]
    said = {each * scale for each in {n for both in given for n in both} for scale in scales}
    return any(abs(value - each) <= 1e-6 * max(1.0, abs(each)) for each in said) or bool(
        re.search(r"thousands|hundreds|millions|dozens|tens of", words, re.IGNORECASE)
    )


def _values(figure: Figure) -> tuple[float, ...]:
    return tuple(value for value in (figure.low, figure.best, figure.high) if value is not None)


def _read(digits: str) -> tuple[float, ...]:
    """Return what a run of figures may stand for: 80.000 is both eighty and eighty thousand."""
    whole = (_SEPARATOR.sub("", digits),) if _THREES.fullmatch(digits) else ()
    spellings = {*whole, digits.replace(",", "."), digits.replace(",", "")}
    return tuple(float(each) for each in spellings if re.fullmatch(r"\d+(?:\.\d+)?", each))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_GENITIVE.sub("", text))


def _same(token: str) -> str:
    if token[0].isdigit():
        return _plain(token)
    return _MARK.sub("", unicodedata.normalize("NFKD", token)).casefold()


def _plain(digits: str) -> str:
    """Return a number as numbers are compared: thousands without marks, a point before decimals."""
    if re.fullmatch(_DAY, digits):
        return digits
    return _SEPARATOR.sub("", digits) if _THREES.fullmatch(digits) else digits.replace(",", ".")


def _known(token: str, evidence: Evidence) -> bool:
    return token in evidence.words or token in word_lists().asking
