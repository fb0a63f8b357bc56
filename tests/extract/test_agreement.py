"""Which antecedents agree: number, gender, kind, and names that are or are not the same."""

from hypothesis import example, given
from hypothesis import strategies as st

from tests.extract.build import Report
from tocsin.extract.agreement import agreed
from tocsin.extract.names import NameIndex
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import vocabulary
from tocsin.model.layers import Mention


def antecedents(report: Report, *, mentions: list[Mention] | None = None) -> list[int | None]:
    found = mentions if mentions is not None else list(report.layers.mentions)
    names = NameIndex.of(report.extract().names)
    tree = Tree.of(report.text, report.layers.words)
    return [m.antecedent for m in agreed(report.text, found, names, tree, vocabulary("en"))]


def test_she_is_no_man_and_he_no_ministry() -> None:
    report = Report("Erik Lund left. She wept.").names(PER="Erik Lund").refers("Erik Lund", "She")
    assert antecedents(report) == [None, None]
    report = Report("The ministry left. He wept.").refers("The ministry", "He")
    assert antecedents(report) == [None, None]
    report = Report("Vera Moss left. She wept.").names(PER="Vera Moss").refers("Vera Moss", "She")
    assert antecedents(report) == [None, 0]


def test_they_may_be_a_body_but_not_a_man() -> None:
    report = Report("NATO met. They wept.").names(ORG="NATO").refers("NATO", "They")
    assert antecedents(report) == [None, 0]
    report = Report("Erik Lund met. They wept.").names(PER="Erik Lund").refers("Erik Lund", "They")
    assert antecedents(report) == [None, None]


def test_what_a_chain_has_learned_holds_for_all_of_it() -> None:
    text = "Quill Weir left. She wept. He slept."
    report = Report(text).names(PER="Quill Weir").refers("Quill Weir", "She", "He")
    assert antecedents(report) == [None, 0, None]


def test_a_name_joins_its_own_chain_and_no_others() -> None:
    text = "Erik Lund left. Jon Bell wept. Lund slept."
    report = Report(text).names(PER=["Erik Lund", "Jon Bell", "Lund"])
    assert antecedents(report.refers("Erik Lund", "Jon Bell", "Lund")) == [None, None, 0]


def test_a_place_within_a_name_is_not_the_place() -> None:
    report = Report("Oslo slept. The Oslo Post wept.").names(ORG="Oslo Post", LOC="Oslo")
    assert antecedents(report.refers("Oslo", "Oslo Post")) == [None, None]


@example([(0, 1, []), (9, 1, [(0, 0.0)])])  # "she", with an antecedent of no likelihood at all
@given(
    st.lists(
        st.tuples(
            st.integers(0, 30), st.integers(1, 12), st.lists(st.tuples(st.integers(0, 9), st.floats(0, 1)))
        ),
        max_size=10,
    )
)
def test_whatever_the_model_offers_an_antecedent_stands_before(
    made: list[tuple[int, int, list[tuple[int, float]]]],
) -> None:
    report = Report("Erik Lund and she left NATO, as they had told it.").names(PER="Erik Lund", ORG="NATO")
    size = len(report.text)
    ordered = sorted(made, key=lambda m: m[:2])
    mentions = [
        Mention(
            start=start,
            end=min(start + length, size),
            antecedent=None,
            score=0.5,
            choices=tuple((n, p) for n, p in choices if n < number),
        )
        for number, (start, length, choices) in enumerate(ordered)
    ]
    found = antecedents(report, mentions=mentions)
    assert all(before is None or before < number for number, before in enumerate(found))
