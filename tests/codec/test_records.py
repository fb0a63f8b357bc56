import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.codec.strategies import RECORDS
from tests.store.samples import DAM, HARBOUR, dam, day, document, extraction, harbour, name, statement, talks
from tocsin.codec import KINDS, Json, Record, decode, encode, extraction_json, from_json, to_json
from tocsin.errors import FormatError
from tocsin.record import (
    Document,
    FoundIn,
    Name,
    Precision,
    Statement,
)


@settings(deadline=None)
@given(RECORDS)
def test_what_goes_to_json_comes_back_the_same(record: Record) -> None:
    data = decode(encode(to_json(record)))
    assert data == to_json(record)
    assert from_json(data, type(record)) == record


@settings(deadline=None)
@given(RECORDS)
def test_json_is_what_any_reader_of_json_reads(record: Record) -> None:
    assert json.loads(encode(to_json(record))) == json.loads(json.dumps(to_json(record)))
    assert all(
        type(value) in {str, bool, int, float, dict, list, type(None)} for value in to_json(record).values()
    )


def test_a_name_in_json() -> None:
    _, found = harbour()
    brandt = found.names[1]
    assert to_json(brandt) == {
        "id": brandt.id,
        "document": found.document.id,
        "type": "person",
        "start": HARBOUR.index("Ilse Brandt"),
        "end": HARBOUR.index("Ilse Brandt") + 11,
        "text": "Ilse Brandt",
        "score": 0.93,
    }


def test_a_statement_in_json() -> None:
    _, found = harbour()
    first = to_json(found.statements[0])
    assert list(first) == [
        "id",
        "document",
        "source",
        "speaker",
        "cue",
        "contents",
        "mode",
        "act",
        "via",
        "block",
        "why",
        "score",
    ]
    assert first["speaker"]["name"] == "Ilse Brandt"
    assert first["speaker"]["how"] == "named"
    assert HARBOUR[first["speaker"]["start"] : first["speaker"]["end"]] == first["speaker"]["text"]
    assert [HARBOUR[each["start"] : each["end"]] for each in first["contents"]] == [
        "The port of Velmar stays closed until Thursday"
    ]
    assert [each["name"] for each in first["via"]] == ["the radio"]
    assert (first["mode"], first["act"], first["block"]) == ("indirect", "say", "body")


def test_what_is_not_known_is_null_not_missing() -> None:
    bare = Document(id="doc-1", text="A short text.")
    data = to_json(bare)
    unknown = {key for key, value in data.items() if value is None}
    assert {"title", "published", "language", "url", "outlet", "byline", "origin", "version_of"} <= unknown
    assert data["blocks"] == []
    of = document(HARBOUR)
    said = to_json(statement(of, "that a boat was missing"))
    assert said["source"] is said["speaker"] is said["cue"] is None
    assert said["via"] == []


def test_a_report_is_one_object_with_all_lists_of_the_contract() -> None:
    _, found = dam()
    data = extraction_json(found)
    lists = ["names", "statements", "figures", "events", "moments", "roles", "entities", "places"]
    assert list(data) == ["document", *lists]
    assert data["document"]["text"] == DAM
    assert data["document"]["published"] == "2021-04-15T09:30+02:00"
    assert data["document"]["blocks"][0] == {"kind": "title", "start": 0, "end": DAM.index("\n")}
    assert data["places"] == []
    assert {kind: len(data[kind]) for kind in lists[2:6]} == {
        "figures": 2,
        "events": 2,
        "moments": 2,
        "roles": 1,
    }
    assert list(data["names"][0]) == ["id", "type", "start", "end", "text", "entity", "place", "score"]
    assert [each["id"] for each in data["statements"]] == [each.id for each in found.statements]
    assert all("document" not in each for kind in KINDS for each in data[kind.plural])


def test_offsets_count_code_points_not_bytes_and_not_halves() -> None:
    text = "🌊🌊 “Дамба” 🇺🇦 held, Ana Reyes said."
    of = document(text)
    found = extraction(of, [name(of, "Ana Reyes")], [statement(of, "“Дамба” 🇺🇦 held", source="Ana Reyes")])
    data: Json = json.loads(encode(extraction_json(found)))
    for spans in (data["names"], data["statements"][0]["contents"], [data["statements"][0]["source"]]):
        for each in spans:
            assert data["document"]["text"][each["start"] : each["end"]] == each["text"]
    assert data["statements"][0]["contents"][0]["start"] == 3


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"contents": [{"start": "0", "end": 4, "text": "The "}]}, r"\$\.contents\[0\]\.start"),
        ({"mode": "shouted"}, r"\$\.mode"),
        ({"act": None}, r"\$\.act"),
        ({"speaker": {"name": "Ana"}}, r"\$\.speaker"),
        ({"score": "high"}, r"\$\.score"),
        ({"id": 7}, r"\$\.id"),
    ],
)
def test_a_wrong_field_is_named_by_its_path(change: Json, place: str) -> None:
    data = to_json(talks()[1].statements[0])
    with pytest.raises(FormatError, match=place) as refused:
        from_json(data | change, Statement)
    assert refused.value.message.startswith("this is no statement of tocsin")


@pytest.mark.parametrize("key", ["id", "document", "start", "text", "type"])
def test_a_missing_field_is_named(key: str) -> None:
    data = to_json(talks()[1].names[0])
    del data[key]
    with pytest.raises(FormatError, match=f"`{key}`"):
        from_json(data, Name)


@pytest.mark.parametrize("data", [None, [], "text", 3, {}])
def test_what_is_no_object_is_no_record(data: object) -> None:
    kinds: tuple[type[Record], ...] = (Document, *(kind.record for kind in KINDS))
    for kind in kinds:
        with pytest.raises(FormatError, match="is no"):
            from_json(data, kind)


def test_fields_of_a_later_version_are_passed_over() -> None:
    _, found = harbour()
    data = to_json(found.statements[0]) | {"stance": "none", "addressee": None}
    assert from_json(data, Statement) == found.statements[0]


def test_a_document_that_another_tool_wrote_by_the_contract() -> None:
    data = {"id": "doc-1", "text": HARBOUR, "published": "2021-04-13", "blocks": []}
    found = from_json(data, Document)
    assert found.published == day("2021-04-13", FoundIn.FIELD)
    timed = from_json(data | {"published": "2021-04-13T09:30Z"}, Document)
    assert timed.published
    assert timed.published.precision is Precision.MINUTE


@pytest.mark.parametrize("broken", ["", "{", '{"a": }', b'{"a": "\xff"}', "nul", '{"a": "\ud800"}'])
def test_what_is_not_json_is_said_not_to_be(broken: str | bytes) -> None:
    with pytest.raises(FormatError, match="this is not JSON"):
        decode(broken)


def test_json_is_one_line_or_indented_and_keeps_every_script() -> None:
    _, found = talks()
    line = encode(extraction_json(found))
    assert "\n" not in line
    assert "Анна Корин" in line
    shown = encode(extraction_json(found), indent=2)
    assert shown.startswith('{\n  "document": {\n    "id"')
    assert decode(shown) == decode(line)


def test_numbers_come_back_as_they_were() -> None:
    _, found = harbour()
    exact = replace(found.names[0], score=0.1 + 0.2)
    assert from_json(decode(encode(to_json(exact))), Name).score == exact.score
