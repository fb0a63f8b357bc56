"""The trees of a report."""

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.trees import tree
from tocsin.extract.tree import Tree
from tocsin.model.layers import Word

# "The port's old guards from Norland, who fled, said troops shelled it and left."
PORT = (
    "The/DT/2/det port/NN/5/nmod:poss 's/POS/2/case old/JJ/5/amod guards/NNS/12/nsubj from/IN/7/case "
    "Norland/NNP/5/nmod ,/,/10/punct who/WP/10/nsubj fled/VBD/5/acl:relcl ,/,/10/punct said/VBD/0/root "
    "troops/NNS/14/nsubj shelled/VBD/12/ccomp it/PRP/14/obj and/CC/17/cc left/VBD/14/conj ././12/punct"
)


def test_a_word_is_found_by_its_place() -> None:
    made = tree(PORT)
    assert made.text.startswith("The port's old guards from Norland, who fled, said")
    assert made.forms[made.at(made.text.index("fled")) or 0] == "fled"
    assert made.at(made.text.index(" old")) is None
    assert [made.forms[n] for n in made.within(0, 10)] == ["the", "port", "'s"]


def test_children_are_asked_for_by_relation() -> None:
    made = tree(PORT)
    assert [made.forms[n] for n in made.children(4, "nmod")] == ["port", "norland"]
    assert [made.forms[n] for n in made.children(4, "nmod:poss")] == ["port"]
    assert made.child(11, "obj") is None


def test_a_noun_phrase_has_no_relative_clause() -> None:
    made = tree(PORT)
    start, end = made.phrase(4)
    assert made.text[start:end] == "The port's old guards from Norland"
    start, end = made.phrase(4, bare=True)
    assert made.text[start:end] == "old guards"
    start, end = made.phrase(6)
    assert made.text[start:end] == "Norland"


def test_a_noun_phrase_may_take_in_what_is_joined_to_it() -> None:
    made = tree(
        "Norland/NNP/5/nsubj and/CC/4/cc its/PRP$/4/nmod:poss allies/NNS/1/conj left/VBD/0/root ././5/punct"
    )
    start, end = made.phrase(0)
    assert made.text[start:end] == "Norland"
    start, end = made.phrase(0, joined=True)
    assert made.text[start:end] == "Norland and its allies"


def test_a_clause_ends_where_another_begins() -> None:
    made = tree(PORT)
    words = {made.forms[n]: n for n in range(len(made))}
    assert made.clause(words["troops"]) == words["shelled"]
    assert made.clause(words["who"]) == words["fled"]
    assert made.clause(words["norland"]) == words["said"]
    assert made.clause(words["left"]) == words["left"]
    assert [made.forms[n] for n in made.clause_words(words["shelled"])] == ["troops", "shelled", "it"]


def test_the_head_of_a_span_stands_outside_of_nothing() -> None:
    made = tree(PORT)
    start = made.text.index("troops")
    assert made.top(start, start + len("troops shelled it")) == made.forms.index("shelled")
    assert made.top(len(made.text), len(made.text) + 3) is None


def test_joined_words_are_found_together() -> None:
    made = tree(PORT)
    assert [made.forms[n] for n in made.conjuncts(13)] == ["shelled", "left"]


@given(st.lists(st.integers(min_value=-3, max_value=25), max_size=20))
def test_any_heads_make_a_forest(heads: list[int]) -> None:
    text = "x" * len(heads)
    words = [Word(start=n, end=n + 1, tag="NN", head=h, relation="dep") for n, h in enumerate(heads)]
    made = Tree.of(text, words)
    for number in range(len(made)):
        assert len(list(made.ancestors(number))) < len(made)
        assert number in made.members(number)
        start, end = made.phrase(number)
        assert start <= number < end
        assert made.clause(number) in range(len(made))
        assert number in made.clause_words(number)
    roots = [n for n, head in enumerate(made.heads) if head < 0]
    assert sorted(n for root in roots for n in made.members(root)) == list(range(len(made)))
