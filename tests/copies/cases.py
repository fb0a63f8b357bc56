"""Cases of invented reports, made of sentences that they share, and what arrives in them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.copies.reports import quotations
from tocsin.copies import Prepared, Quotation, Run, arrive, prepare, publishers
from tocsin.copies.reports import Report

if TYPE_CHECKING:
    from tocsin.record.copy import Copy

_WORDS = (
    *("river", "bridge", "lorry", "engineer", "harbour", "judge", "letter", "winter"),
    *("morning", "train", "guard", "boat", "ferry", "tax", "coast"),
)
SENTENCES = tuple(
    " ".join(
        f"{_WORDS[(n * 7 + m * m) % 15]}{chr(97 + (n + m) % 20)}{'x' * (m % 3)}" for m in range(6 + 3 * n)
    ).capitalize()
    + "."
    for n in range(9)
)
_SENTENCE = st.sampled_from(SENTENCES)
_QUOTED = _SENTENCE.map(lambda one: f"“{one}” she said.")
_EDITED = st.tuples(_SENTENCE, st.integers(0, 30)).map(
    lambda both: " ".join(word for n, word in enumerate(both[0].split()) if n % 31 != both[1])
)
_OWN = st.integers(0, 5000).map(
    lambda n: f"In place {n} a thing named item{n} of kind{n * 31 % 977} was seen."
)
TEXTS = st.lists(st.one_of(_SENTENCE, _SENTENCE, _QUOTED, _EDITED, _OWN), min_size=1, max_size=6).map(
    " ".join
)
OUTLETS = st.sampled_from((None, "one.com", "two.com", "three.com"))
DAYS = st.integers(1, 4).map(lambda day: f"2021-04-{day:02}")


def numbered(each: Iterable[tuple[str, str | None, str]]) -> list[Report]:
    """Return reports of text, outlet and day, with ids of their number."""
    return [
        Report(
            id=f"doc-{n:02}",
            known=day,
            text=text,
            outlet=outlet,
            published=day,
            quotations=_quotations(text),
        )
        for n, (text, outlet, day) in enumerate(each)
    ]


def _quotations(text: str) -> tuple[Quotation, ...]:
    return tuple(Quotation(start=a, end=b) for a, b in quotations(text))


CASES = st.lists(st.tuples(TEXTS, OUTLETS, DAYS), min_size=1, max_size=9).map(numbered)


class Case:
    """A case that reports arrive in one by one: the copies that it has."""

    def __init__(self, reports: Sequence[Report] = ()) -> None:
        self.runs: tuple[Run, ...] = ()
        self.there: list[Prepared] = []
        self.copies: dict[tuple[str, str], Copy] = {}
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> bool:
        """Let a report arrive; tell whether anything changed."""
        one = prepare(report)
        found = arrive(one, len(self.there), self.runs, fetch=self.there.__getitem__, known=publishers())
        changed = found.runs is not self.runs
        if changed:
            self.there.append(one)
        self.runs = found.runs
        for both in found.removed:
            self.copies.pop(both, None)
        self.copies |= {(copy.left, copy.right): copy for copy in found.added}
        return changed or bool(found.added or found.removed)

    @property
    def told(self) -> str:
        """All copies, as one text."""
        return "\n".join(repr(self.copies[both]) for both in sorted(self.copies))
