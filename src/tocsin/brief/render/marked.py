"""A brief in Markdown, with footnotes; reports cannot write links, pictures or HTML into it."""

import re
from collections.abc import Iterator

from tocsin.brief.parts import Brief, Citation, EventLine, FigureLine, Line
from tocsin.brief.render import phrases
from tocsin.brief.render.links import passage, web_address
from tocsin.text.safety import printable

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~!&^$]")
_OPENER = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")  # what makes a list, a rule or a heading of a line


def markdown(brief: Brief) -> str:
    """Return the brief in Markdown (CommonMark and footnotes)."""
    return "\n".join(_page(brief)) + "\n"


def escaped(words: str) -> str:
    r"""Return report text with every mark of Markdown made plain.

    >>> escaped("![x](y) <b>")
    '\\!\\[x\\](y) \\<b\\>'
    """
    shown = _SPECIAL.sub(r"\\\g<0>", printable(words))
    return _OPENER.sub(_plain_opener, shown)


def _plain_opener(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _page(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield from ("", escaped(phrases.summary(brief)))
    if not brief.sections:
        yield from ("", phrases.NOTHING)
    for section in brief.sections:
        yield from ("", f"## {escaped(section.heading)}", "")
        yield from map(_line, section.lines)
        if section.more:
            yield from ("", f"… and {phrases.more(section)}.")
    yield from _figures(brief)
    yield from _events(brief)
    if brief.citations:
        yield from ("", "## Citations", "")
        for citation in brief.citations:
            yield from _citation(citation)
    yield from ("", "## What this is made of", "")
    for note in phrases.honesty(brief):
        yield f"- {escaped(note)}"


def _line(line: Line) -> str:
    numbers = "".join(f"[^{number}]" for number in line.citations)
    who, told = escaped(phrases.speaker(line)), escaped(phrases.lead(line))
    return f"- **{who}** {told} {escaped(line.words)}{numbers} ({escaped(phrases.carried(line))})"


def _figures(brief: Brief) -> Iterator[str]:
    if not brief.figures.groups:
        return
    yield from ("", f"## {phrases.FIGURES}")
    for group in brief.figures.groups:
        yield from ("", f"### {escaped(phrases.counted(group))}", "")
        for line in group.lines:
            yield _claim("", phrases.figure(line), line)
        if group.more:
            yield from ("", f"… and {phrases.more(group)}.")
    if brief.figures.more:
        yield from ("", f"… and {phrases.more_figures(brief)}.")


def _events(brief: Brief) -> Iterator[str]:
    if not brief.events:
        return
    yield from ("", f"## {phrases.EVENTS}")
    for section in brief.events:
        yield from ("", f"### {escaped(section.heading)}", "")
        for line in section.lines:
            yield _claim(phrases.parties(line), phrases.event(line), line)
        if section.more:
            yield from ("", f"… and {phrases.more(section)}.")


def _claim(who: str, said: str, line: FigureLine | EventLine) -> str:
    numbers = "".join(f"[^{number}]" for number in line.citations)
    lead = f"**{escaped(who)}** " if who else ""
    words = escaped(phrases.quoted(line.words))
    return f"- {lead}{escaped(said)} {words}{numbers} ({escaped(phrases.carried(line))})"


def _citation(citation: Citation) -> Iterator[str]:
    address = web_address(citation.url)
    where = f"<{passage(address, citation.spans[0])}>" if address else escaped(phrases.address(citation))
    parts = (
        escaped(phrases.outlet(citation)),
        f'"{escaped(phrases.title(citation))}"',
        escaped(phrases.published(citation)),
        where,
        phrases.characters(citation),
        *map(escaped, phrases.remarks(citation)),
    )
    yield f"[^{citation.number}]: {', '.join(parts)}"
    for span in citation.spans:
        yield from ("", f"    > {escaped(span.text)}")
    yield ""
