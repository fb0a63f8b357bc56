"""Figures, events, moments and roles of our own reports are judged field by field."""

import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from eval.passes import EXAMPLES, example_documents
from eval.records import Read, files, rows
from eval.records_gold import GoldRecords, check, load, nearest, occurrences
from hypothesis import given
from hypothesis import strategies as st

from eval import records_faults
from tests.eval.making import span as place
from tocsin.errors import FormatError
from tocsin.record import (
    Act,
    BlockKind,
    Bound,
    Change,
    Document,
    Event,
    EventType,
    Extraction,
    Figure,
    Modality,
    Mode,
    Moment,
    Resolution,
    Role,
    Span,
    Speaker,
    Statement,
    TimeKind,
    TimePrecision,
    When,
)  # fmt: skip

TEXT = (
    "Port chief Ada Brandt said on Monday that more than 40 dockers were hurt when guards attacked the quay. "
    "Norsk Rail will meet her on Friday. Some 12 cranes stand still."
)
GOLD = msgspec.convert(
    {
        "figures": [
            {
                "quote": "more than 40 dockers", "bound": "at_least", "low": 40, "unit": "people",
                "measure": "wounded", "place": "the quay", "said_in": ["Ada Brandt"], "open": ["period"],
            },
            {"quote": "Some 12 cranes", "bound": "about", "best": 12, "unit": "items", "measure": "cranes"},
            {"quote": "Port chief", "bound": "exact", "optional": True},
        ],
        "events": [
            {
                "trigger": "attacked", "type": "ASSAULT", "mode": "beat", "modality": "done",
                "actor": "guards", "recipient": "the quay",
                "asserted_in": ["Port chief Ada Brandt", "Ada Brandt"], "open": ["date", "place"],
            },
            {
                "trigger": "will meet", "type": ["AGREE", "CONSULT"], "modality": "planned",
                "actor": "Norsk Rail", "recipient": ["her", "Ada Brandt"],
                "date": ["2021-04-16", "2021-04-16"],
            },
            {"trigger": "hurt", "type": "ASSAULT", "modality": "done", "optional": True},
        ],
        "moments": [
            {
                "text": ["Monday", "on Monday"], "kind": "date", "value": "2021-04-12",
                "from": "2021-04-12", "to": "2021-04-12", "precision": "day",
            },
            {
                "text": "Friday", "kind": "date", "from": "2021-04-16", "precision": "day",
                "open": ["value", "to"],
            },
        ],
        "roles": [{"person": "Ada Brandt", "role": ["chief", "Port chief"], "open": ["body"]}],
    },
    GoldRecords,
)  # fmt: skip


def words(text: str, nth: int = 0) -> Span:
    return Span.of(TEXT, *place(TEXT, text, nth))


