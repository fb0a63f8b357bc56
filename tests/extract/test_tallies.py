"""Who counts, where no verb of saying stands: verbs and nouns of counting."""

import pytest

from tests.extract.build import Report
from tests.extract.trees import words
from tocsin.record import Statement

CAME = "300/CD/6/nummod men/NNS/7/nsubj came/VBD/0/root ././7/punct"
GREW = "grew/VBD/0/root ././6/punct"
WAS = "was/VBD/6/cop 26/CD/0/root ././6/punct"


def counted(*sentences: str, marked: Report | None = None, **names: str | list[str]) -> tuple[Statement, ...]:
    text, found = words(*sentences)
    report = marked or Report(text)
    return report.names(**names).parsed(found).statements()


def told(statements: tuple[Statement, ...]) -> list[tuple[str, str]]:
    return [(s.source.text if s.source else "", s.contents[0].text) for s in statements]


def test_who_counts_is_the_subject_of_the_verb() -> None:
    found = counted(
        "Norland/NNP/3/nsubj still/RB/3/advmod counts/VBZ/0/root more/JJR/6/advmod than/IN/4/fixed "
        "80,000/CD/7/nummod soldiers/NNS/3/obj ././3/punct",
        LOC="Norland",
    )
    assert told(found) == [("Norland", "more than 80,000 soldiers")]
    assert found[0].speaker is not None
    assert found[0].speaker.name == "Norland"


def test_who_spoke_of_a_number_is_its_source() -> None:
    found = counted(
        "Officials/NNS/3/nsubj had/VBD/3/aux spoken/VBN/0/root of/IN/6/case about/RB/6/advmod "
        "300/CD/3/obl ././3/punct"
    )
    assert told(found) == [("Officials", "about 300")]


def test_who_joins_one_verb_to_another_counts_too() -> None:
    found = counted(
        "The/DT/2/det army/NN/3/nsubj left/VBD/0/root and/CC/5/cc put/VBD/3/conj its/PRP$/7/nmod:poss "
        "losses/NNS/5/obj at/IN/9/case 28/CD/5/obl on/IN/11/case Monday/NNP/5/obl ././3/punct"
    )
    assert told(found) == [("The army", "its losses at 28 on Monday")]


def test_a_name_before_the_verb_counts_where_the_tree_knows_no_subject() -> None:
    found = counted(
        "Its/PRP$/2/nmod:poss leader/NN/7/dep ,/,/4/punct Ada/NNP/2/appos Weir/NNP/4/flat ,/,/2/punct "
        "put/VBD/0/root losses/NNS/7/obj at/IN/10/case 28/CD/8/nmod when/WRB/13/mark she/PRP/13/nsubj "
        "came/VBD/7/advcl ././7/punct",
        PER="Ada Weir",
    )
    assert told(found) == [("Ada Weir", "losses at 28")]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            f"By/IN/4/case Norland/NNP/4/nmod:poss 's/POS/2/case reckoning/NN/7/obl {CAME}",
            "300 men came",
        ),
        (
            f"Norland/NNP/3/nmod:poss 's/POS/1/case count/NN/6/nsubj of/IN/5/case 300/CD/3/nmod {GREW}",
            "300",
        ),
        (
            f"Norland/NNP/4/nmod:poss 's/POS/1/case own/JJ/4/amod figure/NN/6/nsubj {WAS}",
            "26",
        ),
    ],
)
def test_whose_count_it_is_is_the_source(sentence: str, content: str) -> None:
    assert told(counted(sentence, LOC="Norland")) == [("Norland", content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland/NNP/2/nsubj counts/VBZ/0/root the/DT/4/det votes/NNS/2/obj ././2/punct",
        "Norland/NNP/2/nsubj spoke/VBD/0/root of/IN/4/case peace/NN/2/obl ././2/punct",
        "80,000/CD/2/nummod soldiers/NNS/4/nsubj:pass were/VBD/4/aux:pass counted/VBN/0/root ././4/punct",
        f"By/IN/4/case Norland/NNP/4/nmod:poss 's/POS/2/case side/NN/7/obl {CAME}",
    ],
)
def test_no_quantity_or_nobody_who_counts_is_no_statement(sentence: str) -> None:
    assert counted(sentence, LOC="Norland") == ()


def test_what_another_attribution_has_is_left_to_it() -> None:
    sentence = (
        "Ada/NNP/3/nsubj Weir/NNP/1/flat said/VBD/0/root Norland/NNP/5/nsubj counts/VBZ/3/ccomp "
        "300/CD/7/nummod men/NNS/5/obj ././3/punct"
    )
    text, _ = words(sentence)
    marked = Report(text).said("Ada Weir", "said", "Norland counts 300 men")
    found = counted(sentence, marked=marked, PER="Ada Weir", LOC="Norland")
    assert told(found) == [("Ada Weir", "Norland counts 300 men")]


def test_a_count_that_another_rejects_stays_its_owners() -> None:
    sentence = (
        "Sudland/NNP/2/nsubj rejected/VBD/0/root Norland/NNP/5/nmod:poss 's/POS/3/case count/NN/2/obj "
        "of/IN/7/case 300/CD/5/nmod ././2/punct"
    )
    text, _ = words(sentence)
    marked = Report(text).said("Sudland", "rejected", "Norland's count of 300")
    found = counted(sentence, marked=marked, LOC=["Norland", "Sudland"])
    assert sorted(told(found)) == [("Norland", "300"), ("Sudland", "Norland's count of 300")]


def test_a_speaker_without_content_has_the_quantity_that_follows() -> None:
    text = "An officer had spoken of somewhat more than 300 men, and left."
    report = (
        Report(text).said("An officer", "had spoken of").parsed(words("An/DT/2/det officer/NN/0/root")[1])
    )
    (found,) = report.statements()
    assert told((found,)) == [("An officer", "somewhat more than 300 men")]


@pytest.mark.parametrize("number", ["six", "at least six", "about a dozen", "thirty-two"])
def test_a_toll_may_be_put_in_words(number: str) -> None:
    rest = " ".join(f"{word}/NN/2/dep" for word in f"{number} dead".split())
    found = counted(f"Officials/NNS/2/nsubj put/VBD/0/root the/DT/4/det toll/NN/2/obj at/IN/2/dep {rest}")
    assert told(found) == [("Officials", f"the toll at {number} dead")]


@pytest.mark.parametrize("place", ["the start of two days", "one side", "a bank"])
def test_what_is_put_somewhere_is_no_count(place: str) -> None:
    rest = " ".join(f"{word}/NN/2/dep" for word in place.split())
    assert (
        counted(f"Officials/NNS/2/nsubj put/VBD/0/root the/DT/4/det tent/NN/2/obj at/IN/2/dep {rest}") == ()
    )
