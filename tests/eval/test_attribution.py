"""Attribution is scored as the issue defines it: spans, tokens, links, whole attributions."""

import pytest
from eval.attribution import exact_spans, from_layers, half_right, links, measures, rows, token_overlap, whole
from eval.gold import Gold
from eval.metrics import Counts, total
from eval.relations import Document, Relation, of_gold, of_layers, of_statements
from eval.relations import relation as stripped
from hypothesis import given
from hypothesis import strategies as st
from training.data import Attribution, Example

from tests.eval.making import GOLD, TEXT, document, layers, relation, span
from tocsin.record import Act, BlockKind, Mode, Span, Statement

HARBOUR, FALK, MINISTRY, CREWS = GOLD
places = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda p: (p[0], min(len(TEXT), p[0] + p[1]))
)
relations = st.builds(
    lambda source, cue, content: stripped(TEXT, source, [cue], content),
    st.lists(places, max_size=1),
    places,
    st.lists(places, min_size=1, max_size=3),
).filter(lambda r: bool(r.cue))  # PolNeAR always has one; a gold attribution without asks for none
some = st.lists(relations, max_size=5).map(tuple)


def f1(found: tuple[Relation, ...]) -> dict[str, float]:
    return {name: total(counts).f1 for name, counts in measures([document(found)]).items()}


def test_what_people_marked_scores_one_everywhere() -> None:
    assert f1(GOLD) == pytest.approx(dict.fromkeys(f1(GOLD), 1.0))


def test_nothing_found_scores_nought_everywhere() -> None:
    assert f1(()) == pytest.approx(dict.fromkeys(f1(()), 0.0))


@given(some, some)
def test_every_measure_swaps_precision_and_recall_with_the_sides(
    gold: tuple[Relation, ...], found: tuple[Relation, ...]
) -> None:
    one = measures([Document(id="a", text=TEXT, gold=gold, found=found)])
    other = measures([Document(id="a", text=TEXT, gold=found, found=gold)])
    for name, (counts,) in one.items():
        (swapped,) = other[name]
        assert (counts.right, counts.found, counts.gold) == (swapped.right, swapped.gold, swapped.found)


@given(some)
def test_half_right_is_never_harder_than_exact(found: tuple[Relation, ...]) -> None:
    done = document(tuple(set(found) | {HARBOUR}))
    assert half_right(done).right >= whole(done, cue=True).right


@given(some)
def test_micro_is_the_sum_of_the_roles(found: tuple[Relation, ...]) -> None:
    counts = measures([document(found)])
    parts = [counts[f"span {role}"][0] for role in ("source", "cue", "content")]
    assert counts["span micro"] == [total(parts)]


def test_spans_are_compared_without_white_space_at_their_ends() -> None:
    start, end = span(TEXT, "denied")
    wider = stripped(TEXT, [], [(start - 1, end + 1)], [])
    assert exact_spans(document((wider,)), "cue") == Counts(right=1, found=1, gold=4)


def test_a_span_with_one_end_off_is_wrong_but_its_tokens_count() -> None:
    longer = relation(TEXT, None, "denied it")
    assert exact_spans(document((longer,)), "cue") == Counts(right=0, found=1, gold=4)
    assert token_overlap(document((longer,)), "cue") == Counts(right=1, found=2, gold=4)


def test_a_source_of_two_attributions_is_one_span() -> None:
    twice = (
        relation(TEXT, "The ministry", "denied", "it"),
        relation(TEXT, "The ministry", "fear", "a closure"),
    )
    assert exact_spans(document(twice), "source") == Counts(right=1, found=1, gold=4)


def test_links_want_both_spans_exact_and_joined_as_marked() -> None:
    crossed = (
        relation(TEXT, "Crews", "denied", "it"),
        relation(TEXT, "The ministry", "fear", "a closure"),
    )
    assert links(document(crossed), "source") == Counts(right=0, found=2, gold=4)
    assert links(document(crossed), "content") == Counts(right=2, found=2, gold=5)


def test_a_whole_attribution_needs_all_its_contents() -> None:
    half = relation(TEXT, "Ines Falk, who runs the ferry,", "said", "“Nobody told us,”", nth_cue=1)
    assert whole(document((half,)), cue=False).right == 0
    assert whole(document((FALK,)), cue=False).right == 1


