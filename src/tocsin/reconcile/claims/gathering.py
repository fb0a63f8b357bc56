"""Which statements of one origin in a story make one claim, demand or promise."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp
from types import MappingProxyType
from typing import Final

from tocsin.reconcile.claims.claimed import Claim
from tocsin.reconcile.claims.comparing import SAME, Comparison, same_claim
from tocsin.reconcile.claims.lexicon import lexicon
from tocsin.reconcile.claims.linkage import Pair, grouped
from tocsin.reconcile.claims.tables import PLAIN
from tocsin.reconcile.inputs import Within
from tocsin.record import Weight
from tocsin.record.finding import QuestionKind

_ADDRESSED: Final = 1.5  # log-odds that one addressee of two demands adds
_UTTERANCE: Final = 4.5  # … that the words of one origin adds which stand in two reports
_ONE_REPORT: Final = -0.7  # … that takes away: a report seldom says in other words what it said before
_RUN: Final = 4  # words
_SHARE: Final = 0.2  # of the longer one's telling words in common, below which two are never one claim
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
    documents = {unit: {claim.said.told.document for claim in own} for unit, own in units.items()}
    for left, right in _pairs(by_unit):
        one, other = by_unit[left], by_unit[right]
        if _comparable(one, other):
            apart = not documents[left].isdisjoint(documents[right])
            compared[left, right] = _compare(one, other, within, apart=apart)
    groups = grouped(by_unit, {pair: found.score for pair, found in compared.items()}, join=SAME)
    found = (_gathered({unit: units[unit] for unit in group}, compared, within) for group in groups)
    return tuple(sorted(found, key=lambda one: (one.first.known, one.first.id)))


def _unit(claim: Claim) -> str:
    """Return what claims in the same words share: they are compared once, so that copies move no average."""
    words = claim.claims
    return "|".join((claim.act, claim.addressee or "", str(words.negations), " ".join(words.words)))


def _pairs(by_unit: Mapping[str, Claim]) -> Iterator[Pair]:
    """Yield the pairs of units with enough telling words in common for one claim, or with none at all."""
    having: dict[str | None, list[str]] = defaultdict(list)
    for unit in sorted(by_unit):
        for word in by_unit[unit].telling or (None,):
            having[word].append(unit)
    common = Counter(pair for same in having.values() for pair in combinations(same, 2))
    for (left, right), words in sorted(common.items()):
        sizes = len(by_unit[left].telling), len(by_unit[right].telling)
        if words >= _SHARE * max(sizes) or words == min(sizes):
            yield left, right


def _comparable(one: Claim, other: Claim) -> bool:
    if one.act == other.act:
        return True
    if DENY in (one.act, other.act) or PLAIN not in (one.act, other.act):
        return False
    act, plain = (one.act, other) if other.act == PLAIN else (other.act, one)
    modal = lexicon().modal.get(act)
    return modal is None or not modal.isdisjoint(plain.claims.words)


def _compare(one: Claim, other: Claim, within: Within, *, apart: bool = False) -> Comparison:
    """Return how far two claims of one origin are one; ``apart`` is whether one report has both."""
    found = same_claim(one.claims, other.claims, within=within)
    if _within(one.claims.words, other.claims.words) or _within(other.claims.words, one.claims.words):
        why = "the words of the one stand in the other"
        found = scored((*found.weights, Weight(part="utterance", value=_UTTERANCE, why=why)))
    if apart:
        why = "one report tells both"
        found = scored((*found.weights, Weight(part="report", value=_ONE_REPORT, why=why)))
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
    every = (claim for own in units.values() for claim in own)
    ordered = tuple(sorted(every, key=lambda claim: (claim.known, claim.id)))
    joined = {id_: found for unit in units for id_, found in _nearest(unit, units, compared, within)}
    acts = Counter(claim.act for claim in ordered)
    act = min(acts, key=lambda name: (name not in _KINDS, name == PLAIN, -acts[name], name))
    return Gathered(
        kind=_KINDS.get(act, QuestionKind.CLAIM),
        act=act,
        claims=ordered,
        joined=MappingProxyType(joined),
    )


def _nearest(
    unit: str, units: Mapping[str, Sequence[Claim]], compared: Mapping[Pair, Comparison], within: Within
) -> Iterator[tuple[str, tuple[str, Comparison]]]:
    """Yield for each claim of a unit the one of its group that it is most alike to, and how far."""
    others = [
        (-found.score, min(claim.id for claim in units[other]), found)
        for other in units
        if other != unit and (found := compared.get((min(unit, other), max(unit, other))))
    ]
    own = sorted(claim.id for claim in units[unit])
    same = _compare(units[unit][0], units[unit][0], within) if len(own) > 1 else None
    for id_ in own:
        twin = [(-same.score, own[own[0] == id_], same)] if same else []
        if nearest := min((*others, *twin), key=lambda each: each[:2], default=None):
            yield id_, (nearest[1], nearest[2])


def blocks(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Return claims by their block."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[block_of(claim)].append(claim)
    return found
