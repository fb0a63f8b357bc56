"""Moments in the tables."""

import msgspec

from tocsin.record import Moment, TimeKind, TimePrecision
from tocsin.store.parts.part import Part, Stored


class Facts(msgspec.Struct, omit_defaults=True):
    """What is known of a moment beside its words, its kind and its score."""

    why: str
    value: str | None = None
    timex: str | None = None
    first: str | None = None
    last: str | None = None
    precision: TimePrecision | None = None
    anchor: str | None = None


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Facts).decode


def _facts(moment: Moment) -> str:
    facts = Facts(
        why=moment.why,
        value=moment.value,
        timex=moment.timex,
        first=moment.first,
        last=moment.last,
        precision=moment.precision,
        anchor=moment.anchor,
    )
    return _encode(facts).decode()


def _moment(stored: Stored) -> Moment:
    facts = _decode(stored.facts)
    return Moment(
        id=stored.id,
        document=stored.document,
        span=stored.one("moment"),
        kind=TimeKind(stored.type),
        value=facts.value,
        timex=facts.timex,
        first=facts.first,
        last=facts.last,
        precision=facts.precision,
        anchor=facts.anchor,
        why=facts.why,
        score=stored.score,
    )


MOMENTS: Part[Moment] = Part(
    kind="moment",
    of=lambda extraction: extraction.moments,
    type=lambda moment: moment.kind.value,
    facts=_facts,
    make=_moment,
)
