"""Figures, events, moments and roles of our own reports: found, and which of their fields are right.

The gold is ``examples/records/gold`` (``records_gold``). A figure is found where its words overlap the
gold's, an event where the triggers overlap and the type is right, a moment where its span is the
gold's, a role where person and office are. Each is matched to one at most (Kuhn 1955). What the gold
leaves optional costs nothing, found or not. Figures and events are judged in the body alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isclose
from pathlib import Path

from eval import records_gold as words
from eval.metrics import Counts
from eval.passes import EXAMPLES, Model, example_documents, extractions
from eval.records_gold import GoldEvent, GoldFigure, GoldMoment, GoldRecords, GoldRole
from eval.records_match import (
    G,
    Judgement,
    R,
    day,
    judge,
    one_of,
    overlap,
    pair,
    same_days,
    same_party,
    same_source,
)
from eval.rows import Place, Row, make_rows
from eval.speakers import same_speaker
from tocsin.errors import SourceError
from tocsin.record import BlockKind, Bound, Event, Extraction, Figure, Moment, Role

FOLDER = "records"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A report with what a reader listed and what was extracted."""

    id: str
    gold: GoldRecords
    found: Extraction

    @property
    def text(self) -> str:
        """The report's text."""
        return self.found.document.text


def reports(model: Model, folder: Path = EXAMPLES) -> list[Read]:
    """Return the reports that have gold, those of the demo and those kept for this alone.

    Raises:
        SourceError: gold has no report.
        FormatError: the gold gives words that its report does not hold.
    """
    gold = words.load(folder / FOLDER / "gold")
    documents = example_documents(folder / "reports") | example_documents(folder / FOLDER / "reports")
    for name, listed in gold.items():
        if name not in documents:
            raise SourceError(f"gold {name}.json has no report", advice="rename the file")
        words.check(documents[name].text, listed, report=name)
    found = extractions(model, [documents[name] for name in gold])
    return [Read(id=name, gold=gold[name], found=one) for name, one in zip(gold, found, strict=True)]


def files(folder: Path) -> list[Path]:
    """Return the files that the figures rest on."""
    return sorted(
        path for part in ("reports", FOLDER) for path in (folder / part).rglob("*") if path.is_file()
    )


_DEFINING = {
    Bound.EXACT: ("best",), Bound.ABOUT: ("best",), Bound.AT_LEAST: ("low",), Bound.AT_MOST: ("high",),
    Bound.RANGE: ("low", "high"), Bound.VAGUE: ("low", "high"),
}  # fmt: skip


def _same_value(gold: GoldFigure, found: Figure) -> bool:
    """Tell whether the bound is right, and each number that it speaks of and the gold gives."""
    bounds = (gold.bound,) if isinstance(gold.bound, Bound) else gold.bound
    pairs = [(getattr(gold, name), getattr(found, name)) for name in _DEFINING[found.bound]]
    told = [(one, other) for one, other in pairs if one is not None]
    return found.bound in bounds and all(other is not None and isclose(one, other) for one, other in told)


def figures(report: Read) -> Judgement[GoldFigure, Figure]:
    """Judge the figures of a report's body."""
    text, statements = report.text, {s.id: s for s in report.found.statements}

    def fields(gold: GoldFigure, found: Figure) -> dict[str, bool]:
        at = (found.span.start, found.span.end)
        return {
            "value": _same_value(gold, found),
            "unit": one_of(gold.unit, found.unit),
            "measure": one_of(gold.measure, found.measure),
            "holder": same_party(text, gold.holder, found.holder, at),
            "place": same_party(text, gold.place, found.place, at),
            "period": same_days(gold.period, found.period),
            "change": gold.change == found.change,
            "said_in": same_source(gold.said_in, found.said_in, statements),
        }

    own = [figure for figure in report.found.figures if figure.block is BlockKind.BODY]
    return judge(report.gold.figures, own, lambda g, f: overlap(words.place(text, g.quote), f.span), fields)


