"""Phrases of office in a sentence: "the acting defence minister of Norland", "US Navy Capt."."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.extract.roles.lexicon import Lexicon
from tocsin.extract.roles.phrases import Range, noun_phrase
from tocsin.extract.roles.tokens import Token, words_of
from tocsin.record import NameType

_FARTHEST: Final = 7  # words of an office before its head
_UNKNOWN: Final = 2  # words of no list among them, where no tags tell what they are
_PHRASE: Final = 5  # words of the longest office that is a set phrase
_PEOPLES: Final = (NameType.NATIONALITY, NameType.STATE)
_NO_NOUN: Final = ("ed", "ly", "ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A phrase of office: tokens [first, last] with all that belongs to it; ranges are of the text."""

    first: int
    last: int
    head: int  # token of the noun
    role: Range
    body: Range | None = None
    former: bool = False
    plural: bool = False
    definite: bool | None = None  # "the", an owner: True; "a": False; bare: None
    rank: bool = False


def find_offices(tokens: Sequence[Token], known: Lexicon) -> tuple[Office, ...]:
    """Return the offices of a sentence in order, none overlapping another."""
    words = words_of(tokens)
    found: list[Office] = []
    free = len(tokens)  # the first token that a later office has
    for number in range(len(tokens) - 1, -1, -1):
        if number >= free or tokens[number].name is not None:
            continue
        office = _office(tokens, words, number, free, known) or _rank(tokens, words, number, known)
        if office is not None and office.last < free:
            found.append(office)
            free = office.first
    return tuple(reversed(found))


def _office(
    tokens: Sequence[Token], words: Sequence[str], head: int, free: int, known: Lexicon
) -> Office | None:
    size = known.office(words[max(0, head + 1 - _PHRASE) : head + 1])
    if not size or _is_no_head(tokens, head, free, known):
        return None
    before = _Before.of(tokens, words, head + 1 - size, known, heading=words[head] in known.headings)
    after = _after(tokens, words, head, free, known, need_body=before.body is None)
    return Office(
        first=before.first,
        last=after.last,
        head=head,
        role=(tokens[before.role].start, after.role_end),
        body=before.body or after.body,
        former=before.former,
        plural=any(
            word.endswith(("s", "men", "people")) and word != "boss"
            for word in words[head + 1 - size : head + 1]
        )
        and words[head] != "chargé d'affaires",
        definite=before.definite,
    )


def _is_no_head(tokens: Sequence[Token], head: int, free: int, known: Lexicon) -> bool:
    """Tell a verb ("they head home") and what only describes the noun after it ("member states")."""
    if tokens[head].tag.startswith("VB") and known.has("verbs", tokens[head].word):
        return True
    after = head + 1
    if after >= len(tokens) or after >= free:
        return False
    return tokens[after].name is None and tokens[after].tag.startswith("NN") and tokens[after].word.isalpha()


@dataclass(frozen=True, slots=True)
class _Walk:
    """How far the office goes to the left: its first own word, its body, and the token not yet read."""

    at: int
    role: int
    body: tuple[int, ...] = ()
    owned: bool = False


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before the head: the office's first own word, its body, its article."""

    first: int
    role: int
    body: Range | None
    former: bool
    definite: bool | None

    @classmethod
    def of(
        cls, tokens: Sequence[Token], words: Sequence[str], role: int, known: Lexicon, *, heading: bool
    ) -> "_Before":
        """Walk left from the office's set phrase, which begins at ``role``."""
        walk = _walk(tokens, words, role, known, heading=heading)
        at, role, body, former = walk.at, walk.role, walk.body, False
        while known.has("aside", words[role]) and known.office(words[role : role + 1]) == 0:
            former, role = former or known.has("past", words[role]), role + 1
        if body and known.has("aside", words[body[0]]):
            former, body = former or known.has("past", words[body[0]]), body[1:]
        if at >= 0 and known.has("aside", words[at]) and tokens[at].name is None:
            former, at = former or known.has("past", words[at]), at - 1
        definite: bool | None = True if walk.owned else None
        if at >= 0 and known.has("determiners", words[at]):
            definite = definite or words[at] not in ("a", "an", "one", "another")
            at -= 1
        place = (tokens[body[0]].start, tokens[body[-1]].end) if body else None
        return cls(at + 1, role, place, former, definite)


def _walk(
    tokens: Sequence[Token], words: Sequence[str], role: int, known: Lexicon, *, heading: bool
) -> _Walk:
    """Return what belongs to an office on its left: words of its own, then the body, then nothing more."""
    walk, unknown = _Walk(role - 1, role), 0
    while walk.at >= max(0, role - _FARTHEST) and not tokens[walk.at].is_mark:
        at, token = walk.at, tokens[walk.at]
        if _is_owner(words, at):
            body = tuple(_possessor(tokens, at, known))
            return _Walk((body[0] if body else at) - 1, walk.role, body, owned=True)
        if token.name is not None and not token.is_person and not known.has("aside", token.word):
            walk = _Walk(at - 1, walk.role, (at, *walk.body))
            if not (at and _goes_before(tokens[at - 1], token)):
                return walk
            continue
        if not _may_belong(token, known):
            return walk
        listed = known.has("modifiers", token.word)
        unknown += not listed and not token.tag
        if unknown > _UNKNOWN:
            return walk
        if walk.body or (heading and not listed and not token.tag.startswith("JJ")):
            walk = _Walk(at - 1, walk.role, (at, *walk.body))
        else:
            walk = _Walk(at - 1, at, walk.body)
    return walk


