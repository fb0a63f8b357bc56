"""Actor and recipient by syntax, each through a link that the reason names."""

import pytest

from tests.extract.events.making import Story
from tocsin.extract.events.binding import pointed

STATES = ["Norland", "Sudland", "Ostland", "Vesk"]


def story(*rows: str) -> Story:
    return Story(*rows).names(
        state=STATES, nationality=["Norlandish", "Sudlandish"], person=["Ada Weir", "Weir"]
    )


def test_subject_and_object_of_a_verb() -> None:
    made = story("Norland/NNP/2/nsubj shelled/VBD/0/root Sudland/NNP/2/obj ././2/punct")
    assert made.bound("shelled", "ASSAULT") == ("Norland", "Sudland")
    assert made.binding("shelled", "ASSAULT").why == "actor in the clause; recipient in the clause"


def test_the_passive_turns_them_round() -> None:
    made = story(
        "Three/CD/2/nummod villagers/NNS/4/nsubj:pass were/VBD/4/aux:pass shot/VBN/0/root by/IN/7/case "
        "Norlandish/JJ/7/amod troops/NNS/4/obl:agent ././4/punct"
    )
    assert made.bound("shot", "ASSAULT") == ("Norlandish troops", "Three villagers")


def test_without_an_agent_nobody_did_it() -> None:
    made = story(
        "Three/CD/2/nummod villagers/NNS/4/nsubj:pass were/VBD/4/aux:pass shot/VBN/0/root near/IN/6/case "
        "Vesk/NNP/4/obl ././4/punct"
    )
    binding = made.binding("shot", "ASSAULT")
    assert binding.actor is None
    assert "no actor" in binding.why


def test_who_dies_is_no_actor() -> None:
    made = story("Two/CD/2/nummod soldiers/NNS/4/nsubj have/VBP/4/aux died/VBN/0/root ././4/punct")
    assert made.bound("died", "ASSAULT") == (None, "Two soldiers")


@pytest.mark.parametrize(
    ("kind", "preposition", "tag"),
    [("SANCTION", "on", "IN"), ("AGREE", "with", "IN"), ("PROTEST", "against", "IN"), ("AID", "to", "IN")],
)
def test_a_preposition_of_the_type_leads_to_the_recipient(kind: str, preposition: str, tag: str) -> None:
    made = story(
        f"Norland/NNP/2/nsubj acted/VBD/0/root {preposition}/{tag}/4/case Sudland/NNP/2/obl ././2/punct"
    )
    assert made.bound("acted", kind) == ("Norland", "Sudland")


def test_what_is_moved_is_no_recipient() -> None:
    made = story(
        "Norland/NNP/2/nsubj massed/VBD/0/root its/PRP$/4/nmod:poss tanks/NNS/2/obj near/IN/6/case "
        "Vesk/NNP/2/obl ././2/punct"
    )
    assert made.bound("massed", "MOBILIZE") == ("Norland", None)


def test_aid_goes_to_whom_it_is_sent_not_to_what_is_sent() -> None:
    made = story(
        "Norland/NNP/2/nsubj sent/VBD/0/root medics/NNS/2/obj and/CC/5/cc flour/NN/3/conj to/IN/7/case "
        "Sudland/NNP/2/obl ././2/punct"
    )
    assert made.bound("sent", "AID") == ("Norland", "Sudland")


def test_whose_thing_is_condemned_is_condemned() -> None:
    made = story(
        "Norland/NNP/2/nsubj denounced/VBD/0/root Sudland/NNP/5/nmod:poss 's/POS/3/case "
        "raid/NN/2/obj ././2/punct"
    )
    binding = made.binding("denounced", "ACCUSE")
    assert made.bound("denounced", "ACCUSE") == ("Norland", "Sudland")
    assert "whose “raid” it is" in binding.why


def test_a_thing_does_nothing_but_its_owner_may() -> None:
    made = story("Norlandish/JJ/2/amod shells/NNS/3/nsubj hit/VBD/0/root Vesk/NNP/3/obj ././3/punct")
    assert made.bound("hit", "ASSAULT") == ("Norlandish", "Vesk")
    made = story("Shells/NNS/2/nsubj hit/VBD/0/root Vesk/NNP/2/obj ././2/punct")
    assert made.bound("hit", "ASSAULT") == (None, "Vesk")


def test_force_may_be_used_on_a_thing() -> None:
    made = story("Norland/NNP/2/nsubj stormed/VBD/0/root a/DT/4/det hotel/NN/2/obj ././2/punct")
    assert made.bound("stormed", "ASSAULT") == ("Norland", "a hotel")
    assert made.bound("stormed", "SUPPORT") == ("Norland", None)


