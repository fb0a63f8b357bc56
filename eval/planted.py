"""Plant passages of one text in another, and say where: the truth that copies are measured by.

Everything follows from the texts and a seed. ``plant`` takes sentences of a source, changes them in one
of the ways of ``Way``, and puts them into a host, so that they make up a given share of it.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from tocsin.copies import Quotation, join
from tocsin.extract.quotes import find_quotes

Span = tuple[int, int]
_SENTENCE: Final = re.compile(r"\S[^\n]*?(?:[.!?][”\"’')]*(?=\s+[A-Z“\"‘(\d]|\s*\n|\s*$)|(?=\n|$))")
_WORD: Final = re.compile(r"\d[\d.,]*\d|\w+(?:['’]\w+)*")
_SYNONYMS: Final = Path(__file__).with_name("synonyms.txt")
_CONTENT: Final = 4  # letters from which on a word may be replaced
_LEAST: Final = 40  # characters of a sentence worth planting
_SPEECH: Final = 0.6  # of a chunk
_LEADS: Final = ("In an interview, {name} put it like this:", "Asked about it, {name} answered:",
                 "{name} had this to say:", "It was {name} who told us:", "Then came {name}:")  # fmt: skip
_TAILS: Final = (" he said.", " she told reporters.", " {name} said in a statement on Monday.",
                 " said {name}.", " {name} told the New York Times.", "")  # fmt: skip
_NAMES: Final = ("the minister", "Sarah Smith", "President Obama", "the spokesman", "Mr. Jones")


class Way(StrEnum):
    """How a passage is taken over."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"  # clauses and words left out, whole sentences, too
    REORDERED = "reordered"  # word for word, in another order, apart from one another
    SYNONYMS = "synonyms"  # one word of eight replaced
    NUMBERS = "numbers"  # each number changed, one word of twenty replaced
    EDITED = "edited"  # synonyms, trims, numbers and words put in together
    REWRITTEN = "rewritten"  # every second word that may be is replaced, one of 25 left out
    QUOTES = "quotes only"  # the same speech, in sentences of the host's own


