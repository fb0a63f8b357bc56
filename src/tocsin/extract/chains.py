"""Chains: what a pronoun or a description refers back to, as the model has it, mention by mention."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.extract.tidy import Range
from tocsin.model.layers import Mention

_SAME: Final = 0.5  # of two spans' code points that both must share to be one mention
_POSSESSIVE: Final = ("'s", "’s")
_LONGEST: Final = 80  # links followed at most


@dataclass(frozen=True, slots=True)
class Chains:
    """A report's mentions in order. Numbers that a method takes are of mentions."""

    mentions: tuple[Mention, ...] = ()
    starts: tuple[int, ...] = ()

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> Self:
        """Return the chains of mentions; one that points to itself or forward is taken to begin a chain."""
        return cls(tuple(mentions), tuple(mention.start for mention in mentions))

    def at(self, start: int, end: int) -> int | None:
        """Return the mention that covers a stretch best, None where none shares most of its characters.

        >>> found = (Mention(start=0, end=7, antecedent=None, score=1.0),
        ...          Mention(start=12, end=14, antecedent=0, score=0.9))
        >>> Chains.of(found).at(12, 14), Chains.of(found).at(8, 11)
        (1, None)
        """
        first = bisect_left(self.starts, start - (end - start))
        best, most = None, _SAME
        for number in range(first, bisect_left(self.starts, end)):
            mention = self.mentions[number]
            shared = min(end, mention.end) - max(start, mention.start)
            share = 2 * shared / (end - start + mention.end - mention.start)
            if share > most:
                best, most = number, share
        return best

    def path(self, number: int) -> Iterator[tuple[int, float]]:
        """Yield what a mention refers back to, step by step, with the probability of all links so far."""
        sure = 1.0
        for _ in range(_LONGEST):
            mention = self.mentions[number]
            if mention.antecedent is None or not 0 <= mention.antecedent < number:
                return
            sure *= mention.score
            number = mention.antecedent
            yield number, sure

    def clusters(self) -> tuple[tuple[int, ...], ...]:
        """Return the mentions that refer to one another, those of nobody else left out, in order.

        >>> found = (Mention(start=0, end=7, antecedent=None, score=1.0),
        ...          Mention(start=12, end=14, antecedent=0, score=0.9),
        ...          Mention(start=20, end=23, antecedent=None, score=0.9))
        >>> Chains.of(found).clusters()
        ((0, 1),)
        """
        home: dict[int, int] = {}
        members: dict[int, list[int]] = {}
        for number, mention in enumerate(self.mentions):
            before = mention.antecedent
            first = home[before] if before is not None and 0 <= before < number else number
            home[number] = first
            members.setdefault(first, []).append(number)
        return tuple(tuple(found) for found in members.values() if len(found) > 1)

    def span(self, number: int, text: str) -> Range:
        """Return where a mention stands, without the ending of a possessor."""
        mention = self.mentions[number]
        end = mention.end
        if text.endswith(_POSSESSIVE, mention.start, end) and end - mention.start > 2:
            end -= 2
        return mention.start, end
