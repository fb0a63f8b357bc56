"""A brief as one HTML page: no scripts, no network; every string of a report is escaped."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from tocsin.brief.parts import (
    Brief,
    Citation,
    EventLine,
    EventSection,
    FigureGroup,
    FigureLine,
    Line,
    Section,
)
from tocsin.brief.render import phrases
from tocsin.brief.render.links import passage, web_address
from tocsin.text.safety import printable


def html(brief: Brief) -> str:
    """Return the brief as one page that opens anywhere, prints, and needs nothing else."""
    return "\n".join((*_head(brief), *_main(brief), *_foot(brief))) + "\n"


def _safe(words: str) -> str:
    return escape(printable(words), quote=True)


@cache
def _style() -> str:
    return files("tocsin.brief.render").joinpath("page.css").read_text("utf-8")


def _policy() -> str:
    """Return a policy that lets nothing load or run, and only our own style apply."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(brief: Brief) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_safe(brief.title)}</title>"
    yield f"<style>{_style()}</style>"
    yield "</head>"
    yield "<body>"
    yield '<a class="skip" href="#lines">Skip to the lines</a>'
    yield "<header>"
    yield f"<h1>{_safe(brief.title)}</h1>"
    yield f"<p>{_safe(phrases.summary(brief))}</p>"
    yield "</header>"


def _main(brief: Brief) -> Iterator[str]:
    yield '<main id="lines" tabindex="-1">'
    if not brief.sections:
        yield f"<p>{phrases.NOTHING}</p>"
    for place, section in enumerate(brief.sections, start=1):
        yield from _section(section, place)
    yield from _figures(brief)
    yield from _events(brief)
    if brief.citations:
        yield '<section aria-labelledby="citations">'
        yield '<h2 id="citations">Citations</h2>'
        yield '<ol class="citations">'
        for citation in brief.citations:
            yield from _citation(citation)
        yield "</ol>"
        yield "</section>"
    yield "</main>"


def _foot(brief: Brief) -> Iterator[str]:
    yield "<footer>"
    yield "<h2>What this is made of</h2>"
    for note in phrases.honesty(brief):
        yield f"<p>{_safe(note)}</p>"
    yield "</footer>"
    yield "</body>"
    yield "</html>"


def _section(section: Section, place: int) -> Iterator[str]:
    yield f'<section aria-labelledby="section-{place}">'
    heading = _safe(section.heading)
    yield f'<h2 id="section-{place}">{_time(section.day, heading)}</h2>'
    yield '<ul class="lines">'
    for line in section.lines:
        yield from _line(line)
    yield "</ul>"
    yield from _more(section)
    yield "</section>"


def _figures(brief: Brief) -> Iterator[str]:
    if not brief.figures.groups:
        return
    yield '<section aria-labelledby="figures">'
    yield f'<h2 id="figures">{phrases.FIGURES}</h2>'
    for group in brief.figures.groups:
        yield f"<h3><bdi>{_safe(phrases.counted(group))}</bdi></h3>"
        yield '<ul class="lines">'
        for line in group.lines:
            yield from _claim("", phrases.figure(line), line)
        yield "</ul>"
        yield from _more(group)
    if brief.figures.more:
        yield f'<p class="more">… and {phrases.more_figures(brief)}.</p>'
    yield "</section>"


def _events(brief: Brief) -> Iterator[str]:
    if not brief.events:
        return
    yield '<section aria-labelledby="events">'
    yield f'<h2 id="events">{phrases.EVENTS}</h2>'
    for section in brief.events:
        yield f"<h3>{_time(section.day, _safe(section.heading))}</h3>"
        yield '<ul class="lines">'
        for line in section.lines:
            yield from _claim(phrases.parties(line), phrases.event(line), line)
        yield "</ul>"
        yield from _more(section)
    yield "</section>"


def _claim(who: str, said: str, line: FigureLine | EventLine) -> Iterator[str]:
    lead = f'<b class="who"><bdi>{_safe(who)}</bdi></b> ' if who else ""
    yield "<li>"
    yield f"<p>{lead}{_safe(said)}"
    yield f'<bdi class="words">{_safe(phrases.quoted(line.words))}</bdi>'
    yield "".join(_reference(number) for number in line.citations)
    yield f'</p><p class="carried">{_time(line.when, _safe(phrases.carried(line)))}</p>'
    yield "</li>"


def _more(section: Section | FigureGroup | EventSection) -> Iterator[str]:
    if section.more:
        yield f'<p class="more">… and {phrases.more(section)}.</p>'


def _line(line: Line) -> Iterator[str]:
    yield "<li>"
    yield f'<p><b class="who"><bdi>{_safe(phrases.speaker(line))}</bdi></b> {_safe(phrases.lead(line))}'
    yield f'<bdi class="words">{_safe(line.words)}</bdi>'
    yield "".join(_reference(number) for number in line.citations)
    yield f'</p><p class="carried">{_time(line.when, _safe(phrases.carried(line)))}</p>'
    yield "</li>"


def _reference(number: int) -> str:
    return (
        f'<sup><a id="line-{number}" href="#citation-{number}">'
        f'[<span class="aside">citation </span>{number}]</a></sup>'
    )


def _time(when: str | None, shown: str) -> str:
    return f'<time datetime="{_safe(when)}">{shown}</time>' if when else shown


def _citation(citation: Citation) -> Iterator[str]:
    number, address = citation.number, web_address(citation.url)
    yield f'<li id="citation-{number}" tabindex="-1">'
    title = f"<cite><bdi>{_safe(phrases.title(citation))}</bdi></cite>"
    linked = _link(address, title) if address else title
    where = "" if address else f", <bdi>{_safe(phrases.address(citation))}</bdi>"
    published = _time(citation.published, _safe(phrases.published(citation)))
    rest = _safe(", ".join((phrases.characters(citation), *phrases.remarks(citation))))
    yield f"<p><bdi>{_safe(phrases.outlet(citation))}</bdi>, {linked}, {published}{where}, {rest}"
    yield f'<a href="#line-{number}">Back to line<span class="aside"> of citation {number}</span></a></p>'
    for span in citation.spans:
        opened = _link(passage(address, span), "Open these words on the page") if address else ""
        cited = f' cite="{_safe(address)}"' if address else ""
        yield f'<blockquote{cited} dir="auto"{_language(citation)}><p>{_safe(span.text)}</p></blockquote>'
        if opened:
            yield f'<p class="open">{opened}</p>'
    yield "</li>"


def _language(citation: Citation) -> str:
    """Return the attribute that tells a screen reader in which language the quoted words are."""
    return f' lang="{_safe(citation.language)}"' if citation.language else ""


def _link(address: str, inner: str) -> str:
    return f'<a href="{_safe(address)}" rel="noopener noreferrer external">{inner}</a>'
