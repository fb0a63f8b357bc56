"""What is read of a made-up report, for the tests."""

from tocsin.group.background import parse
from tocsin.record import Block, Document, Extraction, NameType, Published, Reference, Span

KNOWN = parse("#reports\t100\nsaid\t60\nthe\t100\ntroop\t5\n")
TEXT = "The troops massed. Ada Weir said: talks.\nRead also: A film won"


def reading(
    text: str = TEXT,
    *,
    id: str = "doc-1",  # noqa: A002
    title: str | None = None,
    blocks: tuple[Block, ...] = (),
    outlet: str | None = None,
    published: Published | None = None,
) -> Extraction:
    document = Document(id=id, text=text, title=title, blocks=blocks, outlet=outlet, published=published)
    at = text.find("Ada Weir")
    weir = Reference(
        id="ref-1", document=id, type=NameType.PERSON, name="Ada Weir",
        mentions=(Span.of(text, at, at + len("Ada Weir")),) if at >= 0 else (), key="known:ada-weir",
        country=None, sector=None, roles=(), candidates=(), why="", score=1.0,
    )  # fmt: skip
    return Extraction(
        document=document,
        names=(),
        statements=(),
        references=(weir,) if weir.mentions else (),
        made_by="test",
    )
