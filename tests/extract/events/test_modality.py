"""Whether it happened, by syntax, by date, by the model."""

from datetime import date

import pytest

from tests.extract.events.making import Story
from tocsin.extract.events.hedges import hedges
from tocsin.extract.events.modality import Guess, modality_of
from tocsin.extract.tree import Tree
from tocsin.record import Modality, Span, When

PLAIN = "Norland/NNP/2/nsubj shelled/VBD/0/root Vesk/NNP/2/obj ././2/punct"


@pytest.mark.parametrize(
    ("row", "word", "expected"),
    [
        (PLAIN, "shelled", None),
        ("Norland/NNP/3/nsubj will/MD/3/aux shell/VB/0/root Vesk/NNP/3/obj", "shell", "planned"),
        ("Norland/NNP/3/nsubj may/MD/3/aux shell/VB/0/root Vesk/NNP/3/obj", "shell", "hypothetical"),
        (
            "Norland/NNP/4/nsubj did/VBD/4/aux n't/RB/4/advmod shell/VB/0/root Vesk/NNP/4/obj",
            "shell",
            "denied",
        ),
        (
            "Norland/NNP/4/nsubj has/VBZ/4/aux never/RB/4/advmod shelled/VBN/0/root Vesk/NNP/4/obj",
            "shelled",
            "denied",
        ),
        ("Norland/NNP/3/nsubj is/VBZ/3/aux shelling/VBG/0/root Vesk/NNP/3/obj", "shelling", "ongoing"),
        ("Norland/NNP/2/nsubj keeps/VBZ/0/root shelling/VBG/2/xcomp Vesk/NNP/3/obj", "shelling", "ongoing"),
        (
            "Norland/NNP/2/nsubj plans/VBZ/0/root to/TO/4/mark shell/VB/2/xcomp Vesk/NNP/4/obj",
            "shell",
            "planned",
        ),
        (
            "Norland/NNP/2/nsubj wants/VBZ/0/root to/TO/4/mark shell/VB/2/xcomp Vesk/NNP/4/obj",
            "shell",
            "hypothetical",
        ),
        (
            "Norland/NNP/2/nsubj refused/VBD/0/root to/TO/4/mark shell/VB/2/xcomp Vesk/NNP/4/obj",
            "shell",
            "denied",
        ),
        ("Norland/NNP/2/nsubj denied/VBD/0/root shelling/VBG/2/xcomp Vesk/NNP/3/obj", "shelling", "denied"),
        (
            "Norland/NNP/2/nsubj managed/VBD/0/root to/TO/4/mark shell/VB/2/xcomp Vesk/NNP/4/obj",
            "shell",
            None,
        ),
        (
            (
                "If/IN/3/mark Norland/NNP/3/nsubj shells/VBZ/6/advcl Vesk/NNP/3/obj we/PRP/6/nsubj "
                "leave/VBP/0/root"
            ),
            "shells",
            "hypothetical",
        ),
        (
            (
                "Weir/NNP/2/nsubj urged/VBD/0/root Norland/NNP/2/obj to/TO/5/mark free/VB/2/xcomp "
                "monks/NNS/5/obj"
            ),
            "free",
            "hypothetical",
        ),
        (
            (
                "Weir/NNP/2/nsubj warned/VBD/0/root Norland/NNP/2/obj against/IN/6/case any/DT/6/det "
                "attack/NN/2/obl"
            ),
            "attack",
            "hypothetical",
        ),
        (
            "A/DT/3/det planned/JJ/3/amod visit/NN/4/nsubj worried/VBD/0/root Vesk/NNP/4/obj",
            "visit",
            "planned",
        ),
        (
            "The/DT/2/det threat/NN/5/nsubj of/IN/4/case attack/NN/2/nmod grew/VBD/0/root",
            "attack",
            "hypothetical",
        ),
        ("The/DT/2/det plan/NN/5/nsubj to/TO/4/mark attack/VB/2/acl failed/VBD/0/root", "attack", "planned"),
        ("No/DT/2/det attack/NN/3/nsubj followed/VBD/0/root", "attack", "denied"),
        ("No/DT/2/det guard/NN/3/nsubj shot/VBD/0/root anyone/NN/3/obj", "shot", "denied"),
        (
            (
                "Weir/NNP/3/nsubj:pass is/VBZ/3/aux:pass expected/VBN/0/root in/IN/5/case "
                "Vesk/NNP/3/obl for/IN/7/case "
                "talks/NNS/3/obl"
            ),
            "talks",
            "planned",
        ),
        (
            "Weir/NNP/3/nsubj:pass is/VBZ/3/aux:pass expected/VBN/0/root in/IN/5/case Vesk/NNP/3/obl",
            "expected",
            "planned",
        ),
        (
            (
                "Weir/NNP/2/nsubj said/VBD/0/root Norland/NNP/6/nsubj had/VBD/6/aux not/RB/6/advmod "
                "shelled/VBN/2/ccomp"
            ),
            "said",
            None,
        ),
        (
            "Weir/NNP/2/nsubj did/VBD/0/root that/DT/2/obj ,/,/6/punct which/WDT/6/nsubj may/MD/6/aux",
            "did",
            None,
        ),
    ],
)
def test_what_syntax_shows(row: str, word: str, expected: str | None) -> None:
    assert Story(row).shown(word) == expected


