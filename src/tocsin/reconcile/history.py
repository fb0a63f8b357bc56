"""What each origin said when, and how the values of a question stand to one another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from tocsin.reconcile.assembling import Entry
from tocsin.reconcile.quantities import Relation, relation
from tocsin.reconcile.times import days
from tocsin.reconcile.wording import word
from tocsin.record import Bound
from tocsin.record.finding import Member, Stance, Status, Step, StepKind, Value
from tocsin.text.amounts import number

_DAY = 10
_WHOLE_DAY = "T23:59:59Z"  # a report of which the day alone is known


def later(one: str, other: str) -> bool:
    """Tell whether the first of two known times is surely the later one.

    >>> later("2021-04-14T08:00:00Z", "2021-04-13T23:59:59Z")
    True
    >>> later("2021-04-13T23:59:59Z", "2021-04-13T09:00:00Z")  # of the one report the day alone is known
    False
    """
    if one[:_DAY] != other[:_DAY]:
        return one > other
    return one > other and not one.endswith(_WHOLE_DAY)


def steps(entries: Sequence[Entry]) -> tuple[Step, ...]:
    """Return what each origin changed or repeated, by when it was known.

    A value that an origin has left behind and that somebody prints again is a repetition, no change back.
    """
    found = (step for run in by_origin(entries) for step in _steps(run))
    return tuple(sorted(found, key=lambda step: (step.at, step.after, step.before)))


def by_origin(entries: Iterable[Entry]) -> tuple[tuple[Member, ...], ...]:
    """Return the members with a value by origin, each run by the day that it holds for."""
    runs: dict[str, list[Member]] = {}
    for each in entries:
        if each.member.value is not None and each.member.stance is Stance.ASSERTS:
            runs.setdefault(each.member.origin, []).append(each.member)
    return tuple(tuple(sorted(run, key=_when)) for run in runs.values())


def _when(member: Member) -> tuple[str, str, str]:
    return _day(member), member.known, member.record


def _day(member: Member) -> str:
    """Return the day that a member tells of; what is told of a day to come is told today."""
    return min(member.last or member.known, member.known)[:_DAY]


def _steps(run: Sequence[Member]) -> Iterator[Step]:
    standing = run[0]
    said = {run[0].value: run[0]}  # the latest member of each value
    for member in run[1:]:
        same = next((old for old in reversed(said.values()) if _same(old, member)), None)
        if same is not None:
            kind, before = StepKind.REPEATED, same
            stale = not _same(standing, member)
            why = word("history", "stale" if stale else "repeated", value=told(member.value))
        elif _moved(standing, member):
            kind, before = StepKind.REVISED, standing
            why = _changed(standing, member)
            standing = member
        else:
            continue
        said[member.value] = member
        yield Step(
            origin=member.origin,
            at=member.known,
            before=before.record,
            after=member.record,
            kind=kind,
            why=why,
        )


def _same(one: Member, other: Member) -> bool:
    """Tell whether a member says what another said: the same value, or one so vague that it may be."""
    assert one.value
    assert other.value
    found = relation(one.value, other.value)
    vague = Bound.VAGUE in (one.value.bound, other.value.bound)
    return found is Relation.AGREE or (vague and found is Relation.COMPATIBLE)


def _moved(before: Member, after: Member) -> bool:
    """Tell whether the later of two values stands in place of the other: for a later day, or told later."""
    return _day(after) > _day(before) or later(after.known, before.known)


def _changed(before: Member, after: Member) -> str:
    then, now = _day(before), _day(after)
    key = "later" if then < now else "revised"
    return word("history", key, before=told(before.value), after=told(after.value), then=then, now=now)


def told(value: Value | None) -> str:
    """Return a value in words.

    >>> told(Value(low=80000, best=80000, high=None, bound=Bound.AT_LEAST))
    'at least 80,000'
    """
    if value is None:
        return ""
    point = next((one for one in (value.best, value.low, value.high) if one is not None), None)
    if point is None:
        return word("values", "unknown")
    if value.bound in (Bound.RANGE, Bound.VAGUE) and value.low is not None and value.high is not None:
        return word("values", value.bound, low=number(value.low), high=number(value.high))
    if value.bound in (Bound.RANGE, Bound.VAGUE):
        return word("values", "at_least" if value.low is not None else "at_most", value=number(point))
    return word("values", value.bound, value=number(point))


def statuses(entries: Sequence[Entry], history: Sequence[Step], *, window: int) -> frozenset[Status]:
    """Return all that holds of the values of a question; ``single`` where nothing else does."""
    found = set[Status]()
    if any(each.member.stance is Stance.DENIES for each in entries):
        found.add(Status.DENIED)
    if any(step.kind is StepKind.REVISED for step in history):
        found.add(Status.REVISED)
    known = {each.attribution.key: each.attribution.told for each in entries}
    families = {each.told.document: each.told.family for each in entries}
    runs = by_origin(entries)
    named = [run for run in runs if known[run[0].origin]]
    unnamed = [run for run in runs if not known[run[0].origin]]
    if any(differ(*pair, window=window) for pair in combinations(named, 2)) or any(
        _wavers(run, families) for run in runs
    ):
        found.add(Status.DIFFER)
    if any(agree(*pair) for pair in combinations(named, 2)):
        found.add(Status.AGREE)
    heard = values(member for run in named for member in run)
    both = {families[member.document] for run in named for member in run}  # texts that tell somebody's, too
    strays = [
        run for run in unnamed if not _echoes(run[-1], heard) and families[run[-1].document] not in both
    ]
    if (strays and heard) or any(differ(*pair, window=window) for pair in combinations(strays, 2)):
        found.add(Status.DIFFER)
    return frozenset(found or {Status.SINGLE})


def agree(one: Sequence[Member], other: Sequence[Member]) -> bool:
    """Tell whether two origins gave the same value at some time."""
    return any(relation(left, right) is Relation.AGREE for left in values(one) for right in values(other))


def values(run: Iterable[Member]) -> tuple[Value, ...]:
    """Return the values that are given, each once."""
    return tuple(dict.fromkeys(member.value for member in run if member.value))


def differ(one: Sequence[Member], other: Sequence[Member], *, window: int) -> bool:
    """Tell whether two origins stand by values that differ, of days no further apart than the window.

    Not so where they agreed when the first of them fell silent: who has not spoken since a revision by
    another has not contradicted it.
    """
    if _relation(one[-1], other[-1]) is not Relation.DIFFER:
        return False
    if abs(days(_day(one[-1]), _day(other[-1]))) > window:
        return False
    until = min(one[-1].known, other[-1].known)
    return _relation(_standing(one, until), _standing(other, until)) is Relation.DIFFER


def _standing(run: Sequence[Member], until: str) -> Member:
    """Return what an origin stood by at a time; its first word where it spoke later."""
    return next((member for member in reversed(run) if member.known <= until), run[0])


def _relation(one: Member, other: Member) -> Relation:
    assert one.value
    assert other.value
    return relation(one.value, other.value)


def _echoes(member: Member, heard: Sequence[Value]) -> bool:
    """Tell whether a value that nobody is told to have given is one that somebody gave, or may be."""
    value = member.value
    return value is not None and any(relation(value, other) is not Relation.DIFFER for other in heard)


def _wavers(run: Sequence[Member], families: Mapping[str, str]) -> bool:
    """Tell whether one origin gave values that differ, none of them surely later than the other.

    ``families`` are the text families of the documents.
    """
    return any(
        _relation(one, other) is Relation.DIFFER
        and not _moved(one, other)
        and families[one.document] != families[other.document]  # a text that has both tells them apart
        for one, other in pairwise(run)
    )
