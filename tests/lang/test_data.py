"""The word lists themselves: complete, without doubles, in the form that their readers expect."""

from collections import Counter

import pytest

from tocsin.lang import entries, section, table, words
from tocsin.record import Act

ACTS = table("en", "acts")
KINDS = ("verbs", "phrases", "nouns")


def cues(act: Act) -> list[tuple[str, str]]:
    return [(kind, entry) for kind in KINDS for entry in entries(section(ACTS, act.value), kind)]


def test_every_act_has_cues_and_there_are_hundreds() -> None:
    assert all(cues(act) for act in Act)
    assert sum(len(cues(act)) for act in Act) >= 300


def test_no_cue_stands_for_two_acts() -> None:
    found = Counter(cue for act in Act for cue in cues(act))
    assert [cue for cue, times in found.items() if times > 1] == []


def test_cues_are_lower_case_and_gaps_stand_inside() -> None:
    for act in Act:
        for _, entry in cues(act):
            assert entry == entry.lower()
            assert not entry.startswith("~")
            assert not entry.endswith("~")


@pytest.mark.parametrize("key", ["performative", "reported", "negated"])
def test_what_changes_an_act_leads_to_acts(key: str) -> None:
    assert all(Act(act) for act in section(ACTS, key))


def test_states_are_about_two_hundred_and_listed_once() -> None:
    data = table("en", "states")
    states, variants = entries(data, "states"), entries(data, "variants")
    assert 190 <= len(states) <= 210
    assert len(set(states)) == len(states)
    assert not set(states) & set(variants)
    assert {"Ukraine", "Russia", "Turkey"} <= set(states)
    assert {"UK", "US", "USA", "Britain", "America"} <= set(variants)


def test_nationalities_are_singular() -> None:
    nationalities = entries(table("en", "states"), "nationalities")
    assert {"Russian", "Ukrainian", "British", "Dutch"} <= set(nationalities)
    plain = {"Swiss", "Congolese"}
    assert not [n for n in nationalities if n.endswith("ns") and n not in plain]


def test_given_names_of_two_genders_are_kept_apart() -> None:
    data = table("en", "first_names")
    female, male = set(entries(data, "female")), set(entries(data, "male"))
    assert not female & male
    assert {"Angela", "Maria", "Iuliia"} <= female
    assert {"Volodymyr", "Antony", "Jens"} <= male


def test_pronouns_have_number_gender_and_kind() -> None:
    for word in section(table("en", "speakers"), "pronouns"):
        number, gender, human = entries(section(table("en", "speakers"), "pronouns"), word)[0].split()
        assert number in ("singular", "plural")
        assert gender in ("m", "f", "-")
        assert human in ("yes", "no", "-")


def test_patterns_of_anonymity_are_given() -> None:
    assert len(words(section(table("en", "speakers"), "anonymous"), "patterns")) >= 10
