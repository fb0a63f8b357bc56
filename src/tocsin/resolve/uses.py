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

__all__ = ["GEOGRAPHIC", "uses_of"]

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
    minded: frozenset[str]
    bordering: frozenset[str]


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
        minded=plain("minded"),
        bordering=plain("bordering"),
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
        name.id: use_of(_Place.of(name, extraction, tree, records, known, acts))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A geographic name where it stands: its head word, the word that this belongs to, its preposition."""

    name: Name
    text: str
    dateline: bool
    syntax: Syntax
    records: _Records
    words: Words
    acts: Callable[[str], bool]
    top: int | None
    head: int  # of the first of a list
    base: str
    case: str
    noun: str  # the form of that head, empty where it is none

    @classmethod
    def of(
        cls,
        name: Name,
        extraction: Extraction,
        syntax: Syntax,
        records: _Records,
        words: Words,
        acts: Callable[[str], bool],
    ) -> "_Place":
        """Return a name with what its clause tells of it."""
        top = syntax.top(name.span.start, name.span.end)
        first = -1 if top is None else _first_of_list(top, syntax)
        head = syntax.head(first) if first >= 0 else -1
        return cls(
            name=name,
            text=extraction.document.text,
            dateline=extraction.document.block_at(name.span.start) is BlockKind.DATELINE,
            syntax=syntax,
            records=records,
            words=words,
            acts=acts,
            top=top,
            head=head,
            base=syntax.base(first) if first >= 0 else "",
            case=syntax.case(first) if first >= 0 else "",
            noun=syntax.forms[head] if head >= 0 else "",
        )

    @property
    def state(self) -> bool:
        """Whether a state is named."""
        return self.name.type is NameType.STATE

    @property
    def verbal(self) -> bool:
        """Whether it belongs to a verb."""
        return self.head >= 0 and self.syntax.tag(self.head).startswith("VB")

    @property
    def beyond(self) -> bool:
        """Whether it tells which border is meant: "the border with Norland"."""
        at = -1 if self.top is None else min(self.syntax.within(self.name.span.start, self.name.span.end))
        at -= at > 0 and self.syntax.forms[at - 1] == "the"
        return (
            at > 1
            and self.syntax.forms[at - 1] == "with"
            and self.syntax.forms[at - 2] in self.words.bordering
        )

    @property
    def subject(self) -> bool:
        """Whether it is the subject of an active verb."""
        first = self.top is not None and self.base == "nsubj" and self.verbal
        passive = any(
            self.syntax.relation(child) == "nsubj:pass" for child in self.syntax.children(self.head, "nsubj")
        )
        return first and not passive and not self.syntax.children(self.head, "cop")


def use_of(place: _Place) -> Use:
    """Return what one geographic name does in its sentence."""
    if place.dateline:
        return Use.PLACE
    if place.top is None:
        return _by_neighbours(place)
    steps = (_part, _owned, _addressed, _recorded, _metonym)
    told = next((use for step in steps if (use := step(place, place.top)) is not None), None)
    return told or _by_clause(place, place.top)


def _part(place: _Place, top: int) -> Use | None:
    """Tell "Kyiv" in "Kyiv Post" where the whole is not marked as a name."""
    syntax, name = place.syntax, place.name
    head = syntax.head(top)
    if head < top or syntax.base(top) not in ("compound", "flat"):
        return None
    if (
        name.type in (NameType.NATIONALITY, NameType.STATE)
        or syntax.words[head].start in place.records.offices
    ):
        return None
    follows = all(syntax.tag(n).startswith("NNP") for n in range(top, head + 1))
    return Use.PART if follows and not syntax.owns(top) and syntax.base(head) != "appos" else None


def _owned(place: _Place, top: int) -> Use | None:
    """Return the use of a possessor, a modifier and a nationality; None where the name is none of these."""
    syntax, name = place.syntax, place.name
    base, head = syntax.base(top), syntax.head(top)
    nationality = name.type is NameType.NATIONALITY
    if nationality and syntax.tag(top) in ("NNS", "NNPS") and base == "nsubj":
        return Use.ACTOR
    owner = syntax.owns(top)
    if not owner and not nationality and base not in ("compound", "amod"):
        return None
    noun = syntax.forms[head] if head >= 0 else ""
    town = name.type in PLACES and not place.state and not owner
    if noun in place.words.located or (town and noun in place.words.happening):
        return Use.PLACE
    return Use.ADJECTIVE


def _addressed(place: _Place, top: int) -> Use | None:
    """Tell whom somebody addresses, or who does it: "accuse Moscow", "call on Kyiv", "a step by Moscow".

    Comes before the records: what Kyiv is accused of is not therefore in Kyiv.
    """
    if not (place.state or place.acts(place.name.span.text)):
        return None
    words, syntax = place.words, place.syntax
    # "call on": the preposition may hang on the verb
    case = place.case or (syntax.forms[top - 1] if place.base == "obl" and top else "")
    if case:
        called = place.verbal and case in ("to", "on", "upon", "at") and place.noun in words.addressing
        if case in words.by_actor or (called and place.noun not in words.placing):
            return Use.ACTOR
        minded = case == "to" and place.noun not in words.there and place.head >= 0
        return Use.TOPIC if minded and syntax.tag(place.head).startswith("JJ") else None
    verb = place.head
    if place.base not in ("nsubj", "obj", "iobj") or not place.verbal:
        return None
    if verb > top and syntax.base(verb) in ("xcomp", "ccomp", "advcl"):
        verb = syntax.head(verb)  # "urged Moscow to come": read as a part of what it shall do
    if verb < 0 or verb > top or syntax.forms[verb] not in words.addressing:
        return None
    return None if syntax.forms[verb] in words.placing else Use.ACTOR


def _recorded(place: _Place, top: int) -> Use | None:
    """Return the use that the records tell: who speaks acts; where they place something is a place."""
    at = place.syntax.words[top].start
    if at in place.records.actors:
        return Use.ACTOR
    case, words = place.syntax.case(top), place.words
    topic = case in words.by_actor or (case in words.spoken_of and case not in words.there)
    topic = topic and not place.beyond
    if not topic and any(start <= at < end for start, end in place.records.places):
        return Use.PLACE
    return None


def _metonym(place: _Place, _: int) -> Use | None:
    """Tell a capital that is the subject of what a town is none of: not of "lies", but of "is silent"."""
    if place.base == "nsubj" and place.noun in place.words.minded and place.acts(place.name.span.text):
        return Use.ACTOR
    if not place.subject or place.noun in place.words.staying or place.state:
        return None
    return Use.ACTOR if place.acts(place.name.span.text) else None


def _by_clause(place: _Place, top: int) -> Use:
    """Return the use by the preposition, else by the verb or noun that a name belongs to."""
    use = _by_case(place) if place.case else _by_relation(place)
    if use is Use.TOPIC and place.name.span.start in place.records.within:
        return Use.PLACE
    if use is Use.TOPIC and place.syntax.words[top].start in place.records.recipients:
        return Use.ACTOR
    return use


def _by_case(place: _Place) -> Use:
    case, words = place.case, place.words
    happens = place.noun in words.happening
    if place.beyond:
        return Use.PLACE
    if case in words.by_actor:
        return Use.ACTOR if place.base != "nmod" or place.state else Use.PLACE
    if case == "of":
        located = place.noun in words.located or happens
        return Use.ADJECTIVE if place.state and not located else Use.PLACE
    if place.verbal and case in ("to", "on", "upon", "at") and place.noun in words.addressing:
        return Use.ACTOR
    if case == "to":
        return Use.TOPIC if place.state and place.base == "nmod" and not happens else Use.PLACE
    return Use.TOPIC if case in words.spoken_of and case not in words.there else Use.PLACE


def _by_relation(place: _Place) -> Use:
    words, aside = place.words, Use.TOPIC if place.state else Use.PLACE
    if place.base == "nsubj":
        if place.subject:
            return Use.ACTOR if place.state or place.noun in words.acting else Use.PLACE
        return Use.PLACE if place.noun in words.kinds else aside
    if place.base in ("obj", "iobj"):
        if place.noun in words.addressing and (place.state or place.noun not in words.placing):
            return Use.ACTOR
        return Use.PLACE if place.noun in words.placing else aside
    return Use.PLACE if place.base in ("root", "vocative", "parataxis", "list", "dep", "appos") else aside


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


def _by_neighbours(place: _Place) -> Use:
    """Return the use by the words beside a name, where the report has no syntax."""
    span, words = place.name.span, place.words
    before = place.text[max(0, span.start - _NEAR) : span.start].lower().split()
    after = place.text[span.end : span.end + _NEAR].replace("’", "'").lower()
    follow = after.removeprefix("'s").split()
    noun = follow[0].strip('.,;:!?"”)') if follow else ""
    if after.startswith("'s") or place.name.type is NameType.NATIONALITY:
        return Use.PLACE if noun in words.located else Use.ADJECTIVE
    previous = next((word for word in reversed(before) if word != "the"), "")
    aside = Use.TOPIC if place.state else Use.PLACE
    acts = span.start in place.records.actors | place.records.recipients or noun in words.acting
    by_case = (
        (previous in words.by_actor or before[-2:] == ["according", "to"], Use.ACTOR),
        (previous in words.there, Use.PLACE),
        (previous in words.spoken_of, Use.TOPIC),
        (acts, Use.ACTOR),
    )
    return next((use for holds, use in by_case if holds), aside)
