"""Statements in the tables."""

import msgspec

from tocsin.record import Act, BlockKind, Mode, Resolution, Speaker, Statement, Via
from tocsin.store.parts.part import Part, Stored


class Facts(msgspec.Struct, omit_defaults=True):
    """What is known of a statement beside its words, its act and its score."""

    mode: Mode
    block: BlockKind
    why: str
    speaker: str | None = None
    how: Resolution | None = None
    plural: bool | None = None
    via: tuple[str, ...] = ()


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Facts).decode


def _facts(statement: Statement) -> str:
    speaker = statement.speaker
    facts = Facts(
        mode=statement.mode,
        block=statement.block,
        why=statement.why,
        speaker=speaker.name if speaker else None,
        how=speaker.how if speaker else None,
        plural=speaker.plural if speaker else None,
        via=tuple(via.name for via in statement.via),
    )
    return _encode(facts).decode()


def _speaker(stored: Stored, facts: Facts) -> Speaker | None:
    if facts.speaker is None or facts.how is None:
        return None
    return Speaker(
        name=facts.speaker,
        how=facts.how,
        span=stored.one("speaker"),
        chain=stored.all("chain"),
        plural=facts.plural,
        affiliation=stored.maybe("affiliation"),
    )


def _statement(stored: Stored) -> Statement:
    facts = _decode(stored.facts)
    return Statement(
        id=stored.id,
        document=stored.document,
        source=stored.maybe("source"),
        speaker=_speaker(stored, facts),
        cue=stored.maybe("cue"),
        contents=stored.all("content"),
        mode=facts.mode,
        act=Act(stored.type),
        via=tuple(Via(name=name, span=span) for name, span in zip(facts.via, stored.all("via"), strict=True)),
        block=facts.block,
        why=facts.why,
        score=stored.score,
    )


STATEMENTS: Part[Statement] = Part(
    kind="statement",
    of=lambda extraction: extraction.statements,
    type=lambda statement: statement.act.value,
    facts=_facts,
    make=_statement,
)
