"""The same claim? MSRP's sentences (Dolan & Brockett 2005), and our own pairs, alike but for one thing.

Each sentence is read as a report of its own (model, extractors, resolver), two of a pair as a case of two
reports, so that the names of both are joined as in a case. MSRP's sentences are compared whole; of our own
pairs the statements where both have one, else the sentences. Of MSRP the weights of words and sense were
learnt on train (``training/claims.py``); dev is its validation file. Of our pairs the rules saw dev alone.

Beside it stand "all yes", and the cosine of TF-IDF with the threshold that is best on MSRP's train half
(MSRP) or on our dev half (our own).
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from eval.cases import case
from eval.gold import digest_of
from eval.metrics import Counts
from eval.passes import MADE_BY, Model
from eval.rows import Place, Row, make_rows
from eval.vectors import counted_words
from tocsin.extract import extract
from tocsin.pipeline import Resolver
from tocsin.reconcile.claims import SAME, Mark, MarkKind, Proposition, proposition, same_claim
from tocsin.record import (
    Document,
    Extraction,
    FoundIn,
    NameType,
    Precision,
    Published,
    Statement,
    Use,
)
from tocsin.record.name import BODIES
from tocsin.store.linking import Linking

TASK: Final = "claims"
OWN: Final = "examples-claims"
HALVES: Final = ("dev", "test")
FILES: Final = {"train": "msr-para-train.tsv", "dev": "msr-para-val.tsv"}
_DAY: Final = Published(when="2022-06-15", precision=Precision.DAY, found_in=FoundIn.OPTION)  # offices hold
_KINDS: Final = {
    NameType.PERSON: MarkKind.PERSON,
    NameType.STATE: MarkKind.BODY,
    NameType.NATIONALITY: MarkKind.BODY,
    **dict.fromkeys(BODIES, MarkKind.BODY),
}
_THERE: Final = frozenset((Use.PLACE, Use.TOPIC, Use.PART))
_LONGEST: Final = 6  # words of a mention: a longer one is a description with half the sentence in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences, whether they claim the same, and what makes the pair worth asking."""

    same: bool
    a: str
    b: str
    kind: str = "pairs"


@dataclass(frozen=True, kw_only=True)
class Read:
    """A sentence as read."""

    text: str
    vector: tuple[float, ...] | None
    extraction: Extraction

    @cached_property
    def statement(self) -> Statement | None:
        """The statement with the longest content, if any."""
        told = (each for each in self.extraction.statements if each.contents)
        return max(told, key=lambda each: sum(len(span.text) for span in each.contents), default=None)


def load_own(examples: Path, half: str) -> tuple[list[Pair], str]:
    """Return our own pairs of a half and the digest of their file."""
    path = examples / "claims" / f"pairs-{half}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        found = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        pairs = [Pair(same=row["same"] == "yes", a=row["a"], b=row["b"], kind=row["kind"]) for row in found]
    return pairs, digest_of([path], examples)


def load_msrp(folder: Path, split: str) -> tuple[list[Pair], str]:
    """Return MSRP's pairs of a split and the digest of its file; none where it is not there."""
    path = folder / "msrp" / FILES.get(split, split)
    if not path.is_file():
        return [], ""
    lines = path.read_text(encoding="utf-8-sig").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [Pair(same=row[0] == "1", a=row[3], b=row[4]) for row in rows], digest_of([path], folder)


def read(model: Model, pairs: Iterable[Pair], resolver: Resolver) -> dict[str, Read]:
    """Return each sentence of the pairs as read, by its text."""
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.a, pair.b)))
    found = {}
    for text, layers in zip(texts, model.read(texts), strict=True):
        document = Document(id="eval", text=text, published=_DAY)
        own = layers.vectors
        summed = own.sum(0) if own is not None and len(own) else None
        vector = None if summed is None else tuple(float(one) for one in summed / np.linalg.norm(summed))
        extraction = resolver(extract(document, layers, made_by=MADE_BY), layers)
        found[text] = Read(text=text, vector=vector, extraction=extraction)
    return found


def propositions(a: Read, b: Read, linking: Linking, *, spoken: bool) -> tuple[Proposition, Proposition]:
    """Return what two sentences claim: where ``spoken`` their statements, if both have one."""
    entities = case([a.extraction.references, b.extraction.references], linking)
    if spoken and a.statement and b.statement:
        return _said(a, a.statement, entities), _said(b, b.statement, entities)
    return _whole(a, entities), _whole(b, entities)


def _whole(read_: Read, entities: Mapping[str, str]) -> Proposition:
    marks = _marks(read_.extraction, entities, 0, len(read_.text), 0)
    return proposition(read_.text, marks=marks, vector=read_.vector)


def _said(read_: Read, statement: Statement, entities: Mapping[str, str]) -> Proposition:
    text, marks = "", list[Mark]()
    for span in statement.contents:
        marks += _marks(read_.extraction, entities, span.start, span.end, len(text) - span.start)
        text += f"{span.text} "
    keys = {each.id: each.key for each in read_.extraction.references}
    speakers = [
        entities.get(keys[link.to], keys[link.to])
        for link in read_.extraction.links
        if link.record == statement.id and link.part == "speaker" and link.to in keys
    ]
    named = f"words:{statement.speaker.name.casefold()}" if statement.speaker else None
    return proposition(
        text,
        marks=marks,
        speaker=speakers[0] if speakers else named,
        act=statement.act,
        vector=read_.vector,
    )


