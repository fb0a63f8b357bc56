"""``tocsin findings``: what the reports of a case say together, question by question."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Unpack

import click

import tocsin
from tocsin import CaseError, Finding, QuestionKind, Status
from tocsin.cli.answers import COLOURS, answer_lines, day
from tocsin.cli.blocks import Block, put_blocks
from tocsin.cli.nothing import or_nothing
from tocsin.cli.options import (
    as_of_option,
    case_option,
    form_option,
    limit_option,
)
from tocsin.cli.output import Column, chosen, put_json, put_lines
from tocsin.cli.rows import short_id
from tocsin.codec import Records, ids_of
from tocsin.filters import FindingFilters

COLUMNS = (Column("status", 7), Column("question"), Column("first said", 10), Column("id", 14))
_AT_ONCE = 64  # findings whose records are fetched together


@click.command("findings")
@case_option
@click.option(
    "--kind",
    type=click.Choice([str(each) for each in QuestionKind], case_sensitive=False),
    help="Only questions of this kind.",
)
@click.option(
    "--status",
    type=click.Choice([str(each) for each in Status], case_sensitive=False),
    help="Only those of which the answers stand so: one origin alone, several that agree, differ, …",
)
@click.option("--open", is_flag=True, help="Only demands, promises and plans that nobody has answered.")
@click.option("--measure", metavar="WHAT", help="Only figures of this: troops, killed, …")
@click.option("--by", metavar="NAME", help="Only what this origin says, a government too, or this speaker.")
@click.option("--about", metavar="WORDS", help="Only questions, or answers, that hold these words.")
@click.option("--story", metavar="ID", help="Only those answered in a report of this story.")
@click.option("--since", metavar="DATE", help="Only those told by a report published on this day or later.")
@as_of_option
@click.option("--document", metavar="ID", help="Only those answered in this report.")
@limit_option
@form_option
def command(path: Path, form: str | None, **asked: Unpack[FindingFilters]) -> None:
    """List the questions that the reports answer, the disputed ones first.

    Documents, outlets and origins are counted apart: five outlets that quote one ministry are one origin.
    """
    form = chosen(form)
    with tocsin.open(path) as case:
        pairs = with_records(or_nothing(case.findings(**asked)), case)
        if form == "table":
            put_blocks(COLUMNS, finding_blocks(pairs, case))
        elif form == "csv":
            put_lines(tocsin.findings_csv(pairs, document=lru_cache(maxsize=256)(case.document)))
        else:
            put_json((tocsin.to_json(each, records=records) for each, records in pairs), form)


def with_records(findings: Iterable[Finding], case: tocsin.Case) -> Iterator[tuple[Finding, Records]]:
    """Yield findings with the records that stand in them, fetched for many at once."""
    every = iter(findings)
    while some := tuple(islice(every, _AT_ONCE)):
        records = case.records(tuple(dict.fromkeys(id_ for each in some for id_ in ids_of(each))))
        yield from ((each, records) for each in some)


def finding_blocks(pairs: Iterable[tuple[Finding, Records]], case: tocsin.Case) -> Iterator[Block]:
    """Yield findings as blocks, as ``COLUMNS`` heads them."""
    for finding, records in pairs:
        yield Block(
            cells=(finding.status, finding.question.words, day(finding.first), short_id(finding.id)),
            colour=COLOURS[finding.status],
            lines=tuple(answer_lines(finding, records, finding_of(case))),
        )


def finding_of(case: tocsin.Case) -> Callable[[str], Finding | None]:
    """Return what gives a finding by its id; None for one that the case does not have now."""

    def found(id_: str) -> Finding | None:
        try:
            one = case.found(id_)
        except CaseError:  # a question of an earlier time
            return None
        return one if isinstance(one, Finding) else None

    return found
