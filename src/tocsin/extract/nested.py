"""Attributions inside indirect contents: in "Kyiv says Moscow told it that …" Moscow spoke, too.

The model gives a word one role, so what stands inside a content is found by one plain rule: the
content begins with a name, a verb of saying follows, and "that" within a few words.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tocsin.extract.drafts import Draft
from tocsin.extract.layout import Layout
from tocsin.extract.names import NameIndex
from tocsin.lang import entries, section, table
from tocsin.lang.en.inflect import finite_forms
from tocsin.record import Name, NameType

_LEAST: Final = 20  # characters of a content that can hold another
_MOST_BEFORE: Final = 70  # characters of titles before the name
_START: Final = re.compile(r"(?:that\s+)?(?:the\s+)?", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:[^\W_][\w.’'-]*\s+){0,8}")


def nested(layout: Layout, names: NameIndex, found: Iterable[Draft], *, language: str) -> Iterator[Draft]:
    """Yield the attributions that open the indirect contents of others."""
    verbs = _verbs(language)
    for draft in found:
        if draft.cue is None:
            continue
        for start, end in draft.contents:
            if end - start >= _LEAST and layout.quotes.at(start) is None:
                yield from _in_content(layout, names, draft, start, end, verbs)


def _in_content(
    layout: Layout, names: NameIndex, draft: Draft, start: int, end: int, verbs: re.Pattern[str]
) -> Iterator[Draft]:
    text = layout.text
    opening = _START.match(text, start, end)
    first = opening.end() if opening else start
    name = next(iter(names.within(first, min(end, first + _MOST_BEFORE))), None)
    if name is None or not _heads(text, first, name):
        return
    match = verbs.match(text, name.span.end, end)
    if match is None or match["that"] is None:
        return
    stop = min(end, layout.sentences.span(match.start("that"))[1])
    if stop - match.start("that") < _LEAST:
        return
    yield Draft.of(
        layout,
        source=(first, name.span.end),
        cue=match.span("cue"),
        contents=((match.start("that"), stop),),
        score=draft.score,
        derived=True,
    )


def _heads(text: str, start: int, name: Name) -> bool:
    """Tell whether a name, after titles alone, is the subject: nationalities are none."""
    if name.type is NameType.NATIONALITY:
        return False
    match = _TITLE.fullmatch(text, start, name.span.start)
    return match is not None and all(word[0].isupper() for word in match[0].split())


@cache
def _verbs(language: str) -> re.Pattern[str]:
    lemmas = entries(section(table(language, "acts"), "nested"), "verbs")
    forms = sorted(finite_forms(lemmas), key=len)
    verb = "|".join(re.escape(form) for form in reversed(forms))
    return re.compile(
        rf"\s+(?P<cue>(?:(?:has|have|had|also|again|already|later|then|[a-z]+ly)\s+){{0,2}}(?:{verb}))\b"
        r"(?:\s+(?!that\b)[\w.’'-]+){0,6}?\s+(?P<that>that)\b",
    )
