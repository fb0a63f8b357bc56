"""Measure tocsin against marked sets: ``python -m eval [TASK] [--data FOLDER] [--split dev]``.

Prints one table, or one JSON object with ``-o json``. Talk goes to standard error.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from eval import gate
from eval.passes import EXAMPLES
from eval.rows import Report, Row, from_json, table, to_json
from eval.task import Asked
from eval.tasks import TASKS
from tocsin.errors import SourceError, TocsinError

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    add = parser.add_argument
    add("task", nargs="?", choices=tuple(TASKS), help="all where none is given")
    add("--data", type=Path, default=DATA, metavar="FOLDER", help="sets, laid out as eval/gold.py says")
    add("--split", default="dev", metavar="NAME", help="dev, or the name of a held-back half")
    add("-o", "--output", choices=("table", "json"), default="table")
    add("--model", type=Path, metavar="FILE", help="another model file than the package's")
    add("--threads", type=int, metavar="N")
    add("--through", choices=("layers", "extract"), default="layers",
        help="attribution by the model alone, or through the extractors as users see it")  # fmt: skip
    add("--errors", type=int, metavar="N", help="tell where it breaks, and show N misses with context")
    add("--examples", type=Path, default=EXAMPLES, metavar="FOLDER", help="our own reports and their gold")
    add(
        "--against", type=Path, metavar="FILE", help="a table written with -o json: adds the change in points"
    )
    add(
        "--gate",
        action="store_true",
        help="exit 1 where a figure is below its floor; some peers are left out",
    )
    add("--pin", action="store_true", help="raise the floors to what is measured")
    return parser.parse_args(argv)


def measure(options: argparse.Namespace, tasks: Sequence[str]) -> tuple[Report, str]:
    """Return the report of the tasks asked for, and what there is to say on errors."""
    from tocsin.model import open_model  # noqa: PLC0415 - so that --help needs no model

    model = open_model(options.model, threads=options.threads)
    asked = Asked(
        data=options.data,
        split=options.split,
        extracted=options.through == "extract",
        errors=options.errors,
        examples=options.examples,
        floors_only=options.gate,
    )
    rows: list[Row] = []
    corpora: dict[str, str] = {}
    talk: list[str] = []
    for name in tasks:
        try:
            result = TASKS[name](model, asked)
        except SourceError as error:
            if options.task:
                raise
            print(f"{name}: not measured. {error}", file=sys.stderr)
            continue
        rows += result.rows
        corpora |= result.corpora
        talk += [result.errors] if result.errors else []
    return Report(model=model.digest, corpora=corpora, rows=tuple(rows)), "\n\n".join(talk)


def chosen(options: argparse.Namespace) -> tuple[str, ...]:
    """Return the tasks to run: the one asked for, or all that can be.

    The sets are not part of the project. Where they are not at hand, the gate holds what it can:
    what stands on our own examples.
    """
    if options.task:
        return (options.task,)
    if options.gate and not options.data.is_dir():
        print(
            f"{options.data} is not there: of the floors only those of the examples are held", file=sys.stderr
        )
        return ("statements", "records", "roles", "entities")
    return tuple(TASKS)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code: 0 done, 1 error or a floor broken."""
    options = arguments(argv)
    tasks = chosen(options)
    try:
        report, talk = measure(options, tasks)
        before = from_json(options.against.read_bytes()) if options.against else None
    except TocsinError as error:
        print(error, file=sys.stderr)
        return 1
    if options.output == "json":
        print(to_json(report))
    else:
        print(table(report.rows, {row.key: row.f1 for row in before.rows} if before else None))
    if talk:
        print(f"\n{talk}", file=sys.stderr if options.output == "json" else sys.stdout)
    floors = gate.load()
    if options.pin:
        gate.save(gate.pinned(report, floors))
    wrong = gate.breaches(report, floors, tasks) if options.gate else []
    for sentence in wrong:
        print(f"gate: {sentence}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
