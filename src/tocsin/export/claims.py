"""The columns of figures, events, moments and roles."""

from tocsin.export.rows import REPORT, Column, entity, field, place, spot, time
from tocsin.record import Event, Figure, Moment, Role


def _number(value: float | None) -> float | None:
    """Return whole numbers without a point: 80000, not 80000.0."""
    return int(value) if value is not None and value.is_integer() else value


FIGURES = (
    field(Figure, "id", lambda f: f.id),
    field(Figure, "document", lambda f: f.document),
    field(Figure, "measure", lambda f: f.measure),
    field(Figure, "low", lambda f: _number(f.low)),
    field(Figure, "best", lambda f: _number(f.best)),
    field(Figure, "high", lambda f: _number(f.high)),
    field(Figure, "bound", lambda f: f.bound),
    field(Figure, "unit", lambda f: f.unit),
    field(Figure, "change", lambda f: f.change),
    *spot(Figure, "", lambda f: f.span),
    *spot(Figure, "measured_", lambda f: f.measured),
    *spot(Figure, "holder_", lambda f: f.holder),
    *spot(Figure, "side_", lambda f: f.side),
    *spot(Figure, "place_", lambda f: f.place),
    *time(Figure, "period", lambda f: f.period),
    field(Figure, "said_in", lambda f: f.said_in),
    Column("said_by", lambda row: row.teller),
    field(Figure, "block", lambda f: f.block),
    field(Figure, "why", lambda f: f.why),
    field(Figure, "score", lambda f: f.score),
    *REPORT,
    entity("holder_entity", "holder"),
    entity("side_entity", "side"),
    place("place_id", "place"),
    field(Figure, "modality", lambda f: f.modality),
    field(Figure, "is_change", lambda f: f.is_change),
)

EVENTS = (
    field(Event, "id", lambda e: e.id),
    field(Event, "document", lambda e: e.document),
    field(Event, "type", lambda e: e.type),
    field(Event, "mode", lambda e: e.mode),
    field(Event, "modality", lambda e: e.modality),
    *spot(Event, "", lambda e: e.span),
    *spot(Event, "trigger_", lambda e: e.trigger),
    *spot(Event, "actor_", lambda e: e.actor),
    *spot(Event, "recipient_", lambda e: e.recipient),
    *spot(Event, "place_", lambda e: e.place),
    *time(Event, "date", lambda e: e.date),
    field(Event, "contexts", lambda e: " ".join(e.contexts)),
    field(Event, "asserted_in", lambda e: e.asserted_in),
    Column("asserted_by", lambda row: row.teller),
    field(Event, "statement", lambda e: e.statement),
    field(Event, "block", lambda e: e.block),
    field(Event, "why", lambda e: e.why),
    field(Event, "score", lambda e: e.score),
    *REPORT,
    entity("actor_entity", "actor"),
    entity("recipient_entity", "recipient"),
    place("place_id", "place"),
)

MOMENTS = (
    field(Moment, "id", lambda m: m.id),
    field(Moment, "document", lambda m: m.document),
    field(Moment, "type", lambda m: m.kind),
    field(Moment, "value", lambda m: m.value),
    field(Moment, "timex", lambda m: m.timex),
    field(Moment, "from", lambda m: m.first),
    field(Moment, "to", lambda m: m.last),
    field(Moment, "precision", lambda m: m.precision),
    field(Moment, "anchor", lambda m: m.anchor),
    *spot(Moment, "", lambda m: m.span),
    field(Moment, "why", lambda m: m.why),
    field(Moment, "score", lambda m: m.score),
    *REPORT,
)

ROLES = (
    field(Role, "id", lambda r: r.id),
    field(Role, "document", lambda r: r.document),
    *spot(Role, "person_", lambda r: r.person),
    *spot(Role, "role_", lambda r: r.role),
    *spot(Role, "body_", lambda r: r.body),
    field(Role, "former", lambda r: "yes" if r.former else "no"),
    field(Role, "why", lambda r: r.why),
    field(Role, "score", lambda r: r.score),
    *REPORT,
    entity("person_entity", "person"),
    entity("body_entity", "body"),
)
