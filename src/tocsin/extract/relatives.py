"""Relative clauses beside a speaker, which are no contents: "Norland, which fears a raid, has accused …"."""

import re
from typing import Final

from tocsin.extract.drafts import Draft
from tocsin.extract.layout import Layout
from tocsin.extract.lexicon import Lexicon, cue_words
from tocsin.extract.names import NameIndex
from tocsin.extract.tidy import Range
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import Vocabulary

_WORD: Final = re.compile(r"\S+")
_COMMA: Final = ", "
_BESIDE: Final = " ,–—-("


def parted(
    layout: Layout, names: NameIndex, lexicon: Lexicon, vocabulary: Vocabulary, draft: Draft
) -> tuple[Draft, ...]:
    """Return an attribution without the relative clauses that only describe its speaker.

    Of "Norland, which fears a raid, has accused Sudland of theft" the clause is no content: Norland
    accuses, and (the second that is returned) Norland fears a raid. Of "“No,” said Ada Weir, who is
    expected on Monday" the end is none.
    """
    draft = _without_trailing(layout, vocabulary, draft)
    place = _clause(layout, vocabulary, draft)
    name = names.before(place[0]) if place else None
    if place is None or name is None or layout.text[name.span.end : place[0]] != _COMMA:
        return (draft,)
    contents = draft.contents[1:]
    source = draft.source or (name.span.start, name.span.end)
    whole = Draft.of(layout, source=source, cue=draft.cue, contents=contents, score=draft.score)
    own = _own(layout, lexicon, place, draft.score)
    return (whole, own) if own else (whole,)


def _without_trailing(layout: Layout, vocabulary: Vocabulary, draft: Draft) -> Draft:
    """Leave out a clause behind the source that tells who he is."""
    if draft.source is None or len(draft.contents) < 2:
        return draft
    start, end = draft.contents[-1]
    describes = layout.text[draft.source[1] : start] == _COMMA and _opens(layout, vocabulary, start)
    if not describes or layout.quotes.at(end - 1) is not None:
        return draft
    return Draft.of(
        layout, source=draft.source, cue=draft.cue, contents=draft.contents[:-1], score=draft.score
    )


def _opens(layout: Layout, vocabulary: Vocabulary, start: int) -> bool:
    first = _WORD.match(layout.text, start)
    return first is not None and first.group().lower() in vocabulary.relative


def _clause(layout: Layout, vocabulary: Vocabulary, draft: Draft) -> Range | None:
    """Return the first of several contents where it is a relative clause that ends right before the cue."""
    if draft.cue is None or len(draft.contents) < 2:
        return None
    start, end = draft.contents[0]
    ends = layout.text[end : draft.cue[0]] == _COMMA
    return (start, end) if ends and _opens(layout, vocabulary, start) else None


def _own(layout: Layout, lexicon: Lexicon, clause: Range, score: float) -> Draft | None:
    """Return what a relative clause attributes by its first verb, None where that is no cue."""
    words = list(_WORD.finditer(layout.text, *clause))[:3]
    if len(words) < 3:
        return None
    who, verb, rest = words
    folded = cue_words(verb.group())
    if not folded or not lexicon.has_verb(folded[-1]):
        return None
    contents = ((rest.start(), clause[1]),)
    return Draft.of(layout, source=who.span(), cue=verb.span(), contents=contents, score=score)


def by_relative(layout: Layout, tree: Tree, vocabulary: Vocabulary, draft: Draft) -> Draft:
    """Return an attribution with the relative as its source where that is the subject of its cue.

    Of "rebels blamed the army, which denies it" the army denies, not the subject of the sentence.
    """
    if draft.source is None or draft.cue is None:
        return draft
    verb = tree.top(*draft.cue)
    if verb is None or not tree.is_verb(verb):
        return draft
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or tree.forms[subject] not in vocabulary.relative:
        return draft
    word = tree.words[subject]
    apart = draft.source[1] <= word.start and layout.text[draft.source[1] : word.start].strip(_BESIDE)
    if not apart or any(tree.is_noun(between) for between in range(subject + 1, verb)):
        return draft
    return Draft.of(
        layout, source=(word.start, word.end), cue=draft.cue, contents=draft.contents, score=draft.score
    )