MONDAY = Moment(
    id="mom-1", document="doc-1", span=words("Monday"), kind=TimeKind.DATE, value="2021-04-12", timex=None,
    first="2021-04-12", last="2021-04-12", precision=TimePrecision.DAY, anchor="publication", why="",
    score=1.0,
)  # fmt: skip
FRIDAY = replace(
    MONDAY, id="mom-2", span=words("Friday"), value="2021-W15-5", first="2021-04-16T00:00:00", last=None
)
ON_FRIDAY = When(span=words("Friday"), moment="mom-2", first="2021-04-16", last="2021-04-16")
SAID = Statement(
    id="st-1", document="doc-1", source=words("Port chief Ada Brandt"),
    speaker=Speaker(name="Ada Brandt", how=Resolution.NAMED, span=words("Ada Brandt")), cue=words("said"),
    contents=(words("more than 40 dockers were hurt when guards attacked the quay"),), mode=Mode.INDIRECT,
    act=Act.SAY, via=(), block=BlockKind.BODY, why="", score=1.0,
)  # fmt: skip
HURT = Figure(
    id="fig-1", document="doc-1", span=words("more than 40"), low=40.0, best=None, high=None,
    bound=Bound.AT_LEAST, unit="people", measure="wounded", measured=words("dockers"), holder=None, side=None,
    place=words("quay"), period=None, change=None, said_in="st-1", block=BlockKind.BODY, why="", score=1.0,
)  # fmt: skip
CRANES = replace(
    HURT, id="fig-2", span=words("Some 12 cranes"), low=None, best=12.0, bound=Bound.ABOUT, unit="items",
    measure="cranes", place=None, said_in=None,
)  # fmt: skip
ATTACK = Event(
    id="evt-1", document="doc-1", span=words("guards attacked the quay"), trigger=words("attacked"),
    type=EventType.ASSAULT, mode="beat", modality=Modality.DONE, actor=words("guards"),
    recipient=words("the quay"), place=None, date=None, contexts=(), asserted_in="st-1", statement=None,
    block=BlockKind.BODY, why="", score=1.0,
)  # fmt: skip
MEETING = replace(
    ATTACK, id="evt-2", trigger=words("meet"), type=EventType.CONSULT, mode=None, modality=Modality.PLANNED,
    actor=words("Norsk Rail"), recipient=words("her"), date=ON_FRIDAY, asserted_in=None,
)  # fmt: skip
CHIEF = Role(
    id="rol-1", document="doc-1", person=words("Ada Brandt"), role=words("chief"), body=words("Port"),
    former=False, why="", score=1.0,
)  # fmt: skip
RIGHT = Extraction(
    document=Document(id="doc-1", text=TEXT), names=(), statements=(SAID,), figures=(HURT, CRANES),
    events=(ATTACK, MEETING), moments=(MONDAY, FRIDAY), roles=(CHIEF,), made_by="test",
)  # fmt: skip


def f1(found: Extraction) -> dict[str, float]:
    return {row.measure: round(row.f1, 3) for row in rows([Read(id="port", gold=GOLD, found=found)])}


def told(found: Extraction) -> list[str]:
    return records_faults.faults([Read(id="port", gold=GOLD, found=found)]).splitlines()


def lost(found: Extraction) -> set[str]:
    """Return the measures that are not full."""
    return {measure for measure, value in f1(found).items() if value < 1.0}


def test_all_right_scores_one_in_every_measure() -> None:
    assert lost(RIGHT) == set()
    assert told(RIGHT) == []


def test_nothing_found_scores_nought() -> None:
    bare = replace(RIGHT, figures=(), events=(), moments=(), roles=())
    assert set(f1(bare).values()) == {0.0}
    assert told(bare)[0].startswith("2 figure missed, 2 event missed")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(HURT, low=41.0), "value"),
        (replace(HURT, bound=Bound.EXACT, best=40.0), "value"),
        (replace(HURT, unit=None), "unit"),
        (replace(HURT, measure="killed"), "measure"),
        (replace(HURT, holder=words("guards")), "holder"),
        (replace(HURT, place=None), "place"),
        (replace(HURT, change=Change.RISE), "change"),
        (replace(HURT, said_in=None), "said_in"),
    ],
)
def test_a_wrong_field_of_a_figure_costs_its_own_measure(wrong: Figure, field: str) -> None:
    found = replace(RIGHT, figures=(wrong, CRANES))
    assert lost(found) == {f"figure found, right {field}", "figure found, all right"}
    assert told(found)[0] == f"1 figure {field}"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(MEETING, modality=Modality.DONE), "modality"),
        (replace(MEETING, actor=words("guards")), "actor"),
        (replace(MEETING, recipient=None), "recipient"),
        (replace(MEETING, place=words("the quay")), "place"),
        (replace(MEETING, date=replace(ON_FRIDAY, first="2021-04-09")), "date"),
        (replace(MEETING, asserted_in="st-1"), "asserted_in"),
    ],
)
def test_a_wrong_field_of_an_event_costs_its_own_measure(wrong: Event, field: str) -> None:
    found = replace(RIGHT, events=(ATTACK, wrong))
    assert lost(found) == {f"event found, right {field}", "event found, all right"}


def test_a_wrong_type_is_no_event_found_but_a_trigger() -> None:
    scores = f1(replace(RIGHT, events=(replace(ATTACK, type=EventType.PROTEST), MEETING)))
    assert (scores["event found"], scores["event trigger, any type"]) == (0.5, 1.0)


