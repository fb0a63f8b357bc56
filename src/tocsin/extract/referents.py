"""Whom a pronoun or a description means by the model's coreference, read mention by mention.

The model says which mention takes up which; what each says is read by the rules of ``phrases``. The
walk ends at the first name, or at what an earlier statement's speaker was found to be; where it
meets neither, at the first description. What clashes in number, kind or gender is not meant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tocsin.extract.phrases import Phrase, Shape
from tocsin.extract.scene import Scene, Voice
from tocsin.extract.vocabulary import Traits
from tocsin.record import Resolution, Span, Speaker

_DESCRIBED: Final = (Shape.DESCRIBED, Shape.UNNAMED, Shape.AGAIN)


@dataclass(frozen=True, slots=True)
class Referent:
    """Who is meant, how likely, and through which mentions."""

    voice: Voice
    score: float
    passed: tuple[Span, ...]  # between the source's mention and the speaker's

    @property
    def named(self) -> bool:
        """Whether a name was reached, not a description."""
        return self.voice.named


def referent(scene: Scene, phrase: Phrase, heard: Sequence[Voice]) -> Referent | None:
    """Return whom a source phrase takes up by the model's chains; None where they lead to nobody."""
    number = scene.chains.at(phrase.start, phrase.end)
    if number is None:
        return None
    traits = phrase.traits
    described: Referent | None = None
    passed: tuple[Span, ...] = ()
    for score, span in _steps(scene, number):
        said = scene.reader.read(span.start, span.end, opens=scene.opens_at(span.start))
        found = _spoken(heard, span) or _told(scene, said)
        if found is None:  # another pronoun
            traits = _joined(traits, said.traits)
        elif not _may_be(traits, found):
            break
        elif found.named or (found.speaker and found.speaker.chain):
            return Referent(_known(heard, found), score, passed)
        elif described is None:
            described = Referent(found, score, passed)
            if traits.plural:
                break
        passed = (*passed, span)
    return described


def _steps(scene: Scene, number: int) -> Iterator[tuple[float, Span]]:
    for step, score in scene.chains.path(number):
        yield score, Span.of(scene.layout.text, *scene.chains.span(step, scene.layout.text))


def _spoken(heard: Sequence[Voice], span: Span) -> Voice | None:
    """Return the speaker found for the very mention."""
    return next((v for v in reversed(heard) if v.speaker and v.at == span.start), None)


def _told(scene: Scene, phrase: Phrase) -> Voice | None:
    """Return whom a mention names or describes; None for a pronoun."""
    if phrase.shape is not Shape.NAMED and phrase.shape not in _DESCRIBED:
        return None
    how = Resolution.UNNAMED if phrase.shape is Shape.UNNAMED else Resolution.PRONOUN
    span = Span.of(scene.layout.text, phrase.start, phrase.end)
    speaker = Speaker(name=span.text, how=how, span=span, plural=phrase.traits.plural)
    return scene.told_by(phrase, speaker)


def _known(heard: Sequence[Voice], voice: Voice) -> Voice:
    """Return a voice with what an earlier statement of the same speaker tells of him."""
    same = next((v for v in reversed(heard) if v.key == voice.key), None)
    return replace(voice, traits=same.traits, roles=same.roles | voice.roles) if same else voice


def _joined(traits: Traits, more: Traits) -> Traits:
    """Return what two mentions of one tell of it together."""
    return Traits(
        plural=more.plural if traits.plural is None else traits.plural,
        human=more.human if traits.human is None else traits.human,
        gender=traits.gender or more.gender,
    )


def _may_be(traits: Traits, voice: Voice) -> bool:
    """Tell whether a mention may be of a speaker: "they" may be one body, nothing else of them clashes."""
    if traits.plural and voice.traits.human is not True:
        return True
    return traits.may_be(voice.traits)
