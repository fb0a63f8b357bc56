"""Findings in JSON: the question, who answers it with which words, and the counts, never mixed."""

from collections.abc import Iterator, Mapping

from tocsin.codec.evidence import evidence
from tocsin.codec.kinds import Json
from tocsin.codec.records import Record, kind_of
from tocsin.codec.spans import quotes_json
from tocsin.record import Document, Span, Statement
from tocsin.record.finding import Answer, Finding, Member, Origin, Question, Step, Value

Records = Mapping[str, Record]  # by id: those that stand in findings


def finding_json(finding: Finding, records: Records) -> Json:
    """Return a finding as JSON has it; ``records`` gives each member its kind and its exact words.

    ``first`` and ``last`` are when the question was known, ``from`` and ``to`` of a member the time that it
    holds for.
    """
    return {
        "id": finding.id,
        "kind": finding.question.kind.value,
        "question": _question_json(finding.question),
        "status": finding.status.value,
        "statuses": [status.value for status in finding.statuses],
        "counts": {
            "documents": finding.documents,
            "outlets": finding.outlets,
            "families": finding.families,
            "origins": finding.independent,
            "untold": finding.untold,
        },
        "first": finding.first,
        "last": finding.last,
        "open_since": finding.open_since,
        "members": [_member_json(member, records.get(member.record)) for member in finding.members],
        "origins": [_origin_json(origin) for origin in finding.origins],
        "history": [_step_json(step) for step in finding.history],
        "answers": [_answer_json(answer) for answer in finding.answers],
        "rivals": list(finding.rivals),
        "why": finding.why,
    }


def ids_of(finding: Finding) -> Iterator[str]:
    """Yield the ids of all records that a finding speaks of, its members first; some more than once."""
    yield from (member.record for member in finding.members)
    for answer in finding.answers:
        yield from (answer.to, answer.by)
    for step in finding.history:
        yield from (step.before, step.after)


def words_of(record: Record) -> tuple[Span, ...]:
    """Return the words by which a record answers a question: what was said, or the words of the claim.

    >>> from tocsin.record import Name, NameType
    >>> words_of(Name(id="nam-1", document="doc-1", type=NameType.PLACE, span=Span.of("in Kyiv", 3, 7),
    ...               score=0.9))
    (Span(start=3, end=7, text='Kyiv'),)
    """
    if isinstance(record, Document):
        return ()
    if isinstance(record, Statement):
        return record.contents
    return tuple(span for _, span in evidence(record))[:1]


def _question_json(question: Question) -> Json:
    return {
        "key": question.key,
        "words": question.words,
        "measure": question.measure,
        "unit": question.unit,
        "holder": question.holder,
        "side": question.side,
        "place": question.place,
        "type": question.type,
        "actor": question.actor,
        "recipient": question.recipient,
        "speaker": question.speaker,
        "act": question.act,
        "addressee": question.addressee,
    }


def _member_json(member: Member, record: Record | None) -> Json:
    return {
        "record": member.record,
        "kind": kind_of(record) if record else None,
        "document": member.document,
        "evidence": quotes_json(words_of(record)) if record else [],
        "origin": member.origin,
        "known": member.known,
        "from": member.first,
        "to": member.last,
        "value": _value_json(member.value),
        "stance": member.stance.value,
        "why": member.why,
        "score": member.score,
    }


def _value_json(value: Value | None) -> Json | None:
    if value is None:
        return None
    return {
        "low": whole(value.low),
        "best": whole(value.best),
        "high": whole(value.high),
        "bound": value.bound.value,
    }


def whole(number: float | None) -> float | None:
    """Return whole numbers without a point.

    >>> whole(80000.0), whole(2.5), whole(None)
    (80000, 2.5, None)
    """
    return int(number) if number is not None and float(number).is_integer() else number


def _origin_json(origin: Origin) -> Json:
    return {
        "key": origin.key,
        "name": origin.name,
        "kind": origin.kind.value,
        "told": origin.told,
        "members": list(origin.members),
        "why": list(origin.why),
    }


def _step_json(step: Step) -> Json:
    return {
        "origin": step.origin,
        "at": step.at,
        "before": step.before,
        "after": step.after,
        "kind": step.kind.value,
        "why": step.why,
    }


def _answer_json(answer: Answer) -> Json:
    return {
        "to": answer.to,
        "by": answer.by,
        "kind": answer.kind.value,
        "at": answer.at,
        "why": answer.why,
    }
