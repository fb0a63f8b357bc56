"""What is wrong in the records of our own reports: a summary by cause, and a line for each fault."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from eval.records import EVENT, FIGURE, MOMENT, ROLE, Read, events, figures, moments, roles
from eval.records_gold import GoldEvent, GoldFigure, GoldMoment, GoldRole, Listed
from eval.records_match import G, Judged, Judgement, R
from tocsin.record import Event, Figure, Moment, Role, Span, Statement
from tocsin.record.moment import When

Found = Figure | Event | Moment | Role
Lines = list[tuple[str, str]]  # what is wrong, and the line that tells it


def faults(reports: Sequence[Read]) -> str:
    """Return how often each fault occurs, then each record that is missed, wrong in part or made up."""
    told = [line for report in reports for line in _of_report(report)]
    causes = Counter(cause for cause, _ in told)
    summary = ", ".join(f"{count} {cause}" for cause, count in causes.most_common())
    return "\n".join((summary, *dict.fromkeys(line for _, line in told))) if told else ""


def _of_report(report: Read) -> Lines:
    statements = {s.id: s for s in report.found.statements}
    show = partial(_shown, statements=statements)
    return [
        *_lines(report.id, "figure", figures(report), FIGURE, show),
        *_lines(report.id, "event", events(report), ("mode", *EVENT), show),
        *_lines(report.id, "moment", moments(report), MOMENT, show),
        *_lines(report.id, "role", roles(report), ROLE, show),
    ]


def _lines(
    report: str,
    kind: str,
    judgement: Judgement[G, R],
    fields: Iterable[str],
    show: Callable[[Found, str], str],
) -> Lines:
    lines: Lines = []
    for judged in judgement.judged:
        head = f"{report}: {kind} {_name(judged.gold)!r}"
        if judged.found is None:
            lines.append((f"{kind} missed", f"{head}: missed"))
            continue
        wrong = [field for field in fields if not judged.right[field]]
        parts = "; ".join(
            f"{field} {show(judged.found, field)}, not {_wanted(judged, field)}" for field in wrong
        )
        lines += [(f"{kind} {field}", f"{head}: {parts}") for field in wrong]
    made_up = [f"{report}: {kind} {_label(found)}: made up" for found in judgement.made_up]
    return [*lines, *((f"{kind} made up", line) for line in made_up)]


def _name(gold: Listed) -> str:
    match gold:
        case GoldFigure():
            return gold.quote
        case GoldEvent():
            return f"{gold.trigger} {gold.type}"
        case GoldMoment():
            return str(gold.text)
        case GoldRole():
            return f"{gold.person} {gold.role}"
        case _:
            return ""


def _label(found: Found) -> str:
    match found:
        case Event():
            return f"{found.trigger.text!r} {found.type} {found.modality}"
        case Role():
            return f"{found.person.text!r} {found.role.text!r}"
        case _:
            return repr(found.span.text)


def _wanted(judged: Judged[G, R], field: str) -> str:
    gold = judged.gold
    if field == "value" and isinstance(gold, GoldFigure):
        return f"{gold.bound} {gold.low}/{gold.best}/{gold.high}"
    if field == "interval" and isinstance(gold, GoldMoment):
        return f"{gold.first} to {gold.last}"
    return repr(getattr(gold, field))


def _shown(found: Found, field: str, *, statements: dict[str, Statement]) -> str:
    if field == "value" and isinstance(found, Figure):
        return f"{found.bound} {found.low}/{found.best}/{found.high}"
    if field == "interval" and isinstance(found, Moment):
        return f"{found.first} to {found.last}"
    value = getattr(found, field)
    if isinstance(value, Span):
        return repr(value.text)
    if isinstance(value, When):
        return f"{value.span.text!r} {value.first} to {value.last}"
    if field in ("said_in", "asserted_in") and value is not None:
        said = statements[value]
        return repr(said.speaker.name if said.speaker else said.source.text if said.source else "somebody")
    return repr(value)
