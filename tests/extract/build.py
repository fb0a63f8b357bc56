"""Layers made by hand: words of a text are found where they stand, as a good model would mark them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Self

from tocsin.extract import VERSION, extract
from tocsin.model.layers import Found, FoundAttribution, Layers, Mention, Word
from tocsin.record import Block, BlockKind, Document, Extraction, Statement

_SENTENCE: Final = re.compile(r"[^\n]+?(?:(?<!\bMr)(?<!\bMrs)(?<!U\.S)[.!?][”\"’']*(?=\s|$)|(?=\n)|$)")


class Report:
    """A report under test: its text, the names and attributions that are marked in it."""

    def __init__(
        self,
        text: str,
        *,
        outlet: str | None = None,
        kinds: Mapping[str, BlockKind] | None = None,
        document: Document | None = None,
    ) -> None:
        self.text = text
        self._document = document
        self._kinds = kinds or {}
        self._names: list[Found] = []
        self._attributions: list[FoundAttribution] = []
        self._outlet = outlet
        self._links: list[tuple[tuple[int, int], tuple[int, int] | None, float]] = []
        self._words: tuple[Word, ...] = ()

    def names(self, **by_label: str | Sequence[str]) -> Self:
        """Mark every occurrence of names: ``names(PER="Ada Weir", LOC=["Norland"])``; longer names first."""
        for label, texts in by_label.items():
            for text in sorted([texts] if isinstance(texts, str) else texts, key=len, reverse=True):
                for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", self.text):
                    if not any(f.start < match.end() and match.start() < f.end for f in self._names):
                        self._names.append(
                            Found(start=match.start(), end=match.end(), label=label, score=0.9)
                        )
        return self

    def said(self, source: str | None, cue: str | None, *contents: str, score: float = 0.9) -> Self:
        """Mark an attribution: contents where they first stand, the cue nearest to them, the source to it."""
        spans = [self._first(content) for content in contents]
        near = spans[0] if spans else (0, 0)
        cue_span = self._nearest(cue, near, spans) if cue else None
        source_span = self._nearest(source, cue_span or near, spans) if source else None
        self._attributions.append(
            FoundAttribution(
                source=_found(source_span, "source", score),
                cue=_found(cue_span, "cue", score),
                contents=tuple(Found(start=s, end=e, label="content", score=score) for s, e in spans),
                score=score,
            )
        )
        return self

    def refers(self, *mentions: str, score: float = 0.9) -> Self:
        """Mark a chain: each mention where it first stands after the one before, which it takes up."""
        at, before = 0, None
        for words in mentions:
            match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(self.text, at)
            if match is None:
                raise ValueError(f"{words!r} is not in the text after {at}")
            self._links.append((match.span(), before, score))
            before, at = match.span(), match.end()
        return self

    def parsed(self, words: Sequence[Word]) -> Self:
        """Give the words with their trees, as ``tests.extract.trees`` makes them."""
        self._words = tuple(words)
        return self

    @property
    def _mentions(self) -> tuple[Mention, ...]:
        links = sorted(self._links)
        number = {span: n for n, (span, *_) in enumerate(links)}
        return tuple(
            Mention(
                start=span[0],
                end=span[1],
                antecedent=number[before] if before else None,
                score=score,
                choices=((number[before], score),) if before else (),
                none=1 - score if before else 1.0,
            )
            for span, before, score in links
        )

    def _first(self, words: str) -> tuple[int, int]:
        match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)
        if match is None:
            raise ValueError(f"{words!r} is not in the text")
        return match.span()

    def _nearest(self, words: str, to: tuple[int, int], taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)]
        free = [p for p in places if not any(s <= p[0] < e for s, e in taken)] or places
        return min(free, key=lambda p: max(to[0] - p[1], p[0] - to[1]))

    @property
    def document(self) -> Document:
        """The report as read: a block a line, if it was not read in earnest."""
        if self._document is not None:
            return self._document
        blocks = [
            Block(kind=self._kind(match[0]), start=match.start(), end=match.end())
            for match in re.finditer(r"[^\n]+", self.text)
        ]
        return Document(id="doc-test", text=self.text, outlet=self._outlet, blocks=tuple(blocks))

    def _kind(self, line: str) -> BlockKind:
        return next(
            (kind for opening, kind in self._kinds.items() if line.startswith(opening)), BlockKind.BODY
        )

    @property
    def layers(self) -> Layers:
        """What the model would have found."""
        sentences = [
            (m.start() + len(m[0]) - len(m[0].lstrip()), m.end()) for m in _SENTENCE.finditer(self.text)
        ]
        return Layers(
            sentences=tuple((s, e) for s, e in sentences if s < e),
            names=tuple(sorted(self._names, key=lambda f: f.start)),
            attributions=tuple(self._attributions),
            words=self._words,
            mentions=self._mentions,
        )

    def extract(self) -> Extraction:
        """All records."""
        return extract(self.document, self.layers, made_by=VERSION)

    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the order of their text."""
        return self.extract().statements

    def speakers(self) -> list[str | None]:
        """The name of each statement's speaker, by the place of its content."""
        ordered = sorted(self.statements(), key=lambda s: s.contents[0].start)
        return [s.speaker.name if s.speaker else None for s in ordered]

    def by_content(self, words: str) -> Statement:
        """The statement one of whose contents begins with some words."""
        return next(s for s in self.statements() if any(c.text.startswith(words) for c in s.contents))


def _found(span: tuple[int, int] | None, label: str, score: float) -> Found | None:
    return Found(start=span[0], end=span[1], label=label, score=score) if span else None
