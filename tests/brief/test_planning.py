from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.making import report, said, statement
from tocsin.brief import VERSION, Brief, SectionKind, plan
from tocsin.record import Act, BlockKind, Document, Mode, Resolution, Span, Statement

OPEN = "“The strait stays open to every ship.”"


def _plan(*pairs: tuple[Document, Statement], per_day: int = 8, width: int = 240) -> Brief:
    documents = list({document.id: document for document, _ in pairs}.values())
    return plan(documents, [one for _, one in pairs], title="The strait", per_day=per_day, width=width)


def test_one_line_cites_every_report_of_the_same_words() -> None:
    brief = _plan(
        said(OPEN, outlet="Daily Meridian", published="2021-04-14"),
        said(OPEN, outlet="The Harbour Post", published="2021-04-13", speaker="Lind"),
        said(OPEN, outlet="The Harbour Post", published="2021-04-15"),
    )
    (section,) = brief.sections
    (line,) = section.lines
    assert (section.kind, section.day, section.heading) == (
        SectionKind.DAY,
        "2021-04-13",
        "Tuesday 13 April 2021",
    )
    assert (line.speaker, line.phrase, line.words) == ("Marta Lind", "said", OPEN)
    assert (line.documents, line.outlets, line.when) == (3, 2, "2021-04-13")
    assert line.citations == (1, 2, 3)
    assert [citation.published for citation in brief.citations] == ["2021-04-13", "2021-04-14", "2021-04-15"]


def test_a_citation_holds_the_exact_words_and_those_that_attribute_them() -> None:
    document = report("In Port Aster, Marta Lind told reporters: “We wait.” “And we watch,” she added.")
    one = statement(
        document,
        "“We wait.” “And we watch,”",
        speaker="Marta Lind",
        source="she",
        cue="added",
        how=Resolution.PRONOUN,
    )
    (citation,) = plan([document], [one], title="x").citations
    assert [span.text for span in citation.spans] == ["“We wait.” “And we watch,”"]
    assert [span.text for span in citation.attribution] == ["Marta Lind", "she", "added"]
    assert citation.how == (Resolution.PRONOUN,)
    assert citation.statements == (one.id,)


def test_days_come_in_order_then_unknown_days_then_unknown_speakers() -> None:
    nobody = report("It was said: “The lights were out.”", published="2021-04-11")
    brief = _plan(
        said("“One.”", published=None),
        said("“Two.”", published="2021-04-14"),
        said("“Three.”", published="2021-04-12"),
        (nobody, statement(nobody, "“The lights were out.”")),
    )
    assert [section.day for section in brief.sections] == ["2021-04-12", "2021-04-14", None, None]
    assert [section.kind for section in brief.sections][2:] == [
        SectionKind.UNDATED,
        SectionKind.UNKNOWN_SPEAKER,
    ]
    unknown = brief.sections[-1]
    assert "unknown" in unknown.heading.casefold()
    assert unknown.lines[0].speaker is None
    assert (brief.period.first, brief.period.last, brief.period.undated) == ("2021-04-11", "2021-04-14", 1)


def test_a_line_stands_under_the_day_of_the_earliest_moment_not_of_the_smallest_text() -> None:
    evening = said(OPEN, published="2021-04-13T22:00:00-06:00", outlet="West Coast Mail")  # 04:00 UTC on 14
    night = said(OPEN, published="2021-04-14T00:30:00+02:00", outlet="Daily Meridian")  # 22:30 UTC on 13
    assert _plan(evening, night).sections[0].day == "2021-04-14"


def test_more_documents_come_first_then_the_heavier_act() -> None:
    brief = _plan(
        said("“We heard them.”", act=Act.SAY),
        said("“that ships had come”", act=Act.DENY, cue="denies"),
        said("“Leave the bay at once.”", act=Act.REQUEST),
        said("“They came at night, all three.”", outlet="Daily Meridian"),
        said("“They came at night, all three.”", outlet="Example Wire"),
    )
    assert [line.phrase for line in brief.sections[0].lines] == ["said", "denied", "called for", "said"]
    assert brief.sections[0].lines[0].documents == 2


def test_the_act_is_the_one_that_most_reports_tell() -> None:
    brief = _plan(
        said(OPEN, act=Act.SAY),
        said(OPEN, act=Act.PROMISE, outlet="B"),
        said(OPEN, act=Act.PROMISE, outlet="C"),
        said(OPEN, act=Act.WARN, outlet="D"),
    )
    assert brief.sections[0].lines[0].phrase == "promised"


def test_a_denial_in_the_words_themselves_is_not_told_as_a_denial_of_them() -> None:
    brief = _plan(said("he had seen no ships", act=Act.DENY, cue="told reporters", mode=Mode.INDIRECT))
    assert brief.sections[0].lines[0].phrase == "denied, saying"
    brief = _plan(said("seeing any ships", act=Act.DENY, cue="has denied", mode=Mode.INDIRECT))
    assert brief.sections[0].lines[0].phrase == "denied"


def test_lines_beyond_the_cap_are_counted_and_not_cited() -> None:
    pairs = [said(f"“Ship number {name} has gone.”") for name in ("one", "two", "three", "four", "five")]
    brief = _plan(*pairs, per_day=2)
    (section,) = brief.sections
    assert (len(section.lines), section.more) == (2, 3)
    assert len(brief.citations) == 2
    assert brief.counts.statements == 5


