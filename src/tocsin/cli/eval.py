"""``tocsin eval``: the repository's measurements, run from a checkout."""

import runpy
import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[3]  # …/src/tocsin/cli/eval.py in a checkout


@click.command("eval", context_settings={"ignore_unknown_options": True})
@click.argument("task", required=False)
@click.option("--data", metavar="FOLDER", help="The sets to measure on.")
@click.argument("more", nargs=-1, type=click.UNPROCESSED, metavar="[OPTIONS OF EVAL]...")
def command(task: str | None, data: str | None, more: tuple[str, ...]) -> None:
    """Measure the reading against gold data; all tasks, or the one named.

    The measurements are part of the repository, not of the package: run this from a checkout.
    ``tocsin eval -- --help`` lists the tasks and every option.
    """
    if not (ROOT / "eval" / "__main__.py").is_file():
        raise click.ClickException(
            "the measurements are not part of the installed package\n"
            "→ clone the repository, `make test` there, and run `.venv/bin/tocsin eval`"
        )
    arguments = [*([task] if task else []), *(["--data", data] if data else []), *more]
    before = sys.argv
    sys.argv = ["tocsin eval", *arguments]
    sys.path.insert(0, str(ROOT))
    try:
        runpy.run_module("eval", run_name="__main__", alter_sys=True)
    finally:
        sys.path.remove(str(ROOT))
        sys.argv = before
