"""A statement in its report's own words from the verb on, so that a line reads as the report does."""

import re
from itertools import pairwise
from typing import Final

from tocsin.brief.vocabulary import words as word_lists
from tocsin.record import Document, Mode, Span, Statement

_BEFORE: Final = 48  # characters between the speaker and the verb: "on Monday also"
_AFTER: Final = 90  # between the verb and what is said: "Ukraine and its allies of"
_PLAIN: Final = re.compile(r"(?:\s[^\W\d_][\w’'-]*|\s\d+)*\s*")
_FINITE: Final = re.compile(r"\w+ed\b", re.IGNORECASE)


def told(statement: Statement, document: Document) -> Span | None:
    """Return the stretch "called on Russia to stop": from the verb to the end of what is said.

    None where the report does not tell it in that order, or where it would not read as a sentence behind
    the speaker's name; direct speech is its own telling.
    """
    cue, contents = statement.cue, statement.contents
    if statement.mode is Mode.DIRECT or cue is None or cue.end > contents[0].start or _apart(contents):
        return None
    text = document.text
    if "," in cue.text or not _joined(text[cue.end : contents[0].start]) or _passive(statement, cue, text):
        return None
    start = _start(statement, cue, text)
    return Span.of(text, start, contents[-1].end) if start is not None else None


def _apart(contents: tuple[Span, ...]) -> bool:
    """Tell whether something stands between the pieces: "said X", which the telling would repeat."""
    return any(after.start - before.end > 2 for before, after in pairwise(contents))


def _joined(gap: str) -> bool:
    return len(gap) <= _AFTER and not re.search(r"[.!?;]\s|\n\n", gap)


def _passive(statement: Statement, cue: Span, text: str) -> bool:
    """Tell whether the words are another's verb: "whom he accused of it", "Oslo and Rome have asked"."""
    after = text[cue.end : statement.contents[0].start] + statement.contents[0].text
    listed = statement.source and re.search(r"(?:\band|\bor|,)\s+$", text[: statement.source.start][-12:])
    return bool(listed) or (cue.text.casefold().endswith("accused") and after.split()[:1] == ["of"])


def _start(statement: Statement, cue: Span, text: str) -> int | None:
    """Return where the verb begins, with what stands before it: "has", "on Monday"."""
    source = statement.source
    if source and source.end <= cue.start:
        gap = text[source.end : cue.start]
        if len(gap) <= _BEFORE and _PLAIN.fullmatch(gap) and not _words(gap) & word_lists().relative:
            first = (_listed(gap + cue.text) or [""])[0]
            return (
                None
                if first.endswith("ing")
                else source.end + len(gap + cue.text) - len((gap + cue.text).lstrip())
            )
        if gap.strip() == ",":
            return cue.start if _finite(cue, text) else None
    return cue.start if _finite(cue, text) else None


def _finite(cue: Span, text: str) -> bool:
    """Tell whether a verb stands by itself behind a name: "warned", neither "to warn" nor "was warned"."""
    first = (_listed(cue.text) or [""])[0]
    before = (_listed(text[max(0, cue.start - 24) : cue.start]) or [""])[-1]
    plain = bool(_FINITE.fullmatch(first)) or first in word_lists().finite
    return plain and before not in word_lists().auxiliary


def _words(words: str) -> frozenset[str]:
    return frozenset(_listed(words))


def _listed(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", words.casefold())
