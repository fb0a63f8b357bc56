"""Attribution: spans, tokens, links and whole attributions against PolNeAR (Newell et al. 2018)."""

from collections.abc import Iterable, Sequence
from itertools import product

from eval.gold import Gold
from eval.metrics import Counts, Span, compare, total
from eval.relations import ROLES, Document, Relation, Role, of_gold, of_layers
from eval.rows import Place, Row, make_rows
from tocsin.model.layers import Layers

Measures = dict[str, list[Counts]]


def spans(relations: Iterable[Relation], role: Role) -> frozenset[Span]:
    """Return the stretches that have a role in any of the relations."""
    return frozenset(span for relation in relations for span in relation.spans(role))


def exact_spans(document: Document, role: Role) -> Counts:
    """Count the spans of a role whose both ends are right."""
    return compare(spans(document.gold, role), spans(document.found, role))


def token_overlap(document: Document, role: Role) -> Counts:
    """Count the tokens that have a role."""
    places = document.tokens
    gold = places.covered(spans(document.gold, role))
    return compare(gold, places.covered(spans(document.found, role)))


def links(document: Document, role: Role) -> Counts:
    """Count the (cue, source) or (cue, content) pairs of which both spans are exact."""

    def pairs(relations: Iterable[Relation]) -> frozenset[tuple[Span, Span]]:
        return frozenset(pair for r in relations for pair in product(r.cue, r.spans(role)))

    return compare(pairs(document.gold), pairs(document.found))


def whole(document: Document, *, cue: bool) -> Counts:
    """Count the attributions whose source and all of whose contents, and cue if asked, are exact.

    An attribution without source is a pair of no source and its contents.
    """

    def parts(relations: Iterable[Relation]) -> frozenset[tuple[frozenset[Span], ...]]:
        return frozenset((r.source, r.content, r.cue) if cue else (r.source, r.content) for r in relations)

    return compare(parts(document.gold), parts(document.found))


def half_right(document: Document) -> Counts:
    """Count the attributions with cue overlapping, source and contents at least half right."""
    return Counts(right=len(document.matched), found=len(document.found), gold=len(document.gold))


def measures(documents: Sequence[Document]) -> Measures:
    """Return the counts of every measure, one a document."""
    exact = {role: [exact_spans(d, role) for d in documents] for role in ROLES}
    return {
        **{f"span {role}": counts for role, counts in exact.items()},
        "span micro": [total(counts) for counts in zip(*exact.values(), strict=True)],
        **{f"token {role}": [token_overlap(d, role) for d in documents] for role in ROLES},
        "link cue-source": [links(d, "source") for d in documents],
        "link cue-content": [links(d, "content") for d in documents],
        "whole (source, contents)": [whole(d, cue=False) for d in documents],
        "whole (source, cue, contents)": [whole(d, cue=True) for d in documents],
        "whole, half right": [half_right(d) for d in documents],
    }


def documents(gold: Gold, found: Iterable[Sequence[Relation]]) -> list[Document]:
    """Return the documents of a set with what was found in each."""
    return [
        Document(
            id=example.id,
            text=example.text,
            gold=of_gold(example.text, example.attributions or ()),
            found=tuple(relations),
        )
        for example, relations in zip(gold.examples, found, strict=True)
    ]


def from_layers(gold: Gold, layers: Sequence[Layers]) -> list[Document]:
    """Return the documents of a set with what the model found in each."""
    return documents(gold, map(of_layers, gold.texts, layers))


def rows(gold: Gold, found: Sequence[Document], *, system: str = "tocsin") -> list[Row]:
    """Return the table's rows of a set."""
    place = Place(task="attribution", set=gold.set, split=gold.split, system=system)
    return make_rows(place, measures(found))
