"""Who printed each report, from whom, in which family and story: what findings count by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from tocsin.across.copying import with_versions
from tocsin.copies import Origin, families
from tocsin.reconcile.inputs import Told
from tocsin.record.copy import Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A report as its publisher has it."""

    id: str
    known: str
    outlet: str | None
    version_of: str | None  # the id of its first version


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What is kept of a report once it is linked; ``told`` is None until its story is known."""

    printed: Printed
    reading: int  # the number of the extraction that it is linked by
    origin: Origin
    told: Told | None = None

    @property
    def text(self) -> str:
        """It as JSON."""
        return msgspec.json.encode(self).decode()


def linked_of(text: str) -> Linked:
    """Return what a report's JSON says."""
    return msgspec.json.decode(text, type=Linked)


def tellings(
    linked: Mapping[int, Linked], copies: Sequence[Copy], stories: Mapping[str, str]
) -> dict[int, Told]:
    """Return what findings count each report by; ``stories`` are the ids of their stories, by report."""
    printed = [each.printed for each in linked.values()]
    every = families([one.id for one in printed], copies)
    home = {one: family.documents[0] for family in every for one in family.documents}
    source = {one: family.source for family in every for one in family.documents}
    of = with_versions(home, _versions(printed))
    return {
        number: Told(
            document=one.printed.id,
            outlet=one.printed.outlet,
            publisher=one.origin.house,
            family=of[one.printed.id],
            source=_agency(one.origin) or source[one.printed.id],
            known=one.printed.known,
            story=stories.get(one.printed.id),
        )
        for number, one in linked.items()
    }


def _versions(printed: Iterable[Printed]) -> list[tuple[str, str]]:
    every = list(printed)
    there = {one.id for one in every}
    return [(one.version_of, one.id) for one in every if one.version_of and one.version_of in there]


def _agency(origin: Origin) -> str | None:
    return next((credit.name for credit in origin.credits if credit.agency), None)
