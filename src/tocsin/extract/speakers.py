"""Who speaks in a statement, by its source phrase and by who has spoken before; never a made-up speaker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tocsin.extract import pronouns
from tocsin.extract.affiliations import affiliation
from tocsin.extract.drafts import Draft
from tocsin.extract.lexicon import Kind, cue_words
from tocsin.extract.phrases import Phrase, Shape
from tocsin.extract.referents import Referent, referent
from tocsin.extract.scene import Scene, Voice
from tocsin.extract.subjects import subject_of
from tocsin.extract.tidy import Range
from tocsin.extract.vocabulary import Traits
from tocsin.extract.words import words_of
from tocsin.record import Mode, Resolution, Span, Speaker

_AGAIN_WITHIN: Final = 5  # sentences between "the minister" and the minister whom it takes up
_ISSUED_WITHIN: Final = 3  # between "the statement" and whoever issued it
_TAKEN_UP: Final = 24  # speakers looked back at for it
_ISSUERS: Final = 6  # speakers before "its statement" of whom one may have issued it
_BEFORE_CUE: Final = 24  # characters before a cue in which "and also" stands
_TRUSTED: Final = 0.5  # the model's link where the rules know nobody
_TRUSTED_BLINDLY: Final = (
    0.9  # where nothing else speaks for it: a description, a body without a word in common
)
_TRUSTED_NAME: Final = 0.3  # a description taken for a name
_NOBODY: Final = Traits()
_WRITTEN: Final = {
    Shape.NAMED: (Resolution.NAMED, "the source names the speaker"),
    Shape.DESCRIBED: (Resolution.DESCRIBED, "the source describes the speaker"),
    Shape.UNNAMED: (Resolution.UNNAMED, "the source is not named in the report"),
}


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice and the reason for it, in words for the reader of the record."""

    voice: Voice
    why: str


def find_speaker(scene: Scene, draft: Draft, heard: Sequence[Voice]) -> Heard:
    """Return who speaks in an attribution that has a source or a cue."""
    if draft.source is None:
        return _elided(scene, draft, heard)
    start, end = draft.source
    phrase = scene.reader.read(start, end, opens=scene.opens_at(start))
    if phrase.shape is Shape.DESCRIBED:
        return _described(scene, draft, phrase, heard)
    if phrase.shape in _WRITTEN:
        return _as_written(scene, draft, phrase)
    if phrase.shape is Shape.FIRST_PERSON:
        return nobody(draft, f"“{_text(scene, phrase)}” is the outlet itself", phrase)
    return _by_context(scene, draft, phrase, heard)


def _by_context(scene: Scene, draft: Draft, phrase: Phrase, heard: Sequence[Voice]) -> Heard:
    match phrase.shape:
        case Shape.PRONOUN:
            return _pronoun(scene, draft, phrase, heard)
        case Shape.RELATIVE:
            return _meant(scene, draft, phrase, pronouns.relative(scene, phrase))
        case Shape.STATEMENT:
            return _issuer(scene, draft, phrase, heard)
        case Shape.AGAIN:
            return _again(scene, draft, phrase, heard)
        case _:
            return nobody(draft, f"“{_text(scene, phrase)}” names nobody", phrase)


def nobody(draft: Draft, why: str, phrase: Phrase | None = None) -> Heard:
    """Return that no speaker is known, and why."""
    voice = Voice(
        speaker=None,
        traits=phrase.traits if phrase else _NOBODY,
        roles=frozenset(),
        key=f"?{draft.anchor}",
        at=draft.anchor,
        end=draft.end,
        quoted=draft.mode is not Mode.INDIRECT,
        named=False,
    )
    return Heard(voice, why)


