"""Whether a member says what a finding asks or denies it, and how its members stand to one another.

A report that tells of one origin both that it says so and that it denies it tells nothing of a dispute:
such an origin is left out. An origin that says in a later report what it denied before, or the other way
round, has revised its word.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tocsin.reconcile.assembling import Entry, in_order
from tocsin.reconcile.claims.answering import denies, surroundings
from tocsin.reconcile.claims.lexicon import lexicon
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.reconcile.claims.tables import word
from tocsin.reconcile.history import later
from tocsin.reconcile.inputs import Happened
from tocsin.record import Act
from tocsin.record.finding import Member, Stance, Status, Step, StepKind

_SAYS: Final = {Stance.ASSERTS: "asserts", Stance.DENIES: "denies"}


def stance_of(happened: Happened) -> Stance:
    """Return whether an event is told as one that was, or denied by whoever tells of it.

    "Norland denied that it had withdrawn" denies the withdrawal; that it had not withdrawn asserts it.
    """
    if happened.said is None or happened.said.statement.act is not Act.DENY:
        return Stance.DENIES if denies(happened) else Stance.ASSERTS
    text, at = surroundings(happened)
    return Stance.ASSERTS if negated(text[:at]) else Stance.DENIES


def negated(text: str) -> bool:
    """Tell whether a text has an odd number of words that negate.

    >>> negated("that no troops had"), negated("that troops had"), negated("not that none had")
    (True, False, False)
    """
    negators = {words[0] for words in lexicon().negators if len(words) == 1}
    return sum(stem(found) in negators for found, *_ in words_of(text)) % 2 == 1


def standing(entries: Iterable[Entry]) -> frozenset[Status]:
    """Return how the members of a finding stand to one another; a function of the set of them.

    DENIED wants one origin that says it and another one that denies it; AGREE two told ones that say it,
    or that deny it where nobody says it.
    """
    every = tuple(entries)
    by = {stance: {one.member.origin for one in every if one.member.stance is stance} for stance in Stance}
    both = torn(one.member for one in every)
    found = {Status.REVISED} if any(turns(every)) else set[Status]()
    if any(one != other for one in by[Stance.ASSERTS] - both for other in by[Stance.DENIES] - both):
        found.add(Status.DENIED)
    which = Stance.ASSERTS if by[Stance.ASSERTS] else Stance.DENIES
    told = {one.attribution.key for one in every if one.attribution.told and one.member.stance is which}
    if len(told) > 1:
        found.add(Status.AGREE)
    return frozenset(found or {Status.SINGLE})


def torn(members: Iterable[Member]) -> frozenset[str]:
    """Return the origins of whom one report tells that they say it and that they deny it."""
    stances: dict[tuple[str, str], set[Stance]] = defaultdict(set)
    for each in members:
        stances[each.origin, each.document].add(each.stance)
    return frozenset(origin for (origin, _), found in stances.items() if len(found) > 1)


def turns(entries: Iterable[Entry]) -> Iterator[Step]:
    """Yield where an origin says in a later report what it denied before, or the other way round."""
    every = [each.member for each in in_order(entries)]
    both = torn(every)
    runs: dict[str, list[Member]] = defaultdict(list)
    for member in every:
        if member.origin not in both:
            runs[member.origin].append(member)
    for origin, run in runs.items():
        yield from _turns(origin, run)


def _turns(origin: str, run: Sequence[Member]) -> Iterator[Step]:
    before = run[0]
    for after in run[1:]:
        if after.stance is not before.stance and later(after.known, before.known):
            says = {
                "before": word("stances", _SAYS[before.stance]),
                "after": word("stances", _SAYS[after.stance]),
            }
            why = word("reasons", "turned").format(**says)
            yield Step(
                origin=origin,
                at=after.known,
                before=before.record,
                after=after.record,
                kind=StepKind.REVISED,
                why=why,
            )
        before = after


def only_denied(entries: Iterable[Entry]) -> bool:
    """Tell whether nobody says it: all members deny it."""
    return all(each.member.stance is Stance.DENIES for each in entries)
