"""Text to model input: word pieces, their offsets in code points, and their shapes.

The encoder's vocabulary is uncased. What casing, line breaks and quotation marks tell is given
back to it as a second input, the *shape* of each piece: a number below ``SHAPES`` made of the
casing of its word, what stands before it, and whether it stands inside quotation marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

CASES = 6  # none, lower, Title, UPPER, miXed, has a digit
BEFORE = 3  # joined to the piece before, after a space, after a line break
QUOTED = 2  # outside or inside quotation marks
SHAPES = CASES * BEFORE * QUOTED

Ints = npt.NDArray[np.int32]
_LINE_BREAKS = (0x0A, 0x0D, 0x85, 0x2028, 0x2029)
_OPEN, _CLOSE, _STRAIGHT, _APOSTROPHE = (0x201C, 0x201E, 0xAB), (0x201D, 0xBB), (0x22,), 0x27


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The pieces of one text: vocabulary ids, code point offsets, shapes; all of one length."""

    ids: Ints
    starts: Ints
    ends: Ints
    shapes: Ints

    def __len__(self) -> int:
        return len(self.ids)


@cache
def _case_tables() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which code points below U+3000 are upper case, lower case, digits (none above counts)."""
    characters = [chr(i) for i in range(0x3000)]
    return (
        np.array([c.isupper() for c in characters]),
        np.array([c.islower() for c in characters]),
        np.array([c.isdigit() for c in characters]),
    )


def code_points(text: str) -> npt.NDArray[np.uint32]:
    """Return the text's code points, one a character.

    >>> code_points("Łó").tolist()
    [321, 243]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _running(flags: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(flags)))


def _doubled(points: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """Mark the first of two apostrophes in a row: some outlets' way to print a quotation mark."""
    single = points == _APOSTROPHE
    found = np.zeros(len(points), dtype=bool)
    found[:-1] = single[:-1] & single[1:]
    return found


def quoted(points: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """Tell for each code point whether it stands inside double quotation marks.

    A mark counts as inside. Each line starts outside, so one lost mark spoils one line only.

    >>> quoted(code_points('He said “no”, he')).astype(int).tolist()
    [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]
    """
    marks = np.flatnonzero(np.isin(points, (*_OPEN, *_CLOSE, *_STRAIGHT, *_LINE_BREAKS)) | _doubled(points))
    inside = np.zeros(len(points), dtype=bool)
    opened = -1
    for at, point in zip(marks.tolist(), points[marks].tolist(), strict=True):
        if opened < 0 and (point in _OPEN or point in _STRAIGHT or point == _APOSTROPHE):
            opened = at
        elif opened >= 0 and point not in _OPEN:
            inside[opened : at + 1] = True
            opened = -1
    if opened >= 0:
        inside[opened:] = True
    return inside


def shapes(text: str, starts: Ints, ends: Ints, joined: npt.NDArray[np.bool_]) -> Ints:
    """Return the shape of each piece; ``joined`` marks pieces that continue a word."""
    if not len(starts):
        return np.zeros(0, dtype=np.int32)
    points = code_points(text)
    low = np.minimum(points, 0x2FFF)
    upper, lower, digit = (table[low] for table in _case_tables())
    first = np.flatnonzero(~joined)
    if first[0] != 0:
        first = np.concatenate(([0], first))
    word = np.zeros(len(starts), dtype=np.int64)
    word[first] = 1
    word = np.cumsum(word) - 1
    word_start = starts[first]
    word_end = ends[np.concatenate((first[1:], [len(starts)])) - 1]
    uppers, lowers, digits = (
        running[word_end] - running[word_start]
        for running in (_running(upper), _running(lower), _running(digit))
    )
    title = upper[np.minimum(word_start, len(points) - 1)] & (uppers == 1)
    case = np.select(
        [digits > 0, (uppers > 1) & (lowers == 0), title, uppers > 0, lowers > 0],
        [5, 3, 2, 4, 1],
        default=0,
    )
    breaks = _running(np.isin(points, _LINE_BREAKS))
    previous_end = np.concatenate(([0], ends[:-1]))
    gap = starts > previous_end
    broken = breaks[starts] > breaks[np.minimum(previous_end, starts)]
    broken[0] = True
    before = np.where(broken, 2, np.where(gap, 1, 0))
    inside = quoted(points)[np.minimum(starts, len(points) - 1)]
    shape = (case[word] * BEFORE + before) * QUOTED + inside
    return np.asarray(shape, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class PieceMaker:
    """Cuts texts into pieces with a word-piece tokenizer whose padding and truncation are off."""

    tokenizer: Tokenizer
    continues: npt.NDArray[np.bool_]  # by vocabulary id: the piece continues a word ("##…")

    @classmethod
    def from_json(cls, definition: str) -> "PieceMaker":
        """Return a maker for the text of a ``tokenizer.json``."""
        tokenizer = Tokenizer.from_str(definition)
        tokenizer.no_padding()
        tokenizer.no_truncation()
        continues = np.zeros(tokenizer.get_vocab_size(), dtype=bool)
        for piece, number in tokenizer.get_vocab().items():
            continues[number] = piece.startswith("##")
        return cls(tokenizer, continues)

    def __call__(self, texts: Sequence[str]) -> list[Pieces]:
        """Return the pieces of each text, without the model's own markers."""
        encodings = self.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [self._pieces(text, enc) for text, enc in zip(texts, encodings, strict=True)]

    def _pieces(self, text: str, encoding: Encoding) -> Pieces:
        ids = np.array(encoding.ids, dtype=np.int32)
        offsets = np.array(encoding.offsets, dtype=np.int32).reshape(-1, 2)
        starts, ends = offsets[:, 0], offsets[:, 1]
        return Pieces(
            ids=ids, starts=starts, ends=ends, shapes=shapes(text, starts, ends, self.continues[ids])
        )
