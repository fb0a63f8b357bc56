"""What the phrase of a source says of its speaker: a name, a description, a pronoun, or that it is anonymous.

English noun phrases end with their head, but for what prepositions, commas and relative clauses
add: "Ukraine's defence minister Andrii Taran, who …" names Taran, "an adviser to Taran" does not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import Final

from tocsin.extract.names import NameIndex
from tocsin.extract.tidy import Range
from tocsin.extract.vocabulary import Traits, Vocabulary
from tocsin.extract.words import POSSESSIVE, Word, conjuncts, segments, words_of
from tocsin.record import Name, NameType

_LONGEST_AGAIN: Final = 4  # words of "the Ukrainian foreign ministry"
_LONGEST_UNKNOWN: Final = 4


class Shape(StrEnum):
    """How a source phrase speaks of the speaker."""

    NAMED = "named"
    DESCRIBED = "described"
    UNNAMED = "unnamed"
    PRONOUN = "pronoun"
    FIRST_PERSON = "first person"
    SECOND_PERSON = "second person"
    RELATIVE = "relative"
    STATEMENT = "statement"
    AGAIN = "again"  # a definite description that may take up a speaker before


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source phrase as read; [start, end) is where the name or the description stands."""

    shape: Shape
    start: int
    end: int
    traits: Traits
    roles: frozenset[str]  # nouns that say what the speaker is
    key: str  # two mentions with one key are of one speaker
    head: str = ""


