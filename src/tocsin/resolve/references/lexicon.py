"""The words of a language that tell who is meant, as sets and tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tocsin.lang import entries, section, table
from tocsin.record import NameType
from tocsin.text.fold import fold_name

_LISTS = (
    "titles",
    "courtesy",
    "female",
    "male",
    "forces",
    "forces_perhaps",
    "military",
    "officials",
    "members",
    "directions",
    "indefinite",
    "definite",
    "own",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word lists of a language; their words are lower-cased."""

    titles: frozenset[str]
    courtesy: frozenset[str]  # of these, those that stand before nobody but a person
    female: frozenset[str]
    male: frozenset[str]
    forces: frozenset[str]
    forces_perhaps: frozenset[str]
    military: frozenset[str]
    officials: frozenset[str]
    members: frozenset[str]
    directions: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    own: frozenset[str]
    offices: Mapping[str, tuple[str, ...]]  # "top diplomat" → offices that it may mean
    takes_up: Mapping[str, frozenset[NameType]]  # noun → types of those that it can take up
    actors: frozenset[str]  # nouns for those who act
    pronouns: Mapping[str, frozenset[NameType]]
    of_state: frozenset[str]
    no_actor: frozenset[str]
    loose: frozenset[str]
    several: frozenset[str]
    shared: frozenset[str]
    no_office: frozenset[str]
    common: frozenset[str]
    before_people: tuple[str, ...]
    after_people: tuple[str, ...]
    given: Mapping[str, str]  # first names, folded → "f" or "m"
    first: frozenset[str]  # all first names, folded
    things: frozenset[str]  # no actors, though they are read as names, folded
    papers: frozenset[str]  # last words of what is written and agreed
    fields: frozenset[str]  # last words of what an office is for
    plain: frozenset[str]  # nouns for those who have no name: "partners"
    beside: Mapping[str, tuple[str, ...]]  # a name, folded → what it is, and beside which


@cache
def lexicon(language: str) -> Lexicon:
    """Return the word lists of a language."""
    data = table(language, "references")
    owners, unnamed, offices = section(data, "owners"), section(data, "unnamed"), section(data, "offices")
    lists = {key: frozenset(entries(data, key)) for key in _LISTS}
    things, beside, kinds = section(data, "things"), section(data, "beside"), section(data, "kinds")
    first = table(language, "first_names")
    taking_up = _takes_up(section(data, "takes_up"))
    return Lexicon(
        **lists,
        actors=lists["forces"] | lists["officials"] | lists["members"] | taking_up.keys(),
        offices={words: entries(offices, words) for words in offices},
        takes_up=taking_up,
        pronouns=_pronouns(section(table(language, "speakers"), "pronouns")),
        of_state=frozenset(entries(owners, "of_state")),
        no_office=frozenset(entries(unnamed, "no_office")),
        shared=frozenset(entries(kinds, "shared")),
        papers=frozenset(entries(kinds, "papers")),
        fields=frozenset(entries(kinds, "fields")),
        plain=frozenset(entries(kinds, "plain")),
        things=frozenset(fold_name(word) for kind in things for word in entries(things, kind)),
        beside={words: entries(beside, words) for words in beside},
        several=frozenset(entries(unnamed, "several")),
        loose=frozenset(entries(unnamed, "loose")),
        no_actor=frozenset(entries(unnamed, "no_actor")),
        common=frozenset(entries(unnamed, "common")),
        before_people=entries(data, "before_people"),
        after_people=entries(data, "after_people"),
        given=_given(first),
        first=frozenset(
            fold_name(name)
            for name in (*entries(first, "female"), *entries(first, "male"), *entries(unnamed, "given"))
        ),
    )


def _takes_up(data: dict[str, object]) -> dict[str, frozenset[NameType]]:
    found: dict[str, set[NameType]] = {}
    for kind in data:
        for noun in entries(data, kind):
            found.setdefault(noun, set()).add(NameType(kind))
    return {noun: frozenset(types) for noun, types in found.items()}


def _pronouns(data: dict[str, object]) -> dict[str, frozenset[NameType]]:
    """Return what a pronoun can stand for: "he" a person, "it" a body, "they" either but one person."""
    bodies = frozenset((NameType.STATE, NameType.ORGANISATION, NameType.GROUP, NameType.UNIT))
    found = {}
    for word, traits in data.items():
        number, _, human = str(traits).split()
        person = number == "singular" and human == "yes"
        found[word] = frozenset((NameType.PERSON,)) if person else bodies
    return found


def _given(data: dict[str, object]) -> dict[str, str]:
    male = {fold_name(name): "m" for name in entries(data, "male")}
    female = {fold_name(name): "f" for name in entries(data, "female")}
    return {name: gender for name, gender in (male | female).items() if not (name in male and name in female)}
