"""A brief for the terminal: no escape codes, whatever the reports hold."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from textwrap import wrap

from tocsin.brief.parts import Citation
from tocsin.brief.render import phrases
from tocsin.brief.render.limits import limits
from tocsin.brief.render.outline import Block, Heading, Item, Items, Note, Table, outline
from tocsin.brief.render.questions import numbers
from tocsin.brief.whole import Brief
from tocsin.text.safety import printable

WIDTH = 88
_MARKS = {1: "=", 2: "-", 3: "", 4: ""}
_SHARES = (0.36, 0.16, 0.30, 0.18)  # of the width, for the columns of a table


def text(brief: Brief, *, width: int = WIDTH) -> str:
    """Return the brief as plain text; ``width`` 0 leaves each line in one piece."""
    return "\n".join(line.rstrip() for line in _page(brief, width)) + "\n"


def _page(brief: Brief, width: int) -> Iterator[str]:
    yield from _heading(brief.title, 1, width)
    yield from _wrapped(phrases.summary(brief), width)
    before: Block | None = None
    for block in outline(brief):
        yield from _block(block, before, width)
        before = block
    if brief.citations:
        yield ""
        yield from _heading(phrases.CITED, 2, width)
        for citations in by_report(brief.citations):
            yield from _report(citations, width)
    yield ""
    yield from _heading(phrases.LIMITS, 2, width)
    for note in limits(brief):
        yield from _wrapped(note, width, first="• ", hanging="  ")


def by_report(citations: Iterable[Citation]) -> list[list[Citation]]:
    """Return the citations of each report together, in the order of the first."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.document, []).append(citation)
    return list(found.values())


def _block(block: Block, before: Block | None, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield from ("",) if not isinstance(before, Heading) else ()
            yield from _heading(block.words, block.depth, width)
        case Note():
            yield from _wrapped(
                block.words, width, first="  " * isinstance(before, Items | Note), hanging="  "
            )
        case Items():
            for item in block.items:
                yield from _item(item, width, "")
        case Table():
            yield from _table(block, width)


def _heading(words: str, depth: int, width: int) -> Iterator[str]:
    shown = printable(words)
    mark = _MARKS[min(depth, 4)]
    yield from [shown] if mark else _wrapped(shown, width)
    if mark:
        yield mark * min(len(shown), width or len(shown))


def _item(item: Item, width: int, indent: str) -> Iterator[str]:
    said = f"{item.who or ''}{numbers(item.pieces)}"
    mark = "–" if indent else "•"
    yield from _wrapped(said.strip(), width, first=f"{indent}{mark} ", hanging=f"{indent}  ")
    if item.note:
        yield from _wrapped(item.note, width, first=f"{indent}  ", hanging=f"{indent}  ")
    for below in item.below:
        yield from _item(below, width, f"{indent}  ")


def _table(table: Table, width: int) -> Iterator[str]:
    rows = [[printable(numbers(cell)).strip() for cell in row] for row in table.rows]
    if not width:
        yield from (" | ".join(row) for row in ([*table.columns], *rows))
        return
    sizes = [max(8, int(width * share) - 2) for share in _SHARES]
    for row in ([*table.columns], *rows):
        cells = [
            wrap(cell, size, break_on_hyphens=False) or [""] for cell, size in zip(row, sizes, strict=True)
        ]
        for parts in zip_longest(*cells, fillvalue=""):
            yield "  ".join(part.ljust(size) for part, size in zip(parts, sizes, strict=True))


def _report(citations: list[Citation], width: int) -> Iterator[str]:
    one = citations[0]
    of = (phrases.outlet(one), f'"{phrases.title(one)}"', phrases.published(one), phrases.address(one))
    yield from _wrapped(", ".join(of), width, hanging="  ")
    marks = [f"[{c.number}] {', '.join((phrases.characters(c), *phrases.remarks(c)))}" for c in citations]
    yield from _wrapped("; ".join(marks), width, first="  ", hanging="  ")


def _wrapped(words: str, width: int, *, first: str = "", hanging: str = "") -> list[str]:
    shown = printable(words)
    if not width:
        return [first + shown]
    return wrap(
        shown,
        width,
        initial_indent=first,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
