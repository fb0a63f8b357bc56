"""The lexicon of cues as it is searched: forms, gaps, the longest match."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.extract.lexicon import Kind, cue_words, lexicon
from tocsin.record import Act


def found(cue: str) -> list[tuple[str, str]]:
    words = cue_words(cue)
    return [
        (" ".join(words[match.at : match.at + match.length]), match.pattern.act.value)
        for match in lexicon("en").matches(words)
    ]


def test_the_longest_match_is_taken() -> None:
    assert found("ruled") == [("ruled", "announce")]
    assert found("ruled out") == [("ruled out", "deny")]
    assert found("called") == [("called", "say")]
    assert found("called on") == [("called on", "request")]


def test_a_gap_reaches_over_a_few_words_and_no_further() -> None:
    assert found("expressed their very great concern") == [("expressed their very great concern", "concern")]
    far = found("expressed many of the same old and tired concern")
    assert far[0] == ("expressed", "say")


def test_a_phrase_is_not_broken_up() -> None:
    assert found("shot back") == [("shot back", "say")]
    assert found("held a press conference") == [("held a press conference", "say")]


def test_unknown_words_between_are_passed_over() -> None:
    assert found("grudgingly admitted and then quietly denied") == [
        ("admitted", "confirm"),
        ("denied", "deny"),
    ]


def test_nothing_is_found_in_nothing() -> None:
    assert found("") == []
    assert found("gargled softly") == []


@pytest.mark.parametrize("form", ["accuse", "accuses", "accused", "accusing"])
def test_every_form_of_a_verb_leads_to_it(form: str) -> None:
    assert found(form) == [(form, "accuse")]


@pytest.mark.parametrize("form", ["accusation", "accusations"])
def test_both_numbers_of_a_noun_do(form: str) -> None:
    (match,) = lexicon("en").matches((form,))
    assert (match.pattern.act, match.pattern.kind) == (Act.ACCUSE, Kind.NOUN)


def test_american_and_british_spellings_are_one() -> None:
    assert found("criticized")[0][1] == found("criticised")[0][1] == "condemn"
    assert found("signalled")[0][1] == found("signaled")[0][1] == "claim"


@given(
    st.lists(
        st.sampled_from(["called", "on", "for", "out", "ruled", "a", "concern", "express", "not"]), max_size=9
    )
)
def test_matches_stand_in_order_and_apart(words: list[str]) -> None:
    matches = list(lexicon("en").matches(words))
    assert all(match.length > 0 and match.at + match.length <= len(words) for match in matches)
    assert all(a.at + a.length <= b.at for a, b in pairwise(matches))


@given(st.text(max_size=40))
def test_the_words_of_a_cue_hold_no_space_and_no_capital(cue: str) -> None:
    for word in cue_words(cue):
        assert word
        assert not any(character.isspace() for character in word)
        assert word == word.lower()
