"""A story on the screen: its reports with why each belongs to it, and what in it is disputed."""

import click

import tocsin
from tocsin import Status, Story
from tocsin.cli.answers import many
from tocsin.cli.blocks import put_blocks
from tocsin.cli.clean import one_line
from tocsin.cli.findings import COLUMNS, finding_blocks, with_records
from tocsin.cli.output import put, put_styled
from tocsin.cli.rows import short_id
from tocsin.cli.show_finding import period
from tocsin.cli.stories import title
from tocsin.cli.wrapping import room, wrapped

_DISPUTED = frozenset((Status.DENIED, Status.DIFFER, Status.REVISED))


def put_story(story: Story, case: tocsin.Case) -> None:
    """Write a story: title, why its reports are one, each report, then its disputed questions."""
    put(story.id)
    put_styled(click.style(one_line(title(story)), bold=True))
    put(f"{many(len(story.documents), 'report')} · known {period(story.first, story.last)}")
    _put_lines(story.why, 0)
    for each in case.memberships(story.id):
        document = case.document(each.document)
        when = document.published.when[:10] if document.published else "day unknown"
        parts = (when, document.outlet or "outlet not known", document.title or "no title")
        central = " · most like the others" if each.document == story.central and each.nearest else ""
        put()
        put_styled(" · ".join(one_line(part) for part in parts))
        put(f"  {short_id(document.id)}{central}")
        _put_lines(each.why, 2)
    disputed = [each for each in case.findings(story=story.id) if _DISPUTED.intersection(each.statuses)]
    put()
    if disputed:
        put_styled(click.style(f"Disputed or revised ({len(disputed)})", bold=True))
        put_blocks(COLUMNS, finding_blocks(with_records(disputed, case), case))
    else:
        put("Nothing in it is disputed, denied or revised.")
    put(f"All its questions: tocsin findings --story {short_id(story.id)}")


def _put_lines(text: str, indent: int) -> None:
    for line in wrapped(text, room() - indent, most=4):
        put(f"{'':{indent}}{line}")
