"""A finding from its members: counts that are never mixed, the origins, first and last."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tocsin.reconcile.inputs import Told
from tocsin.reconcile.origins import Attribution, origins_of
from tocsin.reconcile.wording import word
from tocsin.record.finding import (
    PRECEDENCE,
    Answer,
    Finding,
    Member,
    OriginKind,
    Question,
    Status,
    Step,
    finding_id,
)

_NAMED: Final = (OriginKind.SPEAKER, OriginKind.UNNAMED)
_OWN: Final = (OriginKind.AGENCY, OriginKind.OUTLET)  # a text's own voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A member with whose word it is, and the report that it stands in."""

    member: Member
    attribution: Attribution
    told: Told


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries in the canonical order, by (known, record), each record once."""
    by_record = {each.member.record: each for each in entries}
    return tuple(sorted(by_record.values(), key=lambda each: (each.member.known, each.member.record)))


def as_one_text(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries in which a text's own voice is the speaker's whom it names for the very same.

    A headline repeats what the report then gives to a ministry, and of two copies of a text one may have
    been read without its speaker: neither is an origin of its own. Where a text names several, it stays.
    """
    named: dict[tuple[object, ...], dict[str, Attribution]] = defaultdict(dict)
    for each in entries:
        if each.attribution.told and each.attribution.kind in _NAMED:
            named[_same(each)].setdefault(each.attribution.key, each.attribution)
    return [_spoken_for(each, named.get(_same(each), {})) for each in entries]


def _same(entry: Entry) -> tuple[object, ...]:
    return entry.told.family, entry.member.value, entry.member.stance


def _spoken_for(entry: Entry, named: Mapping[str, Attribution]) -> Entry:
    if entry.attribution.kind not in _OWN or len(named) != 1:
        return entry
    (whose,) = named.values()
    whose = replace(
        whose, why=(word("reasons", "one_text", name=whose.name),), document=entry.attribution.document
    )
    return replace(entry, member=replace(entry.member, origin=whose.key), attribution=whose)


def assemble(
    question: Question,
    entries: Iterable[Entry],
    *,
    statuses: Iterable[Status],
    history: Sequence[Step] = (),
    answers: Sequence[Answer] = (),
    open_since: str | None = None,
    rivals: Sequence[str] = (),
    why: str,
) -> Finding:
    """Return the finding of a question; a function of the set of its entries, of which there is one at least.

    Documents, outlets, text families and origins are counted apart. Outlets are those that are known by
    name. A claim that nobody is told to have made adds to ``untold`` alone.
    """
    ordered = in_order(entries)
    held = frozenset(statuses)
    ranked = tuple(status for status in PRECEDENCE if status in held)
    members = tuple(each.member for each in ordered)
    tolds = {each.told.document: each.told for each in ordered}
    return Finding(
        id=finding_id(question.key, members[0].record),
        question=question,
        status=ranked[0],
        statuses=ranked,
        members=members,
        origins=origins_of((each.member.record, each.attribution) for each in ordered),
        documents=len(tolds),
        outlets=len({told.outlet for told in tolds.values() if told.outlet}),
        families=len({told.family for told in tolds.values()}),
        untold=len({each.told.family for each in ordered if not each.attribution.told}),
        first=members[0].known,
        last=members[-1].known,
        history=tuple(history),
        answers=tuple(answers),
        open_since=open_since,
        rivals=tuple(rivals),
        why=why,
    )
