"""Which person holds an office, by the syntax: apposition, description and predicate at any distance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tocsin.extract.roles.links import Link, Sentence
from tocsin.extract.roles.offices import Office
from tocsin.extract.tree import Tree

_DESCRIBES: Final = ("appos", "nmod:desc")


def links_of_tree(sentence: Sentence, tree: Tree, found: Sequence[Link]) -> Iterator[Link]:
    """Yield the offices that the order of words gave nobody and that the syntax gives a person."""
    taken = {link.office.head for link in found}
    for office in sentence.offices:
        head = tree.at(sentence.tokens[office.head].start)
        if head is None or office.rank or office.plural or office.head in taken:
            continue
        for person, past in _persons(sentence, tree, head):
            held = replace(office, former=office.former or past)
            yield Link(person=person, office=held, why="the syntax joins office and name", sure=0.65)
            break


def _persons(sentence: Sentence, tree: Tree, head: int) -> Iterator[tuple[int, bool]]:
    """Yield the persons whom an office's noun describes or is said of, and whether it is past."""
    for person, token in enumerate(sentence.tokens):
        if not token.is_person:
            continue
        top = tree.top(token.start, token.end)
        if top is None:
            continue
        if (tree.heads[head] == top and tree.related(head, _DESCRIBES)) or (
            tree.heads[top] == head and tree.relation(top) == "appos"
        ):
            yield person, False
        elif tree.heads[top] == head and tree.relation(top) == "nsubj":
            copula = tree.child(head, "cop")
            if copula is not None:
                yield person, sentence.known.has("past_copulas", tree.forms[copula])


def agrees(sentence: Sentence, tree: Tree, office: Office, person: int) -> bool:
    """Tell whether the syntax, where there is one, joins an office to a person directly."""
    head = tree.at(sentence.tokens[office.head].start)
    return head is not None and any(one == person for one, _ in _persons(sentence, tree, head))
