"""Which person holds an office, by the order of words: before the name, in apposition, as predicate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tocsin.extract.roles.lexicon import Lexicon
from tocsin.extract.roles.offices import Office, by_first
from tocsin.extract.roles.phrases import Range, noun_phrase
from tocsin.extract.roles.tokens import Token, words_of
from tocsin.record import NameType
from tocsin.record.name import BODIES

_BREAKS: Final = (",", "–", "—", "(", "-")
_CLOSES: Final = (",", ".", ";", ":", ")", "–", "—", "-", "”", '"', "?", "!")
_GO_ON: Final = ("from", "until", "since", "between", "who", "and", "in", "but", "to", "during", "on", "or")
_WAS: Final = ("was", "is", "were", "been", "be", "being")
_HAVE: Final = ("has", "had", "have")
_LONGEST_LIST: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A person (a token's number) and an office, with the rule that joined them."""

    person: int
    office: Office
    why: str
    sure: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words with its offices: what the rules ask of it."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    offices: tuple[Office, ...]
    known: Lexicon

    @classmethod
    def of(cls, tokens: tuple[Token, ...], offices: tuple[Office, ...], known: Lexicon) -> "Sentence":
        """Return the sentence of tokens and the offices found in them."""
        return cls(tokens, words_of(tokens), offices, known)

    def word(self, at: int) -> str:
        """Return the lower-cased word at a number, nothing outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_person(self, at: int) -> bool:
        """Tell whether a token is a person's name."""
        return 0 <= at < len(self.tokens) and self.tokens[at].is_person

    def person_from(self, at: int) -> int | None:
        """Return the person's name that begins at a token or behind titles and offices there."""
        starts = by_first(self.offices)
        while at < len(self.tokens) and not self.is_person(at):
            if (office := starts.get(at)) is not None and office.definite is None:
                at = office.last + 1
            elif self.known.has("honorifics", self.words[at]):
                at += 1 + (self.word(at + 1) == ".")
            else:
                return None
        return at if at < len(self.tokens) else None

    def person_before(self, at: int) -> int | None:
        """Return the person's name that ends before a comma at a token, its age between them left out."""
        if self.word(at) not in _BREAKS:
            return None
        before = at - 1
        if self.word(before).isdigit() and self.word(before - 1) == ",":
            before -= 2
        elif self.word(before) == ")":
            before = next((n for n in range(before, max(-1, before - 5), -1) if self.word(n) == "("), 0) - 1
        return before if self.is_person(before) else None

    def back_over_adverbs(self, at: int) -> tuple[int, bool]:
        """Return the number before adverbs such as "now", and whether one says that it is past."""
        past = False
        while self.known.has("adverbs", self.word(at)) or self.word(at) == "until":
            past = past or self.known.has("past", self.word(at)) or self.word(at) == "until"
            at -= 1
        return at, past


def links(sentence: Sentence) -> tuple[Link, ...]:
    """Return who holds which office in a sentence; an office goes to one rule, the surest first."""
    found: list[Link] = []
    for office in sentence.offices:
        joined = next((made for rule in _RULES if (made := tuple(rule(sentence, office, found)))), ())
        found.extend(joined)
    return (*found, *_leading(sentence))


def _before_name(sentence: Sentence, office: Office, _: Sequence[Link]) -> Iterator[Link]:
    """Join "Defence Minister Ada Weir"; "Ministers Ada Weir (Norland) and Jon Bell (Sudland)"."""
    person = sentence.person_from(office.last + 1)
    if person is None:
        return
    why = "the rank stands before the name" if office.rank else "the office stands before the name"
    for number, (at, body) in enumerate(_listed(sentence, person)):
        if number and not office.plural:
            return
        held = replace(office, body=body) if body and office.body is None else office
        yield Link(person=at, office=held, why=why, sure=0.95 if not number else 0.85)


