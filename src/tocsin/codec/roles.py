"""Roles in JSON."""

import msgspec

from tocsin.codec.kinds import Json, Kind
from tocsin.codec.spans import SpanJson, maybe_span_json, maybe_span_of, span_json, span_of
from tocsin.record import Role


class RoleJson(msgspec.Struct):
    """A role in JSON."""

    id: str
    document: str
    person: SpanJson
    role: SpanJson
    body: SpanJson | None
    former: bool
    why: str
    score: float


def _body(role: Role) -> Json:
    return {
        "person": span_json(role.person),
        "role": span_json(role.role),
        "body": maybe_span_json(role.body),
        "former": role.former,
        "why": role.why,
    }


def _role(data: RoleJson) -> Role:
    return Role(
        id=data.id,
        document=data.document,
        person=span_of(data.person),
        role=span_of(data.role),
        body=maybe_span_of(data.body),
        former=data.former,
        why=data.why,
        score=data.score,
    )


ROLE: Kind[Role] = Kind(
    name="role",
    plural="roles",
    record=Role,
    of=lambda extraction: extraction.roles,
    body=_body,
    shape=RoleJson,
    make=_role,
)
