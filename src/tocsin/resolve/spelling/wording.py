"""The words of a body's name: what it calls itself, whose it is, and what it is abbreviated to."""

import re
from collections.abc import Sequence
from typing import Final

from tocsin.resolve.spelling.tables import words
from tocsin.text.fold import fold_name

_TOGETHER: Final = re.compile(r"\b[Cc]o-(?=\w)")  # co-operation
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s\b")
_ONES: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth"),
)
_TENTHS: Final = {
    f"{tens}ieth": number * 10
    for number, tens in enumerate(("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), 2)
}
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th|e|er)$")
_ACRONYM_LETTERS: Final = 3  # "IE", "ND" abbreviate too much
_AMPERSAND: Final = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}")
_AND: Final = re.compile(r"\s*&\s*|\s+(?:and|et|und)\s+", re.IGNORECASE)
_ACRONYM: Final = re.compile(r"[^\W\d_][^\W_]{1,6}$")
_ADJECTIVES: Final = ("ian", "ish", "ese", "ic", "al", "an", "ist", "ive", "ern", "aqi", "eli", "eni")
_ENDINGS: Final = ("inian", "istan", "ian", "ine", "ish", "ese", "ani", "an", "ia", "i", "e", "a")
_STEM: Final = 4
_ROMAN: Final = {"ii": "2", "iii": "3", "iv": "4", "vi": "6"}


def folded_body(name: str) -> str:
    """Return a body's name folded; "First" and "1st" are one."""
    found: list[str] = []
    tens = 0
    for word in fold_name(_TOGETHER.sub("co", _POSSESSIVE.sub("", name))).split():
        ones = _ONES.index(word) + 1 if word in _ONES else 0
        if tens and 0 < ones < 10:
            found.pop()
            ones += tens
        found.append(_ordinal(ones or _TENTHS.get(word, 0)) or word)
        tens = _TENTHS.get(word[:-1] + "ieth", 0) if word.endswith("y") else 0
    return " ".join(found)


def _ordinal(number: int) -> str:
    """Return a number as it is written to count with; "" of none."""
    if not number:
        return ""
    teen = number // 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def body_words(folded: str) -> list[str]:
    """Return a body's words without its legal form and its kind, unless only adjectives were left."""
    found = folded.split()
    legal, kinds = words("legal"), words("kind")
    while len(found) > 1 and found[-1] in legal:
        found.pop()
    first, last = 0, len(found)
    while last > 1 and found[last - 1] in kinds:
        last -= 1
    while first < last - 1 and found[first] in kinds:
        first += 1
    bare = found[first:last]
    return bare if any(map(distinctive, bare)) else found


def distinctive(word: str) -> bool:
    """Return whether a word of a body's name says which one it is, not just whose or of what kind.

    >>> distinctive("wagner"), distinctive("ukrainian"), distinctive("ministry"), distinctive("36th")
    (True, False, False, False)
    """
    if word in words("connecting") or word in words("generic") or word[0].isdigit():
        return False
    return not word.endswith(_ADJECTIVES)


def stem(text: str) -> str:
    """Return a word without the ending that makes a country an adjective; "" where it has none.

    >>> stem("ukraine") == stem("ukrainian"), stem("kurdish") == stem("kurdistan"), stem("azov")
    (True, True, '')
    """
    ending = next((e for e in _ENDINGS if text.endswith(e)), "")
    return text[: -len(ending)] if ending and len(text) - len(ending) >= _STEM else ""


def numeral(text: str) -> str:
    """Return a number as figures alone: "36" of "36th", "3" of "iii"; any other word as it is."""
    found = _ORDINAL.fullmatch(text)
    return found[1] if found else _ROMAN.get(text, text)


def singular(text: str) -> str:
    """Return a word without the s of a plural."""
    return text[:-1] if len(text) > 4 and text[-1] == "s" and text[-2] != "s" else text


def acronyms(name: str, folded: Sequence[str]) -> frozenset[str]:
    """Return the first letters of the words, with and without those that only connect: three or more."""
    if len(folded) < 2:
        return frozenset()
    found = {"".join(w[0] for w in folded), _content(folded), _numbered(folded)}
    sides = [part for part in map(fold_name, _AND.split(name)) if part]
    if len(sides) > 1:  # Standard & Poor's is S&P
        found.add("&".join(_content(part.split()) for part in sides))
    return frozenset(a for a in found if len(a) >= _ACRONYM_LETTERS)


def _content(folded: Sequence[str]) -> str:
    return "".join(w[0] for w in folded if w not in words("connecting"))


def _numbered(folded: Sequence[str]) -> str:
    return "".join(w if w.isdigit() else w[0] for w in folded if w not in words("kind"))


def telling(folded: Sequence[str], acronyms: frozenset[str]) -> frozenset[str]:
    """Return the acronyms that rest on three words of weight: not "DOA" for "Department of Arts"."""
    if len(_content(folded)) >= _ACRONYM_LETTERS:
        return acronyms
    return frozenset(
        a for a in acronyms if "&" in a or a == _numbered(folded) != "".join(w[0] for w in folded)
    )


def abbreviation(name: str, folded: Sequence[str]) -> str | None:
    """Return the letters of a name that may be an abbreviation: "OSCE", "O.S.C.E.", "S&P", not "Hamas"."""
    bare = re.sub(r"[.\s’']", "", name)
    if _AMPERSAND.fullmatch(bare):
        return bare.casefold()
    if len(folded) == 1 and _ACRONYM.fullmatch(folded[0]) and bare[:-1].isupper():
        return folded[0]
    return None


def one_of(text: str) -> str:
    """Return the body that a word has in the plural; "" where it has none: "ministries" is of "ministry"."""
    ends = ((3, "y"), (2, ""), (1, "")) if text.endswith("s") else ()
    singles = (text[:-letters] + ending for letters, ending in ends)
    return next((single for single in singles if single in words("institution")), "")


def says_whose(text: str) -> bool:
    """Return whether a word tells bodies of one kind apart."""
    none = ("connecting", "generic", "institution", "field")
    return text in words("worldwide") or (not any(text in words(kind) for kind in none) and not one_of(text))
