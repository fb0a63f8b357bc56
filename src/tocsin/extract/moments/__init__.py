"""What a report says about time: every expression found, and normalised against its anchor.

A cascade of rules (``grammar``) finds the expressions and what they say (``sense``); ``resolving``
puts them on the calendar. Extents and values follow TimeML 1.2.1 (Saurí et al. 2006), dates EDTF.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import Final

from tocsin.extract.moments.index import MomentIndex, moment_at
from tocsin.extract.moments.lexicon import Token
from tocsin.extract.moments.reading import expressions, words_of
from tocsin.extract.moments.resolving import Mentioned, Scene, Time, looks, resolve
from tocsin.extract.moments.sense import Sense, Unit
from tocsin.extract.moments.tense import Cues, cues, direction
from tocsin.model.layers import Found, Layers, Word
from tocsin.record import Document, Moment, Precision, Span, TimeKind, content_id
from tocsin.text import paragraphs

__all__ = ["MomentIndex", "extract_moments", "moment_at"]


def extract_moments(document: Document, layers: Layers, *, language: str, version: str) -> tuple[Moment, ...]:
    """Return the moments of a report in order; every span holds in ``document.text``."""
    reader = _Reader(
        document, layers.sentences or ((0, len(document.text)),),
        tuple(paragraph.start for paragraph in paragraphs(document.text)),
        layers.words, [word.start for word in layers.words], layers.names, cues(language), version,
    )  # fmt: skip
    breaks = {*reader.paragraphs, *(block.start for block in document.blocks)}
    found = expressions(words_of(document.text, language, breaks), language)
    return tuple(reader.moments(found))


_THAT: Final = "that "
_OWNS: Final = frozenset({"'s", "\N{RIGHT SINGLE QUOTATION MARK}s"})
_NEAR: Final = 40  # characters
_MONTHS_TOLD: Final = range(4, 12)  # "in the nine months": no quarter
_PROPER: Final = "NNP"
_start: Final = attrgetter("start")


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    words: Sequence[Word]
    starts: list[int]  # of the words
    names: Sequence[Found]
    cues: Cues
    version: str

    def moments(self, found: Sequence[Token]) -> Iterator[Moment]:
        """Yield the moments; each sees those before it."""
        when, timed = _published(self.document)
        mentioned: list[Mentioned] = []
        part_years: set[int] = set()
        for told in found:
            token = self._without_conjunction(told)
            if token.sense is None or self._named(token):
                continue
            sentence = max(0, bisect_right(self.sentences, (token.start, 1 << 60)) - 1)
            paragraph = bisect_right(self.paragraphs, token.start)
            side = self._direction(token, token.sense, sentence) if looks(token.sense) else 0
            scene = Scene(
                published=when, timed=timed, direction=side,
                mentioned=mentioned, sentence=sentence, paragraph=paragraph,
                part_year=sentence in part_years,
            )  # fmt: skip
            time = resolve(token.sense, scene)
            moment = self._moment(token, token.sense, time)
            if any(e.unit is Unit.MONTH and e.amount in _MONTHS_TOLD for e in token.sense.lengths):
                part_years.add(sentence)
            if time.stretch is not None and not token.sense.lengths:
                mentioned.append(Mentioned(
                    id=moment.id, stretch=time.stretch, sentence=sentence, paragraph=paragraph
                ))  # fmt: skip
            yield moment

    def _without_conjunction(self, token: Token) -> Token:
        """Return "Tuesday" for the "that Tuesday" of "she said that Tuesday …"."""
        sense = token.sense
        if sense is None or sense.weekday is None or not (sense.from_text and token.form.startswith(_THAT)):
            return token
        at = bisect_left(self.starts, token.start)
        if at == len(self.words) or self.words[at].start != token.start or self.words[at].tag != "IN":
            return token
        start = self.words[at + 1].start if at + 1 < len(self.words) else token.start
        return token._replace(
            start=start, form=token.form.removeprefix(_THAT), sense=replace(sense, from_text=False)
        )

    def _named(self, token: Token) -> bool:
        """Tell whether an expression is but a part of a name: "Daily Meridian", "Good Friday Agreement"."""
        sense = token.sense
        if sense is None or not self.document.text[token.start].isupper():
            return False
        word = bisect_left(self.starts, token.start)
        proper = word < len(self.words) and self.words[word].tag == _PROPER
        if proper and sense.kind is TimeKind.SET and sense.weekday is None and " " not in token.form:
            return True  # a "Daily" that is tagged as a name
        at = bisect_right(self.names, token.start, key=_start) - 1
        if at < 0:
            return False
        name = self.names[at]
        if token.end > name.end or sense.day is not None or sense.relation is not None:
            return False
        if sense.weekday is not None and (token.end == name.end or name.label != "ORG"):
            return False  # "the Czech Republic Friday", "Sunday Mass"
        return token.end - token.start < name.end - name.start

    def _direction(self, token: Token, sense: Sense, sentence: int) -> int:
        text = self.document.text
        first, last = self.sentences[sentence]
        at = bisect_right(self.paragraphs, token.start)  # a sentence may run on over a heading
        first = max(first, self.paragraphs[at - 1] if at else 0)
        last = min(last, self.paragraphs[at] if at < len(self.paragraphs) else last)
        if sense.weekday is not None and text[token.end : token.end + 2] in _OWNS:
            ahead = self.cues.hoped_before(text[max(first, token.start - _NEAR) : token.start])
            return 1 if ahead else -1  # "Tuesday's vote": one that the reader knows of
        words = self.words[bisect_left(self.starts, first) : bisect_left(self.starts, last)]
        tags = {word.start: word.tag for word in words}
        side = direction(text, (token.start, token.end), (first, last), self.cues, tags)
        return side or (-1 if sense.weekday is not None else 0)

    def _moment(self, token: Token, sense: Sense, time: Time) -> Moment:
        span = Span.of(self.document.text, token.start, token.end)
        return Moment(
            id=content_id("mom", self.document.id, "moment", f"{span.start}:{span.end}", self.version),
            document=self.document.id,
            span=span,
            kind=time.kind or (TimeKind.TIME if sense.timed and sense.kind is TimeKind.DATE else sense.kind),
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
