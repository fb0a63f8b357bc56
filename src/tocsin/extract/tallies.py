"""Who counts: attributions by a verb or noun of counting that the model has left out.

"The authorities count 80,000 soldiers", "had spoken of 80,000", "puts the toll at six", "by Norland’s
reckoning": without them a figure would be the report’s own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.extract.drafts import Draft
from tocsin.extract.figures.lexicon import Lexicon, lexicon
from tocsin.extract.layout import Layout
from tocsin.extract.names import SPEAKERS, NameIndex
from tocsin.extract.subjects import subject_of_verb
from tocsin.extract.tidy import Range
from tocsin.extract.tree import Tree
from tocsin.lang import entries, section, table
from tocsin.lang.en.inflect import finite_forms

_SCORE: Final = 0.6  # a plain rule, which no gold data have measured
_NUMBER: Final = "CD"
_AT: Final = r"\s+(?P<what>(?:[^\s.;:,“”\"]+\s+){0,8}?at\s+(?:(?:[a-z]+\s+){0,3}?\d|NUMBER))"
_NEXT: Final = re.compile(r"\s+(?P<what>(?:[a-z]+\s+){0,4}\d)")
_MORE_THAN_NUMBERS: Final = frozenset(("a", "an", "one", "half", "score"))
_CLAUSE_END: Final = re.compile(r"[,;:](?!\d)|[^\w\s%]*\s*$|\s(?:when|while|as|but|after|before|although)\s")
_OWNER: Final = "nmod:poss"


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of counting by how their quantity is joined to them."""

    objects: frozenset[str]  # "count 80,000 soldiers"
    at: frozenset[str]  # "put the toll at 28"
    of: frozenset[str]  # "spoke of 80,000"
    nouns: frozenset[str]  # "by Norland’s reckoning"
    before: frozenset[str]  # the prepositions of such nouns
    put: re.Pattern[str]  # what follows "put" up to the number


def tallies(
    layout: Layout, names: NameIndex, tree: Tree, given: Iterable[Draft], *, language: str
) -> Iterator[Draft]:
    """Yield what is attributed by a word of counting, where no other attribution has the quantity."""
    words = _words(language)
    had = list(given)
    yield from _idle(layout, had)
    taken = [content for draft in had for content in draft.contents]
    for number in range(len(tree)):
        verb = _by_verb(layout, names, tree, number, words)
        found = verb or _by_noun(layout, tree, number, words)
        if found is None:
            continue
        source, cue, content = found
        inside = any(left < content[1] and content[0] < right for left, right in taken)
        if not (verb and inside):  # "rejected Norland’s count of 80,000": Norland’s all the same
            yield Draft.of(layout, source=source, cue=cue, contents=(content,), score=_SCORE, derived=inside)


def _idle(layout: Layout, given: Iterable[Draft]) -> Iterator[Draft]:
    """Yield speakers with a cue but no content, where a quantity follows: "had spoken of | 80,000"."""
    for draft in given:
        if draft.source is None or draft.cue is None or draft.contents or draft.cue[0] < draft.source[0]:
            continue
        stop = layout.sentences.span(draft.cue[0])[1]
        match = _NEXT.match(layout.text, draft.cue[1], stop)
        if match:
            content = match.start("what"), _clause_end(layout, match.end(), stop)
            yield Draft.of(layout, source=draft.source, cue=draft.cue, contents=(content,), score=draft.score)


def _clause_end(layout: Layout, start: int, stop: int) -> int:
    end = _CLAUSE_END.search(layout.text, start, stop)
    return end.start() if end else stop


def _by_verb(
    layout: Layout, names: NameIndex, tree: Tree, verb: int, words: _Words
) -> tuple[Range, Range, Range] | None:
    form, word = tree.forms[verb], tree.words[verb]
    if not tree.is_verb(verb) or form not in words.objects | words.at | words.of:
        return None
    content = _put(layout, word.end, words) if form in words.at else None
    content = content or _object(tree, verb, form, words)
    source = _subject(layout, names, tree, verb) if content else None
    if content is None or source is None or content[0] < source[1]:
        return None
    return source, (word.start, word.end), content