def test_a_threat_is_aimed_at_whom_it_would_hit() -> None:
    made = story(
        "Norland/NNP/2/nsubj threatened/VBD/0/root to/TO/4/mark sever/VB/2/xcomp ties/NNS/4/obj "
        "with/IN/7/case Sudland/NNP/5/nmod ././2/punct"
    )
    assert made.bound("threatened", "THREATEN") == ("Norland", "Sudland")
    assert "through “sever”" in made.binding("threatened", "THREATEN").why


def test_nobody_in_particular_is_no_actor() -> None:
    made = story("The/DT/2/det West/NNP/3/nsubj sanctioned/VBD/0/root Norland/NNP/3/obj ././3/punct")
    assert made.bound("sanctioned", "SANCTION") == (None, "Norland")


# The subject that another clause lends.


def test_joined_verbs_share_their_subject() -> None:
    made = story(
        "Norland/NNP/2/nsubj raided/VBD/0/root Vesk/NNP/2/obj and/CC/5/cc jailed/VBD/2/conj "
        "its/PRP$/7/nmod:poss mayor/NN/5/obj ././2/punct"
    )
    assert made.bound("jailed", "COERCE") == ("Norland", "its mayor")
    assert "shared with “raided”" in made.binding("jailed", "COERCE").why


def test_an_infinitive_takes_the_subject_of_the_verb_that_governs_it() -> None:
    made = story(
        "Norland/NNP/2/nsubj refused/VBD/0/root to/TO/4/mark free/VB/2/xcomp the/DT/6/det hostages/NNS/4/obj"
    )
    assert made.bound("free", "RETREAT") == ("Norland", "the hostages")
    assert "through “refused”" in made.binding("free", "RETREAT").why


def test_urge_lends_its_object() -> None:
    made = story(
        "Norland/NNP/2/nsubj urged/VBD/0/root Sudland/NNP/2/obj to/TO/5/mark arm/VB/2/xcomp "
        "the/DT/7/det rebels/NNS/5/obj ././2/punct"
    )
    assert made.bound("arm", "AID") == ("Sudland", "the rebels")


def test_call_on_lends_whom_it_names() -> None:
    made = story(
        "Norland/NNP/2/nsubj called/VBD/0/root on/IN/4/case Sudland/NNP/2/obl to/TO/6/mark stop/VB/2/xcomp "
        "arming/VBG/6/xcomp Ostland/NNP/7/obj ././2/punct"
    )
    assert made.bound("arming", "AID") == ("Sudland", "Ostland")


def test_the_addressee_may_stand_as_the_infinitives_subject() -> None:
    made = story(
        "Norland/NNP/2/nsubj urged/VBD/0/root Sudland/NNP/5/nsubj to/TO/5/mark leave/VB/2/ccomp ././2/punct"
    )
    assert made.bound("urged", "REQUEST") == ("Norland", "Sudland")


def test_those_who_are_counted_can_act() -> None:
    made = story(
        "Tens/NNS/5/nsubj:pass of/IN/3/case guards/NNS/1/nmod were/VBD/5/aux:pass shot/VBN/0/root ././5/punct"
    )
    assert made.bound("shot", "ASSAULT") == (None, "Tens of guards")
    made = story("Tens/NNS/5/nsubj:pass of/IN/3/case shells/NNS/1/nmod were/VBD/5/aux:pass fired/VBN/0/root")
    assert made.bound("fired", "ASSAULT") == (None, None)


def test_what_is_only_moved_moves_nobody() -> None:
    row = "The/DT/2/det massing/NN/6/nsubj of/IN/5/case {}/JJ/5/amod troops/NNS/2/nmod worried/VBD/0/root"
    assert story(row.format("Norlandish")).bound("massing", "MOBILIZE")[0] == "Norlandish troops"
    assert story(row.format("fresh")).bound("massing", "MOBILIZE")[0] is None


def test_accuse_of_lends_its_object() -> None:
    made = story(
        "Norland/NNP/2/nsubj accused/VBD/0/root Sudland/NNP/2/obj of/IN/5/mark massing/VBG/2/advcl "
        "troops/NNS/5/obj near/IN/8/case Vesk/NNP/5/obl ././2/punct"
    )
    assert made.bound("massing", "MOBILIZE") == ("Sudland", None)


def test_the_accused_in_the_passive_lends_too() -> None:
    made = story(
        "Sudland/NNP/3/nsubj:pass was/VBD/3/aux:pass accused/VBN/0/root of/IN/5/mark jailing/VBG/3/advcl "
        "monks/NNS/5/obj ././3/punct"
    )
    assert made.bound("jailing", "COERCE")[0] == "Sudland"


