"""Law 1: a text is never changed after reading, and offsets are code points of it."""

from sqlite3 import connect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import DAM, THEN, capture, dam, extraction
from tocsin.codec import decode, encode, from_json, to_json
from tocsin.record import Block, BlockKind, Document, Name, NameType, Span, content_id
from tocsin.store import Query, Store

RUN = 1
PIECES = st.sampled_from(
    [
        "\r\n",
        "\n",
        "\x00",
        "\ufeff",
        "\u2028",
        "é",
        "e\u0301",
        "🌊",
        "👩‍👩‍👧",
        "𝔘",
        "\u202e",
        "ї",
        "水",
        "\x7f",
        " ",
        "Velmar",
        "'",
    ]
)
TEXTS = (
    st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"])), min_size=1).map("".join).filter(bool)
)


def read(text: str, start: int, end: int) -> tuple[Document, Name]:
    of = Document(
        id=Document.make_id(text, url=None, outlet=None, published=None),
        text=text,
        title=text[:20],
        blocks=(Block(kind=BlockKind.BODY, start=0, end=len(text)),),
    )
    id_ = content_id("nam", of.id, str(start), str(end))
    return of, Name(id=id_, document=of.id, type=NameType.OTHER, span=Span.of(text, start, end), score=0.5)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_any_text_comes_back_as_it_was_with_its_spans_in_place(
    lasting: Store, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    of, name = read(text, start, end)
    lasting.write(RUN, [(capture(text, f"{of.id}.txt"), extraction(of, [name], (), name.id))], THEN)
    back = lasting.document(of.id)
    assert back.text == text
    assert back.title == of.title
    found = lasting.record(name.id)
    assert isinstance(found, Name)
    assert found.span.holds(back.text)
    assert back.text[found.span.start : found.span.end] == text[start:end]


@settings(deadline=None)
@given(TEXTS)
def test_any_text_goes_through_json_as_it_was(text: str) -> None:
    of, _ = read(text, 0, 1)
    assert from_json(decode(encode(to_json(of))), Document).text == text


def test_offsets_behind_astral_characters_are_those_of_python(store: Store) -> None:
    _, found = dam()
    river = store.record(found.statements[2].id)
    assert river == found.statements[2]
    assert DAM.index("overnight") == len(DAM.split("overnight")[0])
    (hit,) = [each for each in store.search("overnight", 9) if each.kind == "document"]
    assert DAM[hit.start : hit.end] == "overnight"
    utf16 = len(DAM[: hit.start].encode("utf-16-le")) // 2
    assert utf16 != hit.start  # the report has a character of two halves before this one


@pytest.mark.parametrize("column", ["text", "title", "id", "known", "blocks"])
def test_a_text_in_a_case_cannot_be_changed(store: Store, column: str) -> None:
    before = list(store.documents(Query()))
    with connect(store.path) as other, pytest.raises(Exception, match="append-only"):
        other.execute(f"UPDATE documents SET {column} = 'x'")  # noqa: S608 - a name of ours
    other.close()
    assert list(store.documents(Query())) == before
