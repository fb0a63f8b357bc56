"""What a user types to search ⇄ what the index is asked. Any string is safe: only words go through."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_PARTS = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that stand next to one another; with ``prefix`` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False


def terms_of(typed: str) -> tuple[Term, ...]:
    """Return what is looked for: words, "phrases in quotes", and beginnings*.

    >>> [term.words for term in terms_of('troops "Black Sea" U.S.')]
    [('troops',), ('Black', 'Sea'), ('U', 'S')]
    >>> terms_of("mobilis*")
    (Term(words=('mobilis',), prefix=True),)
    >>> terms_of('" OR * --')
    (Term(words=('OR',), prefix=False),)
    """
    found = []
    for phrase, word in _PARTS.findall(typed):
        if words := tuple(_words(phrase or word)):
            found.append(Term(words=words, prefix=word.endswith("*")))
    return tuple(found)


def match_of(terms: Iterable[Term]) -> str:
    """Return the terms in the query language of FTS5, all of them wanted.

    >>> match_of(terms_of('troops "Black Sea" mobilis*'))
    '"troops" "Black Sea" "mobilis"*'
    """
    return " ".join(f'"{" ".join(term.words)}"{"*" if term.prefix else ""}' for term in terms)


def holds(text: str, terms: Sequence[Term]) -> bool:
    """Tell whether a text has all the terms, without regard to case and accents, as the index does.

    >>> holds("Sergueï Choïgou", terms_of("choigou"))
    True
    """
    words = [_fold(word) for word in _words(text)]
    return all(_stands(words, term) for term in terms)


@lru_cache(maxsize=1 << 15)  # the names of a case come again and again
def folded(text: str) -> str:
    """Return the words of a text as they are compared, one space apart.

    >>> folded("Sergueï CHOÏGOU!")
    'serguei choigou'
    """
    return " ".join(_fold(word) for word in _words(text))


def patterns(terms: Iterable[Term]) -> list[str]:
    """Return what a folded text with all the terms is like, for LIKE; words have none of its signs.

    >>> patterns(terms_of('Choïgou "Black Sea"'))
    ['%choigou%', '%black sea%']
    """
    return [f"%{' '.join(_fold(word) for word in term.words)}%" for term in terms]


def _stands(words: Sequence[str], term: Term) -> bool:
    wanted = [_fold(word) for word in term.words]
    size = len(wanted)
    for at in range(len(words) - size + 1):
        here = words[at : at + size]
        if here == wanted or (term.prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])):
            return True
    return False


def _words(text: str) -> Iterable[str]:
    """Return the runs of letters, digits and marks, as SQLite's unicode61 cuts them."""
    return "".join(letter if unicodedata.category(letter)[0] in "LNM" else " " for letter in text).split()


def _fold(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
