"""What is known of one state, body, organisation, group or person, and of one office."""

from dataclasses import dataclass
from typing import Final

from tocsin.record.entity import Sector
from tocsin.record.name import NameType

OWN_STATE: Final = ""
OWN_BODY: Final = "@"
#: Templates that stand for the owner itself.
OWN: Final = frozenset((OWN_STATE, OWN_BODY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office that a person held; dates are EDTF of a day, month or year, None where not known.

    An office held without an end that is known may still be held: ``last`` is None. ``seen`` is then
    the day up to which the list knows that it was held; None where the list does not say.
    """

    office: str  # id of offices.tsv, else the words
    body: str  # id of an entry; empty where not known
    first: str | None
    last: str | None
    seen: str | None = None

    @property
    def end(self) -> str | None:
        """The last day on which it is known to be held; None where that is any later day."""
        return self.last or self.seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One who or what is known; what is empty or None is not known."""

    id: str
    type: NameType
    name: str  # the usual English one
    names: tuple[str, ...]  # the name and its aliases, in any language and script
    adjectives: tuple[str, ...] = ()  # of a state: "Ukrainian"
    people: tuple[str, ...] = ()  # of a state: "Ukrainians"
    metonyms: tuple[str, ...] = ()  # what else acts for it: "Kyiv"
    descriptions: tuple[str, ...] = ()  # what texts call it once it is named: "the alliance"
    capital: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2 in small letters, xk for Kosovo
    sector: Sector | None = None
    part_of: str | None = None
    members: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    offices: tuple[Held, ...] = ()
    gender: str | None = None  # "f" or "m"
    wikidata: str | None = None
    source: str  # the file it came from and the lists that changed it: "persons.tsv + own.csv line 3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that many bodies have: "defence minister"."""

    id: str
    name: str
    names: tuple[str, ...]
    sector: Sector | None
    body: str  # id of the template that its holders belong to: "mod"; empty for the state itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A body that every state has: its names with ``{adj}`` and ``{name}`` in the state's place.

    The template with the empty id is the state itself, "Ukrainian government"; that of ``OWN_BODY`` an
    organisation or group, whose name stands for ``{body}``: "NATO officials".
    """

    id: str
    type: NameType
    name: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...]  # "the defence ministry", once it is told whose
    sector: Sector | None
    part_of: str  # another template's id; empty for the state
