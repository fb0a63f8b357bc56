"""The parts of a report and the distances between them."""

from tests.extract.build import Report
from tocsin.extract.layout import Layout
from tocsin.model.layers import Layers
from tocsin.record import Block, BlockKind, Document

TEXT = """The harbour stays shut, says mayor
The harbour was shut on Monday. Nobody went in.
Read also: How harbours work. A guide.
It opened on Tuesday."""


def layout() -> Layout:
    kinds = {"The harbour stays": BlockKind.TITLE, "Read also": BlockKind.READ_ALSO}
    report = Report(TEXT, kinds=kinds)
    return Layout.of(report.document, report.layers)


def test_kinds_of_blocks_by_place() -> None:
    found = layout()
    assert found.blocks.kind(0) is BlockKind.TITLE
    assert found.blocks.kind(TEXT.index("Nobody")) is BlockKind.BODY
    assert found.blocks.kind(TEXT.index("guide")) is BlockKind.READ_ALSO
    assert found.voiced(TEXT.index("It opened"))
    assert not found.voiced(3)


def test_teasers_are_no_distance() -> None:
    found = layout().sentences
    assert found.rank(TEXT.index("It opened")) - found.rank(TEXT.index("Nobody")) == 1


def test_places_outside_all_blocks_are_body() -> None:
    block = Block(kind=BlockKind.CAPTION, start=2, end=4)
    document = Document(id="d", text="Ships lie there.", blocks=(block,))
    found = Layout.of(document, Layers(sentences=(), names=(), attributions=()))
    assert [found.blocks.kind(i) for i in (0, 2, 4)] == [BlockKind.BODY, BlockKind.CAPTION, BlockKind.BODY]


def test_blocks_may_come_in_any_order() -> None:
    blocks = (
        Block(kind=BlockKind.BODY, start=6, end=12),
        Block(kind=BlockKind.TITLE, start=0, end=5),
    )
    document = Document(id="d", text="Title\nBody x", blocks=blocks)
    found = Layout.of(document, Layers(sentences=(), names=(), attributions=()))
    assert found.blocks.kind(1) is BlockKind.TITLE


def test_without_sentences_paragraphs_serve() -> None:
    document = Document(id="d", text="One thing.\nTwo things. Three.")
    found = Layout.of(document, Layers(sentences=(), names=(), attributions=()))
    assert found.sentences.span(12) == (11, 29)
    assert found.paragraphs.span(0) == (0, 10)


def test_an_empty_report_has_a_layout() -> None:
    found = Layout.of(Document(id="d", text=""), Layers(sentences=(), names=(), attributions=()))
    assert found.quotes.found == ()
    assert found.sentences.at(0) == 0
