"""What one pass of the model found in one text: spans with scores, all in code points."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch [start, end) with its label and the model's mean probability of that label."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAttribution:
    """Spans that belong together: at most one source and one cue, any number of contents.

    ``cue`` is None for content that no cue introduces; such a group has one content, no source.
    """

    source: Found | None
    cue: Found | None
    contents: tuple[Found, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word [start, end) with its Penn Treebank tag, and its place in the sentence's tree.

    ``head`` is the number of its head in ``Layers.words``, -1 for a root; ``relation`` is the
    Universal Dependencies relation to it ("nsubj", "obl:agent", "root" …).
    """

    start: int
    end: int
    tag: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word [start, end) that tells an event of a PLOVER type.

    ``word`` is its number in ``Layers.words``; ``type`` the likeliest type with its probability
    ``score``; ``modality`` the likeliest modality and ``sure`` its probability; ``factuality`` from
    -3 (it is certain that it did not happen) to 3 (that it did) after Saurí & Pustejovsky 2009.
    ``actor`` and ``recipient`` are words of the phrases that the model points to, None for none.
    """

    start: int
    end: int
    word: int
    type: str
    score: float
    modality: str
    sure: float
    factuality: float
    actor: int | None = None
    recipient: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, pronoun or description [start, end), and what it most probably refers back to.

    ``antecedent`` is the number of an earlier mention in ``Layers.mentions``, None where the model
    finds none; ``score`` is the probability of that choice. ``choices`` are the likeliest antecedents
    with their probabilities, best first, and ``none`` the probability that there is none: what the
    rules of a language choose from.
    """

    start: int
    end: int
    antecedent: int | None
    score: float
    choices: tuple[tuple[int, float], ...] = ()
    none: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """All layers of one text. ``sentences`` covers the text's sentences in order, as (start, end)."""

    sentences: tuple[tuple[int, int], ...]
    names: tuple[Found, ...]  # labels PER, ORG, LOC, MISC (CoNLL-2003)
    attributions: tuple[FoundAttribution, ...]  # by first code point
    words: tuple[Word, ...] = ()  # in order; punctuation marks are words
    triggers: tuple[Trigger, ...] = ()
    mentions: tuple[Mention, ...] = ()  # in order
    vectors: Floats | None = field(default=None, compare=False)  # [sentences, 128], of length one
