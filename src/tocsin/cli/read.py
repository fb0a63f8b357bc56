"""``tocsin read``: reports into a case."""

import sys
from pathlib import Path

import click

import tocsin
from tocsin.cli.answers import many
from tocsin.cli.failures import told
from tocsin.cli.options import (
    case_option,
    language_option,
    outlet_option,
    published_option,
    settings_option,
)
from tocsin.cli.watching import pace, watching

FAILED, STOPPED = 3, 130


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|-...")
@case_option
@published_option
@outlet_option
@language_option
@settings_option
@click.option("--progress/--no-progress", default=None, help="Show progress; by default on a terminal.")
def command(
    sources: tuple[str, ...],
    path: Path,
    published: str | None,
    outlet: str | None,
    language: str | None,
    settings: Path | None,
    *,
    progress: bool | None,
) -> None:
    """Read reports into a case: files, folders, globs, or - for standard input.

    Takes .txt, .md, .html, .json and .jsonl (one report a line). The case is made if there is none.
    What was read before is left alone, so a run that was stopped goes on where it was.
    """
    chosen = tocsin.load_settings(settings)
    with tocsin.open(path, create=True, settings=chosen) as case, watching(on=progress) as watch:
        try:
            summary = case.read(
                *sources,
                published=published,
                outlet=outlet,
                language=language,
                stdin=sys.stdin.buffer,
                progress=watch.read,
                linking=watch.link,
            )
        except KeyboardInterrupt:
            click.echo(f"stopped: what was read is kept in {path}", err=True)
            click.echo("→ give the same command again to go on from there", err=True)
            raise click.exceptions.Exit(STOPPED) from None
        together = _together(case) if summary.reports > summary.unchanged else ""
    click.echo(_line(summary, path), err=True)
    if together:
        click.echo(together, err=True)
    if summary.failures:
        click.echo(told(summary.failures), err=True)
        raise click.exceptions.Exit(FAILED)


def _together(case: tocsin.Case) -> str:
    """Return what the case holds now, read together."""
    counts = case.counts()
    parts = (
        many(counts.documents, "report"),
        many(counts.stories, "story", "stories"),
        many(counts.copies, "pair of reports with copied words", "pairs of reports with copied words"),
        many(counts.findings, "finding"),
    )
    return f"together: {', '.join(parts)}"


def _line(summary: tocsin.Summary, path: Path) -> str:
    parts = (
        f"{summary.added} new",
        f"{summary.versions} changed" if summary.versions else "",
        f"{summary.reread} read anew" if summary.reread else "",
        f"{summary.unchanged} unchanged" if summary.unchanged else "",
        f"{len(summary.failures)} failed" if summary.failures else "",
    )
    reports = "report" if summary.reports == 1 else "reports"
    line = f"{path}: {summary.reports} {reports}, {', '.join(filter(None, parts))}"
    if summary.reports == summary.unchanged:
        return line
    found = ", ".join(
        f"{getattr(summary, kind)} {kind}" for kind in ("statements", "figures", "events", "names")
    )
    return f"{line}; {found}; {pace(summary)}"