class Reader:
    """Reads the source phrases of one report."""

    __slots__ = ("_genders", "_names", "_text", "_vocabulary")

    def __init__(self, text: str, names: NameIndex, vocabulary: Vocabulary) -> None:
        self._text = text
        self._names = names
        self._vocabulary = vocabulary
        persons = (name.span.text for name in names.names if name.type is NameType.PERSON)
        self._genders = {  # what "Angela Merkel" tells of a later "Merkel"
            text.split()[-1]: gender for text in persons if (gender := vocabulary.gender(text, frozenset()))
        }

    def read(self, start: int, end: int, *, opens: bool) -> Phrase:
        """Return what a phrase says; where it ``opens`` its sentence a capital says nothing."""
        words = words_of(self._text, start, end)
        if (pronoun := self._pronoun(words)) is not None:
            return pronoun
        if when := self._vocabulary.when.search(self._text[start:end]):
            end = start + when.start() if when.start() > 0 else end
        parts = segments(self._text, start, end) or [(start, end)]
        names = self._names.within(start, end)
        named = self._listed(names, start, end) or self._person(names, parts, words)
        named = named or self._titled(names, parts[0], words) or self._apposed(names, parts, words)
        named = named or self._unknown(parts[0], opens=opens)
        return named or self._description(parts[0], names, words)

    # -- pronouns -------------------------------------------------------------------------------

    def _pronoun(self, words: Sequence[Word]) -> Phrase | None:
        known = self._vocabulary
        kept = [word for word in words if word.text not in known.fillers]
        if len(kept) != 1 or kept[0].possessive:
            return None
        word = kept[0]
        shape = (
            Shape.PRONOUN
            if word.text in known.pronouns
            else Shape.FIRST_PERSON
            if word.text in known.first_person
            else Shape.SECOND_PERSON
            if word.text in known.second_person
            else Shape.RELATIVE
            if word.text in known.relative
            else None
        )
        if shape is None:
            return None
        traits = known.pronouns.get(word.text, Traits())
        return Phrase(
            shape=shape,
            start=word.start,
            end=word.end,
            traits=traits,
            roles=frozenset(),
            key=word.text,
            head=word.text,
        )

    # -- names ----------------------------------------------------------------------------------

    def _listed(self, names: Sequence[Name], start: int, end: int) -> Phrase | None:
        """One name and nothing else, or several joined: "Estonia, Latvia and Lithuania"."""
        if not names or all(name.type is NameType.NATIONALITY for name in names):
            return None
        at = start
        for name in names:
            if not self._vocabulary.joined.fullmatch(self._text, at, name.span.start):
                return None
            at = name.span.end
        if self._text.startswith(POSSESSIVE, at) and at + 2 <= end:
            at += 2
        rest = self._text[at:end].strip(" ,'’.")
        return None if rest else self._several(names, frozenset())

    def _several(self, names: Sequence[Name], context: frozenset[str]) -> Phrase:
        first, last = names[0], names[-1]
        persons = [name.type is NameType.PERSON for name in names]
        single = first is last
        human = True if all(persons) else None if any(persons) or first.type is NameType.OTHER else False
        text = self._text[first.span.start : last.span.end]
        gender = ""
        if single and persons[0]:
            gender = self._vocabulary.gender(text, context) or self._genders.get(text.split()[-1], "")
        return Phrase(
            shape=Shape.NAMED,
            start=first.span.start,
            end=last.span.end,
            traits=Traits(plural=not single, human=human, gender=gender),
            roles=context & self._vocabulary.nouns.keys(),
            key=(text.split()[-1] if single and persons[0] else text).casefold(),
            head=text.split()[-1].lower(),
        )

    def _person(self, names: Sequence[Name], parts: Sequence[Range], words: Sequence[Word]) -> Phrase | None:
        """A person whom the first part names: "US President Joe Biden", not "an aide to Joe Biden"."""
        heads = [n for n in self._heads(names, parts[0], words) if n.type is NameType.PERSON]
        if not heads:
            return None
        joined = [heads[0]]
        for name in heads[1:]:
            between = words_of(self._text, joined[-1].span.end, name.span.start)
            if between and between[0].text == "and":
                joined.append(name)
        return self._several(joined, self._roles(words, parts))

    def _titled(self, names: Sequence[Name], part: Range, words: Sequence[Word]) -> Phrase | None:
        """A body or state that ends the first part: "the Russian Defence Ministry"."""
        ends = [n for n in self._heads(names, part, words) if n.span.end == part[1]]
        kept = [n for n in ends if n.type not in (NameType.NATIONALITY, NameType.PERSON)]
        return self._several(kept, frozenset()) if kept else None

    def _apposed(self, names: Sequence[Name], parts: Sequence[Range], words: Sequence[Word]) -> Phrase | None:
        """A person who is all of the second part: "Ukraine's president, Volodymyr Zelenskyy,"."""
        if len(parts) < 2:
            return None
        start, end = parts[1]
        for name in names:
            if name.type is NameType.PERSON and start <= name.span.start and name.span.end == end:
                before = [word for word in words if start <= word.start < name.span.start]
                if all(word.capital or word.text in self._vocabulary.titles for word in before):
                    return self._several([name], self._roles(words, parts))
        return None

    def _unknown(self, part: Range, *, opens: bool) -> Phrase | None:
        """A name that the model has missed: all words have a capital, and none is a common noun."""
        words = words_of(self._text, *part)
        known = self._vocabulary
        told = [w for w in words if w.text not in known.particles and w.text not in known.titles]
        if not told or len(words) > _LONGEST_UNKNOWN or not all(w.capital and not w.possessive for w in told):
            return None
        if any(
            w.text in known.nouns or w.text in known.determiners or w.text in known.unnamed_alone
            for w in told
        ):
            return None
        surname = self._text[told[-1].start : told[-1].end]
        known_by_form = surname in self._names.surnames or (len(surname) > 1 and surname.isupper())
        if opens and len(words) == 1 and not known_by_form:
            return None
        if words[0].text in known.particles or words[0].text in known.prepositions:
            return None
        text = self._text[told[0].start : told[-1].end]
        return Phrase(
            shape=Shape.NAMED,
            start=told[0].start,
            end=told[-1].end,
            traits=Traits(plural=False, gender=known.gender(text, frozenset(w.text for w in words))),
            roles=frozenset(),
            key=surname.casefold(),
            head=surname.lower(),
        )

    def _heads(self, names: Iterable[Name], part: Range, words: Sequence[Word]) -> Iterator[Name]:
        """The names of a part that neither a possessive nor a preposition makes somebody else's."""
        start, end = part
        before = [word for word in words if start <= word.start < end]
        for name in names:
            at = name.span
            inside = start <= at.start and at.end <= end and not self.owns(name, end)
            if inside and not self.oblique([word for word in before if word.end <= at.start]):
                yield name

    def owns(self, name: Name, end: int) -> bool:
        """Tell whether a name is possessive with something after it before ``end``."""
        after = name.span.end
        if not self._text.startswith(("'", "’"), after):
            return False
        return bool(self._text[after:end].strip("'’s \t\n"))

    def oblique(self, before: Sequence[Word]) -> bool:
        """Tell whether the words before a name make it part of what they describe.

        "an adviser to", "the family of activist" and "a spokesman for President" do; "Secretary of
        State" does not.
        """
        known = self._vocabulary
        for number, word in enumerate(before):
            if word.text in known.prepositions and not word.possessive:
                between = before[number + 1 :]
                if all(w.text in known.determiners for w in between):
                    return True
                if any(w.text in known.titles or self._one_person(w.text) for w in between):
                    return True
        return False

    def subject(self, words: Sequence[Word], traits: Traits) -> Word | None:
        """Return the first noun of a kind among words, before any preposition."""
        for word in words:
            if word.text in self._vocabulary.prepositions:
                return None
            known = self._vocabulary.nouns.get(word.text)
            if known is not None and known.may_be(traits) and not word.possessive:
                return word
        return None

    def _one_person(self, noun: str) -> bool:
        traits = self._vocabulary.nouns.get(noun)
        return traits is not None and bool(traits.human) and not traits.plural

    # -- descriptions -----------------------------------------------------------------------------

    def _description(self, part: Range, names: Sequence[Name], words: Sequence[Word]) -> Phrase:
        known = self._vocabulary
        inner = [word for word in words if part[0] <= word.start < part[1]]
        noun = self._head(inner)
        issuers = [name for name in names if name.type is not NameType.NATIONALITY]
        if noun in known.statements and issuers:  # "a White House statement"
            return self._several(issuers[:1], frozenset())
        traits = known.nouns.get(noun, Traits())
        if traits.human and any(word.text == "and" for word in inner[1:-1]):
            traits = Traits(plural=True, human=True)
        return Phrase(
            shape=self._shape(inner, noun, names),
            start=part[0],
            end=part[1],
            traits=traits,
            roles=self._roles(words, [part]) | ({noun} if noun else frozenset()),
            key=self._text[part[0] : part[1]].casefold(),
            head=noun,
        )

    def _shape(self, words: Sequence[Word], noun: str, names: Sequence[Name]) -> Shape:
        known = self._vocabulary
        if noun in known.statements:
            return Shape.STATEMENT
        if self._is_unnamed(words, noun):
            return Shape.UNNAMED
        takes_up = 1 < len(words) <= _LONGEST_AGAIN and words[0].text in known.definite and not names
        if takes_up and not any(word.possessive or word.text in known.prepositions for word in words):
            return Shape.AGAIN
        return Shape.DESCRIBED

    def _is_unnamed(self, words: Sequence[Word], noun: str) -> bool:
        known = self._vocabulary
        first = words[0].text if words else ""
        if first in known.unnamed_alone and (len(words) == 1 or words[1].text == "of"):
            return True
        if first in known.indefinite:
            alone = first in ("a", "an", "one", "another")
            return noun in known.unnamed_plural or noun in (
                known.unnamed_singular if alone else known.unnamed_counted
            )
        return noun in known.unnamed_plural

    def _head(self, words: Sequence[Word]) -> str:
        """The head noun: the last word before a preposition."""
        for number, word in enumerate(words):
            if number and word.text in self._vocabulary.prepositions:
                return words[number - 1].text
        return words[-1].text if words else ""

    def _roles(self, words: Sequence[Word], parts: Sequence[Range]) -> frozenset[str]:
        """The nouns that say what the speaker is; not those of possessors, nor those behind a preposition."""
        found: set[str] = set()
        for start, end in parts[:2]:
            inner = [word for word in words if start <= word.start < end]
            for conjunct in conjuncts(inner):
                found.update(self._own_nouns(conjunct))
        return frozenset(found)

    def _own_nouns(self, words: Sequence[Word]) -> Iterator[str]:
        known = self._vocabulary
        own = list(takewhile(lambda word: word.text not in known.prepositions, words))
        owner = max((n for n, word in enumerate(own) if word.possessive), default=-1)
        for word in own[owner + 1 :]:
            if word.text in self._vocabulary.nouns or word.text in self._vocabulary.titles:
                yield word.text
