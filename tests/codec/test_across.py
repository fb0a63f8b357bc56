"""The JSON of what is found across reports, key by key."""

import json

from tests.reconcile.build import CONTEXT, count, report, said
from tocsin.codec import (
    change_json,
    copy_json,
    diff_json,
    encode,
    finding_json,
    ids_of,
    membership_json,
    story_json,
    words_of,
)
from tocsin.forms import to_json
from tocsin.reconcile.figures import figure_findings
from tocsin.record import Span, Weight
from tocsin.record.copy import Closeness, Copy, CopyKind, Direction, Passage, Shared
from tocsin.record.diff import Change, ChangeKind, Diff
from tocsin.record.story import Membership, Story, TermKind, Tie

EARLY, LATE = report("doc-1", day="2024-03-10"), report("doc-2", day="2024-03-12")
COUNTED = (
    count(EARLY, 26, by=said(EARLY, "bb"), place="port"),
    count(LATE, 27, by=said(LATE, "bb"), place="port"),
)
(FINDING,) = figure_findings(COUNTED, CONTEXT)
FIGURES = {each.figure.id: each.figure for each in COUNTED}
SPAN = Span(start=3, end=12, text="the ferry")
COPY = Copy(
    id="copy-1",
    left="doc-1",
    right="doc-2",
    passages=(
        Passage(
            left=SPAN,
            right=SPAN,
            shared=Shared.TEXT,
            closeness=Closeness.VERBATIM,
            same=2,
            words=2,
            speaker=None,
        ),
    ),
    left_share=0.25,
    right_share=1.0,
    kind=CopyKind.PRESS_RELEASE,
    direction=Direction.LEFT,
    source="Port Office",
    reasons=(Weight(part="issuer", value=0.5, why="it is what the issuer put out"),),
    why="the Port Office put it out",
    score=0.5,
)
MEMBERSHIP = Membership(
    document="doc-1",
    story="sto-1",
    score=0.5,
    nearest="doc-2",
    ties=(Tie(kind=TermKind.PLACE, what="geonames:1", words="Port Sel", value=0.2, spans=(SPAN,)),),
    why="both tell of Port Sel",
)
STORY = Story(
    id="sto-1",
    documents=("doc-1", "doc-2"),
    first="2024-03-10T23:59:59Z",
    last="2024-03-12T23:59:59Z",
    cohesion=0.5,
    central="doc-1",
    title=None,
    headline=SPAN,
    why="2 reports of 2 outlets",
)
CHANGE = Change(
    kind=ChangeKind.REVISED,
    at="2024-03-12T23:59:59Z",
    finding=FINDING.id,
    words="How many?",
    before="26",
    after="27",
    records=("fig-2",),
    documents=("doc-2",),
    why="27 in place of 26",
)
DIFF = Diff(since="2024-03-11", as_of=None, documents=("doc-2",), changes=(CHANGE,))


def test_a_finding_in_json() -> None:
    made = finding_json(FINDING, FIGURES)
    assert " ".join(made) == (
        "id kind question status statuses counts first last open_since members origins history answers "
        "rivals why"
    )
    assert (made["kind"], made["status"], made["statuses"]) == ("figure", "revised", ["revised"])
    assert made["counts"] == {"documents": 2, "outlets": 2, "families": 2, "origins": 1, "untold": 0}
    assert made["question"]["words"] == FINDING.question.words
    assert made["question"]["measure"] == "troops"
    assert json.loads(encode(made)) == made


def test_a_member_has_its_words_its_value_and_both_of_its_times() -> None:
    first, _ = finding_json(FINDING, FIGURES)["members"]
    assert " ".join(first) == ("record kind document evidence origin known from to value stance why score")
    assert (first["kind"], first["stance"]) == ("figure", "asserts")
    assert first["evidence"] == [{"start": 0, "end": 9, "quote": "26 troops"}]
    assert first["value"] == {"low": 26, "best": 26, "high": 26, "bound": "exact"}
    assert type(first["value"]["best"]) is int  # 26, not 26.0
    assert first["known"] == "2024-03-10T23:59:59Z"


def test_what_an_origin_says_is_listed_with_why_it_is_one_and_what_it_changed() -> None:
    made = finding_json(FINDING, FIGURES)
    (origin,) = made["origins"]
    assert " ".join(origin) == "key name kind told members why"
    assert origin["told"] is True
    assert origin["members"] == [each["record"] for each in made["members"]]
    (step,) = made["history"]
    assert (step["kind"], step["before"], step["after"]) == ("revised", *origin["members"])


def test_without_its_records_a_finding_has_no_words_and_no_kinds() -> None:
    made = to_json(FINDING)
    assert all(each["evidence"] == [] and each["kind"] is None for each in made["members"])
    assert to_json(FINDING, records=FIGURES) == finding_json(FINDING, FIGURES)


def test_the_ids_of_a_finding_are_those_of_its_members_answers_and_history() -> None:
    assert set(ids_of(FINDING)) == set(FIGURES)


def test_the_words_of_a_record_are_those_that_answer() -> None:
    assert [words_of(each)[0].text for each in FIGURES.values()] == ["26 troops", "27 troops"]
    assert words_of(COUNTED[0].said.statement)[0].text == "so many"  # type: ignore[union-attr]


def test_a_story_in_json_says_with_its_memberships_why() -> None:
    made = story_json(STORY)
    assert " ".join(made) == "id title headline central documents first last cohesion why"
    assert made["headline"] == {"start": 3, "end": 12, "text": "the ferry"}
    (member,) = story_json(STORY, [MEMBERSHIP])["memberships"]
    assert member == membership_json(MEMBERSHIP) == to_json(MEMBERSHIP)
    assert member["ties"] == [
        {
            "kind": "place",
            "what": "geonames:1",
            "words": "Port Sel",
            "value": 0.2,
            "spans": [{"start": 3, "end": 12, "text": "the ferry"}],
        }
    ]
    assert to_json(STORY) == made


def test_a_copy_in_json() -> None:
    made = copy_json(COPY)
    assert " ".join(made) == (
        "id left right kind direction source left_share right_share passages reasons why score"
    )
    assert (made["kind"], made["direction"], made["source"]) == (
        "press release",
        "left to right",
        "Port Office",
    )
    assert made["passages"] == [
        {
            "left": {"start": 3, "end": 12, "text": "the ferry"},
            "right": {"start": 3, "end": 12, "text": "the ferry"},
            "shared": "text",
            "closeness": "verbatim",
            "same": 2,
            "words": 2,
            "speaker": None,
        }
    ]
    assert made["reasons"] == [{"part": "issuer", "value": 0.5, "why": "it is what the issuer put out"}]
    assert to_json(COPY) == made


def test_a_diff_in_json() -> None:
    made = diff_json(DIFF)
    assert (made["since"], made["as_of"], made["documents"]) == ("2024-03-11", None, ["doc-2"])
    assert made["changes"] == [change_json(CHANGE)]
    assert " ".join(made["changes"][0]) == (
        "kind at words before after finding story copy records documents why"
    )
    assert (made["changes"][0]["before"], made["changes"][0]["after"]) == ("26", "27")
    assert to_json(DIFF) == made
