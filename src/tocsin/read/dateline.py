"""Datelines ("BRUSSELS, April 13 (Example Wire) —") and lines that say when a report was put out."""

import re
from typing import Final

from tocsin.read.lexicon import Lexicon
from tocsin.read.part import words

# A place, more places or a date after commas, an agency in brackets, a dash, and a sentence's beginning.
_SHAPE: Final = re.compile(
    r"(?P<head>(?P<place>[^\W\d_][^,(;:?!“”\"«»–—\n]{1,38}?)(?:,\s*(?P<more>[^(;:?!“”\"«»–—]{1,40}?))?"
    r"(?:\s*\((?P<agency>[^()]{2,40})\))?)"
    r"\s*(?:[–—]|--|(?<=\s)-(?=\s))\s*(?=[\"'“‘«(\[]*[^\W_a-z])"
)
_CLOCK: Final = re.compile(r"(?<![\d.,$-])[0-2]?\d[:.][0-5]\d(?![\d%])|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b")
_NO_STAMP: Final = ("–", "—", "-", "|")  # a post's author and date; a table
_LONGEST_STAMP: Final = 120
_LONGEST_PLACE: Final = 4  # words: "RIO DE JANEIRO", "TURKISH REPUBLIC OF …" is no dateline


def dateline(paragraph: str, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the dateline that begins a paragraph and where it ends, its dash included; None without one.

    >>> from tocsin.read.lexicon import lexicon
    >>> dateline("BRUSSELS, April 13 (Example Wire) — Allies met.", lexicon())
    ('BRUSSELS, April 13 (Example Wire)', 35)
    >>> dateline("NATO – an alliance – met.", lexicon()) is None
    True
    """
    found = _SHAPE.match(paragraph)
    if found is None:
        return None
    place, more, agency = found["place"].strip(), found["more"] or "", found["agency"] or ""
    if not _is_place(place, lexicon, credited=bool(agency) and is_name(agency, lexicon)):
        return None
    if more and not _is_date_or_place(more, lexicon):
        return None
    return found["head"].strip(), len(paragraph[: found.end()].rstrip())


def is_stamp(line: str, lexicon: Lexicon) -> bool:
    """Tell a line that says when (and by whom) a report was put out, and nothing else.

    >>> from tocsin.read.lexicon import lexicon
    >>> is_stamp("Example Daily | Monday 12 April 2021, 23.55", lexicon())
    True
    """
    if len(line) > _LONGEST_STAMP or line.startswith(_NO_STAMP):
        return False
    if line.endswith((".", "!", "?", ":")) and not _CLOCK.search(line):
        return False
    found = words(line)
    folded = [word.casefold() for word in found]
    dated = any(word in lexicon.months or word in lexicon.weekdays for word in folded)
    timed = bool(_NUMERIC.search(line) or _CLOCK.search(line))
    if not (timed or (dated and any(word.isdigit() for word in folded))):
        return False
    known = lexicon.months | lexicon.weekdays | lexicon.stamp_words
    return all(
        low in known or word[0].isdigit() or word[0].isupper()
        for word, low in zip(found, folded, strict=True)
    )


def is_name(words_of: str, lexicon: Lexicon) -> bool:
    """Tell whether a few words can be the name of people or of a newsroom: capitals and small words only."""
    found = words(words_of)
    capitals = [word for word in found if word[0].isupper()]
    return bool(capitals) and all(
        word[0].isupper() or word[0].isdigit() or word.casefold() in lexicon.small_words for word in found
    )


def _is_place(place: str, lexicon: Lexicon, *, credited: bool) -> bool:
    found = words(place)
    letters = sum(character.isalpha() for character in place)
    if not found or len(found) > _LONGEST_PLACE or letters < 3 or place.casefold() in lexicon.not_places:
        return False
    return place.isupper() or (credited and is_name(place, lexicon))


def _is_date_or_place(more: str, lexicon: Lexicon) -> bool:
    return all(
        word[0].isupper() or word[0].isdigit() or word.casefold() in lexicon.months | lexicon.small_words
        for word in words(more)
    )
