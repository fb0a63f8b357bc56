"""Which antecedent of those that the model offers a mention can have: number, gender, kind and names.

Mentions are taken in order, each put to the likeliest antecedent whose whole chain so far it can
belong to (entity-level constraints after Raghunathan et al. 2010): "she" to no man, "he" to no
body, a name to no chain of another name. A name joins the chain of the same name before it.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Final

from tocsin.extract.names import NameIndex
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import Traits, Vocabulary
from tocsin.extract.words import words_of
from tocsin.model.layers import Mention
from tocsin.record import Name, NameType
from tocsin.record.name import BODIES, PLACES

_SURE: Final = 0.95  # that the same name is of the same
_DEFINITE: Final = ("the ", "this ", "that ", "these ", "those ")
_BODIES: Final = (*BODIES, *PLACES)


class Kind(Enum):
    """How a mention speaks of its referent."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"
    MODIFIER = "modifier"  # the "Norlandish" of "Norlandish officials" is of no chain


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention, or all of a chain so far, as agreement sees it."""

    kind: Kind
    traits: Traits
    keys: tuple[str, ...]  # by which the same name or the same words are known again
    named: bool

    def joined(self, other: "Seen") -> "Seen":
        """Return what two of one chain tell together."""
        mine, more = self.traits, other.traits
        return replace(
            self,
            traits=Traits(
                plural=more.plural if mine.plural is None else mine.plural,
                human=more.human if mine.human is None else mine.human,
                gender=mine.gender or more.gender,
            ),
            named=self.named or other.named,
        )


_TITLE: Final = Seen(Kind.MODIFIER, Traits(), (), named=False)


def agreed(
    text: str, mentions: Sequence[Mention], names: NameIndex, tree: Tree, known: Vocabulary
) -> tuple[Mention, ...]:
    """Return the mentions with the antecedents that agree; where none does, with none."""
    chain_of: list[int] = []
    chains: list[Seen] = []
    last: dict[str, int] = {}
    found: list[Mention] = []
    looks = [look(text, mention, names, tree, known) for mention in mentions]
    titles = _titled(text, mentions, looks)
    for number, mention in enumerate(mentions):
        seen = looks[number] if number not in titles else _TITLE
        before: int | None
        if (before := _same(seen, last, chains, chain_of)) is not None:
            score = _SURE
        else:
            before, score = _likeliest(mentions, mention, seen, chains, chain_of, titles)
        if before is None:
            chain_of.append(len(chains))
            chains.append(seen)
        else:
            chain_of.append(chain_of[before])
            chains[chain_of[before]] = chains[chain_of[before]].joined(seen)
        last.update(dict.fromkeys(seen.keys, number))
        found.append(replace(mention, antecedent=before, score=score))
    return tuple(found)


def _same(seen: Seen, last: dict[str, int], chains: Sequence[Seen], chain_of: Sequence[int]) -> int | None:
    """Return the last mention of the same name: for persons one may hold only the other's surname."""
    for key in seen.keys:
        number = last.get(key)
        if number is not None and seen.traits.may_be(chains[chain_of[number]].traits):
            return number
    return None


def _likeliest(
    mentions: Sequence[Mention],
    mention: Mention,
    seen: Seen,
    chains: Sequence[Seen],
    chain_of: Sequence[int],
    titles: Mapping[int, int],
) -> tuple[int | None, float]:
    """Return the likeliest antecedent that agrees, with its share among those and none."""
    within = _within(mentions, mention, chain_of)  # "her skin" is not she
    by_chain: dict[int, tuple[int, float]] = {}
    if seen.kind is Kind.MODIFIER:
        return None, 1.0
    for choice, p in mention.choices:
        number = titles.get(choice, choice)
        if number >= len(chain_of) or chain_of[number] in within or mentions[number].end > mention.start:
            continue
        if p > 0 and _may_join(seen, chains[chain_of[number]]):
            nearest, so_far = by_chain.get(chain_of[number], (-1, 0.0))
            by_chain[chain_of[number]] = (max(nearest, number), so_far + p)
    if not by_chain:
        return None, 1.0
    number, p = max(by_chain.values(), key=lambda choice: choice[1])
    someone = seen.kind is Kind.PRONOUN and seen.traits.human and not seen.traits.plural
    none = 0.0 if someone else mention.none  # "he" is always somebody, "it" is not
    total = none + sum(share for _, share in by_chain.values())
    return (number, p / total) if p > none else (None, none / total)


