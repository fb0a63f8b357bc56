"""Statements in JSON."""

import msgspec

from tocsin.codec.kinds import Json, Kind
from tocsin.codec.spans import SpanJson, maybe_span_json, maybe_span_of, span_json, span_of
from tocsin.record import Act, BlockKind, Mode, Resolution, Speaker, Statement, Via


class SpeakerJson(SpanJson):
    """A speaker in JSON; one of version 0.1 has no chain, number and affiliation."""

    name: str
    how: Resolution
    chain: tuple[SpanJson, ...] = ()
    plural: bool | None = None
    affiliation: SpanJson | None = None


class ViaJson(SpanJson):
    """A link of a via-chain in JSON."""

    name: str


class StatementJson(msgspec.Struct):
    """A statement in JSON."""

    id: str
    document: str
    source: SpanJson | None
    speaker: SpeakerJson | None
    cue: SpanJson | None
    contents: tuple[SpanJson, ...]
    mode: Mode
    act: Act
    via: tuple[ViaJson, ...]
    block: BlockKind
    why: str
    score: float


def _speaker_json(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "how": speaker.how.value,
        **span_json(speaker.span),
        "chain": [span_json(mention) for mention in speaker.chain],
        "plural": speaker.plural,
        "affiliation": maybe_span_json(speaker.affiliation),
    }


def _body(statement: Statement) -> Json:
    return {
        "source": maybe_span_json(statement.source),
        "speaker": _speaker_json(statement.speaker),
        "cue": maybe_span_json(statement.cue),
        "contents": [span_json(content) for content in statement.contents],
        "mode": statement.mode.value,
        "act": statement.act.value,
        "via": [{"name": via.name, **span_json(via.span)} for via in statement.via],
        "block": statement.block.value,
        "why": statement.why,
    }


def _speaker(data: SpeakerJson | None) -> Speaker | None:
    if data is None:
        return None
    return Speaker(
        name=data.name,
        how=data.how,
        span=span_of(data),
        chain=tuple(span_of(mention) for mention in data.chain),
        plural=data.plural,
        affiliation=maybe_span_of(data.affiliation),
    )


def _statement(data: StatementJson) -> Statement:
    return Statement(
        id=data.id,
        document=data.document,
        source=maybe_span_of(data.source),
        speaker=_speaker(data.speaker),
        cue=maybe_span_of(data.cue),
        contents=tuple(span_of(content) for content in data.contents),
        mode=data.mode,
        act=data.act,
        via=tuple(Via(name=via.name, span=span_of(via)) for via in data.via),
        block=data.block,
        why=data.why,
        score=data.score,
    )


STATEMENT: Kind[Statement] = Kind(
    name="statement",
    plural="statements",
    record=Statement,
    of=lambda extraction: extraction.statements,
    body=_body,
    shape=StatementJson,
    make=_statement,
)
