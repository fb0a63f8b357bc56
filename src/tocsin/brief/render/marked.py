"""A brief in Markdown, with footnotes; reports cannot write links, pictures or HTML into it."""

import re
from collections.abc import Iterator

from tocsin.brief.parts import Citation
from tocsin.brief.render import phrases
from tocsin.brief.render.limits import limits
from tocsin.brief.render.links import passage, web_address
from tocsin.brief.render.outline import Block, Heading, Item, Items, Note, Pieces, Table, outline
from tocsin.brief.whole import Brief
from tocsin.text.safety import printable

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~!&^$]")
_OPENER = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")  # what makes a list, a rule or a heading of a line


def markdown(brief: Brief) -> str:
    """Return the brief in Markdown (CommonMark and footnotes)."""
    return "\n".join(_page(brief)) + "\n"


def escaped(words: str) -> str:
    r"""Return report text with every mark of Markdown made plain.

    >>> escaped("![x](y) <b>")
    '\\!\\[x\\](y) \\<b\\>'
    """
    shown = _SPECIAL.sub(r"\\\g<0>", printable(words))
    return _OPENER.sub(_plain_opener, shown)


def _plain_opener(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _page(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield from ("", escaped(phrases.summary(brief)))
    for block in outline(brief):
        yield ""
        yield from _block(block)
    if brief.citations:
        yield from ("", f"## {phrases.CITED}", "")
        for citation in brief.citations:
            yield from _citation(citation)
    yield from ("", f"## {phrases.LIMITS}", "")
    for note in limits(brief):
        yield f"- {escaped(note)}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.depth} {escaped(block.words)}"
        case Note():
            yield escaped(block.words)
        case Items():
            for item in block.items:
                yield from _item(item, "")
        case Table():
            yield f"| {' | '.join(map(escaped, block.columns))} |"
            yield f"|{'---|' * len(block.columns)}"
            for row in block.rows:
                yield f"| {' | '.join(_pieces(cell).strip() for cell in row)} |"


def _item(item: Item, indent: str) -> Iterator[str]:
    who = f"**{escaped(item.who.strip())}**" if item.who else ""
    yield f"{indent}- {f'{who}{_pieces(item.pieces)}'.strip()}"
    if item.note:
        yield f"{indent}  {escaped(item.note)}"
    for below in item.below:
        yield from _item(below, f"{indent}  ")


def _pieces(pieces: Pieces) -> str:
    return "".join(f"[^{piece}]" if isinstance(piece, int) else escaped(piece) for piece in pieces)


def _citation(citation: Citation) -> Iterator[str]:
    address = web_address(citation.url)
    where = f"<{passage(address, citation.spans[0])}>" if address else escaped(phrases.address(citation))
    parts = (
        escaped(phrases.outlet(citation)),
        f'"{escaped(phrases.title(citation))}"',
        escaped(phrases.published(citation)),
        where,
        phrases.characters(citation),
        *map(escaped, phrases.remarks(citation)),
    )
    yield f"[^{citation.number}]: {', '.join(parts)}"
    for sentence in citation.passages:
        yield from ("", f"    > {escaped(sentence.text)}")
    yield ""
