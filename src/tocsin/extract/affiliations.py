"""Of which body an unnamed source is said to be: "a senior NATO official", "an aide at the ministry"."""

from collections.abc import Iterator, Sequence
from typing import Final

from tocsin.extract.scene import Scene
from tocsin.extract.tidy import Range
from tocsin.extract.words import Word, words_of
from tocsin.record import Name, NameType, Span
from tocsin.record.name import BODIES, PLACES

_ACTING: Final = (*BODIES, *PLACES, NameType.NATIONALITY)
_LOCATIONS: Final = (NameType.STATE, NameType.PLACE)


def affiliation(scene: Scene, source: Range) -> Span | None:
    """Return the body that a source phrase gives: the first named, else the first described; else None."""
    text = scene.layout.text
    words = words_of(text, *source)
    head = _head(scene, words)
    for name in scene.names.within(*source):
        if name.type in _ACTING and "-" not in name.span.text and _belongs(scene, name, words, head):
            return name.span
    for start, end in _described(scene, words, head):
        return Span.of(text, start, end)
    return None


def _head(scene: Scene, words: Sequence[Word]) -> int:
    """Return the number of the first noun for persons: what stands before it describes them."""
    known = scene.vocabulary
    persons = (n for n, word in enumerate(words) if (traits := known.nouns.get(word.text)) and traits.human)
    return next(persons, len(words))


def _belongs(scene: Scene, name: Name, words: Sequence[Word], head: int) -> bool:
    """Tell whether the source is of what a name names: it stands before the noun, or "of", "at" joins it."""
    known = scene.vocabulary
    before = [word for word in words if word.end <= name.span.start]
    if len(before) <= head:
        return True
    while before and (before[-1].text in known.determiners or before[-1].text in known.ranks):
        before.pop()
    if not before or name.type is NameType.NATIONALITY:
        return False
    joins = before[-1].text in known.of_body or (before[-1].text == "in" and name.type not in _LOCATIONS)
    return joins and len(before) - 2 <= head + _near(words, head)


def _near(words: Sequence[Word], head: int) -> int:
    """Return how many nouns for persons follow the first at once: "officials and diplomats"."""
    return 2 if head + 1 < len(words) and words[head + 1].text in ("and", "or") else 0


def _described(scene: Scene, words: Sequence[Word], head: int) -> Iterator[Range]:
    """Yield bodies told by a common noun, without article or rank: "defence ministry"."""
    known = scene.vocabulary
    for number, word in enumerate(words):
        if word.text not in known.bodies or number == head:
            continue
        first = number
        while first > 0 and not _is_edge(scene, words[first - 1]):
            first -= 1
        joined = first > 0 and any(w.text in known.of_body or w.text == "in" for w in words[head + 1 : first])
        if number < head or joined:
            yield words[first].start, words[first].start + len(_bare(scene, words[first].start, word.end))


def _bare(scene: Scene, start: int, end: int) -> str:
    return scene.layout.text[start:end].removesuffix("'s").removesuffix("’s")


def _is_edge(scene: Scene, word: Word) -> bool:
    known = scene.vocabulary
    return (
        word.possessive
        or word.text in known.determiners
        or word.text in known.ranks
        or word.text in known.prepositions
        or word.text in known.nouns
        or word.text in known.relative
    )