def events(report: Read) -> Judgement[GoldEvent, Event]:
    """Judge the events of a report's body."""
    text, statements = report.text, {s.id: s for s in report.found.statements}

    def fits(gold: GoldEvent, found: Event) -> float:
        right = one_of(_values(gold.type), found.type)
        return overlap(words.place(text, gold.trigger), found.trigger) if right else 0.0

    def fields(gold: GoldEvent, found: Event) -> dict[str, bool]:
        at = (found.trigger.start, found.trigger.end)
        return {
            "mode": gold.mode in (None, found.mode),
            "modality": one_of(_values(gold.modality), found.modality),
            "actor": same_party(text, gold.actor, found.actor, at),
            "recipient": same_party(text, gold.recipient, found.recipient, at),
            "place": same_party(text, gold.place, found.place, at),
            "date": same_days(gold.date, found.date),
            "asserted_in": same_source(gold.asserted_in, found.asserted_in, statements),
        }

    own = [event for event in report.found.events if event.block is BlockKind.BODY]
    return judge(report.gold.events, own, fits, fields)


def triggers(report: Read) -> Counts:
    """Count the triggers that are found, whatever the type."""
    found = [event for event in report.found.events if event.block is BlockKind.BODY]
    gold = report.gold.events
    pairs, spare = pair(gold, found, lambda g, f: overlap(words.place(report.text, g.trigger), f.trigger))
    asked = sum(not one.optional for one in gold)
    return Counts(right=len(pairs), found=len(pairs) + len(spare), gold=asked)


def moments(report: Read) -> Judgement[GoldMoment, Moment]:
    """Judge the moments of a report, wherever they stand."""
    text = report.text

    def fits(gold: GoldMoment, found: Moment) -> float:
        first = words.place(text, words.choices(gold.text)[0])
        if gold.optional:
            return overlap(first, found.span)
        exact = [span for way in words.choices(gold.text) for span in words.occurrences(text, way)]
        return overlap(first, found.span) if (found.span.start, found.span.end) in exact else 0.0

    def fields(gold: GoldMoment, found: Moment) -> dict[str, bool]:
        interval = [
            name in gold.open or want == day(have)
            for name, want, have in (("from", gold.first, found.first), ("to", gold.last, found.last))
        ]
        return {
            "kind": one_of(_values(gold.kind), found.kind),
            "value": gold.value == found.value,
            "interval": all(interval),
            "precision": gold.precision == found.precision,
        }

    return judge(report.gold.moments, report.found.moments, fits, fields)


def roles(report: Read) -> Judgement[GoldRole, Role]:
    """Judge the roles of a report, wherever they stand."""

    def fits(gold: GoldRole, found: Role) -> float:
        return float(same_speaker(found.person.text, [gold.person]) and one_of(gold.role, found.role.text))

    def fields(gold: GoldRole, found: Role) -> dict[str, bool]:
        at = (found.role.start, found.role.end)
        return {
            "body": same_party(report.text, gold.body, found.body, at),
            "former": gold.former == found.former,
        }

    return judge(report.gold.roles, report.found.roles, fits, fields)


def _values(kinds: str | Iterable[str]) -> tuple[str, ...]:
    return (kinds,) if isinstance(kinds, str) else tuple(kinds)


def rows(reports: Sequence[Read]) -> list[Row]:
    """Return the table's rows of each kind: found, found with each field right, and with all of them."""
    measures: dict[str, list[Counts]] = {}
    _add(measures, "figure", [figures(report) for report in reports], FIGURE)
    measures["event trigger, any type"] = [triggers(report) for report in reports]
    of_events = [events(report) for report in reports]
    _add(measures, "event", of_events, EVENT)
    measures["event found, right mode"] = [_modes(one) for one in of_events]
    _add(measures, "moment", [moments(report) for report in reports], MOMENT)
    _add(measures, "role", [roles(report) for report in reports], ROLE)
    return make_rows(Place(task="records", set="examples", split="records"), measures)


FIGURE = ("value", "unit", "measure", "holder", "place", "period", "change", "said_in")
EVENT = ("modality", "actor", "recipient", "place", "date", "asserted_in")
MOMENT = ("kind", "value", "interval", "precision")
ROLE = ("body", "former")


def _add(
    measures: dict[str, list[Counts]], kind: str, judged: Sequence[Judgement[G, R]], fields: Sequence[str]
) -> None:
    measures[f"{kind} found"] = [one.counts() for one in judged]
    measures |= {f"{kind} found, right {field}": [one.counts(field) for one in judged] for field in fields}
    measures[f"{kind} found, all right"] = [one.counts(*fields) for one in judged]


def _modes(judged: Judgement[GoldEvent, Event]) -> Counts:
    """Count the right modes of those events found whose mode the gold tells."""
    told = [one for one in judged.judged if one.gold.mode]
    found = [one for one in told if one.found]
    return Counts(right=sum(one.right["mode"] for one in found), found=len(found), gold=len(told))
