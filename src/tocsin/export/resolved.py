"""The columns of entities and places, as one report has them."""

from tocsin.codec import entity_id
from tocsin.export.rows import REPORT, field, spot
from tocsin.record import Reference, Toponym

ENTITIES = (
    field(Reference, "id", lambda r: r.id),
    field(Reference, "document", lambda r: r.document),
    field(Reference, "entity", lambda r: entity_id(r.key)),
    field(Reference, "type", lambda r: r.type),
    field(Reference, "name", lambda r: r.name),
    field(Reference, "key", lambda r: r.key),
    field(Reference, "country", lambda r: r.country),
    field(Reference, "sector", lambda r: r.sector),
    field(Reference, "roles", lambda r: " | ".join(r.roles)),
    *spot(Reference, "", lambda r: r.mentions[0]),
    field(Reference, "mentions", lambda r: len(r.mentions)),
    field(Reference, "candidates", lambda r: " | ".join(f"{c.id} {c.score:.2f}" for c in r.candidates)),
    field(Reference, "why", lambda r: r.why),
    field(Reference, "score", lambda r: r.score),
    *REPORT,
)


PLACES = (
    field(Toponym, "id", lambda t: t.id),
    field(Toponym, "document", lambda t: t.document),
    field(Toponym, "use", lambda t: t.use),
    *spot(Toponym, "", lambda t: t.span),
    field(Toponym, "phrase", lambda t: t.phrase.text),
    field(Toponym, "place", lambda t: t.place.id if t.place else None),
    field(Toponym, "place_name", lambda t: t.place.name if t.place else None),
    field(Toponym, "place_kind", lambda t: t.place.kind if t.place else None),
    field(Toponym, "country", lambda t: t.place.country if t.place else None),
    field(Toponym, "region", lambda t: t.place.region if t.place else None),
    # where the words widen or restrict the place, its own point is not what is meant
    field(Toponym, "latitude", lambda t: t.place.latitude if t.place and not t.box else None),
    field(Toponym, "longitude", lambda t: t.place.longitude if t.place and not t.box else None),
    field(Toponym, "precision", lambda t: t.precision),
    field(Toponym, "relation", lambda t: t.relation),
    field(Toponym, "box", lambda t: " ".join(f"{degree:.4f}" for degree in t.box) if t.box else None),
    field(Toponym, "within", lambda t: t.within.id if t.within else None),
    field(Toponym, "within_name", lambda t: t.within.name if t.within else None),
    field(Toponym, "why", lambda t: t.why),
    field(Toponym, "score", lambda t: t.score),
    *REPORT,
)
