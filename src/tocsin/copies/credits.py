"""Whom a report says that it has its text from: credits of agencies, and attributions to other outlets."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.copies.publishers import Publishers, Seller
from tocsin.copies.reports import Report
from tocsin.record import Span

_HEAD: Final = 2500  # code points in which a byline or a dateline stands
_TAIL: Final = 1500  # and a notice of rights
_REPORTING: Final = re.compile(
    r"\((?:additional )?reporting by [^()\n]{3,400}?editing by [^()\n]{3,120}\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A seller that a report says it has its text from, and where it says so."""

    name: str
    agency: bool
    how: str  # dateline, byline, notice, reporting line
    where: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report says that its text is from: made once, for all that it is compared with."""

    credits: tuple[Credit, ...]
    release: bool  # an issuer put it out for anybody to print
    seller: Seller | None  # that the outlet is
    house: str | None  # that the outlet is of


def origin(report: Report, known: Publishers) -> Origin:
    """Return where a report says that its text is from."""
    return Origin(
        credits=credits_of(report, known),
        release=is_release(report, known),
        seller=known.seller_of(report.outlet),
        house=report.house or known.house_of(report.outlet),
    )


def credits_of(report: Report, known: Publishers) -> tuple[Credit, ...]:
    r"""Return the credits for a report's text, those that tell most first; a photo's credit is none.

    >>> from tocsin.copies.publishers import publishers
    >>> text = "HELSINKI (AP) — The leaders met.\\n(Photo: Jo Doe/Reuters)"
    >>> [(one.name, one.how) for one in credits_of(Report(id="a", known="2021", text=text), publishers())]
    [('Associated Press', 'dateline')]
    """
    found = {one.name: one for one in reversed(list(_found(report.text, known)))}
    order = ("dateline", "byline", "notice", "reporting line")
    return tuple(sorted(found.values(), key=lambda one: (order.index(one.how), one.where.start)))


def attributed(text: str, where: Iterable[Span], seller: Seller) -> Span | None:
    """Return where a report says in or right beside a passage that a seller told it.

    >>> from tocsin.copies.publishers import publishers
    >>> reuters = publishers().seller_of("reuters.com")
    >>> text = "He will go, three officials told Reuters on Monday."
    >>> attributed(text, [Span.of(text, 0, 10)], reuters).text
    'told Reuters'
    """
    pattern = _attribution(seller.marks)
    for one in where:
        found = pattern.search(text, max(0, one.start - 200), min(len(text), one.end + 200))
        if found:
            return Span.of(text, found.start(), found.end())
    return None


def is_release(report: Report, known: Publishers) -> bool:
    r"""Return whether an issuer put the report out itself, for anybody to print.

    >>> from tocsin.copies.publishers import publishers
    >>> is_release(Report(id="a", known="2021", text="Readout of the call\\nThe two spoke."), publishers())
    True
    """
    head = report.text[:400].lower()
    lines = [line.strip() for line in head.splitlines()[:4]]
    host = (report.outlet or "").lower()
    return any(line.startswith(known.opens) for line in lines) or host.endswith(known.hosts)


def _found(text: str, known: Publishers) -> Iterator[Credit]:
    head, last = text[:_HEAD], max(0, len(text) - _TAIL)
    tail = text[last:]
    parts = (("dateline", 0, _HEAD), ("byline", 0, _HEAD), ("notice", 0, _HEAD), ("notice", last, len(text)))
    for seller in known.sellers:
        marks = _spelt(seller.marks)
        if not any(mark in head or mark in tail for mark in marks):
            continue  # nearly all: looking for words is far cheaper than for patterns
        patterns = _patterns(seller.marks)
        for how, start, after in parts:
            if match := patterns[how].search(text, start, min(after, len(text))):
                where = Span.of(text, match.start(), match.end())
                yield Credit(name=seller.name, agency=seller.agency, how=how, where=where)
                break
    if match := _REPORTING.search(text):  # Reuters alone closes its stories so
        where = Span.of(text, match.start(), match.end())
        yield Credit(name="Reuters", agency=True, how="reporting line", where=where)


@cache
def _patterns(marks: tuple[str, ...]) -> Mapping[str, re.Pattern[str]]:
    """Return how a dateline, a byline and a notice of rights name a seller.

    One name before an agency ("Jo Doe / AP") is a photographer more often than not: a byline has
    "By" before it, or several names.
    """
    who = _any(marks)
    name = r"[A-ZÀ-Þ][\w.’'-]*"
    names = rf"{name}(?: {name}){{0,4}}"
    several = rf"{names}(?:, {names})*,? (?i:and) {names}"
    return {
        "dateline": re.compile(
            rf"^[^\n]{{0,60}}\({who}(?:[/,] ?[\w .]+)?\)\s{{0,2}}(?:[—–:-]|\n)", re.MULTILINE
        ),
        "byline": re.compile(
            rf"^(?i:by|from) (?i:the )?{who}(?: \S+)?\s*$"
            rf"|^(?i:by) [^\n]{{3,100}}?(?:\s*[/|•·,(]\s*|\s+-\s+|\s*\n\s*(?:,\s*\n\s*)?)"
            rf"(?i:the )?{who}\)?\s*(?:$|[|•·(])"
            rf"|^{several}(?:\s*[/|•·,(]\s*|\s*\n\s*)(?i:the )?{who}\)?\s*$"
            rf"|^(?i:the )?{who}\s?[•·]",
            re.MULTILINE,
        ),
        "notice": re.compile(
            rf"(?i:copyright|©|\(c\))\W{{0,4}}(?:20\d\d)?\W{{0,3}}(?i:the )?{who}\b"
            rf"|{who} (?:writers?|journalists?|reporters?)\s[^\n]{{0,200}}?contributed"
        ),
    }


def _any(marks: tuple[str, ...]) -> str:
    return rf"(?:{'|'.join(map(re.escape, _spelt(marks)))})"


@cache
def _spelt(marks: tuple[str, ...]) -> tuple[str, ...]:
    """Return marks as they are written, in capitals too, the longest first."""
    return tuple(sorted({*marks, *(mark.upper() for mark in marks)}, key=lambda mark: (-len(mark), mark)))


@cache
def _attribution(marks: tuple[str, ...]) -> re.Pattern[str]:
    who = rf"(?:the\s+)?{_any(marks)}\b"
    return re.compile(
        rf"\b(?i:according to|told|first reported by|reported by|in an interview with)\s+{who}"
        rf"|\b(?:[Tt]he\s+)?{who}\s+(?:first\s+|has\s+|had\s+)?(?:reported|reports|said in a report|quoted)"
    )
