"""A reading model that is a few regular expressions: deterministic, small, and right on plain sentences."""

import re
from collections.abc import Iterator, Sequence

from tocsin.model.layers import Found, FoundAttribution, Layers
from tocsin.pipeline import Reader
from tocsin.record import Extraction

CUES = "said|says|warned|denied|told reporters|announced|urged|accused"
NAME = r"(?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)*"
AFTER = re.compile(rf"(?P<content>“[^”]+”),? (?P<cue>{CUES}) (?P<source>{NAME})")
BEFORE = re.compile(rf"(?P<source>{NAME}) (?P<cue>{CUES}) (?:that )?(?P<content>[^.“\n]+|“[^”]+”)")
TITLES = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b|\b[A-Z]{2,}\b")
SENTENCE = re.compile(r"\S[^.\n]*[.”]?")
BAD = "UNREADABLE"


class NoResolver:
    """Resolves nothing: an extraction stays as it is."""

    version = "resolve@0"

    def __call__(self, extraction: Extraction, _: Layers) -> Extraction:
        """Return the extraction."""
        return extraction


class FakeModel:
    """Layers by rule; a text that holds ``BAD`` breaks it, as a fault of a real model would."""

    digest = "f" * 64

    def __init__(self) -> None:
        self.calls: list[int] = []

    def read(self, texts: Sequence[str]) -> list[Layers]:
        """Return the layers of each text."""
        self.calls.append(len(texts))
        if any(BAD in text for text in texts):
            raise RuntimeError("the model stumbled")
        return [_layers(text) for text in texts]


def reader() -> Reader:
    """Return what reads by these rules and resolves nothing."""
    return Reader(model=FakeModel(), resolver=NoResolver())


def _layers(text: str) -> Layers:
    return Layers(
        sentences=tuple((found.start(), found.end()) for found in SENTENCE.finditer(text)),
        names=tuple(_names(text)),
        attributions=tuple(sorted(_attributions(text), key=lambda group: _parts(group)[0].start)),
    )


def _parts(group: FoundAttribution) -> list[Found]:
    found = [part for part in (group.source, group.cue, *group.contents) if part]
    return sorted(found, key=lambda part: part.start)


def _names(text: str) -> Iterator[Found]:
    for found in TITLES.finditer(text):
        label = "ORG" if found[0].isupper() else "PER"
        yield Found(start=found.start(), end=found.end(), label=label, score=0.9)


def _attributions(text: str) -> Iterator[FoundAttribution]:
    taken: set[int] = set()
    for form in (AFTER, BEFORE):
        for found in form.finditer(text):
            if found.start("cue") in taken:
                continue
            taken.add(found.start("cue"))
            yield FoundAttribution(
                source=_found(found, "source"),
                cue=_found(found, "cue"),
                contents=(_found(found, "content"),),
                score=0.9,
            )


def _found(found: re.Match[str], role: str) -> Found:
    return Found(start=found.start(role), end=found.end(role), label=role, score=0.9)