def _marks(
    extraction: Extraction, entities: Mapping[str, str], start: int, end: int, shift: int
) -> list[Mark]:
    """Return the names and places of a stretch, moved by ``shift``; of two that overlap the first."""
    places, others = list[Mark](), list[Mark]()
    for each in extraction.toponyms:
        if start <= each.span.start and each.span.end <= end and each.use in _THERE:
            at = each.place
            state = at is not None and at.kind.value == "country" and at.country is not None
            key = (
                f"known:{at.country}"
                if at and state
                else at.id
                if at
                else f"place:{each.span.text.casefold()}"
            )
            kind = MarkKind.BODY if state else MarkKind.PLACE
            mark = Mark(start=each.span.start + shift, end=each.span.end + shift, key=key, kind=kind)
            (places if at else others).append(mark)
    for reference in extraction.references:
        key = entities.get(reference.key, reference.key)
        kind = _KINDS.get(reference.type, MarkKind.OTHER)
        places += (
            Mark(start=each.start + shift, end=each.end + shift, key=key, kind=kind)
            for each in reference.mentions
            if start <= each.start and each.end <= end and len(each.text.split()) <= _LONGEST
        )
    kept: list[Mark] = []
    for mark in (*places, *others):
        if not any(mark.start < one.end and one.start < mark.end for one in kept):
            kept.append(mark)
    return kept


def verdicts(
    pairs: Sequence[Pair], found: Mapping[str, Read], linking: Linking, *, spoken: bool
) -> list[bool]:
    """Return of each pair whether it is said to be one claim."""
    return [
        same_claim(*propositions(found[pair.a], found[pair.b], linking, spoken=spoken)).score >= SAME
        for pair in pairs
    ]


def cosines(pairs: Sequence[Pair]) -> list[float]:
    """Return the cosine of the TF-IDF vectors of each pair."""
    texts = [text for pair in pairs for text in (pair.a, pair.b)]
    vectors = counted_words(texts)
    lengths = np.linalg.norm(vectors, axis=1)
    unit = vectors / np.where(lengths, lengths, 1)[:, None]
    return [float(unit[2 * at] @ unit[2 * at + 1]) for at in range(len(pairs))]


def threshold(scores: Sequence[float], pairs: Sequence[Pair]) -> float:
    """Return the cosine from which on calling pairs the same is right most often."""
    ways = sorted(set(scores)) or [1.0]
    return max(
        ways,
        key=lambda least: sum(
            (score >= least) == pair.same for score, pair in zip(scores, pairs, strict=True)
        ),
    )


def rows(place: Place, pairs: Sequence[Pair], said: Sequence[bool]) -> list[Row]:
    """Return the shares of pairs told right: all of them, those that differ, those that are one, by kind."""
    right = [
        Counts(right=int(pair.same == one), found=1, gold=1) for pair, one in zip(pairs, said, strict=True)
    ]
    measures = {"accuracy": right}
    if len({pair.kind for pair in pairs}) > 1:
        measures["told apart"] = [one for one, pair in zip(right, pairs, strict=True) if not pair.same]
        measures["kept as one"] = [one for one, pair in zip(right, pairs, strict=True) if pair.same]
        for kind in dict.fromkeys(pair.kind for pair in pairs if not pair.same):
            measures[f"told apart: {kind}"] = [
                one for one, pair in zip(right, pairs, strict=True) if pair.kind == kind
            ]
    return make_rows(place, measures)


def measured(
    model: Model, data: Path, examples: Path, resolver: Resolver, linking: Linking
) -> tuple[list[Row], dict[str, str]]:
    """Return the rows of MSRP's validation file, if it is there, and of our own pairs, with digests."""
    found: list[Row] = []
    digests: dict[str, str] = {}
    dev, digest = load_msrp(data, "dev")
    train, _ = load_msrp(data, "train")
    if dev:
        digests["msrp/dev"] = digest
        own = verdicts(dev, read(model, dev, resolver), linking, spoken=False)
        least = threshold(cosines(train), train) if train else 0.5
        found += _beside(Place(task=TASK, set="msrp", split="dev"), dev, own, least)
    own_dev, _ = load_own(examples, "dev")
    least = threshold(cosines(own_dev), own_dev)
    for half in HALVES:
        pairs, digests[f"{OWN}/{half}"] = load_own(examples, half)
        said = verdicts(pairs, read(model, pairs, resolver), linking, spoken=True)
        found += _beside(Place(task=TASK, set=OWN, split=half), pairs, said, least)
    return found, digests


def _beside(place: Place, pairs: Sequence[Pair], said: Sequence[bool], least: float) -> list[Row]:
    ways = {
        "tocsin": list(said),
        "all yes": [True] * len(pairs),
        "TF-IDF cosine": [score >= least for score in cosines(pairs)],
    }
    return [
        row
        for system, own in ways.items()
        for row in rows(Place(task=TASK, set=place.set, split=place.split, system=system), pairs, own)
        if system == "tocsin" or ":" not in row.measure
    ]


def faults(pairs: Sequence[Pair], said: Sequence[bool]) -> str:
    """Return the pairs that went wrong."""
    return "\n".join(
        f"{'missed' if pair.same else 'made one'} ({pair.kind})\n    {pair.a}\n    {pair.b}"
        for pair, one in zip(pairs, said, strict=True)
        if pair.same != one
    )
