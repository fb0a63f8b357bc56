"""``tocsin review``: a person says of doubtful entities whether they are one."""

import getpass
import sys
from pathlib import Path

import click

import tocsin
from tocsin import Doubt, Judgement, Verdict
from tocsin.cli.doubts import doubt_lines, doubt_rows
from tocsin.cli.options import case_option
from tocsin.cli.output import Column, chosen, put, put_json, put_styled, put_table
from tocsin.cli.rows import short_id
from tocsin.codec import edge_json, judgement_json

DOUBTS = (
    Column("score", 5),
    Column("now", 8),
    Column("one", 34, 24),
    Column("other", 34, 24),
    Column("for and against"),
)
KEYS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
HELP = "s same · d different · u unsure · n not now · z undo · q quit"


@click.command("review")
@click.argument("pair", nargs=-1, metavar="[ENTITY ENTITY]")
@case_option
@click.option(
    "--verdict",
    type=click.Choice([str(each) for each in Verdict]),
    help="Say it of the two that are named, without being asked; 'withdrawn' takes a verdict back.",
)
@click.option("--why", default="", metavar="WORDS", help="Why; kept with the verdict.")
@click.option(
    "--as",
    "by",
    envvar="TOCSIN_REVIEWER",
    show_envvar=True,
    default=getpass.getuser,
    show_default="your user name",
    metavar="NAME",
    help="Who judges.",
)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many doubts.")
@click.option("--history", is_flag=True, help="List the verdicts so far instead.")
@click.option(
    "-o",
    "--output",
    "form",
    type=click.Choice(("table", "json", "jsonl")),
    help="List the doubts in this form instead of asking; so it is in a pipe.",
)
def command(
    pair: tuple[str, ...],
    path: Path,
    verdict: str | None,
    why: str,
    by: str,
    limit: int,
    form: str | None,
    *,
    history: bool,
) -> None:
    """Put the most doubtful entities before a person, who says whether they are one.

    A verdict is kept for ever, with who gave it and when, and changes all lists at once; undo is a
    verdict, too. With two entities and --verdict nothing is asked.
    """
    if (verdict is None) != (not pair) or len(pair) not in (0, 2):
        raise click.UsageError("name two entities and --verdict, or neither")
    with tocsin.open(path) as case:
        if verdict is not None:
            left, right = pair
            put(_told(case.judge(left, right, verdict, by=by, why=why)))
        elif history:
            put_json(map(judgement_json, case.judgements()), chosen(form))
        elif form is None and sys.stdin.isatty() and sys.stdout.isatty():
            _ask(case, case.doubtful(limit=limit), by=by, why=why)
        else:
            _list(case.doubtful(limit=limit), chosen(form))


def _list(doubts: tuple[Doubt, ...], form: str) -> None:
    if form == "table":
        put_table(DOUBTS, map(doubt_rows, doubts))
    else:
        put_json((edge_json(d.edge, d.left.group, d.right.group, joined=d.joined) for d in doubts), form)


def _ask(case: tocsin.Case, doubts: tuple[Doubt, ...], *, by: str, why: str) -> None:
    """Show one doubt after another until all are judged, passed over, or the person stops."""
    if not doubts:
        put("nothing is doubtful: no two names of this case are alike without a verdict")
        return
    given: list[Judgement] = []
    number = 0
    while number < len(doubts):
        put(f"\n{number + 1} of {len(doubts)}")
        for line in doubt_lines(doubts[number]):
            put_styled(line)
        key = _key(HELP)
        if key == "q":
            break
        if key == "z":
            if given:
                last = given.pop()
                put(_told(case.judge(last.left, last.right, Verdict.WITHDRAWN, by=by, why="undo")))
                number = _number(doubts, last)
            else:
                put("nothing to undo")
            continue
        if key in KEYS:
            edge = doubts[number].edge
            given.append(case.judge(edge.left, edge.right, KEYS[key], by=by, why=why))
            put(_told(given[-1]))
        number += 1
    verdicts = f"{len(given)} verdict{'s' if len(given) != 1 else ''}"
    put(f"\n{verdicts} by {by}. 'tocsin review --history' lists all of the case.")


def _key(prompt: str) -> str:
    """Return the key that was pressed, one of those that mean something."""
    click.echo(f"{prompt} ", nl=False)
    for key in iter(click.getchar, ""):
        if key.casefold() in {"s", "d", "u", "n", "z", "q"}:
            click.echo(key)
            return key.casefold()
    return "q"


def _number(doubts: tuple[Doubt, ...], judged: Judgement) -> int:
    pairs = (
        number
        for number, doubt in enumerate(doubts)
        if {doubt.edge.left, doubt.edge.right} == {judged.left, judged.right}
    )
    return next(pairs, 0)


def _told(judgement: Judgement) -> str:
    """Return what was judged, in a line."""
    return f"{judgement.verdict}: {judgement.left} · {judgement.right}  ({short_id(judgement.id)})"
