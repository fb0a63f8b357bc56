"""Attributions of any origin in one form, so that one measure serves them all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from training.data import Attribution

from eval.metrics import Span, Tokens, dice, matching, strip, tokens
from tocsin.model.layers import Layers
from tocsin.record import Statement

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")
HALF = 0.5  # token overlap (Dice) from which a source or the contents count as right


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One attribution: the stretches of each role, without white space at their ends."""

    source: frozenset[Span]
    cue: frozenset[Span]
    content: frozenset[Span]

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        return min((start for start, _ in (*self.source, *self.cue, *self.content)), default=0)

    def spans(self, role: Role) -> frozenset[Span]:
        """Return the stretches of a role."""
        if role == "source":
            return self.source
        return self.cue if role == "cue" else self.content


@dataclass(frozen=True, kw_only=True)
class Document:
    """A text with the attributions that people marked and those that were found."""

    id: str
    text: str
    gold: tuple[Relation, ...]
    found: tuple[Relation, ...]

    @cached_property
    def tokens(self) -> Tokens:
        """The text's tokens."""
        return tokens(self.text)

    @cached_property
    def matched(self) -> dict[int, int]:
        """The found attribution that each gold one is half right in, one to one, as many as can be."""
        gold = [Overlap.of(relation, self.tokens) for relation in self.gold]
        found = [Overlap.of(relation, self.tokens) for relation in self.found]
        return matching([[j for j, other in enumerate(found) if one.half_right(other)] for one in gold])


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """The token numbers of each role of an attribution."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    @classmethod
    def of(cls, relation: Relation, places: Tokens) -> "Overlap":
        """Return the tokens of a relation's roles."""
        return cls(
            source=places.covered(relation.source),
            cue=places.covered(relation.cue),
            content=places.covered(relation.content),
        )

    def cue_meets(self, found: "Overlap") -> bool:
        """Tell whether the cues overlap; a gold attribution without a cue asks for none."""
        return not self.cue or bool(self.cue & found.cue)

    def half_right(self, found: "Overlap") -> bool:
        """Tell whether cues overlap, and source and contents are at least half right by tokens."""
        return (
            self.cue_meets(found)
            and dice(self.source, found.source) >= HALF
            and dice(self.content, found.content) >= HALF
        )


def relation(text: str, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> Relation:
    """Return a relation of the text with its spans stripped of white space."""
    return Relation(source=_strip(text, source), cue=_strip(text, cue), content=_strip(text, content))


def _strip(text: str, spans: Iterable[Span]) -> frozenset[Span]:
    return frozenset(kept for span in spans if (kept := strip(text, span)))


def of_gold(text: str, attributions: Iterable[Attribution]) -> tuple[Relation, ...]:
    """Return what people marked, as relations."""
    return tuple(relation(text, a.sources, a.cues, a.contents) for a in attributions)


def of_layers(text: str, layers: Layers) -> tuple[Relation, ...]:
    """Return what the model found, as relations."""
    return tuple(
        relation(
            text,
            [(a.source.start, a.source.end)] if a.source else (),
            [(a.cue.start, a.cue.end)] if a.cue else (),
            [(c.start, c.end) for c in a.contents],
        )
        for a in layers.attributions
    )


def of_statements(text: str, statements: Sequence[Statement]) -> tuple[Relation, ...]:
    """Return what the extractors made of it, as relations."""
    return tuple(
        relation(
            text,
            [(s.source.start, s.source.end)] if s.source else (),
            [(s.cue.start, s.cue.end)] if s.cue else (),
            [(c.start, c.end) for c in s.contents],
        )
        for s in statements
    )
