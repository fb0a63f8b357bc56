"""What is measured: texts through the model alone, or through reading and the extractors too."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from eval.statements import Read, load
from tocsin.errors import FormatError, SourceError
from tocsin.model.layers import Layers
from tocsin.record import Capture, Document, Extraction, Failure

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
MADE_BY = "eval"


class Model(Protocol):
    """What is asked of a reading model."""

    digest: str

    def read(self, texts: Sequence[str]) -> list[Layers]:
        """Return the layers of each text."""
        ...


def extractions(model: Model, documents: Sequence[Document]) -> list[Extraction]:
    """Return what is extracted of each document."""
    from tocsin.extract import extract  # noqa: PLC0415 - the other tasks do without

    layers = model.read([document.text for document in documents])
    return [extract(d, found, made_by=MADE_BY) for d, found in zip(documents, layers, strict=True)]


def plain_documents(texts: Sequence[str]) -> list[Document]:
    """Return texts as documents, read as plain text files are.

    Raises:
        FormatError: reading changed a text, so that offsets would not fit the gold.
    """
    from tocsin.read import read  # noqa: PLC0415 - the other tasks do without

    documents = []
    for number, text in enumerate(texts):
        body = text.encode()
        digest = hashlib.sha256(body).hexdigest()
        document = read(Capture(origin=f"text {number}", body=body, media_type="text/plain", sha256=digest))
        if document.text != text:
            raise FormatError(f"text {number} is not kept as it is when read", advice="compare read/plain.py")
        documents.append(document)
    return documents


def example_documents(folder: Path) -> dict[str, Document]:
    """Return the example reports by the name that their gold has.

    Raises:
        SourceError: a report cannot be read.
    """
    from tocsin.gather import gather  # noqa: PLC0415 - the other tasks do without
    from tocsin.read import read  # noqa: PLC0415

    documents = {}
    for item in gather([str(folder)], stdin=None, fetched="2021-04-16T00:00:00+00:00"):
        if isinstance(item, Failure):
            raise SourceError(f"{item.origin}: {item.cause}", advice=item.advice)
        document = read(item)
        documents[name_of(item, document)] = document
    return documents


def name_of(capture: Capture, document: Document) -> str:
    """Return a file's name, or for a line of a JSONL file its name and the day of publication."""
    path, _, line = capture.origin.rpartition(":")
    if not line.isdigit():
        return Path(capture.origin).stem
    return f"{Path(path).stem}-{document.published.when[:10]}" if document.published else capture.origin


def example_reports(model: Model, folder: Path = EXAMPLES) -> list[Read]:
    """Return the example reports that have gold, with what is extracted of each.

    Raises:
        SourceError: gold has no report.
    """
    gold, documents = load(folder / "gold"), example_documents(folder / "reports")
    for name in gold:
        if name not in documents:
            raise SourceError(
                f"gold {name}.json has no report in {folder / 'reports'}", advice="rename the file"
            )
    found = extractions(model, [documents[name] for name in gold])
    return [
        Read(id=name, text=extraction.document.text, gold=statements, statements=extraction.statements)
        for (name, statements), extraction in zip(gold.items(), found, strict=True)
    ]
