"""Which act a statement performs, by its cue first and by the beginning of its content where that is safe."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tocsin.extract.lexicon import Kind, Match, cue_words, lexicon
from tocsin.lang import entries, section, table
from tocsin.lang.en.inflect import verb_forms
from tocsin.record import Act

_HEAD: Final = 160  # how much of a content is its beginning
_EXPRESSED: Final = 8  # words of a content among which its noun stands
_TO_VERB: Final = re.compile(r"^(?:\W*(?!to\b)[\w’'.-]+,?){0,8}?\W+(?:not )?to \W{0,2}[a-z]+", re.IGNORECASE)
_FOR: Final = re.compile(r"(?:[\w’'.-]+\s+){1,6}?for\s")
_SAYING: Final = frozenset((Act.SAY, Act.REPORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What changes an act: negation, fillers, and what contents begin with."""

    negators: frozenset[str]
    nobody: frozenset[str]  # words that open a source and mean that nobody does
    negating_phrases: tuple[tuple[str, ...], ...]
    negated: dict[Act, Act]
    skipped: frozenset[str]
    requesting: frozenset[str]
    asking: frozenset[str]
    asked: frozenset[str]
    rejecting: frozenset[str]
    expressing: frozenset[str]
    denied: re.Pattern[str]
    performed: re.Pattern[str]  # its groups are named after acts
    reported: re.Pattern[str]


def act_of(cue: str | None, content: str, *, language: str, source: str | None = None) -> Act:
    """Return the act of a statement; ``say`` where nothing better is known.

    >>> act_of("accused", "Russia of massing troops", language="en").value
    'accuse'
    >>> act_of("did not deny", "the report", language="en").value
    'say'
    >>> act_of("asked", "Moscow to pull back", language="en").value
    'request'
    """
    rules = _rules(language)
    found = _by_cue(cue, language) if cue else None
    if source and source.partition(" ")[0].lower() in rules.nobody:
        return Act.SAY  # "no source confirms it"
    act = _refined(found, content, rules, language) if found is not None else Act.SAY
    if act in _SAYING and not (found is not None and found.negated):
        return _performed(content, source or "", rules) or act
    return act


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue as read: its words, the match that counts, whether it is negated."""

    words: tuple[str, ...]
    match: Match
    negated: bool


@lru_cache(maxsize=4096)
def _by_cue(cue: str, language: str) -> _Cue | None:
    known, rules = lexicon(language), _rules(language)
    kept = tuple(
        word
        for word in cue_words(cue)
        if word not in rules.skipped and not (word.endswith("ly") and word not in known.patterns)
    )
    found = list(known.matches(kept))
    if not found:
        return None
    best = max(found, key=_weight)
    return _Cue(kept, best, _is_negated(kept[: best.at], rules))


def _weight(match: Match) -> tuple[bool, Kind, int, int]:
    """More than saying over saying, a verb over a noun, the longer, the earlier."""
    return match.pattern.act is not Act.SAY, match.pattern.kind, match.length, -match.at


def _is_negated(before: Sequence[str], rules: Rules) -> bool:
    if not rules.negators.isdisjoint(before):
        return True
    return any(
        tuple(before[at : at + len(phrase)]) == phrase
        for phrase in rules.negating_phrases
        for at in range(len(before) - len(phrase) + 1)
    )


def _refined(cue: _Cue, content: str, rules: Rules, language: str) -> Act:
    """The act of a cue; for the verbs that have several, as the content's beginning shows it."""
    act = cue.match.pattern.act
    if cue.negated:
        return rules.negated.get(act, Act.SAY)
    verb = cue.words[cue.match.at]
    if cue.match.length > 1:
        return act
    if verb in rules.rejecting:
        return Act.DENY if rules.denied.match(content) else act
    if verb in rules.expressing:
        return _expressed(content, language) or act
    return _asked(act, content, rules, asks=verb in rules.asking) if verb in rules.requesting else act