def _titled(text: str, mentions: Sequence[Mention], looks: Sequence[Seen]) -> dict[int, int]:
    """Return the names that follow their titles at once, by the titles: "the harbour minister" "Ada Weir"."""
    return {
        number: number + 1
        for number, (one, other) in enumerate(pairwise(mentions))
        if looks[number].kind is Kind.NOUN
        and looks[number + 1].kind is Kind.NAME
        and looks[number + 1].traits.human
        and one.end < other.start
        and not text[one.end : other.start].strip(" .")
    }


def _within(mentions: Sequence[Mention], mention: Mention, chain_of: Sequence[int]) -> set[int]:
    """Return the chains of the mentions before that stand inside one."""
    found = set()
    for number in range(len(chain_of) - 1, -1, -1):
        if mentions[number].start < mention.start:
            break
        found.add(chain_of[number])
    return found


def _may_join(seen: Seen, chain: Seen) -> bool:
    if seen.named and chain.named:
        return False  # the same name has joined by now
    one, other = seen.traits, chain.traits
    if one.plural is not other.plural and (one.human is False or other.human is False):
        return one.human is not True and other.human is not True  # "they" may be one body
    return one.may_be(other)


def look(text: str, mention: Mention, names: NameIndex, tree: Tree, known: Vocabulary) -> Seen:
    """Return what a mention tells: pronouns by their list, others by their head and its name."""
    plain = text[mention.start : mention.end].casefold()
    if (traits := known.pronouns.get(plain) or known.speaking.get(plain)) is not None:
        return Seen(Kind.PRONOUN, traits, (), named=False)
    head = tree.top(mention.start, mention.end)
    joined = head is not None and any(
        tree.words[c].start < mention.end for c in tree.children(head, "conj") if tree.is_noun(c)
    )
    name = _name_at(names, tree.words[head].start if head is not None else mention.start)
    if joined and not (name and name.span.end >= mention.end):
        return Seen(Kind.NOUN, Traits(plural=True), (_plain(plain),), named=False)
    if name is not None:
        return _named(text, mention, name, known, tag=tree.tag(head) if head is not None else "")
    form = tree.forms[head] if head is not None else plain.rpartition(" ")[2]
    tag = tree.tag(head) if head is not None else ""
    traits = known.nouns.get(form)
    if traits is None:
        plural = True if tag in ("NNS", "NNPS") else False if tag in ("NN", "NNP") else None
        traits = Traits(plural=plural)
    same = plain.startswith(_DEFINITE) or tag in ("NNS", "NNPS", "NNP")
    return Seen(Kind.NOUN, traits, (_plain(plain),) if same else (), named=False)


def _plain(words: str) -> str:
    return words.removesuffix("'s").removesuffix("’s").removeprefix("the ")


def _name_at(names: NameIndex, offset: int) -> Name | None:
    number = bisect_right(names.starts, offset) - 1
    found = names.names[number] if number >= 0 else None
    return found if found and offset < found.span.end else None


def _named(text: str, mention: Mention, name: Name, known: Vocabulary, *, tag: str) -> Seen:
    plain = _plain(name.span.text.casefold())
    if name.type is NameType.NATIONALITY:
        if tag not in ("NNP", "NNPS"):
            return Seen(Kind.MODIFIER, Traits(), (), named=True)
        return Seen(Kind.NOUN, Traits(plural=plain.endswith("s")), (plain,), named=True)
    if name.type is not NameType.PERSON:
        human = False if name.type in _BODIES else None
        return Seen(Kind.NAME, Traits(plural=False, human=human), (plain,), named=True)
    before = words_of(text, mention.start, name.span.start)
    gender = known.gender(name.span.text, frozenset(word.text for word in before))
    keys = (plain, plain.rpartition(" ")[2])
    gender = gender or ("f" if name.span.text in known.female_names else "")
    return Seen(Kind.NAME, Traits(plural=False, human=True, gender=gender), keys, named=True)
