"""What each geographic name does in its sentence: a place, an actor, whose something is, a topic.

Plain rules in order: what the records say of it, its possessor's ending, its preposition, the verb or
noun that it belongs to. Where the report has no syntax, the words beside the name decide.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from tocsin.lang import entries, language_for, table
from tocsin.lang.en.inflect import verb_forms
from tocsin.model.layers import Layers
from tocsin.record import BlockKind, Extraction, Name, NameType, Span, Use
from tocsin.record.name import PLACES
from tocsin.resolve.syntax import Syntax

__all__ = ["GEOGRAPHIC", "use_of", "uses_of"]

GEOGRAPHIC: Final = frozenset((*PLACES, NameType.NATIONALITY))
_NEAR: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The word lists of a language that tell uses apart."""

    there: frozenset[str]
    spoken_of: frozenset[str]
    by_actor: frozenset[str]
    acting: frozenset[str]
    placing: frozenset[str]
    addressing: frozenset[str]
    located: frozenset[str]
    happening: frozenset[str]
    kinds: frozenset[str]
    staying: frozenset[str]


@cache
def words_for(language: str) -> Words:
    """Return the word lists of a language, verbs in all their forms."""
    data = table(language, "uses")

    def forms(key: str) -> frozenset[str]:
        return frozenset(form for lemma in entries(data, key) for form in verb_forms(lemma))

    def plain(key: str) -> frozenset[str]:
        return frozenset(entries(data, key))

    return Words(
        there=plain("there"),
        spoken_of=plain("spoken_of"),
        by_actor=plain("by_actor"),
        acting=forms("acting"),
        placing=forms("placing"),
        addressing=forms("addressing"),
        located=plain("located"),
        happening=plain("happening"),
        kinds=plain("kinds"),
        staying=forms("staying"),
    )


