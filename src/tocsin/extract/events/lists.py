"""Who can act, and which words lead to whom: the word lists of ``lang/en/events.toml``."""

from dataclasses import dataclass
from functools import cache

from tocsin.extract.events.terms import Terms
from tocsin.lang import entries, section, table
from tocsin.lang.en.inflect import plural
from tocsin.record import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The word lists, lower-cased."""

    nobody: frozenset[str]
    groups: frozenset[str]
    things: frozenset[str]
    counting: frozenset[str]  # "dozens" of whom
    bounding: tuple[str, ...]  # "at least" before how many of whom
    describing: frozenset[str]  # "military" before a noun: no one, whoever's it is
    undergoing: Terms
    light: Terms
    object_control: Terms
    recipient: dict[EventType, frozenset[str]]
    acting_of: frozenset[EventType]
    moved: frozenset[EventType]
    mutual: frozenset[EventType]
    targeting: frozenset[EventType]
    places: dict[EventType, frozenset[str]]


@cache
def lists(language: str) -> Lists:
    """Return the lists of a language."""
    data = table(language, "events")
    actors, arguments = section(data, "actors"), section(data, "arguments")
    roles = section(table(language, "speakers"), "roles")
    persons = (entry for key in ("persons", "plural_persons", "bodies") for entry in entries(roles, key))
    still, moving = (frozenset(entries(arguments, key)) for key in ("place", "place_moving"))
    movers = _types(arguments, "moving")
    common = frozenset(entries(arguments, "recipient"))
    return Lists(
        nobody=frozenset(entries(actors, "nobody")),
        groups=_both((*entries(actors, "groups"), *persons)),
        things=_both(entries(actors, "things")),
        counting=frozenset(entries(actors, "counting")),
        bounding=tuple(f"{entry} " for entry in entries(actors, "bounding")),
        describing=frozenset(entries(actors, "describing")),
        undergoing=Terms.plain(entries(actors, "undergoing")),
        light=Terms.plain(entries(actors, "light")),
        object_control=Terms.plain(entries(actors, "object_control")),
        recipient={
            kind: frozenset(entries(arguments, f"recipient_{kind.value.lower()}")) or common
            for kind in EventType
        },
        acting_of=_types(arguments, "acting_of"),
        moved=_types(arguments, "moved"),
        mutual=_types(arguments, "mutual"),
        targeting=_types(arguments, "targeting"),
        places={kind: still | moving if kind in movers else still for kind in EventType},
    )


def _both(nouns: tuple[str, ...]) -> frozenset[str]:
    """Return nouns with their plurals; of several words the last counts, as heads of phrases do."""
    lasts = {noun.split()[-1] for noun in nouns}
    return frozenset(lasts | set(map(plural, lasts)))


def _types(data: dict[str, object], key: str) -> frozenset[EventType]:
    return frozenset(map(EventType, entries(data, key)))