def test_a_relative_clause_tells_of_the_noun_before_it() -> None:
    made = story(
        "Norland/NNP/6/nsubj ,/,/4/punct which/WDT/4/nsubj annexed/VBD/1/acl:relcl Vesk/NNP/4/obj "
        "agreed/VBD/0/root ././6/punct"
    )
    assert made.bound("annexed", "COERCE") == ("Norland", "Vesk")
    made = story(
        "Vesk/NNP/6/nsubj ,/,/5/punct which/WDT/5/obj Norland/NNP/5/nsubj annexed/VBD/1/acl:relcl "
        "burned/VBD/0/root ././6/punct"
    )
    assert made.bound("annexed", "COERCE") == ("Norland", "Vesk")


def test_participles_tell_of_their_noun() -> None:
    made = story(
        "Vesk/NNP/5/nsubj ,/,/3/punct annexed/VBN/1/acl by/IN/5/case Norland/NNP/3/obl:agent "
        "burned/VBD/0/root ././6/punct".replace("/5/nsubj", "/6/nsubj")
    )
    assert made.bound("annexed", "COERCE") == ("Norland", "Vesk")
    made = story("Guards/NNS/4/nsubj beating/VBG/1/acl marchers/NNS/2/obj laughed/VBD/0/root ././4/punct")
    assert made.bound("beating", "ASSAULT") == ("Guards", "marchers")


def test_a_plan_is_its_owners() -> None:
    made = story(
        "Norland/NNP/3/nmod:poss 's/POS/1/case plan/NN/7/nsubj to/TO/5/mark invade/VB/3/acl "
        "Sudland/NNP/5/obj failed/VBD/0/root ././7/punct"
    )
    assert made.bound("invade", "ASSAULT") == ("Norland", "Sudland")


# Nouns.


def test_the_parties_of_a_noun() -> None:
    made = story(
        "Norlandish/JJ/2/amod shelling/NN/5/nsubj of/IN/4/case Vesk/NNP/2/nmod resumed/VBD/0/root ././5/punct"
    )
    assert made.bound("shelling", "ASSAULT") == ("Norlandish", "Vesk")
    made = story(
        "Norland/NNP/3/nmod:poss 's/POS/1/case raid/NN/6/nsubj on/IN/5/case Vesk/NNP/3/nmod failed/VBD/0/root"
    )
    assert made.bound("raid", "ASSAULT") == ("Norland", "Vesk")


def test_of_names_who_acts_where_the_act_has_no_object() -> None:
    made = story("The/DT/2/det visit/NN/5/nsubj of/IN/4/case Weir/NNP/2/nmod ended/VBD/0/root ././5/punct")
    assert made.bound("visit", "CONSULT") == ("Weir", None)


def test_light_verbs_lend_their_subject_to_their_noun() -> None:
    made = story(
        "Norland/NNP/2/nsubj imposed/VBD/0/root sanctions/NNS/2/obj on/IN/5/case "
        "Sudland/NNP/2/obl ././2/punct"
    )
    assert made.bound("sanctions", "SANCTION") == ("Norland", "Sudland")
    assert "carried by “imposed”" in made.binding("sanctions", "SANCTION").why
    assert made.bound("imposed", "SANCTION") == ("Norland", "Sudland")


def test_other_verbs_do_not() -> None:
    made = story(
        "Norland/NNP/2/nsubj condemned/VBD/0/root the/DT/4/det attack/NN/2/obj on/IN/6/case Vesk/NNP/4/nmod"
    )
    assert made.bound("attack", "ASSAULT") == (None, "Vesk")


def test_both_sides_of_a_meeting() -> None:
    made = story("Norland/NNP/4/nsubj and/CC/3/cc Sudland/NNP/1/conj met/VBD/0/root ././4/punct")
    assert made.bound("met", "CONSULT") == ("Norland", "Sudland")
    assert "both sides" in made.binding("met", "CONSULT").why
    assert made.bound("met", "ASSAULT") == ("Norland and Sudland", None)


# Pronouns.


def test_a_pronoun_stands_for_whom_the_chain_names() -> None:
    rows = "It/PRP/2/nsubj shelled/VBD/0/root Vesk/NNP/2/obj ././2/punct"
    made = story("Norland/NNP/2/nsubj lied/VBD/0/root ././2/punct", rows).refers("It", "Norland")
    assert made.bound("shelled", "ASSAULT") == ("Norland", "Vesk")
    assert "“it” takes up Norland" in made.binding("shelled", "ASSAULT").why
    made = story(rows)
    assert made.bound("shelled", "ASSAULT") == ("It", "Vesk")
    assert "not resolved" in made.binding("shelled", "ASSAULT").why


