"""What a name's own words tell of its type: states, peoples, bodies, and the rarer kinds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.lang import entries, section, table
from tocsin.record import NameType

_TYPES: Final = {"PER": NameType.PERSON, "ORG": NameType.ORGANISATION, "LOC": NameType.PLACE}
_LOOSE: Final = frozenset((NameType.OTHER, NameType.PLACE))
# The kinds that words can tell for sure, in the order they are asked for, with the types they may replace.
_KINDS: Final[tuple[tuple[str, NameType, frozenset[NameType]], ...]] = (
    ("group", NameType.GROUP, frozenset((NameType.ORGANISATION, *_LOOSE))),
    ("unit", NameType.UNIT, frozenset((NameType.ORGANISATION, *_LOOSE))),
    ("document", NameType.DOCUMENT, _LOOSE),
    ("event", NameType.EVENT, frozenset((NameType.OTHER,))),
    ("weapon", NameType.WEAPON, frozenset((NameType.ORGANISATION, NameType.OTHER))),
    ("facility", NameType.FACILITY, _LOOSE),
)


@dataclass(frozen=True, slots=True)
class Gazette:
    """Names of states, peoples and bodies, and how names of the rarer kinds read; all folded."""

    states: frozenset[str]
    nationalities: frozenset[str]
    bodies: frozenset[str]  # intergovernmental, whatever the model takes them for
    seats: frozenset[str]  # of power ("the Kremlin") and well-known organisations
    media: frozenset[str]
    kinds: Mapping[str, re.Pattern[str]]  # of a whole name
    short: frozenset[str]  # of these in a line of capitals nothing is sure
    listed: re.Pattern[str]  # bodies and states that no other word is written like

    def type_of(self, label: str, text: str) -> NameType:
        """Return the type of a name with the model's label (CoNLL-2003).

        >>> gazette("en").type_of("LOC", "the U.S."), gazette("en").type_of("MISC", "pro-Russian")
        (<NameType.STATE: 'state'>, <NameType.NATIONALITY: 'nationality'>)
        >>> gazette("en").type_of("LOC", "Kremlin"), gazette("en").type_of("MISC", "Dover Treaty")
        (<NameType.ORGANISATION: 'organisation'>, <NameType.DOCUMENT: 'document'>)
        """
        plain = _TYPES.get(label, NameType.OTHER)
        folded = fold_name(text)
        if folded in self.bodies or (folded in self.media and text.isupper()):
            return NameType.ORGANISATION
        if plain is NameType.PERSON and self.listed.fullmatch(text):
            plain = NameType.OTHER  # "Kremlin" is nobody
        if plain in _LOOSE:
            if folded in self.states:
                return NameType.STATE
            if self._is_people(text):
                return NameType.NATIONALITY
            if folded in self.seats or (plain is NameType.OTHER and folded in self.media):
                return NameType.ORGANISATION
        return self._kind(plain, " ".join(text.split()))

    def is_people(self, text: str) -> bool:
        """Tell whether a whole name is what a people is called: "Russian", "Danes"."""
        folded = fold_name(text)
        return folded in self.nationalities or folded.removesuffix("s") in self.nationalities

    def is_known(self, text: str) -> bool:
        """Tell whether a whole name is a state's, a people's or an intergovernmental body's."""
        folded = fold_name(text)
        return folded in self.states or folded in self.bodies or self.is_people(text)

    def _is_people(self, text: str) -> bool:
        """Tell whether a name, or a part of it that a hyphen joins, is of a people: "Russia-backed"."""
        whole = fold_name(text)
        first, *parts = whole.replace("–", "-").split("-")
        if parts and first in self.states and text[-1].islower() and text.rpartition("-")[2].islower():
            return True
        return any(
            part in self.nationalities or part.removesuffix("s") in self.nationalities
            for part in (whole, first, *parts)
        )

    def _kind(self, plain: NameType, text: str) -> NameType:
        for kind, made, of in _KINDS:
            if plain in of and self.kinds[kind].fullmatch(text):
                return made
        return plain


@cache
def gazette(language: str) -> Gazette:
    """Return the names that a language's data list."""
    states, names, media = table(language, "states"), table(language, "names"), table(language, "media")
    short = entries(names, "short")
    return Gazette(
        states=_folded((*entries(states, "states"), *entries(states, "variants"))),
        nationalities=_folded(entries(states, "nationalities")),
        bodies=_folded(entries(states, "bodies")),
        seats=_folded((*entries(names, "seats"), *entries(names, "organisations"))),
        media=_folded((*entries(media, "agencies"), *entries(media, "outlets"))),
        kinds={kind: _reads_like(section(names, kind)) for kind, _, _ in _KINDS},
        short=frozenset(short),
        listed=_listed(
            (
                *entries(states, "bodies"),
                *entries(states, "states"),
                *entries(states, "nationalities"),
                *entries(names, "organisations"),
                *short,
            ),
            frozenset(entries(names, "unsure")),
        ),
    )


def fold_name(text: str) -> str:
    """Return a name without case, full stops, article or kind of apostrophe.

    >>> fold_name("The U.S."), fold_name("Côte d’Ivoire")
    ('us', "côte d'ivoire")
    """
    plain = " ".join(text.replace(".", "").replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_name, names))


def _reads_like(data: dict[str, object]) -> re.Pattern[str]:
    """Return how the names of a kind read: whole ones, last words, designations, numbered ones."""
    article, shapes = r"(?:[Tt]he )?", []
    if exact := entries(data, "exact"):
        shapes.append(_any(exact))
    if last := entries(data, "last"):
        shapes.append(rf"[^\n]+ (?:{_any(last)})")
    if designations := data.get("designations"):
        shapes.append(str(designations))
    if numbered := entries(data, "numbered"):
        shapes.append(rf"(?:{data['ordinal']})(?: [^\n]+)? (?:{_any(numbered)})")
    return re.compile(article + "(?:" + "|".join(shapes) + ")")


def _listed(names: Iterable[str], unsure: frozenset[str]) -> re.Pattern[str]:
    """Return where names stand that need no model; a longer word, or one joined by a hyphen, is none."""
    return re.compile(
        rf"(?<![\w-])(?=[^\W\d_a-z])(?:{_any(name for name in names if name not in unsure)})(?![\w-])"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
