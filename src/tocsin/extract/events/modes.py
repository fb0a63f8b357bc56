"""PLOVER's modes and contexts, by the words of the event's own clause."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tocsin.extract.events.terms import Terms
from tocsin.extract.tree import Tree
from tocsin.lang import entries, section, table
from tocsin.ontology.events import context_words, contexts, kinds
from tocsin.record import EventType

_NEAR: Final = 14  # words from the trigger within which its mode is told
_BESIDE: Final = 6  # words on either side of it, where none below it tells one
_TOLD: Final = frozenset(
    (EventType.REQUEST, EventType.REJECT, EventType.THREATEN)
)  # by what is asked, refused …
_CLAUSES: Final = frozenset(("parataxis", "discourse", "vocative"))


@cache
def mode_terms(language: str) -> dict[EventType, Terms]:
    """Return the words that tell the modes of each type that has any."""
    data = section(table(language, "events"), "modes")
    return {
        kind: Terms.of({mode: entries(section(data, kind.value), mode) for mode in _ordered(data, kind)})
        for kind, row in kinds().items()
        if row.modes
    }


def _ordered(data: dict[str, object], kind: EventType) -> Iterable[str]:
    """Return the modes in the order of the language's file, which puts the more telling first."""
    return section(data, kind.value).keys()


@cache
def weak_terms(language: str) -> Terms:
    """Return the words of modes that count only where no other word tells one: "fire", "hit"."""
    return Terms.plain(entries(section(table(language, "events"), "modes"), "weak"))


def mode_of(tree: Tree, word: int, kind: EventType, *, language: str, more: Iterable[int] = ()) -> str | None:
    """Return the mode of an event, None where no word tells one.

    The trigger's own word counts first, unless it is a weak one or the type's mode is what is asked
    for, refused or threatened; then the nearest word below it, then beside it. ``more`` are words besides its
    clause's, as those of a statement's content.
    """
    terms = mode_terms(language).get(kind)
    if terms is None:
        return None
    own = terms.at(tree.forms, word)
    if own is not None and kind not in _TOLD and weak_terms(language).at(tree.forms, word) is None:
        return own
    for numbers in (_under(tree, word), more, _beside(tree, word)):
        for number in sorted(numbers, key=lambda n: abs(n - word)):
            if number != word and (told := terms.at(tree.forms, number)) is not None:
                return told
    return own


def _under(tree: Tree, word: int) -> Iterator[int]:
    yield from (number for number in scope(tree, word) if abs(number - word) <= _NEAR)


def _beside(tree: Tree, word: int) -> Iterator[int]:
    """Yield the words near another in its own sentence; a generator, since few events come to need it."""
    root = _root(tree, word)
    near = range(max(0, word - _BESIDE), min(len(tree), word + _BESIDE + 1))
    yield from (number for number in near if _root(tree, number) == root)


def _root(tree: Tree, word: int) -> int:
    return next((above for above in (word, *tree.ancestors(word)) if tree.heads[above] < 0), word)


def scope(tree: Tree, word: int) -> list[int]:
    """Return the words of an event: those below its trigger, and below the verb that carries a noun."""
    roots = [word]
    if not tree.is_verb(word) and tree.heads[word] >= 0 and tree.is_verb(tree.heads[word]):
        roots.append(tree.heads[word])
    return sorted({number for root in roots for number in _below(tree, root)})


def _below(tree: Tree, root: int) -> Iterator[int]:
    """Yield a word and those below it, without joined clauses and relative clauses."""
    waiting = [root]
    while waiting:
        yield (word := waiting.pop())
        waiting.extend(
            child
            for child in tree.children(word)
            if tree.bases[child] not in _CLAUSES
            and not (tree.bases[child] == "conj" and tree.heads_clause(child))
            and tree.relation(child) != "acl:relcl"
        )


@cache
def _context_terms() -> Terms:
    return Terms.of(context_words())


@cache
def _rank() -> dict[str, int]:
    return {name: number for number, name in enumerate(contexts())}


def contexts_of(tree: Tree, words: Iterable[int]) -> tuple[str, ...]:
    """Return the contexts that some words tell, in the manual's order."""
    terms = _context_terms()
    found = {name for number in words for name in terms.all_at(tree.forms, number)}
    return tuple(sorted(found, key=_rank().__getitem__))
