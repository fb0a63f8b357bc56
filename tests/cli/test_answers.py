"""How a question stands, in words: who says what, and counts that are never mixed."""

from collections.abc import Sequence
from dataclasses import replace

from tests.reconcile.build import CONTEXT, count, report, said
from tocsin.cli.answers import answer_lines, counts
from tocsin.codec import Record
from tocsin.reconcile.figures import figure_findings
from tocsin.reconcile.inputs import Counted
from tocsin.record import Bound, Modality
from tocsin.record.finding import Answer, AnswerKind, Finding, Question, QuestionKind, Stance, Status

ONE = report("doc-1", day="2024-03-10", family="doc-1")
TWO = report("doc-2", day="2024-03-11", family="doc-1")
THREE = report("doc-3", day="2024-03-12")


def nothing(_: str) -> None:
    return None


def lines(counted: Sequence[Counted]) -> list[str]:
    (finding,) = figure_findings(counted, CONTEXT)
    return list(answer_lines(finding, records(counted), nothing))


def records(counted: Sequence[Counted]) -> dict[str, Record]:
    figures = {each.figure.id: each.figure for each in counted}
    statements = {each.said.statement.id: each.said.statement for each in counted if each.said}
    return {**figures, **statements}


def test_one_origin_is_one_line_however_many_reports_have_it() -> None:
    told = [count(each, 80000, by=said(each, "bb"), place="port") for each in (ONE, THREE)]
    assert lines(told) == ["80,000 troops · 2 documents, 2 outlets, 1 origin: Borea’s government"]


def test_copies_are_one_text_family() -> None:
    told = [count(each, 80000, by=said(each, "bb"), place="port") for each in (ONE, TWO)]
    assert lines(told) == [
        "80,000 troops · 2 documents, 2 outlets, 1 text family, 1 origin: Borea’s government"
    ]


def test_two_origins_that_agree_are_both_named() -> None:
    told = [
        count(ONE, 80000, by=said(ONE, "bb"), place="port"),
        count(THREE, 80000, by=said(THREE, "cc"), place="port"),
    ]
    assert lines(told) == [
        "80,000 troops · 2 documents, 2 outlets, 2 origins: Borea’s government, Cadmia’s government"
    ]


def test_values_that_differ_have_a_line_each_with_who_says_it() -> None:
    told = [
        count(ONE, 80000, by=said(ONE, "bb"), place="port"),
        count(THREE, 20000, by=said(THREE, "cc"), place="port"),
    ]
    assert lines(told) == [
        "80,000 troops · Borea’s government · 2024-03-10, 1 document",
        "20,000 troops · Cadmia’s government · 2024-03-12, 1 document",
        "2 documents, 2 outlets, 2 origins",
    ]


def test_what_was_revised_is_told_in_its_order() -> None:
    told = [
        count(ONE, 26, by=said(ONE, "bb"), place="port"),
        count(THREE, 27, by=said(THREE, "bb"), place="port"),
    ]
    assert lines(told) == ["26 troops → 27 troops · 2 documents, 2 outlets, 1 origin: Borea’s government"]


def test_what_nobody_is_told_to_have_said_is_counted_apart() -> None:
    told = [count(ONE, 80000, by=said(ONE, "bb"), place="port"), count(THREE, 80000, place="port")]
    assert lines(told) == [
        "80,000 troops · 2 documents, 2 outlets, 1 origin: Borea’s government; 1 text does not say whence"
    ]
    (alone,) = lines([count(THREE, 80000, place="port")])
    assert alone == "80,000 troops · 1 document, 1 outlet, 1 origin, not told: Outlet of doc-3"


def test_an_outlet_that_is_not_known_is_said_to_be_so() -> None:
    (finding,) = figure_findings([count(ONE, 5, by=said(ONE, "bb"), place="port")], CONTEXT)
    assert counts(replace(finding, outlets=0)) == "1 document, outlet not known, 1 origin"
    assert counts(replace(finding, outlets=0, documents=2, families=2)) == (
        "2 documents, outlets not known, 1 origin"
    )


def test_a_vague_number_is_said_to_be_vague() -> None:
    told = [count(ONE, 1000, by=said(ONE, "bb"), place="port", bound=Bound.VAGUE, high=10000)]
    assert lines(told)[0].startswith("1,000 to 10,000 troops (vague) · ")


def test_a_share_is_told_in_percent_and_what_is_no_fact_is_said_to_be_none() -> None:
    half = count(ONE, 0.5, by=said(ONE, "bb"), place="port", unit="share")
    half = replace(half, figure=replace(half.figure, modality=Modality.PLANNED))
    assert lines([half])[0].startswith("50 % troops, planned · ")


def claim(**more: object) -> tuple[Finding, dict[str, Record]]:
    """Return a claim that somebody denies."""
    said_so, denied = said(ONE, "bb"), said(THREE, "aa")
    told = [count(ONE, 5, by=said_so, place="port"), count(THREE, 5, by=denied, place="port")]
    (finding,) = figure_findings(told, CONTEXT)
    first, second = finding.members
    members = (
        replace(first, record=said_so.statement.id, value=None),
        replace(second, record=denied.statement.id, value=None, stance=Stance.DENIES),
    )
    origins = tuple(
        replace(origin, members=(member.record,))
        for origin, member in zip(finding.origins, members, strict=True)
    )
    question = Question(kind=QuestionKind.CLAIM, key="claim|1", words="Borea’s government, say: “so many”")
    made = replace(
        finding,
        question=question,
        members=members,
        origins=origins,
        status=Status.DENIED,
        statuses=(Status.DENIED,),
        history=(),
        **more,  # type: ignore[arg-type]
    )
    return made, records(told)


def test_a_denial_says_who_denies_in_which_words_and_when() -> None:
    finding, found = claim()
    assert list(answer_lines(finding, found, nothing))[1:] == [
        "denied by Asteria’s government: “so many” · 2024-03-12, 1 document"
    ]


def test_an_answer_says_how_when_and_by_whom() -> None:
    finding, found = claim()
    to, by = finding.members[0].record, finding.members[1].record
    answer = Answer(to=to, by=by, kind=AnswerKind.REFUSED, at="2024-03-12T23:59:59Z", why="refuses")
    demand = replace(finding, members=finding.members[:1], origins=finding.origins[:1], answers=(answer,))
    assert "refused 2024-03-12 by aa: “so many”" in list(answer_lines(demand, found, nothing))


def test_what_is_open_says_since_when() -> None:
    finding, found = claim(open_since="2024-03-10T23:59:59Z")
    first = next(iter(answer_lines(finding, found, nothing)))
    assert first == "open since 2024-03-10 · 2 documents, 2 outlets, 2 origins"


def test_a_rival_that_is_not_found_is_named_by_its_id() -> None:
    finding, found = claim(rivals=("fin-0123456789abcdef0123",))
    assert "against: fin-0123456789" in list(answer_lines(finding, found, nothing))
