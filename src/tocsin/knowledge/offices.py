"""Which office words name, and who held one when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.knowledge.dates import overlap
from tocsin.knowledge.entries import Entry, Held, Office
from tocsin.text.fold import fold_name

_JOINING: Final = (" of ", " for ", " to ", " in ", " at ", " on ", " general")
_LESSER: Final = frozenset(
    ("deputy", "vice", "assistant", "shadow", "under", "junior", "associate", "aspiring")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """All offices, by their folded names in the singular and the plural."""

    known: Mapping[str, Office]
    by_name: Mapping[str, str]

    def exactly(self, folded: str) -> str | None:
        """Return the office that folded words are, and nothing beside it."""
        return self.by_name.get(" ".join(_parts(folded)))

    def ending(self, folded: str) -> str | None:
        """Return the office that folded words end with, the longest; a lesser one must be listed itself."""
        return self._ending(_parts(folded))

    def beginning(self, folded: str) -> str | None:
        """Return the office before "of" and the like: "spokesman for the foreign ministry"."""
        parts = _parts(folded)
        for cut in range(len(parts) - 1, 0, -1):
            if f" {parts[cut]} " in _JOINING and (found := self._ending(parts[:cut])):
                return found
        return None

    def _ending(self, parts: list[str]) -> str | None:
        for start in range(len(parts)):
            if found := self.by_name.get(" ".join(parts[start:])):
                return None if start and parts[start - 1] in _LESSER else found
        return None


def index_offices(offices: Iterable[Office]) -> Offices:
    """Return the index; the first office that has a name keeps it."""
    known = {office.id: office for office in offices}
    by_name: dict[str, str] = {}
    for office in known.values():
        for name in office.names:
            folded = " ".join(_parts(fold_name(name)))
            by_name.setdefault(folded, office.id)
            by_name.setdefault(_plural(folded), office.id)
    return Offices(known=known, by_name=by_name)


def _parts(folded: str) -> list[str]:
    """Return the words; "minister of the interior" is "minister of interior"."""
    return [part for part in folded.split(" ") if part != "the"]


def _plural(name: str) -> str:
    """Return the plural of a folded office: its head stands before "of" or at the end."""
    cuts = [at for joining in _JOINING if (at := name.find(joining)) > 0]
    head, tail = (name[: min(cuts)], name[min(cuts) :]) if cuts else (name, "")
    if head.endswith("man"):
        return f"{head[:-3]}men{tail}"
    if head.endswith("y") and head[-2:-1] not in "aeou":
        return f"{head[:-1]}ies{tail}"
    return f"{head}{'es' if head.endswith('s') else 's'}{tail}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Who held what, by office and body."""

    held: Mapping[tuple[str, str], tuple[tuple[str, Held], ...]]

    def at(self, office: str, body: str, date: str | None) -> tuple[str, ...]:
        """Return the persons that held it on a date, or ever where no date is given."""
        return tuple(
            dict.fromkeys(
                person
                for person, held in self.held.get((office, body), ())
                if date is None or overlap(held.first, held.end, date)
            )
        )


def index_holders(persons: Iterable[Entry], offices: Offices) -> Holders:
    """Return the index of what persons held."""
    held: dict[tuple[str, str], list[tuple[str, Held]]] = {}
    for person in persons:
        for one in person.offices:
            held.setdefault((one.office, seat(one.office, one.body, offices)), []).append((person.id, one))
    return Holders(held={key: tuple(found) for key, found in held.items()})


def seat(office: str, body: str, offices: Offices) -> str:
    """Return whose office it is: a ministry's is its state's, so that "ru.mod" and "ru" are one."""
    known = offices.known.get(office)
    return body.removesuffix(f".{known.body}") if known and known.body else body


def held_by(entry: Entry) -> Iterator[str]:
    """Yield the bodies whose offices a person held."""
    return (held.body for held in entry.offices if held.body)
