"""What "according to" attributes where the model has left it out: "According to Norland, the talks ended"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from tocsin.extract.drafts import Draft
from tocsin.extract.layout import Layout
from tocsin.extract.names import SPEAKERS, NameIndex
from tocsin.extract.tidy import Range, content
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import Vocabulary, vocabulary
from tocsin.lang import entries, section, table

_SCORE: Final = 0.6  # a plain rule, which no gold data have measured by itself
_LONGEST: Final = 90  # characters of a source
_EDGE: Final = re.compile(r"[,;:“”\"()\n]|[.!?…](?=\s|$)|\s[–—-]\s")
_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_LEAST: Final = 2  # words of a content
_PERSONS: Final = frozenset(("his", "her", "my"))
_END: Final = " .,!?…;:"


def according(
    layout: Layout, names: NameIndex, tree: Tree | None, given: Iterable[Draft], *, language: str
) -> Iterator[Draft]:
    """Yield the attributions by "according to" of somebody who can speak, where no other has the words.

    Those words are the rest of the sentence, on both sides of "…, according to Norland, …".
    """
    found, known = _cue(language), vocabulary(language)
    had = [draft for draft in given if draft.contents]
    for match in found.finditer(layout.text):
        at = match.start()
        if not layout.voiced(at) or layout.quotes.at(at) is not None or _taken(had, match.span()):
            continue
        sentence = layout.sentences.span(at)
        source = _source(layout, names, known, match.end(), sentence[1])
        if source is None:
            continue
        source = _described(layout, tree, source) if tree else source
        contents = _contents(layout, tree, sentence, (at, source[1]))
        if contents and not any(
            _overlap(one, other) for draft in had for one in _of(draft) for other in contents
        ):
            yield Draft.of(layout, source=source, cue=match.span(), contents=contents, score=_SCORE)


def _taken(had: Sequence[Draft], cue: Range) -> bool:
    return any(_overlap(span, cue) for draft in had for span in _of(draft))


def _of(draft: Draft) -> Iterator[Range]:
    yield from (span for span in (draft.source, draft.cue, *draft.contents) if span is not None)


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _source(layout: Layout, names: NameIndex, known: Vocabulary, start: int, stop: int) -> Range | None:
    """Return who stands behind "according to", up to a comma: a name, or a noun of those who speak."""
    start += len(layout.text[start:stop]) - len(layout.text[start:stop].lstrip())
    cut = _EDGE.search(layout.text, start, min(stop, start + _LONGEST))
    end = cut.start() if cut else stop if stop - start <= _LONGEST else start
    words = layout.text[start:end].lower().split()
    if not words:
        return None
    inside = names.within(start, end)
    if inside and inside[0].type in SPEAKERS and _leads(layout.text[start : inside[0].span.start]):
        return start, end
    noun = next((n - 1 for n, word in enumerate(words) if n and word in known.prepositions), len(words) - 1)
    traits = known.nouns.get(words[noun])
    if traits is None or (noun == 0 and not traits.plural):
        return None  # "according to plan"
    measured = traits.human is not True and words[0] in _PERSONS  # "according to his weight"
    return None if measured else (start, end)


def _described(layout: Layout, tree: Tree, source: Range) -> Range:
    """Return a source with what tells more of it between commas: "Ada Weir, the mayor of Eastmark,"."""
    top = tree.top(*source)
    told = tree.children(top, "appos", "acl:relcl") if top is not None else ()
    for word in told:
        end = tree.span([n for n in tree.members(word) if tree.bases[n] != "punct"])[1]
        if tree.words[word].start > source[1] and layout.text.startswith(",", end):
            return source[0], end
    return source


def _leads(before: str) -> bool:
    """Tell whether only titles and an article stand before a name: "the Prime Minister Ada Weir"."""
    return all(word == "the" or word[:1].isupper() for word in before.split())


def _is_clause(tree: Tree, span: Range) -> bool:
    return any(tree.tag(word) in _FINITE for word in tree.within(*span))


def _contents(layout: Layout, tree: Tree | None, sentence: Range, own: Range) -> tuple[Range, ...]:
    """Return the clause before "according to …", or the one behind it, or the one that it parts."""
    text = layout.text
    before = content(text, sentence[0], own[0], layout.quotes)
    last = own[1] + len(text[own[1] : sentence[1]].rstrip(_END))
    behind = content(text, own[1], last, layout.quotes) if last > own[1] else None
    if behind is not None and text[own[1]] != ",":
        return ()  # "according to Norland (pictured) the talks"
    whole = before is not None and (tree is None or _is_clause(tree, before))
    kept = [span for span in (before, None if whole else behind) if span is not None]
    told = sum(len(text[start:end].split()) for start, end in kept)
    return tuple(kept) if told >= _LEAST else ()


@cache
def _cue(language: str) -> re.Pattern[str]:
    words = "|".join(
        re.escape(words) for words in entries(section(table(language, "acts"), "according"), "cues")
    )
    return re.compile(rf"\b(?:{words})(?=\s)", re.IGNORECASE)