def taken_up(
    draft: Draft,
    voice: Voice,
    how: Resolution,
    why: str,
    *,
    mention: Span | None = None,
    traits: Traits | None = None,
) -> Heard:
    """Return that the speaker of a voice before speaks again.

    ``mention`` is the source's own that takes him up, the first of the chain; ``traits`` are given
    where more is known by now.
    """
    if voice.speaker is None:
        return nobody(draft, why)
    found = Voice(
        speaker=replace(voice.speaker, how=how, chain=_chain(mention, voice.speaker)),
        traits=traits or voice.traits,
        roles=voice.roles,
        key=voice.key,
        at=draft.anchor,
        end=draft.end,
        quoted=draft.mode is not Mode.INDIRECT,
        named=voice.named,
    )
    return Heard(found, why)


def _chain(mention: Span | None, speaker: Speaker) -> tuple[Span, ...]:
    """Return the mentions from a source's own to the name; without one, those of the voice before."""
    if mention is None:
        return speaker.chain
    return (mention, *_ending(speaker))


def first_person(scene: Scene, draft: Draft, holder: Voice | None) -> Heard | None:
    """Return who "I" or "we" is within another's words; None where the source is something else."""
    if draft.source is None or holder is None:
        return None
    phrase = scene.reader.read(*draft.source, opens=False)
    if phrase.shape is not Shape.FIRST_PERSON or holder.speaker is None:
        return None
    why = f"“{_text(scene, phrase)}” in the words of {holder.speaker.name}"
    return taken_up(draft, holder, Resolution.PRONOUN, why, mention=_span(scene, phrase))


def _span(scene: Scene, phrase: Phrase) -> Span:
    return Span.of(scene.layout.text, phrase.start, phrase.end)


def _text(scene: Scene, phrase: Phrase) -> str:
    return scene.layout.text[phrase.start : phrase.end]


def _is_anonymous(scene: Scene, start: int, contents: Sequence[Range]) -> bool:
    """Tell whether the sentence grants anonymity, from the source on and outside what is said."""
    end = scene.layout.sentences.span(start)[1]
    text, grants = scene.layout.text, scene.vocabulary.anonymous
    at = start
    for left, right in contents:
        if at <= left < end:
            if grants.search(text, at, left):
                return True
            at = right
    return grants.search(text, at, end) is not None


def _as_written(scene: Scene, draft: Draft, phrase: Phrase, besides: str = "") -> Heard:
    how, why = _WRITTEN.get(phrase.shape, _WRITTEN[Shape.DESCRIBED])
    hidden = how is Resolution.DESCRIBED and _is_anonymous(scene, phrase.start, draft.contents)
    if hidden:
        how, why = _WRITTEN[Shape.UNNAMED]
    span = _span(scene, phrase)
    of = affiliation(scene, draft.source or (phrase.start, phrase.end)) if how is Resolution.UNNAMED else None
    voice = Voice(
        speaker=Speaker(name=span.text, how=how, span=span, plural=_plural(scene, phrase), affiliation=of),
        traits=phrase.traits,
        roles=phrase.roles,
        key=phrase.key,
        at=draft.anchor,
        end=draft.end,
        quoted=draft.mode is not Mode.INDIRECT,
        named=how is Resolution.NAMED,
    )
    return Heard(voice, why + besides)


def _pronoun(scene: Scene, draft: Draft, phrase: Phrase, heard: Sequence[Voice]) -> Heard:
    """Whom a pronoun means: by the rules, and by the model where they cannot decide."""
    choice = pronouns.resolve(scene, phrase, heard)
    meant = None if choice.voice is not None else referent(scene, phrase, heard)
    if meant is None or not _is_trusted(meant, choice):
        return _meant(scene, draft, phrase, choice)
    return _taken(scene, draft, phrase, meant, Resolution.PRONOUN)


def _is_trusted(meant: Referent, choice: pronouns.Choice) -> bool:
    """Tell whether the model decides: between those whom the rules allow, or where they know nobody."""
    if meant.voice.speaker is None or meant.score < _TRUSTED:
        return False
    if choice.rivals:
        name = meant.voice.speaker.name.casefold()
        return any(
            name.endswith(rival.casefold()) or rival.casefold().endswith(name) for rival in choice.rivals
        )
    return meant.named or meant.score >= _TRUSTED_BLINDLY


