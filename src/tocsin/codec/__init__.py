"""Records ⇄ JSON: the one place that knows the shape of both.

The shape is a contract (``tocsin extract -o json``): keys are added, never renamed or taken away.
A new kind of record is one more file beside this one, and its entry in ``KINDS``.
"""

from tocsin.codec.copies import copy_json
from tocsin.codec.diffs import change_json, diff_json
from tocsin.codec.entities import edge_json, entity_json, judgement_json
from tocsin.codec.events import EVENT
from tocsin.codec.evidence import Found, Words, evidence
from tocsin.codec.figures import FIGURE
from tocsin.codec.findings import Records, finding_json, ids_of, words_of
from tocsin.codec.kinds import Json, Kind
from tocsin.codec.linked import Linked, Links, LinksOf, no_links
from tocsin.codec.moments import MOMENT
from tocsin.codec.names import NAME
from tocsin.codec.records import KINDS, Record, extraction_json, from_json, kind_of, to_json
from tocsin.codec.references import REFERENCE
from tocsin.codec.roles import ROLE
from tocsin.codec.statements import STATEMENT
from tocsin.codec.stories import membership_json, story_json
from tocsin.codec.toponyms import TOPONYM
from tocsin.codec.written import decode, encode
from tocsin.record import entity_id

__all__ = [
    "EVENT",
    "FIGURE",
    "KINDS",
    "MOMENT",
    "NAME",
    "REFERENCE",
    "ROLE",
    "STATEMENT",
    "TOPONYM",
    "Found",
    "Json",
    "Kind",
    "Linked",
    "Links",
    "LinksOf",
    "Record",
    "Records",
    "Words",
    "change_json",
    "copy_json",
    "decode",
    "diff_json",
    "edge_json",
    "encode",
    "entity_id",
    "entity_json",
    "evidence",
    "extraction_json",
    "finding_json",
    "from_json",
    "ids_of",
    "judgement_json",
    "kind_of",
    "membership_json",
    "no_links",
    "story_json",
    "to_json",
    "words_of",
]
