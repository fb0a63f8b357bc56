"""Whether a figure is told as a fact, by its own clause."""

import pytest

from tests.extract.figures.reading import figure, parsed
from tocsin.record import Modality

HAS = "It/PRP/2/nsubj has/VBZ/0/root 300/CD/4/nummod tanks/NNS/2/obj ././2/punct"


def told(rows: str) -> str | None:
    found = parsed(rows, names=(("Norland", "LOC"),)).modality
    return found.value if found else None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (HAS, None),
        ("It/PRP/3/nsubj will/MD/3/aux send/VB/0/root 300/CD/5/nummod tanks/NNS/3/obj", "planned"),
        ("It/PRP/3/nsubj could/MD/3/aux send/VB/0/root 300/CD/5/nummod tanks/NNS/3/obj", "hypothetical"),
        (
            "It/PRP/4/nsubj has/VBZ/4/aux not/RB/4/advmod sent/VBN/0/root 300/CD/6/nummod tanks/NNS/4/obj",
            "denied",
        ),
        (
            (
                "The/DT/2/det army/NN/4/nsubj:pass is/VBZ/4/aux:pass expected/VBN/0/root to/TO/6/mark "
                "grow/VB/4/xcomp to/IN/9/case 9,000/CD/9/nummod soldiers/NNS/6/obl"
            ),
            "planned",
        ),
        (
            "It/PRP/2/nsubj plans/VBZ/0/root to/TO/4/mark buy/VB/2/xcomp 300/CD/6/nummod tanks/NNS/4/obj",
            "planned",
        ),
        (
            "It/PRP/2/nsubj failed/VBD/0/root to/TO/4/mark buy/VB/2/xcomp 300/CD/6/nummod tanks/NNS/4/obj",
            "denied",
        ),
        ("It/PRP/2/nsubj expects/VBZ/0/root 9,000/CD/4/nummod tourists/NNS/2/obj", "planned"),
        ("It/PRP/2/nsubj has/VBZ/0/root 300/CD/5/nummod planned/VBN/5/amod tanks/NNS/2/obj", "planned"),
        (
            (
                "If/IN/4/mark 300/CD/3/nummod tanks/NNS/4/nsubj come/VBP/7/advcl ,/,/7/punct we/PRP/7/nsubj "
                "leave/VBP/0/root"
            ),
            "hypothetical",
        ),
        (
            (
                "They/PRP/2/nsubj said/VBD/0/root it/PRP/5/nsubj would/MD/5/aux lose/VB/2/ccomp "
                "300/CD/7/nummod tanks/NNS/5/obj"
            ),
            "planned",
        ),
    ],
)
def test_the_clause_of_a_figure_tells_whether_it_is_a_fact(row: str, expected: str | None) -> None:
    assert told(row) == expected


@pytest.mark.parametrize(
    "row",
    [
        # what somebody has is there, whatever he does with it
        "It/PRP/3/nsubj will/MD/3/aux move/VB/0/root its/PRP$/6/nmod:poss 300/CD/6/nummod tanks/NNS/3/obj",
        # a bound is not denied
        (
            "It/PRP/4/nsubj has/VBZ/4/aux not/RB/4/advmod lost/VBN/0/root more/JJR/7/advmod "
            "than/IN/5/fixed 300/CD/8/nummod tanks/NNS/4/obj"
        ),
        # whoever warns of it tells it as a fact
        ("He/PRP/2/nsubj warned/VBD/0/root that/IN/6/mark 300/CD/5/nummod men/NNS/6/nsubj came/VBD/2/ccomp"),
        # what belongs to another noun is not promised with it
        (
            "It/PRP/3/nsubj will/MD/3/aux scrap/VB/0/root a/DT/5/det rule/NN/3/obj for/IN/8/case "
            "300/CD/8/nummod tanks/NNS/5/nmod"
        ),
        # a comparison denies nothing
        (
            "It/PRP/4/nsubj has/VBZ/4/aux not/RB/4/advmod lost/VBN/0/root as/RB/6/advmod many/JJ/9/amod "
            "as/IN/9/case 300/CD/9/nummod tanks/NNS/4/obj since/IN/11/case 2020/CD/4/obl"
        ),
        # a relative clause has a verb of its own
        (
            "Norland/NNP/8/nsubj ,/,/4/punct which/WDT/4/nsubj has/VBZ/1/acl:relcl 300/CD/6/nummod "
            "tanks/NNS/4/obj will/MD/8/aux act/VB/0/root"
        ),
    ],
)
def test_what_is_told_as_a_fact_has_none(row: str) -> None:
    assert told(row) is None


def test_the_reason_names_the_words() -> None:
    found = parsed("It/PRP/3/nsubj may/MD/3/aux lose/VB/0/root 300/CD/5/nummod tanks/NNS/3/obj ././3/punct")
    assert found.modality is Modality.HYPOTHETICAL
    assert "“may”" in found.why


def test_without_syntax_nothing_is_told() -> None:
    assert figure("Norland will send 300 tanks.", LOC="Norland").modality is None
