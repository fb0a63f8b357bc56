"""Who holds which office of what: in our own words, with and without syntax."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.build import Report
from tests.extract.trees import words as parsed
from tocsin.extract.layout import Layout
from tocsin.extract.names import extract_names
from tocsin.extract.roles import extract_roles
from tocsin.model.layers import Found, Layers
from tocsin.record import Document, Role

PEOPLE = ("Ada Weir", "Jon Bell", "Tove Lind")
BODIES = ("Harbour Board", "River Institute", "Foreign Ministry")
Told = tuple[str, str, str | None]


def roles(text: str, people: Sequence[str] = PEOPLE, layers: Layers | None = None) -> tuple[Role, ...]:
    marked = Report(text).names(PER=people, ORG=BODIES, LOC=["Norland", "Dover"], MISC=["Norse"])
    document = Document(id="doc-1", text=text)
    read = layers or marked.layers
    names = extract_names(document, marked.layers.names, language="en", version="t")
    return extract_roles(document, read, Layout.of(document, read), names, language="en", version="t")


def told(text: str) -> list[Told]:
    return [(r.person.text, r.role.text, r.body.text if r.body else None) for r in roles(text)]


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Norway's defence minister Ada Weir left.", "defence minister", "Norway"),
        ("The Norwegian president, Ada Weir, left.", "president", "Norwegian"),
        ("US Secretary of State Ada Weir left.", "Secretary of State", "US"),
        ("Ada Weir, the head of Norwegian diplomacy, left.", "head", "Norwegian diplomacy"),
        ("Ada Weir, who heads the OSCE mission, left.", "heads", "OSCE mission"),
        ("The UN's humanitarian chief in Norland, Ada Weir, left.", "humanitarian chief", "UN"),
        ("Acting Foreign Minister Ada Weir left.", "Acting Foreign Minister", None),
        ("Ada Weir, a spokeswoman for the ministry, left.", "spokeswoman", "ministry"),
        ("The ministry's spokeswoman, Ada Weir, left.", "spokeswoman", "ministry"),
        ("Harbour Board president Ada Weir left.", "president", "Harbour Board"),
        ("Ada Weir, 54, mayor of Dover, left.", "mayor", "Dover"),
        ("Ada Weir (the mayor of Dover) left.", "mayor", "Dover"),
        ("NATO's assistant secretary general for operations, Ada Weir, left.",
         "assistant secretary general for operations", "NATO"),
        ("The Norwegian ambassador to Sweden, Ada Weir, left.", "ambassador to Sweden", "Norwegian"),
        ("Ada Weir is director of the River Institute.", "director", "River Institute"),
        ("Ada Weir, a senior fellow at the River Institute, left.", "senior fellow", "River Institute"),
        ("Ada Weir was named chair of the Harbour Board.", "chair", "Harbour Board"),
        ("Election commission chairman Ada Weir left.", "chairman", "Election commission"),
        ("Gen. Ada Weir left.", "Gen.", None),
        ("Senator Ada Weir of Dover left.", "Senator", "Dover"),
    ],
)  # fmt: skip
def test_one_person_one_role(text: str, role: str, body: str | None) -> None:
    assert told(text) == [("Ada Weir", role, body)]


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Former mayor Ada Weir left.", True),
        ("The then-mayor, Ada Weir, left.", True),
        ("Ex-mayor Ada Weir left.", True),
        ("Ada Weir, once the mayor of Dover, left.", True),
        ("Ada Weir was mayor of Dover until May.", True),
        ("Ada Weir is mayor of Dover.", False),
        ("Acting mayor Ada Weir left.", False),
        ("Ada Weir was elected mayor of Dover.", False),
    ],
)
def test_whether_the_office_is_still_held(text: str, former: bool) -> None:  # noqa: FBT001
    (role,) = roles(text)
    assert role.former is former
    assert role.role.text.lower() in ("mayor", "acting mayor")


def test_lists_of_persons_share_an_office() -> None:
    assert told("Foreign Ministers Ada Weir (France) and Jon Bell (Italy) met.") == [
        ("Ada Weir", "Foreign Ministers", "France"),
        ("Jon Bell", "Foreign Ministers", "Italy"),
    ]
    assert told("The foreign ministers, Ada Weir of France and Jon Bell of Italy, met.") == [
        ("Ada Weir", "foreign ministers", "France"),
        ("Jon Bell", "foreign ministers", "Italy"),
    ]


def test_lists_of_persons_with_an_office_each() -> None:
    text = "Police chief Ada Weir, prosecutor Jon Bell and mayor Tove Lind met."
    assert told(text) == [
        ("Ada Weir", "chief", "Police"),
        ("Jon Bell", "prosecutor", None),
        ("Tove Lind", "mayor", None),
    ]


def test_a_rank_and_an_office_are_two() -> None:
    assert told("Lt. Gen. Ada Weir, commander of the Harbour Board, left.") == [
        ("Ada Weir", "Lt. Gen.", None),
        ("Ada Weir", "commander", "Harbour Board"),
    ]


def test_two_offices_of_one_person() -> None:
    assert told("Ada Weir, mayor of Dover and chair of the Harbour Board, left.") == [
        ("Ada Weir", "mayor", "Dover"),
        ("Ada Weir", "chair", "Harbour Board"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Weir met the mayor of Dover.",
        "Ada Weir, ministers and generals met.",
        "The mayor of Dover told Ada Weir that it rained.",
        "They head home, Ada Weir said.",
        "The brother of Ada Weir was mayor.",
        "Ada Weir led the talks.",
        "The minister left. Ada Weir stayed.",
        "The minister left\nAda Weir stayed.",
        "",
    ],
)
def test_no_role_is_made_up(text: str) -> None:
    assert told(text) == []


def test_an_owner_that_is_a_pronoun_is_no_body_and_it_is_said() -> None:
    (role,) = roles("Its lawyer, Ada Weir, left.")
    assert role.body is None
    assert "no body" in role.why


def test_roles_hold_their_evidence_and_have_ids_of_their_place() -> None:
    text = "Mayor Ada Weir came. Mayor Ada Weir left."
    found = roles(text)
    assert len({role.id for role in found}) == len(found) == 2
    assert all(role.id.startswith("rol-") for role in found)
    assert all(span.holds(text) for role in found for span in role.spans)
    assert all(0 <= role.score <= 1 for role in found)
    assert roles(text) == found


def test_the_syntax_joins_what_stands_apart() -> None:
    text, words = parsed(
        "The/DT/2/det mayor/NN/6/nsubj of/IN/4/case Dover/NNP/2/nmod now/RB/6/advmod sings/VBZ/0/root "
        ",/,/9/punct Ada/NNP/2/appos Weir/NNP/8/flat"
    )
    person = (Found(start=text.index("Ada"), end=len(text), label="PER", score=0.9),)
    layers = Layers(sentences=((0, len(text)),), names=person, attributions=(), words=words)
    (role,) = roles(text, layers=layers)
    assert (role.person.text, role.role.text, role.body and role.body.text) == ("Ada Weir", "mayor", "Dover")
    assert "syntax" in role.why


_PIECES = (
    *("Ada Weir", "the", "mayor", "of", "Dover", ",", ".", "'s", "former", "and", "(", ")", "who", "heads"),
    *("Gen", "ministers", "was", "as", "Norse", "minister", "for", "Harbour Board", "\n", "then-", "a"),
)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            _PIECES
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_order_of_words_is_read(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert all(span.holds(text) for role in roles(text) for span in role.spans)
