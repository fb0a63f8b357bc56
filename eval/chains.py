"""Who is one: chains within reports (OntoGUM) and entities across them (ECB+), after resolution.

Within a report, the mentions are the model's; ours are the chains that are extracted, joined where two
stand for one reference; adjectives ("Australian") do not count there, since the set does not mark them.
Beside them stand these chains alone, mentions with the same words, and mentions with the same head, each
with and without pronouns put to the nearest mention that they may stand for.

Across reports, the mentions are the marked ones of ECB+'s topics 1 to 35 (33 of them, both of the set's
halves of a topic together, mentions that stand alone counted), and a topic is a case. A mention stands
for the reference that has a mention with the same head, or for that of its chain; references are joined
over the topic as in a case. Many marked mentions are plain nouns ("the driver", "a house") that no
reference covers. "tocsin" puts those by the head's lemma, as the baseline does all: to the one entity of
the topic that has it, else to one another. "tocsin, references alone" leaves them to the chains of
their report. Beside them stand the same words and the same head's lemma over a topic.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from eval.cases import case
from eval.clusters import Cluster
from eval.coreference import Chained, clusters_of, resolved, scored_rows, string_match
from eval.ecbplus import Topical, by_topic
from eval.metrics import Span
from eval.passes import MADE_BY
from eval.rows import Place, Row
from tocsin.extract import extract
from tocsin.extract.figures.nouns import singular
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import vocabulary
from tocsin.model.layers import Layers, Mention
from tocsin.pipeline import Resolver
from tocsin.record import Document, Extraction
from tocsin.store.linking import Linking
from tocsin.text.fold import fold_name

TASK: Final = "chains"
LANGUAGE: Final = "en"
APART: Final = 10_000_000  # more than a report has code points: tells reports of a topic apart in spans


def lemma(tree: Tree, start: int, end: int) -> str:
    """Return the head of a phrase in lower case, a plural noun in the singular; "" where it has no word."""
    head = tree.top(start, end)
    if head is None:
        return ""
    return singular(tree.forms[head]) if tree.tag(head) == "NNS" else tree.forms[head]


def head_of(tree: Tree, start: int, end: int) -> int | None:
    """Return the head of a phrase, None for several joined by "and": they are not the first of them."""
    head = tree.top(start, end)
    inside = tree.within(start, end)
    return None if head is None or any(c in inside for c in tree.children(head, "conj")) else head


# within a report


def within(documents: Sequence[Chained], layers: Sequence[Layers], resolver: Resolver) -> list[Row]:
    """Return the rows of OntoGUM's held-out documents."""
    systems: dict[str, list[list[Cluster]]] = {}
    for document, found in zip(documents, layers, strict=True):
        for name, clusters in _ways(document.text, found, resolver).items():
            systems.setdefault(name, []).append(clusters)
    gold = [document.chains for document in documents]
    return [
        row
        for name, clusters_ in systems.items()
        for row in scored_rows(
            Place(task=TASK, set="ontogum", split="dev", system=name),
            list(zip(gold, clusters_, strict=True)),
        )
    ]


def _ways(text: str, layers: Layers, resolver: Resolver) -> dict[str, list[Cluster]]:
    tree = Tree.of(text, layers.words)
    extraction = resolver(extract(Document(id="eval", text=text), layers, made_by=MADE_BY), layers)

    def head(mention: Mention) -> str:
        return lemma(tree, mention.start, mention.end)

    return {
        "tocsin": joined(text, layers, extraction),
        "tocsin, chains alone": clusters_of(resolved(text, layers)),
        "same string": string_match(text, layers.mentions),
        "same string, nearest": string_match(text, layers.mentions, pronouns=True),
        "same head": string_match(text, layers.mentions, key=head),
        "same head, nearest": string_match(text, layers.mentions, pronouns=True, key=head),
    }


def joined(text: str, layers: Layers, extraction: Extraction) -> list[Cluster]:
    """Return the chains of a report's mentions, joined where two stand for one reference."""
    tree = Tree.of(text, layers.words)
    heads = _heads(tree, extraction)
    mentions = resolved(text, layers)
    sets = Sets()
    for number, mention in enumerate(mentions):
        own = ("mention", number)
        sets.join(own, own if mention.antecedent is None else ("mention", mention.antecedent))
        head = head_of(tree, mention.start, mention.end)
        if head in heads and not tree.tag(head).startswith("JJ"):
            sets.join(own, ("reference", heads[head]))
    found: dict[Hashable, set[Span]] = {}
    for number, mention in enumerate(mentions):
        found.setdefault(sets.of(("mention", number)), set()).add((mention.start, mention.end))
    return [frozenset(spans) for spans in found.values() if len(spans) > 1]


def _heads(tree: Tree, extraction: Extraction) -> dict[int, str]:
    """Return the key of the reference that each head of a reference's mention stands for."""
    found: dict[int, str] = {}
    for reference in extraction.references:
        for mention in reference.mentions:
            head = head_of(tree, mention.start, mention.end)
            if head is not None:
                found.setdefault(head, reference.key)
    return found


