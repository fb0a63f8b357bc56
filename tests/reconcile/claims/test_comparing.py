"""What makes two propositions one claim, and what keeps them apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.reconcile.claims import SAME, Mark, MarkKind, Proposition, proposition, same_claim
from tocsin.reconcile.claims.comparing import opposite

TEXTS = st.lists(
    st.sampled_from(
        [
            "troops",
            "shelled",
            "the",
            "port",
            "not",
            "on",
            "Monday",
            "40",
            "80",
            "refused",
            "reached",
            "camp",
            "by",
        ]
    ),
    max_size=9,
).map(" ".join)


def _about(text: str, *names: tuple[str, MarkKind], speaker: str | None = None) -> Proposition:
    marks = [
        Mark(start=text.index(name), end=text.index(name) + len(name), key=f"x:{name}", kind=kind)
        for name, kind in names
    ]
    return proposition(text, marks=marks, speaker=speaker)


@pytest.mark.parametrize(
    ("left", "right", "part"),
    [
        ("the army lost 40 men at the bridge", "the army lost 90 men at the bridge", "number"),
        ("dozens of men were held at the bridge", "thousands of men were held at the bridge", "number"),
        ("the convoy reached the camp", "the convoy did not reach the camp", "polarity"),
        (
            "the council accepted the plan for the port",
            "the council rejected the plan for the port",
            "polarity",
        ),
        ("fighting goes on in the western valley", "fighting goes on in the southern valley", "place"),
        ("the harbour was shut on Monday", "the harbour was shut on Friday", "day"),
    ],
)
def test_what_tells_two_claims_apart(left: str, right: str, part: str) -> None:
    found = same_claim(proposition(left), proposition(right))
    assert part in found.contrasts
    assert found.score < SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("shells hit a clinic in the old town", "a clinic in the old town was hit by shells"),
        ("the junta will hold no election this year", "there will be no vote held by the junta this year"),
        ("two hundred soldiers were sent to the strait", "200 troops were dispatched to the strait"),
        ("the port will not let the tankers in", "the port will not allow the tankers in"),
    ],
)
def test_other_words_for_one_claim(left: str, right: str) -> None:
    found = same_claim(proposition(left), proposition(right))
    assert found.contrasts == ()
    assert found.score >= SAME


def test_one_sentence_of_two_speakers_is_two_claims() -> None:
    here, there = (proposition("the town has fallen", speaker=who) for who in ("x:rebels", "x:army"))
    assert same_claim(here, there).contrasts == ("speaker",)
    assert same_claim(here, there).score < SAME


def test_other_places_and_swapped_roles() -> None:
    place, body = MarkKind.PLACE, MarkKind.BODY
    here = _about("a bomb killed a judge in Harn", ("Harn", place))
    there = _about("a bomb killed a judge in Belm", ("Belm", place))
    assert same_claim(here, there).contrasts == ("place",)
    names = (("Norland", body), ("Sudmark", body))
    does = _about("Norland expelled envoys of Sudmark", *names)
    suffers = _about("Sudmark expelled envoys of Norland", *names)
    passive = _about("envoys of Sudmark were expelled by Norland", *names)
    assert "roles" in same_claim(does, suffers).contrasts
    assert same_claim(does, passive).contrasts == ()


def test_a_place_within_the_other_is_no_contrast() -> None:
    here = _about("a bomb killed a judge in Harn", ("Harn", MarkKind.PLACE))
    there = _about("a bomb killed a judge in Norland", ("Norland", MarkKind.PLACE))
    found = same_claim(here, there, within=lambda inner, outer: (inner, outer) == ("x:Harn", "x:Norland"))
    assert found.contrasts == ()


def test_two_negations_or_a_negated_opposite_are_no_contrast() -> None:
    assert not opposite(proposition("they never shelled it"), proposition("they did not shell it"))
    assert not opposite(proposition("they will not allow it"), proposition("they will bar it"))


def test_every_part_of_a_score_has_a_reason() -> None:
    found = same_claim(proposition("40 men died"), proposition("90 men died"))
    assert all(weight.why for weight in found.weights)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_order_of_two_does_not_count(left: str, right: str) -> None:
    one, other = proposition(left), proposition(right)
    assert same_claim(one, other).score == same_claim(other, one).score
    assert sorted(same_claim(one, other).contrasts) == sorted(same_claim(other, one).contrasts)


@settings(deadline=None)
@given(TEXTS)
def test_nothing_tells_a_claim_from_itself(text: str) -> None:
    assert same_claim(proposition(text), proposition(text)).contrasts == ()