def _described(scene: Scene, draft: Draft, phrase: Phrase, heard: Sequence[Voice]) -> Heard:
    """Whom "the Turkish leader" or "the alliance’s chief" means by the model’s chains; else as it stands."""
    if not _is_definite(scene, phrase) or phrase.traits.plural:
        return _as_written(scene, draft, phrase)
    meant = referent(scene, phrase, heard)
    if meant is None or not meant.named or not _is_described(meant, phrase):
        return _as_written(scene, draft, phrase)
    return _taken(scene, draft, phrase, meant, Resolution.DESCRIBED)


def _is_described(meant: Referent, phrase: Phrase) -> bool:
    """Tell whether a description is likely enough of whom the model has: "the board" of the Harbour Board."""
    speaker = meant.voice.speaker
    shared = speaker is not None and phrase.head in speaker.name.lower().split()
    person = phrase.traits.human is True and not phrase.traits.plural
    return meant.score >= (_TRUSTED_NAME if person or shared else _TRUSTED_BLINDLY)


def _is_definite(scene: Scene, phrase: Phrase) -> bool:
    words = words_of(scene.layout.text, phrase.start, phrase.end)
    return bool(words) and (words[0].text in scene.vocabulary.definite or any(w.possessive for w in words))


def _taken(scene: Scene, draft: Draft, phrase: Phrase, meant: Referent, how: Resolution) -> Heard:
    speaker = meant.voice.speaker
    if speaker is None:
        return nobody(draft, f"“{_text(scene, phrase)}”: nobody near whom it can mean", phrase)
    if _is_unnamed(meant.voice):
        how = Resolution.UNNAMED
    why = f"“{_text(scene, phrase)}” takes up {speaker.name} by the model’s coreference ({meant.score:.2f})"
    through = replace(meant.voice, speaker=replace(speaker, chain=(*meant.passed, *_ending(speaker))))
    return taken_up(draft, through, how, why, mention=_span(scene, phrase))


def _ending(speaker: Speaker) -> tuple[Span, ...]:
    return speaker.chain or (speaker.span,)


def _plural(scene: Scene, phrase: Phrase) -> bool | None:
    """Return whether a phrase speaks of several: by its noun, else by the tag of its head."""
    if phrase.traits.plural is not None:
        return phrase.traits.plural
    head = scene.tree.top(phrase.start, phrase.end)
    if head is None or not scene.tree.is_noun(head):
        return None
    return scene.tree.tag(head) in ("NNS", "NNPS") or scene.tree.child(head, "conj") is not None


def _meant(scene: Scene, draft: Draft, phrase: Phrase, choice: pronouns.Choice) -> Heard:
    word = _text(scene, phrase)
    if choice.voice is not None and choice.voice.speaker is not None:
        voice, gender = choice.voice, phrase.traits.gender
        more = replace(voice.traits, gender=gender) if gender and not voice.traits.gender else None
        why = f"“{word}” takes up {choice.voice.speaker.name}, the nearest whom it can mean"
        how = (
            Resolution.UNNAMED
            if phrase.shape is Shape.RELATIVE and _is_unnamed(voice)
            else Resolution.PRONOUN
        )
        return taken_up(draft, voice, how, why, mention=_span(scene, phrase), traits=more)
    if choice.rivals:
        unsure = "" if len(choice.rivals) > 1 else ", which is not certain"
        return nobody(draft, f"“{word}” could be {' or '.join(choice.rivals)}{unsure}", phrase)
    return nobody(draft, f"“{word}”: nobody near whom it can mean", phrase)


def _is_unnamed(voice: Voice) -> bool:
    return voice.speaker is not None and voice.speaker.how is Resolution.UNNAMED


