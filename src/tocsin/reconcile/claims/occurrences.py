"""Whether two reports tell of one happening: a score with all that speaks for it and against it.

The weights are learnt on the train topics of ECB+ (Cybulska & Vossen 2014, CC BY; ``training/claims.py``).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import exp, sqrt
from typing import Final

from tocsin.lang import DEFAULT
from tocsin.reconcile.claims.comparing import Comparison
from tocsin.reconcile.claims.happenings import groups_of, one_family, reporting
from tocsin.reconcile.claims.lexicon import lexicon
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.record import Weight

NEAR: Final = 45  # code points from the middle of a trigger within which words are near it
# Log-odds, learnt.
WEIGHTS: Final[Mapping[str, float]] = {
    "base": -4.75, "same": -1.05, "alike": 0.75, "words": 3.25, "type": 0.6, "story": 3.55, "near": 1.3,
    "other, story": 0.3, "other, parties": 1.1, "another actor": -0.35, "another recipient": -0.1,
    "parties": 0.15, "speech": -2.2, "speech, near": 1.75, "speech, speaker": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A happening as a report tells it. Actor and recipient are ids, or stems of the words for them."""

    id: str
    document: str
    story: str | None
    head: str  # stem
    stems: frozenset[str]  # of the trigger's words
    groups: frozenset[int]  # of words that may stand for one happening
    speech: bool  # it tells that somebody says something
    type: str | None = None
    actor: frozenset[str] = frozenset()
    recipient: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()  # stems near it


def occurrence(  # noqa: PLR0913 - what a report tells of a happening
    id: str,  # noqa: A002 - the record's own word
    *,
    document: str,
    trigger: str,
    head: str | None = None,
    story: str | None = None,
    type: str | None = None,  # noqa: A002 - the record's own word
    actor: Collection[str] = (),
    recipient: Collection[str] = (),
    context: str = "",
    at: int = 0,
    language: str = DEFAULT,
) -> Occurrence:
    """Return a happening for comparison; ``at`` is where the trigger starts in ``context``.

    >>> told = occurrence("eve-1", document="doc-1", trigger="shelled", context="Rebels shelled it", at=7)
    >>> told.head, told.around
    ('shell', frozenset({'rebel'}))
    """
    stems = [stem(word) for word, *_ in words_of(trigger)]
    first = stem(head.casefold()) if head else (stems[-1] if stems else "")
    middle = at + len(trigger) / 2
    light = lexicon(language).light
    around = {
        stem(word)
        for word, start, _ in words_of(context)
        if not at <= start < at + len(trigger) and abs(start - middle) < NEAR
    }
    return Occurrence(
        id=id,
        document=document,
        story=story,
        head=first,
        stems=frozenset(stems),
        groups=groups_of(stems, first, language),
        speech=first in reporting(language),
        type=type,
        actor=frozenset(actor),
        recipient=frozenset(recipient),
        around=frozenset(around - light),
    )


def same_event(left: Occurrence, right: Occurrence) -> Comparison:
    """Return how far two reports tell of one happening.

    >>> here = occurrence("eve-1", document="doc-1", trigger="shelled", story="sto-1")
    >>> there = occurrence("eve-2", document="doc-2", trigger="bombardment", story="sto-1")
    >>> same_event(here, here).score > 0.7, same_event(here, there).score > 0.3
    (True, True)
    """
    weights = [Weight(part="base", value=WEIGHTS["base"], why="before anything is compared")]
    for part, share, why in features(left, right):
        if share:
            weights.append(Weight(part=part, value=round(WEIGHTS[part] * share, 4), why=why))
    odds = sum(weight.value for weight in weights)
    return Comparison(score=round(1 / (1 + exp(-odds)), 4), weights=tuple(weights))


def features(left: Occurrence, right: Occurrence) -> Iterator[tuple[str, float, str]]:
    """Yield each part of the comparison, from 0 to 1, and what it says."""
    same = left.head == right.head or one_family(left.head, right.head)
    alike = not same and bool(left.groups & right.groups)
    one = same or alike
    speech = left.speech or right.speech
    story = left.story is not None and left.story == right.story
    words = " and ".join(sorted({left.head, right.head}))
    shared = left.actor & right.actor | left.recipient & right.recipient
    crossed = shared or (left.actor | left.recipient) & (right.actor | right.recipient)
    near = _cosine(left.around, right.around)
    yield "same", float(same), f"the same word: {words}"
    yield "alike", float(alike), f"words for one happening: {words}"
    yield "words", _dice(left.stems, right.stems), "words of the trigger in common"
    yield "near", near, "words near it in common"
    yield "story", float(one and story), "reports of one story"
    yield "other, story", float(not one and story), "reports of one story, another word"
    if one:
        yield "parties", float(bool(crossed)), f"both: {', '.join(sorted(crossed))}"
        yield "another actor", float(_disjoint(left.actor, right.actor)), "another actor"
        yield "another recipient", float(_disjoint(left.recipient, right.recipient)), "another recipient"
        yield "speech", float(speech), "saying is told of many a time"
    else:
        yield "other, parties", float(bool(crossed)), f"both: {', '.join(sorted(crossed))}"
    if not same:
        both = left.type is not None and left.type == right.type
        yield "type", float(both), f"both {left.type}"
    if one and speech:
        yield "speech, near", near, "words near it in common"
        yield "speech, speaker", float(bool(left.actor & right.actor)), "one speaker"


def _dice(ours: Collection[str], theirs: Collection[str]) -> float:
    both = len(ours) + len(theirs)
    return 2 * len(set(ours) & set(theirs)) / both if both else 0.0


def _cosine(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / sqrt(len(ours) * len(theirs)) if ours and theirs else 0.0


def _disjoint(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours) and bool(theirs) and not ours & theirs
