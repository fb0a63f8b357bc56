"""What findings are made of: records of many reports, with who and where they stand for already resolved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

from tocsin.knowledge import Entry, Held, Office
from tocsin.record import Event, Figure, NameType, Sector, Statement

Within = Callable[[str, str], bool]  # does the first place (an id) lie in the second, or is it the same?


class Bodies(Protocol):
    """What is known beforehand of states, bodies and organisations; ``Knowledge`` is one."""

    @property
    def offices(self) -> Mapping[str, Office]:
        """The offices that many bodies have, by id."""
        ...

    def get(self, id: str) -> Entry | None:  # noqa: A002 - the word for it everywhere else
        """Return the entry of that id."""
        ...

    def named(self, words: str) -> tuple[str, ...]:
        """Return the ids of the entries that the words name."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An entity of the case. ``part_of`` and ``known`` are ids of the knowledge, ``key`` is canonical."""

    id: str  # "ent-…"
    key: str  # "known:ua.mod", "person:ivan fedorov"
    name: str
    type: NameType
    country: str | None = None
    sector: Sector | None = None
    part_of: str | None = None
    known: str | None = None
    offices: tuple[Held, ...] = ()  # of a person, by the knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report: who printed it, from whom, when. ``known`` is when it was published, else read (ISO 8601)."""

    document: str
    outlet: str | None
    publisher: str | None  # family of outlets of one house
    family: str  # text family: reports that are copied from one another share it; else the document's id
    source: str | None  # the agency that is credited: "AP"
    known: str
    story: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement. Actors are ids; ``body`` is whom the report says that the speaker speaks for.

    ``via`` has the chain through which the words came, nearest to the outlet first: ids where known.
    """

    statement: Statement
    speaker: str | None
    addressee: str | None
    via: tuple[str | None, ...]
    told: Told
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A figure. ``place`` is a place's id, ``sight`` the words by which its reporter was there, if so.

    ``relation`` is how the report puts it to the place, as a toponym has it ("near", "border").
    """

    figure: Figure
    holder: str | None
    side: str | None
    place: str | None
    told: Told
    said: Said | None
    sight: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An event, and the statement that asserts it, where one does."""

    event: Event
    actor: str | None
    recipient: str | None
    place: str | None
    told: Told
    said: Said | None
    sight: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """That a statement denies what a record says (an id of a figure, statement or event)."""

    said: Said
    of: str
    why: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nothing:
    offices: Mapping[str, Office] = field(default_factory=lambda: MappingProxyType({}))

    def get(self, id: str) -> Entry | None:  # noqa: A002, ARG002
        return None

    def named(self, words: str) -> tuple[str, ...]:  # noqa: ARG002
        return ()


def same_place(inner: str, outer: str) -> bool:
    """Tell whether two places are one: the ``within`` of those who know no more."""
    return inner == outer


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of those who stand in the records: the case's entities, the knowledge, the places."""

    actors: Mapping[str, Actor] = field(default_factory=lambda: MappingProxyType({}))  # by id
    bodies: Bodies = field(default_factory=_Nothing)
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # names by id
    within: Within = same_place
    by_key: Mapping[str, Actor] = field(init=False, repr=False, compare=False)  # of one key the first by id

    def __post_init__(self) -> None:
        """Index the actors by their keys."""
        found = {one.key: one for one in sorted(self.actors.values(), key=lambda one: one.id, reverse=True)}
        object.__setattr__(self, "by_key", MappingProxyType(found))


NOWHERE: Final = Context()