def _listed(sentence: Sentence, first: int) -> Iterator[tuple[int, Range | None]]:
    """Yield a person and those joined to them, each with the body that brackets or "of" give."""
    at: int | None = first
    while at is not None and at - first < 4 * _LONGEST_LIST:
        body, after = _own_body(sentence, at)
        yield at, body
        while sentence.word(after) in (",", "and"):
            after += 1
        at = after if after > at + 1 and sentence.is_person(after) else None


def _own_body(sentence: Sentence, person: int) -> tuple[Range | None, int]:
    """Return what "(France)" or "of France" after a person names, and the token after it."""
    at = person + 1
    if sentence.word(at) not in ("(", "of") or at + 1 >= len(sentence.tokens):
        return None, at
    token = sentence.tokens[at + 1]
    if token.name is None or token.name.type is NameType.PERSON:
        return None, at
    if sentence.word(at) == "of":
        return (token.start, token.end), at + 2
    return ((token.start, token.end), at + 3) if sentence.word(at + 2) == ")" else (None, at)


def _after_name(sentence: Sentence, office: Office, found: Sequence[Link]) -> Iterator[Link]:
    """Join "Ada Weir, 54, the defence minister of Norland,": an apposition behind the name."""
    at, past = sentence.back_over_adverbs(office.first - 1)
    before = next((n for n in (at, at - 1) if sentence.word(n) == ","), at)
    person = sentence.person_before(before if before == at else at)
    if office.rank or person is None or not _closes(sentence, office.last + 1):
        return
    titled = any(link.person == person and link.office.last < person for link in found)
    named = _name_after(sentence, office)
    if named is not None and office.definite and titled:
        return  # "Minister Ada Weir, the mayor, Jon Bell, …": the office is of the name behind it
    why = "the office stands in apposition after the name"
    held = replace(office, former=office.former or past)
    if not office.plural:
        yield Link(person=person, office=held, why=why, sure=0.9)
        return
    people = _back_list(sentence, person)
    if len(people) > 1:
        for one in people:
            yield Link(person=one, office=held, why=why, sure=0.8)


def _back_list(sentence: Sentence, last: int) -> list[int]:
    """Return persons that "and" and commas join, the last one given."""
    found, at = [last], last - 1
    while sentence.word(at) in (",", "and") and len(found) < _LONGEST_LIST:
        at -= 1
        if sentence.is_person(at):
            found.append(at)
            at -= 1
    return found


