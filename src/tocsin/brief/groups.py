"""Statements that give the same words of the same speaker, gathered. The order of arrival does not matter.

Each group has a head, the statement with the longest words; a statement joins the first head that gives
its words. Members are compared with heads only, so that two long statements which share a short phrase
are never joined by a third that is that phrase.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain

from tocsin.brief.days import instant
from tocsin.brief.polarity import negates
from tocsin.brief.speakers import name_tokens, same_speaker
from tocsin.brief.words import Tokens, quoted, said
from tocsin.record import Document, Statement

Place = tuple[datetime, str, int, str]

_RUN = 4  # words in a row that make a quotation one's own; fewer ("no comment") are said every day
_NEVER = datetime.max.replace(tzinfo=UTC)
_SHARE = 0.5  # a statement that is quoted for less than this says more than the quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A statement with its document."""

    statement: Statement
    document: Document
    entity: str | None = None  # whom the speaker stands for, where that is known

    @property
    def when(self) -> str | None:
        """When the document was published, ISO 8601."""
        return self.document.published.when if self.document.published else None

    @property
    def place(self) -> "Place":
        """A total order: publication, unknown last; document; place in its text."""
        moment = instant(self.when) if self.when else _NEVER
        return moment, self.document.id, self.statement.contents[0].start, self.statement.id


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement with what it is compared by."""

    cited: Cited
    name: Tokens
    words: Tokens
    runs: tuple[Tokens, ...]  # quoted words, in stretches
    negates: bool

    @property
    def size(self) -> int:
        return sum(map(len, self.runs))

    @property
    def order(self) -> tuple[int, int, Place]:
        return -self.size, -len(self.words), self.cited.place


@dataclass(slots=True)
class _Heads:
    """The heads found so far, by whole words and by each run of four quoted words."""

    by_words: dict[tuple[object, ...], list[_Read]] = field(default_factory=dict)
    by_run: dict[tuple[object, ...], list[_Read]] = field(default_factory=dict)

    def find(self, read: _Read) -> _Read | None:
        """Return the first head that gives the words of a statement as its speaker's."""
        for head in self.by_words.get(_words_key(read), ()):
            if _one_speaker(head, read):
                return head
        probe = next((run for run in read.runs if len(run) >= _RUN), None)
        if probe is None or read.size < _SHARE * len(read.words):
            return None
        for head in self.by_run.get((*_who(read), probe[:_RUN]), ()):
            if _one_speaker(head, read) and _holds(head.runs, read.runs):
                return head
        return None

    def add(self, head: _Read) -> None:
        self.by_words.setdefault(_words_key(head), []).append(head)
        if head.name:
            for run in dict.fromkeys(_runs(tuple(chain.from_iterable(head.runs)))):
                self.by_run.setdefault((*_who(head), run), []).append(head)


def first_published(group: Iterable[Cited]) -> str | None:
    """Return when the first of some statements was published, None where no document is dated."""
    first = min(group, key=lambda cited: cited.place, default=None)
    return first.when if first else None


def gather(statements: Iterable[Cited]) -> list[tuple[Cited, ...]]:
    """Return the statements in groups, each head first and the rest by publication."""
    heads = _Heads()
    groups: dict[str, list[Cited]] = {}
    for read in sorted(map(_read, statements), key=lambda read: read.order):
        head = heads.find(read)
        if head is None:
            heads.add(read)
            groups[read.cited.statement.id] = [read.cited]
        else:
            groups[head.cited.statement.id].append(read.cited)
    return [(head, *sorted(rest, key=lambda cited: cited.place)) for head, *rest in groups.values()]


def _read(cited: Cited) -> _Read:
    statement = cited.statement
    return _Read(
        cited=cited,
        name=_name(cited),
        words=said(statement.contents),
        runs=quoted(statement.contents, statement.mode),
        negates=negates(statement),
    )


def _name(cited: Cited) -> Tokens:
    """Return what a speaker is told apart by: the entity, else the words of the name, if there is one."""
    speaker = cited.statement.speaker
    if speaker is None:
        return ()
    return (cited.entity,) if cited.entity else name_tokens(speaker.name)


def _who(read: _Read) -> tuple[object, ...]:
    """Return what statements must share to be one speaker's at all: the name's last word, yes or no."""
    if read.name:
        return read.name[-1], read.negates
    source = read.cited.statement.source
    return None, source.text.casefold() if source else None, read.negates


def _words_key(read: _Read) -> tuple[object, ...]:
    """Return the key of equal words; a short answer is the same utterance on the same day only."""
    day = (read.cited.when or "")[:10] if len(read.words) < _RUN else None
    return *_who(read), read.words, day


def _one_speaker(head: _Read, read: _Read) -> bool:
    return head.name == read.name or same_speaker(head.name, read.name)


def _holds(whole: Sequence[Tokens], parts: Sequence[Tokens]) -> bool:
    """Tell whether all parts stand in the whole; words that "said X" interrupts count as one stretch."""
    text = f" {' '.join(' '.join(run) for run in whole)} "
    return all(f" {' '.join(part)} " in text for part in parts)


def _runs(words: Tokens) -> Iterator[Tokens]:
    return (words[start : start + _RUN] for start in range(len(words) - _RUN + 1))
