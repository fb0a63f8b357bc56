"""One report to its records, without a case and without touching a disk that is not asked for."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from tocsin.errors import FormatError, SourceError
from tocsin.extract import extract as extract_records
from tocsin.gather import gather
from tocsin.model import open_model
from tocsin.pipeline import Reader, made_by, open_resolver
from tocsin.read import read
from tocsin.record import Capture, Extraction, Failure, Hints

_TURN = Lock()  # the packaged model is shared, and reads for one caller at a time


def extract(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    reader: Reader | None = None,
) -> Extraction:
    """Return the records of a report given as text; offsets are places in that text.

    Raises:
        FormatError: the text is empty, or holds what is no text.
        DateError: ``published`` is no date.
        ModelError: the reading model cannot be opened.
    """
    try:
        body = text.encode()
    except UnicodeEncodeError as error:
        raise FormatError(
            f"character {error.start} of the text is half of a surrogate pair",
            advice="decode the text with the encoding that it was written in",
        ) from error
    digest = hashlib.sha256(body).hexdigest()
    capture = Capture(origin="text", body=body, media_type="text/plain", sha256=digest)
    hints = Hints(published=published, title=title, outlet=outlet, url=url, language=language)
    return _extraction(capture, hints, reader)


def extract_file(
    source: str | Path,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    stdin: BinaryIO | None = None,
    reader: Reader | None = None,
) -> Extraction:
    """Return the records of the one report that a file, or ``-`` for ``stdin``, holds.

    Raises:
        SourceError: it cannot be read, or holds more than one report.
        FormatError: it is no report.
        DateError: a date is none.
        ModelError: the reading model cannot be opened.
    """
    taken = gather([str(source)], stdin=stdin, fetched=datetime.now(UTC).isoformat())
    hints = Hints(published=published, title=title, outlet=outlet, url=url, language=language)
    return _extraction(_only(taken, str(source)), hints, reader)


def _only(taken: Iterator[Capture | Failure], source: str) -> Capture:
    first, second = next(taken, None), next(taken, None)
    if isinstance(first, Failure):
        raise SourceError(f"{first.origin}: {first.cause}", advice=first.advice)
    if first is None or second is not None:
        many = "more than one report" if second else "no report"
        raise SourceError(
            f"{source} holds {many}",
            advice="name one report; `tocsin read` takes any number into a case",
        )
    return first


def _extraction(capture: Capture, hints: Hints, given: Reader | None) -> Extraction:
    document = read(capture, options=hints)
    with _TURN:
        reader = given or _packaged()
        (layers,) = reader.model.read([document.text])
        extraction = extract_records(document, layers, made_by=made_by(reader))
        return reader.resolver(extraction, layers)


@cache
def _packaged() -> Reader:
    return Reader(model=open_model(), resolver=open_resolver())
