"""Lines of who said what and of what is said to have happened, made from findings."""

from collections.abc import Sequence

from tocsin.brief.citing import Desk
from tocsin.brief.material import Fact, Material, words_in
from tocsin.brief.members import chosen, outlet_of, source_of, usable
from tocsin.brief.parts import EventLine, Line, Teller, ToldBy
from tocsin.brief.passages import passages
from tocsin.brief.polarity import negates, phrase
from tocsin.brief.telling import told
from tocsin.brief.words import shown
from tocsin.record import Act, Event, Mode, Statement
from tocsin.record.finding import Finding, Stance

PRONE = 3  # words: fewer tell little to whoever has not read the report
SENTENCE = 280  # characters; of a longer one the clause is shown


def line_of(
    statements: Sequence[Statement],
    desk: Desk,
    *,
    width: int,
    act: Act | None = None,
    speaker: str | None = None,
    finding: Finding | None = None,
    cited: Sequence[Fact] | None = None,
) -> Line | None:
    """Return the line of statements that are one, the first of them its words; None where it is refused."""
    head = statements[0]
    report = desk.material.report(head)
    whole = told(head, report) if head.speaker else None
    name = speaker or (head.speaker.name if head.speaker else None)
    origin = _origin(finding, head.id)
    words, telling = shown(head.contents, width=width), shown((whole,), width=width) if whole else None
    sentence = None if whole or head.mode is Mode.DIRECT else sentence_of(head, desk.material)
    if not desk.supports([name, words, telling, sentence, origin], statements, _why(finding)):
        return None
    documents, outlets, _ = desk.material.counts(statements)
    carried = list(cited if cited is not None else statements)
    verb = act or head.act
    return Line(
        speaker=name,
        source=head.source.text if head.source and not head.speaker else None,
        act=verb,
        phrase=phrase(verb, negating=negates(head)),
        cue=head.cue.text if head.cue else None,
        words=words,
        mode=head.mode,
        when=_first_published(statements, desk.material),
        documents=documents,
        outlets=outlets,
        statements=tuple(sorted(statement.id for statement in statements)),
        citations=desk.cite(carried),
        told=telling,
        sentence=sentence,
        finding=finding.id if finding else None,
        origin=origin,
        more=documents - desk.material.counts(carried)[0],
    )


def sentence_of(fact: Statement | Event, material: Material) -> str | None:
    """Return the sentence of the report that holds a record's words, where it is one and not long."""
    found = passages(material.report(fact), words_in(fact))
    whole = " ".join(found[0].text.split()) if len(found) == 1 else ""
    if whole and len(whole) <= SENTENCE:
        return whole
    cue = fact.cue if isinstance(fact, Statement) else None
    if cue is None or cue.end > words_in(fact)[0].start:
        return None
    clause = " ".join(material.report(fact).text[cue.start : words_in(fact)[-1].end].split())
    return clause if len(clause) <= SENTENCE else None


def statements_of(finding: Finding, material: Material) -> list[Statement]:
    """Return the statements that make a finding by when they were known, without those that deny it."""
    made = [(m, fact) for m, fact in usable(finding, material) if isinstance(fact, Statement)]
    return [fact for member, fact in made if member.stance is Stance.ASSERTS and isinstance(fact, Statement)]


def said_line(finding: Finding, desk: Desk, *, width: int) -> Line | None:
    """Return what a finding's speaker said, in the words of the first report that tells it in full."""
    found = statements_of(finding, desk.material)
    if not found:
        return None
    head = min(found, key=lambda each: _fullness(each, desk.material, found))
    rest = [each for each in found if each is not head]
    return line_of(
        [head, *rest], desk, width=width, finding=finding, cited=chosen([head, *rest], desk.material)
    )


def _fullness(
    statement: Statement, material: Material, all_: Sequence[Statement]
) -> tuple[bool, bool, bool, int]:
    """Return the key that chooses the words: a named speaker, no fragment, a sentence; then the earliest."""
    telling = told(statement, material.report(statement))
    return (
        statement.speaker is None,
        sum(len(span.text.split()) for span in statement.contents) < PRONE,
        telling is None and statement.mode is Mode.INDIRECT,
        all_.index(statement),
    )


def event_line(finding: Finding, desk: Desk, *, width: int) -> EventLine | None:
    """Return what is said to happen, in the words of the first report of it that are a clause."""
    found = [fact for member, fact in usable(finding, desk.material) if isinstance(fact, Event)]
    if not found:
        return None
    head = max(found, key=lambda each: (_full(each), -found.index(each)))
    return _event_line([head, *(each for each in found if each is not head)], desk, width, finding)


def single_event(event: Event, desk: Desk, *, width: int) -> EventLine | None:
    """Return the line of one event."""
    return _event_line([event], desk, width, None)


def _event_line(events: Sequence[Event], desk: Desk, width: int, finding: Finding | None) -> EventLine | None:
    head = events[0]
    words, sentence = shown((head.span,), width=width), sentence_of(head, desk.material)
    if not desk.supports([words, sentence, source_of(head, desk.material)], events, _why(finding)):
        return None
    documents, outlets, _ = desk.material.counts(events)
    cited = chosen(events, desk.material)
    return EventLine(
        type=head.type,
        mode=head.mode,
        modality=head.modality,
        actor=head.actor.text if head.actor else None,
        recipient=head.recipient.text if head.recipient else None,
        place=head.place.text if head.place else None,
        date=head.date.span.text if head.date else None,
        words=words,
        teller=teller_of(head, desk.material),
        when=_first_published(events, desk.material),
        documents=documents,
        outlets=outlets,
        events=tuple(sorted(event.id for event in events)),
        citations=desk.cite(cited),
        sentence=sentence,
        finding=finding.id if finding else None,
        independent=finding.independent if finding else 1,
        untold=finding.untold if finding else 0,
        more=documents - desk.material.counts(cited)[0],
    )


def teller_of(fact: Event, material: Material) -> Teller:
    """Return whose claim an event is."""
    report = material.report(fact)
    if fact.asserted_in is None:
        return Teller(told_by=ToldBy.REPORT, outlet=outlet_of(report))
    said = material.said_in(fact)
    if said and said.speaker:
        return Teller(told_by=ToldBy.SPEAKER, speaker=said.speaker.name, outlet=report.outlet)
    return Teller(told_by=ToldBy.UNKNOWN, source=source_of(fact, material), outlet=report.outlet)


def _full(event: Event) -> int:
    """Return how much of a clause an event's words tell: enough of them, a day, a place, who and whom."""
    parts = (event.date, event.place, event.actor, event.recipient)
    return 4 * min(2, len(event.span.text.split()) // 4) + sum(part is not None for part in parts)


def _origin(finding: Finding | None, record: str) -> str | None:
    found = next((o for o in finding.origins if record in o.members), None) if finding else None
    return found.name if found and found.told else None


def _why(finding: Finding | None) -> tuple[str, ...]:
    return tuple(reason for origin in finding.origins for reason in origin.why) if finding else ()


def _first_published(facts: Sequence[Fact], material: Material) -> str | None:
    first = material.report(min(facts, key=material.place))
    return first.published.when if first.published else None
