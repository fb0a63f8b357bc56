"""What is known beforehand, and the questions that it answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Self

from tocsin.knowledge.entries import OWN, Entry, Office, Template
from tocsin.knowledge.names import USES, Names, index_names
from tocsin.knowledge.offices import Holders, Offices, index_holders, index_offices, seat
from tocsin.knowledge.templates import Patterns, compile_patterns, fill, owned, told
from tocsin.record.name import NameType
from tocsin.text.fold import fold_name

BlockKeys = Callable[[str, NameType], Iterable[str]]

_NAMING: Final = frozenset(USES[:4])
_NAME: Final = frozenset(("name",))
_SHORT: Final = (("united nations ", "un "), ("european union ", "eu "))
_STATES: Final = frozenset((NameType.STATE,))
_BODIES: Final = frozenset((NameType.ORGANISATION, NameType.GROUP))
#: What a slot of a template takes: which uses of which types.
_SLOTS: Final = {
    "adj": (frozenset(("adjective",)), _STATES),
    "name": (frozenset(("name", "metonym")), _STATES),
    "body": (frozenset(("name",)), _BODIES),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The entries that a block key stands for."""

    by_key: Mapping[str, tuple[str, ...]]

    def blocks(self, key: str) -> tuple[str, ...]:
        """Return the ids of the entries one of whose names has the key."""
        return self.by_key.get(key, ())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """All entries, with their indexes; make one with ``load_knowledge`` or ``Knowledge.of``."""

    digest: str  # SHA-256 of all that it was made from
    entries: Mapping[str, Entry]
    offices: Mapping[str, Office]
    templates: Mapping[str, Template]
    _names: Names
    _bodies: Names
    _patterns: Patterns
    _offices: Offices
    _holders: Holders
    _made: dict[str, Entry | None] = field(default_factory=dict)  # a cache: bodies are made on demand
    _blocks: dict[BlockKeys, Blocks] = field(default_factory=dict)  # a cache, too

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        offices: Iterable[Office] = (),
        templates: Iterable[Template] = (),
        *,
        digest: str,
    ) -> Self:
        """Return the knowledge of these entries; of several with one id the last counts."""
        by_id = {entry.id: entry for entry in entries}
        kinds = {template.id: template for template in templates}
        known = index_offices(offices)
        return cls(
            digest=digest,
            entries=MappingProxyType(by_id),
            offices=MappingProxyType(dict(known.known)),
            templates=MappingProxyType(kinds),
            _names=index_names(by_id.values()),
            _bodies=index_names(map(_as_entry, kinds.values())),
            _patterns=compile_patterns(kinds.values()),
            _offices=known,
            _holders=index_holders(
                (entry for entry in by_id.values() if entry.type is NameType.PERSON), known
            ),
        )

    def get(self, id: str) -> Entry | None:  # noqa: A002  (the record's own word)
        """Return an entry; a state’s body, "ua.mod", is made from its template where no row names it."""
        if id not in self._made:
            self._made[id] = self._make(id)
        return self._made[id]

    def _make(self, id: str) -> Entry | None:  # noqa: A002
        named = self.entries.get(id)
        country, _, kind = id.partition(".")
        state, template = self.entries.get(country), self.templates.get(kind)
        if kind and template and state and state.type is NameType.STATE:
            return fill(template, state, named)
        return named

    def named(self, words: str) -> tuple[str, ...]:
        """Return the ids of all that the words name, as name first, then adjective, people, metonym."""
        folded = fold_name(words)
        found = self._names.ids(folded, _NAMING)
        return found or self._told(folded) or self._with_owner(folded) or self._shortened(folded)

    def _shortened(self, folded: str) -> tuple[str, ...]:
        """Return what a name stands for where the tables have a body in short: "UN refugee agency"."""
        short = ((brief, folded.removeprefix(long)) for long, brief in _SHORT if folded.startswith(long))
        return tuple(id_ for brief, rest in short for id_ in self._names.ids(brief + rest, _NAME))

    def _told(self, folded: str) -> tuple[str, ...]:
        pairs = told(folded, self._patterns, self._owners)
        return tuple(owner if kind in OWN else f"{owner}.{kind}" for owner, kind in pairs)

    def _with_owner(self, folded: str) -> tuple[str, ...]:
        """Return what a name stands for that has its state before it: "US State Department"."""
        parts = folded.split(" ")
        for cut in range(1, len(parts)):
            head = " ".join(parts[:cut])
            states = {
                *owned(head, "adj", self._owners, possessive=False),
                *owned(head, "name", self._owners, possessive=True),
            }
            ids = self._names.ids(" ".join(parts[cut:]), _NAME) if states else ()
            if found := tuple(id_ for id_ in ids if self.entries[id_].country in states):
                return found
        return ()

    def _owners(self, slot: str, folded: str) -> tuple[str, ...]:
        uses, types = _SLOTS[slot]
        return tuple(id_ for id_ in self._names.ids(folded, uses) if self.entries[id_].type in types)

    def use_of(self, id: str, words: str) -> str | None:  # noqa: A002
        """Return what the words are of an entry: name, adjective, people, metonym or description."""
        folded = fold_name(words)
        for found, use in self._names.of.get(folded, ()):
            if found == id:
                return use
        if id in (*self._told(folded), *self._with_owner(folded), *self._shortened(folded)):
            return "name"
        kind = "*" + id[id.find(".") :] if "." in id else "*"
        return "description" if kind in self._bodies.ids(folded, frozenset(USES)) else None

    def surnamed(self, word: str) -> tuple[str, ...]:
        """Return the ids of the persons one of whose names has the word as the last name."""
        return self._names.surnames.get(fold_name(word), ())

    def described(self, words: str) -> tuple[str, ...]:
        """Return the ids of what the words may describe.

        A body that every state has comes as ``*.mod``, the state itself as ``*``: it is the context
        that tells whose; ``body`` then gives the id.
        """
        folded = fold_name(words)
        every = frozenset(USES)
        return (*self._names.ids(folded, frozenset(USES[4:])), *self._bodies.ids(folded, every))

    def index(self, block_keys: BlockKeys) -> Blocks:
        """Return the index of all names by their block keys; it is made at the first call."""
        if block_keys not in self._blocks:
            by_key: dict[str, dict[str, None]] = {}
            for entry in self.entries.values():
                for name in entry.names:
                    for key in block_keys(name, entry.type):
                        by_key.setdefault(key, {})[entry.id] = None
            self._blocks[block_keys] = Blocks(by_key={key: tuple(ids) for key, ids in by_key.items()})
        return self._blocks[block_keys]

    def office(self, words: str) -> str | None:
        """Return the office that the words name, the longest that does: "chief of the Russian general staff".

        A former one is named, too: it is the words before that tell.
        """
        folded = fold_name(words)
        plain = " ".join(part for part in folded.split(" ") if not self._owners("adj", part))
        return self._offices.ending(folded) or self._offices.ending(plain) or self._offices.beginning(plain)

    def office_named(self, words: str) -> str | None:
        """Return the office that the words are, with or without the state: "President of Ukraine"."""
        folded = fold_name(words)
        head, _, tail = folded.rpartition(" of ")
        of_state = head and self._owners("name", tail.removeprefix("the "))
        return self._offices.exactly(folded) or (self._offices.exactly(head) if of_state else None)

    def holders(self, office: str, body: str, date: str | None = None) -> tuple[str, ...]:
        """Return the persons that held an office of a body on a date (EDTF); ever, where it is None."""
        return self._holders.at(office, seat(office, body, self._offices), date)

    def body(self, country: str, template: str) -> str | None:
        """Return the id of a state’s body, "ua.mod"; the state’s own where the template is empty."""
        kind = template.removeprefix("*").removeprefix(".")
        if (state := self.entries.get(country)) is None or state.type is not NameType.STATE:
            return None
        if not kind:
            return country
        return f"{country}.{kind}" if self.get(f"{country}.{kind}") else None


def _as_entry(template: Template) -> Entry:
    """Return an entry that has only what describes the body of any state."""
    return Entry(
        id=f"*.{template.id}" if template.id else "*",
        type=template.type,
        name=template.name,
        names=tuple(name for name in template.names if "{" not in name),
        descriptions=template.descriptions,
        source="bodies.tsv",
    )
