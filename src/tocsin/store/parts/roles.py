"""Roles in the tables."""

import msgspec

from tocsin.record import Role
from tocsin.store.parts.part import Part, Stored

_FORMER, _HELD = "former", "held"


class Facts(msgspec.Struct):
    """What is known of a role beside its words, whether it is held, and its score."""

    why: str


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Facts).decode


def _role(stored: Stored) -> Role:
    return Role(
        id=stored.id,
        document=stored.document,
        person=stored.one("person"),
        role=stored.one("role"),
        body=stored.maybe("body"),
        former=stored.type == _FORMER,
        why=_decode(stored.facts).why,
        score=stored.score,
    )


ROLES: Part[Role] = Part(
    kind="role",
    of=lambda extraction: extraction.roles,
    type=lambda role: _FORMER if role.former else _HELD,
    facts=lambda role: _encode(Facts(why=role.why)).decode(),
    make=_role,
)
