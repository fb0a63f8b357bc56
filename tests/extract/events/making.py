"""Reports with trees made by hand (as in ``tests.extract.trees``), with names, triggers, statements."""

from typing import Self

from tests.extract.trees import words
from tocsin.extract.events import extract_events
from tocsin.extract.events.binding import Binding, bind
from tocsin.extract.events.cast import Cast
from tocsin.extract.events.hedges import hedges
from tocsin.extract.events.lists import lists
from tocsin.extract.events.signs import Sign, syntax_sign
from tocsin.extract.layout import Layout
from tocsin.extract.tree import Tree
from tocsin.model.layers import Layers, Mention, Trigger
from tocsin.record import (
    Act,
    Document,
    Event,
    EventType,
    FoundIn,
    Mode,
    Moment,
    Name,
    NameType,
    Precision,
    Published,
    Resolution,
    Span,
    Speaker,
    Statement,
    TimeKind,
    TimePrecision,
)


class Story:
    """A report of a few sentences, each "form/TAG/head/rel" a word."""

    def __init__(self, *sentences: str, published: str | None = None) -> None:
        self.text, self.words = words(*sentences)
        self.published = published
        self._names: list[Name] = []
        self._triggers: list[Trigger] = []
        self._mentions: list[Mention] = []
        self._statements: list[Statement] = []
        self._moments: list[Moment] = []

    def span(self, words: str, nth: int = 0) -> Span:
        """Where some words stand, the nth time."""
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span.of(self.text, at, at + len(words))

    def names(self, **by_type: list[str]) -> Self:
        """Mark every place of names: ``names(state=["Norland"])``."""
        for kind, found in by_type.items():
            for name in found:
                for nth in range(self.text.count(name)):
                    span = self.span(name, nth)
                    if not any(n.span.start <= span.start < n.span.end for n in self._names):
                        number = len(self._names)
                        made = Name(
                            id=f"nam-{number}", document="doc", type=NameType(kind), span=span, score=0.9
                        )
                        self._names.append(made)
        self._names.sort(key=lambda n: n.span.start)
        return self

    def trigger(
        self,
        word: str,
        kind: str,
        modality: str = "done",
        *,
        sure: float = 0.6,
        nth: int = 0,
        score: float = 0.9,
    ) -> Self:
        """Mark a trigger as the model would."""
        span = self.span(word, nth)
        number = next(n for n, w in enumerate(self.words) if w.start == span.start)
        self._triggers.append(
            Trigger(
                start=span.start, end=span.end, word=number, type=kind, score=score, modality=modality,
                sure=sure, factuality=2.5,
            )
        )  # fmt: skip
        return self

    def refers(self, word: str, to: str, nth: int = 0) -> Self:
        """Let a pronoun refer back to some words."""
        first, later = self.span(to), self.span(word, nth)
        number = len(self._mentions)
        self._mentions += [
            Mention(start=first.start, end=first.end, antecedent=None, score=0.9),
            Mention(start=later.start, end=later.end, antecedent=number, score=0.9),
        ]
        return self

    def said(
        self, source: str | None, cue: str | None, content: str, act: str = "say", *, name: str | None = None
    ) -> Self:
        """Add a statement."""
        speaker = name or source
        number = len(self._statements)
        self._statements.append(
            Statement(
                id=f"st-{number}",
                document="doc",
                source=self.span(source) if source else None,
                speaker=Speaker(name=speaker, how=Resolution.NAMED, span=self.span(speaker))
                if speaker
                else None,
                cue=self.span(cue) if cue else None,
                contents=(self.span(content),),
                mode=Mode.INDIRECT,
                act=Act(act),
                via=(),
                block=self.layout.blocks.kind(0),
                why="",
                score=0.8,
            )
        )
        return self

    def moment(self, words: str, first: str | None, last: str | None) -> Self:
        """Add a date."""
        number = len(self._moments)
        self._moments.append(
            Moment(
                id=f"mom-{number}", document="doc", span=self.span(words), kind=TimeKind.DATE, value=first,
                timex=first, first=first, last=last, precision=TimePrecision.DAY, anchor="publication",
                why="", score=1.0,
            )
        )  # fmt: skip
        return self

    @property
    def document(self) -> Document:
        """The document."""
        published = None
        if self.published:
            published = Published(when=self.published, precision=Precision.DAY, found_in=FoundIn.OPTION)
        return Document(id="doc", text=self.text, published=published)

    @property
    def layers(self) -> Layers:
        """What the model would have found."""
        return Layers(
            sentences=((0, len(self.text)),),
            names=(),
            attributions=(),
            words=self.words,
            triggers=tuple(self._triggers),
            mentions=tuple(self._mentions),
        )

    @property
    def layout(self) -> Layout:
        """The layout."""
        return Layout.of(self.document, self.layers)

    @property
    def cast(self) -> Cast:
        """Those who can act."""
        tree = Tree.of(self.text, self.words)
        return Cast.of(tree, lists("en"), self._names, self._mentions, self._statements)

    def bound(self, word: str, kind: str, nth: int = 0) -> tuple[str | None, str | None]:
        """The words of actor and recipient that a trigger binds."""
        binding = self.binding(word, kind, nth)
        ends = (binding.actor, binding.recipient)
        actor, recipient = (self.text[p.start : p.end] if p else None for p in ends)
        return actor, recipient

    def binding(self, word: str, kind: str, nth: int = 0) -> Binding:
        """What a trigger binds."""
        number = self.cast.tree.at(self.span(word, nth).start)
        assert number is not None
        return bind(self.cast, number, EventType(kind))

    def sign(self, word: str, nth: int = 0) -> Sign | None:
        """The sign of modality that syntax shows of a word."""
        tree = self.cast.tree
        number = tree.at(self.span(word, nth).start)
        assert number is not None
        return syntax_sign(tree, hedges("en"), number, number)

    def shown(self, word: str, nth: int = 0) -> str | None:
        """The modality that syntax shows of a word."""
        sign = self.sign(word, nth)
        return sign.modality.value if sign else None

    def events(self) -> tuple[Event, ...]:
        """The events."""
        return extract_events(
            self.document, self.layers, self.layout, tuple(self._names), tuple(self._statements),
            tuple(self._moments), (), language="en", version="test",
        )  # fmt: skip
