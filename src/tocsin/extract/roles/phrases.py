"""Noun phrases to the right of a word, by tags where they are known, else by small words that end them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.extract.roles.lexicon import Lexicon
from tocsin.extract.roles.tokens import Token

Range = tuple[int, int]

_LONGEST: Final = 8
_VERBAL: Final = ("ed", "ly")
_NOMINAL: Final = ("NN", "JJ", "CD", "POS", "VBN", "VBG", "HYPH", "AFX", "FW")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its article; ``told`` is False where a pronoun owns it or nothing names it."""

    range: Range
    words: tuple[str, ...]
    last: int
    told: bool


def noun_phrase(
    tokens: Sequence[Token], words: Sequence[str], at: int, end: int, known: Lexicon
) -> Phrase | None:
    """Return the noun phrase that begins at a token and ends before token ``end``; None for none."""
    first = at
    owned = at < len(tokens) and known.has("possessives", words[at])
    if at < min(end, len(tokens)) and known.has("determiners", words[at]) and tokens[at].name is None:
        first += 1
    last = first - 1
    while last + 1 < min(end, len(tokens), first + _LONGEST) and _goes_on(
        tokens, words, first, last + 1, known
    ):
        last += 1
    while last >= first and words[last] in ("'s", "of", "and", "'"):
        last -= 1
    if last < first:
        return None
    return Phrase((tokens[first].start, tokens[last].end), tuple(words[first : last + 1]), last, not owned)


def _goes_on(tokens: Sequence[Token], words: Sequence[str], first: int, at: int, known: Lexicon) -> bool:
    """Tell whether a token still belongs to the phrase that begins at ``first``."""
    token, word = tokens[at], words[at]
    if token.name is not None:
        return not token.is_person or at == first
    if token.is_mark or (at > first and tokens[at - 1].is_person and word != "'s"):
        return False
    if word in ("'s", "of", "and"):
        joins = word == "'s" or (
            _names_on(tokens, words, at + 1) if word == "of" else _is_field_pair(words, at, known)
        )
        return at > first and joins
    return _is_nominal(token, known, opens=at == first) and not (
        known.office(words[at : at + 1]) and _is_person_next(tokens, at)
    )


def _is_nominal(token: Token, known: Lexicon, *, opens: bool) -> bool:
    """Tell a word of a noun phrase, by its tag where there is one."""
    if known.has("stops", token.word):
        return False
    if token.tag:
        return token.tag.startswith(_NOMINAL)
    return token.word[0].isalnum() and (opens or not token.word.endswith(_VERBAL))


def _names_on(tokens: Sequence[Token], words: Sequence[str], at: int) -> bool:
    """Tell whether "of" goes on with a name or another noun: "the Bank of Norland", "council of elders"."""
    at += at < len(tokens) and words[at] == "the"
    return at < len(tokens) and not tokens[at].is_person and not tokens[at].is_mark


def _is_field_pair(words: Sequence[str], at: int, known: Lexicon) -> bool:
    """Tell "defence and security": two fields of one office."""
    return at + 1 < len(words) and all(known.has("fields", words[n]) for n in (at - 1, at + 1))


def _is_person_next(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].is_person
