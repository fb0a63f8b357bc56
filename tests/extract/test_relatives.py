"""Whom "which" and "who" take up: an owned noun, and not the subject of the sentence."""

from tests.extract.build import Report
from tests.extract.trees import words

ROW = (
    "Rebels/NNS/2/nsubj blamed/VBD/0/root Norland/NNP/5/nmod:poss 's/POS/3/case army/NN/2/obj ,/,/8/punct "
    "which/WDT/8/nsubj denies/VBZ/5/acl:relcl the/DT/10/det shelling/NN/8/obj ././2/punct"
)


def report() -> Report:
    text, found = words(ROW)
    return Report(text).names(LOC="Norland").parsed(found)


def test_a_relative_behind_an_owned_noun_is_the_whole_of_it() -> None:
    assert report().said("which", "denies", "the shelling").speakers() == ["Norland's army"]


def test_the_subject_of_a_cue_is_its_own_relative_not_the_sentences_subject() -> None:
    (found,) = report().said("Rebels", "denies", "the shelling").statements()
    assert found.source is not None
    assert found.source.text == "which"
    assert found.speaker is not None
    assert found.speaker.name == "Norland's army"


def test_a_description_holds_no_verb() -> None:
    text, found = words(
        "The/DT/2/det mayor/NN/3/nsubj thanked/VBD/0/root a/DT/6/det Norlandish/JJ/6/amod diplomat/NN/3/obj "
        ",/,/9/punct who/WP/9/nsubj said/VBD/6/acl:relcl he/PRP/11/nsubj knew/VBD/9/ccomp ././3/punct"
    )
    made = Report(text).names(MISC="Norlandish").parsed(found).said("who", "said", "he knew")
    assert made.speakers() == ["a Norlandish diplomat"]