_LINE: Final = re.compile(r"[^\n]+")
LIGHT: Final = (Way.TRIMMED, Way.SYNONYMS, Way.NUMBERS, Way.EDITED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A host with passages of a source; ``pairs`` are the copied stretches, source first."""

    way: Way
    share: float
    source: str
    text: str
    pairs: tuple[tuple[Span, Span], ...]
    speech: tuple[tuple[Span, Span], ...]  # shared quotations, which are no copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words to plant, and the stretch of the source that they are made of."""

    text: str
    source: Span


def sentences(text: str) -> tuple[Span, ...]:
    r"""Return the sentences of a text, simply told.

    >>> text = "It rained. Mr Blix left.\nWho cared?"
    >>> [text[a:b] for a, b in sentences(text)]
    ['It rained.', 'Mr Blix left.', 'Who cared?']
    """
    return tuple(found.span() for found in _SENTENCE.finditer(text) if found[0].strip())


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quoted speech of a text, each line taken for a paragraph."""
    found = find_quotes(text, [one.span() for one in _LINE.finditer(text)]).found
    return join(text, ((one.start, one.end) for one in found))


def plant(source: str, host: str, *, way: Way, share: float, seed: int) -> Planted | None:
    """Return the host with a share of it planted; None where the source has too little to give."""
    chance = random.Random(seed)
    if way is Way.QUOTES:
        return _quote(source, host, share, chance)
    own = [span for span in sentences(host) if span[1] - span[0] > 1]
    given = [span for span in sentences(source) if span[1] - span[0] >= _LEAST]
    wanted = min(share * len(host), 0.9 * len(source)) if share < 1 else 0.9 * len(source)
    first = chance.randrange(max(1, len(given) // 2)) if share < 0.5 else 0
    taken: list[Span] = []
    for span in given[first:]:
        if sum(b - a for a, b in taken) >= wanted:
            break
        taken.append(span)
    if not taken:
        return None
    pieces = [piece for span in taken for piece in _changed(source, span, way, chance)]
    if not pieces:
        return None
    if way is Way.REORDERED:  # each stands by itself
        pieces = [piece for piece in pieces if not _is_speech(source, [piece])]
        chance.shuffle(pieces)
    if not pieces:
        return None
    planted = sum(len(piece.text) for piece in pieces)
    room = planted * (1 - share) / share
    kept = [host[a:b] for a, b in _up_to(own, room)] if share < 1 else []
    parts = 1 if way is not Way.REORDERED else max(2, len(pieces) // 2)
    chunks = [chunk for chunk in _chunks(pieces, parts, chance) if not _is_speech(source, chunk)]
    return _joined(source, kept, chunks, way, share, chance) if chunks else None


def _up_to(spans: Sequence[Span], room: float) -> Iterator[Span]:
    for span in spans:
        if room <= 0:
            return
        yield span
        room -= span[1] - span[0]


def _chunks(pieces: Sequence[Piece], parts: int, chance: random.Random) -> list[list[Piece]]:
    cuts = sorted(chance.sample(range(1, len(pieces)), min(parts - 1, len(pieces) - 1)))
    return [list(pieces[a:b]) for a, b in zip([0, *cuts], [*cuts, len(pieces)], strict=True)]


def _is_speech(source: str, chunk: Sequence[Piece]) -> bool:
    """Tell whether a chunk holds next to nothing but quotations: those are no copies."""
    spans = [piece.source for piece in chunk]
    held = sum(max(0, min(b, q.end) - max(a, q.start)) for a, b in spans for q in quotations(source))
    return held > _SPEECH * sum(b - a for a, b in spans)


def _joined(
    source: str, kept: Sequence[str], chunks: Sequence[Sequence[Piece]], way: Way, share: float,
    chance: random.Random,
) -> Planted:  # fmt: skip
    places = sorted(chance.randrange(len(kept) + 1) for _ in chunks)
    text = ""
    pairs: list[tuple[Span, Span]] = []
    left = list(zip(places, chunks, strict=True))
    for n in range(len(kept) + 1):
        while left and left[0][0] == n:
            for piece in left.pop(0)[1]:
                pairs.append((piece.source, (len(text), len(text) + len(piece.text))))
                text += piece.text + chance.choice((" ", " ", "\n"))
        if n < len(kept):
            text += kept[n] + chance.choice((" ", " ", "\n"))
    return Planted(way=way, share=share, source=source, text=text, pairs=tuple(pairs), speech=())


def _changed(source: str, span: Span, way: Way, chance: random.Random) -> Iterator[Piece]:
    """Yield a sentence as it is planted: whole, changed, cut, or not at all."""
    if way in (Way.TRIMMED, Way.EDITED) and chance.random() < (0.15 if way is Way.TRIMMED else 0.05):
        return
    if way in (Way.TRIMMED, Way.EDITED) and chance.random() < (0.6 if way is Way.TRIMMED else 0.3):
        span = _cut(source, span, chance)
    text = source[span[0] : span[1]]
    if way is Way.TRIMMED:
        text = _each(text, lambda word: "" if chance.random() < 0.04 else word)
    elif way is Way.SYNONYMS:
        text = _each(text, lambda word: _synonym(word, chance) if chance.random() < 0.125 else word)
    elif way is Way.REWRITTEN:
        text = _each(text, lambda word: _synonym(word, chance) if chance.random() < 0.5 else word)
        text = _each(text, lambda word: "" if chance.random() < 0.04 else word)
    elif way is Way.NUMBERS:
        text = _each(text, lambda word: _other(word, chance, 0.05))
    elif way is Way.EDITED:
        text = _each(text, lambda word: _other(word, chance, 0.09))
        text = _each(text, lambda word: f"{word} also" if chance.random() < 0.02 else word)
    yield Piece(text=text, source=span)


def _cut(source: str, span: Span, chance: random.Random) -> Span:
    """Return a sentence without what stands before its first comma or after its last."""
    a, b = span
    commas = [n for n in range(a + 15, b - 25) if source[n] == "," and source[n + 1] == " "]
    if not commas:
        return span
    if chance.random() < 0.5:
        return (commas[0] + 2, b) if b - commas[0] - 2 >= _LEAST else span
    return (a, commas[-1]) if commas[-1] - a >= _LEAST else span


def _each(text: str, change: Callable[[str], str]) -> str:
    changed = _WORD.sub(lambda found: change(found[0]), text)
    return re.sub(r" {2,}", " ", changed).strip() or text


def _other(word: str, chance: random.Random, rate: float) -> str:
    if word[0].isdigit():
        return str(chance.randrange(2, 9)) + "".join(
            str(chance.randrange(10)) if sign.isdigit() else sign for sign in word[1:]
        )
    return _synonym(word, chance) if chance.random() < rate else word


def _synonym(word: str, chance: random.Random) -> str:
    """Return another word: a synonym from the list, or any word of it where it has none."""
    table = _table()
    if word.lower() in table:
        other = chance.choice(table[word.lower()])
    elif len(word) >= _CONTENT:
        other = chance.choice(chance.choice(list(table.values())))
    else:
        return word
    return other.capitalize() if word[0].isupper() else other


@cache
def _table() -> Mapping[str, Sequence[str]]:
    """Return the other words of each word's line."""
    found: dict[str, list[str]] = {}
    for line in _SYNONYMS.read_text("utf-8").splitlines():
        group = line.split()
        for word in group:
            found.setdefault(word, []).extend(other for other in group if other != word)
    return found


def _quote(source: str, host: str, share: float, chance: random.Random) -> Planted | None:
    """Return the host with speech of the source, each in a sentence of its own."""
    quotes = [(q.start, q.end) for q in quotations(source) if _LEAST <= q.end - q.start <= 500]
    if not quotes:
        return None
    own = [host[a:b] for a, b in _up_to(sentences(host), len(host))]
    wanted = share * len(host)
    text = ""
    speech: list[tuple[Span, Span]] = []
    next_ = 0
    for n, sentence in enumerate(own):
        text += sentence + chance.choice((" ", "\n"))
        if (
            wanted > 0
            and next_ < len(quotes)
            and (chance.random() < 0.3 or len(own) - n <= len(quotes) - next_)
        ):
            name = chance.choice(_NAMES)
            lead = chance.choice(_LEADS).format(name=name[0].upper() + name[1:]) + " "
            text += lead if chance.random() < 0.5 else ""
            a, b = quotes[next_]
            speech.append(((a, b), (len(text), len(text) + b - a)))
            text += source[a:b] + chance.choice(_TAILS).format(name=name) + chance.choice((" ", "\n"))
            wanted -= b - a
            next_ += 1
    return Planted(way=Way.QUOTES, share=share, source=source, text=text, pairs=(), speech=tuple(speech))
