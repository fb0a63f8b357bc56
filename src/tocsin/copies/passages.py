"""Passages as code points of both texts, with shared speech told from copied text."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.copies.alignment import Aligned, align
from tocsin.copies.quoted import Quotation
from tocsin.copies.reports import Prepared
from tocsin.copies.words import inside
from tocsin.record import Span
from tocsin.record.copy import Closeness, Passage, Shared

NEWSROOM: Final = 8  # equal words outside quotations that make copied text
_LEAST: Final = 8  # equal words of copied text that is not whole sentences
ALONE: Final = 16  # equal words of a passage that shows by itself that text was copied
_ALONE_WHOLE: Final = 9  # where it is whole sentences on both sides
_ALONE_SAME: Final = 0.8  # and so much of its words are equal
_OUTSIDE: Final = 0.25  # of a passage's equal words: from here on its quotations were copied with it
_MOSTLY: Final = 0.6  # of a quotation
_SPEECH: Final = 6  # equal words of shared speech worth keeping
_SNAP: Final = 3  # words to a sentence's end, on both sides, that a passage takes in
_LETTERS: Final = re.compile(r"\w+")
_OPENING: Final = frozenset("“\"‘'([«„")
_CLOSING: Final = frozenset(".,;:!?…\"”’')]»")
_STOP: Final = re.compile(r"[.!?…:][\"”’')\]»]*\s|[\r\n]")


def passages(left: Prepared, right: Prepared) -> tuple[Passage, ...]:
    """Return what stands in both reports, in the order of the left one.

    One text twice is one passage, whatever it holds.
    """
    if len(left.row) and np.array_equal(left.row.hashes, right.row.hashes):
        return (_one_text(left, right),)
    found = [
        passage
        for one in align(left.own, right.own)
        for part, shared in _told_apart(one, left, right)
        if (passage := _placed(part, shared, left, right))
    ]
    found.sort(key=lambda one: (one.left.start, one.right.start))
    if any(_strong(one, left, right) for one in found):
        return tuple(found)
    return tuple(one for one in found if one.shared is Shared.SPEECH)


def _strong(one: Passage, left: Prepared, right: Prepared) -> bool:
    """Tell whether a passage alone shows that text was copied.

    Else it may be one of the phrases that everybody uses: "on condition of anonymity because he was
    not authorized to discuss". Such count only in company.
    """
    if one.shared is not Shared.TEXT:
        return False
    if one.same >= ALONE:
        return True
    if sum(not word[0].isdigit() for word in _LETTERS.findall(one.left.text)) < _ALONE_WHOLE:
        return False  # "Updated 9:35 AM, July 16, 2018"
    return one.same >= max(_ALONE_WHOLE, _ALONE_SAME * one.words) and all(
        _to_start(side, first) == 0 and _to_end(side, after) == 0
        for side, where in ((left, one.left), (right, one.right))
        for first, after in [_numbers(side, where)]
    )


def _numbers(one: Prepared, where: Span) -> tuple[int, int]:
    """Return the first word of a stretch, and the one after it."""
    first, after = np.searchsorted(one.row.starts, (where.start, where.end))
    return int(first), int(after)


def _told_apart(one: Aligned, left: Prepared, right: Prepared) -> Iterator[tuple[NDArray[np.int64], Shared]]:
    """Yield the parts of a passage: speech is what both quote, or what one quotes from the other.

    Where a newsroom's words make up enough of a passage, its quotations were copied with them.
    """
    ours, theirs = left.quoted[one.pairs[:, 0]], right.quoted[one.pairs[:, 1]]
    quoted = (
        (ours & theirs)
        | (ours & _made_of(left, one.left, one.left_end)[one.pairs[:, 0]])
        | (theirs & _made_of(right, one.right, one.right_end)[one.pairs[:, 1]])
    )
    outside = int((~quoted).sum())
    if outside == len(quoted) or (outside >= NEWSROOM and outside >= _OUTSIDE * len(quoted)):
        yield one.pairs, Shared.TEXT
        return
    # Of the words outside quotations only long runs are text: "he told reporters" goes with the speech.
    ends = [0, *(np.flatnonzero(np.diff(quoted)) + 1).tolist(), len(quoted)]
    cuts = [(a, b) for a, b in pairwise(ends) if not quoted[a] and b - a >= NEWSROOM]
    after = 0
    for a, b in cuts:
        if a - after >= _SPEECH:
            yield one.pairs[after:a], Shared.SPEECH
        yield one.pairs[a:b], Shared.TEXT
        after = b
    if len(quoted) - after >= _SPEECH:
        yield one.pairs[after:], Shared.SPEECH


def _made_of(one: Prepared, first: int, after: int) -> NDArray[np.bool_]:
    """Return which words stand in quotations that are mostly [first, after).

    What only one side quotes, it quotes from the other, unless its quotation holds much else: then
    a mark was lost in one of them, and the words are no quotation at all.
    """
    start, end = int(one.row.starts[first]), int(one.row.ends[after - 1])
    mostly = [
        (q.start, q.end)
        for q in one.report.quotations
        if min(q.end, end) - max(q.start, start) >= _MOSTLY * (q.end - q.start)
    ]
    return inside(one.row, mostly)


def _placed(pairs: NDArray[np.int64], shared: Shared, left: Prepared, right: Prepared) -> Passage | None:
    a, b = (int(n) for n in pairs[0])
    a_end, b_end = (int(n) + 1 for n in pairs[-1])
    same = len(pairs)
    words_ = max(a_end - a, b_end - b)
    if shared is Shared.TEXT:
        if same < _LEAST and not _whole(left, a, a_end, same) and not _whole(right, b, b_end, same):
            return None
        back = _to_start(left, a), _to_start(right, b)
        on = _to_end(left, a_end), _to_end(right, b_end)
        if back[0] is not None and back[1] is not None:
            a, b = a - back[0], b - back[1]
            words_ += max(back[0], back[1])
        if on[0] is not None and on[1] is not None:
            a_end, b_end = a_end + on[0], b_end + on[1]
            words_ += max(on[0], on[1])
    ours, theirs = _stretch(left, a, a_end), _stretch(right, b, b_end)
    speaker = None
    if shared is Shared.SPEECH:
        said, told = _speaker(left.report.quotations, ours), _speaker(right.report.quotations, theirs)
        speaker = said if said == told else None
    return Passage(
        left=ours,
        right=theirs,
        shared=shared,
        closeness=Closeness.of(same, words_),
        same=same,
        words=words_,
        speaker=speaker,
    )


def _one_text(left: Prepared, right: Prepared) -> Passage:
    count = len(left.row)
    return Passage(
        left=_stretch(left, 0, count),
        right=_stretch(right, 0, count),
        shared=Shared.TEXT,
        closeness=Closeness.VERBATIM,
        same=count,
        words=count,
    )


def _whole(one: Prepared, first: int, after: int, same: int) -> bool:
    """Tell whether equal words are a sentence, whole and untouched."""
    return same == after - first and _to_start(one, first) == 0 and _to_end(one, after) == 0


def _speaker(quotations: tuple[Quotation, ...], where: Span) -> str | None:
    held = [q for q in quotations if q.start < where.end and q.end > where.start]
    return (
        max(held, key=lambda q: min(q.end, where.end) - max(q.start, where.start)).speaker if held else None
    )


def _to_start(one: Prepared, at: int) -> int | None:
    """Return how many words before a word its sentence starts; None where that is far."""
    for back in range(_SNAP + 1):
        if at - back == 0 or _breaks(one, at - back):
            return back
    return None


def _to_end(one: Prepared, after: int) -> int | None:
    """Return how many words from a word on the sentence before it goes on; None where that is far."""
    for on in range(_SNAP + 1):
        if after + on == len(one.row) or _breaks(one, after + on):
            return on
    return None


def _breaks(one: Prepared, at: int) -> bool:
    """Tell whether a sentence ends right before a word."""
    between = one.report.text[int(one.row.ends[at - 1]) : int(one.row.starts[at])]
    return _STOP.search(between) is not None


def _stretch(one: Prepared, first: int, after: int) -> Span:
    """Return the span of some words with the marks that hang on them."""
    text = one.report.text
    start, end = int(one.row.starts[first]), int(one.row.ends[after - 1])
    while start and text[start - 1] in _OPENING:
        start -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return Span.of(text, start, end)
