"""Quoted speech of a report, with whose words it is: quotation marks joined with statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.record import Mode, Statement

WORDS: Final = 3  # of a quotation: fewer are a term set in marks, no speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted speech [start, end) of a text with its marks, and whose words it is where that is known."""

    start: int
    end: int
    speaker: str | None = None  # an entity's key


def join(
    text: str,
    marked: Iterable[tuple[int, int]],
    statements: Sequence[Statement] = (),
    speakers: Mapping[str, str] | None = None,
) -> tuple[Quotation, ...]:
    """Return what stands between marks, each with its speaker's key where a statement tells it.

    ``marked`` are the places of ``find_quotes``, marks included; ``speakers`` holds the key of each
    statement's speaker by the statement's id. Of several statements the one counts that holds most of
    the quotation.

    >>> join("“No” is “what we say to that”", [(0, 4), (8, 29)])
    (Quotation(start=8, end=29, speaker=None),)
    """
    keys = speakers or {}
    said = [
        (content.start, content.end, keys[statement.id])
        for statement in statements
        if statement.mode in (Mode.DIRECT, Mode.MIXED) and statement.id in keys
        for content in statement.contents
    ]
    return tuple(
        Quotation(start=start, end=end, speaker=_speaker(start, end, said))
        for start, end in marked
        if text.count(" ", start, end) >= WORDS - 1
    )


def _speaker(start: int, end: int, said: Iterable[tuple[int, int, str]]) -> str | None:
    held = [(min(end, after) - max(start, first), key) for first, after, key in said]
    most = max(held, key=lambda each: each[0], default=(0, None))
    return most[1] if most[0] > 0 else None