def _put(layout: Layout, start: int, words: _Words) -> Range | None:
    """Return what follows "put" up to the end of its clause, where it is "… at 28" or "… at about six"."""
    stop = layout.sentences.span(start)[1]
    match = words.put.match(layout.text, start, stop)
    return (match.start("what"), _clause_end(layout, match.end(), stop)) if match else None


def _object(tree: Tree, verb: int, form: str, words: _Words) -> Range | None:
    """Return the quantity that a verb of counting gives, with what it counts."""
    counted = tree.child(verb, "obj")
    if form in words.objects and counted is not None:
        inside = tree.members(counted)
        return tree.span(inside) if _quantity(tree, inside) else None
    return _of(tree, verb, "obl") if form in words.of else None


def _subject(layout: Layout, names: NameIndex, tree: Tree, verb: int) -> Range | None:
    """Return who counts: the verb’s subject, that of the verb it is joined to, or the name beside it."""
    if (found := subject_of_verb(tree, verb)) is not None:
        return found
    if tree.bases[verb] == "conj" and tree.is_verb(tree.heads[verb]):
        return subject_of_verb(tree, tree.heads[verb])
    start = tree.words[verb].start
    name = names.before(start)
    beside = name is not None and not layout.text[name.span.end : start].strip(" ,")
    return (name.span.start, name.span.end) if name is not None and beside and name.type in SPEAKERS else None


def _by_noun(layout: Layout, tree: Tree, noun: int, words: _Words) -> tuple[Range, Range, Range] | None:
    """Return who counts what: "Norland’s count of 80,000", "its figure was 26", "by its reckoning"."""
    owner = tree.child(noun, _OWNER)
    if tree.forms[noun] not in words.nouns or owner is None or not tree.is_noun(owner):
        return None
    content = _of(tree, noun, "nmod") or _is(tree, noun) or _beside(layout, tree, noun, words)
    if content is None:
        return None
    return tree.phrase(owner, joined=True), (tree.words[noun].start, tree.words[noun].end), content


def _of(tree: Tree, head: int, relation: str) -> Range | None:
    """Return the quantity that "of" joins to a word."""
    for child in tree.children(head, relation):
        case = tree.child(child, "case")
        inside = [number for number in tree.members(child) if number != case]
        if case is not None and tree.forms[case] == "of" and _quantity(tree, inside):
            return tree.span(inside)
    return None


def _is(tree: Tree, noun: int) -> Range | None:
    said = tree.heads[noun]
    plain = said >= 0 and tree.bases[noun] == "nsubj" and tree.child(said, "cop") is not None
    return tree.span([said]) if plain and _quantity(tree, [said]) else None


def _beside(layout: Layout, tree: Tree, noun: int, words: _Words) -> Range | None:
    """Return the sentence that "by Norland’s reckoning" opens; elsewhere its reach is not plain."""
    case = tree.child(noun, "case")
    start, end = layout.sentences.span(tree.words[noun].start)
    if case is None or tree.forms[case] not in words.before:
        return None
    if layout.text[start : tree.words[case].start].strip():
        return None
    rest = [n for n in tree.within(tree.words[noun].end, end) if tree.bases[n] != "punct"]
    return tree.span(rest) if rest and _quantity(tree, rest) else None


def _quantity(tree: Tree, numbers: Iterable[int]) -> bool:
    return any(tree.words[number].tag == _NUMBER for number in numbers)


@cache
def _words(language: str) -> _Words:
    listed = section(table(language, "acts"), "tallies")

    def forms(key: str) -> frozenset[str]:
        return finite_forms(entries(listed, key))

    return _Words(
        objects=forms("objects"),
        at=forms("at"),
        of=forms("of"),
        nouns=frozenset(entries(listed, "nouns")),
        before=frozenset(entries(listed, "before")),
        put=re.compile(_AT.replace("NUMBER", _number(lexicon(language)))),
    )


def _number(known: Lexicon) -> str:
    """Return what matches a number in words with its bound before it: "at least six", "a dozen"."""
    bounds = {word for phrase in known.bounds for word in phrase if word.isalpha()} | {"a", "an"}
    numbers = (word for word in known.starts - _MORE_THAN_NUMBERS if word.isalpha())
    return rf"(?:(?:{_any(bounds)})\s+){{0,3}}?(?:{_any(numbers)})\b"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words))