@pytest.mark.parametrize(
    ("block", "used"),
    [
        (BlockKind.BODY, True),
        (BlockKind.LIST, True),
        (BlockKind.DATELINE, True),
        (BlockKind.TITLE, False),
        (BlockKind.SUBHEAD, False),
        (BlockKind.CAPTION, False),
        (BlockKind.READ_ALSO, False),
        (BlockKind.CREDIT, False),
        (BlockKind.CORRECTION, False),
    ],
)
def test_only_the_report_itself_is_evidence(block: BlockKind, used: bool) -> None:  # noqa: FBT001
    document = report("Marta Lind: “We wait.”")
    brief = plan(
        [document], [statement(document, "“We wait.”", speaker="Marta Lind", block=block)], title="x"
    )
    assert bool(brief.sections) is used
    assert (brief.counts.statements, brief.counts.aside) == ((1, 0) if used else (0, 1))


def test_what_cannot_be_checked_is_left_out_and_counted() -> None:
    document, one = said(OPEN)
    elsewhere, other = said("“Gone.”", outlet="Daily Meridian")
    moved = statement(document, OPEN)
    moved = Statement(
        id="st-moved",
        document=document.id,
        source=None,
        speaker=None,
        cue=None,
        contents=(Span(start=0, end=4, text="Lind"),),
        mode=moved.mode,
        act=moved.act,
        via=(),
        block=moved.block,
        why="",
        score=0.5,
    )
    brief = plan([document], [one, other, moved], title="x")
    assert elsewhere.id not in {citation.document for citation in brief.citations}
    assert (brief.counts.statements, brief.counts.unusable) == (1, 2)


def test_versions_of_one_report_count_once() -> None:
    first = report(f"Marta Lind said: {OPEN}")
    second = report(f"UPDATED Marta Lind said: {OPEN}", version_of=first.id)
    brief = plan(
        [second, first],
        [statement(second, OPEN, speaker="Marta Lind"), statement(first, OPEN, speaker="Marta Lind")],
        title="x",
    )
    assert (brief.counts.documents, brief.counts.versions, brief.counts.outlets) == (1, 1, 1)
    assert brief.sections[0].lines[0].documents == 1
    assert brief.sections[0].lines[0].citations == (1, 2)


def test_outlets_are_counted_where_known() -> None:
    brief = _plan(said("“A.”", outlet=None), said("“B.”", outlet="X"), said("“C.”", outlet="x"))
    assert (brief.counts.documents, brief.counts.outlets, brief.counts.without_outlet) == (3, 1, 1)


def test_the_brief_says_what_made_it_and_as_of_when() -> None:
    brief = plan([], [], title="x", made_by=("extract@1", "model@ab12", "extract@1"), as_of="2021-04-13")
    assert brief.made_by == ("extract@1", "model@ab12", VERSION)
    assert brief.as_of == "2021-04-13"
    assert not brief.sections
    assert not brief.citations


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        plan([], [], title="x", per_day=0)


_PIECES = ["the strait stays open to all", "and nobody is turned away today", "not yet", "we wait for word"]


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Document, Statement]:
    words = " ".join(draw(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=3)))
    return said(
        f"“{words}”",
        speaker=draw(st.sampled_from(["Marta Lind", "Lind", "the ministry"])),
        outlet=draw(st.sampled_from(["A", "B", None])),
        published=draw(st.sampled_from(["2021-04-12", "2021-04-13T09:00:00+02:00", None])),
        act=draw(st.sampled_from([Act.SAY, Act.DENY, Act.WARN])),
        mode=draw(st.sampled_from(list(Mode))),
        cue=draw(st.sampled_from(["said", "denied"])),
    )


@given(st.lists(_pairs(), max_size=10), st.integers(1, 4), st.randoms(use_true_random=False))
def test_every_line_opens_exact_words_and_order_of_input_changes_nothing(
    pairs: list[tuple[Document, Statement]], per_day: int, random: Random
) -> None:
    brief = _plan(*pairs, per_day=per_day)
    texts = {document.id: document.text for document, _ in pairs}
    cited = {citation.number: citation for citation in brief.citations}
    for section in brief.sections:
        assert 1 <= len(section.lines) <= per_day
        for line in section.lines:
            assert line.citations
            carried = {i for number in line.citations for i in cited[number].statements}
            assert carried >= set(line.statements)
    for citation in brief.citations:
        assert citation.spans
        for span in (*citation.spans, *citation.attribution):
            assert span.holds(texts[citation.document])
    assert list(cited) == list(range(1, len(cited) + 1))
    shuffled = pairs.copy()
    random.shuffle(shuffled)
    assert _plan(*shuffled, per_day=per_day) == brief


def test_fragments_of_a_few_words_stand_after_lines_that_tell_something() -> None:
    document = report("Norland accused Sudland of shelling a village. Sudland denied it.")
    whole = statement(document, "Sudland of shelling a village", speaker="Norland", mode=Mode.INDIRECT)
    fragment = statement(document, "it", speaker="Sudland", act=Act.DENY, mode=Mode.INDIRECT)
    (section,) = _plan((document, fragment), (document, whole)).sections
    assert [line.speaker for line in section.lines] == ["Norland", "Sudland"]
