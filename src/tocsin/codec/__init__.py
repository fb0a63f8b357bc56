"""Records ⇄ JSON: the one place that knows the shape of both.

The shape is a contract (``tocsin extract -o json``): keys are added, never renamed or taken away.
A new kind of record is one more file beside this one, and its entry in ``KINDS``.
"""

from tocsin.codec.events import EVENT
from tocsin.codec.evidence import Words, evidence
from tocsin.codec.figures import FIGURE
from tocsin.codec.kinds import Json, Kind
from tocsin.codec.moments import MOMENT
from tocsin.codec.names import NAME
from tocsin.codec.records import KINDS, LATER, Found, Record, extraction_json, from_json, kind_of, to_json
from tocsin.codec.roles import ROLE
from tocsin.codec.statements import STATEMENT
from tocsin.codec.written import decode, encode

__all__ = [
    "EVENT",
    "FIGURE",
    "KINDS",
    "LATER",
    "MOMENT",
    "NAME",
    "ROLE",
    "STATEMENT",
    "Found",
    "Json",
    "Kind",
    "Record",
    "Words",
    "decode",
    "encode",
    "evidence",
    "extraction_json",
    "from_json",
    "kind_of",
    "to_json",
]
