"""Events on PLV: the type that a sentence tells of its marked parties, and whether they are bound as marked.

PLV (Hu et al. 2024, "Leveraging Codebook Knowledge with NLI and ChatGPT for Zero-Shot Political Relation
Classification") marks one source and one target a sentence, with one of 15 roots (YIELD is CONCEDE and
RETREAT in one) and one of four classes. Measured is macro-F1 over roots and over classes, of the event
that our extractors make of the whole sentence: the one that binds the marked parties best, else the
strongest trigger. What the type head alone reaches in five folds, training measures.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from training.events import plv

from eval.gold import digest_of
from eval.metrics import ROUNDS, SEED, Counts, Span, compare, total
from eval.rows import Place, Row, make_rows
from tocsin.extract.events import extract_events
from tocsin.extract.layout import Layout
from tocsin.extract.names import extract_names
from tocsin.extract.statements import extract_statements
from tocsin.extract.tree import Tree
from tocsin.model.layers import Layers
from tocsin.ontology.events import kinds
from tocsin.record import Document, Event, EventType
from tocsin.record import Span as Stretch

SET, SPLIT = "plv", "train"
YIELD = "YIELD"
VERSION = "eval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its marked parties and its root."""

    text: str
    source: Span
    target: Span
    root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of a sentence: a root, and whether actor and recipient stand where they are marked."""

    root: str | None
    actor: bool | None = None  # None: not bound
    recipient: bool | None = None


def load(data: Path) -> tuple[list[Sentence], str]:
    """Return PLV's sentences that mark both parties, and the digest of the file; none where it is missing."""
    files = sorted((data / "plv").glob("*train*.tsv"))
    if not files:
        return [], ""
    found = [
        Sentence(text=example.text, source=coded.source, target=coded.target, root=root_of(coded.types[0]))
        for example in plv(data)
        for coded in example.coded
        if coded.target is not None
    ]
    return found, digest_of(files, data)


def root_of(kind: str) -> str:
    """Return PLV's root of a type.

    >>> root_of("RETREAT"), root_of("AID")
    ('YIELD', 'AID')
    """
    return YIELD if kind in {"CONCEDE", "RETREAT"} else str(kind)


def class_of(root: str) -> str:
    """Return the class of a root, as PLV has it: YIELD is material cooperation.

    >>> class_of("YIELD"), class_of("THREATEN")
    ('material cooperation', 'verbal conflict')
    """
    return kinds()[EventType.RETREAT if root == YIELD else EventType(root)].quad


def events_of(text: str, layers: Layers) -> tuple[Event, ...]:
    """Return the events of a sentence that stands alone."""
    document = Document(id="eval", text=text)
    layout = Layout.of(document, layers)
    names = extract_names(document, layers.names, language="en", version=VERSION)
    said = extract_statements(document, layout, names, layers.attributions, language="en", version=VERSION)
    return extract_events(document, layers, layout, names, said, (), (), language="en", version=VERSION)


def told(sentence: Sentence, layers: Layers) -> Told:
    """Return what our extractors make of a sentence."""
    events = events_of(sentence.text, layers)
    if events:
        tree = Tree.of(sentence.text, layers.words)
        best = max(events, key=lambda e: (fit(sentence, e), e.score))
        return Told(
            root=root_of(best.type),
            actor=_at(tree, best.actor, sentence.source),
            recipient=_at(tree, best.recipient, sentence.target),
        )
    strongest = max(layers.triggers, key=lambda t: t.score, default=None)
    return Told(root=root_of(strongest.type) if strongest else None)


def fit(sentence: Sentence, event: Event) -> int:
    """Return how many of the marked parties an event binds, whichever way round."""
    parties = [span for span in (event.actor, event.recipient) if span is not None]
    marked = (sentence.source, sentence.target)
    return sum(any(s.start < end and start < s.end for s in parties) for start, end in marked)


