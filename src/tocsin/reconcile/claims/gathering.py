"""Which statements of one origin in a story make one claim, demand or promise."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp
from types import MappingProxyType
from typing import Final

from tocsin.reconcile.claims.claimed import Claim
from tocsin.reconcile.claims.comparing import SAME, Comparison, same_claim
from tocsin.reconcile.claims.linkage import Pair, grouped
from tocsin.reconcile.claims.tables import PLAIN
from tocsin.reconcile.inputs import Within
from tocsin.record import Weight
from tocsin.record.finding import QuestionKind

_ADDRESSED: Final = 1.5  # log-odds that one addressee of two demands adds
_UTTERANCE: Final = 4.5  # … that the words of one origin adds which stand in two reports
_RUN: Final = 4  # words
_KINDS: Final = {"request": QuestionKind.DEMAND, "promise": QuestionKind.PROMISE}
DENY: Final = "deny"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Statements that make one claim, in canonical order, and what joined each to another one."""

    kind: QuestionKind
    act: str  # the class that tells most
    claims: tuple[Claim, ...]
    joined: Mapping[str, tuple[str, Comparison]]  # by statement: the nearest of the others

    @property
    def first(self) -> Claim:
        """The claim that was known first."""
        return self.claims[0]

    @property
    def addressee(self) -> str | None:
        """Whom most of them are said to, of those who are told."""
        told = Counter(claim.addressee for claim in self.claims if claim.addressee)
        return min(told, key=lambda key: (-told[key], key)) if told else None


def block_of(claim: Claim) -> str:
    """Return the block of a statement: findings of other blocks do not change with it."""
    return f"claim|{claim.story}|{claim.whose.key}"


def gathered(claims: Iterable[Claim], within: Within) -> tuple[Gathered, ...]:
    """Return what the statements of one block claim, by their first; a function of the set of them."""
    units: dict[str, list[Claim]] = defaultdict(list)
    for claim in {claim.id: claim for claim in claims}.values():
        units[_unit(claim)].append(claim)
    by_unit = {unit: min(own, key=lambda claim: (claim.known, claim.id)) for unit, own in units.items()}
    compared: dict[Pair, Comparison] = {}
    for left, right in combinations(sorted(by_unit), 2):
        one, other = by_unit[left], by_unit[right]
        if _comparable(one, other):
            compared[left, right] = _compare(one, other, within)
    groups = grouped(by_unit, {pair: found.score for pair, found in compared.items()}, join=SAME)
    found = (_gathered({unit: units[unit] for unit in group}, compared, within) for group in groups)
    return tuple(sorted(found, key=lambda one: (one.first.known, one.first.id)))


def _unit(claim: Claim) -> str:
    """Return what claims in the same words share: they are compared once, so that copies move no average."""
    words = claim.claims
    return "|".join((claim.act, claim.addressee or "", str(words.negations), " ".join(words.words)))


def _comparable(one: Claim, other: Claim) -> bool:
    if one.telling.isdisjoint(other.telling) and (one.telling or other.telling):
        return False
    if DENY in (one.act, other.act):
        return one.act == other.act
    return one.act == other.act or PLAIN in (one.act, other.act)


def _compare(one: Claim, other: Claim, within: Within) -> Comparison:
    found = same_claim(one.claims, other.claims, within=within)
    if _within(one.claims.words, other.claims.words) or _within(other.claims.words, one.claims.words):
        why = "the words of the one stand in the other"
        found = scored((*found.weights, Weight(part="utterance", value=_UTTERANCE, why=why)))
    if one.addressee is None or one.addressee != other.addressee or one.act != other.act:
        return found
    why = f"both to {one.addressee}"
    return scored((*found.weights, Weight(part="addressee", value=_ADDRESSED, why=why)))


def _within(part: Sequence[str], longer: Sequence[str]) -> bool:
    """Tell whether words of some length stand as one run in others.

    >>> _within("there will be consequences".split(), "who said there will be consequences for".split())
    True
    """
    size = len(part)
    if size < _RUN:
        return False
    return any(tuple(longer[at : at + size]) == tuple(part) for at in range(len(longer) - size + 1))


def scored(weights: tuple[Weight, ...]) -> Comparison:
    """Return the comparison that is the sum of its weights in log-odds."""
    odds = sum(weight.value for weight in weights)
    return Comparison(score=round(1 / (1 + exp(-odds)), 4), weights=weights)


def _gathered(
    units: Mapping[str, Sequence[Claim]], compared: Mapping[Pair, Comparison], within: Within
) -> Gathered:
    of = {claim.id: unit for unit, own in units.items() for claim in own}
    every = (claim for own in units.values() for claim in own)
    ordered = tuple(sorted(every, key=lambda claim: (claim.known, claim.id)))
    joined: dict[str, tuple[str, Comparison]] = {}
    for claim in ordered:
        others = []
        for other in ordered:
            pair = (min(of[claim.id], of[other.id]), max(of[claim.id], of[other.id]))
            if other.id != claim.id and pair in compared:
                others.append((compared[pair], other.id))
            elif other.id != claim.id and pair[0] == pair[1]:
                others.append((_compare(claim, other, within), other.id))
        if others:
            nearest = min(others, key=lambda found: (-found[0].score, found[1]))
            joined[claim.id] = nearest[1], nearest[0]
    acts = Counter(claim.act for claim in ordered)
    act = min(acts, key=lambda name: (name not in _KINDS, name == PLAIN, -acts[name], name))
    return Gathered(
        kind=_KINDS.get(act, QuestionKind.CLAIM),
        act=act,
        claims=ordered,
        joined=MappingProxyType(joined),
    )


def blocks(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Return claims by their block."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[block_of(claim)].append(claim)
    return found
