"""A copy on the screen: both sides of each passage below one another, with what differs, and the reasons."""

import re
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

import click

import tocsin
from tocsin import Closeness, Copy, Direction, Document, Passage, Shared
from tocsin.cli.answers import many
from tocsin.cli.clean import one_line
from tocsin.cli.copies import between, by_time_alone, report_words, shares, source_of
from tocsin.cli.output import put, put_styled
from tocsin.cli.rows import short_id
from tocsin.cli.wrapping import room, styled_lines, wrapped
from tocsin.text.safety import printable

_WORD = re.compile(r"\S+")
_INDENT = 4


def put_copy(copy: Copy, case: tocsin.Case) -> None:
    """Write a copy: the reports, which way it went and why, then each passage as both have it."""
    left, right = case.document(copy.left), case.document(copy.right)
    put(copy.id)
    put_styled(click.style(one_line(between(copy, left, right)), bold=True))
    whose = source_of(copy)
    source = f" · from {one_line(whose)}" if whose else ""
    put(f"{copy.kind}{source} · {shares(copy)} of their own words · {_told(copy)}")
    for line in _reasons(copy):
        put(line)
    swapped = copy.direction is Direction.RIGHT
    for number, passage in enumerate(copy.passages, start=1):
        put()
        put_styled(click.style(f"{number} {_kind(passage)}", bold=True))
        for line in _sides(passage, left, right, swapped=swapped):
            put_styled(line)


def _told(copy: Copy) -> str:
    match copy.direction:
        case Direction.UNKNOWN:
            return "nothing tells which way the words went"
        case Direction.COMMON:
            return f"both have them from a third, {_sure(copy)}"
    if by_time_alone(copy):
        return "one came first, which says little"
    return f"the first had them first, {_sure(copy)}"


def _sure(copy: Copy) -> str:
    return f"{copy.score:.0%} sure".replace("%", " %")


def _reasons(copy: Copy) -> Iterator[str]:
    for line in (f"because {copy.why}", *(_reason(each.value, each.part, each.why) for each in copy.reasons)):
        yield from (f"  {part}" for part in wrapped(line, room() - 2, most=3))


def _reason(value: float, part: str, why: str) -> str:
    return f"{value:+.2f} {part}: {why}"


def _kind(passage: Passage) -> str:
    what = "quoted speech" if passage.shared is Shared.SPEECH else "text"
    speaker = f" of {one_line(passage.speaker)}" if passage.speaker else ""
    if passage.closeness is Closeness.VERBATIM:
        return f"{what}{speaker}, verbatim: {many(passage.words, 'word')}"
    return f"{what}{speaker}, {passage.closeness}: {passage.same} of {many(passage.words, 'word')} the same"


def _sides(passage: Passage, left: Document, right: Document, *, swapped: bool) -> Iterator[str]:
    """Yield both sides, the one that had the words first, first; words that only one has are marked."""
    ours, theirs = _marked(passage.left.text, passage.right.text)
    sides = [(left, passage.left, ours), (right, passage.right, theirs)]
    for document, span, words in reversed(sides) if swapped else sides:
        at = f"{short_id(document.id)}, characters {span.start}-{span.end}"
        yield f"  {one_line(report_words(document))} · {at}"
        yield from (f"{'':{_INDENT}}{line}" for line in styled_lines(words, room() - _INDENT))


def _marked(left: str, right: str) -> tuple[str, str]:
    """Return both texts, safe, with the words marked that only one of them has."""
    ours, theirs = (_WORD.findall(printable(text)) for text in (left, right))
    left_words, right_words = ([_bare(word) for word in words] for words in (ours, theirs))
    matcher = SequenceMatcher(a=left_words, b=right_words, autojunk=False)
    same = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks()]
    ours_same = {at + step for at, _, size in same for step in range(size)}
    theirs_same = {at + step for _, at, size in same for step in range(size)}
    return _joined(ours, ours_same), _joined(theirs, theirs_same)


def _bare(word: str) -> str:
    return word.casefold().strip(".,;:!?“”‘’\"'()[]")


def _joined(words: Sequence[str], same: set[int]) -> str:
    runs = groupby(enumerate(words), key=lambda each: each[0] in same)
    parts = ((both, " ".join(word for _, word in run)) for both, run in runs)
    return " ".join(text if both else _mark(text) for both, text in parts)


def _mark(words: str) -> str:
    return click.style(words, bold=True, underline=True) if sys.stdout.isatty() else f"[{words}]"
