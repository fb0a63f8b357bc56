"""A brief with findings: what is new, disputes, demands and answers, figures, days; no line twice."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.brief.asking import asks, counts, finding, origin
from tests.brief.making import report, said, statement
from tocsin.brief import Brief, plan
from tocsin.brief.render import FORMS, html, text
from tocsin.record import Act, BlockKind, Document, Mode
from tocsin.record.copy import Family
from tocsin.record.diff import ChangeKind
from tocsin.record.finding import (
    Answer,
    AnswerKind,
    Finding,
    OriginKind,
    QuestionKind,
    Status,
    Step,
    StepKind,
)
from tocsin.record.story import Story

ASKED = "How many troops of the north?"


def revised() -> tuple[list[Document], list[object], Finding]:
    """Lind says 900, then 1,200; an outlet says 900 of its own."""
    first, one, nine = counts(900)
    later, two, twelve = counts(1200, outlet="Daily Meridian", published="2021-04-14")
    own, three, alone = counts(900, speaker=None, outlet="Example Wire", published="2021-04-13")
    origins = [
        origin("Norland’s government", nine, twelve),
        origin("Example Wire, not told whence", alone, told=False, kind=OriginKind.OUTLET),
    ]
    origins[0] = type(origins[0])(
        **{**{f: getattr(origins[0], f) for f in origins[0].__slots__}, "why": ("Lind is of Norland",)}
    )
    step = Step(
        origin=origins[0].key,
        at="2021-04-14T23:59:59Z",
        before=nine.id,
        after=twelve.id,
        kind=StepKind.REVISED,
        why="1,200 in place of 900",
    )
    made = finding(
        ASKED,
        [(first, nine), (later, twelve), (own, alone)],
        origins,
        statuses=(Status.REVISED,),
        history=[step],
    )
    return [first, later, own], [*one, *two, *three], made


def _plan(documents: object, records: object, *findings: Finding, **more: object) -> Brief:
    return plan(documents, records, title="The strait", findings=findings, **more)  # type: ignore[arg-type]


def test_a_dispute_shows_each_value_with_who_says_it_since_when_and_on_how_many_origins() -> None:
    documents, records, made = revised()
    brief = _plan(documents, records, made)
    (asked,) = brief.stories[0].disputes
    assert (asked.question, asked.status, asked.independent, asked.untold) == (ASKED, Status.REVISED, 1, 1)
    latest, earlier = asked.positions
    assert [(p.shown, p.documents, p.outlets, p.independent, p.untold) for p in asked.positions] == [
        ("1,200", 1, 1, 1, 0),
        ("900", 2, 2, 1, 1),
    ]
    assert [(v.names, v.origin, v.told, v.first[:10]) for v in earlier.voices] == [
        (("Marta Lind",), "Norland’s government", True, "2021-04-12"),
        (("Example Wire",), None, False, "2021-04-13"),
    ]
    assert latest.voices[0].first.startswith("2021-04-14")
    assert asked.revisions == ("Norland’s government revised 900 to 1,200 on 14 April 2021",)
    assert not brief.refused
    page = text(brief, width=0)
    assert "Revised; 3 reports, 3 outlets; 1 origin, and 1 text does not say whence" in page
    assert "– Marta Lind (Norland’s government), since 14 April 2021 [1]" in page
    assert "– Not told whence: Example Wire [3], since 13 April 2021" in page


def test_sources_are_never_added_up_and_none_is_lost() -> None:
    documents, records, made = revised()
    shown = {
        record
        for asked in _plan(documents, records, made).stories[0].disputes
        for position in asked.positions
        for voice in position.voices
        for record in voice.records
    }
    assert shown == {member.record for member in made.members}
    for form in FORMS:
        assert "2,100" not in form.render(_plan(documents, records, made))


def test_what_is_new_tells_the_number_before_and_after() -> None:
    documents, records, made = revised()
    brief = _plan(documents, records, made, since="2021-04-14")
    (news,) = brief.news
    assert (news.kind, news.before, news.after, news.who) == (
        ChangeKind.REVISED,
        "900",
        "1,200",
        "Norland’s government",
    )
    assert brief.counts.new == 1
    page = text(brief, width=0)
    assert f"• Revised, 14 April 2021: {ASKED} 1,200, before 900 (Norland’s government) [1]" in page
    assert "1 report of 3 since then." in page
    assert [section.day for section in brief.sections] == ["2021-04-14"]


def _revised_in_a_title(*, again: bool) -> Brief:
    """Lind says 900, and 1,200 in a title alone, or once more on the next day."""
    first, one, nine = counts(900)
    title, two, twelve = counts(1200, outlet="Daily Meridian", published="2021-04-14")
    later, three, more = counts(1200, outlet="Example Wire", published="2021-04-15")
    headline = replace(twelve, block=BlockKind.TITLE)
    members = [(first, nine), (title, headline), *([(later, more)] if again else [])]
    made = finding(
        ASKED,
        members,
        [origin("Marta Lind", *(fact for _, fact in members))],
        statuses=(Status.REVISED,),
        history=[
            Step(
                origin="marta lind",
                at="2021-04-14T23:59:59Z",
                before=nine.id,
                after=headline.id,
                kind=StepKind.REVISED,
                why="1,200 in place of 900",
            )
        ],
    )
    records = [*one, *two[:-1], headline, *(three if again else [])]
    return _plan([first, title, *([later] if again else [])], records, made, since="2021-04-14")


def test_what_only_a_title_tells_is_cited_from_a_report_that_says_the_same() -> None:
    brief = _revised_in_a_title(again=True)
    (news,) = brief.news
    assert (news.kind, news.at[:10], news.before, news.after) == (
        ChangeKind.REVISED,
        "2021-04-14",
        "900",
        "1,200",
    )
    cited = {each.number: each.outlet for each in brief.citations}
    assert [cited[number] for number in news.citations] == ["Example Wire", "The Harbour Post"]


def test_a_change_that_no_line_can_cite_is_counted_and_never_denied() -> None:
    brief = _revised_in_a_title(again=False)
    assert (brief.news, brief.more_news) == ((), 1)
    page = text(brief, width=0)
    assert "No question was answered otherwise" not in page
    assert "… 1 change: tocsin diff --since 2021-04-13" in page


def test_a_question_whose_names_no_report_has_is_refused() -> None:
    documents, records, made = revised()
    wrong = type(made)(
        **{
            **{name: getattr(made, name) for name in made.__slots__},
            "question": type(made.question)(
                kind=QuestionKind.FIGURE, key="x", words="How many troops of Sudland?", measure="troops"
            ),
        }
    )
    brief = _plan(documents, records, wrong)
    assert not brief.stories[0].disputes
    assert [refused.missing for refused in brief.refused] == [("Sudland",)]
    assert "1 line refused" in text(brief, width=0)
    assert "Sudland" not in text(brief)
    assert sorted(c.number for c in brief.citations) == list(range(1, len(brief.citations) + 1))


def test_a_demand_is_open_until_a_later_report_answers_it() -> None:
    of, demand = asks()
    other, again = asks(outlet="Daily Meridian", published="2021-04-13")
    asked = finding(
        "demand",
        [(of, demand), (other, again)],
        [origin("Ivo Berg", demand, again)],
        kind=QuestionKind.DEMAND,
        open_since="2021-04-12T23:59:59Z",
        measure=None,
    )
    page = text(_plan([of, other], [demand, again], asked), width=0)
    line = "• Ivo Berg called on the north to leave the strait [1]; also in Daily Meridian [2]"
    assert f"{line}\n  Open since 12 April 2021: no later report answers it." in page
    assert page.count("to leave the strait") == 1

    late = report("The north refused to leave the strait.", outlet="Example Wire", published="2021-04-14")
    no = statement(
        late,
        "to leave the strait",
        speaker="The north",
        source="The north",
        cue="refused",
        act=Act.REFUSE,
        mode=Mode.INDIRECT,
    )
    answered = finding(
        "demand",
        [(of, demand), (other, again)],
        [origin("Ivo Berg", demand, again)],
        kind=QuestionKind.DEMAND,
        answers=[
            Answer(
                to=demand.id, by=no.id, kind=AnswerKind.REFUSED, at="2021-04-14T23:59:59Z", why="refuses it"
            )
        ],
        measure=None,
    )
    page = text(_plan([of, other, late], [demand, again, no], answered), width=0)
    assert "– Refused on 14 April 2021: The north refused to leave the strait [3]" in page
    assert "Open since" not in page


def test_copies_of_one_text_are_folded_under_the_earliest() -> None:
    pairs = [
        said("“The strait stays open to every ship.”", outlet=outlet, published=day)
        for outlet, day in (
            ("Daily Meridian", "2021-04-14"),
            ("Example Wire", "2021-04-12"),
            ("B", "2021-04-13"),
        )
    ]
    ids = tuple(sorted(of.id for of, _ in pairs))
    claim = finding(
        "claim",
        pairs,
        [origin("Marta Lind", *(one for _, one in pairs))],
        kind=QuestionKind.CLAIM,
        measure=None,
    )
    family = Family(documents=ids, source=None, why="copies")
    brief = _plan([of for of, _ in pairs], [one for _, one in pairs], claim, families=[family])
    (line,) = brief.sections[0].lines
    assert (line.documents, line.more, len(line.citations)) == (3, 2, 1)
    assert brief.citations[0].outlet == "Example Wire"
    assert brief.counts.copied == 2
    assert "every ship.” [1] and 2 more reports" in text(brief, width=0)
    assert "2 reports are copied from another of these" in text(brief, width=0)


def test_several_stories_have_a_heading_each_the_biggest_first_and_the_rest_are_counted() -> None:
    pairs = [said(f"“Ship {name} is gone.”", outlet=name, published="2021-04-12") for name in "ABCDEF"]
    groups = [pairs[:2], pairs[2:3], pairs[3:4], pairs[4:5], pairs[5:]]
    stories = [
        Story(
            id=f"sto-{place}",
            documents=tuple(of.id for of, _ in group),
            first="2021-04-12T23:59:59Z",
            last=f"2021-04-1{2 + place}T23:59:59Z",
            cohesion=1.0,
            central=group[0][0].id,
            title=f"Story {place}",
            headline=None,
            why="alike",
        )
        for place, group in enumerate(groups)
    ]
    brief = _plan([of for of, _ in pairs], [one for _, one in pairs], stories=stories)
    assert [part.heading for part in brief.stories] == ["Story 0", "Story 4", "Story 3"]
    assert brief.more_stories == 2
    page = text(brief, width=0)
    assert "Story 0 (A)" in page
    assert "2 more stories in the case: list them with “tocsin stories”." in page
    assert '<h2 id="section-1">' in html(brief)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.name))
def test_every_form_has_every_part(form: object) -> None:
    documents, records, made = revised()
    page = form.render(_plan(documents, records, made))  # type: ignore[attr-defined]
    for words in ("1,200", "Example Wire", "Norland’s government"):
        assert words in page


@given(st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_what_is_given_changes_nothing(random: Random) -> None:
    documents, records, made = revised()
    of, demand = asks()
    asked = finding(
        "demand",
        [(of, demand)],
        [origin("Ivo Berg", demand)],
        kind=QuestionKind.DEMAND,
        open_since=None,
        measure=None,
    )
    whole = _plan([*documents, of], [*records, demand], made, asked)
    documents, records = [*documents, of], [*records, demand]
    questions = [made, asked]
    random.shuffle(documents)
    random.shuffle(records)
    random.shuffle(questions)
    assert _plan(documents, records, *questions) == whole
    assert [citation.number for citation in whole.citations] == [*range(1, len(whole.citations) + 1)]
