"""Guess a one-byte encoding, with Windows-1252 and Windows-1251 before their rarer rivals."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch, CharsetMatches

_SAMPLE: Final = 1 << 16
_FIRST_LETTER: Final = 0xC0  # from here up, the code pages of Europe hold letters
_FOREIGN_SHARE: Final = 0.3  # French and Polish stay under 0.2, Cyrillic and Greek near 1
_MARGIN: Final = 0.03  # by which a rival must read better (charset-normalizer's coherence)
_LATIN: Final = ("cp1252", "cp1250", "cp1254")
_OTHER: Final = ("cp1251", "koi8_u", "koi8_r", "cp866", "iso8859_5", "cp1253", "cp1255", "cp1256")
_LANGUAGES: Final = (  # a rival counts only for the languages it was made for
    ("cp1250", frozenset({"Polish", "Czech", "Slovak", "Hungarian", "Slovene", "Croatian", "Romanian"})),
    ("cp1254", frozenset({"Turkish"})),
)


def guess_encoding(body: bytes) -> str | None:
    """Return the likeliest encoding of text that is not UTF-8, or None where none fits.

    >>> guess_encoding("“Войска уходят”, – заявил министр обороны.".encode("cp1251"))
    'cp1251'
    >>> guess_encoding("The café “knew nothing” of it.".encode("cp1252"))
    'cp1252'
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only bodies that are not UTF-8 need it

    sample = body[:_SAMPLE]
    latin = _foreign_share(sample) < _FOREIGN_SHARE
    matches = from_bytes(sample, cp_isolation=list(_LATIN if latin else _OTHER))
    if latin:
        return _latin(matches)
    best = matches.best() or from_bytes(sample).best()
    if best is None:
        return None
    return "cp1251" if "cp1251" in best.could_be_from_charset else best.encoding


def _foreign_share(sample: bytes) -> float:
    high = sum(byte >= _FIRST_LETTER for byte in sample)
    low = sum(0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A for byte in sample)
    return high / max(1, high + low)


def _latin(matches: "CharsetMatches") -> str:
    western = next((match for match in matches if "cp1252" in match.could_be_from_charset), None)
    for match in matches:
        if match is not western and _is_at_home(match) and _reads_better(match, western):
            return match.encoding
    return "cp1252"


def _is_at_home(match: "CharsetMatch") -> bool:
    return match.language in dict(_LANGUAGES).get(match.encoding, frozenset())


def _reads_better(match: "CharsetMatch", western: "CharsetMatch | None") -> bool:
    if western is None:
        return True
    return match.chaos <= western.chaos and match.coherence > western.coherence + _MARGIN