def test_a_joined_verb_has_its_own_modality() -> None:
    made = Story(
        "Norland/NNP/2/nsubj raided/VBD/0/root Vesk/NNP/2/obj and/CC/6/cc will/MD/6/aux "
        "annex/VB/2/conj it/PRP/6/obj"
    )
    assert made.shown("raided") is None
    assert made.shown("annex") == "planned"


def test_joined_infinitives_share_what_governs_them() -> None:
    made = Story(
        "Norland/NNP/2/nsubj plans/VBZ/0/root to/TO/4/mark raid/VB/2/xcomp and/CC/6/cc "
        "annex/VB/4/conj it/PRP/6/obj"
    )
    assert made.shown("annex") == "planned"


@pytest.mark.parametrize(
    ("row", "word", "expected"),
    [
        (
            "We/PRP/2/nsubj asked/VBD/0/root them/PRP/2/obj not/RB/6/advmod to/TO/6/mark shoot/VB/2/xcomp",
            "shoot",
            "hypothetical",
        ),
        ("Weir/NNP/3/nsubj will/MD/3/aux condemn/VB/0/root the/DT/5/det raid/NN/3/obj", "raid", None),
        (
            "I/PRP/4/nsubj did/VBD/4/aux not/RB/4/advmod rule/VB/0/root out/RP/4/compound:prt force/NN/4/obj",
            "force",
            "hypothetical",
        ),
        (
            "If/IN/5/mark they/PRP/5/nsubj do/VBP/5/aux not/RB/5/advmod strike/VB/6/advcl win/VB/0/root",
            "strike",
            "hypothetical",
        ),
        (
            "Weir/NNP/2/nsubj said/VBD/0/root guards/NNS/5/nsubj would/MD/5/aux leave/VB/2/ccomp",
            "leave",
            "planned",
        ),
        (
            "Weir/NNP/2/nsubj warned/VBD/0/root guards/NNS/5/nsubj would/MD/5/aux shoot/VB/2/ccomp",
            "shoot",
            "hypothetical",
        ),
        ("Weir/NNP/4/nsubj is/VBZ/4/aux to/TO/4/mark visit/VB/0/root Vesk/NNP/4/obj", "visit", "planned"),
        ("The/DT/2/det raid/NN/5/nsubj did/VBD/5/aux not/RB/5/advmod happen/VB/0/root", "raid", "denied"),
        ("Norland/NNP/3/nsubj now/RB/3/advmod shells/VBZ/0/root Vesk/NNP/3/obj", "shells", "ongoing"),
    ],
)
def test_what_governs_counts_as_far_as_it_reaches(row: str, word: str, expected: str | None) -> None:
    assert Story(row).shown(word) == expected


def test_the_reason_names_the_sign() -> None:
    sign = Story("Norland/NNP/3/nsubj may/MD/3/aux shell/VB/0/root").sign("shell")
    assert sign is not None
    assert "may" in sign.why


def _said(words: str, first: str | None, last: str | None) -> When:
    return When(span=Span(start=0, end=len(words), text=words), moment="mom", first=first, last=last)


