"""Datelines cut off from the sentences that they open: "OSLO – The minister left" is about the minister.

The model reads a dateline as a part of its first sentence, mostly as a second subject.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tocsin.model.layers import Word
from tocsin.record import BlockKind, Document

_LENT: Final = ("appos", "parataxis", "dep", "vocative", "nsubj")  # what a second subject is taken for
_MADE: Final = ("acl", "appos", "parataxis", "advcl", "conj")  # what a sentence hung on a dateline is


def apart(document: Document, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with no link between those of a dateline and others; without datelines as they are.

    A verb that hung on a dateline heads its sentence; a noun that stood beside one is its verb's subject.
    """
    found = tuple(words)
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            found = _cut(found, block.start, block.end)
    return found


def _cut(words: tuple[Word, ...], start: int, end: int) -> tuple[Word, ...]:
    inside = frozenset(n for n, word in enumerate(words) if start <= word.start < end)
    subjects = {
        words[n].head for n in inside if words[n].relation == "nsubj" and words[n].head not in inside
    } - {-1}
    made = list(words)
    for number, word in enumerate(words):
        if word.head >= 0 and (number in inside) is not (word.head in inside):
            made[number] = _freed(word, opens=number not in inside)
            if number not in inside:
                subjects.add(number)
    for verb in subjects:
        _with_subject(made, verb, inside)
    return tuple(made)


def _freed(word: Word, *, opens: bool) -> Word:
    """Return a word that hangs on nothing; ``opens``: it heads the sentence behind the dateline."""
    heads = opens and word.relation.partition(":")[0] in _MADE
    return replace(word, head=-1, relation="root" if heads or not opens else word.relation)


def _with_subject(words: list[Word], verb: int, inside: frozenset[int]) -> None:
    """Make the noun before a verb its subject, where the dateline has been taken for it."""
    own = [n for n, word in enumerate(words) if word.head == verb and n not in inside and n < verb]
    if not words[verb].tag.startswith("VB") or any(words[n].relation.startswith("nsubj") for n in own):
        return
    beside = (n for n in own if words[n].relation in _LENT and words[n].tag.startswith(("NN", "PRP")))
    if (noun := next(beside, None)) is not None:
        words[noun] = replace(words[noun], relation="nsubj")
