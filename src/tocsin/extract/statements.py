"""Attributions as statements: who said what, in which mode and act, through whom."""

from collections.abc import Iterable, Sequence
from typing import Final

from tocsin.extract import via as relays
from tocsin.extract.according import according
from tocsin.extract.acts import act_of
from tocsin.extract.chains import Chains
from tocsin.extract.complete import Completion
from tocsin.extract.continued import continue_quote
from tocsin.extract.credits import credits_of
from tocsin.extract.drafts import Draft, drafts, ordered
from tocsin.extract.layout import Layout
from tocsin.extract.names import NameIndex
from tocsin.extract.nested import nested
from tocsin.extract.relatives import by_relative
from tocsin.extract.scene import Scene, Voice
from tocsin.extract.speakers import Heard, find_speaker, first_person
from tocsin.extract.tallies import tallies
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import vocabulary
from tocsin.model.layers import FoundAttribution
from tocsin.record import Document, Name, Span, Statement, Via, content_id

_HEAD: Final = 200  # characters of a content that its act may depend on


def extract_statements(
    document: Document,
    layout: Layout,
    names: tuple[Name, ...],
    found: Iterable[FoundAttribution],
    *,
    language: str,
    version: str,
    chains: Chains | None = None,
    tree: Tree | None = None,
) -> tuple[Statement, ...]:
    """Return the statements of a report in the order of their text.

    ``chains`` and ``tree`` help to find speakers; without them rules alone do.
    """
    index = NameIndex.of(names)
    fillers = vocabulary(language).relative
    given = Completion.of(layout, index, language=language)(drafts(layout, found, fillers=fillers))
    if tree is not None:
        given = ordered(by_relative(layout, tree, vocabulary(language), draft) for draft in given)
    more = (
        *nested(layout, index, given, language=language),
        *according(layout, index, tree, given, language=language),
        *(tallies(layout, index, tree, given, language=language) if tree else ()),
    )
    kept = ordered((*given, *_new(given, more)))
    scene = Scene.of(layout, index, kept, language=language, chains=chains, tree=tree)
    heard = _listen(scene, kept)
    links = _chains(document, scene, kept, heard)
    made = [
        (
            draft.start,
            draft.end,
            _statement(document, scene, draft, voice, chain, language=language, version=version),
        )
        for draft, voice, chain in zip(kept, heard, links, strict=True)
        if voice is not None and draft.contents and chain is not None
    ]
    return tuple(statement for *_, statement in sorted(made, key=lambda m: (m[0], m[1], m[2].id)))


def _new(given: Sequence[Draft], found: Iterable[Draft]) -> list[Draft]:
    """Leave out what the model has found itself: an attribution by the same cue."""
    cues = {draft.cue for draft in given if draft.contents}
    return [draft for draft in found if draft.cue not in cues]


def _listen(scene: Scene, kept: Sequence[Draft]) -> list[Heard | None]:
    """Return who speaks in each attribution; None where nobody is given a content that no marks set off."""
    heard: list[Heard | None] = []
    voices: list[Voice] = []
    holders = [scene.holders.holder(draft, number) for number, draft in enumerate(kept)]
    for draft, holder in zip(kept, holders, strict=True):
        voiced = scene.layout.voiced(draft.anchor)
        before = voices if voiced else ()
        if draft.source is None and draft.cue is None:
            found = continue_quote(scene, draft, before)
        else:
            found = find_speaker(scene, draft, before)
        heard.append(found)
        spoke = found is not None and (draft.source is not None or found.voice.speaker is not None)
        if found is not None and spoke and voiced and holder is None:
            voices.append(found.voice)
    for number, (draft, holder) in enumerate(zip(kept, holders, strict=True)):
        held = heard[holder] if holder is not None else None
        if held is not None:
            heard[number] = first_person(scene, draft, held.voice) or heard[number]
    return heard


def _chains(
    document: Document, scene: Scene, kept: Sequence[Draft], heard: Sequence[Heard | None]
) -> list[tuple[Via, ...] | None]:
    """Return each attribution's chain, nearest to the outlet first; None where it is a link of another's."""
    wire = relays.wire(document, scene.layout)
    credited = credits_of(document, scene.layout, scene.vocabulary)
    relayed = _relays(scene, kept)
    relaying = frozenset(relayed.values())
    found: list[tuple[Via, ...] | None] = []
    for number, draft in enumerate(kept):
        if number in relaying:
            found.append(None)
            continue
        first = wire if wire is not None and draft.start > wire.span.end else credited.at(draft.start)
        first = first if scene.layout.voiced(draft.start) else None
        through = [*_outer(scene, kept, number), *((relayed[number],) if number in relayed else ())]
        speakers = [held.voice.speaker for n in through if (held := heard[n]) and held.voice.speaker]
        links = [Via(name=speaker.name, span=speaker.span) for speaker in speakers]
        links += relays.passed_on(document, scene, draft)
        found.append(_apart([*((first,) if first else ()), *links], heard[number]))
    return found


def _outer(scene: Scene, kept: Sequence[Draft], number: int) -> list[int]:
    """Return the attributions whose contents hold another, the outermost first."""
    found: list[int] = []
    at: int | None = number
    while at is not None and at not in found[:-1]:
        draft = kept[at]
        at = scene.holders.holder(draft, at)
        if at is not None and at not in found and at != number:
            found.append(at)
        else:
            break
    return found[::-1]


def _relays(scene: Scene, kept: Sequence[Draft]) -> dict[int, int]:
    """Return which attribution is only the "according to" of another with the same contents."""
    by_contents: dict[tuple[tuple[int, int], ...], int] = {}
    found: dict[int, int] = {}
    second = [
        draft.cue is not None
        and scene.vocabulary.secondhand.fullmatch(scene.layout.text[slice(*draft.cue)] + " ")
        for draft in kept
    ]
    for number, draft in enumerate(kept):
        if draft.source and not second[number]:
            by_contents.setdefault(draft.contents, number)
    for number, draft in enumerate(kept):
        if second[number] and draft.contents and (speaks := by_contents.get(draft.contents)) is not None:
            found[speaks] = number
    return found


def _apart(links: Iterable[Via], heard: Heard | None) -> tuple[Via, ...]:
    """Leave out a link that is the speaker, or that came before."""
    speaker = heard.voice.speaker.name.casefold() if heard and heard.voice.speaker else None
    return tuple({via.name.casefold(): via for via in links if via.name.casefold() != speaker}.values())


def _statement(
    document: Document,
    scene: Scene,
    draft: Draft,
    heard: Heard,
    links: tuple[Via, ...],
    *,
    language: str,
    version: str,
) -> Statement:
    text = document.text
    source, cue = (Span.of(text, *place) if place else None for place in (draft.source, draft.cue))
    contents = tuple(Span.of(text, *place) for place in draft.contents)
    return Statement(
        id=content_id("st", document.id, "statement", *_places(source, cue, *contents), version),
        document=document.id,
        source=source,
        speaker=heard.voice.speaker,
        cue=cue,
        contents=contents,
        mode=draft.mode,
        act=act_of(
            cue.text if cue else None,
            contents[0].text[:_HEAD],
            language=language,
            source=source.text if source else None,
        ),
        via=links,
        block=scene.layout.blocks.kind(contents[0].start),
        why=f"{heard.why}; found inside another’s words" if draft.derived else heard.why,
        score=draft.score,
    )


def _places(*spans: Span | None) -> tuple[str, ...]:
    return tuple(f"{span.start}:{span.end}" if span else "-" for span in spans)
