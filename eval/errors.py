"""Where attribution breaks: by publisher, by how the words are given, by part; and the misses themselves.

What ``misses`` shows are words of the set: for the terminal, never for a file of the project.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from eval.attribution import measures
from eval.metrics import SEED, Span, dice, total
from eval.relations import HALF, ROLES, Document, Overlap, Relation
from eval.rows import Place, Row, aligned, make_rows
from tocsin.record import Mode

QUOTES = '"“”„«»'  # double ones: an apostrophe is no sign of a quotation
CONTEXT = 80
SHOWN = ("span micro", "whole (source, contents)", "whole, half right")


def publisher(document: Document) -> str:
    """Return the publisher, which PolNeAR writes before the first underscore of a file's name."""
    return document.id.split("_", 1)[0]


def mode(text: str, content: Iterable[Span]) -> Mode:
    """Tell from the quotation marks how words are given.

    >>> [mode('It is "a lie".', [span]).value for span in [(0, 5), (6, 13), (0, 14)]]
    ['indirect', 'direct', 'mixed']
    """
    parts = [text[start:end].replace("''", '"').strip(" \n,.") for start, end in content]
    if parts and all(part[:1] and part[0] in QUOTES and part[-1] in QUOTES for part in parts):
        return Mode.DIRECT
    return Mode.MIXED if any(mark in part for part in parts for mark in QUOTES) else Mode.INDIRECT


def by_publisher(documents: Sequence[Document], place: Place) -> list[Row]:
    """Return the main figures of each publisher's documents."""
    rows = []
    for name in sorted(set(map(publisher, documents))):
        counts = measures([d for d in documents if publisher(d) == name])
        rows += make_rows(place, {f"{name}: {m}": counts[m] for m in SHOWN})
    return rows


def why(gold: Relation, document: Document) -> str:
    """Tell which part of a gold attribution that nothing matches went wrong."""
    places = document.tokens
    wanted = Overlap.of(gold, places)
    near = [f for r in document.found if wanted.cue_meets(f := Overlap.of(r, places))]
    if not near:
        return "cue missed"
    best = max(near, key=lambda f: dice(wanted.source, f.source) + dice(wanted.content, f.content))
    source, content = dice(wanted.source, best.source), dice(wanted.content, best.content)
    if source < HALF <= content:
        return (
            "source missed" if not best.source else "source too many" if not wanted.source else "source wrong"
        )
    if content < HALF <= source:
        return "contents missed" if not best.content else "contents wrong"
    return "source and contents" if content < HALF else "matched another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A gold attribution that nothing matches."""

    document: Document
    gold: Relation
    why: str
    mode: Mode


def missed(documents: Iterable[Document]) -> list[Miss]:
    """Return all gold attributions that nothing matches, in order."""
    return [
        Miss(document=d, gold=relation, why=why(relation, d), mode=mode(d.text, relation.content))
        for d in documents
        for number, relation in enumerate(d.gold)
        if number not in d.matched
    ]


def by_mode(documents: Sequence[Document]) -> str:
    """Return a table: for each mode the gold attributions, those half right, and why others are not."""
    misses = missed(documents)
    gold = Counter(mode(d.text, relation.content) for d in documents for relation in d.gold)
    reasons = [reason for reason, _ in Counter(m.why for m in misses).most_common()]
    lines = [("given", "gold", "half right", *reasons)]
    for kind in Mode:
        own = Counter(m.why for m in misses if m.mode is kind)
        share = f"{1 - own.total() / gold[kind]:.3f}" if gold[kind] else "-"
        lines.append((kind.value, str(gold[kind]), share, *(str(own[reason]) for reason in reasons)))
    return aligned(lines, words=1)


def invented(documents: Sequence[Document]) -> str:
    """Return a line on the found attributions that match no gold one."""
    kinds: Counter[str] = Counter()
    for document in documents:
        used = set(document.matched.values())
        gold = [Overlap.of(relation, document.tokens) for relation in document.gold]
        for number, relation in enumerate(document.found):
            if number not in used:
                found = Overlap.of(relation, document.tokens)
                kinds[_kind(found, gold)] += 1
    size = total(measures(documents)["whole, half right"]).found
    parts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return f"of {size} found, {kinds.total()} match nothing: {parts}"


def _kind(found: Overlap, gold: Sequence[Overlap]) -> str:
    if not found.cue:
        return "without a cue"
    if any(found.cue & one.cue for one in gold):
        return "with a gold cue and other parts"
    return "with a cue that is none"


def misses(documents: Sequence[Document], number: int) -> str:
    """Return some misses with their context, drawn with a fixed seed, in order of the documents."""
    every = missed(documents)
    chosen = sorted(Random(SEED).sample(range(len(every)), min(number, len(every))))
    return "\n\n".join(shown(every[i]) for i in chosen)


def shown(miss: Miss) -> str:
    """Return a miss as text: where, why, what was marked and what was found there, and the context."""
    document, gold = miss.document, miss.gold
    places = [*gold.source, *gold.cue, *gold.content]
    start, end = min(s for s, _ in places), max(e for _, e in places)
    near = [r for r in document.found if _meets(r, start, end)]
    context = document.text[max(0, start - CONTEXT) : end + CONTEXT]
    return "\n".join(
        (
            f"{document.id}:{start}  {miss.why}  ({miss.mode})",
            f"  marked  {_parts(document.text, gold)}",
            *(f"  found   {_parts(document.text, relation)}" for relation in near),
            f"  context …{' '.join(context.split())}…",
        )
    )


def _meets(relation: Relation, start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in (*relation.source, *relation.cue, *relation.content))


def _parts(text: str, relation: Relation) -> str:
    quote: Callable[[Span], str] = lambda span: repr(text[span[0] : span[1]])  # noqa: E731
    return "  ".join(
        f"{role}: {' + '.join(map(quote, sorted(relation.spans(role)))) or '-'}" for role in ROLES
    )
