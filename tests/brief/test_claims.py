"""Figures and events in a brief: whose claim each is stays told, and sources never melt together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.making import report, span, statement
from tests.store.making import event, figure, moment
from tests.store.samples import changed
from tocsin.brief import Brief, EventLine, EventSectionKind, FigureLine, ToldBy, plan
from tocsin.brief.figures import GROUPS
from tocsin.brief.render import FORMS, html, markdown, text
from tocsin.record import BlockKind, Bound, Change, Document, Event, EventType, Figure, Modality, Statement

TEXT = (
    "Marta Lind said the north keeps more than 9,000 soldiers at the strait. The north moved two brigades "
    "on Monday. Some 40 boats have left. Officials said a convoy would come."
)
Found = Statement | Figure | Event


def told(
    outlet: str | None = "The Harbour Post", published: str = "2021-04-13"
) -> tuple[Document, list[Found]]:
    """Return a report with a figure that somebody gives, one of its own, and two events."""
    of = report(TEXT, outlet=outlet, published=published)
    said = statement(of, "the north keeps more than 9,000 soldiers", speaker="Marta Lind", cue="said")
    officials = statement(of, "a convoy would come", source="Officials")
    monday = moment(of, "on Monday", "2021-04-12", anchor="publication")
    return of, [
        said,
        officials,
        figure(
            of,
            "more than 9,000 soldiers",
            "troops",
            low=9000.0,
            bound=Bound.AT_LEAST,
            holder="the north",
            place="the strait",
            said_in=said,
        ),
        figure(of, "Some 40 boats", "boats", best=40.0, bound=Bound.ABOUT, unit=None),
        event(
            of,
            "The north moved two brigades on Monday",
            "moved",
            EventType.MOBILIZE,
            mode="troops",
            actor="The north",
            date=monday,
        ),
        event(
            of,
            "a convoy would come",
            "come",
            EventType.AID,
            modality=Modality.PLANNED,
            asserted_in=officials,
        ),
    ]


def planned(*reports: tuple[Document, list[Found]], per_day: int = 8) -> Brief:
    records = [record for _, found in reports for record in found]
    return plan([document for document, _ in reports], records, title="x", per_day=per_day)


def lines(brief: Brief) -> list[FigureLine]:
    return [line for group in brief.figures.groups for line in group.lines]


def test_a_figure_says_how_many_whose_and_according_to_whom() -> None:
    brief = planned(told())
    groups = {(group.measure, group.holder): group.lines for group in brief.figures.groups}
    ((troops,), (boats,)) = groups["troops", "the north"], groups["boats", None]
    assert (troops.amount, troops.low, troops.bound) == ("at least 9,000", 9000.0, Bound.AT_LEAST)
    assert (troops.teller.told_by, troops.teller.speaker) == (ToldBy.SPEAKER, "Marta Lind")
    assert (boats.teller.told_by, boats.teller.outlet) == (ToldBy.REPORT, "The Harbour Post")
    assert troops.words == "more than 9,000 soldiers"
    assert (brief.counts.figures, brief.counts.events, brief.counts.acts) == (2, 2, 0)


def test_every_line_is_cited_with_its_exact_words() -> None:
    brief = planned(told(), told("Daily Meridian"))
    cited = {citation.number: citation for citation in brief.citations}
    events = [line for section in brief.events for line in section.lines]
    every: list[FigureLine | EventLine] = [*lines(brief), *events]
    for line in every:
        ids = line.figures if isinstance(line, FigureLine) else line.events
        assert line.citations
        assert {i for number in line.citations for i in cited[number].records} >= set(ids)
        for number in line.citations:
            assert line.words in [span.text for span in cited[number].spans]
    texts = {document.id: document.text for document, _ in (told(), told("Daily Meridian"))}
    for citation in brief.citations:
        assert all(s.holds(texts[citation.document]) for s in (*citation.spans, *citation.attribution))
    assert sorted(cited) == list(range(1, len(cited) + 1))


def test_one_speaker_in_two_outlets_is_one_line_and_two_outlets_own_words_are_two() -> None:
    brief = planned(told(), told("Daily Meridian", "2021-04-14"))
    by_speaker, *own = sorted(lines(brief), key=lambda line: line.teller.told_by != ToldBy.SPEAKER)
    assert (by_speaker.documents, by_speaker.outlets, len(by_speaker.citations)) == (2, 2, 2)
    assert [(line.teller.outlet, line.documents) for line in own] == [
        ("The Harbour Post", 1),
        ("Daily Meridian", 1),
    ]


def test_reports_without_an_outlet_are_never_one_source() -> None:
    first, second = told(None, "2021-04-13"), told(None, "2021-04-14")
    own = [line for line in lines(planned(first, second)) if line.teller.told_by is ToldBy.REPORT]
    assert [line.documents for line in own] == [1, 1]


@pytest.mark.parametrize(
    "change",
    [{"bound": Bound.EXACT}, {"change": Change.RISE}, {"unit": "soldiers"}, {"place": None}],
)
def test_another_number_of_the_same_speaker_is_another_line(change: dict[str, object]) -> None:
    (of, found), (other, rest) = told(), told("Daily Meridian")
    others = [changed(each, **change) if each is rest[2] else each for each in rest]
    brief = planned((of, found), (other, others))
    assert len([line for line in lines(brief) if line.teller.told_by is ToldBy.SPEAKER]) == 2


def test_a_number_that_the_words_do_not_give_is_refused() -> None:
    of, found = told()
    others = [changed(each, low=9500.0) if each is found[2] else each for each in found]
    brief = planned((of, others))
    assert not [line for line in lines(brief) if line.teller.told_by is ToldBy.SPEAKER]
    assert [(refused.missing, refused.records) for refused in brief.refused] == [
        (("9,500",), (others[2].id,))
    ]


def test_events_stand_under_their_day_and_say_whether_they_are_done() -> None:
    day, undated = planned(told()).events
    assert (day.kind, day.heading) == (EventSectionKind.DAY, "Monday 12 April 2021")
    assert undated.kind is EventSectionKind.UNDATED
    (moved,), (convoy,) = day.lines, undated.lines
    assert (moved.type, moved.mode, moved.modality, moved.actor) == (
        "MOBILIZE",
        "troops",
        "done",
        "The north",
    )
    assert (convoy.modality, convoy.teller.told_by, convoy.teller.source) == (
        "planned",
        ToldBy.UNKNOWN,
        "Officials",
    )


def test_an_event_over_days_stands_under_no_day() -> None:
    of, found = told()
    long = moment(of, "on Monday", "2021-04-01", last="2021-04-12")
    moved = event(of, "moved two brigades", "moved", EventType.MOBILIZE, date=long)
    (section,) = planned((of, [moved])).events
    assert (section.kind, section.day) == (EventSectionKind.PERIOD, None)
    assert found


def test_an_event_that_is_an_act_of_speech_is_told_as_its_statement() -> None:
    of, found = told()
    asked = event(of, "Officials said a convoy would come", "said", EventType.AGREE)
    asked = changed(asked, statement=found[1].id)
    brief = planned((of, [*found, asked]))
    assert (brief.counts.events, brief.counts.acts) == (2, 1)
    assert all(asked.id not in line.events for section in brief.events for line in section.lines)
    assert "1 event told as statements" in text(brief, width=0)


def test_what_is_no_evidence_and_what_does_not_stand_is_left_out() -> None:
    of, found = told()
    caption = changed(found[2], block=BlockKind.CAPTION)
    moved = changed(found[3], span=changed(span(of, "Some 40"), start=1, end=8))
    brief = planned((of, [*found[:2], caption, moved]))
    assert not brief.figures.groups
    assert (brief.counts.figures, brief.counts.aside, brief.counts.unusable) == (0, 1, 1)


def test_a_figure_whose_statement_is_missing_is_nobody_elses() -> None:
    of, found = told()
    (line,) = lines(planned((of, [found[2]])))
    assert (line.teller.told_by, line.teller.speaker) == (ToldBy.UNKNOWN, None)


def test_more_groups_and_lines_than_a_page_holds_are_counted() -> None:
    numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    words = [f"{number} {thing}" for thing in ("boats", "carts", "mills") for number in numbers]
    of = report(", ".join(words))
    found: list[Found] = [figure(of, each, each, best=1.0, unit=None) for each in words]
    same: list[Found] = [
        figure(of, each, "boats", best=float(n), unit=None) for n, each in enumerate(words[:5])
    ]
    brief = planned((of, found))
    assert (len(brief.figures.groups), brief.figures.more) == (GROUPS, len(words) - GROUPS)
    (group,) = planned((of, same), per_day=2).figures.groups
    assert (len(group.lines), group.more) == (2, 3)
    assert "… and 10 more lines of figures in the case" in text(brief, width=0)


@given(st.permutations(range(12)))
def test_order_of_arrival_changes_nothing(order: list[int]) -> None:
    reports = [told(), told("Daily Meridian", "2021-04-14")]
    records = [record for _, found in reports for record in found]
    documents = [document for document, _ in reports]
    assert plan(documents, records, title="x") == plan(
        documents[::-1], [records[number] for number in order], title="x"
    )


def test_the_forms_tell_figures_and_events_with_their_sources() -> None:
    brief = planned(told())
    page = text(brief, width=0)
    assert (
        "troops: the north\n• at least 9,000 (in the strait), according to Marta Lind: "
        "“more than 9,000 soldiers” [1] (13 April 2021)"
    ) in page
    assert "• about 40, The Harbour Post itself, not told whence: “Some 40 boats” [3] (13 April 2021)" in page
    moved = "“The north moved two brigades on Monday” – The Harbour Post itself, not told whence [4]"
    assert f"Monday 12 April 2021\n• {moved}" in page
    convoy = "“a convoy would come” – according to an unknown speaker (“Officials” in the report)"
    assert f"• {convoy} [2] (told as planned)" in page
    assert "### troops: the north" in markdown(brief)
    for form in FORMS:
        for words in ("at least 9,000", "moved two brigades", "Marta Lind"):
            assert words in form.render(brief)


@given(st.text(st.characters(exclude_categories=[]), min_size=1).filter(str.strip))
def test_no_words_of_a_report_steer_a_page(words: str) -> None:
    of = report(f"{words} and {words}", outlet=words)
    wild = figure(of, words, words, best=1.0, unit=words, holder=words)
    acts = event(of, words, words, EventType.ASSAULT, mode=words, actor=words, recipient=words)
    brief = plan([of], [wild, acts], title="x")
    for form in FORMS:
        page = form.render(brief)
        page.encode("utf-8")
        assert form.name == "json" or not any(c in page for c in "\x1b\x07\x9b\r\u202e\u2028")
    assert "<script" not in html(brief)
