"""The tasks: which sets each measures, and how."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from eval import attribution, errors, names, peers, sentences, statements, syntax, vectors
from eval.gold import Gold, digest_of, load
from eval.passes import EXAMPLES, Model, example_reports, extractions, plain_documents
from eval.relations import of_statements
from eval.rows import Place, Row, table
from tocsin.errors import SourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to measure on."""

    data: Path
    split: str = "dev"
    extracted: bool = False  # attribution through reading and the extractors, not the model alone
    errors: int | None = None
    examples: Path = EXAMPLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A task's rows, the digests of its sets, and a text on its errors where asked for."""

    rows: tuple[Row, ...]
    corpora: dict[str, str]
    errors: str = ""


def measure_attribution(model: Model, asked: Asked) -> Measured:
    """Measure who said what on PolNeAR."""
    rows: list[Row] = []
    talk = []
    sets = needed("attribution", asked)
    for gold in sets:
        if asked.extracted:
            found = extractions(model, plain_documents(gold.texts))
            relations = [of_statements(e.document.text, e.statements) for e in found]
            documents = attribution.documents(gold, relations)
        else:
            documents = attribution.from_layers(gold, model.read(gold.texts))
        rows += attribution.rows(gold, documents, system="tocsin extract" if asked.extracted else "tocsin")
        if asked.errors is not None:
            place = Place(task="attribution", set=gold.set, split=gold.split)
            by_publisher = table(errors.by_publisher(documents, place))
            parts = (by_publisher, errors.by_mode(documents), errors.invented(documents))
            talk += [*parts, errors.misses(documents, asked.errors)]
    return Measured(rows=tuple(rows), corpora=digests(sets), errors="\n\n".join(talk))


def measure_names(model: Model, asked: Asked) -> Measured:
    """Measure names, beside spaCy's small pipeline where it is installed."""
    rows: list[Row] = []
    sets = needed("names", asked)
    peer = peers.package()
    for gold in sets:
        rows += names.rows(gold, [names.of_layers(layers) for layers in model.read(gold.texts)])
        if peer and names.THREE in names.TYPES.get(gold.set, ()):
            of_peer = names.rows(gold, peers.names(gold.texts, peer), system=peers.SYSTEM)
            rows += [row for row in of_peer if row.measure in {"3 types", *names.THREE}]
    return Measured(rows=tuple(rows), corpora=digests(sets))


def measure_sentences(model: Model, asked: Asked) -> Measured:
    """Measure sentence boundaries on Universal Dependencies."""
    sets = needed("sentences", asked)
    rows = [row for gold in sets for row in sentences.rows(gold, model.read(gold.texts))]
    return Measured(rows=tuple(rows), corpora=digests(sets))


def measure_statements(model: Model, asked: Asked) -> Measured:
    """Measure the statements of our own example reports."""
    reports = example_reports(model, asked.examples)
    files = sorted(path for path in asked.examples.glob("*/*") if path.is_file())
    talk = "\n".join(filter(None, map(statements.faults, reports))) if asked.errors is not None else ""
    corpora = {"examples/gold": digest_of(files, asked.examples)}
    return Measured(rows=tuple(statements.rows(reports)), corpora=corpora, errors=talk)


def measure_syntax(model: Model, asked: Asked) -> Measured:
    """Measure words, tags and trees on Universal Dependencies."""
    sets = needed("syntax", asked)
    rows = [
        row for gold in sets for row in syntax.rows(gold, [found.words for found in model.read(gold.texts)])
    ]
    return Measured(rows=tuple(rows), corpora=digests(sets))


def measure_vectors(model: Model, asked: Asked) -> Measured:
    """Measure sentence vectors on headlines that people compared, beside counted words."""
    rows = []
    years = vectors.load(asked.data)
    if not years:
        raise SourceError(f"{asked.data} holds no set for vectors", advice="give the folder with --data")
    for pairs in years:
        rows.append(vectors.row(pairs, partial(_text_vectors, model), system="tocsin"))
        rows.append(vectors.row(pairs, vectors.counted_words, system="TF-IDF"))
    corpora = {f"sts-headlines-{p.year}/all": digest_of([p.path], asked.data) for p in years}
    return Measured(rows=tuple(rows), corpora=corpora)


def _text_vectors(model: Model, texts: Sequence[str]) -> npt.NDArray[np.floating]:
    found = [layers.vectors for layers in model.read(texts)]
    return np.array([np.zeros(1) if own is None or not len(own) else own.sum(0) for own in found])


TASKS: dict[str, Callable[[Model, Asked], Measured]] = {
    "attribution": measure_attribution,
    "names": measure_names,
    "sentences": measure_sentences,
    "statements": measure_statements,
    "syntax": measure_syntax,
    "vectors": measure_vectors,
}


def needed(task: str, asked: Asked) -> list[Gold]:
    """Return the sets of a task.

    Raises:
        SourceError: the folder holds none of the split.
    """
    sets = load(task, asked.data, asked.split)
    if not sets:
        raise SourceError(
            f"{asked.data} holds no set for {task} with a split named {asked.split!r}",
            advice="give the folder with --data and the split with --split; eval/gold.py tells the layout",
        )
    return sets


def digests(sets: list[Gold]) -> dict[str, str]:
    """Return the digest of each set by its name."""
    return {gold.name: gold.digest for gold in sets}
