from tocsin.copies import Quotation, Report, join, prepare, report_of
from tocsin.record import (
    Act,
    Block,
    BlockKind,
    Document,
    Mode,
    Span,
    Statement,
)

CAPTION = "A boat on the Marn in May."
BODY = "“We will not open it now,” the engineer said."
CODE = "window._ads = window._ads || []; _ads.push({mode: 'feed'});"
POST = "Nobody will open this bridge before the winter, I promise!\n— Ada Marsh (@ada) May 2, 2021"
TEXT = f"{CAPTION}\n{BODY}\n{CODE}\n{POST}"


def document() -> Document:
    blocks = (
        Block(kind=BlockKind.CAPTION, start=0, end=len(CAPTION)),
        Block(kind=BlockKind.BODY, start=len(CAPTION) + 1, end=len(TEXT)),
    )
    return Document(id="doc-1", text=TEXT, blocks=blocks, outlet="one.com")


def said(start: int, end: int, mode: Mode, id_: str = "sta-1") -> Statement:
    return Statement(
        id=id_,
        document="doc-1",
        source=None,
        speaker=None,
        cue=None,
        contents=(Span.of(TEXT, start, end),),
        mode=mode,
        act=Act.SAY,
        via=(),
        block=BlockKind.BODY,
        why="",
        score=1.0,
    )


def test_furniture_and_posts_of_a_document() -> None:
    found = report_of(document(), known="2021-05-02", quotations=())
    assert [TEXT[a:b] for a, b in found.furniture] == [CAPTION, CODE]
    (post,) = found.quotations
    assert (TEXT[post.start : post.end], post.speaker) == (POST, "Ada Marsh")
    ready = prepare(found)
    assert not (ready.hashes == ready.row.hashes)[:5].any()


def test_a_text_of_nothing_but_furniture_keeps_its_words() -> None:
    ready = prepare(Report(id="a", known="2021", text=CAPTION, furniture=((0, len(CAPTION)),)))
    assert (ready.hashes == ready.row.hashes).all()


def test_a_quotation_has_the_speaker_of_the_statement_that_holds_most_of_it() -> None:
    start = TEXT.index("“")
    end = TEXT.index("”") + 1
    statements = [
        said(start, start + 4, Mode.MIXED, "sta-0"),
        said(start, end, Mode.DIRECT),
        said(start, end, Mode.INDIRECT, "sta-2"),
    ]
    keys = {"sta-0": "person:no one", "sta-1": "person:ada marsh", "sta-2": "person:else"}
    assert join(TEXT, [(start, end)], statements, keys) == (
        Quotation(start=start, end=end, speaker="person:ada marsh"),
    )
    assert join(TEXT, [(start, end)], statements, {}) == (Quotation(start=start, end=end),)


def test_a_term_in_marks_is_no_speech() -> None:
    assert join("the “grey zone” of it", [(4, 15)]) == ()
