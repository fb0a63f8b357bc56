"""``tocsin verify``: every quote read again in its report."""

from dataclasses import asdict
from pathlib import Path

import click

import tocsin
from tocsin import VerifyReport
from tocsin.cli.answers import many
from tocsin.cli.options import case_option
from tocsin.cli.output import Column, chosen, put_json, put_table
from tocsin.cli.rows import short_id

DIFFERS = 4
COLUMNS = (Column("record", 14), Column("part", 8), Column("document", 14), Column("at", 13), Column("quote"))


@click.command("verify")
@case_option
@click.option(
    "--mend",
    is_flag=True,
    help="Make copies, stories, findings and search again from the records first, then check.",
)
@click.option(
    "-o", "--output", "form", type=click.Choice(("table", "json", "jsonl")), help="Form of what differs."
)
def command(path: Path, form: str | None, mend: bool) -> None:  # noqa: FBT001 - a flag of the user's
    """Read every quote of every record again in its report's text; exit code 4 if one differs.

    Findings and copies, too: the records that they rest on must be there, and what is said to stand in
    two reports word for word must be the same words.
    """
    with tocsin.open(path) as case:
        if mend:
            click.echo(f"{many(case.relink(), 'report')}: linked again from the records", err=True)
        report = case.verify()
    if not report.differing:
        click.echo(
            f"{report.quotes} quotes of {report.records} records: all stand in their reports", err=True
        )
    for id_ in report.adrift:
        click.echo(f"{id_} rests on words or records that are not there", err=True)
    if report.ok:
        across = f"{many(report.findings, 'finding')} and {many(report.copies, 'copy', 'copies')}"
        click.echo(f"{across}: all rest on records and words that are there", err=True)
        return
    if report.differing:
        _put_differing(report, chosen(form))
    mends = not report.differing and not mend
    advice = f"tocsin verify --mend --case {path}" if mends else "read the reports into a new one"
    click.echo(f"→ the case was changed from outside: {advice}", err=True)
    raise click.exceptions.Exit(DIFFERS)


def _put_differing(report: VerifyReport, form: str) -> None:
    if form == "table":
        put_table(
            COLUMNS,
            (
                (short_id(e.record), e.role, short_id(e.document), f"{e.start}-{e.end}", e.quote)
                for e in report.differing
            ),
        )
    else:
        put_json(map(asdict, report.differing), form)
    click.echo(f"{len(report.differing)} of {report.quotes} quotes differ from their reports", err=True)
