"""Events that are done by speaking, each counted once."""

import pytest

from tests.extract.events.making import Story
from tocsin.record import EventType, Modality

URGED = (
    "Weir/NNP/2/nsubj urged/VBD/0/root Norland/NNP/2/obj to/TO/5/mark free/VB/2/xcomp "
    "the/DT/7/det monks/NNS/5/obj"
)


def urged() -> Story:
    made = Story(URGED).names(person=["Weir"], state=["Norland"])
    return made.said("Weir", "urged", "Norland to free the monks", "request")


def test_a_request_is_an_event_of_its_own() -> None:
    (event,) = urged().events()
    assert (event.type, event.modality) == (EventType.REQUEST, Modality.DONE)
    assert event.actor is not None
    assert event.actor.text == "Weir"
    assert event.recipient is not None
    assert event.recipient.text == "Norland"
    assert event.mode == "yield"
    assert event.statement == "st-0"
    assert event.asserted_in is None
    assert event.trigger.text == "urged"


def test_it_is_not_counted_twice() -> None:
    events = urged().trigger("urged", "REQUEST").trigger("free", "RETREAT", "hypothetical").events()
    assert [(e.trigger.text, e.type.value, e.modality.value) for e in events] == [
        ("urged", "REQUEST", "done"), ("free", "RETREAT", "hypothetical"),
    ]  # fmt: skip
    assert [e.asserted_in for e in events] == [None, "st-0"]
    assert events[1].actor is not None
    assert events[1].actor.text == "Norland"


@pytest.mark.parametrize(
    ("act", "kind", "mode"),
    [
        ("accuse", "ACCUSE", "allege"),
        ("condemn", "ACCUSE", "disapprove"),
        ("threaten", "THREATEN", None),
        ("support", "SUPPORT", None),
        ("refuse", "REJECT", None),
        ("promise", "AGREE", None),
    ],
)
def test_acts_make_types(act: str, kind: str, mode: str | None) -> None:
    row = "Weir/NNP/2/nsubj did/VBD/0/root so/RB/2/advmod to/IN/5/case Norland/NNP/2/obl ././2/punct"
    made = Story(row).names(person=["Weir"], state=["Norland"])
    (event,) = made.said("Weir", "did", "so to Norland", act).events()
    assert event.type.value == kind
    assert mode is None or event.mode == mode


@pytest.mark.parametrize("act", ["say", "warn", "concern", "hope"])
def test_other_acts_make_none(act: str) -> None:
    made = Story(URGED).names(person=["Weir"], state=["Norland"])
    assert made.said("Weir", "urged", "Norland to free the monks", act).events() == ()


def test_a_warning_is_a_threat_where_the_model_says_so() -> None:
    row = "Weir/NNP/2/nsubj warned/VBD/0/root Norland/NNP/2/obj against/IN/5/case attack/NN/2/obl ././2/punct"
    made = Story(row).names(person=["Weir"], state=["Norland"])
    (event,) = (
        made.said("Weir", "warned", "Norland against attack", "warn").trigger("warned", "THREATEN").events()
    )
    assert event.type is EventType.THREATEN
    assert event.recipient is not None
    assert event.recipient.text == "Norland"


def test_the_words_said_may_perform_the_act() -> None:
    made = Story(
        "“/``/3/punct We/PRP/3/nsubj call/VBP/12/ccomp on/IN/5/case Norland/NNP/3/obl "
        "to/TO/7/mark stop/VB/3/xcomp "
        ",/,/3/punct ”/''/3/punct the/DT/11/det allies/NNS/12/nsubj said/VBD/0/root ././12/punct"
    ).names(state=["Norland"])
    (event,) = made.said("the allies", "said", "We call on Norland to stop", "request").events()
    assert event.trigger.text == "call"
    assert event.recipient is not None
    assert event.recipient.text == "Norland"
    assert event.actor is not None
    assert event.actor.text == "the allies"
    assert event.asserted_in is None


def test_expressed_support_reaches_through_its_noun() -> None:
    made = Story(
        "Weir/NNP/2/nsubj expressed/VBD/0/root her/PRP$/4/nmod:poss support/NN/2/obj for/IN/7/case "
        "the/DT/7/det independence/NN/4/nmod of/IN/9/case Norland/NNP/7/nmod ././2/punct"
    ).names(person=["Weir"], state=["Norland"])
    made.said("Weir", "expressed", "her support for the independence of Norland", "support")
    (event,) = made.trigger("support", "SUPPORT").events()
    assert event.recipient is not None
    assert event.recipient.text == "Norland"


def test_only_a_plan_that_is_announced_is_an_agreement() -> None:
    plan = "Weir/NNP/2/nsubj announced/VBD/0/root she/PRP/5/nsubj will/MD/5/aux leave/VB/2/ccomp ././2/punct"
    fact = "Weir/NNP/2/nsubj announced/VBD/0/root she/PRP/4/nsubj left/VBD/2/ccomp ././2/punct"
    made = Story(plan).names(person=["Weir"]).said("Weir", "announced", "she will leave", "announce")
    assert [e.type.value for e in made.events()] == ["AGREE"]
    made = made.trigger("leave", "RETREAT", "planned")
    assert [e.type.value for e in made.events()] == ["CONCEDE", "RETREAT"]
    made = Story(fact).names(person=["Weir"]).said("Weir", "announced", "she left", "announce")
    assert made.events() == ()


def test_a_call_to_come_is_planned() -> None:
    row = "Weir/NNP/3/nsubj will/MD/3/aux urge/VB/0/root Norland/NNP/3/obj to/TO/6/mark leave/VB/3/xcomp"
    made = Story(row).names(person=["Weir"], state=["Norland"])
    (event,) = made.said("Weir", "will urge", "Norland to leave", "request").events()
    assert event.modality is Modality.PLANNED


def test_nobody_is_the_wests_speaker() -> None:
    row = "The/DT/2/det West/NNP/3/nsubj urged/VBD/0/root calm/NN/3/obj ././3/punct"
    made = Story(row).said("The West", "urged", "calm", "request")
    assert made.events() == ()
