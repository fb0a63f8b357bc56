"""How a question stands, in words: each answer with who gives it, and the counts, which are never mixed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from tocsin import (
    Answer,
    Event,
    Figure,
    Finding,
    Member,
    Origin,
    QuestionKind,
    Stance,
    Statement,
    Status,
    StepKind,
)
from tocsin.cli.clean import one_line, shortened
from tocsin.cli.rows import short_id, who
from tocsin.codec import Record, Records, words_of
from tocsin.text.amounts import amount

WORDS = 120  # characters of a quotation in a list
COLOURS: Mapping[Status, str | None] = {
    Status.DENIED: "red",
    Status.DIFFER: "yellow",
    Status.REVISED: "cyan",
    Status.AGREE: "green",
    Status.SINGLE: None,
}
_SAID = frozenset((QuestionKind.CLAIM, QuestionKind.DEMAND, QuestionKind.PROMISE))
_MARKS = '“”"'
Found = Callable[[str], Finding | None]


def day(when: str | None) -> str:
    """Return the day of a time; "…" where none is told.

    >>> day("2021-04-12T23:59:59Z"), day(None)
    ('2021-04-12', '…')
    """
    return when[:10] if when else "…"


def many(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> many(1, "origin"), many(2, "text family", "text families")
    ('1 origin', '2 text families')
    """
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def counts(finding: Finding) -> str:
    """Return how many documents, outlets, text families and origins there are, told apart.

    Text families are left out where no report is copied from another.
    """
    families = many(finding.families, "text family", "text families")
    parts = (
        many(finding.documents, "document"),
        many(finding.outlets, "outlet") if finding.outlets else "outlet not known",
        families if finding.families < finding.documents else "",
        many(finding.independent, "origin"),
    )
    return ", ".join(part for part in parts if part)


def answer_lines(finding: Finding, records: Records, found: Found) -> Iterator[str]:
    """Yield how a question stands, a line for each answer, the last with the counts.

    ``found`` gives a finding by its id: the rivals of an explanation are told with their origins.
    """
    answers = tuple(_answers(finding, records))
    asserted = [answer for answer in answers if answer[1]]
    if len(asserted) == 1:
        said, origins, _ = asserted[0]
        yield " · ".join(part for part in (said, _open(finding), _on(finding, origins)) if part)
    else:
        for said, origins, when in asserted:
            yield f"{said} · {_names(origins)} · {when}"
        yield " · ".join(part for part in (_open(finding), _on(finding, ())) if part)
    yield from _denials(finding, records)
    yield from (_answer(answer, records) for answer in _unlike_denials(finding))
    for rival in finding.rivals:
        yield f"against: {rival_words(rival, found)}"


def rival_words(rival: str, found: Found) -> str:
    """Return what a rival explanation says, and who gives it."""
    other = found(rival)
    if other is None:
        return short_id(rival)
    return f"{other.question.words} · {_names(other.origins)} · {short_id(rival)}"


Said = tuple[str, tuple[Origin, ...], str]  # what is said, who says it, when and in how many reports


def _answers(finding: Finding, records: Records) -> Iterator[Said]:
    """Yield what is asserted with all who assert it in the same words."""
    members = {member.record: member for member in finding.members if member.stance is Stance.ASSERTS}
    revised = {step.origin for step in finding.history if step.kind is StepKind.REVISED}
    by_words: dict[str, list[Origin]] = {}
    for origin in finding.origins:
        own = [members[record] for record in origin.members if record in members]
        if own:
            between = " → " if origin.key in revised else " / "
            said = dict.fromkeys(content(finding, member, records) for member in own)
            by_words.setdefault(between.join(part for part in said if part), []).append(origin)
    for words, origins in by_words.items():
        every = [members[record] for each in origins for record in each.members if record in members]
        yield words, tuple(origins), _since(every)


def content(finding: Finding, member: Member, records: Records) -> str:
    """Return what a member answers; "" where the question has it already."""
    record = records.get(member.record)
    match record:
        case Figure():
            measure = (finding.question.measure or "").replace("_", " ")
            changed = f", {amount(record).partition(', ')[2]}" if record.change else ""
            return f"{amount(replace(record, change=None))} {measure}".rstrip() + changed
        case Event():
            return f"{quoted(record)}, {record.modality}" if _one(finding) else str(record.modality)
        case Statement() if finding.question.kind is QuestionKind.EXPLANATION:
            return quoted(record) if _one(finding) else ""
    return ""


def _one(finding: Finding) -> bool:
    return len(finding.members) == 1


def quoted(record: Record | None, most: int = WORDS) -> str:
    """Return the words of a record, on one line in quotation marks."""
    if record is None:
        return "words not found"
    words = " … ".join(span.text for span in words_of(record))
    return f"“{shortened(words, most).strip(_MARKS)}”"


def _since(members: Sequence[Member]) -> str:
    days = sorted({day(member.known) for member in members})
    documents = len({member.document for member in members})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"{when}, {many(documents, 'document')}"


def _names(origins: Sequence[Origin]) -> str:
    return ", ".join(one_line(origin.name) for origin in origins)


def _on(finding: Finding, origins: Sequence[Origin]) -> str:
    """Return the counts, with the names of the origins where the question does not begin with the one."""
    told = [origin for origin in origins if origin.told] or list(origins)
    named = finding.question.kind in _SAID and len(told) == 1 and _begins(finding, told[0])
    names = f": {_names(told)}" if told and not named else ""
    untold = many(finding.untold, "text does not", "texts do not")
    rest = (
        f"; {untold} say whence" if finding.untold and any(origin.told for origin in finding.origins) else ""
    )
    return f"{counts(finding)}{names}{rest}"


def _begins(finding: Finding, origin: Origin) -> bool:
    return finding.question.words.startswith(origin.name)


def _open(finding: Finding) -> str:
    return f"open since {day(finding.open_since)}" if finding.open_since else ""


def _denials(finding: Finding, records: Records) -> Iterator[str]:
    names = {origin.key: origin.name for origin in finding.origins}
    denying = [member for member in finding.members if member.stance is Stance.DENIES]
    for member in denying:
        words = quoted(records.get(member.record))
        yield f"denied by {one_line(names[member.origin])}, {day(member.known)}: {words}"


def _unlike_denials(finding: Finding) -> Iterator[Answer]:
    denying = {member.record for member in finding.members if member.stance is Stance.DENIES}
    return (answer for answer in finding.answers if answer.by not in denying)


def _answer(answer: Answer, records: Records) -> str:
    record = records.get(answer.by)
    by = f" by {one_line(giver(record))}" if giver(record) else ""
    return f"{answer.kind} {day(answer.at)}{by}: {quoted(record)}"


def giver(record: Record | None) -> str:
    """Return who answers by a record: its speaker, or who acts; "" where that is not told."""
    match record:
        case Statement():
            return who(record)
        case Event(actor=actor) if actor:
            return actor.text
    return ""
