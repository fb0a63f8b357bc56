"""The blocks of a document as short JSON text."""

from collections.abc import Sequence

import msgspec

from tocsin.record import Block, BlockKind

_encode = msgspec.json.Encoder().encode
_blocks = msgspec.json.Decoder(tuple[tuple[BlockKind, int, int], ...]).decode


def blocks_text(blocks: Sequence[Block]) -> str:
    """Return blocks as short JSON text.

    >>> blocks_text([Block(kind=BlockKind.TITLE, start=0, end=12)])
    '[["title",0,12]]'
    """
    return _encode([(block.kind, block.start, block.end) for block in blocks]).decode()


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks that ``blocks_text`` wrote."""
    return tuple(Block(kind=kind, start=start, end=end) for kind, start, end in _blocks(text))
