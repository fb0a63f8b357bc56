"""On which side of the anchor a clause looks: by the words of its verb, or by their Penn tags where known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.extract.moments.lexicon import folded
from tocsin.extract.moments.locating import FIRM
from tocsin.lang import entries, section, table

_REACH: Final = 40  # words
_WORD: Final = re.compile(r"'s(?![^\W_])|[^\W\d_]+|\d+|[^\w\s]")
_STOPS: Final = frozenset({";"})
_BASE: Final = frozenset({"VB", "VBG"})
_PRESENT: Final = frozenset({"VBZ", "VBP", None})


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that tell of the future and of the past."""

    future: frozenset[str]
    after_be: frozenset[str]
    before_to: frozenset[str]
    present: frozenset[str]
    ongoing: frozenset[str]
    directly: frozenset[str]
    ended: frozenset[str]
    hoping: frozenset[str]
    past: frozenset[str]
    not_past: frozenset[str]
    be: frozenset[str]
    be_now: frozenset[str]

    def side(self, forms: Sequence[str], at: int, tag: str | None) -> int:
        """Return -1 for a word that tells of the past, 1 of the future, 0 for neither.

        A participle after "be" has its auxiliary's tense; an infinitive looks ahead after words of planning.
        """
        form, before = forms[at], forms[at - 1] if at else ""
        if self._ahead(forms, at, tag):
            return 1
        if tag in _BASE or (before in self.be and form not in self.be):
            return 0
        if form in self.past or tag == "VBD":
            return -1
        ends = tag in {None, "VBN"} and len(form) > 4 and form.endswith("ed")
        return -1 if ends and form not in self.not_past else 0

    def _ahead(self, forms: Sequence[str], at: int, tag: str | None) -> bool:
        form, before = forms[at], forms[at - 1] if at else ""
        after = forms[at + 1] if at + 1 < len(forms) else ""
        if form in self.future or (form in self.after_be and (before in self.be or after == "to")):
            return True
        if before == "to":  # "to be published in May", "agreed to sell it in May"
            return form in self.be or (tag == "VB" and self._planned(forms, at - 1))
        # "flies to Oslo on Tuesday", "is leaving on Tuesday"
        return (form in self.present and tag in _PRESENT) or (form in self.ongoing and before in self.be_now)

    def hoped_before(self, text: str) -> bool:
        """Tell whether one of the last three words of a text is of hope: "hopes that", "ahead of"."""
        words = _WORD.findall(folded(text))
        return not self.hoping.isdisjoint(words[-3:])

    def _planned(self, forms: Sequence[str], to: int) -> bool:
        """Tell whether the infinitive of a "to" is what somebody plans, or what "is to" happen."""
        return to > 0 and (
            forms[to - 1] in self.be_now or not self.before_to.isdisjoint(forms[max(0, to - 2) : to])
        )


@cache
def cues(language: str) -> Cues:
    """Return the cues of a language."""
    data = table(language, "times_tense")
    future, past, be = section(data, "future"), section(data, "past"), section(data, "be")
    return Cues(
        frozenset(entries(future, "words")),
        frozenset(entries(future, "after_be")),
        frozenset(entries(future, "before_to")),
        frozenset(entries(future, "present")),
        frozenset(entries(future, "ongoing")),
        frozenset(entries(future, "directly")),
        frozenset(entries(past, "ended")),
        frozenset(entries(future, "hoping")),
        frozenset(entries(past, "words")),
        frozenset(entries(past, "not_past")),
        frozenset(entries(be, "words")),
        frozenset(entries(be, "now")),
    )


def direction(
    text: str, span: tuple[int, int], bounds: tuple[int, int], known: Cues, tags: Mapping[int, str]
) -> int:
    """Return on which side of the anchor the clause around a span looks; 0 where no word tells.

    The nearest telling word before the expression counts, within ``bounds`` of its sentence (as
    offsets); without one the nearest after it. ``tags`` has the Penn tags of words by their start.
    """
    found = list(_WORD.finditer(folded(text[bounds[0] : bounds[1]])))
    forms = [match[0] for match in found]
    starts = [match.start() + bounds[0] for match in found]
    first = sum(start < span[0] for start in starts)
    end = sum(start < span[1] for start in starts)
    before = _first_told(range(first - 1, max(-1, first - _REACH), -1), forms, starts, known, tags)
    if first and forms[first - 1] in known.ended:
        return -FIRM
    if before and first and forms[first - 1] in known.directly:
        return 1
    after = range(end, min(len(forms), end + _REACH))
    return before or _first_told(after, forms, starts, known, tags)


def _first_told(
    order: range, forms: Sequence[str], starts: Sequence[int], known: Cues, tags: Mapping[int, str]
) -> int:
    for at in order:
        if forms[at] in _STOPS:
            return 0
        if side := known.side(forms, at, tags.get(starts[at])):
            return side
    return 0