def _modality(row: str, word: str, guess: Guess | None = None, when: When | None = None) -> str:
    made = Story(row)
    tree = Tree.of(made.text, made.words)
    number = tree.forms.index(word)
    sign = modality_of(tree, hedges("en"), number, number, guess=guess, when=when, published=date(2031, 5, 6))
    assert sign.why
    return sign.modality.value


def _guess(modality: str, sure: float) -> Guess:
    return Guess(modality=Modality(modality), sure=sure, factuality=0.0)


def test_nothing_against_it_is_done() -> None:
    assert _modality(PLAIN, "shelled") == "done"


def test_a_date_long_ago_is_historical_and_one_to_come_planned() -> None:
    assert _modality(PLAIN, "shelled", when=_said("in 2020", "2020-01-01", "2020-12-31")) == "historical"
    assert _modality(PLAIN, "shelled", when=_said("on Monday", "2031-05-05", "2031-05-05")) == "done"
    assert _modality(PLAIN, "shelled", when=_said("next week", "2031-05-12", "2031-05-18")) == "planned"
    assert _modality(PLAIN, "shelled", when=_said("since 2020", "2020-01-01", None)) == "done"


def test_a_sure_model_counts_where_syntax_shows_nothing() -> None:
    assert _modality(PLAIN, "shelled", _guess("hypothetical", 0.9)) == "hypothetical"
    assert _modality(PLAIN, "shelled", _guess("historical", 0.5)) == "historical"


def test_what_syntax_denies_no_model_makes_done() -> None:
    row = "Norland/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod shell/VB/0/root Vesk/NNP/4/obj"
    assert _modality(row, "shell", _guess("done", 1.0)) == "denied"


@pytest.mark.parametrize(
    "rest",
    [
        "so/RB/6/advmod many/JJ/7/amod men/NNS/4/obj since/IN/9/case 2020/CD/4/obl",
        "as/RB/6/advmod many/JJ/7/amod men/NNS/4/obj in/IN/9/case years/NNS/4/obl",
        "such/JJ/7/amod a/DT/7/det force/NN/4/obj before/RB/4/advmod",
        "larger/JJR/6/amod forces/NNS/4/obj since/IN/8/case 2020/CD/4/obl",
    ],
)
def test_a_negation_that_only_compares_denies_nothing(rest: str) -> None:
    row = f"Norland/NNP/4/nsubj had/VBD/4/aux not/RB/4/advmod moved/VBN/0/root {rest}"
    assert _modality(row, "moved", _guess("denied", 0.99), _said("2020", "2020-01-01", None)) == "done"


@pytest.mark.parametrize(
    "rest",
    [
        "Vesk/NNP/4/obj since/IN/7/case 2020/CD/4/obl",
        "so/RB/6/advmod many/JJ/7/amod men/NNS/4/obj",
        "more/JJR/7/amod than/IN/5/fixed ten/CD/8/nummod men/NNS/4/obj",
    ],
)
def test_a_negation_without_a_comparison_does(rest: str) -> None:
    row = f"Norland/NNP/4/nsubj has/VBZ/4/aux not/RB/4/advmod moved/VBN/0/root {rest}"
    assert _modality(row, "moved") == "denied"


def test_never_more_than_compares_too() -> None:
    row = (
        "Norland/NNP/4/nsubj has/VBZ/4/aux never/RB/4/advmod moved/VBN/0/root more/JJR/6/amod men/NNS/4/obj "
        "than/IN/8/case now/RB/4/obl"
    )
    assert _modality(row, "moved") == "done"


GIVEN = (
    "The/DT/2/det moving/VBG/7/nsubj of/IN/4/case troops/NNS/2/nmod {}/{}/7/cop for/IN/7/case a/DT/7/det "
    "drill/NN/0/root"
)


def test_a_definite_noun_of_which_something_was_so_is_a_fact_unless_the_model_is_sure() -> None:
    row = GIVEN.replace("/7/", "/8/").format("was", "VBD")
    assert _modality(row, "moving", _guess("planned", 0.45)) == "done"
    assert _modality(row, "moving", _guess("planned", 0.9)) == "planned"


def test_of_what_is_still_to_be_the_model_tells() -> None:
    row = GIVEN.replace("/7/", "/8/").format("is", "VBZ")
    assert _modality(row, "moving", _guess("planned", 0.45)) == "planned"
