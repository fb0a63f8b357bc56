"""Which events are worth a finding, which planned ones are plans, and which two are worth comparing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Final

from tocsin.lang import DEFAULT, entries, table
from tocsin.reconcile.claims.apart import Told
from tocsin.reconcile.claims.happenings import PREFIX
from tocsin.reconcile.claims.lexicon import Phrase, lexicon, phrase
from tocsin.reconcile.claims.linkage import Pair
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.reconcile.claims.tables import rules
from tocsin.record import Modality

_START: Final = PREFIX - 1  # letters that the heads of one family share at least


@cache
def occasions(language: str = DEFAULT) -> frozenset[Phrase]:
    """Return what may be planned and take place, as phrases of stems: meetings, visits, votes, strikes.

    >>> ("visit",) in occasions(), ("ensur",) in occasions()
    (True, False)
    """
    return frozenset(phrase(each) for each in entries(table(language, "happenings"), "occasions"))


@cache
def courtesies(language: str = DEFAULT) -> frozenset[str]:
    """Return words of thanks and greeting, which are no happening where they are said to nobody."""
    return frozenset(entries(table(language, "happenings"), "courtesies"))


@cache
def plannable() -> frozenset[str]:
    """Return the types of events of which a later report may tell that a plan of one took place."""
    return frozenset(type_ for rule in rules() if rule.question == "plan" for type_ in rule.plans)


def is_plan(told: Told) -> bool:
    """Tell whether a planned event is a plan: an occasion that is told by its word, or that has a date.

    "We will continue" and "forces remain positioned" are none, whatever their verb is coded as.
    """
    event = told.happened.event
    stems = [stem(found) for found, *_ in words_of(event.trigger.text)]
    if any(_in(each, stems) for each in occasions()):
        return True
    telling = set(stems) - lexicon().light - lexicon().going_on
    return (
        event.date is not None
        and event.type.value in plannable()
        and bool(telling)
        and (bool(told.parties) or _names(told))
    )


def _in(part: Phrase, stems: Sequence[str]) -> bool:
    return any(tuple(stems[at : at + len(part)]) == part for at in range(len(stems)))


def worth_finding(group: Sequence[Told]) -> bool:
    """Tell whether events make a finding: somebody or somewhere is named, or texts of their own tell it.

    An event of "any person" that one text alone has answers nobody's question.
    """
    if any(told.parties or told.happened.place or _names(told) for told in group):
        return True
    return len({told.happened.told.family for told in group}) > 1


def _names(told: Told) -> bool:
    """Tell whether a party or the place is told by a name, even one that stands for nobody of the case."""
    event = told.happened.event
    texts = [part.text for part in (event.actor, event.recipient, event.place) if part]
    return any(
        text[start].isupper() and stem(found) not in lexicon().light
        for text in texts
        for found, start, _ in words_of(text)
    )


def is_courtesy(told: Told) -> bool:
    """Tell whether an event is a word of thanks to nobody who is known."""
    words = [found for found, *_ in words_of(told.happened.event.trigger.text)]
    return told.recipient is None and bool(words) and courtesies().issuperset(words)


def is_firm(told: Told) -> bool:
    """Tell whether an event may stand among findings by itself; what is planned must be a plan."""
    if is_courtesy(told):
        return False
    return told.happened.event.modality is not Modality.PLANNED or is_plan(told)


def pairs(told: Mapping[str, Told], ids: Iterable[str]) -> tuple[Pair, ...]:
    """Return the pairs, smaller id first, with a word, a family of words or a group of words in common.

    Of two events that have none, nothing else that they share makes one happening.
    """
    blocks: dict[tuple[str, object], list[str]] = defaultdict(list)
    for each in sorted(ids):
        one = told[each].occurrence
        keys: set[tuple[str, object]] = {("start", one.head[:_START])}
        keys |= {("group", group) for group in one.groups} | {("word", found) for found in one.stems}
        for key in keys:
            blocks[key].append(each)
    return tuple(sorted({pair for block in blocks.values() for pair in combinations(block, 2)}))
