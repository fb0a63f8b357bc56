"""What is asked of a report to find its copies: its words, what is quoted, what is no text of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from tocsin.copies.captions import captions
from tocsin.copies.posts import posts
from tocsin.copies.quoted import Quotation
from tocsin.copies.scripts import scripts
from tocsin.copies.words import Hashes, Words, inside, words
from tocsin.record import BlockKind, Document

Extent = tuple[int, int]  # [start, end) of a text, code points
FURNITURE: Final = frozenset((BlockKind.CAPTION, BlockKind.READ_ALSO, BlockKind.CREDIT))
_BETWEEN: Final = "\x1f"  # before any sign of a time or an id


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is asked of a report; all but ``id``, ``known`` and ``text`` may be missing.

    ``known`` is when the report was known, ISO 8601: reports stand in the order of it, and of their
    ids. ``furniture`` are stretches that are not the report's own text: captions, teasers, credits,
    scripts.
    """

    id: str
    known: str
    text: str
    quotations: tuple[Quotation, ...] = ()
    furniture: tuple[Extent, ...] = ()
    outlet: str | None = None
    house: str | None = None  # whose outlet it is
    published: str | None = None  # ISO 8601; a day where no more is known

    @property
    def key(self) -> str:
        """The report's place among others, as a string to sort by."""
        return f"{self.known}{_BETWEEN}{self.id}"


def id_in(key: str) -> str:
    """Return the id of the report whose key it is.

    >>> id_in(Report(id="doc-1", known="2021-04-13", text="").key)
    'doc-1'
    """
    return key.rpartition(_BETWEEN)[2]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """A report with its words, which of them are quoted, and hashes that furniture takes no part in."""

    report: Report
    row: Words
    quoted: NDArray[np.bool_]
    hashes: Hashes

    @property
    def own(self) -> Words:
        """The words with the hashes to compare by."""
        return Words(hashes=self.hashes, starts=self.row.starts, ends=self.row.ends)

    @property
    def digest(self) -> int:
        """A number that reports of the same words share, 64 bits."""
        return int(xxh3_64_intdigest(self.row.hashes.tobytes()))


def report_of(
    document: Document, *, known: str, quotations: Iterable[Quotation], house: str | None = None
) -> Report:
    """Return what is asked of a document; embedded posts are quotations too, scripts are furniture.

    ``quotations`` are those of ``quoted.join``; ``house`` is the publisher's family where it is told.
    """
    text = document.text
    return Report(
        id=document.id,
        known=known,
        text=text,
        quotations=(*quotations, *posts(text)),
        furniture=(
            *((each.start, each.end) for each in document.blocks if each.kind in FURNITURE),
            *captions(text),
            *scripts(text),
        ),
        outlet=document.outlet,
        house=house,
        published=document.published.when if document.published else None,
    )


def prepare(report: Report) -> Prepared:
    """Return a report made ready, once for all that it is compared with."""
    row = words(report.text)
    furniture = inside(row, report.furniture)
    hashes = row.hashes
    if furniture.any() and not furniture.all():  # of nothing but furniture, that is the text
        # Nothing is equal to these: a number that tells text and place is no word's hash.
        salt = np.uint64(xxh3_64_intdigest(report.id.encode()) & ~0xFFFFFF)
        hashes = np.where(furniture, salt + np.arange(len(row), dtype=np.uint64), hashes)
    quoted = inside(row, [(one.start, one.end) for one in report.quotations])
    return Prepared(report=report, row=row, quoted=quoted, hashes=hashes)
