"""Names that tell whose they are only beside others: "the Alliance", "Supreme Court", "House".

What the report has beside them decides: what it names that is so described, the only body of that kind,
the only state in the sentence, the state that publishes it. Where two of these differ the name is its
report's own.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from tocsin.knowledge import Entry
from tocsin.record import Name, NameType, Weight
from tocsin.record.name import BODIES
from tocsin.resolve.references.meaning import KNOWN, Meaning, candidate, own
from tocsin.resolve.references.report import Report
from tocsin.resolve.references.words import described_by, folded

_NAMED: Final = 4.0
_ALIKE: Final = 3.3  # what speaks for a kind of body whose state the report tells
_LEAD: Final = re.compile(r"(?:our|this|that|these|their|its|your|my|an?)\s+(?:own\s+)?", re.IGNORECASE)
_HEAD: Final = 400  # code points of a report in which it says what it is about
_FEW: Final = 2  # words that tell a kind; "Federal Trade Commission" is of one state
_ADDED: Final = frozenset(
    ("national", "federal", "central", "supreme", "security", "high", "state", "general")
)


def is_plain(name: Name, report: Report) -> bool:
    """Tell whether a name is a plain noun with a capital, of nobody certain: "Allies", "our Partners"."""
    words = name.span.text.lower().split()
    return words[-1] in report.lexicon.plain and "of" not in words


def settled(meaning: Meaning, report: Report, keys: AbstractSet[str]) -> Meaning:
    """Return what a name stands for that is not known, by the ``keys`` of what else the report names."""
    text = meaning.spans[0].text
    words = folded(_LEAD.sub("", text, count=1))
    if meaning.type not in BODIES:
        return meaning
    described = described_by(report.knowledge, words)
    found = next(_beside(words, described, report, keys), None) or _of_state(
        words, described, meaning, report
    )
    if found is not None:
        entry, why = found
        return _known(meaning, entry, why)
    if not described and not _is_kind(words, report) and words not in report.lexicon.beside:
        return meaning
    why = f"“{text}” may be that of any state or body; it is this report’s own"
    return replace(meaning, key=own(meaning.key, report.extraction.document.id), why=why)


def _beside(
    words: str, described: tuple[str, ...], report: Report, keys: AbstractSet[str]
) -> Iterator[tuple[Entry, str]]:
    """Yield what else is named that a name is said of, or that is the only one of its kind."""
    what, *others = report.lexicon.beside.get(words, ("",))
    if near := next((id_ for id_ in (what, *others) if KNOWN + id_ in keys), None):
        entry, other = report.knowledge.get(what), report.knowledge.get(near)
        if entry and other:
            yield entry, f"the report names {other.name}, too"
    said = [id_ for id_ in described if KNOWN + id_ in keys]
    if len(said) == 1 and (entry := report.knowledge.get(said[0])):
        yield entry, f"“{words}” is said of {entry.name}, which the report names"
    kinds = tuple(id_.removeprefix("*") for id_ in described if id_.startswith("*."))
    same = {key for key in keys if kinds and key.startswith(KNOWN) and key.endswith(kinds)}
    entry = report.entry(next(iter(same))) if len(same) == 1 else None
    if entry and _is_called(words, entry, report):
        yield entry, f"{entry.name} is the only one of its kind that the report names"


def _is_called(words: str, entry: Entry, report: Report) -> bool:
    """Tell whether a body is of the kind that a name says: the United States have no “Finance Ministry”."""
    own_row = report.knowledge.entries.get(entry.id, entry)  # without the names that fit any state’s
    called = " ".join(map(folded, own_row.names)).split()
    kinds = [word for word in words.split() if word in report.lexicon.shared]
    return entry.type is NameType.STATE or all(word in called for word in kinds)


def _of_state(
    words: str, described: tuple[str, ...], meaning: Meaning, report: Report
) -> tuple[Entry, str] | None:
    """Return the body of the state that the report tells, of the kind that the name says."""
    kinds = [id_ for id_ in described if id_.startswith("*")]
    told = _state(meaning, report) if kinds else None
    if told is None:
        return None
    state, why = told
    for kind in kinds:
        body = report.knowledge.body(state, kind)
        entry = report.knowledge.get(body) if body else None
        if entry and _is_called(words, entry, report):
            return entry, why
    return None


def _state(meaning: Meaning, report: Report) -> tuple[str, str] | None:
    """Return the one state that a name is of by what stands around it, and why; None where two may be."""
    names = [name for span in meaning.spans if (name := report.name_at(span.start))]
    beside = {state for name in names if len(found := report.states_beside(name)) == 1 for state in found}
    if report.home:
        beside.add(report.home)
    if len(beside) == 1:
        state = next(iter(beside))
        by = "publishes the report" if state == report.home else "is the only state named beside it"
    elif beside:
        return None
    else:
        head = report.states_in(0, _HEAD)
        if len(head) != 1 or any(report.states_beside(name) for name in names):
            return None
        state, by = next(iter(head)), "is the only state that the report begins with"
    entry = report.knowledge.get(state)
    return (state, f"{entry.name} {by}") if entry else None


def _known(meaning: Meaning, entry: Entry, why: str) -> Meaning:
    value = _NAMED if "which the report names" in why else _ALIKE
    found = candidate(entry, [Weight(part="context", value=value, why=why)])
    return replace(
        meaning,
        key=KNOWN + entry.id,
        type=entry.type,
        score=found.score,
        why=why,
        candidates=(found, *(one for one in meaning.candidates if one.id != entry.id)),
    )


def _is_kind(words: str, report: Report) -> bool:
    """Tell whether all words only tell a kind of body: "ministry", "national assembly"."""
    known = report.lexicon
    telling = [word for word in words.split() if word != "of"]
    return len(telling) <= _FEW and all(
        w in known.shared or w in known.fields or w in _ADDED for w in telling
    )
