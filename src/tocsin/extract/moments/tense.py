"""On which side of the anchor a clause looks: by the words of its verb, or by their Penn tags where known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.extract.moments.lexicon import Token
from tocsin.lang import entries, section, table

_REACH: Final = 40  # tokens
_STOPS: Final = frozenset({"\n", ";"})
_BASE: Final = frozenset({"VB", "VBG"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that tell of the future and of the past."""

    future: frozenset[str]
    after_be: frozenset[str]
    directly: frozenset[str]
    past: frozenset[str]
    not_past: frozenset[str]
    be: frozenset[str]

    def side(self, form: str, beside: tuple[str, str], tag: str | None) -> int:
        """Return -1 for a word that tells of the past, 1 of the future, 0 for neither.

        ``beside`` are the words before and after it: a participle after "be" has its auxiliary's tense.
        """
        if form in self.future or (form in self.after_be and (beside[0] in self.be or beside[1] == "to")):
            return 1
        if beside[0] == "to" and form in self.be:  # "to be published in May"
            return 1
        if tag in _BASE or (beside[0] in self.be and form not in self.be):
            return 0
        if form in self.past or tag == "VBD":
            return -1
        if tag in {None, "VBN"} and len(form) > 4 and form.endswith("ed") and form not in self.not_past:
            return -1
        return 0


@cache
def cues(language: str) -> Cues:
    """Return the cues of a language."""
    data = table(language, "times_tense")
    future, past = section(data, "future"), section(data, "past")
    return Cues(
        frozenset(entries(future, "words")),
        frozenset(entries(future, "after_be")),
        frozenset(entries(future, "directly")),
        frozenset(entries(past, "words")),
        frozenset(entries(past, "not_past")),
        frozenset(entries(section(data, "be"), "words")),
    )


def direction(
    tokens: Sequence[Token],
    span: tuple[int, int],
    bounds: tuple[int, int],
    known: Cues,
    tags: Mapping[int, str],
) -> int:
    """Return on which side of the anchor the clause of the tokens [first, end) looks; 0 where no word tells.

    The nearest telling word before the expression counts, within ``bounds`` of its sentence (as
    offsets); without one the nearest after it. ``tags`` has the Penn tags of words by their start.
    """
    first, end = span
    before = _before(tokens, first, bounds[0], known, tags)
    if before and first and tokens[first - 1].form in known.directly:
        return 1
    return before or _after(tokens, end, bounds[1], known, tags)


def _before(tokens: Sequence[Token], first: int, bound: int, known: Cues, tags: Mapping[int, str]) -> int:
    for at in range(first - 1, max(-1, first - _REACH), -1):
        token = tokens[at]
        if token.start < bound or token.form in _STOPS:
            return 0
        if side := _side(tokens, at, known, tags):
            return side
    return 0


def _after(tokens: Sequence[Token], end: int, bound: int, known: Cues, tags: Mapping[int, str]) -> int:
    for at in range(end, min(len(tokens), end + _REACH)):
        token = tokens[at]
        if token.end > bound or token.form in _STOPS:
            return 0
        if side := _side(tokens, at, known, tags):
            return side
    return 0


def _side(tokens: Sequence[Token], at: int, known: Cues, tags: Mapping[int, str]) -> int:
    token = tokens[at]
    beside = (tokens[at - 1].form if at else "", tokens[at + 1].form if at + 1 < len(tokens) else "")
    return known.side(token.form, beside, tags.get(token.start))
