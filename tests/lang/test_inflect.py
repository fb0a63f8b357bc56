"""English inflection, by which a lemma of the lexicon stands for all its forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.lang import entries, section, table
from tocsin.lang.en.inflect import plural, verb_forms
from tocsin.record import Act

LEMMAS = sorted(
    {entry.split()[0] for act in Act for entry in entries(section(table("en", "acts"), act.value), "verbs")}
)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("accuse", {"accuse", "accuses", "accused", "accusing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("say", {"say", "says", "said", "saying"}),
        ("speak", {"speak", "speaks", "spoke", "spoken", "speaking"}),
        ("put", {"put", "puts", "putting"}),
        ("vow", {"vow", "vows", "vowed", "vowing"}),
        ("slam", {"slam", "slams", "slammed", "slamming"}),
        ("quip", {"quip", "quips", "quipped", "quipping"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("visit", {"visit", "visits", "visited", "visiting"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("dismiss", {"dismiss", "dismisses", "dismissed", "dismissing"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
    ],
)
def test_forms(lemma: str, forms: set[str]) -> None:
    assert verb_forms(lemma) == forms


def test_both_spellings_stand_side_by_side() -> None:
    assert {"criticizes", "criticises", "criticised", "criticizing"} <= verb_forms("criticize")
    assert {"signaled", "signalled"} <= verb_forms("signal")


def test_to_be_is_irregular_through_and_through() -> None:
    assert {"is", "are", "was", "were", "been", "being"} <= verb_forms("be")


def test_every_cue_has_a_third_person_and_a_participle() -> None:
    for lemma in LEMMAS:
        forms = verb_forms(lemma)
        assert lemma in forms
        assert any(form.endswith("s") for form in forms)
        assert any(form.endswith("ing") for form in forms)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12))
def test_any_word_is_inflected_without_a_fault(word: str) -> None:
    assert word in verb_forms(word)
    assert plural(word).endswith("s")


@pytest.mark.parametrize(
    ("noun", "form"),
    [("claim", "claims"), ("denial", "denials"), ("inquiry", "inquiries"), ("wish", "wishes")],
)
def test_plural(noun: str, form: str) -> None:
    assert plural(noun) == form