class Sets:
    """Things joined two by two, and the set that each is in (Galler & Fischer 1964)."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def of(self, thing: Hashable) -> Hashable:
        """Return what stands for the set of a thing."""
        above = self._above.setdefault(thing, thing)
        while above != thing:
            thing, above = above, self._above[above]
        return thing

    def join(self, a: Hashable, b: Hashable) -> None:
        """Make one set of the sets of two things."""
        self._above[self.of(a)] = self.of(b)


# across reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A marked mention of a topic: what it is known by in each way."""

    span: Span  # apart from those of other reports
    entity: str  # as marked
    words: str
    head: str
    key: str | None  # of the reference that it stands for
    chain: int | None  # of its report's chains
    pronoun: bool


def across(
    reports: Sequence[Topical], layers: Sequence[Layers], resolver: Resolver, linking: Linking
) -> list[Row]:
    """Return the rows of ECB+'s topics."""
    read = dict(zip((report.id for report in reports), layers, strict=True))
    topics = [_placed(own, read, resolver, linking) for own in by_topic(reports).values()]
    gold = [clusters(topic, lambda mention: mention.entity) for topic in topics]
    systems: dict[str, Callable[[Sequence[Placed]], list[Cluster]]] = {
        "tocsin": by_reference_or_head,
        "tocsin, references alone": by_reference,
        "same string": lambda topic: clusters(topic, lambda mention: mention.words),
        "same head lemma": lambda topic: clusters(topic, lambda mention: mention.head),
    }
    return [
        row
        for name, way in systems.items()
        for row in scored_rows(
            Place(task=TASK, set="ecbplus", split="dev", system=name),
            list(zip(gold, map(way, topics), strict=True)),
        )
    ]


def clusters(mentions: Iterable[Placed], label: Callable[[Placed], Hashable]) -> list[Cluster]:
    """Return the spans of mentions with one label as one."""
    found: dict[Hashable, set[Span]] = {}
    for mention in mentions:
        found.setdefault(label(mention), set()).add(mention.span)
    return [frozenset(spans) for spans in found.values()]


def by_reference(topic: Sequence[Placed]) -> list[Cluster]:
    """Return mentions by their references and chains alone."""
    return clusters(topic, _own)


def _own(mention: Placed) -> Hashable:
    if mention.key is not None:
        return mention.key
    if mention.chain is not None:
        return mention.span[0] // APART, mention.chain
    return mention.span


def by_reference_or_head(topic: Sequence[Placed]) -> list[Cluster]:
    """Return mentions by references and chains; those that no reference covers by their head's lemma, too."""
    sets = Sets()
    covered: dict[str, set[str]] = {}
    for mention in topic:
        if mention.key is not None and not mention.pronoun:
            covered.setdefault(mention.head, set()).add(mention.key)
    for mention in topic:
        if mention.key is None and not mention.pronoun:
            keys = covered.get(mention.head, set())
            sets.join(_own(mention), next(iter(keys)) if len(keys) == 1 else ("head", mention.head))
    return clusters(topic, lambda mention: sets.of(_own(mention)))


def _placed(
    reports: Sequence[Topical], read: dict[str, Layers], resolver: Resolver, linking: Linking
) -> list[Placed]:
    """Return a topic's mentions with the entity of the topic's case that each stands for."""
    extractions = []
    for report in reports:
        document = Document(id=report.id, text=report.text)
        extractions.append(resolver(extract(document, read[report.id], made_by=MADE_BY), read[report.id]))
    entity = case([extraction.references for extraction in extractions], linking)
    placed = []
    for number, (report, extraction) in enumerate(zip(reports, extractions, strict=True)):
        tree = Tree.of(report.text, read[report.id].words)
        heads = {head: entity[key] for head, key in _heads(tree, extraction).items()}
        chains = _chains(tree, extraction)
        of_chain = {chain: heads[head] for head, chain in chains.items() if head in heads}
        for (start, end), marked in report.mentions:
            head = head_of(tree, start, end)
            chain = chains.get(head) if head is not None else None
            key = heads.get(head) if head is not None else None
            placed.append(
                Placed(
                    span=(start + number * APART, end + number * APART),
                    entity=marked,
                    words=fold_name(report.text[start:end]),
                    head=lemma(tree, start, end),
                    key=key or (of_chain.get(chain) if chain is not None else None),
                    chain=chain,
                    pronoun=report.text[start:end].casefold() in vocabulary(LANGUAGE).pronouns,
                )
            )
    return placed


def _chains(tree: Tree, extraction: Extraction) -> dict[int, int]:
    """Return the chain that each head of a mention is in."""
    found: dict[int, int] = {}
    for number, chain in enumerate(extraction.chains):
        for mention in chain:
            head = head_of(tree, mention.start, mention.end)
            if head is not None:
                found.setdefault(head, number)
    return found
