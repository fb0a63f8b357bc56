"""Statements of our own reports are judged by place, speaker, act and mode."""

import json
from pathlib import Path

import pytest
from eval.relations import Relation
from eval.speakers import key_words, same_speaker
from eval.statements import GoldStatement, Read, judge, locate, occurrences
from hypothesis import given
from hypothesis import strategies as st

from eval import statements
from tests.eval.making import span
from tocsin.errors import FormatError
from tocsin.record import Act, BlockKind, Mode, Resolution, Span, Speaker, Statement

TEXT = (
    "Mayor Ada Brandt said\nthe bridge would reopen. She warned that lorries must wait. "
    "“We are ready,” said the\nrailway, Norsk Rail."
)
GOLD = (
    GoldStatement(
        source="Mayor Ada Brandt", speaker="Ada Brandt", cue="said",
        contents=("the bridge would reopen",), act=Act.SAY, mode=Mode.INDIRECT,
    ),
    GoldStatement(
        source="She", speaker="Ada Brandt", cue="warned",
        contents=("that lorries must wait",), act=Act.WARN, mode=Mode.INDIRECT,
    ),
    GoldStatement(
        source="the railway, Norsk Rail", speaker="Norsk Rail", cue="said",
        contents=("“We are ready,”",), act=Act.SAY, mode=Mode.DIRECT,
    ),
)  # fmt: skip


def statement(
    gold: Relation, speaker: str | None, act: Act = Act.SAY, mode: Mode = Mode.INDIRECT
) -> Statement:
    def one(places: frozenset[tuple[int, int]]) -> Span | None:
        return next((Span.of(TEXT, *place) for place in places), None)

    named = Speaker(name=speaker, how=Resolution.NAMED, span=Span.of(TEXT, 0, 5)) if speaker else None
    return Statement(
        id="st-1", document="doc-1", source=one(gold.source), speaker=named, cue=one(gold.cue),
        contents=tuple(Span.of(TEXT, *place) for place in sorted(gold.content)), mode=mode, act=act,
        via=(), block=BlockKind.BODY, why="named in the source", score=0.9,
    )  # fmt: skip


def report(*found: Statement) -> Read:
    return Read(id="bridge", text=TEXT, gold=GOLD, statements=found)


PLACES = locate(TEXT, GOLD, report="bridge")
RIGHT = (
    statement(PLACES[0], "Mayor Ada Brandt"),
    statement(PLACES[1], "Ada Brandt", Act.WARN),
    statement(PLACES[2], "Norsk Rail", mode=Mode.DIRECT),
)


def f1(*found: Statement) -> dict[str, float]:
    return {row.measure: row.f1 for row in statements.rows([report(*found)])}


def test_words_are_found_across_line_breaks() -> None:
    assert TEXT[slice(*occurrences(TEXT, "said the bridge")[0])] == "said\nthe bridge"
    assert occurrences(TEXT, "  ") == []


@given(st.integers(0, len(TEXT) - 2), st.integers(2, 40))
def test_any_words_of_a_text_are_found_in_it(start: int, length: int) -> None:
    words = TEXT[start : start + length].strip()
    if words:
        assert (TEXT.index(words), TEXT.index(words) + len(words)) in occurrences(TEXT, words)


def test_a_cue_that_stands_twice_is_the_one_beside_its_contents() -> None:
    assert PLACES[0].cue == {span(TEXT, "said")}
    assert PLACES[2].cue == {span(TEXT, "said", 1)}


def test_contents_are_looked_for_from_the_statement_before_on() -> None:
    text = "He said no. Later she said no."
    gold = [
        GoldStatement(source=w, speaker=w, cue="said", contents=("no",), act=Act.SAY, mode=Mode.INDIRECT)
        for w in ("He", "she")
    ]
    first, _ = locate(text, gold, report="r")
    assert first.content == {span(text, "no")}


