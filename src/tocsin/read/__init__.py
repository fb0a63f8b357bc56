"""2 READ: a capture to a document. Pure: no clock, no network, no disk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tocsin.errors import FormatError
from tocsin.read import markdown, page, plain, report_json
from tocsin.read.blocks import byline_of, dateline_of, find_blocks, title_of
from tocsin.read.dates import parse_date, published
from tocsin.read.draft import NO_HINTS, Draft
from tocsin.read.language import identify, primary
from tocsin.record import Capture, Document, Hints

__all__ = ["FORMATS", "Format", "identify", "parse_date", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A media type and how it is parsed: body and name to draft."""

    media_type: str
    parse: Callable[[bytes, str], Draft]


FORMATS: Final = (
    Format(media_type="text/plain", parse=plain.parse),
    Format(media_type="text/markdown", parse=markdown.parse),
    Format(media_type="text/html", parse=page.parse),
    Format(media_type="application/json", parse=report_json.parse),
)


def read(capture: Capture, *, options: Hints = NO_HINTS) -> Document:
    """Return the document that a capture holds; for plain text its ``text`` is the input unchanged.

    What ``options`` say goes before the capture's hints, those before the report's own fields,
    those before what a page's metadata or the layout tell. What is said nowhere stays None.

    Raises:
        FormatError: the body is empty, no text, broken, or holds no report.
        DateError: a date given by option or field is none.
    """
    draft = _parser(capture)(capture.body, capture.origin)
    hints = _first_said(options, capture.hints, draft.stated, draft.page)
    blocks = find_blocks(draft.text, title=hints.title, marks=draft.marks, markdown=draft.markdown)
    when = published(
        option=options.published,
        field=capture.hints.published or draft.stated.published,
        page=draft.page.published,
        url=hints.url,
        origin=capture.origin,
    )
    return Document(
        id=Document.make_id(
            draft.text, url=hints.url, outlet=hints.outlet, published=when.when if when else None
        ),
        text=draft.text,
        title=hints.title or title_of(draft.text, blocks),
        url=hints.url,
        origin=capture.origin,
        outlet=hints.outlet,
        byline=hints.byline or byline_of(draft.text, blocks),
        dateline=dateline_of(draft.text, blocks),
        published=when,
        fetched=capture.fetched,
        language=primary(hints.language) or identify(draft.text),
        blocks=blocks,
    )


def _parser(capture: Capture) -> Callable[[bytes, str], Draft]:
    for known in FORMATS:
        if known.media_type == capture.media_type:
            return known.parse
    raise FormatError(
        f"{capture.origin}: reports of type {capture.media_type} are not read",
        advice=f"give one of {', '.join(known.media_type for known in FORMATS)}",
    )


def _first_said(*hints: Hints) -> Hints:
    """Return for each field what the first of several says; blank is unsaid."""

    def first(values: tuple[str | None, ...]) -> str | None:
        return next((value.strip() for value in values if value and value.strip()), None)

    return Hints(
        title=first(tuple(one.title for one in hints)),
        url=first(tuple(one.url for one in hints)),
        outlet=first(tuple(one.outlet for one in hints)),
        byline=first(tuple(one.byline for one in hints)),
        language=first(tuple(one.language for one in hints)),
    )
