"""How a language speaks of speakers: its word lists, made ready once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.lang import entries, section, table, words
from tocsin.lang.en.inflect import plural

_GENDERS: Final = {"m": "m", "f": "f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is known of a speaker: None and "" where nothing is."""

    plural: bool | None = None
    human: bool | None = None
    gender: str = ""  # "m", "f" or ""

    def may_be(self, other: "Traits") -> bool:
        """Tell whether two mentions can be of one speaker: nothing known of them clashes.

        >>> Traits(gender="f").may_be(Traits(human=True)), Traits(gender="f").may_be(Traits(gender="m"))
        (True, False)
        """
        return (
            (self.plural is None or other.plural is None or self.plural == other.plural)
            and (self.human is None or other.human is None or self.human == other.human)
            and (not self.gender or not other.gender or self.gender == other.gender)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The word lists, lower-cased where case does not matter."""

    pronouns: dict[str, Traits]
    speaking: dict[str, Traits]  # "I", "we", "you"
    first_person: frozenset[str]
    second_person: frozenset[str]
    relative: frozenset[str]
    fillers: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    joined: re.Pattern[str]  # what may stand between the names of a list
    passive: frozenset[str]
    clause_joining: frozenset[str]
    statements: frozenset[str]
    setting: re.Pattern[str]  # "in a joint statement", up to the end
    when: re.Pattern[str]  # "late on Monday", up to the end
    titles: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    nouns: dict[str, Traits]  # of persons and bodies, singular and plural
    bodies: frozenset[str]  # those of bodies, singular
    ranks: frozenset[str]  # what stands before the body of "a senior ministry official"
    of_body: frozenset[str]  # prepositions between a source and its body
    anonymous: re.Pattern[str]
    unnamed_singular: frozenset[str]
    unnamed_plural: frozenset[str]
    unnamed_counted: frozenset[str]
    unnamed_alone: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]
    media: frozenset[str]
    media_endings: frozenset[str]
    received: re.Pattern[str]  # "told", "in an interview with": ends where the medium's name begins
    secondhand: re.Pattern[str]  # ", according to": ends where the second source begins

    def gender(self, name: str, context: frozenset[str]) -> str:
        """Return the gender that a given name or the words around it tell; "" where they do not."""
        female = not self.feminine.isdisjoint(context)
        male = not self.masculine.isdisjoint(context)
        if female is not male:
            return "f" if female else "m"
        first = name.split(maxsplit=1)[0] if " " in name else ""
        return "f" if first in self.female_names else "m" if first in self.male_names else ""

    def is_medium(self, name: str) -> bool:
        """Tell whether a name is an agency's or another medium's.

        >>> [vocabulary("en").is_medium(name) for name in ("Reuters", "Kyiv Daily News", "NATO")]
        [True, True, False]
        """
        return name in self.media or (" " in name and name.rpartition(" ")[2] in self.media_endings)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the word lists of a language."""
    data = table(language, "speakers")
    lists, roles, hidden = section(data, "words"), section(data, "roles"), section(data, "anonymous")
    gendered, given, media = (
        section(data, "gendered"),
        table(language, "first_names"),
        table(language, "media"),
    )
    return Vocabulary(
        pronouns=_pronouns(section(data, "pronouns")),
        speaking=_pronouns(section(data, "speaking")),
        first_person=_folded(lists, "first_person"),
        second_person=_folded(lists, "second_person"),
        relative=_folded(lists, "relative"),
        fillers=_folded(lists, "fillers"),
        determiners=_folded(lists, "determiners"),
        definite=_folded(lists, "definite"),
        indefinite=_folded(lists, "indefinite"),
        prepositions=_folded(lists, "prepositions"),
        particles=_folded(lists, "particles"),
        joined=re.compile(rf"(?:[\s,&]|\b(?:{_any(entries(lists, 'joining'))})\b)*", re.IGNORECASE),
        passive=_folded(lists, "passive"),
        clause_joining=_folded(lists, "clause_joining"),
        statements=_folded(lists, "statements"),
        setting=re.compile(
            r"\s+(?:in|during|at|on|through|via|by)\s+(?:a|an|the|his|her|its|their)\s+(?:[\w-]+\s+){0,2}?"
            rf"(?:{_any(entries(lists, 'settings'))})\W*$",
            re.IGNORECASE,
        ),
        when=re.compile(
            rf"(?:,?\s+(?:{_any(entries(lists, 'before_days'))}))*\s+(?:{_any(entries(lists, 'days'))})\W*$",
            re.IGNORECASE,
        ),
        titles=_folded(lists, "titles"),
        feminine=_folded(gendered, "f"),
        masculine=_folded(gendered, "m"),
        nouns=_nouns(roles, _folded(gendered, "f"), _folded(gendered, "m")),
        bodies=frozenset(entries(roles, "bodies")),
        ranks=_folded(lists, "ranks"),
        of_body=_folded(lists, "of_body"),
        anonymous=re.compile("|".join(words(hidden, "patterns")), re.IGNORECASE),
        unnamed_singular=_folded(hidden, "singular"),
        unnamed_plural=_folded(hidden, "plural"),
        unnamed_counted=_folded(hidden, "counted"),
        unnamed_alone=_folded(hidden, "alone"),
        female_names=frozenset(entries(given, "female")),
        male_names=frozenset(entries(given, "male")),
        media=frozenset((*entries(media, "agencies"), *entries(media, "outlets"))),
        media_endings=frozenset(entries(media, "endings")),
        received=_ending(entries(media, "received"), entries(media, "described")),
        secondhand=re.compile(rf"[,\s]*\b(?:{_any(entries(media, 'secondhand'))})\s+", re.IGNORECASE),
    )


def _folded(data: dict[str, object], key: str) -> frozenset[str]:
    return frozenset(entry.lower() for entry in entries(data, key))


def _pronouns(data: dict[str, object]) -> dict[str, Traits]:
    found = {}
    for word in data:
        number, gender, human = entries(data, word)[0].split()
        found[word] = Traits(
            plural={"plural": True, "singular": False}.get(number),
            gender=_GENDERS.get(gender, ""),
            human={"yes": True, "no": False}.get(human),
        )
    return found


def _nouns(data: dict[str, object], feminine: frozenset[str], masculine: frozenset[str]) -> dict[str, Traits]:
    found = {}
    for noun in (*entries(data, "things"), *entries(data, "bodies")):
        found[plural(noun)] = Traits(plural=True, human=False)
        found[noun] = Traits(plural=False, human=False)
    for noun in entries(data, "persons"):
        gender = "f" if noun in feminine else "m" if noun in masculine else ""
        found[plural(noun)] = Traits(plural=True, human=True)
        found[noun] = Traits(plural=False, human=True, gender=gender)
    for noun in entries(data, "plural_persons"):
        found[noun] = Traits(plural=True, human=True)
    return found


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _ending(phrases: tuple[str, ...], described: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(phrases)})\s+(?:(?:the|a|{_any(described)})\s+){{0,3}}$", re.IGNORECASE)
