"""What reports count: measures with their unit, nouns, verbs and states (``quantities.toml``)."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

_LISTS: Final = ("words", "subject", "object", "states", "nouns", "tolls")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A thing that reports count. All words are lemmas in lower case."""

    code: str
    unit: str
    words: frozenset[str]
    subject: frozenset[str]  # verbs whose subject is counted: "die"
    object: frozenset[str]  # verbs whose object is counted: "kill"
    states: frozenset[str]  # "dead"
    nouns: frozenset[str]  # "death"
    tolls: frozenset[str]  # "death toll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """All measures, and which of them a noun, verb or state tells."""

    measures: dict[str, Measure]
    harm: frozenset[str]  # codes of what is done to people
    held: frozenset[str]  # codes of what somebody has, moves or deploys
    by_word: dict[str, str]
    by_noun: dict[str, str]
    by_subject: dict[str, str]
    by_object: dict[str, str]
    by_state: dict[str, str]
    holding: frozenset[str]  # verbs whose subject has what their object counts
    accusing: frozenset[str]  # verbs whose object has it: "accused them of massing troops"
    personal: frozenset[str]  # codes of harm whose verbs tell that people are counted
    by_toll: dict[str, str]
    counts: frozenset[str]  # nouns of a count of whatever: "number", "figure"
    losses: frozenset[str]  # nouns that tell people killed where a text speaks of war or harm

    def of_noun(self, lemmas: tuple[str, ...]) -> str | None:
        """Return the measure that a noun phrase's lemmas tell by their longest known ending.

        >>> quantities().of_noun(("heavy", "battle", "tank")), quantities().of_noun(("kite",))
        ('tanks', None)
        """
        for start in range(max(0, len(lemmas) - 4), len(lemmas)):
            ending = " ".join(lemmas[start:])
            if code := self.by_noun.get(ending) or self.by_word.get(ending):
                return code
        return None


@cache
def quantities() -> Quantities:
    """Return the measures of ``quantities.toml``; raises TypeError where the file is malformed."""
    text = resources.files("tocsin.ontology").joinpath("quantities.toml").read_text("utf-8")
    data = tomllib.loads(text)
    groups = data.pop("groups")
    measures = {code: _measure(code, row) for code, row in data.items()}
    unknown = (_entries(groups, "harm") | _entries(groups, "held")) - measures.keys()
    if unknown:
        raise TypeError(f"quantities.toml: groups name unknown measures {sorted(unknown)}")
    return Quantities(
        measures=measures,
        harm=_entries(groups, "harm"),
        held=_entries(groups, "held"),
        by_word=_first((word, m.code) for m in measures.values() for word in m.words),
        by_noun=_first((word, m.code) for m in measures.values() for word in m.nouns),
        by_subject=_first((word, m.code) for m in measures.values() for word in m.subject),
        by_object=_first((word, m.code) for m in measures.values() for word in m.object),
        by_state=_first((word, m.code) for m in measures.values() for word in m.states),
        holding=_entries(groups, "holding"),
        accusing=_entries(groups, "accusing"),
        personal=_entries(groups, "personal"),
        by_toll=_first((word, m.code) for m in measures.values() for word in m.tolls),
        counts=_entries(groups, "counts"),
        losses=_entries(groups, "losses"),
    )


def _measure(code: str, row: object) -> Measure:
    if not isinstance(row, dict) or not isinstance(unit := row.get("unit"), str):
        raise TypeError(f"quantities.toml: {code} has no unit")
    unknown = row.keys() - {"unit", *_LISTS}
    if unknown:
        raise TypeError(f"quantities.toml: {code} has unknown keys {sorted(unknown)}")
    words, subject, verbs, states, nouns, tolls = (_entries(row, key) for key in _LISTS)
    return Measure(
        code=code,
        unit=unit,
        words=words,
        subject=subject,
        object=verbs,
        states=states,
        nouns=nouns,
        tolls=tolls,
    )


def _entries(row: dict[str, object], key: str) -> frozenset[str]:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise TypeError(f"quantities.toml: {key!r} is no text")
    return frozenset(" ".join(part.split()).lower() for part in value.split(",") if part.strip())


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The measure that comes first in the file wins a word that several have."""
    found: dict[str, str] = {}
    for word, code in pairs:
        found.setdefault(word, code)
    return found
