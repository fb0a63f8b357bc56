"""The heads of the reading model, declared once for training and for run time.

The encoder's output has one column block a head, in the order of ``HEADS``. A new head is a
line here, a target in ``training/targets.py`` and a decoder beside the others.
"""

from dataclasses import dataclass
from enum import StrEnum


class HeadKind(StrEnum):
    """How a head's columns are read."""

    TAGS = "tags"  # one column a tag, decoded together along the text by a linear-chain CRF
    FLAG = "flag"  # one column: the logit that a piece has the property
    LINKS = "links"  # projections of pieces, compared pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One block of output columns: its name, how it is read, and its tags or width."""

    name: str
    kind: HeadKind
    tags: tuple[str, ...] = ()
    columns: int = 0

    @property
    def width(self) -> int:
        """Number of output columns."""
        return len(self.tags) or self.columns


def bio(*labels: str) -> tuple[str, ...]:
    """Return the BIO tags of span labels, ``O`` first.

    >>> bio("cue")
    ('O', 'B-cue', 'I-cue')
    """
    return ("O", *(f"{prefix}-{label}" for label in labels for prefix in "BI"))


LINK_WIDTH = 64
ATTRIBUTION = Head(name="attribution", kind=HeadKind.TAGS, tags=bio("source", "cue", "content"))
NAMES = Head(name="names", kind=HeadKind.TAGS, tags=bio("PER", "ORG", "LOC", "MISC"))
SENTENCES = Head(name="sentences", kind=HeadKind.FLAG, columns=1)
LINKS = Head(name="links", kind=HeadKind.LINKS, columns=4 * LINK_WIDTH)

HEADS: tuple[Head, ...] = (ATTRIBUTION, NAMES, SENTENCES, LINKS)
OUTPUT_WIDTH = sum(head.width for head in HEADS)


def columns(head: Head) -> slice:
    """Return the head's block of output columns.

    >>> columns(ATTRIBUTION)
    slice(0, 7, None)
    """
    start = 0
    for other in HEADS:
        if other is head:
            return slice(start, start + head.width)
        start += other.width
    raise ValueError(f"head {head.name!r} is not in HEADS")
