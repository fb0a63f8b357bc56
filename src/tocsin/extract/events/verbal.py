"""Events that are done by speaking: what a statement's act makes of it, so that it is counted once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tocsin.extract.acts import act_of
from tocsin.extract.events.binding import beside, bind, recipient_of
from tocsin.extract.events.cast import Cast, Party
from tocsin.extract.events.hedges import Hedges
from tocsin.extract.events.signs import syntax_sign
from tocsin.ontology.events import verbal_type
from tocsin.record import Act, EventType, Modality, Span, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A verbal event before it has a place, a date and a mode."""

    statement: Statement
    kind: EventType
    word: int
    actor: Party | None
    recipient: Party | None
    told: tuple[int, ...]  # the words of what is said
    taken: frozenset[int]  # words whose triggers tell the same event
    why: str


def spoken(
    cast: Cast, hedges: Hedges, statements: Sequence[Statement], leaving: Iterable[int], *, language: str
) -> Iterator[Spoken]:
    """Yield the verbal events of statements, one for each word that performs one.

    ``leaving`` are the triggers of type RETREAT: to announce one is to CONCEDE.
    """
    gone = frozenset(leaving)
    seen: set[tuple[int, EventType]] = set()
    for statement in statements:
        kind = verbal_type(statement.act)
        word = speech_word(cast, statement, language=language) if kind is not None else None
        if kind is None or word is None:
            continue
        told = _told(cast, statement)
        if statement.act is Act.ANNOUNCE:
            if not _is_plan(cast, hedges, statement):
                continue
            kind = EventType.CONCEDE if gone.intersection(told) else kind
        actor, recipient = _speaker(cast, statement, word), _addressee(cast, word, kind)
        if (word, kind) in seen or (actor is None and recipient is None):
            continue
        seen.add((word, kind))
        yield Spoken(
            statement=statement, kind=kind, word=word, actor=actor, recipient=recipient, told=told,
            taken=frozenset((word, *_cue_words(cast, statement), *_act_noun(cast, word))),
            why=f"the statement’s act is {statement.act.value}; {_said(actor, recipient)}",
        )  # fmt: skip


def _said(actor: Party | None, recipient: Party | None) -> str:
    parts = ["actor is its speaker" if actor else "no speaker is known"]
    if recipient is None:
        parts.append("nobody is addressed in the clause")
    else:
        parts.append(f"recipient {', '.join(recipient.links) or 'in the clause of the cue'}")
    return "; ".join(parts)


def speech_word(cast: Cast, statement: Statement, *, language: str) -> int | None:
    """Return the word that performs a statement's act: its cue's, or the content's in "“We urge …”"."""
    tree, cue = cast.tree, statement.cue
    if cue is not None and act_of(cue.text, "", language=language) is not Act.SAY:
        return _verb(cast, cue)
    if cue is not None and _act_noun(cast, word := tree.top(cue.start, cue.end) or 0):
        return word
    for content in statement.contents[:1]:
        if (top := tree.top(content.start, content.end)) is not None and tree.is_verb(top):
            return top
    return _verb(cast, cue) if cue is not None else None


def _verb(cast: Cast, cue: Span) -> int | None:
    """Return the head of a cue, or its verb where the head is something else."""
    tree = cast.tree
    top = tree.top(cue.start, cue.end)
    if top is not None and (tree.is_verb(top) or tree.tag(top).startswith("NN")):
        return top
    return next((n for n in tree.within(cue.start, cue.end) if tree.is_verb(n)), top)


def _cue_words(cast: Cast, statement: Statement) -> range:
    return cast.tree.within(statement.cue.start, statement.cue.end) if statement.cue else range(0)


def _act_noun(cast: Cast, word: int) -> tuple[int, ...]:
    """Return the noun that a light verb gives its meaning to: "support" of "expressed its support"."""
    tree = cast.tree
    if not tree.is_verb(word) or cast.lists.light.at(tree.forms, word) is None:
        return ()
    held = tree.child(word, "obj")
    return (held,) if held is not None and tree.forms[held] in cast.lists.things else ()


def _told(cast: Cast, statement: Statement) -> tuple[int, ...]:
    return tuple(
        number for content in statement.contents for number in cast.tree.within(content.start, content.end)
    )


def _is_plan(cast: Cast, hedges: Hedges, statement: Statement) -> bool:
    """Tell whether what is announced is what somebody will do."""
    tree = cast.tree
    for content in statement.contents:
        top = tree.top(content.start, content.end)
        if top is None:
            continue
        if tree.tag(top) == "VB" and any(tree.forms[m] == "to" for m in tree.children(top, "mark")):
            return True
        sign = syntax_sign(tree, hedges, top, top)
        if sign is not None and sign.modality is Modality.PLANNED:
            return True
    return False


def _speaker(cast: Cast, statement: Statement, word: int) -> Party | None:
    """Return who speaks: the name that the source resolves to, else the source's own words."""
    speaker = statement.speaker
    span = speaker.span if speaker is not None else statement.source
    if span is None:
        return None
    if span.text.lower() in cast.lists.nobody:
        return None
    return Party(span.start, span.end, _place(cast, statement, span, word))


def _place(cast: Cast, statement: Statement, span: Span, word: int) -> int:
    """Return the word for the speaker in the statement's own clause."""
    source = statement.source or span
    top = cast.tree.top(source.start, source.end)
    return top if top is not None else word


def _addressee(cast: Cast, word: int, kind: EventType) -> Party | None:
    """Return at whom the act is aimed, within the clause of its word."""
    if not cast.tree.is_verb(word):
        return bind(cast, word, kind).recipient
    for noun in _act_noun(cast, word):
        return beside(cast, noun, kind) or beside(cast, word, kind)
    return recipient_of(cast, word, kind)