def test_modes_are_counted_where_the_gold_tells_them() -> None:
    found = replace(RIGHT, events=(replace(ATTACK, mode="firearms"), replace(MEETING, mode="visit")))
    assert lost(found) == {"event found, right mode"}


def test_what_is_optional_costs_nothing_and_what_nobody_listed_does() -> None:
    hurt = replace(ATTACK, id="evt-3", trigger=words("hurt"))
    assert lost(replace(RIGHT, events=(ATTACK, MEETING, hurt))) == set()
    stand = replace(ATTACK, id="evt-4", trigger=words("stand"))
    more = replace(RIGHT, events=(ATTACK, MEETING, stand))
    assert f1(more)["event found"] == 0.8
    assert told(more)[1:] == ["port: event 'stand' ASSAULT done: made up"]


def test_a_record_outside_the_body_is_not_judged() -> None:
    caption = replace(HURT, id="fig-3", span=words("Friday"), block=BlockKind.CAPTION)
    assert lost(replace(RIGHT, figures=(HURT, CRANES, caption))) == set()


def test_a_moment_needs_the_very_span_or_another_that_the_gold_gives() -> None:
    assert lost(replace(RIGHT, moments=(replace(MONDAY, span=words("on Monday")), FRIDAY))) == set()
    wider = f1(replace(RIGHT, moments=(MONDAY, replace(FRIDAY, span=words("on Friday")))))
    assert wider["moment found"] == 0.5


def test_a_wrong_interval_costs_its_own_measure() -> None:
    found = replace(RIGHT, moments=(replace(MONDAY, first="2021-04-05"), FRIDAY))
    assert lost(found) == {"moment found, right interval", "moment found, all right"}


def test_a_former_office_is_told_from_a_present_one() -> None:
    found = replace(RIGHT, roles=(replace(CHIEF, former=True),))
    assert lost(found) == {"role found, right former", "role found, all right"}


def test_words_are_found_whole_numbered_and_near() -> None:
    assert occurrences("28 of 128, and 28", "28") == [(0, 2), (15, 17)]
    assert occurrences("28 of 128, and 28", "28#2") == [(15, 17)]
    assert nearest("we say we do", "we", (10, 12)) == (7, 9)


@given(st.text(max_size=30), st.sampled_from(["no", "no#2", "“no”"]))
def test_any_text_has_places_for_words_or_none(text: str, own: str) -> None:
    for start, end in occurrences(text, own):
        assert "no" in text[start:end]


def test_words_that_the_report_does_not_hold_are_refused() -> None:
    check(TEXT, GOLD, report="port")
    with pytest.raises(FormatError, match=r"port: the gold gives words .* 'attacked'"):
        check(TEXT.replace("attacked", "guarded"), GOLD, report="port")


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    gold = {"figures": [], "events": [], "moments": [], "roles": [{"person": "Ada", "rank": "chief"}]}
    (tmp_path / "a.json").write_text(json.dumps(gold))
    with pytest.raises(FormatError, match=r"a\.json: .*"):
        load(tmp_path)


def test_every_word_of_the_gold_stands_in_its_report() -> None:
    documents = example_documents(EXAMPLES / "reports") | example_documents(EXAMPLES / "records" / "reports")
    gold = load(EXAMPLES / "records" / "gold")
    assert len(gold) >= 6
    for name, listed in gold.items():
        check(documents[name].text, listed, report=name)
    assert {path.name for path in files(EXAMPLES)} >= {f"{name}.json" for name in gold}


def test_open_fields_are_fields_that_are_judged() -> None:
    known = {
        "figures": {"value", "unit", "measure", "holder", "place", "period", "change", "said_in"},
        "events": {"mode", "modality", "actor", "recipient", "place", "date", "asserted_in"},
        "moments": {"kind", "value", "from", "to", "precision"},
        "roles": {"body", "former"},
    }
    for listed in load(EXAMPLES / "records" / "gold").values():
        for kind, fields in known.items():
            assert all(set(one.open) <= fields for one in getattr(listed, kind))
