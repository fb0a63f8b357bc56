"""Modality: factuality on UW, and our six modalities on sentences that we labelled by hand.

UW (Lee et al. 2015, "Event Detection and Factuality Assessment with Non-Expert Supervision") gives
each event a value from -3 (it did not happen) to 3 (it did): mean absolute error, and Pearson's r.
``gold/modality.json`` holds places and labels of words in public reports (White House, public domain;
Wikinews, CC BY 2.5), whose texts are read from the data folder.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, runtime_checkable

import msgspec
import numpy as np
import numpy.typing as npt
from training.events import factuality

from eval.events import events_of
from eval.gold import digest_of
from eval.metrics import ROUNDS, SEED, Counts, Span, compare
from eval.rows import Place, Row, aligned, make_rows, value_row
from tocsin.extract.events.hedges import hedges
from tocsin.extract.events.modality import Guess, modality_of
from tocsin.extract.tree import Tree
from tocsin.model.layers import Layers
from tocsin.record import Modality

LABELS = Path(__file__).with_name("gold") / "modality.json"
MODALITIES = tuple(modality.value for modality in Modality)


@runtime_checkable
class Judge(Protocol):
    """A model that tells how factual any word is told."""

    def factualities(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[list[float]]:
        """Return a value from -3 to 3 for each span of each text."""
        ...


class Label(msgspec.Struct, frozen=True):
    """The modality of the word at [start, end) of a document, which its address tells."""

    document: str
    start: int
    end: int
    modality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A paragraph with the place and the modality of one word."""

    text: str
    word: Span
    modality: str
    published: date


def load_labels(data: Path, path: Path = LABELS) -> tuple[list[Labelled], str]:
    """Return the labelled words with their paragraphs, and a digest; none where the reports are missing."""
    files = sorted((data / "reports").glob("*.jsonl"))
    lines = (line for file in files for line in file.read_text("utf-8").split("\n") if line)
    reports = {row["url"]: row for row in map(json.loads, lines)}
    labels = msgspec.json.decode(path.read_bytes(), type=list[Label])
    if not all(label.document in reports for label in labels):
        return [], ""
    found = []
    for label in labels:
        text, day = reports[label.document]["text"], reports[label.document]["published"]
        start = text.rfind("\n", 0, label.start) + 1
        end = text.find("\n\n", label.end)
        found.append(
            Labelled(
                text=text[start : end if end >= 0 else len(text)],
                word=(label.start - start, label.end - start),
                modality=label.modality,
                published=datetime.fromisoformat(day).date(),
            )
        )
    both = digest_of(files, data) + digest_of([path], path.parent)
    return found, hashlib.sha256(both.encode()).hexdigest()


def modality_at(item: Labelled, layers: Layers) -> str:
    """Return our modality of a labelled word: of the event there, else of the word as a trigger.

    Dates count only in whole reports, so that here it is syntax and the model that tell.
    """
    tree = Tree.of(item.text, layers.words)
    number = tree.at(item.word[0])
    if number is None:
        return Modality.DONE.value
    for event in events_of(item.text, layers):
        if event.trigger.start <= item.word[0] < event.trigger.end:
            return event.modality.value
    guess = next(
        (
            Guess(modality=Modality(t.modality), sure=t.sure, factuality=t.factuality)
            for t in layers.triggers
            if t.word == number
        ),
        None,
    )
    return modality_of(tree, hedges("en"), number, number, guess=guess).modality.value


def rows(items: Sequence[Labelled], found: Sequence[str], *, system: str = "tocsin extract") -> list[Row]:
    """Return the table's rows: all six together (accuracy), then each."""
    place = Place(task="modality", set="reports", split="hand", system=system)
    pairs = [(item.modality, own) for item, own in zip(items, found, strict=True)]
    measures: dict[str, list[Counts]] = {"6 modalities": [compare({g}, {f}) for g, f in pairs]}
    for kind in MODALITIES:
        measures[kind] = [compare({g} & {kind}, {f} & {kind}) for g, f in pairs]
    return make_rows(place, measures)


def confusion(items: Sequence[Labelled], found: Sequence[str]) -> str:
    """Return the table of labels against what was found, labels downwards."""
    pairs = [(item.modality, own) for item, own in zip(items, found, strict=True)]
    lines = [("label \\ found", *MODALITIES)]
    lines += [(gold, *(str(pairs.count((gold, own))) for own in MODALITIES)) for gold in MODALITIES]
    return aligned(lines, words=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Texts with places of events and their factuality."""

    texts: tuple[str, ...]
    spans: tuple[tuple[Span, ...], ...]
    values: tuple[tuple[float, ...], ...]


def load_factuality(data: Path, split: str = "dev") -> tuple[Judged | None, str]:
    """Return UW's sentences of a split with their digest; None where they are missing."""
    path = data / "factuality" / "UW" / f"{split}.jsonl"
    if not path.is_file():
        return None, ""
    examples = list(factuality(data, "uw", split))
    marked = [
        [(h.trigger, h.factuality) for h in e.events or () if h.factuality is not None] for e in examples
    ]
    judged = Judged(
        texts=tuple(e.text for e in examples),
        spans=tuple(tuple(span for span, _ in own) for own in marked),
        values=tuple(tuple(value for _, value in own) for own in marked),
    )
    return judged, digest_of([path], data)


def factuality_rows(
    judged: Judged, found: Sequence[Sequence[float]], *, system: str, split: str = "dev"
) -> list[Row]:
    """Return the rows of mean absolute error (less is better) and, where it is defined, Pearson's r."""
    gold = np.array([value for own in judged.values for value in own])
    own = np.array([value for values in found for value in values])
    place = Place(task="modality", set="uw", split=split, system=system)
    made = [_row(place, "MAE (less is better)", mean_error, gold, own)]
    return [*made, _row(place, "Pearson r", correlation, gold, own)] if own.std() > 0 else made


Floats = npt.NDArray[np.floating]


def mean_error(gold: Floats, own: Floats) -> float:
    """Return the mean absolute error."""
    return float(np.abs(gold - own).mean())


def correlation(gold: Floats, own: Floats) -> float:
    """Return Pearson's r; 0 where either does not vary."""
    return float(np.corrcoef(gold, own)[0, 1]) if gold.std() and own.std() else 0.0


def _row(
    place: Place, measure: str, value: Callable[[Floats, Floats], float], gold: Floats, own: Floats
) -> Row:
    """Return the row of a figure with its 95% interval (bootstrap over events)."""
    drawn = np.random.default_rng(SEED).integers(0, len(gold), size=(ROUNDS // 4, len(gold)))
    low, high = np.percentile([value(gold[some], own[some]) for some in drawn], [2.5, 97.5])
    return value_row(place, measure, value(gold, own), len(gold), low=float(low), high=float(high))


def constant(judged: Judged) -> list[list[float]]:
    """Return the best constant for every event, as a peer: the median of what is marked."""
    median = float(np.median([value for own in judged.values for value in own]))
    return [[median] * len(own) for own in judged.values]
