"""A brief for the terminal: no escape codes, whatever the reports hold."""

from collections.abc import Iterator
from textwrap import wrap

from tocsin.brief.parts import Brief, Citation, EventLine, FigureLine, Line
from tocsin.brief.render import phrases
from tocsin.text.safety import printable

WIDTH = 88


def text(brief: Brief, *, width: int = WIDTH) -> str:
    """Return the brief as plain text; ``width`` 0 leaves each line in one piece."""
    return "\n".join(line.rstrip() for line in _page(brief, width)) + "\n"


def _page(brief: Brief, width: int) -> Iterator[str]:
    yield from _heading(brief.title, "=", width)
    yield from _wrapped(phrases.summary(brief), width)
    if not brief.sections:
        yield from ("", phrases.NOTHING)
    for section in brief.sections:
        yield ""
        yield from _heading(section.heading, "-", width)
        for line in section.lines:
            yield from _line(line, width)
        if section.more:
            yield f"  … and {phrases.more(section)}"
    yield from _figures(brief, width)
    yield from _events(brief, width)
    if brief.citations:
        yield ""
        yield from _heading("Citations", "-", width)
        for citation in brief.citations:
            yield from _wrapped(_citation(citation), width, hanging="    ")
    yield ""
    for note in phrases.honesty(brief):
        yield from _wrapped(note, width)


def _heading(words: str, mark: str, width: int) -> tuple[str, str]:
    shown = printable(words)
    return shown, mark * min(len(shown), width or len(shown))


def _line(line: Line, width: int) -> Iterator[str]:
    numbers = "".join(f"[{number}]" for number in line.citations)
    said = f"{phrases.speaker(line)} {phrases.lead(line)} {line.words} {numbers}"
    yield from _wrapped(said, width, first="• ", hanging="  ")
    yield from _wrapped(f"({phrases.carried(line)})", width, first="  ", hanging="  ")


def _figures(brief: Brief, width: int) -> Iterator[str]:
    if not brief.figures.groups:
        return
    yield ""
    yield from _heading(phrases.FIGURES, "-", width)
    for place, group in enumerate(brief.figures.groups):
        yield from ("",) * (place > 0)
        yield from _wrapped(phrases.counted(group), width)
        for line in group.lines:
            yield from _claim(phrases.figure(line), line, width)
        if group.more:
            yield f"  … and {phrases.more(group)}"
    if brief.figures.more:
        yield f"… and {phrases.more_figures(brief)}"


def _events(brief: Brief, width: int) -> Iterator[str]:
    if not brief.events:
        return
    yield ""
    yield from _heading(phrases.EVENTS, "-", width)
    for place, section in enumerate(brief.events):
        yield from ("",) * (place > 0)
        yield section.heading
        for line in section.lines:
            yield from _claim(f"{phrases.parties(line)}: {phrases.event(line)}", line, width)
        if section.more:
            yield f"  … and {phrases.more(section)}"


def _claim(said: str, line: FigureLine | EventLine, width: int) -> Iterator[str]:
    numbers = "".join(f"[{number}]" for number in line.citations)
    whole = f"{said} {phrases.quoted(line.words)} {numbers}"
    yield from _wrapped(whole, width, first="• ", hanging="  ")
    yield from _wrapped(f"({phrases.carried(line)})", width, first="  ", hanging="  ")


def _citation(citation: Citation) -> str:
    parts = (
        phrases.outlet(citation),
        f'"{phrases.title(citation)}"',
        phrases.published(citation),
        phrases.address(citation),
        phrases.characters(citation),
        *phrases.remarks(citation),
    )
    return f"[{citation.number}] {', '.join(parts)}"


def _wrapped(words: str, width: int, *, first: str = "", hanging: str = "") -> list[str]:
    shown = printable(words)
    if not width:
        return [first + shown]
    return wrap(
        shown,
        width,
        initial_indent=first,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
