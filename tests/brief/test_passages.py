from hypothesis import given
from hypothesis import strategies as st

from tests.brief.making import report, span
from tocsin.brief.passages import passages
from tocsin.record import Span

TEXT = (
    "The U.S. envoy Gen. Ada Marsh came at noon. “We wait,” she said. “We watch.” No ship\nhad left by then! "
    "Was that so?\n\nOn Monday 40 boats came."
)


def _around(*words: str) -> list[str]:
    of = report(TEXT)
    return [found.text for found in passages(of, [span(of, each) for each in words])]


def test_a_passage_is_the_whole_sentence() -> None:
    assert _around("Ada Marsh") == ["The U.S. envoy Gen. Ada Marsh came at noon."]
    assert _around("had left") == ["No ship\nhad left by then!"]
    assert _around("40 boats") == ["On Monday 40 boats came."]


def test_spans_of_one_sentence_share_it_and_others_have_their_own() -> None:
    assert _around("No ship", "by then") == ["No ship\nhad left by then!"]
    assert _around("40 boats", "Ada Marsh") == [
        "The U.S. envoy Gen. Ada Marsh came at noon.",
        "On Monday 40 boats came.",
    ]


@given(st.text(min_size=1), st.data())
def test_a_passage_holds_its_span_and_stands_in_the_text(text: str, data: st.DataObject) -> None:
    of = report(text)
    start = data.draw(st.integers(0, len(text) - 1))
    one = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    found = passages(of, [one])
    assert all(each.holds(text) for each in found)
    inner = one.text.strip()
    assert inner in found[0].text if inner else True
