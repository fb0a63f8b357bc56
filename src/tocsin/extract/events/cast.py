"""Who can be an actor: names, groups and persons, pronouns by whom they stand for; never a thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.extract.events.clauses import Reached, case
from tocsin.extract.events.lists import Lists
from tocsin.extract.tree import Tree
from tocsin.model.layers import Mention
from tocsin.record import Name, Statement
from tocsin.record.name import PLACES

_PERSONAL: Final = frozenset("he she they it we i him her them us me his their its our my who whom".split())  # noqa: SIM905
_SPEAKER: Final = frozenset(("i", "we", "us", "me", "our", "my"))
_THING_ENDINGS: Final = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ism",
    "ship",
    "ance",
    "ence",
    "ing",
    "ure",
    "age",
)
_PERSON_ENDINGS: Final = ("er", "or", "ist", "ian", "ant", "ee", "man", "men")
_CORE: Final = ("nsubj", "obj", "iobj", "conj", "appos", "obl:agent")
_OWNERS: Final = ("nmod:poss", "nmod", "amod", "compound", "nmod:desc", "flat")
_OWNING: Final = frozenset(("of", "by", "from", "with", "to", "against", "for", "on"))
_PLACES: Final = PLACES
_DEEP: Final = 3  # links from a thing to its owner
_CHAIN: Final = 8  # mentions back to a name


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is acted upon: the stretch that names them, where the clause has them, by which links."""

    start: int
    end: int
    word: int
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """Those who can act in one report."""

    tree: Tree
    lists: Lists
    names: Mapping[int, Name]  # by each of their words
    mentions: Mapping[int, int]  # a pronoun's word to its mention
    found: Sequence[Mention]
    statements: Sequence[Statement]

    @classmethod
    def of(
        cls,
        tree: Tree,
        lists: Lists,
        names: Sequence[Name],
        mentions: Sequence[Mention] = (),
        statements: Sequence[Statement] = (),
    ) -> Self:
        """Return the cast of a report's names, mentions and statements."""
        by_word = {word: name for name in names for word in tree.within(name.span.start, name.span.end)}
        pronouns = {
            words[0]: number
            for number, mention in enumerate(mentions)
            if len(words := tree.within(mention.start, mention.end)) == 1
        }
        return cls(tree, lists, by_word, pronouns, mentions, statements)

    def party(self, reached: Reached | None, *, strict: bool = False, joined: bool = True) -> Party | None:
        """Return the actor that a word is, or whose thing it is; None where it is no one.

        ``strict`` asks for a name or a known group; ``joined`` takes in what "and" joins to it.
        """
        if reached is None:
            return None
        word = reached.word
        if self.tree.tag(word).startswith(("PRP", "WP")):
            return self._pronoun(reached)
        if self.acts(word, strict=strict) or self._counts(word):
            start, end = self._phrase(word, joined=joined)
            if self._text(start, end) in self.lists.nobody:
                return None
            return Party(start, end, word, reached.links)
        return self._owner(reached, 0)

    def acts(self, word: int, *, strict: bool = False) -> bool:
        """Tell whether a noun can act: in a name, a group or person, or nothing speaks against it."""
        form, tag = self.tree.forms[word], self.tree.tag(word)
        if form in self.lists.nobody or form in self.lists.counting:
            return False
        if word in self.names or form in self.lists.groups:
            return True
        if form in self.lists.things or not tag.startswith("NN"):
            return False
        single = form.removesuffix("s")
        core = self.tree.related(word, _CORE)  # "on Monday" is capitalised too
        if single.endswith(_PERSON_ENDINGS) or (tag.startswith("NNP") and core):
            return True
        return not strict and (tag.startswith("NNP") or not single.endswith(_THING_ENDINGS))

    def _counts(self, word: int) -> bool:
        """Tell whether a noun only counts those who act: "dozens of guards"."""
        if self.tree.forms[word] not in self.lists.counting:
            return False
        of = (w for w in self.tree.children(word, "nmod") if case(self.tree, w) == "of")
        return any(self.acts(w, strict=True) for w in of)

    def is_place(self, word: int) -> bool:
        """Tell whether a word belongs to the name of a place or a state."""
        name = self.names.get(word)
        return name is not None and name.type in _PLACES

    def _owner(self, reached: Reached, depth: int) -> Party | None:
        """Return whose thing a noun is: "Norland's decision", "the threat of the junta"."""
        if depth >= _DEEP or not self.tree.is_noun(reached.word):
            return None
        link = (f"whose “{self._word(reached.word)}” it is",)
        owners = [w for w in self.tree.children(reached.word, *_OWNERS) if self._owns(w)]
        for owner in owners:
            if self.tree.tag(owner) == "PRP$":
                return self._pronoun(Reached(owner, (*reached.links, *link)))
            if self.acts(owner, strict=True) and self.tree.forms[owner] not in self.lists.nobody:
                start, end = self._phrase(owner, joined=True)
                return Party(start, end, owner, (*reached.links, *link))
        for owner in owners:
            if (found := self._owner(Reached(owner, (*reached.links, *link)), depth + 1)) is not None:
                return found
        return None

    def _owns(self, word: int) -> bool:
        if self.tree.bases[word] == "nmod" and self.tree.relation(word) != "nmod:poss":
            return case(self.tree, word) in _OWNING
        before = self.tree.related(word, ("amod", "compound"))
        return not (before and self.tree.forms[word] in self.lists.describing)

    def _pronoun(self, reached: Reached) -> Party | None:
        """Return whom a pronoun stands for: the speaker, or the name at the end of its chain, else itself."""
        word, form = reached.word, self.tree.forms[reached.word]
        if form not in _PERSONAL:
            return None
        here = self.tree.words[word]
        if form in _SPEAKER:
            spoken = innermost(self.statements, here.start, here.end)
            if spoken is not None and spoken.speaker is not None:
                span = spoken.speaker.span
                return Party(
                    span.start, span.end, word, (*reached.links, f"“{form}” in the words of {span.text}")
                )
        if (place := self._antecedent(word)) is not None:
            start, end = place
            return Party(start, end, word, (*reached.links, f"“{form}” takes up {self.tree.text[start:end]}"))
        return Party(here.start, here.end, word, (*reached.links, f"“{form}” is not resolved"))

    def _antecedent(self, word: int) -> tuple[int, int] | None:
        number = self.mentions.get(word)
        for _ in range(_CHAIN):
            if number is None or not 0 <= number < len(self.found):
                return None
            mention = self.found[number]
            top = self.tree.top(mention.start, mention.end)
            if top is not None and not self.tree.tag(top).startswith(("PRP", "WP", "DT")):
                if not self.acts(top):
                    return None  # "a pretext to attack it"
                return self._phrase(top, joined=True)  # a mention may have a relative clause
            number = mention.antecedent
        return None

    def _phrase(self, word: int, *, joined: bool) -> tuple[int, int]:
        """Return the noun phrase of a word, without a preposition that the tree takes for a part of it.

        That is not "at" where it bounds how many: "at least 14 soldiers".
        """
        start, end = self.tree.phrase(word, joined=joined)
        first = next(iter(self.tree.within(start, end)))
        while first < word and self.tree.tag(first) in ("IN", "TO", "CC") and not self._bounds(first, word):
            first += 1
        if first > 0 and self._bounds(first - 1, word):
            first -= 1
        start = self.tree.words[first].start
        name = self.names.get(word)
        return (min(start, name.span.start), max(end, name.span.end)) if name is not None else (start, end)

    def _bounds(self, first: int, word: int) -> bool:
        counted = any(self.tree.tag(number) == "CD" for number in range(first + 1, word))
        words = self._text(self.tree.words[first].start, self.tree.words[word].end)
        return counted and words.startswith(self.lists.bounding)

    def _text(self, start: int, end: int) -> str:
        return self.tree.text[start:end].lower()

    def _word(self, number: int) -> str:
        word = self.tree.words[number]
        return self.tree.text[word.start : word.end]


def innermost(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """Return the statement with the narrowest content around a stretch; None where the narrator speaks."""
    best: tuple[int, Statement] | None = None
    for statement in statements:
        for content in statement.contents:
            if content.start <= start and end <= content.end:
                width = content.end - content.start
                if best is None or width < best[0]:
                    best = width, statement
    return best[1] if best else None
