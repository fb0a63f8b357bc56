"""Records taken apart for the tables, and put together again.

The words that a record rests on are kept once, as its evidence: what is shown is what is verified.
What else is known of it, its facts, is a small JSON object. A new kind is one more entry in ``PARTS``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from tocsin.record import (
    Act,
    Block,
    BlockKind,
    Extraction,
    Mode,
    Name,
    NameType,
    Resolution,
    Span,
    Speaker,
    Statement,
    Via,
)

F = TypeVar("F", Name, Statement)
Role = tuple[str, Span]  # the part of some words in a record, and the words
Found = Name | Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A record as the tables have it."""

    id: str
    document: str
    type: str
    score: float
    facts: str
    roles: Sequence[Role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[F]):
    """How records of a kind are taken apart."""

    kind: str
    of: Callable[[Extraction], tuple[F, ...]]
    type: Callable[[F], str]  # what lists are filtered by
    facts: Callable[[F], str]
    roles: Callable[[F], Sequence[Role]]
    make: Callable[[Stored], F]


class StatementFacts(msgspec.Struct, omit_defaults=True):
    """What is known of a statement beside its words, its act and its score."""

    mode: Mode
    block: BlockKind
    why: str
    speaker: str | None = None
    how: Resolution | None = None
    via: tuple[str, ...] = ()


_encode = msgspec.json.Encoder().encode
_facts = msgspec.json.Decoder(StatementFacts).decode
_blocks = msgspec.json.Decoder(tuple[tuple[BlockKind, int, int], ...]).decode


def blocks_text(blocks: Sequence[Block]) -> str:
    """Return blocks as short JSON text.

    >>> blocks_text([Block(kind=BlockKind.TITLE, start=0, end=12)])
    '[["title",0,12]]'
    """
    return _encode([(block.kind, block.start, block.end) for block in blocks]).decode()


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks that ``blocks_text`` wrote."""
    return tuple(Block(kind=kind, start=start, end=end) for kind, start, end in _blocks(text))


def _name(stored: Stored) -> Name:
    ((_, span),) = stored.roles
    return Name(
        id=stored.id, document=stored.document, type=NameType(stored.type), span=span, score=stored.score
    )


def _statement_facts(statement: Statement) -> str:
    speaker = statement.speaker
    facts = StatementFacts(
        mode=statement.mode,
        block=statement.block,
        why=statement.why,
        speaker=speaker.name if speaker else None,
        how=speaker.how if speaker else None,
        via=tuple(via.name for via in statement.via),
    )
    return _encode(facts).decode()


def _statement_roles(statement: Statement) -> Sequence[Role]:
    roles: list[Role] = []
    if statement.source:
        roles.append(("source", statement.source))
    if statement.speaker:
        roles.append(("speaker", statement.speaker.span))
    if statement.cue:
        roles.append(("cue", statement.cue))
    roles += [("content", content) for content in statement.contents]
    roles += [("via", via.span) for via in statement.via]
    return roles


def _statement(stored: Stored) -> Statement:
    facts = _facts(stored.facts)
    one = dict(stored.roles)  # of content and via there may be more
    via = (span for role, span in stored.roles if role == "via")
    speaker = None
    if facts.speaker is not None and facts.how is not None:
        speaker = Speaker(name=facts.speaker, how=facts.how, span=one["speaker"])
    return Statement(
        id=stored.id,
        document=stored.document,
        source=one.get("source"),
        speaker=speaker,
        cue=one.get("cue"),
        contents=tuple(span for role, span in stored.roles if role == "content"),
        mode=facts.mode,
        act=Act(stored.type),
        via=tuple(Via(name=name, span=span) for name, span in zip(facts.via, via, strict=True)),
        block=facts.block,
        why=facts.why,
        score=stored.score,
    )


NAMES: Part[Name] = Part(
    kind="name",
    of=lambda extraction: extraction.names,
    type=lambda name: name.type.value,
    facts=lambda _: "{}",
    roles=lambda name: (("name", name.span),),
    make=_name,
)
STATEMENTS: Part[Statement] = Part(
    kind="statement",
    of=lambda extraction: extraction.statements,
    type=lambda statement: statement.act.value,
    facts=_statement_facts,
    roles=_statement_roles,
    make=_statement,
)
QUOTES = "evidence"  # beside the kinds, in the counts of an extraction
PARTS: tuple[Part[Any], ...] = (NAMES, STATEMENTS)