def test_words_that_the_report_does_not_hold_are_refused_with_their_place() -> None:
    wrong = GoldStatement(
        source=None, speaker="x", cue="shouted", contents=("the bridge",), act=Act.SAY, mode=Mode.DIRECT
    )
    with pytest.raises(FormatError, match=r"bridge: statement 2 gives words .* 'shouted'"):
        locate(TEXT, [GOLD[0], wrong], report="bridge")


def test_all_right_scores_one() -> None:
    assert set(f1(*RIGHT).values()) == {1.0}


def test_nothing_found_scores_nought() -> None:
    assert set(f1().values()) == {0.0}


def test_each_fault_costs_its_own_measure_only() -> None:
    wrong = (
        statement(PLACES[0], None),
        statement(PLACES[1], "Ada Brandt", Act.THREATEN),
        statement(PLACES[2], "Norsk Rail", mode=Mode.MIXED),
    )
    assert f1(*wrong) == pytest.approx(
        {
            "found": 1.0,
            "found, right speaker": 2 / 3,
            "found, right act": 2 / 3,
            "found, right mode": 2 / 3,
            "found, all right": 0.0,
        }
    )


def test_the_source_span_does_not_matter_where_the_speaker_is_right() -> None:
    bare = Relation(source=frozenset(), cue=PLACES[0].cue, content=PLACES[0].content)
    (first, *_) = judge(report(statement(bare, "Brandt"), *RIGHT[1:]))
    assert first.speaker


def test_a_speaker_may_be_named_as_the_report_names_it_elsewhere() -> None:
    (_, second, _) = judge(report(RIGHT[0], statement(PLACES[1], "Mayor Ada Brandt", Act.WARN), RIGHT[2]))
    assert second.speaker


def test_a_statement_that_nobody_listed_costs_precision() -> None:
    odd = Relation(
        source=frozenset(), cue=frozenset({span(TEXT, "wait")}), content=frozenset({span(TEXT, "lorries")})
    )
    (row, *_) = statements.rows([report(*RIGHT, statement(odd, None))])
    assert (row.precision, row.recall) == (0.75, 1.0)


def test_faults_are_told_one_a_line() -> None:
    told = statements.faults(report(statement(PLACES[0], "Norsk Rail"), RIGHT[1])).splitlines()
    assert len(told) == 2
    assert told[0].endswith("speaker 'Norsk Rail' (named in the source)")
    assert told[1].endswith("missed")
    assert statements.faults(report(*RIGHT)) == ""


@pytest.mark.parametrize(
    ("found", "accepted", "same"),
    [
        ("Brandt", "Ada Brandt", True),
        ("Mayor Ada Brandt", "Ada Brandt", True),
        ("the railway’s board", "The railway's Board", True),
        ("Zoë Ångström", "Zoe Angstrom", True),
        ("a harbour pilot", "a harbour pilot (anonymous)", True),
        ("the city", "the city council’s transport spokesman", False),
        ("the Norwegian railway", "the Swedish railway", False),
        ("She", "They", False),
        ("", "Ada Brandt", False),
    ],
)
def test_speakers_are_compared_by_their_words(found: str, accepted: str, *, same: bool) -> None:
    assert same_speaker(found, [accepted]) is same


@given(st.text(max_size=20))
def test_a_name_is_itself_unless_it_says_nothing(name: str) -> None:
    assert same_speaker(name, [name]) == bool(key_words(name))


def test_gold_is_read_and_a_broken_file_is_named(tmp_path: Path) -> None:
    entry = {
        "source": None, "speaker": "Ada Brandt", "cue": None,
        "contents": ["no"], "act": "deny", "mode": "direct",
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps([entry]))
    (gold,) = statements.load(tmp_path)["a"]
    assert (gold.act, gold.mode, gold.contents) == (Act.DENY, Mode.DIRECT, ("no",))
    (tmp_path / "b.json").write_text(json.dumps([{**entry, "act": "shout"}]))
    with pytest.raises(FormatError, match=r"b\.json: .*act"):
        statements.load(tmp_path)
