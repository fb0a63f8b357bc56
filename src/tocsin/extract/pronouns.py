"""Whom a pronoun means: plain rules only; where two could be meant nobody is chosen, and both are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.extract.phrases import Phrase
from tocsin.extract.scene import NEAR, Scene, Voice, is_body, is_person
from tocsin.extract.vocabulary import Traits
from tocsin.record import Name, NameType, Resolution, Speaker

_HEARD: Final = 12  # speakers looked back at
_ADJOINING: Final = 1  # sentences at most between a pronoun and a speaker who is taken though others are near
_GAP_BEFORE_RELATIVE: Final = " ,\t\n—–-"


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is meant, or who could be."""

    voice: Voice | None
    rivals: tuple[str, ...] = ()


def resolve(scene: Scene, phrase: Phrase, heard: Sequence[Voice]) -> Choice:
    """Return whom a personal pronoun of the third person means."""
    at = phrase.start
    clashing = {v.key for v in heard[-_HEARD:] if not v.traits.may_be(phrase.traits)}
    near = [v for v in _backwards(scene, heard, at) if v.key not in clashing and _suits(phrase, v)]
    near.sort(key=lambda v: bool(phrase.traits.plural) and v.traits.plural is not True)  # many before a body
    named = [] if phrase.traits.plural else _named(scene, phrase, near[0].at if near else scene.near(at))
    if near:
        return _spoken(scene, phrase, near, named)
    if not phrase.traits.human:
        named = [name for name in named if scene.distance(name.span.start, at) == 1]
    keys = {key: name for name in named if (key := scene.voice(name).key) not in clashing}
    if len(keys) == 1:
        return Choice(_as_speaker(scene, next(iter(keys.values()))))
    return Choice(None, tuple(name.span.text for name in keys.values()))


def _backwards(scene: Scene, heard: Sequence[Voice], at: int) -> Iterator[Voice]:
    for voice in heard[: -_HEARD - 1 : -1]:
        if voice.at < at and scene.distance(voice.end, at) <= NEAR:
            yield voice


def _suits(phrase: Phrase, voice: Voice) -> bool:
    """Tell whether a speaker can be meant by number and kind: "it" is never a person, "they" rarely one."""
    if phrase.traits.plural:
        return voice.traits.plural is True or (voice.traits.human is False)
    if phrase.traits.human:
        return voice.traits.human is True or (voice.named and voice.traits.human is None)
    return voice.traits.human is not True


def _spoken(scene: Scene, phrase: Phrase, near: Sequence[Voice], named: Sequence[Name]) -> Choice:
    """The last speaker who fits, if he spoke right before and nobody else who fits came up since."""
    last = near[0]
    before = {v.key: v.speaker.name for v in near[1:] if v.speaker and v.key != last.key}
    since = {scene.voice(n).key: n.span.text for n in named if scene.leads(n)}
    told = scene.described(last.end, phrase.start, phrase.traits)
    since |= {words.casefold(): words for noun, words in told if noun not in last.roles}
    since.pop(last.key, None)
    adjoins = scene.distance(last.end, phrase.start) <= _ADJOINING
    if last.speaker is not None and not since and (adjoins or not before):
        return Choice(last)
    spoke = (last.speaker.name,) if last.speaker else ()
    return Choice(None, tuple(dict.fromkeys((*spoke, *since.values(), *before.values()))))


def _named(scene: Scene, phrase: Phrase, start: int) -> list[Name]:
    """The names from a place on that a singular pronoun could mean; "it" takes up what opens a sentence."""
    told = scene.told(start, phrase.start)
    if phrase.traits.human:
        loose = Traits(gender=phrase.traits.gender)
        return [name for name in told if is_person(name) and scene.voice(name).traits.may_be(loose)]
    return [name for name in told if is_body(name) and scene.opens(name)]


def _as_speaker(scene: Scene, name: Name) -> Voice:
    voice = scene.voice(name)
    speaker = Speaker(name=name.span.text, how=Resolution.PRONOUN, span=name.span, plural=voice.traits.plural)
    return Voice(
        speaker=speaker,
        traits=voice.traits,
        roles=voice.roles,
        key=voice.key,
        at=voice.at,
        end=voice.end,
        quoted=False,
        named=True,
    )


def relative(scene: Scene, phrase: Phrase) -> Choice:
    """Return whom "who" or "which" takes up: the name right before it, or the one its description adjoins."""
    text = scene.layout.text
    start = scene.layout.sentences.span(phrase.start)[0]
    name = scene.names.before(phrase.start)
    if name is not None and name.span.start >= start and _adjoins(text, name, phrase):
        clash = is_body(name) if phrase.head == "who" else phrase.head == "which" and is_person(name)
        if not clash:  # "an aide to Taran, who": the aide or Taran
            return Choice(_as_speaker(scene, name)) if scene.leads(name) else Choice(None, (name.span.text,))
    described = scene.description_before(phrase.start, human=phrase.head == "who")
    if described is not None:
        return Choice(described)
    return Choice(None, (name.span.text,) if name is not None and name.span.start >= start else ())


def _adjoins(text: str, name: Name, phrase: Phrase) -> bool:
    """Tell whether nothing stands between a name and a relative but a description of a person."""
    between = text[name.span.end : phrase.start]
    if not between.strip(_GAP_BEFORE_RELATIVE):
        return name.type is not NameType.NATIONALITY
    described = between.count(",") == 2 and between.startswith(",") and between.rstrip().endswith(",")
    return described and is_person(name)
