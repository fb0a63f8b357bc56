"""Records beside the gold: matched one to one, and their fields compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from eval.metrics import Counts, dice, matching, tokens
from eval.metrics import Span as Stretch
from eval.records_gold import Interval, Listed, Words, bare, choices, nearest
from eval.relations import HALF
from eval.speakers import same_speaker
from tocsin.record import Event, Figure, Moment, Role, Span, Statement
from tocsin.record.moment import When

G = TypeVar("G", bound=Listed)
R = TypeVar("R", bound=Figure | Event | Moment | Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Generic[G, R]):
    """A gold record beside the one that matches it, if any; ``right`` tells of each field whether it is."""

    gold: G
    found: R | None
    right: dict[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Generic[G, R]):
    """The records of one kind in a report; ``made_up`` are those that match nothing of the gold."""

    judged: tuple[Judged[G, R], ...]
    made_up: tuple[R, ...]

    def counts(self, *fields: str) -> Counts:
        """Count the records that are found with all these fields right."""
        right = sum(j.found is not None and all(j.right[field] for field in fields) for j in self.judged)
        matched = sum(j.found is not None for j in self.judged)
        return Counts(right=right, found=matched + len(self.made_up), gold=len(self.judged))


def pair(
    gold: Sequence[G], found: Sequence[R], fits: Callable[[G, R], float]
) -> tuple[dict[int, int], list[int]]:
    """Match gold to found, those asked for first; return the pairs and what matches nothing at all."""
    asked = [number for number, one in enumerate(gold) if not one.optional]
    pairs = _matched(gold, asked, found, list(range(len(found))), fits)
    left = [n for n in range(len(found)) if n not in set(pairs.values())]
    rest = [number for number, one in enumerate(gold) if one.optional]
    spare = set(_matched(gold, rest, found, left, fits).values())
    return pairs, [n for n in left if n not in spare]


def _matched(
    gold: Sequence[G],
    wanted: Sequence[int],
    found: Sequence[R],
    free: Sequence[int],
    fits: Callable[[G, R], float],
) -> dict[int, int]:
    edges = []
    for number in wanted:
        scored = [(fits(gold[number], found[n]), n) for n in free]
        edges.append([n for score, n in sorted(scored, key=lambda pair: -pair[0]) if score > 0])
    return {wanted[left]: right for left, right in matching(edges).items()}


def judge(
    gold: Sequence[G],
    found: Sequence[R],
    fits: Callable[[G, R], float],
    fields: Callable[[G, R], dict[str, bool]],
) -> Judgement[G, R]:
    """Return the gold that is asked for, each with its match and what ``fields`` says of it."""
    pairs, spare = pair(gold, found, fits)
    judged = tuple(
        Judged(gold=one, found=None, right={})
        if number not in pairs
        else Judged(
            gold=one, found=found[pairs[number]], right=_with_open(one, fields(one, found[pairs[number]]))
        )
        for number, one in enumerate(gold)
        if not one.optional
    )
    return Judgement(judged=judged, made_up=tuple(found[n] for n in spare))


def _with_open(gold: Listed, right: dict[str, bool]) -> dict[str, bool]:
    return {field: ok or field in gold.open for field, ok in right.items()}


def overlap(one: Stretch | None, other: Span) -> float:
    """Return how much of two spans is common to both, by characters (Dice)."""
    common = min(one[1], other.end) - max(one[0], other.start) if one else 0
    return 2 * common / (one[1] - one[0] + other.end - other.start) if one and common > 0 else 0.0


def same_party(text: str, gold: Words | None, found: Span | None, near: Stretch) -> bool:
    """Tell whether a party or place is the gold's: by its words, or half right by tokens where it stands."""
    if gold is None or found is None:
        return gold is None and found is None
    if same_speaker(found.text, map(bare, choices(gold))):
        return True
    own, mine = tokens(text), (found.start, found.end)
    there = [span for words in choices(gold) if (span := nearest(text, words, near))]
    return any(dice(own.covered([span]), own.covered([mine])) >= HALF for span in there)


def same_days(gold: Interval | None, found: When | None) -> bool:
    """Tell whether a time is the gold's: both ends on its days, or neither told."""
    if gold is None or found is None:
        return gold is None and found is None
    return gold == (day(found.first), day(found.last))


def day(moment: str | None) -> str | None:
    """Return the day of an ISO date or datetime."""
    return moment[:10] if moment else None


def same_source(names: Sequence[str] | None, id_: str | None, statements: dict[str, Statement]) -> bool:
    """Tell whether a statement's speaker or source has one of the names; None is the narrator."""
    if names is None or id_ is None:
        return names is None and id_ is None
    said = statements[id_]
    told = [said.speaker.name if said.speaker else "", said.source.text if said.source else ""]
    plain = {name.casefold() for name in names}
    return any(one.casefold() in plain or same_speaker(one, names) for one in told if one)


def one_of(gold: Words | None, found: str | None) -> bool:
    """Tell whether a word is one of the gold's, whatever the case; None only where the gold has none."""
    return (found.casefold() in {c.casefold() for c in choices(gold)}) if found else gold is None
