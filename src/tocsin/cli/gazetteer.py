"""``tocsin gazetteer``: make a gazetteer of a GeoNames dump, or look at one."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from tocsin.cli.clean import one_line
from tocsin.cli.output import put
from tocsin.gazetteer import build, open_gazetteer

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group("gazetteer")
def command() -> None:
    """Make a gazetteer of your own, or look at the one that places are found in."""


@command.command("build")
@click.argument("dump", type=_FILE)
@click.option("--output", type=_FILE, required=True, metavar="FILE", help="The gazetteer to write.")
def _build(dump: Path, output: Path) -> None:
    """Make a gazetteer of a GeoNames dump: allCountries.txt, UA.zip, or any file of its columns.

    Names are also taken from admin1CodesASCII.txt, admin2Codes.txt and alternateNamesV2.txt where they
    lie beside the dump. The output is written whole or not at all.
    """
    built = build(dump, output, _progress())
    where = one_line(str(built.path))
    put(f"{where}: {built.places:,} places of {built.lines:,} lines, digest {built.digest[:12]}")


@command.command("info")
@click.argument("file", type=_FILE, required=False)
def _info(file: Path | None) -> None:
    """Say what a gazetteer holds and where it comes from; the one that ships where none is named."""
    gazetteer = open_gazetteer(file)
    facts = {
        "file": str(gazetteer.path),
        "places": f"{len(gazetteer):,}",
        **{kind: f"{count:,}" for kind, count in gazetteer.counts().items()},
        **gazetteer.about,
    }
    width = max(map(len, facts))
    for name, value in facts.items():
        put(f"{name:<{width}}  {one_line(value)}")


def _progress() -> Callable[[int], None]:
    """Show lines read on stderr, on one moving line where somebody watches."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda lines: click.echo(f"\r{lines:,} lines", nl=False, err=True)