def _expressed(content: str, language: str) -> Act | None:
    """The act of what is expressed: "expressed | the alliance's unwavering support"."""
    known = lexicon(language).patterns
    found = (pattern for word in cue_words(content[:_HEAD])[:_EXPRESSED] for pattern in known.get(word, ()))
    nouns = (pattern.act for pattern in found if pattern.kind is Kind.NOUN and not pattern.rest)
    return next((act for act in nouns if act not in _SAYING), None)


def _asked(act: Act, content: str, rules: Rules, *, asks: bool) -> Act:
    """Tell a request from a question or a message: "asked Moscow to …", "asked whether …", "told it to …"."""
    first = content.lstrip("“\"‘'«").partition(" ")[0].lower()
    if asks and (first in rules.asked or content.rstrip("”\"’'»").endswith("?")):
        return Act.ASK
    if first == "to" or (asks and (_TO_VERB.match(content[:_HEAD]) or _FOR.match(content))):
        return Act.REQUEST
    return act


def _performed(content: str, source: str, rules: Rules) -> Act | None:
    """The act that the words said perform themselves: "We call on …", "he feared …"."""
    head = content[:_HEAD]
    if match := rules.performed.match(head):
        return Act(str(match.lastgroup))
    match = rules.reported.match(head)
    # "She said he hoped": another's mind, which is not for her to perform.
    if match is None or (source.lower() in _PRONOUNS and source.lower() != match["who"].lower()):
        return None
    return Act(str(match.lastgroup))


_PRONOUNS: Final = ("he", "she", "it", "they")
_MARKS: Final = r"[“\"‘'«`]*"
_OPENING: Final = rf"{_MARKS}(?:that\s+)?{_MARKS}(?:(?:and|but|so|again|today|therefore|once more),?\s+)?"
_ADVERBS: Final = rf"(?:(?:all|both|also|again|very much|very|[a-z]+ly){_MARKS}\s+{_MARKS}){{0,2}}"


@cache
def _rules(language: str) -> Rules:
    data = table(language, "acts")
    negation, content = section(data, "negation"), section(data, "content")
    return Rules(
        negators=frozenset(entries(negation, "words")),
        nobody=frozenset(entries(negation, "sources")),
        negating_phrases=tuple(tuple(entry.split()) for entry in entries(negation, "phrases")),
        negated={act: Act(entry) for act, entry in _by_act(section(data, "negated"))},
        skipped=frozenset(entries(section(data, "skipped"), "words")),
        requesting=_forms(content, "requesting"),
        asking=_forms(content, "asking"),
        asked=frozenset(entries(content, "asked")),
        rejecting=_forms(content, "rejecting"),
        expressing=_forms(content, "expressing"),
        denied=re.compile(
            rf"(?:[\w’'.-]+\s+){{0,4}}?(?:{_any(entries(content, 'denied'))})\b", re.IGNORECASE
        ),
        performed=_acting("we|I", section(data, "performative")),
        reported=_acting("|".join(_PRONOUNS), section(data, "reported")),
    )


def _acting(subjects: str, data: dict[str, object]) -> re.Pattern[str]:
    """Return a pattern for a subject and a verb, the verb in a group named after its act."""
    verbs = "|".join(
        f"(?P<{act}>{'|'.join(map(_verb, sorted(entries(data, act), key=len, reverse=True)))})"
        for act in data
    )
    return re.compile(rf"{_OPENING}(?P<who>{subjects})\s+{_MARKS}{_ADVERBS}(?:{verbs})(?!\w)", re.IGNORECASE)


def _verb(entry: str) -> str:
    return rf"\s+{_MARKS}{_ADVERBS}".join(map(re.escape, entry.split()))


def _by_act(data: dict[str, object]) -> Iterator[tuple[Act, str]]:
    return ((Act(act), entry) for act in data for entry in entries(data, act))


def _forms(data: dict[str, object], key: str) -> frozenset[str]:
    return frozenset(form for lemma in entries(data, key) for form in verb_forms(lemma))


def _any(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
