"""What a report says about time: every expression found, and normalised against its anchor.

A cascade of rules (``grammar``) finds the expressions and what they say (``sense``); ``resolving``
puts them on the calendar. Extents and values follow TimeML 1.2.1 (Saurí et al. 2006), dates EDTF.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from tocsin.extract.moments.index import MomentIndex, moment_at
from tocsin.extract.moments.lexicon import Token, lexicon
from tocsin.extract.moments.reading import expressions, words_of
from tocsin.extract.moments.resolving import Mentioned, Scene, Time, resolve
from tocsin.extract.moments.sense import Sense
from tocsin.extract.moments.tense import Cues, cues, direction
from tocsin.model.layers import Layers
from tocsin.record import Document, Moment, Precision, Span, TimeKind, content_id
from tocsin.text import paragraphs

__all__ = ["MomentIndex", "extract_moments", "moment_at"]


def extract_moments(document: Document, layers: Layers, *, language: str, version: str) -> tuple[Moment, ...]:
    """Return the moments of a report in order; every span holds in ``document.text``."""
    words = words_of(document.text, lexicon(language), _breaks(document))
    found = expressions(words, language)
    reader = _Reader.of(document, layers, words, cues(language), version)
    return tuple(reader.moments(found))


def _breaks(document: Document) -> list[int]:
    edges = {block.start for block in document.blocks}
    edges |= {paragraph.start for paragraph in paragraphs(document.text)}
    return sorted(edges)


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    words: Sequence[Token]
    starts: list[int]
    tags: dict[int, str]
    cues: Cues
    version: str

    @classmethod
    def of(
        cls, document: Document, layers: Layers, words: Sequence[Token], known: Cues, version: str
    ) -> "_Reader":
        parts = tuple(paragraph.start for paragraph in paragraphs(document.text))
        return cls(
            document, layers.sentences or ((0, len(document.text)),), parts, words,
            [word.start for word in words], {word.start: word.tag for word in layers.words}, known, version,
        )  # fmt: skip

    def moments(self, found: Sequence[Token]) -> Iterator[Moment]:
        """Yield the moments; each sees those before it."""
        when, timed = _published(self.document)
        mentioned: list[Mentioned] = []
        for token in found:
            if token.sense is None:
                continue
            sentence = max(0, bisect_right(self.sentences, (token.start, 1 << 60)) - 1)
            paragraph = bisect_right(self.paragraphs, token.start)
            scene = Scene(
                published=when, timed=timed, direction=self._direction(token, sentence),
                mentioned=mentioned, sentence=sentence, paragraph=paragraph,
            )  # fmt: skip
            time = resolve(token.sense, scene)
            moment = self._moment(token, token.sense, time)
            if time.stretch is not None and not token.sense.lengths:
                mentioned.append(Mentioned(
                    id=moment.id, stretch=time.stretch, sentence=sentence, paragraph=paragraph
                ))  # fmt: skip
            yield moment

    def _direction(self, token: Token, sentence: int) -> int:
        span = bisect_left(self.starts, token.start), bisect_left(self.starts, token.end)
        weekday = token.sense is not None and token.sense.weekday is not None
        if weekday and span[1] < len(self.words) and "POSS" in self.words[span[1]].facts:
            return -1  # "Tuesday's vote": one that the reader knows of
        side = direction(self.words, span, self.sentences[sentence], self.cues, self.tags)
        return side or (-1 if weekday else 0)

    def _moment(self, token: Token, sense: Sense, time: Time) -> Moment:
        span = Span.of(self.document.text, token.start, token.end)
        return Moment(
            id=content_id("mom", self.document.id, "moment", f"{span.start}:{span.end}", self.version),
            document=self.document.id,
            span=span,
            kind=TimeKind.TIME if sense.timed and sense.kind is TimeKind.DATE else sense.kind,
            value=time.value,
            timex=time.timex,
            first=time.first,
            last=time.last,
            precision=time.precision,
            anchor=time.anchor,
            why=time.why,
            score=1.0,
        )


def _published(document: Document) -> tuple[datetime | None, bool]:
    if document.published is None:
        return None, False
    return (
        datetime.fromisoformat(document.published.when),
        document.published.precision is Precision.MINUTE,
    )
