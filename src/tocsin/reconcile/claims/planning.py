"""What was planned and came about, or was called off: by the same parties, of a fitting type, in its time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tocsin.reconcile.claims.answering import shared, words_of_event
from tocsin.reconcile.claims.apart import MUTUAL
from tocsin.reconcile.claims.claimed import whole
from tocsin.reconcile.claims.lexicon import lexicon, phrase
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.reconcile.claims.tables import Rule, rules, word
from tocsin.reconcile.history import later
from tocsin.reconcile.inputs import Context, Happened
from tocsin.record.finding import Answer

_DAY = 10


ByParty = Mapping[str, Sequence[Happened]]


def by_party(happened: Iterable[Happened], context: Context) -> ByParty:
    """Return events by the parties that they name, in the order that they come in."""
    found: dict[str, list[Happened]] = defaultdict(list)
    for each in happened:
        parties = (_party(id_, each.told.known, context) for id_ in (each.actor, each.recipient))
        for party in {one: None for one in parties if one}:
            found[party].append(each)
    return found


def plan_answers(planned: Sequence[Happened], done: ByParty, context: Context) -> tuple[Answer, ...]:
    """Return what later reports tell of a plan, in order of time; a function of the sets."""
    first: dict[str, Answer] = {}
    found = [
        answer
        for plan in planned
        for rule in rules()
        if rule.question == "plan" and plan.event.type.value in rule.plans
        for answer in _by_rule(plan, done.get(_actor(plan, context) or "", ()), rule, context)
    ]
    for answer in sorted(found, key=lambda each: (each.at, each.by, each.to)):
        first.setdefault(answer.by, answer)
    return tuple(first.values())


def _by_rule(plan: Happened, events: Sequence[Happened], rule: Rule, context: Context) -> Iterator[Answer]:
    types = {plan.event.type.value if each == "same" else each for each in rule.types}
    for each in events:
        event = each.event
        if event.type.value not in types or event.modality.value not in rule.modalities:
            continue
        if not later(each.told.known, plan.told.known) or not _parties(plan, each, context):
            continue
        if not _in_time(plan, each) or not _place(plan, each, context) or not _called_off(each, rule):
            continue
        common = shared(words_of_event(plan), words_of_event(each))
        if _enough(plan, each, common):
            why = f"{rule.reason}; both tell of {', '.join(common)}"
            yield Answer(
                to=plan.event.id,
                by=event.id,
                kind=rule.kind,
                at=each.told.known,
                why=word("reasons", "planned").format(why=why),
            )


def _actor(plan: Happened, context: Context) -> str | None:
    return _party(plan.actor, plan.told.known, context)


def _called_off(done: Happened, rule: Rule) -> bool:
    """Tell whether an event has one of the words that a rule asks for, if it does."""
    if not rule.triggers:
        return True
    stems = {stem(word) for word, *_ in words_of(done.event.trigger.text)}
    return any(set(phrase(words)) <= stems for words in rule.triggers)


def _enough(plan: Happened, done: Happened, common: Sequence[str]) -> bool:
    """Tell whether what both tell makes them one occasion: what it is, and with whom, where or when.

    Many a meeting is planned by the same few: one word in common is no answer.
    """
    telling = set(common) - lexicon().light - lexicon().going_on
    if not telling:
        return False
    placed = plan.place is not None and done.place is not None
    dated = plan.event.date is not None and done.event.date is not None
    if plan.event.type not in MUTUAL:  # who sends help sends help again: it must be that which was planned
        deed = {stem(word) for word, *_ in words_of(plan.event.trigger.text)}
        return placed or dated or not deed.isdisjoint(telling)
    both = plan.recipient is not None and done.recipient is not None
    return both or placed or dated or len(telling) > 1


def _parties(plan: Happened, done: Happened, context: Context) -> bool:
    """Tell whether the one who planned it did it, and to the other party that was named, if one was.

    Of a meeting either may be told first.
    """
    if plan.actor is None:
        return False
    ours = [_party(id_, plan.told.known, context) for id_ in (plan.actor, plan.recipient)]
    theirs = [_party(id_, done.told.known, context) for id_ in (done.actor, done.recipient)]
    mutual = plan.event.type in MUTUAL or done.event.type in MUTUAL
    if ours[0] is None or ours[0] not in (theirs if mutual else theirs[:1]):
        return False
    rest = [party for party in theirs if party and party != ours[0]]
    return ours[1] is None or not rest or ours[1] in rest


def _party(id_: str | None, known: str, context: Context) -> str | None:
    """Return the entity itself: that another of its government came is no answer."""
    if id_ is None:
        return None
    return context.actors[id_].key if id_ in context.actors else whole(id_, known, context)


def _in_time(plan: Happened, done: Happened) -> bool:
    """Tell whether what was done may be at the time that it was planned for."""
    ours, theirs = plan.event.date, done.event.date
    if ours is None or ours.first is None:
        return True
    if theirs is not None and (theirs.first or theirs.last):
        started = (theirs.first or theirs.last or "")[:_DAY]
        ended = (theirs.last or theirs.first or "")[:_DAY]
        return ended >= ours.first[:_DAY] and (ours.last is None or started <= ours.last[:_DAY])
    return done.told.known[:_DAY] >= ours.first[:_DAY]


def _place(plan: Happened, done: Happened, context: Context) -> bool:
    if plan.place is None or done.place is None:
        return True
    return context.within(plan.place, done.place) or context.within(done.place, plan.place)
