"""Names with roles: which person holds which office of which body, as the report's words say it.

Offices are found by word lists; who holds them by the order of words, and by the syntax where the
model gives it and the order alone does not tell.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from tocsin.extract.layout import Layout
from tocsin.extract.names import NameIndex
from tocsin.extract.roles.lexicon import Lexicon, lexicon
from tocsin.extract.roles.links import Link, Sentence, links
from tocsin.extract.roles.offices import find_offices
from tocsin.extract.roles.syntax import links_of_tree
from tocsin.extract.roles.tokens import tokens
from tocsin.extract.tree import Tree
from tocsin.model.layers import Layers
from tocsin.record import Document, Name, NameType, Role, Span, content_id

__all__ = ["extract_roles"]

_RANK: Final = 16  # characters in which a rank stands


def extract_roles(
    document: Document,
    layers: Layers,
    layout: Layout,
    names: Iterable[Name],
    *,
    language: str,
    version: str,
    tree: Tree | None = None,
) -> tuple[Role, ...]:
    """Return the roles of a report in the order of their text, each person and office once a place.

    ``body`` is the report's own words for the body or state ("Norland", "Norwegian", "ministry"),
    None where the phrase gives none or a pronoun; ``why`` tells the rule, and a missing body.
    ``tree`` is the report's, where it is made already.
    """
    index = NameIndex.of(tuple(names))
    if not any(name.type is NameType.PERSON for name in index.names):
        return ()
    known = lexicon(language)
    tree = tree if tree is not None else Tree.of(document.text, layers.words)
    found: dict[tuple[int, int, int], Role] = {}
    for start, end in _stretches(layout, index, known):
        parts = tokens(document.text, start, end, names=index, tree=tree, known=known)
        sentence = Sentence.of(parts, find_offices(parts, known), known)
        joined = links(sentence)
        for link in (*joined, *links_of_tree(sentence, tree, joined)):
            role = _role(document, sentence, link, version)
            found.setdefault((role.person.start, role.role.start, role.role.end), role)
    return tuple(found[key] for key in sorted(found))


def _stretches(layout: Layout, names: NameIndex, known: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the sentences that hold a person's name and a word of office, cut at paragraphs.

    A sentence does not end with a rank: "Lt. | Gen. Ada Weir".
    """
    persons = [name.span.start for name in names.names if name.type is NameType.PERSON]
    edges = layout.paragraphs.starts
    start = -1
    for first, end in zip(layout.sentences.starts, layout.sentences.ends, strict=True):
        start = first if start < 0 else start
        inner = edges[bisect_right(edges, start) : bisect_right(edges, end - 1)]
        for stop in (*inner, end):
            if stop == end and _ends_with_rank(layout.text[max(start, stop - _RANK) : stop], known):
                break  # goes on in the next sentence
            named = bisect_right(persons, stop - 1) > bisect_right(persons, start - 1)
            if named and _has_opener(layout.text[start:stop], known):
                yield start, stop
            start = stop
        else:
            start = -1


def _ends_with_rank(text: str, known: Lexicon) -> bool:
    word = text.rstrip().removesuffix(".").rpartition(" ")[2].lower()
    return text.rstrip().endswith(".") and (known.has("honorifics", word) or bool(known.rank((word,))))


def _has_opener(text: str, known: Lexicon) -> bool:
    words = text.lower().replace(".", " ").replace(",", " ").split()
    return any(
        known.is_opener(word.strip("()“”\"’'‘;:–—").removeprefix("then-").removeprefix("ex-"))
        for word in words
    )


def _role(document: Document, sentence: Sentence, link: Link, version: str) -> Role:
    text, office = document.text, link.office
    name = sentence.tokens[link.person].name
    person = name.span if name else Span.of(text, *office.role)  # a link's person has a name
    role = Span.of(text, *office.role)
    body = Span.of(text, *office.body) if office.body else None
    places = [f"{span.start}:{span.end}" for span in (person, role, *((body,) if body else ()))]
    return Role(
        id=content_id("rol", document.id, "role", *places, version),
        document=document.id,
        person=person,
        role=role,
        body=body,
        former=office.former,
        why=link.why if body or office.rank else f"{link.why}; the phrase names no body",
        score=round(link.sure * (name.score if name else 1.0), 4),
    )
