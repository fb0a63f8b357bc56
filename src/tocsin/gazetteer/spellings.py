"""Which of the many names of a place it answers to."""

import re
import unicodedata
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from tocsin.record.place import PlaceKind
from tocsin.text.fold import fold_name

_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_NO_VOWELS: Final = re.compile("[\u0590-\u07bf\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # Hebrew, Arabic …
_CODE: Final = re.compile(r"[A-Z0-9]{2,4}")  # of airports: "IEV", "WAS", "AUS"
SMALL: Final = 50_000  # people
_SHORTEST: Final = 3
_SHORTEST_WITHOUT_VOWELS: Final = 4  # "qyyb" may be Kyiv; "qm" and "bsr" may be a dozen towns

# script, as Unicode names its letters → countries where it is in everyday use
_WRITTEN: Final = MappingProxyType(
    {
        "CYRILLIC": frozenset("ru ua by bg rs me mk ba xk kz kg tj uz tm mn az am ge md".split()),
        "ARABIC": frozenset(
            "sa ae qa kw bh om ye iq sy jo lb ps il eg ly tn dz ma eh sd ss td mr so dj er km ir af pk in cn az".split()
        ),
        "HEBREW": frozenset(("il", "ps")),
        "CJK": frozenset("cn tw hk mo sg my jp kr".split()),
        "HIRAGANA": frozenset(("jp",)),
        "KATAKANA": frozenset(("jp",)),
        "HANGUL": frozenset(("kr", "kp")),
        "GREEK": frozenset(("gr", "cy", "al")),
        "ARMENIAN": frozenset(("am", "az", "ge")),
        "GEORGIAN": frozenset(("ge",)),
        "ETHIOPIC": frozenset(("et", "er")),
        "MYANMAR": frozenset(("mm",)),
        "TIFINAGH": frozenset(("ma", "dz", "ly", "ml", "ne")),
        **dict.fromkeys(
            "DEVANAGARI BENGALI GURMUKHI GUJARATI TAMIL TELUGU KANNADA MALAYALAM ORIYA SINHALA".split(),
            frozenset(("in", "np", "bd", "lk", "pk")),
        ),
        "THAI": frozenset(("th",)),
        "KHMER": frozenset(("kh",)),
        "LAO": frozenset(("la",)),
        "TIBETAN": frozenset(("cn", "bt", "in")),
        "MONGOLIAN": frozenset(("cn", "mn")),
        "SYRIAC": frozenset(("iq", "sy")),
    }
)

# words for a kind of division, before its name or behind it, as folded; the longest are tried first
_BEFORE: Final = (
    "provincia de", "province de", "province of", "provincia di", "departamento de", "departement de", "estado de",
    "estado do", "estado da", "state of", "region of", "region de", "wilaya de", "wilaya d", "wilayat", "muhafazat",
    "muhafazat al", "gouvernorat de", "distrito de", "district of", "republic of", "respublika", "county of",
    "provincia", "landkreis", "kabupaten", "kota", "kreisfreie stadt", "comarca de", "canton of", "canton de",
)  # fmt: skip
_BEHIND: Final = (
    "autonomous republic", "autonomous oblast", "autonomous okrug", "autonomous region", "autonomous province",
    "city and borough", "census area", "municipal district", "urban hromada", "people s republic",
    "oblast", "oblasts", "region", "province", "governorate", "county", "parish", "district", "raion", "rayon", "rayonu",
    "krai", "kray", "okrug", "republic", "prefecture", "municipality", "department", "borough", "voivodeship", "canton",
    "division", "emirate", "regency", "shi", "gun", "ken", "sheng", "viloyati", "welayaty", "oblysy", "oblusu",
    "apskritis", "maakond", "megye", "judet", "state", "territory", "local government area",
)  # fmt: skip
# how reports call a division of these countries, beside "X region" and "X province"
_CALLED: Final = MappingProxyType(
    {
        **dict.fromkeys(("ua", "ru", "by", "kz", "kg", "bg"), ("oblast",)),
        **dict.fromkeys(("sy", "iq", "eg", "jo", "lb", "ye", "tn", "ps", "om", "bh", "kw"), ("governorate",)),
        **dict.fromkeys(
            ("us", "in", "ng", "sd", "ss", "mx", "br", "ve", "au", "mm", "de", "my", "so"), ("state",)
        ),
        **dict.fromkeys(("gb", "ie", "hu", "ro", "hr", "ee", "no", "se", "ke", "lr"), ("county",)),
        **dict.fromkeys(("jp", "gr", "cf", "gn"), ("prefecture",)),
    }
)
_EVERY_REGION: Final = ("region", "province")
_CALLED_DISTRICT: Final = MappingProxyType(
    {"us": (), **dict.fromkeys(("ua", "ru", "by", "az", "md"), ("district", "raion"))}
)


def kept_names(name: str, others: Iterable[str] = (), *, small_in: str | None = None) -> frozenset[str]:
    """Return the folded names that a place answers to: its own, and of the others what is no junk.

    Left out are codes of airports, transcriptions that nobody writes (small letters only), and names so
    short after folding that they would stand for anything. A small place, ``small_in`` its country, keeps
    names in Latin letters and in scripts that people write there: no Chinese name of a French village.

    >>> sorted(kept_names("Kyiv", ["Kiev", "Київ", "IEV", "Kő", "kyf", "ji fu", "Kyïv", "al-Kief"]))
    ['al kief', 'kiev', 'kiiv', 'kyiv']
    >>> sorted(kept_names("Izium", ["Ізюм", "伊久姆"], small_in="ua"))
    ['izium', 'izyum']
    """
    folded = {fold_name(name)}
    folded.update(
        fold_name(other)
        for other in others
        if _usual(other) and (small_in is None or written_in(small_in, other))
    )
    return frozenset(filter(None, folded))


def is_small(population: int) -> bool:
    """Say whether a place of so many people keeps only names in its own scripts."""
    return population < SMALL


def written_in(country: str, name: str) -> bool:
    """Say whether a name is in Latin letters, or in a script in everyday use in the country."""
    letter = next(filter(str.isalpha, name), "A")
    script = unicodedata.name(letter, "?").partition(" ")[0]
    return script == "LATIN" or country in _WRITTEN.get(script, ())


def division_names(names: Iterable[str], country: str, kind: PlaceKind) -> frozenset[str]:
    """Return how reports name a division whose folded names these are: with the word for its kind, and bare.

    >>> sorted(division_names(["rapides parish"], "us", PlaceKind.DISTRICT))
    ['rapides', 'rapides parish']
    >>> sorted(division_names(["donetsk"], "ua", PlaceKind.REGION))
    ['donetsk', 'donetsk oblast', 'donetsk province', 'donetsk region']
    """
    whole = frozenset(names)
    bare = {bare_name(name) for name in whole}
    if kind is PlaceKind.REGION:
        called = (*_EVERY_REGION, *_CALLED.get(country, ()))
    else:
        called = _CALLED_DISTRICT.get(country, ("district",))
    return whole | bare | {f"{name} {word}" for name in bare for word in called}


def bare_name(name: str) -> str:
    """Return a division's folded name without the word for its kind.

    >>> bare_name("kherson oblast"), bare_name("province of aceh"), bare_name("oblast")
    ('kherson', 'aceh', 'oblast')
    """
    for word in _BEHIND_LONGEST_FIRST:
        if name.endswith(f" {word}"):
            return _enough(name.removesuffix(f" {word}"), name)
    for word in _BEFORE_LONGEST_FIRST:
        if name.startswith(f"{word} "):
            return _enough(name.removeprefix(f"{word} "), name)
    return name


_BEHIND_LONGEST_FIRST: Final = sorted(_BEHIND, key=len, reverse=True)
_BEFORE_LONGEST_FIRST: Final = sorted(_BEFORE, key=len, reverse=True)


def _enough(bare: str, name: str) -> str:
    """Return what is left, unless that says too little: "Northern Region" stays."""
    return name if len(bare) < _SHORTEST or bare in _DIRECTIONS else bare


_DIRECTIONS: Final = frozenset(
    "north south east west northern southern eastern western central upper lower capital northeastern "
    "northwestern southeastern southwestern north east north west south east south west centre".split()
)


def _usual(name: str) -> bool:
    if _LATIN.search(name):
        return any(map(str.isupper, name)) and not _CODE.fullmatch(name) and len(fold_name(name)) >= _SHORTEST
    return len(fold_name(name)) >= (_SHORTEST_WITHOUT_VOWELS if _NO_VOWELS.search(name) else _SHORTEST)
