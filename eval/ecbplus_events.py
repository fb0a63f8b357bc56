"""One happening in many reports: ECB+'s marked actions, clustered across the reports of a topic or a case.

Chosen on the train topics, reported on dev (Cybulska & Vossen 2015: topics 2, 5, 12, 18, 21, 23, 34, 35),
mentions that stand alone counted. A case is a topic (both of the set's halves of it together), or all the
dev topics at once: then nothing tells the topics apart but what the stage ``group`` finds. Ours is the
pair score and the linkage of ``reconcile.claims``; the trigger is the marked one, its parties are the
words that the tree has for subject and object. Beside it: the same head's lemma, alone and within the
stories that ``group`` finds, and the head's form as ``eval.chains`` has it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from eval.chains import APART, lemma
from eval.clusters import Cluster
from eval.coreference import scored_rows
from eval.ecbplus import Topical
from eval.metrics import Span
from eval.passes import MADE_BY
from eval.rows import Place, Row
from tocsin.extract import extract
from tocsin.extract.tree import Tree
from tocsin.group import profile_of, shipped, stories_of
from tocsin.model.layers import Layers
from tocsin.pipeline import Resolver
from tocsin.reconcile.claims.events import ONE, likely
from tocsin.reconcile.claims.linkage import grouped
from tocsin.reconcile.claims.occurrences import Occurrence, occurrence, same_event
from tocsin.reconcile.claims.stems import stem
from tocsin.record import Document
from tocsin.record.story import Profile

TASK: Final = "ecbplus-events"
DEV: Final = frozenset(("2", "5", "12", "18", "21", "23", "34", "35"))
_KNOWN: Final = "2010-01-01T00:00:00Z"  # the set has no dates
_PARTIES: Final = {
    "nsubj": "actor", "csubj": "actor", "obl:agent": "actor", "nsubj:pass": "recipient", "obj": "recipient",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A marked action: where it stands, apart from those of other reports, and what is known of it."""

    span: Span
    topic: str
    event: str  # as marked
    form: str
    lemma: str
    told: Occurrence


def marked(reports: Sequence[Topical], layers: Sequence[Layers], stories: Mapping[str, str]) -> list[Marked]:
    """Return the marked actions of reports; ``stories`` has the story of each report by its id."""
    found = list[Marked]()
    for number, (report, own) in enumerate(zip(reports, layers, strict=True)):
        tree = Tree.of(report.text, own.words)
        for (start, end), event in report.mentions:
            found.append(
                Marked(
                    span=(number * APART + start, number * APART + end),
                    topic=report.topic,
                    event=f"{report.topic}:{event}",
                    form=lemma(tree, start, end),
                    lemma=_lemma(tree, start, end),
                    told=_told(report, own, tree, (start, end), stories.get(report.id)),
                )
            )
    return found


def _lemma(tree: Tree, start: int, end: int) -> str:
    """Return the lemma of a phrase's head: of a verb its stem, of a noun its singular."""
    head = tree.top(start, end)
    verb = head is not None and tree.is_verb(head)
    return stem(tree.forms[head]) if verb and head is not None else lemma(tree, start, end)


def _told(report: Topical, layers: Layers, tree: Tree, span: Span, story: str | None) -> Occurrence:
    start, end = span
    sentence = next(((a, b) for a, b in layers.sentences if a <= start < b), span)
    head = tree.top(start, end)
    types = (t.type for t in layers.triggers if t.start < end and start < t.end)
    parties = _parties(tree, head)
    return occurrence(
        f"{report.id}:{start}:{end}",
        document=report.id,
        trigger=report.text[start:end],
        head=tree.forms[head] if head is not None else None,
        story=story,
        type=next(types, None),
        actor=parties["actor"],
        recipient=parties["recipient"],
        context=report.text[sentence[0] : max(end, sentence[1])],
        at=start - sentence[0],
    )


def _parties(tree: Tree, head: int | None) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for child in tree.children(head) if head is not None else ():
        part = _PARTIES.get(tree.relation(child)) or _PARTIES.get(tree.bases[child])
        if part:
            found[part] |= {stem(tree.forms[n]) for n in tree.members(child) if tree.is_noun(n)}
    return found


def profiles(reports: Sequence[Topical], layers: Sequence[Layers], resolver: Resolver) -> list[Profile]:
    """Return what each report is about, as the stage ``group`` asks it."""
    found = []
    for report, own in zip(reports, layers, strict=True):
        read = resolver(extract(Document(id=report.id, text=report.text), own, made_by=MADE_BY), own)
        found.append(profile_of(read, known=_KNOWN, background=shipped()))
    return found


def stories(found: Iterable[Profile]) -> dict[str, str]:
    """Return the story of each report by its id, as the stage ``group`` has it of these reports alone."""
    return {document: story[0] for story in stories_of(found) for document in story}


def ours(mentions: Sequence[Marked]) -> list[Cluster]:
    """Return the clusters of the product: pairs that may be one, scored and linked."""
    told = {mention.told.id: mention.told for mention in mentions}
    pairs = (sorted(pair) for pair in combinations(told, 2))
    scores = {(a, b): same_event(told[a], told[b]).score for a, b in pairs if likely(told[a], told[b])}
    home = {each: number for number, group in enumerate(grouped(told, scores, join=ONE)) for each in group}
    return _clusters(mentions, lambda mention: home[mention.told.id])


WAYS: Final[Mapping[str, Callable[[Sequence[Marked]], list[Cluster]]]] = {
    "tocsin": ours,
    "same head form": lambda mentions: _clusters(mentions, lambda one: one.form),
    "same head lemma": lambda mentions: _clusters(mentions, lambda one: one.lemma),
    "same head lemma in a story": lambda mentions: _clusters(
        mentions, lambda one: (one.lemma, one.told.story)
    ),
}


def rows(reports: Sequence[Topical], layers: Sequence[Layers], resolver: Resolver) -> list[Row]:
    """Return the rows of the dev topics: each a case of its own, and all in one."""
    chosen = [(report, own) for report, own in zip(reports, layers, strict=True) if report.topic in DEV]
    about = {each.document: each for each in profiles(*_unzipped(chosen), resolver)}
    by_topic: dict[str, list[tuple[Topical, Layers]]] = defaultdict(list)
    for report, own in chosen:
        by_topic[report.topic].append((report, own))
    cases = {"a topic a case": list(by_topic.values()), "all in one case": [chosen]}
    found = list[Row]()
    for name, parts in cases.items():
        mentions = [
            marked(*_unzipped(part), stories(about[report.id] for report, _ in part)) for part in parts
        ]
        gold = [_clusters(own, lambda mention: mention.event) for own in mentions]
        for system, way in WAYS.items():
            place = Place(task=TASK, set=f"ecbplus, {name}", split="dev", system=system)
            found += scored_rows(place, list(zip(gold, map(way, mentions), strict=True)))
    return found


def _unzipped(read: Sequence[tuple[Topical, Layers]]) -> tuple[list[Topical], list[Layers]]:
    return [report for report, _ in read], [own for _, own in read]


def _clusters(mentions: Iterable[Marked], label: Callable[[Marked], Hashable]) -> list[Cluster]:
    found: dict[Hashable, set[Span]] = defaultdict(set)
    for mention in mentions:
        found[label(mention)].add(mention.span)
    return [frozenset(spans) for spans in found.values()]
