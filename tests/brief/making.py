"""Reports and statements of our own words, for the tests of briefs and exports."""

from tocsin.record import (
    Act,
    Block,
    BlockKind,
    Document,
    FoundIn,
    Mode,
    Precision,
    Published,
    Resolution,
    Span,
    Speaker,
    Statement,
    Via,
    content_id,
)

URL = "https://harbour.example/world/strait"


def report(
    text: str,
    *,
    outlet: str | None = "The Harbour Post",
    published: str | None = "2021-04-13",
    title: str | None = "Ships in the strait",
    url: str | None = URL,
    version_of: str | None = None,
    language: str | None = "en",
) -> Document:
    return Document(
        id=Document.make_id(text, url=url, outlet=outlet, published=published),
        text=text,
        title=title,
        url=url,
        origin="reports/strait.txt",
        outlet=outlet,
        published=dated(published) if published else None,
        language=language,
        version_of=version_of,
        blocks=(Block(kind=BlockKind.BODY, start=0, end=len(text)),),
    )


def dated(when: str) -> Published:
    precision = Precision.MINUTE if "T" in when else Precision.DAY
    return Published(when=when, precision=precision, found_in=FoundIn.OPTION)


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span.of(document.text, start, start + len(words))


def statement(
    document: Document,
    *contents: str,
    speaker: str | None = None,
    source: str | None = None,
    cue: str | None = None,
    act: Act = Act.SAY,
    mode: Mode = Mode.DIRECT,
    how: Resolution = Resolution.NAMED,
    via: tuple[str, ...] = (),
    block: BlockKind = BlockKind.BODY,
) -> Statement:
    spans = tuple(span(document, words) for words in contents)
    places = "|".join(f"{found.start}-{found.end}" for found in spans)
    return Statement(
        id=content_id("st", document.id, act, mode, speaker or "", cue or "", places),
        document=document.id,
        source=span(document, source) if source else None,
        speaker=Speaker(name=speaker, how=how, span=span(document, speaker)) if speaker else None,
        cue=span(document, cue) if cue else None,
        contents=spans,
        mode=mode,
        act=act,
        via=tuple(Via(name=name, span=span(document, name)) for name in via),
        block=block,
        why="the source is a name",
        score=0.875,
    )


def said(
    words: str,
    *,
    speaker: str = "Marta Lind",
    outlet: str | None = "The Harbour Post",
    published: str | None = "2021-04-13",
    act: Act = Act.SAY,
    mode: Mode = Mode.DIRECT,
    cue: str = "said",
) -> tuple[Document, Statement]:
    """Return a report in which the speaker says the words, and that statement."""
    document = report(f"{speaker} {cue}: {words}", outlet=outlet, published=published)
    return document, statement(document, words, speaker=speaker, cue=cue, act=act, mode=mode)
