"""The tables of claims: classes of acts, what answers what, how movements are explained."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from tocsin.lang import DEFAULT, entries, section, table, words
from tocsin.reconcile.claims.lexicon import LONGEST, Phrase, phrase
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.record import Act
from tocsin.record.finding import AnswerKind

PLAIN: Final = "say"
_MOVEMENT: Final = "movement"
_ASIDE: Final = "aside"
_CONDITIONS: Final = "conditions"
_NO_CLASS: Final = frozenset((_MOVEMENT, _ASIDE, _CONDITIONS))


@cache
def _data(name: str) -> dict[str, object]:
    return tomllib.loads(
        resources.files("tocsin.reconcile.claims").joinpath(f"{name}.toml").read_text("utf-8")
    )


@cache
def word(section_: str, key: str) -> str:
    """Return a pattern of ``words.toml``."""
    return str(section(_data("words"), section_)[key])


@cache
def _classes() -> Mapping[Act, str]:
    classes = section(_data("answers"), "classes")
    return MappingProxyType({Act(act): name for name in classes for act in entries(classes, name)})


def act_class(act: Act) -> str:
    """Return the class of an act.

    >>> act_class(Act.CONDEMN), act_class(Act.CONFIRM)
    ('accuse', 'say')
    """
    return _classes()[act]


@cache
def _related() -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(pair.split()) for pair in entries(section(_data("answers"), "related"), "pairs")
    )


def related(one: str, other: str) -> bool:
    """Tell whether events of two types may be one happening.

    >>> related("AGREE", "CONSULT"), related("AID", "ASSAULT")
    (True, False)
    """
    return one == other or frozenset((one, other)) in _related()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way in which an open question may be answered; ``reason`` tells why that answers it."""

    question: str
    kind: AnswerKind
    who: str  # addressee, speaker, parties
    reason: str
    acts: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()  # "same": that of the plan
    modes: frozenset[str] = frozenset()  # of the demand; empty: any
    modalities: frozenset[str] = frozenset()
    plans: frozenset[str] = frozenset()  # types that are planned; empty: any
    triggers: frozenset[str] = frozenset()  # words of the event; empty: any
    words: bool = True


@cache
def rules() -> tuple[Rule, ...]:
    """Return what answers what (``answers.toml``); raises TypeError or ValueError where it is malformed."""
    rows = _data("answers")["answer"]
    if not isinstance(rows, list):
        raise TypeError("answers.toml: no list of answers")
    return tuple(map(_rule, rows))


def _rule(row: dict[str, object]) -> Rule:
    lists = {
        key: frozenset(words(row, key))
        for key in ("acts", "types", "modes", "modalities", "plans", "triggers")
    }
    return Rule(
        question=str(row["question"]),
        kind=AnswerKind(str(row["kind"])),
        who=str(row["who"]),
        reason=str(row["reason"]),
        words=bool(row.get("words", True)),
        **lists,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words of a text that explain a movement: the class, and where they stand."""

    explanation: str
    start: int
    end: int


@cache
def labels(language: str = DEFAULT) -> Mapping[str, str]:
    """Return the classes of explanations with their names.

    >>> labels()["attack"]
    'preparation of an attack'
    """
    data = table(language, "explanations")
    return MappingProxyType(
        {name: str(section(data, name)["label"]) for name in data if name not in _NO_CLASS}
    )


@cache
def _cues(language: str) -> Mapping[Phrase, str]:
    data = table(language, "explanations")
    found: dict[Phrase, str] = {}
    for name in data:
        for entry in entries(section(data, name), "cues"):
            found.setdefault(phrase(entry), name)
    return MappingProxyType(found)


def cues(text: str, language: str = DEFAULT) -> tuple[Cue, ...]:
    """Return the words of a text that explain a movement, in order; the longest phrase is taken.

    >>> [(cue.explanation, cue.start) for cue in cues("It calls the military exercises a provocation")]
    [('exercise', 13), ('provocation', 34)]
    """
    return tuple(cue for cue in _told(text, language) if cue.explanation not in _NO_CLASS)


def conditions(text: str, language: str = DEFAULT) -> tuple[int, ...]:
    """Return where a text has words that make what follows a condition, or something to be kept off.

    >>> conditions("It would answer if Norland attacked"), conditions("It warned against any attack")
    ((16,), (10,))
    """
    return tuple(cue.start for cue in _told(text, language) if cue.explanation == _CONDITIONS)


def of_movement(text: str, language: str = DEFAULT) -> bool:
    """Tell whether a text speaks of troops or their movement."""
    return any(cue.explanation == _MOVEMENT for cue in _told(text, language))


@cache
def _longest(language: str) -> int:
    return max(*map(len, _cues(language)), LONGEST)


def _told(text: str, language: str) -> list[Cue]:
    known = _cues(language)
    tokens = [(stem(word), start, end) for word, start, end in words_of(text)]
    found: list[Cue] = []
    at = 0
    while at < len(tokens):
        size = next(
            (
                size
                for size in range(min(_longest(language), len(tokens) - at), 0, -1)
                if tuple(token for token, *_ in tokens[at : at + size]) in known
            ),
            0,
        )
        if size:
            name = known[tuple(token for token, *_ in tokens[at : at + size])]
            found.append(Cue(explanation=name, start=tokens[at][1], end=tokens[at + size - 1][2]))
        at += max(size, 1)
    return found