def test_a_wrong_cue_spoils_the_triple_and_not_the_pair() -> None:
    other = relation(TEXT, "Crews", "denied", "a closure")
    assert whole(document((other,)), cue=False).right == 1
    assert whole(document((other,)), cue=True).right == 0


def test_no_source_counts_as_no_source() -> None:
    passive = relation(TEXT, None, "denied", "it")
    assert whole(document((passive,)), cue=False).right == 0
    assert whole(document((passive,), gold=(passive,)), cue=False).right == 1
    assert half_right(document((passive,))).right == 0
    assert half_right(document((passive,), gold=(passive,))).right == 1


def test_half_right_wants_half_of_the_tokens() -> None:
    # "that two tugs had left the basin": 7 tokens; 3 of 7 alone give a Dice of 0.6, 2 give 0.44
    enough = relation(TEXT, "The harbour master", "said", "two tugs had")
    scarce = relation(TEXT, "The harbour master", "said", "two tugs")
    assert half_right(document((enough,))).right == 1
    assert half_right(document((scarce,))).right == 0


def test_half_right_takes_contents_together() -> None:
    joined = relation(TEXT, "Ines Falk", "said", "“and nobody will.”", "us,”", nth_cue=1)
    assert half_right(document((joined,))).right == 0  # the source: 2 of 8 tokens
    nearly = relation(TEXT, "Ines Falk, who runs", "said", "“and nobody will.”", "us,”", nth_cue=1)
    assert half_right(document((nearly,))).right == 1


def test_half_right_wants_the_cue() -> None:
    elsewhere = relation(TEXT, "Crews", "denied", "a closure")
    assert half_right(document((elsewhere,))).right == 0


def test_one_found_attribution_matches_one_marked() -> None:
    cue, content = span(TEXT, "said"), span(TEXT, "that two tugs had left the basin")
    twice = stripped(TEXT, [], [cue], [content])
    near = stripped(TEXT, [], [cue], [(content[0], content[1] - 6)])
    assert half_right(document((twice,), gold=(twice, near))) == Counts(right=1, found=1, gold=2)


def test_layers_gold_and_statements_come_to_the_same_form() -> None:
    start, end = span(TEXT, "denied")
    source, content = span(TEXT, "The ministry"), span(TEXT, "it")
    gold = Attribution(sources=(source,), cues=((start, end + 1),), contents=(content,))
    statement = Statement(
        id="st-1", document="doc-1", source=Span.of(TEXT, *source), speaker=None,
        cue=Span.of(TEXT, start, end), contents=(Span.of(TEXT, *content),), mode=Mode.INDIRECT,
        act=Act.DENY, via=(), block=BlockKind.BODY, why="", score=1.0,
    )  # fmt: skip
    assert of_gold(TEXT, [gold]) == of_layers(TEXT, layers((MINISTRY,))) == (MINISTRY,)
    assert of_statements(TEXT, [statement]) == (MINISTRY,)


def test_content_without_a_cue_stands_alone() -> None:
    alone = Relation(source=frozenset(), cue=frozenset(), content=MINISTRY.content)
    assert of_layers(TEXT, layers((alone,))) == (alone,)


def test_a_set_gives_its_rows_with_intervals() -> None:
    example = Example(
        id="harbour_1",
        text=TEXT,
        attributions=tuple(
            Attribution(sources=tuple(r.source), cues=tuple(r.cue), contents=tuple(sorted(r.content)))
            for r in GOLD
        ),
    )
    gold = Gold(set="polnear", split="dev", digest="", examples=(example, example))
    documents = from_layers(gold, [layers(GOLD), layers((HARBOUR, CREWS))])
    table = {row.measure: row for row in rows(gold, documents)}
    exact = table["whole (source, contents)"]
    assert (exact.precision, exact.recall, exact.gold, exact.found) == (1.0, 0.75, 8, 6)
    assert exact.low <= exact.f1 <= exact.high
    assert {row.key[:4] for row in table.values()} == {("attribution", "polnear", "dev", "tocsin")}
