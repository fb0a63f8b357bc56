"""Words and groups of words in all their forms."""

import pytest

from tocsin.extract.events.terms import Terms


@pytest.mark.parametrize(
    ("entry", "words", "found"),
    [
        ("shell", "shelled", True),
        ("pull back", "pulled back", True),
        ("pull back", "pulled over", False),
        ("refuse ~ meal", "refused their meals", True),
        ("refuse ~ meal", "refused to eat any of the many meals", False),
        ("cease-fire", "cease - fires", True),
        ("de-escalate", "de - escalating", True),
        ("militar-", "militarisation", True),
        ("tear gas", "tear gases", True),
    ],
)
def test_a_term_in_its_forms(entry: str, words: str, *, found: bool) -> None:
    assert (Terms.plain([entry]).at(words.split(), 0) is not None) is found


def test_the_longest_counts_and_of_two_alike_the_first() -> None:
    terms = Terms.of({"a": ["strike"], "b": ["strike camp", "strike"]})
    assert terms.at(["strike", "camp"], 0) == "b"
    assert terms.at(["strike", "back"], 0) == "a"
    assert list(terms.all_at(["strike", "back"], 0)) == ["a", "b"]


def test_one_word_may_be_asked_for() -> None:
    assert "struck" in Terms.plain(["strike"])
    assert "stroke" not in Terms.plain(["strike"])
