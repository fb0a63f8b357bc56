"""One report as the search for speakers sees it: who has spoken, who is named, how far apart."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.extract.chains import Chains
from tocsin.extract.drafts import Draft
from tocsin.extract.holders import Holders
from tocsin.extract.layout import Layout
from tocsin.extract.lexicon import Lexicon, lexicon
from tocsin.extract.names import NameIndex
from tocsin.extract.phrases import Phrase, Reader, Shape
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import Traits, Vocabulary, vocabulary
from tocsin.extract.words import words_of
from tocsin.record import Name, NameType, Resolution, Span, Speaker
from tocsin.record.name import BODIES, PLACES

NEAR: Final = 2  # sentences of the running text between a pronoun and whom it means
_LOOK_BACK: Final = 12  # sentences looked at in all, teasers and captions counted
_BEFORE_NAME: Final = 60
_BEFORE_RELATIVE: Final = 100
_DESCRIPTIONS: Final = (Shape.DESCRIBED, Shape.UNNAMED, Shape.AGAIN)
_SUBJECT: Final = 5  # words at the start of a sentence that may be its subject
_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_CLAUSE_EDGE: Final = re.compile(r"[,;:(—–]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who speaks, as far as it is known who, and where."""

    speaker: Speaker | None
    traits: Traits
    roles: frozenset[str]
    key: str
    at: int  # where the speaker is named
    end: int  # where the statement's last span ends
    quoted: bool  # its contents hold a quotation
    named: bool  # by a name, not by a description


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One report, with all that is asked about it while its speakers are found."""

    layout: Layout
    names: NameIndex
    reader: Reader
    holders: Holders
    in_sources: frozenset[int]  # where the names within source phrases start
    introductions: tuple[int, ...]  # where sources and cues start, in order
    vocabulary: Vocabulary
    lexicon: Lexicon
    chains: Chains  # empty where the model gives none
    tree: Tree

    @classmethod
    def of(
        cls,
        layout: Layout,
        names: NameIndex,
        found: Sequence[Draft],
        *,
        language: str,
        chains: Chains | None = None,
        tree: Tree | None = None,
    ) -> Self:
        """Return the scene of a report whose attributions are found."""
        known = vocabulary(language)
        syntax = tree or Tree.of(layout.text, ())
        sources = [draft.source for draft in found if draft.source]
        cues = [draft.cue for draft in found if draft.cue]
        return cls(
            layout=layout,
            names=names,
            reader=Reader(layout.text, names, known),
            holders=Holders.of(found),
            in_sources=frozenset(n.span.start for s, e in sources for n in names.within(s, e)),
            introductions=tuple(sorted(start for start, _ in (*sources, *cues))),
            vocabulary=known,
            lexicon=lexicon(language),
            chains=chains or Chains(),
            tree=syntax,
        )

    def introduced(self, start: int, end: int) -> bool:
        """Tell whether a source or a cue starts in [start, end)."""
        return bisect_left(self.introductions, start) < bisect_left(self.introductions, end)

    def distance(self, before: int, after: int) -> int:
        """Return how many sentences of the running text lie from one code point to another."""
        return self.layout.sentences.rank(after) - self.layout.sentences.rank(before)

    def near(self, offset: int, sentences: int = NEAR) -> int:
        """Return where the sentences begin that are near enough to a code point."""
        found = self.layout.sentences
        number = found.at(offset)
        first = max(0, number - _LOOK_BACK)
        while first < number and found.ranks[number] - found.ranks[first] > sentences:
            first += 1
        return found.starts[first]

    def told(self, start: int, end: int) -> Iterator[Name]:
        """Yield the names in the report's own words: in no content, no source phrase, no teaser."""
        for name in self.names.within(start, end):
            at = name.span.start
            if at not in self.in_sources and self.layout.voiced(at) and not self.holders.holds(at):
                yield name

    def leads(self, name: Name) -> bool:
        """Tell whether a name can be what its clause is about: no possessor, behind no preposition."""
        at = name.span.start
        start = max(self.layout.sentences.span(at)[0], at - _BEFORE_NAME)
        edges = [start, *(edge.end() for edge in _CLAUSE_EDGE.finditer(self.layout.text, start, at))]
        words = words_of(self.layout.text, edges[-1], at)
        if not words and len(edges) > 1:  # "after talks with the foreign minister, Ada Weir"
            words = words_of(self.layout.text, edges[-2], at)
        return not self.reader.owns(name, name.span.end + _BEFORE_NAME) and not self.reader.oblique(words)

    def opens_at(self, offset: int) -> bool:
        """Tell whether a code point is where its sentence begins."""
        return not self.layout.text[self.layout.sentences.span(offset)[0] : offset].strip()

    def opens(self, name: Name) -> bool:
        """Tell whether a name opens its sentence, but for an article."""
        at = name.span.start
        start = self.layout.sentences.span(at)[0]
        return self.layout.text[start:at].strip().lower() in ("", "the")

    def described(self, start: int, end: int, traits: Traits) -> Iterator[tuple[str, str]]:
        """Yield (noun, words) of who opens the sentences between two places, told by a noun of that kind."""
        sentences, text = self.layout.sentences, self.layout.text
        for number in range(sentences.at(start) + 1, sentences.at(end)):
            opening = sentences.starts[number]
            if self.layout.voiced(opening) and not self.holders.holds(opening):
                words = words_of(text, opening, min(sentences.ends[number], opening + _BEFORE_NAME))
                noun = self.reader.subject(words[:_SUBJECT], traits)
                if noun is not None:
                    yield noun.text, text[opening : noun.end]

    def description_before(self, offset: int, *, human: bool) -> Voice | None:
        """Return whom the words right before a relative describe: "a French diplomat, who"."""
        text = self.layout.text
        start = max(self.layout.sentences.span(offset)[0], offset - _BEFORE_RELATIVE)
        end = start + len(text[start:offset].rstrip(" ,"))
        edges = [start, *(edge.end() for edge in _CLAUSE_EDGE.finditer(text, start, end))]
        for word in words_of(text, edges[-1], end):
            if word.text not in self.vocabulary.determiners and not word.possessive:
                continue
            begin = self._owner_at(word.start)
            if any(self.tree.tag(inner) in _FINITE for inner in self.tree.within(begin, end)):
                continue  # "the mayor thanked a diplomat, who"
            phrase = self.reader.read(begin, end, opens=False)
            if phrase.traits.human is human and phrase.shape in _DESCRIPTIONS:
                how = Resolution.UNNAMED if phrase.shape is Shape.UNNAMED else Resolution.PRONOUN
                span = Span.of(text, phrase.start, phrase.end)
                return self.told_by(
                    phrase, Speaker(name=span.text, how=how, span=span, plural=phrase.traits.plural)
                )
        return None

    def _owner_at(self, offset: int) -> int:
        """Return where the name begins that a word ends or begins: "New Norland’s" at "Norland’s"."""
        name = self.names.after(self.layout.sentences.span(offset)[0])
        while name is not None and name.span.end <= offset:
            name = self.names.after(name.span.end)
        return min(offset, name.span.start) if name is not None else offset

    def voice(self, name: Name) -> Voice:
        """Return somebody named in the report's own words as one whom a pronoun can mean."""
        return self.told_by(self.reader.read(name.span.start, name.span.end, opens=False), None)

    def told_by(self, phrase: Phrase, speaker: Speaker | None) -> Voice:
        """Return whom a phrase speaks of as one whom another can take up."""
        return Voice(
            speaker=speaker,
            traits=phrase.traits,
            roles=phrase.roles,
            key=phrase.key,
            at=phrase.start,
            end=phrase.end,
            quoted=False,
            named=phrase.shape is Shape.NAMED,
        )


def is_person(name: Name) -> bool:
    """Tell whether a name is a person's."""
    return name.type is NameType.PERSON


def is_body(name: Name) -> bool:
    """Tell whether a name is of what can act as one: a state, an organisation, a capital."""
    return name.type in BODIES or name.type in PLACES
