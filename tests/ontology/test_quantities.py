import pytest

from tocsin.lang.en.inflect import plural
from tocsin.ontology.quantities import quantities


def test_every_measure_has_a_unit_and_a_word_or_verb() -> None:
    for measure in quantities().measures.values():
        assert measure.unit
        assert measure.words | measure.nouns | measure.subject | measure.object | measure.states


def test_words_are_lemmas_in_lower_case() -> None:
    for measure in quantities().measures.values():
        assert all(word == word.lower().strip() for word in measure.words | measure.nouns)


@pytest.mark.parametrize(
    ("words", "code"),
    [(("soldier",), "troops"), (("cease", "fire", "violation"), "violations"), (("kite",), None)],
)
def test_a_noun_is_known_by_its_longest_ending(words: tuple[str, ...], code: str | None) -> None:
    assert quantities().of_noun(words) == code


def test_harm_and_held_are_apart() -> None:
    known = quantities()
    assert known.harm.isdisjoint(known.held)
    assert known.personal <= known.harm


def test_no_word_is_given_in_the_plural_beside_its_singular() -> None:
    for measure in quantities().measures.values():
        assert not [word for word in measure.words if plural(word) in measure.words]
