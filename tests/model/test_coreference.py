"""Candidates for mentions: noun phrases as GUM marks them, pronouns and names."""

from tests.extract.trees import words

from tocsin.model.coreference import candidates
from tocsin.model.layers import Found


def spans(*sentences: str, names: tuple[str, ...] = ()) -> set[str]:
    text, parsed = words(*sentences)
    found = [Found(start=text.index(n), end=text.index(n) + len(n), label="ORG", score=1.0) for n in names]
    return {text[start:end] for start, end in candidates(parsed, found)}


def test_a_phrase_runs_to_the_end_of_what_follows_its_head() -> None:
    found = spans(
        "The/DT/2/det port/NN/6/nsubj of/IN/4/case Norland/NNP/2/nmod has/VBZ/6/aux shut/VBN/0/root"
    )
    assert found == {"The port of Norland", "Norland"}


def test_a_phrase_whose_head_is_in_a_name_holds_the_name_once() -> None:
    found = spans(
        "The/DT/3/det Harbour/NNP/3/compound Board/NNP/4/nsubj met/VBD/0/root", names=("Harbour Board",)
    )
    assert found == {"The Harbour Board"}


def test_a_name_that_heads_nothing_stands_alone() -> None:
    found = spans("The/DT/3/det Norland/NNP/3/compound office/NN/4/nsubj met/VBD/0/root", names=("Norland",))
    assert found == {"The Norland office", "Norland"}


def test_what_and_joins_is_a_mention_of_its_own() -> None:
    found = spans("Norland/NNP/4/nsubj and/CC/3/cc Sudland/NNP/1/conj met/VBD/0/root")
    assert found == {"Norland", "Sudland", "Norland and Sudland"}


def test_pronouns_and_possessors() -> None:
    found = spans("They/PRP/2/nsubj shut/VBD/0/root Norland/NNP/5/nmod:poss 's/POS/3/case port/NN/2/obj")
    assert found == {"They", "Norland's", "Norland's port"}


def test_no_words_no_names_no_candidates() -> None:
    assert spans() == set()
