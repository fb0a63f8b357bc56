"""Words that make an event planned, hypothetical, denied …: lists of ``lang/en/events.toml``."""

from dataclasses import dataclass
from functools import cache

from tocsin.extract.events.terms import Terms
from tocsin.lang import entries, section, table
from tocsin.record import Modality

# Of two that would fit the first counts: "refused to plan an attack" is denied.
_ORDER = (Modality.DENIED, Modality.HYPOTHETICAL, Modality.PLANNED, Modality.ONGOING, Modality.HISTORICAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """The lists; each of ``before``, ``noun`` and ``of`` tells a modality by its value."""

    future: frozenset[str]
    conditional: frozenset[str]
    conjunctions: frozenset[str]
    inverted: frozenset[str]  # before its subject it makes a condition: "should they come"
    negators: frozenset[str]
    paired: frozenset[str]  # of these those that need the word after them: "instead of"
    pairs: frozenset[str]
    not_negating: frozenset[str]
    none: frozenset[str]  # before a subject or an object: "no guard shot"
    complements: frozenset[str]  # what joins a clause to the word that selects it
    from_then: frozenset[str]  # the future as it was told in the past
    before: Terms  # verbs and adjectives that govern the event
    occurring: Terms  # verbs whose subject happens: "the attack took place"
    noun: Terms  # adjectives before the event's noun
    of: Terms  # nouns that the event hangs on
    case: frozenset[str]  # "against an attack", after a verb of ``case_of``
    case_of: Terms
    asserting: Terms  # verbs that assert what they hold: "accused them of shelling"
    expected: Terms  # "is expected in …"
    awaited: frozenset[str]  # triggers that tell of what is to come: "is expected"
    tomorrow: frozenset[str]
    habitual: frozenset[str]
    degrees: frozenset[str]  # with these and ``since`` a negation compares: "not so many since"
    since: frozenset[str]
    spans: frozenset[str]  # "not so many in years"
    always: frozenset[str]  # "never more than"
    definite: frozenset[str]


@cache
def hedges(language: str) -> Hedges:
    """Return the lists of a language."""
    data = section(table(language, "events"), "modality")

    def telling(suffix: str) -> Terms:
        return Terms.of({m.value: entries(data, f"{m.value}_{suffix}") for m in _ORDER})

    def some(key: str) -> frozenset[str]:
        return frozenset(entries(data, key))

    return Hedges(
        future=some("future"),
        conditional=some("conditional"),
        conjunctions=some("if"),
        inverted=some("inverted"),
        negators=some("negators"),
        paired=some("paired"),
        pairs=some("pairs"),
        not_negating=some("not_negating"),
        none=some("none"),
        complements=some("complements"),
        from_then=some("from_then"),
        before=telling("before"),
        occurring=Terms.plain(entries(data, "occurring")),
        noun=telling("noun"),
        of=telling("of"),
        case=some("hypothetical_case"),
        case_of=Terms.plain(entries(data, "hypothetical_case_of")),
        asserting=Terms.plain(entries(data, "asserting")),
        expected=Terms.plain(entries(data, "planned_case_of")),
        awaited=some("awaited"),
        tomorrow=some("tomorrow"),
        habitual=some("habitual"),
        degrees=some("degrees"),
        since=some("since"),
        spans=some("spans"),
        always=some("always"),
        definite=some("definite"),
    )