def uses_of(
    extraction: Extraction,
    layers: Layers,
    syntax: Syntax | None = None,
    *,
    acts: Callable[[str], bool] = lambda _: False,
) -> Mapping[str, Use]:
    """Return the use of every geographic name of a report, by the id of the name.

    ``acts`` tells which places stand for somebody where they act: a capital for its state.
    """
    text = extraction.document.text
    known = words_for(language_for(extraction.document.language))
    tree = syntax if syntax is not None else Syntax.of(text, layers.words)
    records = _Records.of(extraction, tree)
    return {
        name.id: use_of(name, extraction=extraction, syntax=tree, records=records, words=known, acts=acts)
        for name in extraction.names
        if name.type in GEOGRAPHIC
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Records:
    """Where the records of a report place something, and whom they have act or speak, by code point."""

    places: tuple[tuple[int, int], ...]
    actors: frozenset[int]  # where the head word of an actor, speaker or holder starts
    recipients: frozenset[int]
    offices: frozenset[int]  # where the words of offices start
    within: frozenset[int]  # where names start that tell in which country or region the place before lies

    @classmethod
    def of(cls, extraction: Extraction, syntax: Syntax) -> "_Records":
        acting = [statement.source for statement in extraction.statements]
        acting += [statement.speaker.span for statement in extraction.statements if statement.speaker]
        acting += [event.actor for event in extraction.events]
        met = [event.recipient for event in extraction.events]
        places = [event.place for event in extraction.events] + [f.place for f in extraction.figures]
        return cls(
            places=tuple((span.start, span.end) for span in places if span),
            actors=frozenset(_head(span, syntax) for span in acting if span),
            recipients=frozenset(_head(span, syntax) for span in met if span),
            offices=frozenset(
                syntax.words[number].start
                for role in extraction.roles
                for number in syntax.within(role.role.start, role.role.end)
            ),
            within=frozenset(_within(extraction)),
        )


def _within(extraction: Extraction) -> Iterator[int]:
    """Yield where "Donetsk region" stands after "Marinka, "."""
    text = extraction.document.text
    for before, name in pairwise(extraction.names):
        nested = text[before.span.end : name.span.start] == ", "
        if nested and before.type in (NameType.PLACE, NameType.FACILITY) and name.type in PLACES:
            yield name.span.start


def _head(span: Span, syntax: Syntax) -> int:
    top = syntax.top(span.start, span.end)
    return span.start if top is None else syntax.words[top].start


def use_of(
    name: Name,
    *,
    extraction: Extraction,
    syntax: Syntax,
    records: _Records,
    words: Words,
    acts: Callable[[str], bool],
) -> Use:
    """Return what one geographic name does in its sentence."""
    top = syntax.top(name.span.start, name.span.end)
    if extraction.document.block_at(name.span.start) is BlockKind.DATELINE:
        return Use.PLACE
    if top is None:
        return _by_neighbours(name, extraction.document.text, records, words)
    if _is_part(name, top, syntax, records):
        return Use.PART
    told = _by_owned(name, top, syntax, words)
    if told is not None:
        return told
    at = syntax.words[top].start
    if at in records.actors and name.type is not NameType.NATIONALITY:
        return Use.ACTOR
    if any(start <= at < end for start, end in records.places) and _no_topic(top, syntax, words):
        return Use.PLACE
    use = _by_clause(name, top, syntax, words)
    if use is Use.PLACE and _speaks_for_somebody(top, syntax, words) and acts(name.span.text):
        return Use.ACTOR
    if use is Use.TOPIC and name.span.start in records.within:
        return Use.PLACE
    if at in records.recipients and use is Use.TOPIC:
        return Use.ACTOR
    return use


def _no_topic(top: int, syntax: Syntax, words: Words) -> bool:
    case = syntax.case(top)
    return case not in words.by_actor and (case not in words.spoken_of or case in words.there)


def _is_part(name: Name, top: int, syntax: Syntax, records: _Records) -> bool:
    """Tell "Kyiv" in "Kyiv Post" where the whole is not marked as a name."""
    head = syntax.head(top)
    if head < 0 or syntax.base(top) not in ("compound", "flat"):
        return False
    if name.type in (NameType.NATIONALITY, NameType.STATE) or syntax.words[head].start in records.offices:
        return False
    follows = head > top and all(syntax.tag(n).startswith("NNP") for n in range(top, head + 1))
    return follows and not syntax.owns(top) and syntax.base(head) != "appos"


def _by_owned(name: Name, top: int, syntax: Syntax, words: Words) -> Use | None:
    """Return the use of a possessor, a modifier and a nationality; None where the name is none of these."""
    base, head = syntax.base(top), syntax.head(top)
    if name.type is NameType.NATIONALITY and syntax.tag(top) in ("NNS", "NNPS") and base == "nsubj":
        return Use.ACTOR
    owner = syntax.owns(top)
    if not owner and base not in ("compound", "amod") and name.type is not NameType.NATIONALITY:
        return None
    noun = syntax.forms[head] if head >= 0 else ""
    if noun in words.located:
        return Use.PLACE
    if name.type in PLACES and name.type is not NameType.STATE and not owner and noun in words.happening:
        return Use.PLACE
    return Use.ADJECTIVE


def _by_clause(name: Name, top: int, syntax: Syntax, words: Words) -> Use:
    """Return the use by the preposition and by the verb or noun that a name belongs to."""
    top = _first_of_list(top, syntax)
    base, head, case = syntax.base(top), syntax.head(top), syntax.case(top)
    form = syntax.forms[head] if head >= 0 else ""
    state = name.type is NameType.STATE
    if case in words.by_actor:
        return Use.ACTOR if base != "nmod" or state else Use.PLACE
    if case in words.there:
        return Use.PLACE
    if case == "of":
        return _of(form, words, state=state)
    verbal = head >= 0 and syntax.tag(head).startswith("VB")
    if verbal and case in ("to", "on", "upon", "at") and form in words.addressing:
        return Use.ACTOR
    if case == "to":
        return Use.TOPIC if state and base == "nmod" and form not in words.happening else Use.PLACE
    if case:
        return Use.TOPIC if case in words.spoken_of else Use.PLACE
    if base == "nsubj":
        return _subject(top, head, syntax, words, state=state)
    if base in ("obj", "iobj"):
        if form in words.addressing and (state or form not in words.placing):
            return Use.ACTOR
        return Use.TOPIC if state and form not in words.placing else Use.PLACE
    if base in ("root", "vocative", "parataxis", "list", "dep", "appos"):
        return Use.PLACE
    return Use.TOPIC if state else Use.PLACE


def _of(noun: str, words: Words, *, state: bool) -> Use:
    if noun in words.located or noun in words.happening:
        return Use.PLACE
    return Use.ADJECTIVE if state else Use.PLACE


def _subject(top: int, head: int, syntax: Syntax, words: Words, *, state: bool) -> Use:
    """Return the use of a subject: of an active verb it acts, of a passive or a copula it need not."""
    if syntax.relation(top) == "nsubj:pass" or head < 0 or syntax.children(head, "cop"):
        described = head >= 0 and syntax.forms[head] in words.kinds
        return Use.TOPIC if state and not described else Use.PLACE
    if not syntax.tag(head).startswith("VB"):
        return Use.ACTOR if state else Use.PLACE
    return Use.ACTOR if state or syntax.forms[head] in words.acting else Use.PLACE


def _speaks_for_somebody(top: int, syntax: Syntax, words: Words) -> bool:
    """Tell whether a name is the subject of a verb that a town is none of: not "lies", not "burns"."""
    top = _first_of_list(top, syntax)
    head = syntax.head(top)
    if head < 0 or syntax.relation(top) != "nsubj" or not syntax.tag(head).startswith("VB"):
        return False
    return syntax.forms[head] not in words.staying and not syntax.children(head, "cop")


def _first_of_list(top: int, syntax: Syntax) -> int:
    """Return the first of the words that "and" or an apposition joins one to."""
    for _ in range(len(syntax.words)):
        head = syntax.head(top)
        if head < 0 or syntax.base(top) not in ("conj", "appos") or syntax.case(top):
            return top
        if syntax.tag(head).startswith("VB"):
            return top
        top = head
    return top


def _by_neighbours(name: Name, text: str, records: _Records, words: Words) -> Use:
    """Return the use by the words beside a name, where the report has no syntax."""
    before = text[max(0, name.span.start - _NEAR) : name.span.start].lower().split()
    after = text[name.span.end : name.span.end + _NEAR].replace("’", "'").lower()
    owner = after.startswith("'s")
    follow = after.removeprefix("'s").split()
    noun = follow[0].strip('.,;:!?"”)') if follow else ""
    if owner or name.type is NameType.NATIONALITY:
        return Use.PLACE if noun in words.located else Use.ADJECTIVE
    previous = next((word for word in reversed(before) if word != "the"), "")
    if previous in words.by_actor or before[-2:] == ["according", "to"]:
        return Use.ACTOR
    if previous in words.there:
        return Use.PLACE
    if previous in words.spoken_of:
        return Use.TOPIC
    if name.span.start in records.actors or noun in words.acting:
        return Use.ACTOR
    if name.span.start in records.recipients:
        return Use.ACTOR
    return Use.TOPIC if name.type is NameType.STATE else Use.PLACE