def _closes(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    return not word or word in _CLOSES or word in _GO_ON


def _name_after(sentence: Sentence, office: Office) -> int | None:
    """Return the person named behind the office and a comma."""
    if sentence.word(office.last + 1) not in _BREAKS:
        return None
    person = sentence.person_from(office.last + 2)
    return None if person is None or sentence.word(person + 1) in ("'s", "'") else person


def _name_in_apposition(sentence: Sentence, office: Office, _: Sequence[Link]) -> Iterator[Link]:
    """Join "The defence minister, Ada Weir, said": the name is the apposition."""
    person = _name_after(sentence, office)
    if person is None or office.rank or (office.definite is None and not office.body):
        return
    listed = list(_listed(sentence, person))
    why = "the name stands in apposition after the office"
    if office.plural and len(listed) > 1:
        for at, body in listed:
            held = replace(office, body=body) if body and office.body is None else office
            yield Link(person=at, office=held, why=why, sure=0.8)
    elif not office.plural and (_closes(sentence, person + 1) or office.definite):
        yield Link(person=person, office=office, why=why, sure=0.9)


def _joined(sentence: Sentence, office: Office, found: Sequence[Link]) -> Iterator[Link]:
    """Join "Ada Weir, president of the board and chair of the bank": a second office of the same person."""
    if not found or sentence.word(office.first - 1) != "and" or office.definite:
        return
    last = found[-1]
    if last.office.last == office.first - 2 and last.person < last.office.first:
        yield replace(last, office=replace(office, former=office.former or last.office.former), sure=0.75)


def _predicate(sentence: Sentence, office: Office, found: Sequence[Link]) -> Iterator[Link]:
    """Join "Ada Weir was minister until 2019", "who serves as", "was named governor"."""
    has = sentence.known.has
    at, past = sentence.back_over_adverbs(office.first - 1)
    as_, at = (True, at - 1) if sentence.word(at) == "as" else (False, at)
    named = has("appointing", sentence.word(at))
    if named:
        at -= 1
        if not as_ and sentence.word(at) not in _WAS:
            return
    elif not (
        has("serving", sentence.word(at))
        if as_
        else has("copulas", sentence.word(at)) or sentence.word(at) == "been"
    ):
        return
    at, earlier = sentence.back_over_adverbs(at)
    past = (
        past
        or earlier
        or (not named and (has("past_copulas", sentence.word(at)) or sentence.word(at) == "served"))
    )
    if sentence.word(at) in _WAS or has("copulas", sentence.word(at)) or has("serving", sentence.word(at)):
        at -= 1
    past = past or (sentence.word(at) == "had" and not named)
    while sentence.word(at) in _HAVE or has("adverbs", sentence.word(at)):
        at -= 1
    person = _subject(sentence, at, found)
    if person is not None:
        held = replace(office, former=office.former or past)
        yield Link(person=person, office=held, why="the office is said of the name", sure=0.85)


def _subject(sentence: Sentence, at: int, found: Sequence[Link]) -> int | None:
    """Return the person who is the subject of a verb that follows a token."""
    if sentence.word(at) == "and":
        return found[-1].person if found and found[-1].office.last < at else None
    if sentence.word(at) == "who":
        at -= 1
        if sentence.word(at) == ",":
            return sentence.person_before(at)
        return at if sentence.is_person(at) else None
    if sentence.word(at) == ",":
        return next((link.person for link in reversed(found) if link.office.last == at - 1), None)
    governed = sentence.word(at - 1) in ("of", "by", "with", "to", "for", "from", "than", "and")
    return at if sentence.is_person(at) and not governed else None


def _as_office(sentence: Sentence, office: Office, _: Sequence[Link]) -> Iterator[Link]:
    """Join "As defence minister, Ada Weir signed": said of the subject that follows."""
    if sentence.word(office.first - 1) == "as" and (
        office.first == 1 or sentence.word(office.first - 2) in _CLOSES
    ):
        person = _name_after(sentence, office)
        if person is not None:
            yield Link(person=person, office=office, why="the name acts as holder of the office", sure=0.7)


def _leading(sentence: Sentence) -> Iterator[Link]:
    """Join "Ada Weir, who heads the mission": the verb is the office, its object the body."""
    known = sentence.known
    for at, token in enumerate(sentence.tokens):
        if token.name is not None or not known.has("leading", token.word):
            continue
        if token.tag and not token.tag.startswith("VB"):
            continue
        before, _ = sentence.back_over_adverbs(at - 1)
        had = sentence.word(before)
        before -= had in _HAVE
        person = _subject(sentence, before, ()) if sentence.word(before) not in ("and", ",") else None
        phrase = noun_phrase(sentence.tokens, sentence.words, at + 1, len(sentence.tokens), known)
        if person is None or phrase is None or not phrase.told or not _is_body(sentence, at, phrase.last):
            continue
        former = known.has("past_leading", token.word) and had not in ("has", "have")
        office = Office(
            first=at,
            last=phrase.last,
            head=at,
            role=(token.start, token.end),
            body=phrase.range,
            former=former,
        )
        yield Link(person=person, office=office, why="the verb says that the person leads it", sure=0.8)


def _is_body(sentence: Sentence, verb: int, last: int) -> bool:
    """Tell whether what is led can be: its last noun says so, or it ends with a body's name."""
    if sentence.known.has("bodies", sentence.word(last)):
        return True
    name = sentence.tokens[last].name
    organised = name is not None and name.type in BODIES
    inner = any(sentence.known.has("bodies", sentence.word(n)) for n in range(verb + 1, last))
    return organised or inner


_RULES: Final = (_before_name, _after_name, _name_in_apposition, _joined, _predicate, _as_office)
