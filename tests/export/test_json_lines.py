from json import loads

from hypothesis import given
from hypothesis import strategies as st

from tests.brief.making import said, span
from tests.store.samples import dam, records_of
from tocsin.codec import from_json
from tocsin.export import jsonl
from tocsin.record import Document, Name, NameType, Statement


def test_one_record_a_line_told_apart_by_kind() -> None:
    document, one = said("“We wait,\nand watch.”")
    name = Name(
        id="nam-1", document=document.id, type=NameType.PERSON, span=span(document, "Marta Lind"), score=0.9
    )
    lines = list(jsonl([document, name, one]))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    objects = [loads(line) for line in lines]
    assert [each["kind"] for each in objects] == ["document", "name", "statement"]
    assert objects[2]["document"] == document.id
    assert from_json(objects[0], Document) == document
    assert from_json(objects[1], Name) == name
    assert from_json(objects[2], Statement) == one


@given(st.text(min_size=1).filter(str.strip))
def test_any_words_come_back_exactly(words: str) -> None:
    _, one = said(words)
    (line,) = jsonl([one])
    assert from_json(loads(line), Statement) == one


def test_every_kind_is_told_and_comes_back() -> None:
    for record in records_of(dam()[1]):
        (line,) = jsonl([record])
        assert loads(line)["kind"] == type(record).__name__.lower()
        assert from_json(loads(line), type(record)) == record


def test_nothing_gives_no_lines() -> None:
    assert list(jsonl([])) == []
