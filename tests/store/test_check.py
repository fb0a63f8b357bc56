from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import HARBOUR, dam, document, extraction, harbour, name, statement, talks
from tocsin.record import Block, BlockKind, Extraction, Name, NameType, Span, Statement
from tocsin.store.check import faults

OF = document(HARBOUR)
BRANDT = name(OF, "Ilse Brandt")
DENIAL = statement(OF, "that a boat was missing", source="The fishers’ union", cue="denied")


def with_name(span: Span) -> Extraction:
    return extraction(OF, [replace(BRANDT, span=span)])


def test_what_rests_on_its_words_has_no_fault() -> None:
    for _, found in (harbour(), dam(), talks()):
        assert list(faults(found)) == []


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_every_true_span_is_taken_and_every_shifted_one_is_not(text: str, data: st.DataObject) -> None:
    of = document(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    true = Name(id="nam-1", document=of.id, type=NameType.OTHER, span=Span.of(text, start, end), score=1.0)
    assert list(faults(extraction(of, [true]))) == []
    shift = data.draw(st.integers(1, 3))
    moved = replace(true.span, start=start + shift, end=end + shift)
    stands = text[moved.start : moved.end] == moved.text
    assert bool(list(faults(extraction(of, [replace(true, span=moved)])))) is not stands


@pytest.mark.parametrize(
    "span",
    [
        Span(start=0, end=0, text=""),
        Span(start=5, end=3, text="x"),
        Span(start=-1, end=len(HARBOUR), text=HARBOUR[-1:]),
        Span(start=-2, end=-1, text=HARBOUR[-2:-1]),
        Span(start=0, end=7, text="harbour"),
        Span(start=0, end=8, text="Harbour"),
        Span(start=len(HARBOUR) - 1, end=len(HARBOUR) + 1, text="\n"),
        Span(start=9999, end=10004, text="Ilse "),
    ],
)
def test_a_span_that_does_not_hold_is_a_fault(span: Span) -> None:
    (fault,) = faults(with_name(span))
    assert BRANDT.id in fault
    assert f"[{span.start}, {span.end})" in fault


def test_a_part_of_a_statement_that_does_not_hold_is_named() -> None:
    assert DENIAL.cue
    wrong: list[tuple[str, Statement]] = [
        ("source", replace(DENIAL, source=Span(start=0, end=2, text="He"))),
        ("cue", replace(DENIAL, cue=replace(DENIAL.cue, text="denies"))),
        ("content", replace(DENIAL, contents=(*DENIAL.contents, Span(start=3, end=5, text="no")))),
    ]
    for role, said in wrong:
        (fault,) = faults(extraction(OF, (), [said]))
        assert fault.startswith(f"{role} of {DENIAL.id}")


def test_a_record_without_words_is_a_fault() -> None:
    empty = replace(DENIAL, source=None, cue=None, contents=())
    assert list(faults(extraction(OF, (), [empty]))) == [f"{DENIAL.id} rests on no words of the text"]


def test_a_record_of_another_document_is_a_fault() -> None:
    (fault,) = faults(extraction(OF, [replace(BRANDT, document="doc-other")]))
    assert "doc-other" in fault


@pytest.mark.parametrize("score", [float("nan"), -0.01, 1.01, float("inf")])
def test_a_score_that_is_none_is_a_fault(score: float) -> None:
    (fault,) = faults(extraction(OF, [replace(BRANDT, score=score)]))
    assert "score" in fault


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2), (0, len(HARBOUR) + 1)])
def test_a_block_outside_the_text_is_a_fault(start: int, end: int) -> None:
    of = replace(OF, blocks=(Block(kind=BlockKind.BODY, start=start, end=end),))
    (fault,) = faults(extraction(of))
    assert "outside" in fault


def test_half_a_character_is_a_fault_and_said_where() -> None:
    (fault,) = faults(extraction(replace(OF, text="Half a \ud83c wave.", blocks=())))
    assert "at 7" in fault
