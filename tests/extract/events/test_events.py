"""Events as records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.events.making import Story
from tocsin.extract.events import extract_events
from tocsin.extract.layout import Layout
from tocsin.model.layers import Layers, Trigger, Word
from tocsin.record import Document, EventType, Modality

RAID = (
    "Norlandish/JJ/2/amod troops/NNS/3/nsubj raided/VBD/0/root Vesk/NNP/3/obj near/IN/8/case the/DT/8/det "
    "Sudland/NNP/8/compound border/NN/3/obl on/IN/10/case Monday/NNP/3/obl ././3/punct"
)


def raid() -> Story:
    made = Story(RAID, published="2031-05-06").names(
        state=["Sudland"], place=["Vesk"], nationality=["Norlandish"]
    )
    return made.moment("Monday", "2031-05-05", "2031-05-05").trigger("raided", "ASSAULT")


def test_an_event_with_all_its_parts() -> None:
    (event,) = raid().events()
    assert event.type is EventType.ASSAULT
    assert event.trigger.text == "raided"
    assert event.actor is not None
    assert event.actor.text == "Norlandish troops"
    assert event.recipient is not None
    assert event.recipient.text == "Vesk"
    assert event.place is not None
    assert event.place.text == "the Sudland border"
    assert event.date is not None
    assert (event.date.span.text, event.date.first) == ("Monday", "2031-05-05")
    assert event.modality is Modality.DONE
    assert event.contexts == ("military", "territory")
    assert event.asserted_in is None
    assert event.span.text == "Norlandish troops raided Vesk near the Sudland border on Monday"


def test_reading_twice_gives_the_same_ids() -> None:
    assert [e.id for e in raid().events()] == [e.id for e in raid().events()]


def test_what_a_statement_tells_is_asserted_in_it() -> None:
    made = Story(
        "Weir/NNP/2/nsubj said/VBD/0/root Norland/NNP/4/nsubj raided/VBD/2/ccomp Vesk/NNP/4/obj ././2/punct"
    ).names(state=["Norland"], place=["Vesk"], person=["Weir"])
    made.said("Weir", "said", "Norland raided Vesk").trigger("raided", "ASSAULT")
    (event,) = made.events()
    assert event.asserted_in == "st-0"
    assert event.statement is None


def test_nothing_bound_is_no_event() -> None:
    made = Story("It/PRP/2/expl rained/VBD/0/root ././2/punct").trigger("rained", "ASSAULT")
    assert made.events() == ()


def test_a_place_alone_will_do() -> None:
    made = Story("Shelling/NN/2/nsubj resumed/VBD/0/root in/IN/4/case Vesk/NNP/2/obl ././2/punct")
    made.names(place=["Vesk"]).trigger("Shelling", "ASSAULT")
    (event,) = made.events()
    assert event.actor is None
    assert event.recipient is None
    assert event.place is not None
    assert event.place.text == "Vesk"
    assert "no actor" in event.why


def test_a_date_of_what_is_only_named_dates_nothing_else() -> None:
    made = Story(
        "Norland/NNP/2/nsubj raided/VBD/0/root Vesk/NNP/2/obj since/IN/6/case the/DT/6/det fall/NN/2/obl "
        "of/IN/8/case Sudland/NNP/6/nmod in/IN/10/case 2014/CD/6/nmod",
        published="2031-05-06",
    )
    made.names(state=["Norland", "Sudland"], place=["Vesk"]).moment("2014", "2014-01-01", "2014-12-31")
    (event,) = made.trigger("raided", "ASSAULT").events()
    assert (event.date, event.modality) == (None, Modality.DONE)


def test_a_word_that_only_says_it_is_no_event_unless_the_model_is_sure() -> None:
    row = "Weir/NNP/2/nsubj said/VBD/0/root Norland/NNP/4/nsubj lied/VBD/2/ccomp ././2/punct"
    for score, expected in ((0.4, 0), (0.9, 1)):
        made = Story(row).names(person=["Weir"], state=["Norland"]).said("Weir", "said", "Norland lied")
        assert len(made.trigger("said", "ACCUSE", score=score).events()) == expected


def test_a_light_verb_and_its_noun_are_one_event() -> None:
    made = Story("Norland/NNP/2/nsubj launched/VBD/0/root strikes/NNS/2/obj on/IN/5/case Vesk/NNP/2/obl")
    made.names(state=["Norland"], place=["Vesk"]).trigger("launched", "ASSAULT").trigger("strikes", "ASSAULT")
    (event,) = made.events()
    assert event.trigger.text == "strikes"
    assert event.actor is not None
    assert event.actor.text == "Norland"


def test_a_meeting_to_come_is_an_agreement() -> None:
    made = Story("Weir/NNP/3/nsubj will/MD/3/aux visit/VB/0/root Norland/NNP/3/obj ././3/punct").names(
        person=["Weir"], state=["Norland"]
    )
    (event,) = made.trigger("visit", "CONSULT").events()
    assert (event.type, event.modality) == (EventType.AGREE, Modality.PLANNED)


def test_who_did_it_may_be_named_in_another_sentence() -> None:
    made = Story(
        "Norland/NNP/2/nsubj lied/VBD/0/root ././2/punct",
        "It/PRP/2/nsubj raided/VBD/0/root Vesk/NNP/2/obj ././2/punct",
    ).names(state=["Norland"], place=["Vesk"])
    (event,) = made.refers("It", "Norland").trigger("raided", "ASSAULT").events()
    assert event.actor is not None
    assert event.actor.text == "Norland"


def test_without_words_there_is_nothing() -> None:
    document = Document(id="doc", text="Norland raided Vesk.")
    layers = Layers(sentences=((0, 20),), names=(), attributions=())
    layout = Layout.of(document, layers)
    assert extract_events(document, layers, layout, (), (), (), (), language="en", version="t") == ()


_TAGS = st.sampled_from(
    ["NN", "NNP", "VBD", "VBG", "VBN", "PRP", "PRP$", "TO", "IN", "MD", "DT", "WDT", "JJ"]
)
_RELATIONS = st.sampled_from(
    [
        "root",
        "nsubj",
        "nsubj:pass",
        "obj",
        "obl",
        "obl:agent",
        "nmod",
        "nmod:poss",
        "xcomp",
        "ccomp",
        "acl",
        "acl:relcl",
        "advcl",
        "conj",
        "mark",
        "case",
        "aux",
        "aux:pass",
        "amod",
        "compound",
        "det",
        "advmod",
        "cop",
    ]
)
_FORMS = st.sampled_from(
    [
        "Norland",
        "troops",
        "shelled",
        "held",
        "talks",
        "who",
        "it",
        "we",
        "to",
        "of",
        "by",
        "on",
        "will",
        "not",
        "if",
        "planned",
        "urged",
        "sanctions",
        "the",
        "any",
        "threat",
    ]
)


@given(
    st.lists(st.tuples(_FORMS, _TAGS, st.integers(-2, 14), _RELATIONS), min_size=1, max_size=14),
    st.sampled_from([kind.value for kind in EventType]),
)
def test_no_tree_breaks_it_and_every_span_holds(rows: list[tuple[str, str, int, str]], kind: str) -> None:
    text, words = "", []
    for form, tag, head, relation in rows:
        start = len(text)
        text += form + " "
        words.append(Word(start=start, end=start + len(form), tag=tag, head=head, relation=relation))
    triggers = tuple(
        Trigger(
            start=w.start, end=w.end, word=n, type=kind, score=0.9, modality="done", sure=0.9, factuality=2.0
        )
        for n, w in enumerate(words)
    )
    document = Document(id="doc", text=text)
    layers = Layers(
        sentences=((0, len(text)),), names=(), attributions=(), words=tuple(words), triggers=triggers
    )
    found = extract_events(
        document, layers, Layout.of(document, layers), (), (), (), (), language="en", version="t"
    )
    for event in found:
        assert all(span.holds(text) for span in event.spans)
        assert event.why
    assert len({event.id for event in found}) == len(found)


@pytest.mark.parametrize("kind", ["none", "NO_SUCH"])
def test_triggers_of_no_type_are_left_out(kind: str) -> None:
    made = Story(RAID).names(place=["Vesk"]).trigger("raided", kind)
    assert made.events() == ()