def _elided(scene: Scene, draft: Draft, heard: Sequence[Voice]) -> Heard:
    """A cue whose subject is left out has that of the clause before: "…, adding that", "and urged"."""
    nothing = nobody(draft, "no source in the sentence")
    if draft.cue is None:
        return nothing
    if (subject := subject_of(scene, draft)) is not None:
        found = find_speaker(scene, replace(draft, source=subject), heard)
        return replace(found, why=f"{found.why}; subject of “{scene.layout.text[slice(*draft.cue)]}”")
    if not heard:
        return nothing
    start, end = draft.cue
    text = scene.layout.text
    last = heard[-1]
    if last.speaker is None or last.at < scene.layout.sentences.span(start)[0] or scene.holders.holds(start):
        return nothing
    if not _follows(cue_words(text[start:end]), cue_words(text[max(0, start - _BEFORE_CUE) : start]), scene):
        return nothing
    why = f"“{text[start:end]}” has the subject of the clause before, {last.speaker.name}"
    return taken_up(draft, last, Resolution.PRONOUN, why)


def _follows(cue: Sequence[str], before: Sequence[str], scene: Scene) -> bool:
    """Tell whether a cue can share its subject with the clause before: a participle, or joined by "and"."""
    known = scene.vocabulary
    if not cue or (not known.passive.isdisjoint(cue[:-1]) and not cue[-1].endswith("ing")):
        return False  # "and was told"
    if cue[0].endswith("ing"):
        return any(pattern.kind is Kind.VERB for pattern in scene.lexicon.patterns.get(cue[0], ()))
    kept = [word for word in before if word not in known.fillers and not word.endswith("ly")]
    return bool(kept) and kept[-1] in known.clause_joining


def _issuer(scene: Scene, draft: Draft, phrase: Phrase, heard: Sequence[Voice]) -> Heard:
    """The issuer of "the statement" is the speaker of the statement before."""
    word = _text(scene, phrase)
    owner = scene.vocabulary.pronouns.get(word.partition(" ")[0].lower(), _NOBODY)  # "its statement"
    fits = [v for v in heard[-_ISSUERS:] if owner.may_be(v.traits)]
    if fits and fits[-1].speaker and scene.distance(fits[-1].end, phrase.start) <= _ISSUED_WITHIN:
        why = f"“{word}”: issued by the speaker before, {fits[-1].speaker.name}"
        return taken_up(draft, fits[-1], Resolution.STATEMENT, why, mention=_span(scene, phrase))
    return nobody(draft, f"“{word}”: no speaker before who could have issued it", phrase)


def _again(scene: Scene, draft: Draft, phrase: Phrase, heard: Sequence[Voice]) -> Heard:
    """The one before of whom "the ministry" or "the diplomat" was said; else the words as they stand."""
    found = {
        voice.key: voice
        for voice in heard[-_TAKEN_UP:]
        if voice.speaker
        and phrase.head in voice.roles
        and scene.distance(voice.end, phrase.start) <= _AGAIN_WITHIN
    }
    word = _text(scene, phrase)
    if phrase.key in found:  # called the same before
        return _as_written(scene, draft, phrase)
    if len(found) == 1:
        (voice,) = found.values()
        how = Resolution.UNNAMED if _is_unnamed(voice) else Resolution.STATEMENT
        name = voice.speaker.name if voice.speaker else ""
        return taken_up(draft, voice, how, f"“{word}” takes up {name}", mention=_span(scene, phrase))
    if not found:
        meant = referent(scene, phrase, heard)
        if meant is not None and (meant.named or phrase.traits.plural) and _is_described(meant, phrase):
            return _taken(scene, draft, phrase, meant, Resolution.DESCRIBED)
    names = dict.fromkeys(voice.speaker.name for voice in found.values() if voice.speaker)
    return _as_written(scene, draft, phrase, f"; “{word}” could be {' or '.join(names)}" if found else "")
