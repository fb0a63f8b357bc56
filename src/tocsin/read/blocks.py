"""Blocks: what each stretch of a report is. A pure function of text, title and markup."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tocsin.read.block_rules import RULES, View, is_credit, is_headline, is_top_heading
from tocsin.read.dateline import dateline
from tocsin.read.draft import NO_MARKS
from tocsin.read.glue import unglued
from tocsin.read.labels import speaker_labels
from tocsin.read.lexicon import lexicon
from tocsin.read.part import Part, words
from tocsin.record import Block, BlockKind
from tocsin.text import paragraphs
from tocsin.text.fold import fold

_HEADLINE_BY: Final = 4  # the headline is one of the first paragraphs
_DATELINE_BY: Final = 3  # and the dateline begins one of the first of the body
_BRACKETED: Final = re.compile(r"(?<=[.!?…\"'”’»)])\s*([(\[][^()\[\]]{2,120}[)\]]\.?)$")
_DASHED: Final = re.compile(r"(?<=[.!?…\"'”’»)])\s*([–—-]\s?[^–—\n]{2,40})$")
_TITLE_MARKS: Final = re.compile(r"^#+\s*|\s*#+$|[*`]|(?<!\w)_|_(?!\w)")
_BYLINE: Final = re.compile(r"by\s+", re.IGNORECASE)
_SHORT: Final = 160


def find_blocks(
    text: str,
    *,
    title: str | None = None,
    marks: Mapping[str, BlockKind] = NO_MARKS,
    markdown: bool = False,
) -> tuple[Block, ...]:
    r"""Return the blocks of a text: sorted, apart from each other, without whitespace around them.

    Together they hold every character that is not whitespace. ``marks`` says what a page's markup
    knows of a line (folded); ``title`` is a title given apart from the text.

    >>> [str(block.kind) for block in find_blocks("KYIV – No word came.\n\nRead also: Why not")]
    ['dateline', 'body', 'read-also']
    """
    parts = tuple(
        Part.of(text, piece)
        for paragraph in paragraphs(text)
        for piece in unglued(text, paragraph, lexicon())
    )
    view = View(
        parts=parts,
        marks=marks,
        markdown=markdown,
        titled=bool(title),
        lexicon=lexicon(),
        labels=speaker_labels(parts),
    )
    kinds = _with_teasers(
        view, _with_title(view, [_kind(view, number) for number in range(len(parts))], title)
    )
    blocks: list[Block] = []
    bodies = 0
    placed = False
    for part, kind in zip(parts, kinds, strict=True):
        if kind is not BlockKind.BODY:
            blocks.append(Block(kind=kind, start=part.start, end=part.end))
            continue
        bodies += 1
        pieces = tuple(_split(part, view, look=not placed and bodies <= _DATELINE_BY))
        placed = placed or pieces[0].kind is BlockKind.DATELINE
        blocks.extend(pieces)
    return tuple(blocks)


def title_of(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the headline that stands in the text, on one line and without Markdown marks."""
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            return " ".join(_TITLE_MARKS.sub("", text[block.start : block.end]).split()) or None
    return None


def dateline_of(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the dateline that begins the report, without its dash."""
    for block in blocks:
        if block.kind is BlockKind.DATELINE and (
            found := dateline(f"{text[block.start : block.end]} A", lexicon())
        ):
            return " ".join(found[0].split())
    return None


def byline_of(text: str, blocks: Sequence[Block]) -> str | None:
    """Return whom a "By …" line names."""
    for block in blocks:
        line = text[block.start : block.end].strip("*_ ")
        if block.kind is BlockKind.CREDIT and (found := _BYLINE.match(line)):
            return line[found.end() :]
    return None


def _kind(view: View, number: int) -> BlockKind:
    return next((kind for rule in RULES if (kind := rule(view, number))), BlockKind.BODY)


def _with_title(view: View, kinds: list[BlockKind], title: str | None) -> list[BlockKind]:
    """Return the kinds with the headline among them: the given title's words, or what reads like one."""
    first = range(min(_HEADLINE_BY, len(view.parts)))
    wanted = fold(title) if title else ""
    for number in first:
        if wanted and fold(view.parts[number].text) == wanted:
            return [*kinds[:number], BlockKind.TITLE, *kinds[number + 1 :]]
    for number in first:
        if kinds[number] in {BlockKind.BODY, BlockKind.SUBHEAD}:
            alike = not wanted or _alike(wanted, fold(view.parts[number].text))
            if alike and (is_top_heading(view, number) or is_headline(view, number)):
                return [*kinds[:number], BlockKind.TITLE, *kinds[number + 1 :]]
            break
    return kinds


def _alike(one: str, two: str) -> bool:
    """Tell whether two headlines share half of the shorter one's words."""
    these, those = set(one.split()), set(two.split())
    return 2 * len(these & those) >= min(len(these), len(those))


def _with_teasers(view: View, kinds: list[BlockKind]) -> list[BlockKind]:
    """Return the kinds with the lines under a label such as "Read also:" made teasers, too."""
    found = list(kinds)
    open_ = False
    for number, (part, kind) in enumerate(zip(view.parts, kinds, strict=True)):
        if kind is BlockKind.READ_ALSO:
            open_ = bool(view.lexicon.teaser_label.match(part.bare))
        elif open_ and (kind is BlockKind.LIST or _is_short_line(part)):
            found[number] = BlockKind.READ_ALSO
        else:
            open_ = False
    return found


def _is_short_line(part: Part) -> bool:
    return (
        part.size <= _SHORT and not part.bare.endswith(":") and (not part.closed or part.bare.endswith("?"))
    )


def _split(part: Part, view: View, *, look: bool) -> Iterator[Block]:
    """Yield a body paragraph as dateline, body and credit, of which the body is always there."""
    start, end = part.start, part.end
    place = dateline(part.text, view.lexicon) if look else None
    if place and place[1] < part.size:
        yield Block(kind=BlockKind.DATELINE, start=start, end=start + place[1])
        rest = part.text[place[1] :]
        start = end - len(rest.lstrip())
    credit = _credit_at_end(part, view)
    if credit is None or credit <= start:
        yield Block(kind=BlockKind.BODY, start=start, end=end)
        return
    words_end = start + len(part.text[start - part.start : credit - part.start].rstrip())
    yield Block(kind=BlockKind.BODY, start=start, end=words_end)
    yield Block(kind=BlockKind.CREDIT, start=credit, end=end)


def _credit_at_end(part: Part, view: View) -> int | None:
    """Return where the credit begins that closes a paragraph."""
    for shape in (_BRACKETED, _DASHED):
        found = shape.search(part.text, max(0, part.size - _SHORT))
        if found and words(found[1]) and is_credit(found[1], view.lexicon):
            return part.start + found.start(1)
    return None
