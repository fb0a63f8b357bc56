"""How a question stands, in words: each answer with who gives it, and the counts, which are never mixed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tocsin import (
    Answer,
    Event,
    Figure,
    Finding,
    Member,
    Origin,
    OriginKind,
    QuestionKind,
    Stance,
    Statement,
    Status,
    StepKind,
)
from tocsin.cli.clean import one_line, shortened
from tocsin.cli.counted import count
from tocsin.cli.rows import short_id, who
from tocsin.codec import Record, Records, words_of

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
_NOT_TOLD = "not told: "
_NOBODY = "somebody who is not told"
_UNTOLD = ", not told whence"
_NAMES = 4  # in a line
_TOLD: Mapping[OriginKind, str] = {
    OriginKind.SPEAKER: "",
    OriginKind.UNNAMED: "not named",
    OriginKind.AGENCY: "news agency",
    OriginKind.OUTLET: "outlet",
    OriginKind.WITNESS: "its reporter was there",
}
_NOT_TOLD_WHENCE: Mapping[OriginKind, str] = {
    OriginKind.SPEAKER: "it is not told who that is",
    OriginKind.UNNAMED: "not named, so it is not told who that is",
    OriginKind.AGENCY: "the agency does not say whence",
    OriginKind.OUTLET: "does not say whence",
    OriginKind.WITNESS: "does not say whence",
}
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
    unknown = "outlet not known" if finding.documents == 1 else "outlets not known"
    families = many(finding.families, "text family", "text families")
    parts = (
        many(finding.documents, "document"),
        many(finding.outlets, "outlet") if finding.outlets else unknown,
        families if finding.families < finding.documents else "",
        many(finding.independent, "origin"),
    )
    return ", ".join(part for part in parts if part)


def answer_lines(finding: Finding, records: Records, found: Found) -> Iterator[str]:
    """Yield how a question stands: a line for each answer with who gives it, and the counts.

    ``found`` gives a finding by its id: the rivals of an explanation are told with their origins.
    """
    answers = _answers(finding, records)
    if len(answers) == 1:
        said, origins, _ = answers[0]
        yield _parts(said, _open(finding), _on(finding, origins))
    else:
        yield from (_parts(said, names(origins), when) for said, origins, when in answers)
        yield _parts(_open(finding), _on(finding, ()))
    yield from _denials(finding, records)
    yield from dict.fromkeys(_answer(answer, records) for answer in _unlike_denials(finding))
    yield from (f"against: {rival_words(rival, finding, found)}" for rival in finding.rivals)


def rival_words(rival: str, finding: Finding, found: Found) -> str:
    """Return what a rival explanation says, without the question that both answer, and who gives it."""
    other = found(rival)
    if other is None:
        return short_id(rival)
    question = finding.question.words.partition("? ")[0]
    said = other.question.words.removeprefix(f"{question}? ")
    return f"{said} · {names(other.origins)} · {short_id(rival)}"


Said = tuple[str, tuple[Origin, ...], str]  # what is said, who says it, when and in how many reports


def _answers(finding: Finding, records: Records) -> list[Said]:
    """Return what is asserted, each time with all who assert the same.

    What nobody is told to have said is left out where somebody said the same: the counts tell of it.
    """
    members = _asserting(finding)
    said: dict[str, list[Origin]] = {}
    heard: set[str] = set()
    for origin in sorted(finding.origins, key=lambda each: not each.told):
        own = [members[record] for record in origin.members if record in members]
        values = [_content(finding, member, records) for member in own]
        if not own or (not origin.told and heard.issuperset(values)):
            continue
        if origin.told:
            heard.update(values)
        said.setdefault(_line_of(finding, origin, own, values), []).append(origin)
    if not said and not members:
        return [(_told_not_so(finding, records), finding.origins, "")]
    return [
        (words, tuple(origins), _since([members[m] for o in origins for m in o.members if m in members]))
        for words, origins in said.items()
    ]


def _asserting(finding: Finding) -> dict[str, Member]:
    return {member.record: member for member in finding.members if member.stance is Stance.ASSERTS}


def _line_of(finding: Finding, origin: Origin, own: Sequence[Member], values: Sequence[str]) -> str:
    """Return what an origin says: what it revised in its order, what it says beside one another else."""
    of = dict(zip((member.record for member in own), values, strict=True))
    steps = [s for s in finding.history if s.origin == origin.key and s.kind is StepKind.REVISED]
    moved = [value for step in steps for value in (of.get(step.before), of.get(step.after)) if value]
    order = [value for at, value in enumerate(moved) if not at or moved[at - 1] != value]
    return " → ".join(order) if len(order) > 1 else " / ".join(dict.fromkeys(filter(None, values)))


def _content(finding: Finding, member: Member, records: Records) -> str:
    """Return what a member says in a list, where all say it in one line: of an event the first words."""
    if finding.question.kind in (QuestionKind.EVENT, QuestionKind.PLAN):
        own = [records[each] for each in _asserting(finding) if each in records]
        ways = dict.fromkeys(str(each.modality) for each in own if isinstance(each, Event))
        return f"{quoted(own[0])} ({', '.join(ways)})" if own else ""
    if finding.question.kind is QuestionKind.EXPLANATION and len(finding.members) > 1:
        return ""
    return content(finding, member, records)


def content(finding: Finding, member: Member, records: Records) -> str:
    """Return what a member answers; "" where the question has it already."""
    match records.get(member.record):
        case Figure() as figure:
            return count(figure, finding)
        case Event() as event:
            return f"{quoted(event)} ({event.modality})"
        case Statement() as statement if finding.question.kind is QuestionKind.EXPLANATION:
            return quoted(statement)
    return ""


def quoted(record: Record | None, most: int = WORDS) -> str:
    """Return the words of a record, on one line in quotation marks."""
    if record is None:
        return "words not found"
    words = shortened(" … ".join(span.text for span in words_of(record)), most)
    inside = words[1:-1] if len(words) > 1 and words[0] in _MARKS and words[-1] in _MARKS else words
    return f"“{inside}”"


def _since(members: Sequence[Member]) -> str:
    days = sorted({day(member.known) for member in members})
    documents = len({member.document for member in members})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"{when}, {many(documents, 'document')}"


def names(origins: Sequence[Origin]) -> str:
    """Return the names of origins, those that are told first; of many the first few."""
    told = dict.fromkeys(one_line(origin.name) for origin in origins if origin.told)
    untold = dict.fromkeys(
        one_line(origin.name).removesuffix(_UNTOLD) for origin in origins if not origin.told
    )
    if told or not untold:
        return _some(told)
    return _NOBODY if untold.keys() == {_NOBODY} else f"{_NOT_TOLD}{_some(untold)}"


def origin_words(origin: Origin) -> str:
    """Return the name of an origin, and what it is where that is not a speaker whom the reports name."""
    name = one_line(origin.name).removesuffix(_UNTOLD)
    what = _TOLD[origin.kind] if origin.told else _NOT_TOLD_WHENCE[origin.kind]
    return f"{name} ({what})" if what else name


def _some(words: Iterable[str]) -> str:
    every = list(words)
    more = f" and {len(every) - _NAMES} more" if len(every) > _NAMES else ""
    return f"{', '.join(every[:_NAMES])}{more}"


def _on(finding: Finding, origins: Sequence[Origin]) -> str:
    """Return the counts, with the names of the origins where the question does not begin with the one."""
    told = [origin for origin in origins if origin.told] or list(origins)
    named = finding.question.kind in _SAID and len(told) == 1 and _begins(finding, told[0])
    between = ": " if any(origin.told for origin in told) else ", "
    who_says = f"{between}{names(told)}" if told and not named else ""
    untold = many(finding.untold, "text does not", "texts do not")
    rest = f"; {untold} say whence" if finding.untold and any(o.told for o in finding.origins) else ""
    return f"{counts(finding)}{who_says}{rest}"


def _begins(finding: Finding, origin: Origin) -> bool:
    return finding.question.words.startswith(origin.name)


def _open(finding: Finding) -> str:
    return f"open since {day(finding.open_since)}" if finding.open_since else ""


def _parts(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _told_not_so(finding: Finding, records: Records) -> str:
    """Return the first words of those who all say that it is not so."""
    first = records.get(finding.members[0].record)
    return f"told as not so: {quoted(first)}"


def _denials(finding: Finding, records: Records) -> Iterator[str]:
    """Yield who denies what others say, each in the same words once."""
    if not _asserting(finding):
        return
    called = {origin.key: origin.name for origin in finding.origins}
    denying: dict[tuple[str, str], list[Member]] = {}
    for member in finding.members:
        if member.stance is Stance.DENIES:
            words = quoted(records.get(member.record))
            denying.setdefault((called[member.origin], words), []).append(member)
    for (name, words), members in denying.items():
        yield f"denied by {one_line(name)}: {words} · {_since(members)}"


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
