"""What answers an open demand, promise or plan; nothing is closed by guess (``answers.toml``)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.reconcile.claims.claimed import Claim, whole
from tocsin.reconcile.claims.gathering import Gathered
from tocsin.reconcile.claims.happenings import groups
from tocsin.reconcile.claims.lexicon import lexicon
from tocsin.reconcile.claims.propositions import Mark
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.reconcile.claims.tables import Rule, rules
from tocsin.reconcile.history import later
from tocsin.reconcile.inputs import Context, Happened
from tocsin.record import Modality
from tocsin.record.finding import Answer

_WITH_HIM: Final = "meet"  # the mode of a demand to meet the one who asks
_NEAR: Final = 80  # code points to either side of a trigger
_AFTER: Final = 2  # words after a trigger in which a degree turns what is denied into a comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the reports of a story tell, among which answers are looked for.

    Claims go by whose they are and their act, events by whose they are (rolled up) and their type;
    ``acts`` has the events that statements are, by statement.
    """

    claims: Mapping[tuple[str, str], Sequence[Claim]]
    happened: Mapping[tuple[str, str], Sequence[Happened]]
    acts: Mapping[str, Sequence[Happened]]
    context: Context

    @classmethod
    def of(cls, claims: Iterable[Claim], happened: Iterable[Happened], context: Context) -> Self:
        """Return claims and events where they are looked for."""
        said: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        done: dict[tuple[str, str], list[Happened]] = defaultdict(list)
        acts: dict[str, list[Happened]] = defaultdict(list)
        for claim in claims:
            said[claim.whose.key, claim.act].append(claim)
        for each in happened:
            if each.event.statement is not None:
                acts[each.event.statement].append(each)
            elif actor := whole(each.actor, each.told.known, context):
                done[actor, each.event.type.value].append(each)
        return cls(claims=said, happened=done, acts=acts, context=context)


def answers_to(open_: Gathered, ground: Ground) -> tuple[Answer, ...]:
    """Return what answers a demand or promise, in order of time."""
    modes = {each.event.mode or "" for each in _own(open_, ground)}
    who = {"addressee": _asked(open_, ground), "speaker": open_.first.whose.key}
    found = [
        answer
        for rule in rules()
        if rule.question == open_.kind.value and (not rule.modes or not modes or modes & rule.modes)
        for answer in _by_rule(open_, who.get(rule.who), rule, ground)
    ]
    first: dict[tuple[str, str], Answer] = {}
    for answer in sorted(found, key=lambda each: (each.at, each.by, each.kind)):
        first.setdefault((answer.to, answer.by), answer)
    return tuple(first.values())


def _own(open_: Gathered, ground: Ground) -> list[Happened]:
    """Return the events that the statements themselves are."""
    return [each for claim in open_.claims for each in ground.acts.get(claim.id, ())]


def _asked(open_: Gathered, ground: Ground) -> str | None:
    """Return whom a demand is made to: its addressee, else the recipient of its event; None where untold."""
    if open_.addressee:
        return open_.addressee
    keys = {whole(each.recipient, each.told.known, ground.context) for each in _own(open_, ground)}
    told = sorted(key for key in keys if key)
    return told[0] if len(told) == 1 else None


def _by_rule(open_: Gathered, who: str | None, rule: Rule, ground: Ground) -> Iterator[Answer]:
    if who is None:
        return
    to = open_.first
    asked = _words(to.content, to.marks)
    for act in sorted(rule.acts):
        for claim in ground.claims.get((who, act), ()):
            if later(claim.known, to.known) and (common := shared(asked, _words(claim.content, claim.marks))):
                yield _answer(to, claim.id, claim.known, rule, common)
    for type_ in sorted(rule.types):
        for each in ground.happened.get((who, type_), ()):
            if each.event.modality.value not in rule.modalities or not later(each.told.known, to.known):
                continue
            if _WITH_HIM in rule.modes and not _meets(each, to, ground.context):
                continue
            if common := shared(asked, words_of_event(each)):
                yield _answer(to, each.event.id, each.told.known, rule, common)


def _meets(done: Happened, to: Claim, context: Context) -> bool:
    """Tell whether the one who asked for a meeting is the one who was met."""
    return whole(done.recipient, done.told.known, context) == to.whose.key


def _answer(to: Claim, by: str, at: str, rule: Rule, common: Sequence[str]) -> Answer:
    return Answer(
        to=to.id, by=by, kind=rule.kind, at=at, why=f"{rule.reason}; both tell of {', '.join(common)}"
    )


def _words(text: str, marks: Iterable[Mark] = ()) -> frozenset[str]:
    """Return the stems of a text that are neither light nor names: of what is marked or capitalised none."""
    named = [(mark.start, mark.end) for mark in marks]
    return frozenset(
        stem(word)
        for word, start, _ in words_of(text)
        if not text[start].isupper() and not any(a <= start < b for a, b in named)
    ) - frozenset(lexicon().light)


def words_near(happened: Happened) -> frozenset[str]:
    """Return the stems near an event's trigger, those of its parties, its place and light ones left out."""
    text, at = surroundings(happened)
    event = happened.event
    parties = " ".join(part.text for part in (event.actor, event.recipient, event.place) if part)
    near = text[max(0, at - _NEAR) : at + len(event.trigger.text) + _NEAR]
    return _words(near) - _words(parties) - _words(event.trigger.text)


def surroundings(happened: Happened) -> tuple[str, int]:
    """Return the words that an event stands in, and where its trigger is: what is said, else its own span."""
    trigger = happened.event.trigger
    said = happened.said.statement.contents if happened.said else ()
    around = next((each for each in said if each.start <= trigger.start and trigger.end <= each.end), None)
    span = around or happened.event.span
    return span.text, trigger.start - span.start


def denies(happened: Happened) -> bool:
    """Tell whether an event is told as one that did not happen: not "had not moved so many", or "not yet"."""
    if happened.event.modality is not Modality.DENIED:
        return False
    text, at = surroundings(happened)
    after = [word for word, *_ in words_of(text[at + len(happened.event.trigger.text) :])]
    return lexicon().degrees.isdisjoint(after[:_AFTER])


def words_of_event(happened: Happened) -> frozenset[str]:
    """Return the stems of an event's words, those for its parties and its place left out."""
    event = happened.event
    parties = " ".join(part.text for part in (event.actor, event.recipient, event.place) if part)
    return (_words(event.span.text) - _words(parties)) | _words(event.trigger.text)


def shared(ours: frozenset[str], theirs: frozenset[str]) -> tuple[str, ...]:
    """Return the words of the first that the second has, too, or has another word for the same happening.

    There are none where no word stands in both: many a thing ends, and many are sent.

    >>> shared(frozenset(("halt", "drill")), frozenset(("drill", "stop")))
    ('drill', 'halt')
    >>> shared(frozenset(("halt", "drill")), frozenset(("fair", "stop")))
    ()
    """
    if ours.isdisjoint(theirs):
        return ()
    known = groups()
    reached = {number for word in theirs for number in known.get((word,), ())}
    return tuple(sorted(word for word in ours if word in theirs or known.get((word,), frozenset()) & reached))
