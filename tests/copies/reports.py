"""Reports of our own invention for the tests."""

from tocsin.copies import Prepared, Quotation, Report, compare, prepare, publishers
from tocsin.record.copy import Copy

STORY = (
    "The ministry of the river province said on Tuesday that three bridges had been closed after the flood. "
    "Engineers will look at the piers of the oldest one, built in 1911, before any lorry may cross again. "
    "“We will not open a bridge that we cannot trust,” said the provincial engineer, Ada Marsh, who has led "
    "the office for nine years. Some 4,200 people on the eastern bank have no other way to the hospital. "
    "Boats of the coast guard carried 160 patients over the water on Monday, the ministry said."
)
OTHER = (
    "A court in the capital has refused to hear the complaint of two fishermen against the new harbour tax. "
    "The judges found that the men had waited too long, and that the law had been made by the book. "
    "Their lawyer spoke of a black day for the coast and means to go to the constitutional court. "
    "The harbour office, for its part, wants to build a second quay with what the tax brings in."
)
EDITED = (
    "The ministry of the river province stated on Tuesday that four bridges had been closed after the flood. "
    "Engineers will examine the piers of the oldest one, built in 1912, before any truck may cross again."
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Return what stands between typographic marks, with them."""
    found = []
    start = text.find("“")
    while start >= 0:
        end = text.index("”", start) + 1
        found.append((start, end))
        start = text.find("“", end)
    return found


def report(
    id_: str, text: str, outlet: str | None = None, published: str | None = None, known: str = "2021-04-13"
) -> Report:
    """Return a report with its quotations."""
    quoted = tuple(Quotation(start=a, end=b) for a, b in quotations(text))
    return Report(id=id_, known=known, text=text, outlet=outlet, published=published, quotations=quoted)


def pair(one: Report, other: Report) -> Copy | None:
    """Return what two reports have in common."""
    return compare(prepare(one), prepare(other), publishers())


def of(one: Report, other: Report) -> Copy:
    """Return what two reports have in common, which is something."""
    found = pair(one, other)
    assert found
    return found


def all_pairs(reports: list[Report]) -> list[Copy]:
    """Return what any two of the reports have in common."""
    ready: list[Prepared] = [prepare(one) for one in reports]
    found = [compare(a, b, publishers()) for n, a in enumerate(ready) for b in ready[n + 1 :]]
    return [one for one in found if one]