def _at(tree: Tree, found: Stretch | None, marked: Span) -> bool | None:
    """Tell whether the head of a phrase stands in a marked one; None without a phrase."""
    if found is None:
        return None
    head = tree.top(found.start, found.end)
    return head is not None and marked[0] <= tree.words[head].start < marked[1]


def rows(
    sentences: Sequence[Sentence], found: Sequence[Told], *, system: str = "tocsin extract"
) -> list[Row]:
    """Return the table's rows: macro-F1 over roots and classes, each root, and the binding."""
    place = Place(task="events", set=SET, split=SPLIT, system=system)
    roots = [(s.root, f.root) for s, f in zip(sentences, found, strict=True)]
    classes = [(class_of(gold), class_of(own) if own else None) for gold, own in roots]
    made = [macro(place, "macro, roots", roots), macro(place, "macro, classes", classes)]
    made += make_rows(place, {root: one_label(roots, root) for root in sorted({g for g, _ in roots})})
    actors, recipients = [_bound(f.actor) for f in found], [_bound(f.recipient) for f in found]
    if any(counts.found for counts in (*actors, *recipients)):
        made += make_rows(place, {"actor head": actors, "recipient head": recipients})
    return made


def _bound(right: bool | None) -> Counts:  # noqa: FBT001 - it is what is counted
    return Counts(right=int(right is True), found=int(right is not None), gold=1)


def one_label(pairs: Iterable[tuple[str, str | None]], label: str) -> list[Counts]:
    """Return the counts of one label, one for each pair of gold and found."""
    return [compare({gold} & {label}, {own} & {label}) for gold, own in pairs]


def macro(place: Place, measure: str, pairs: Sequence[tuple[str, str | None]]) -> Row:
    """Return the row of macro-averaged P, R and F1, with its 95% interval (bootstrap over sentences)."""
    labels = sorted({gold for gold, _ in pairs})
    number = {label: n for n, label in enumerate(labels)}
    gold = np.array([number[g] for g, _ in pairs])
    own = np.array([number.get(f, len(labels)) if f is not None else len(labels) for _, f in pairs])
    sums = [total(one_label(pairs, label)) for label in labels]
    drawn = np.random.default_rng(SEED).integers(0, len(pairs), size=(ROUNDS // 4, len(pairs)))
    scores = [_macro_f1(gold[some], own[some], len(labels)) for some in drawn]
    low, high = np.percentile(scores, [2.5, 97.5])
    return Row(
        task=place.task, set=place.set, split=place.split, system=place.system, measure=measure,
        precision=float(np.mean([c.precision for c in sums])),
        recall=float(np.mean([c.recall for c in sums])),
        f1=float(np.mean([c.f1 for c in sums])), low=float(low), high=float(high),
        gold=len(pairs), found=sum(f is not None for _, f in pairs),
    )  # fmt: skip


def _macro_f1(gold: npt.NDArray[np.int64], own: npt.NDArray[np.int64], labels: int) -> float:
    right = np.bincount(gold[gold == own], minlength=labels)[:labels]
    sizes = np.bincount(gold, minlength=labels + 1)[:labels] + np.bincount(own, minlength=labels + 1)[:labels]
    return float(np.mean(2 * right / np.maximum(sizes, 1)))


Peer = Callable[[Sequence[Sentence]], Sequence[Told]]


def majority(sentences: Sequence[Sentence]) -> list[Told]:
    """Return the commonest root for every sentence."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        counts[sentence.root] = counts.get(sentence.root, 0) + 1
    best = max(sorted(counts), key=lambda root: counts[root])
    return [Told(root=best)] * len(sentences)


def peers() -> Mapping[str, Peer]:
    """Return the peers that can run here, by their names."""
    from eval.events_peer import SYSTEM, available, five_folds  # noqa: PLC0415 - optional

    return {"majority": majority} | ({SYSTEM: five_folds} if available() else {})
