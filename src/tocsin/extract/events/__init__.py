"""Events: the model's triggers and the acts of statements, bound to who, whom, where and when.

A pure function of the report and its other records; with layers that hold no words it finds nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tocsin.extract.events.binding import Binding, bind, pointed
from tocsin.extract.events.cast import Cast, Party, innermost
from tocsin.extract.events.hedges import Hedges, hedges
from tocsin.extract.events.lists import lists
from tocsin.extract.events.modality import Guess, modality_of
from tocsin.extract.events.modes import contexts_of, mode_of, scope
from tocsin.extract.events.setting import Moments, Place, when, where
from tocsin.extract.events.verbal import Spoken, spoken
from tocsin.extract.layout import Layout
from tocsin.extract.tree import Tree
from tocsin.model.layers import Layers, Trigger
from tocsin.ontology.events import kinds, verbal_mode
from tocsin.record import (
    Act,
    Document,
    Event,
    EventType,
    Figure,
    Modality,
    Moment,
    Name,
    Span,
    Statement,
    When,
    content_id,
)

__all__ = ["extract_events"]

_TYPES: Final = frozenset(kind.value for kind in EventType)
_NEVER: Final = ("NNP", "PRP", "DT", "TO", "MD", "POS", "CC", "WDT", "WP")  # tags of no event
_ONLY_SAID: Final = frozenset(
    (Act.SAY, Act.REPORT, Act.CLAIM, Act.EXPLAIN, Act.CONFIRM, Act.BELIEVE, Act.ASK)
)
_LEAST: Final = 0.45  # score of a trigger; chosen on our own reports (eval task "records")
_LEAST_HELD: Final = 0.25
_SURE: Final = 0.7  # of the model, that saying it is more than saying it; of the modality of what is said


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stage:
    """What the events of one report are made with."""

    document: Document
    layout: Layout
    cast: Cast
    hedges: Hedges
    moments: Moments
    statements: Sequence[Statement]
    published: date | None
    language: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """An event before its place, date and modality are known."""

    word: int
    kind: EventType
    binding: Binding
    guess: Guess | None
    spoken: Spoken | None
    score: float


def extract_events(  # noqa: PLR0913 - what is known of the report so far
    document: Document,
    layers: Layers,
    layout: Layout,
    names: tuple[Name, ...],
    statements: tuple[Statement, ...],
    moments: tuple[Moment, ...],
    figures: tuple[Figure, ...],  # noqa: ARG001 - the stages of extract have one form
    *,
    language: str,
    version: str,
    tree: Tree | None = None,
) -> tuple[Event, ...]:
    """Return the events of a report in the order of their triggers.

    A trigger that neither an actor, a recipient nor a place can be bound to makes no event. ``tree``
    is the report's, made here where it is not given.
    """
    tree = tree if tree is not None else Tree.of(document.text, layers.words)
    if not tree.words:
        return ()
    stage = _Stage(
        document=document,
        layout=layout,
        cast=Cast.of(tree, lists(language), names, layers.mentions, statements),
        hedges=hedges(language),
        moments=Moments.of(moments),
        statements=statements,
        published=document.published.day if document.published else None,
        language=language,
        version=version,
    )
    made = (_event(stage, draft) for draft in _drafts(stage, layers.triggers))
    return tuple(sorted((e for e in made if e is not None), key=lambda e: (e.trigger.start, e.type, e.id)))


def _drafts(stage: _Stage, triggers: Sequence[Trigger]) -> Iterator[_Draft]:
    """Yield verbal events first, then the triggers that tell another event."""
    by_word = {
        t.word: t
        for t in triggers
        if t.type in _TYPES and _can_tell(stage.cast.tree, t.word) and t.score > _least(stage, t.word)
    }
    leaving = [word for word, t in by_word.items() if t.type == EventType.RETREAT]
    said = _saying(stage.cast, stage.statements, by_word)
    for found in spoken(stage.cast, stage.hedges, stage.statements, leaving, language=stage.language):
        said |= found.taken
        yield _spoken_draft(found, by_word.get(found.word))
    for word, trigger in by_word.items():
        kind = EventType(trigger.type)
        if word in said or _is_carried(stage.cast, by_word, word):
            continue
        binding = pointed(stage.cast, bind(stage.cast, word, kind), trigger.actor, word)
        yield _Draft(
            word=word, kind=kind, binding=binding, guess=_guess(trigger), spoken=None,
            score=trigger.score,
        )  # fmt: skip


def _least(stage: _Stage, word: int) -> float:
    """Return the score that a trigger needs: less where somebody is accused of what it tells."""
    tree, head = stage.cast.tree, stage.cast.tree.heads[word]
    held = head >= 0 and tree.tag(word) == "VBG" and tree.bases[word] in ("xcomp", "advcl", "ccomp", "acl")
    return _LEAST_HELD if held and stage.hedges.asserting.at(tree.forms, head) is not None else _LEAST


def _can_tell(tree: Tree, word: int) -> bool:
    """Tell whether a word can tell an event: it is there, and no name, pronoun, article or punctuation."""
    return 0 <= word < len(tree) and not tree.tag(word).startswith(_NEVER) and tree.forms[word][:1].isalnum()


def _saying(cast: Cast, statements: Sequence[Statement], by_word: Mapping[int, Trigger]) -> set[int]:
    """Return the triggers that only say something: cues of statements that do no more, the model unsure."""
    words = (
        word
        for statement in statements
        if statement.cue is not None and statement.act in _ONLY_SAID
        for word in cast.tree.within(statement.cue.start, statement.cue.end)
    )
    return {word for word in words if word in by_word and by_word[word].score < _SURE}


def _spoken_draft(found: Spoken, trigger: Trigger | None) -> _Draft:
    return _Draft(
        word=found.word,
        kind=found.kind,
        binding=Binding(found.actor, found.recipient, found.word, found.why),
        guess=_guess(trigger) if trigger is not None and trigger.sure >= _SURE else None,
        spoken=found,
        score=found.statement.score,
    )


def _guess(trigger: Trigger) -> Guess | None:
    try:
        modality = Modality(trigger.modality)
    except ValueError:
        return None
    return Guess(modality=modality, sure=trigger.sure, factuality=trigger.factuality)


def _is_carried(cast: Cast, by_word: Mapping[int, Trigger], word: int) -> bool:
    """Tell whether a verb only carries a noun that is a trigger of the same type: "launched an attack"."""
    tree = cast.tree
    if not tree.is_verb(word) or cast.lists.light.at(tree.forms, word) is None:
        return False
    held = tree.children(word, "obj", "nsubj:pass")
    return any(noun in by_word and by_word[noun].type == by_word[word].type for noun in held)


def _event(stage: _Stage, draft: _Draft) -> Event | None:
    tree, word, binding = stage.cast.tree, draft.word, draft.binding
    parties = [party for party in (binding.actor, binding.recipient) if party is not None]
    place, place_why = where(
        stage.cast, word, binding.predicate, draft.kind, taken=[party.word for party in parties]
    )
    if not parties and place is None:
        return None
    date_, date_why = when(stage.cast, stage.moments, word, binding.predicate)
    sign = modality_of(
        tree, stage.hedges, word, binding.predicate, guess=draft.guess, spoken=kinds()[draft.kind].verbal,
        when=date_, published=stage.published,
    )  # fmt: skip
    kind, note = _ruled(draft.kind, sign.modality)
    trigger = Span.of(stage.document.text, tree.words[word].start, tree.words[word].end)
    of = draft.spoken.statement if draft.spoken else None
    span = _stretch(stage, trigger, parties, place, date_)
    around = innermost([s for s in stage.statements if s is not of], trigger.start, trigger.end)
    told = draft.spoken.told if draft.spoken else ()
    return Event(
        id=_id(stage, trigger, kind, of),
        document=stage.document.id,
        span=span,
        trigger=trigger,
        type=kind,
        mode=(verbal_mode(of.act) if of else None)
        or mode_of(tree, word, kind, language=stage.language, more=told),
        modality=sign.modality,
        actor=_span(stage, binding.actor),
        recipient=_span(stage, binding.recipient),
        place=Span.of(stage.document.text, place.start, place.end) if place else None,
        date=date_,
        contexts=contexts_of(tree, {*scope(tree, word), *tree.within(span.start, span.end)}),
        asserted_in=around.id if around else None,
        statement=of.id if of else None,
        block=stage.layout.blocks.kind(trigger.start),
        why="; ".join((binding.why, place_why, date_why, f"{sign.modality.value}: {sign.why}", *note)),
        score=min(1.0, max(0.0, draft.score)),
    )


def _ruled(kind: EventType, modality: Modality) -> tuple[EventType, tuple[str, ...]]:
    """Return the type by the codebook's rulings: a meeting to come is an agreement to meet."""
    if kind is EventType.CONSULT and modality is Modality.PLANNED:
        return EventType.AGREE, ("a meeting to come is AGREE",)
    return kind, ()


def _span(stage: _Stage, party: Party | None) -> Span | None:
    return Span.of(stage.document.text, party.start, party.end) if party is not None else None


def _stretch(
    stage: _Stage, trigger: Span, parties: Sequence[Party], place: Place | None, date_: When | None
) -> Span:
    """Return the stretch from the first to the last word of the event, within the trigger's sentence."""
    tree = stage.cast.tree
    first, last = stage.layout.sentences.span(trigger.start)
    spans = [(trigger.start, trigger.end), *((p.start, p.end) for p in parties)]
    spans += [(tree.words[p.word].start, tree.words[p.word].end) for p in parties]
    spans += [(place.start, place.end)] if place else []
    spans += [(date_.span.start, date_.span.end)] if date_ else []
    inside = [(s, e) for s, e in spans if first <= s and e <= last] or spans[:1]
    return Span.of(stage.document.text, min(s for s, _ in inside), max(e for _, e in inside))


def _id(stage: _Stage, trigger: Span, kind: EventType, of: Statement | None) -> str:
    place = f"{trigger.start}:{trigger.end}"
    return content_id("evt", stage.document.id, "event", place, kind, of.id if of else "-", stage.version)
