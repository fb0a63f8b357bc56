"""A brief as one HTML page: no scripts, no network; every string of a report is escaped."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from tocsin.brief.parts import Citation
from tocsin.brief.render import phrases
from tocsin.brief.render.limits import limits
from tocsin.brief.render.links import passage, web_address
from tocsin.brief.render.outline import Block, Heading, Item, Items, Note, Pieces, Table, outline
from tocsin.brief.render.plain import by_report
from tocsin.brief.render.questions import capital
from tocsin.brief.whole import Brief
from tocsin.record import Span
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
    page = _Page()
    for block in outline(brief):
        yield from page.block(block)
    yield from page.end()
    if brief.citations:
        yield '<section class="cited" aria-labelledby="citations">'
        yield f'<h2 id="citations">{phrases.CITED}</h2>'
        for citations in by_report(brief.citations):
            yield from _report(citations)
        yield "</section>"
    yield "</main>"


def _foot(brief: Brief) -> Iterator[str]:
    yield "<footer>"
    yield f"<h2>{phrases.LIMITS}</h2>"
    yield "<ul>"
    for note in limits(brief):
        yield f"<li>{_safe(note)}</li>"
    yield "</ul>"
    yield "</footer>"
    yield "</body>"
    yield "</html>"


@dataclass(slots=True)
class _Page:
    """Which sections are open, and which citations have been referred to: each has one way back."""

    _sections: int = 0
    _open: bool = False
    _referred: set[int] = field(default_factory=set)

    def block(self, block: Block) -> Iterator[str]:
        """Yield one block; a heading of the second level opens a section."""
        match block:
            case Heading():
                yield from self._heading(block)
            case Note():
                yield f'<p class="note">{_safe(block.words)}</p>'
            case Items():
                yield '<ul class="lines">'
                for item in block.items:
                    yield from self._item(item)
                yield "</ul>"
            case Table():
                yield from self._table(block)

    def end(self) -> Iterator[str]:
        """Yield what closes the last section."""
        if self._open:
            yield "</section>"
        self._open = False

    def _heading(self, heading: Heading) -> Iterator[str]:
        words = _time(heading.day, f"<bdi>{_safe(heading.words)}</bdi>")
        if heading.depth > 2:
            yield f"<h{heading.depth}>{words}</h{heading.depth}>"
            return
        yield from self.end()
        self._sections, self._open = self._sections + 1, True
        yield f'<section aria-labelledby="section-{self._sections}">'
        yield f'<h2 id="section-{self._sections}">{words}</h2>'

    def _item(self, item: Item) -> Iterator[str]:
        who = f'<b class="who"><bdi>{_safe(item.who)}</bdi></b>' if item.who else ""
        yield f"<li><p>{who}{self._pieces(item.pieces)}</p>"
        if item.note:
            yield f'<p class="carried">{_safe(item.note)}</p>'
        if item.below:
            yield "<ul>"
            for below in item.below:
                yield from self._item(below)
            yield "</ul>"
        yield "</li>"

    def _table(self, table: Table) -> Iterator[str]:
        yield "<table>"
        head = "".join(f'<th scope="col">{_safe(name)}</th>' for name in table.columns)
        yield f"<thead><tr>{head}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            first, *rest = (self._pieces(cell) for cell in row)
            cells = "".join(f"<td>{cell}</td>" for cell in rest)
            yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
        yield "</tbody>"
        yield "</table>"

    def _pieces(self, pieces: Pieces) -> str:
        shown = (self._reference(p) if isinstance(p, int) else f"<bdi>{_safe(p)}</bdi>" for p in pieces if p)
        return "".join(shown)

    def _reference(self, number: int) -> str:
        back = "" if number in self._referred else f' id="line-{number}"'
        self._referred.add(number)
        return (
            f'<sup><a{back} href="#citation-{number}">'
            f'[<span class="aside">citation </span>{number}]</a></sup>'
        )


def _time(when: str | None, shown: str) -> str:
    return f'<time datetime="{_safe(when)}">{shown}</time>' if when else shown


def _report(citations: Sequence[Citation]) -> Iterator[str]:
    """Yield one report with the sentences that are cited of it."""
    one = citations[0]
    address = web_address(one.url)
    title = f"<cite><bdi>{_safe(phrases.title(one))}</bdi></cite>"
    linked = _link(address, title) if address else title
    where = "" if address else f", <bdi>{_safe(phrases.address(one))}</bdi>"
    published = _time(one.published, _safe(phrases.published(one)))
    yield '<div class="report">'
    yield f"<p><bdi>{_safe(phrases.outlet(one))}</bdi>, {linked}, {published}{where}</p>"
    yield '<ul class="citations">'
    for citation in citations:
        yield from _citation(citation, address)
    yield "</ul>"
    yield "</div>"


def _citation(citation: Citation, address: str | None) -> Iterator[str]:
    number = citation.number
    yield f'<li id="citation-{number}" tabindex="-1">'
    yield (
        f'<a class="back" href="#line-{number}" title="Back to the line">'
        f'[{number}]<span class="aside"> back to the line of citation {number}</span></a>'
    )
    cited = f' cite="{_safe(address)}"' if address else ""
    for sentence in citation.passages:
        words = _marked(sentence, citation.spans)
        yield f'<blockquote{cited} dir="auto"{_language(citation)}><p>{words}</p></blockquote>'
    rest = ", ".join((phrases.characters(citation), *phrases.remarks(citation)))
    opened = f" {_link(passage(address, citation.spans[0]), 'Open in the report')}" if address else ""
    yield f'<p class="open">{_safe(capital(rest))}.{opened}</p>'
    yield "</li>"


def _marked(sentence: Span, spans: Sequence[Span]) -> str:
    """Return a sentence with the words that a line rests on marked."""
    made, at = [], sentence.start
    for span in spans:
        start, end = max(span.start, at), min(span.end, sentence.end)
        if start < end:
            made.append(_safe(sentence.text[at - sentence.start : start - sentence.start]))
            made.append(f"<mark>{_safe(sentence.text[start - sentence.start : end - sentence.start])}</mark>")
            at = end
    return "".join((*made, _safe(sentence.text[at - sentence.start :])))


def _language(citation: Citation) -> str:
    """Return the attribute that tells a screen reader in which language the quoted words are."""
    return f' lang="{_safe(citation.language)}"' if citation.language else ""


def _link(address: str, inner: str) -> str:
    return f'<a href="{_safe(address)}" rel="noopener noreferrer external">{inner}</a>'
