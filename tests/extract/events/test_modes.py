"""Modes and contexts by the words of the clause."""

import pytest

from tests.extract.events.making import Story
from tocsin.extract.events.modes import contexts_of, mode_of, mode_terms, scope
from tocsin.extract.tree import Tree
from tocsin.ontology.events import kinds
from tocsin.record import EventType


def _mode(row: str, word: str, kind: str) -> str | None:
    made = Story(row)
    tree = Tree.of(made.text, made.words)
    return mode_of(tree, tree.forms.index(word), EventType(kind), language="en")


@pytest.mark.parametrize(
    ("row", "word", "kind", "mode"),
    [
        ("Norland/NNP/2/nsubj shelled/VBD/0/root Vesk/NNP/2/obj", "shelled", "ASSAULT", "heavy-weapons"),
        ("Norland/NNP/2/nsubj fired/VBD/0/root rockets/NNS/2/obj", "fired", "ASSAULT", "heavy-weapons"),
        ("Norland/NNP/2/nsubj fired/VBD/0/root", "fired", "ASSAULT", "firearms"),
        ("Drones/NNS/2/nsubj hit/VBD/0/root Vesk/NNP/2/obj", "hit", "ASSAULT", "drone"),
        ("Norland/NNP/2/nsubj sent/VBD/0/root soldiers/NNS/2/obj", "sent", "MOBILIZE", "troops"),
        ("Norland/NNP/2/nsubj moved/VBD/0/root", "moved", "MOBILIZE", None),
        (
            "Weir/NNP/2/nsubj urged/VBD/0/root Norland/NNP/2/obj to/TO/5/mark stop/VB/2/xcomp it/PRP/5/obj",
            "urged", "REQUEST", "yield",
        ),
        ("Clerks/NNS/2/nsubj marched/VBD/0/root", "marched", "PROTEST", "demo"),
        ("Norland/NNP/2/nsubj helped/VBD/0/root Vesk/NNP/2/obj", "helped", "AID", None),
    ],
)  # fmt: skip
def test_the_mode_of_an_event(row: str, word: str, kind: str, mode: str | None) -> None:
    assert _mode(row, word, kind) == mode


def test_all_modes_of_the_manual_have_words() -> None:
    for kind, terms in mode_terms("en").items():
        told = {label for found in terms.firsts.values() for _, label in found}
        assert told == set(kinds()[kind].modes)


def test_contexts_come_in_the_manuals_order() -> None:
    made = Story(
        "Diplomats/NNS/2/nsubj denounced/VBD/0/root the/DT/5/det missile/NN/5/compound drill/NN/2/obj"
    )
    tree = Tree.of(made.text, made.words)
    assert contexts_of(tree, scope(tree, 1)) == ("military", "diplomatic")
    assert contexts_of(tree, []) == ()