def _may_belong(token: Token, known: Lexicon) -> bool:
    """Tell whether a word may be one of an office's or its body's."""
    if token.is_person:
        return False
    if token.name is None and token.word != "then" and known.has("stops", token.word):
        return False
    return _may_stand(token, known)


def _is_owner(words: Sequence[str], at: int) -> bool:
    return words[at] == "'s" or (words[at] == "'" and at > 0 and words[at - 1].endswith("s"))


def _goes_before(token: Token, name: Token) -> bool:
    """Tell whether a people's name belongs to the body named after it: "Norwegian" "Foreign Ministry"."""
    if token.name is None or name.name is None or name.name.type in _PEOPLES:
        return False
    return token.name.type in _PEOPLES


def _may_stand(token: Token, known: Lexicon) -> bool:
    if known.has("modifiers", token.word):
        return True
    if token.tag:
        return token.tag.startswith(("NN", "JJ", "VBN", "VBG"))
    return token.word[0].isalpha() and not token.word.endswith(_NO_NOUN)


def _possessor(tokens: Sequence[Token], mark: int, known: Lexicon) -> list[int]:
    """Return the tokens that own the office: "the second-largest city" without its article."""
    found: list[int] = []
    at = mark - 1
    while at >= 0 and len(found) < _FARTHEST and not tokens[at].is_mark:
        token = tokens[at]
        if token.name is None and not _may_belong(token, known):
            break
        apart = bool(found) and token.name is not None and not _goes_before(token, tokens[found[0]])
        if apart and (tokens[found[0]].name is not None or token.is_person):
            break
        found.insert(0, at)
        at -= 1
    return found


@dataclass(frozen=True, slots=True)
class _After:
    """What stands after the head: where the office's own words end, its body, the last token."""

    role_end: int
    last: int
    body: Range | None


def _after(
    tokens: Sequence[Token], words: Sequence[str], head: int, free: int, known: Lexicon, *, need_body: bool
) -> _After:
    role_end, last, body = tokens[head].end, head, None
    while last + 2 < min(free, len(tokens)) and (word := words[last + 1]) in _JOINS:
        phrase = noun_phrase(tokens, words, last + 2, free, known)
        if phrase is None:
            break
        kind = _complement(words, head, word, phrase.words, known)
        if kind == "role" and last == head:
            role_end = phrase.range[1]
        elif kind == "body" and need_body and body is None:
            body = phrase.range if phrase.told else None
        last = phrase.last
    return _After(role_end, last, body)


_JOINS: Final = ("of", "for", "to", "at", "with", "in", "on")


def _complement(words: Sequence[str], head: int, join: str, phrase: Sequence[str], known: Lexicon) -> str:
    """Return what a phrase after the head is: part of the office, its body, or neither."""
    noun = words[head]
    field = all(known.has("fields", word) or word in ("and", "the") for word in phrase)
    if join in ("of", "for", "on") and field and noun not in known.headings - {"secretary-general"}:
        return "role"
    if join == "for":
        field = field or not known.has("spoken_for", noun)
        return "role" if field else "body"
    if join == "to":
        return "role" if known.has("sent_to", noun) else "body" if known.has("spoken_for", noun) else ""
    return "body" if join in ("of", "at", "with") else ""


def _rank(tokens: Sequence[Token], words: Sequence[str], last: int, known: Lexicon) -> Office | None:
    """Return the rank whose last word is a token and which a person's name follows: "Lt. Gen."."""
    plain = [n for n in range(max(0, last - 2 * _PHRASE), last + 1) if words[n] != "."]
    ends = last + (last + 1 < len(words) and words[last + 1] == ".")
    if not words[last].isalpha() or ends + 1 >= len(tokens) or not tokens[ends + 1].is_person:
        return None
    sizes = range(min(_PHRASE, len(plain)), 0, -1)
    size = next((n for n in sizes if known.rank([words[p] for p in plain[-n:]]) == n), 0)
    if not size:
        return None
    first = start = plain[-size]
    body, former = None, False
    if start and (name := tokens[start - 1].name) and name.type is not NameType.PERSON:
        start -= 1
        body = (tokens[start].start, tokens[start].end)
    elif start and known.has("past", words[start - 1]):
        start, former = start - 1, True
    role = (tokens[first].start, tokens[ends].end)
    return Office(first=start, last=ends, head=first, role=role, body=body, former=former, rank=True)


def by_first(offices: Sequence[Office]) -> dict[int, Office]:
    """Return offices by their first token."""
    return {office.first: office for office in offices}
