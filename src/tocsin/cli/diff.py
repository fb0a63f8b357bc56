"""``tocsin diff``: what changed in a case since a day."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path

import click

import tocsin
from tocsin import ChangeKind, Diff, DiffChange
from tocsin.cli.answers import day, many
from tocsin.cli.copies import report_words
from tocsin.cli.options import case_option, form_option
from tocsin.cli.output import chosen, put_json, put_lines, put_object
from tocsin.cli.rows import Fetch, short_id
from tocsin.cli.wrapping import room, wrapped
from tocsin.codec import change_json, diff_json

_AT_FIRST = 10  # changes of a kind in a table
_OF_ONE_REPORT = 3  # new questions where no several reports answer one
_OUTLETS = 4  # named in a line
_RECORDS = 3
_INDENT = 12  # the day and the gap after it
_HEADINGS = {
    ChangeKind.DENIED: ("Denied", "red"),
    ChangeKind.DIFFERS: ("Differs", "yellow"),
    ChangeKind.REVISED: ("Revised", "cyan"),
    ChangeKind.ANSWERED: ("Answered", "cyan"),
    ChangeKind.AGREED: ("Said again, by another origin", "green"),
    ChangeKind.NEW: ("New", None),
    ChangeKind.COPIED: ("Copied", None),
    ChangeKind.STORY: ("New stories", None),
}


@click.command("diff")
@case_option
@click.option("--since", metavar="DATE", required=True, help="What was not known then.")
@click.option("--as-of", metavar="DATE", help="And is known by then; now, if not given.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"At most so many of each kind. If not given, all; in a table {_AT_FIRST}, and of what is new "
    "only what several reports tell.",
)
@form_option
def command(path: Path, since: str, as_of: str | None, limit: int | None, form: str | None) -> None:
    """Say what changed since a day: what was denied, revised, answered, said again, copied, and what is new.

    A day counts until its end: --since 2021-04-12 is what was not known on that evening.
    """
    form = chosen(form)
    with tocsin.open(path) as case:
        diff = case.diff(since=since, as_of=as_of)
        if form == "table":
            for line in diff_lines(diff, lru_cache(maxsize=256)(case.document), limit):
                click.echo(line)
            return
    changes = tuple(_first(diff, limit))
    if form == "csv":
        put_lines(tocsin.changes_csv(changes))
    elif form == "json":
        put_object(diff_json(diff) | {"changes": [change_json(each) for each in changes]})
    else:
        put_json(map(change_json, changes), form)


def _first(diff: Diff, limit: int | None) -> Iterator[DiffChange]:
    for _, changes in groupby(diff.changes, key=lambda each: each.kind):
        yield from islice(changes, limit)


def diff_lines(diff: Diff, fetch: Fetch, limit: int | None = None) -> Iterator[str]:
    """Yield what changed, safe and fitted to the width: grouped by what changed, so many of each.

    Without a limit, of what is new only what several reports tell, where there is such.
    """
    until = f" until {diff.as_of}" if diff.as_of else ""
    outlets = sorted({fetch(each).outlet or "" for each in diff.documents} - {""})
    of = f" of {_some(outlets, _OUTLETS)}" if outlets else ""
    yield from wrapped(
        f"Since {diff.since}{until}: {many(len(diff.documents), 'report')}{of}", room(), most=2
    )
    if not diff.changes:
        yield "Nothing changed."
    for kind, group in groupby(diff.changes, key=lambda each: each.kind):
        changes = tuple(group)
        heading, colour = _HEADINGS[kind]
        yield ""
        yield click.style(f"{heading} ({len(changes)})", fg=colour, bold=True)
        shown = changes[:limit] if limit else _weighty(changes)
        for change in shown:
            yield from _lines(change, fetch)
        if len(changes) > len(shown):
            yield f"{'':{_INDENT}}… and {_rest(changes[len(shown) :])}: --limit {len(changes)}"


def _weighty(changes: Sequence[DiffChange]) -> Sequence[DiffChange]:
    """Return the changes of a kind that are shown at first; what one report alone says first is a flood."""
    if changes[0].kind is not ChangeKind.NEW:
        return changes[:_AT_FIRST]
    several = [change for change in changes[:_AT_FIRST] if len(change.documents) > 1]
    return several or changes[:_OF_ONE_REPORT]


def _rest(changes: Sequence[DiffChange]) -> str:
    """Return how many changes are left out; they are ordered by how many reports tell them."""
    if changes[0].kind is not ChangeKind.NEW:
        return f"{len(changes)} more"
    alone = sum(len(change.documents) == 1 for change in changes)
    several = len(changes) - alone
    parts = (f"{several} more" if several else "", f"{alone} that one report each answers" if alone else "")
    return " and ".join(part for part in parts if part)


def _lines(change: DiffChange, fetch: Fetch) -> Iterator[str]:
    """Yield one change: when, what, its id; before and after; who; the records and reports to open."""
    id_ = short_id(change.finding or change.story or change.copy or "")
    width = room() - _INDENT - len(id_) - 2
    what = wrapped(_what(change, fetch), width, most=2)
    yield f"{day(change.at):<{_INDENT}}{what[0]:<{width}}  {id_}"
    beneath = (*what[1:], *_beneath(change, fetch))
    for line in beneath:
        yield from (f"{'':{_INDENT}}{part}" for part in wrapped(line, room() - _INDENT, most=2))


def _what(change: DiffChange, fetch: Fetch) -> str:
    if change.kind is ChangeKind.COPIED:
        later, earlier = (report_words(fetch(each)) for each in change.documents)
        return f"{later} shares words with {earlier}"
    return str(change.words)


def _beneath(change: DiffChange, fetch: Fetch) -> Iterator[str]:
    if change.kind is ChangeKind.COPIED:
        yield f"{change.after}: {'; '.join(dict.fromkeys((change.words, change.why)))}"
        return
    values = " → ".join(part for part in (change.before, change.after) if part)
    yield " · ".join(part for part in (values, change.why) if part)
    reports = dict.fromkeys(report_words(fetch(each)) for each in change.documents)
    records = _some([short_id(each) for each in change.records], _RECORDS)
    yield " · ".join(part for part in (_some(list(reports), _OUTLETS), records) if part)


def _some(words: Iterable[str], most: int) -> str:
    """Return the first words of a list, and how many more there are.

    >>> _some(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    every = list(words)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return f"{', '.join(every[:most])}{more}"
