"""What a content claims, as it is compared: words by meaning, numbers, names, times, polarity, roles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tocsin.lang import DEFAULT
from tocsin.reconcile.claims.lexicon import LONGEST, Lexicon, lexicon
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.record import Act

_BY: Final = "by"
_LONG_NUMBER: Final = 3  # digits after a comma that group thousands
_NEGATING: Final = frozenset((Act.DENY, Act.REFUSE))


class MarkKind(StrEnum):
    """What a marked stretch of a content is."""

    PERSON = "person"
    BODY = "body"  # a state, an organisation, a group
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch [start, end) of a content that names somebody or somewhere; ``key`` is of who or where."""

    start: int
    end: int
    key: str
    kind: MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One content as it is compared with others; ``negations`` counts what turns it into its opposite."""

    words: tuple[str, ...]  # in order: meanings, a name's key for its words
    weights: Mapping[str, float]
    numbers: Mapping[str, tuple[float, float]]  # by their words: from, to
    names: Mapping[str, MarkKind]  # by key, in order
    slots: Mapping[str, frozenset[str]]  # by kind: the days, months and directions told
    negations: int
    sides: Mapping[int, int]  # by matter, which side its words take
    siding: frozenset[str]  # these words
    doing: tuple[str, str] | None  # the names of who does it and to whom, where the order tells
    speaker: str | None
    act: Act | None
    vector: tuple[float, ...] | None = None  # of the sentence, of length one


@dataclass(frozen=True, slots=True)
class _Read:
    """A unit of a content: one word, or several that mean one."""

    word: str  # "" for what only negates
    start: int
    negates: bool = False
    sides: frozenset[tuple[int, int]] = frozenset()
    number: tuple[float, float] | None = None
    slot: str | None = None
    mark: Mark | None = None


def proposition(
    content: str,
    *,
    marks: Sequence[Mark] = (),
    speaker: str | None = None,
    act: Act | None = None,
    vector: tuple[float, ...] | None = None,
    language: str = DEFAULT,
) -> Proposition:
    """Return what a content claims; marks are of its code points, others are not looked at.

    >>> told = proposition("Iran will not let 200 inspectors return on Tuesday")
    >>> told.numbers, told.negations, told.slots
    ({'200': (200.0, 200.0)}, 1, {'day': frozenset({'tuesday'})})
    """
    words = lexicon(language)
    units = list(_units(content, sorted(marks, key=lambda mark: (mark.start, -mark.end)), words))
    names = {unit.mark.key: unit.mark.kind for unit in units if unit.mark}
    sides: dict[int, int] = {}
    for matter, side in sorted(pair for unit in units for pair in unit.sides):
        sides[matter] = 0 if sides.get(matter, side) != side else side
    return Proposition(
        words=tuple(unit.word for unit in units if unit.word),
        weights={unit.word: _weight(unit, words) for unit in units if unit.word},
        numbers={unit.word: unit.number for unit in units if unit.number is not None},
        names=names,
        slots={
            kind: frozenset(unit.word for unit in units if unit.slot == kind)
            for kind in dict.fromkeys(unit.slot for unit in units if unit.slot)
        },
        negations=sum(unit.negates for unit in units) + (act in _NEGATING),
        sides=sides,
        siding=frozenset(unit.word for unit in units if unit.sides),
        doing=_doing(units),
        speaker=speaker,
        act=act,
        vector=vector,
    )


def _weight(unit: _Read, words: Lexicon) -> float:
    if unit.mark or unit.number is not None:
        return 1.0
    return 0.25 if unit.word in words.light else 1.0


def _units(content: str, marks: Sequence[Mark], words: Lexicon) -> Iterable[_Read]:
    tokens = list(words_of(content))
    at = 0
    while at < len(tokens):
        start = tokens[at][1]
        mark = next((mark for mark in marks if mark.start <= start < mark.end), None)
        if mark is not None:
            while at < len(tokens) and tokens[at][1] < mark.end:
                at += 1
            yield _Read(mark.key, start, mark=mark)
            continue
        number, taken = _number([word for word, *_ in tokens[at:]], words)
        if number is not None:
            yield _Read(_written(number), start, number=number)
        else:
            unit, taken = _meaning([word for word, *_ in tokens[at : at + LONGEST]], start, words)
            yield unit
        at += taken


def _meaning(ahead: Sequence[str], start: int, words: Lexicon) -> tuple[_Read, int]:
    """Return what the next words mean, and how many words that takes: the longest known phrase first."""
    if slot := words.slots.get(ahead[0]):
        return _Read(ahead[0], start, slot=slot), 1
    stems = tuple(map(stem, ahead))
    for size in range(len(stems), 0, -1):
        phrase = stems[:size]
        joined = "-".join(phrase)
        if phrase in words.plain:
            return _Read("", start), size
        negates = phrase in words.negators
        sides = words.sides.get(joined, frozenset())
        if negates or sides or phrase in words.alike:
            kept = "" if negates and phrase not in words.alike else words.alike.get(phrase, joined)
            return _Read(kept, start, negates, sides), size
    return _Read(stems[0], start), 1


def _number(ahead: Sequence[str], words: Lexicon) -> tuple[tuple[float, float] | None, int]:
    """Return the number that the next words tell, from and to, and how many words that takes.

    >>> _number(["two", "hundred", "men"], lexicon()), _number(["1.5", "million"], lexicon())
    (((200.0, 200.0), 2), ((1500000.0, 1500000.0), 2))
    >>> _number(["dozens", "of"], lexicon())
    ((24.0, 100.0), 1)
    """
    first = ahead[0]
    if first in words.vague:
        return words.vague[first], 1
    value = words.numbers.get(first) if not first[0].isdigit() else _digits(first)
    if value is None:
        return None, 1
    taken = 1
    while taken < len(ahead) and (times := words.magnitudes.get(ahead[taken].removesuffix("s"))):
        value *= times
        taken += 1
    return (value, value), taken


def _written(number: tuple[float, float]) -> str:
    low, high = number
    return f"{low:.12g}" if low == high else f"{low:.12g}-{high:.12g}"


def _digits(written: str) -> float:
    parts = written.split(",")
    grouped = len(parts) > 1 and all(len(part.split(".")[0]) == _LONG_NUMBER for part in parts[1:])
    plain = written.replace(",", "") if grouped else written.replace(",", ".")
    whole, _, rest = plain.partition(".")
    return float(f"{whole}.{rest.replace('.', '')}") if rest else float(whole)


def _doing(units: Sequence[_Read]) -> tuple[str, str] | None:
    """Return the two names of a content as (who does it, to whom), read from order and "by"."""
    named: list[tuple[str, bool]] = []
    before = ""
    for unit in units:
        if unit.mark and unit.mark.key not in (name for name, _ in named):
            named.append((unit.mark.key, before == _BY))
        before = unit.word
    if len(named) < 2:
        return None
    agent = next((number for number, (_, by) in enumerate(named) if by), 0)
    other = 1 if agent == 0 else 0
    return named[agent][0], named[other][0]