def test_we_are_whose_words_they_are() -> None:
    made = story(
        "“/``/3/punct We/PRP/3/nsubj freed/VBD/7/ccomp them/PRP/3/obj ,/,/3/punct ”/''/3/punct "
        "said/VBD/0/root "
        "Ada/NNP/7/nsubj Weir/NNP/8/flat ././7/punct"
    ).said("Ada Weir", "said", "We freed them")
    assert made.bound("freed", "RETREAT")[0] == "Ada Weir"


def test_the_by_phrase_counts_wherever_the_tree_hangs_it() -> None:
    made = story(
        "Weir/NNP/4/nsubj:pass will/MD/4/aux be/VB/4/aux:pass joined/VBN/0/root by/IN/6/case "
        "Envoy/NNP/7/nmod:desc Bo/NNP/4/flat Lind/NNP/7/flat ././4/punct"
    )
    assert made.bound("joined", "AGREE") == ("Envoy Bo Lind", "Weir")


def test_military_says_what_kind_of_build_up_it_is() -> None:
    made = story("The/DT/3/det military/JJ/3/amod buildup/NN/4/nsubj continued/VBD/0/root ././4/punct")
    assert made.bound("buildup", "MOBILIZE")[0] is None
    owned = story(
        "Norland/NNP/4/nmod:poss 's/POS/1/case military/NN/4/compound buildup/NN/5/nsubj "
        "continued/VBD/0/root ././5/punct"
    )
    assert owned.bound("buildup", "MOBILIZE")[0] == "Norland"


def test_whom_a_relative_pronoun_takes_up_stands_before_it() -> None:
    made = story(
        "Weir/NNP/10/nsubj ,/,/1/punct who/WP/5/nsubj:pass is/VBZ/5/aux:pass expected/VBN/9/acl:relcl "
        "in/IN/7/case Vesk/NNP/5/obl for/IN/9/case talks/NNS/10/obl warned/VBD/0/root ././10/punct"
    )
    assert made.bound("talks", "CONSULT")[0] == "Weir"


def test_the_model_points_to_an_actor_where_syntax_has_none() -> None:
    made = story("Norland/NNP/2/nsubj saw/VBD/0/root shelling/NN/2/dep ././2/punct")
    syntax = made.binding("shelling", "ASSAULT")
    assert syntax.actor is None
    found = pointed(made.cast, syntax, 0, 2)
    assert found.actor is not None
    assert "the model points to it" in found.why
    assert pointed(made.cast, syntax, 99, 2) == syntax


def test_an_object_is_no_actor_whatever_the_model_points_to() -> None:
    made = story("accused/VBN/0/root Norland/NNP/1/obj of/IN/4/mark shelling/VBG/1/advcl ././1/punct")
    syntax = made.binding("accused", "ACCUSE")
    assert pointed(made.cast, syntax, 1, 0).actor is None


def test_how_many_at_least_belongs_to_whom_and_a_preposition_does_not() -> None:
    made = story(
        "At/IN/2/case least/JJS/3/nmod three/CD/4/nummod villagers/NNS/6/nsubj:pass were/VBD/6/aux:pass "
        "shot/VBN/0/root ././6/punct"
    )
    assert made.bound("shot", "ASSAULT") == (None, "At least three villagers")


def test_where_it_happens_is_no_actor_whatever_the_model_points_to() -> None:
    made = Story(
        "Talks/NNS/5/nsubj:pass in/IN/3/case Vesk/NNP/1/nmod are/VBP/5/aux:pass planned/VBN/0/root"
    ).names(place=["Vesk"])
    assert pointed(made.cast, made.binding("Talks", "CONSULT"), 2, 0).actor is None


def test_both_sides_act_though_the_tree_hangs_them_on_the_place() -> None:
    made = (
        Story(
            "Talks/NNS/8/nsubj in/IN/3/case Vesk/NNP/1/nmod between/IN/5/case Norland/NNP/3/nmod and/CC/7/cc "
            "Sudland/NNP/5/conj ended/VBD/0/root ././8/punct"
        )
        .names(state=["Norland", "Sudland"], place=["Vesk"])
        .trigger("Talks", "CONSULT")
    )
    assert made.bound("Talks", "CONSULT") == ("Norland", "Sudland")
    (event,) = made.events()
    assert event.place is not None
    assert event.place.text == "Vesk"


def test_nobody_is_no_actor() -> None:
    made = story("Nobody/NN/2/nsubj shelled/VBD/0/root Sudland/NNP/2/obj ././2/punct")
    assert made.bound("shelled", "ASSAULT") == (None, "Sudland")
