"""Law 8: what is not known stays unknown: no empty text, no nought and no guess in its place."""

from csv import DictReader
from dataclasses import fields, replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tocsin
from tests.store.making import reference
from tests.store.samples import HARBOUR, LATER, THEN, capture, document, extraction, statement, talks
from tocsin.codec import decode, encode, from_json, to_json
from tocsin.record import Document, Extraction, PlacePrecision
from tocsin.store import Query, Store

OPTIONAL = ("title", "url", "outlet", "byline", "dateline", "published", "fetched", "language")


def bare(text: str) -> Document:
    return Document(id=Document.make_id(text, url=None, outlet=None, published=None), text=text)


def test_a_report_of_which_nothing_is_known(store: Store) -> None:
    of = bare("Somebody said something somewhere.")
    store.write(1, [(capture(of.text, "-"), extraction(of))], THEN)
    back = store.document(of.id)
    assert back == of
    assert {field.name for field in fields(Document) if getattr(back, field.name) is None} == {
        *OPTIONAL,
        "origin",
        "version_of",
    }
    assert from_json(decode(encode(to_json(back))), Document) == of


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(OPTIONAL)), st.integers(0, 10**9))
def test_what_is_known_comes_back_and_the_rest_is_none(lasting: Store, known: set[str], number: int) -> None:
    text = f"Report {number} with {sorted(known)}."
    data = to_json(bare(text)) | {key: f"{key} {number}" for key in known}
    if "published" in known:
        data["published"] = "2021-04-13"
    of = from_json(data, Document)
    lasting.write(1, [(capture(text, f"{of.id}.txt"), extraction(of))], THEN)
    back = lasting.document(of.id)
    assert {key for key in OPTIONAL if getattr(back, key) is not None} == known
    assert from_json(decode(encode(to_json(back))), Document) == back


@pytest.mark.parametrize("empty", ["title", "byline", "outlet"])
def test_an_empty_text_is_not_taken_for_unknown(store: Store, empty: str) -> None:
    of = from_json(to_json(bare(f"A report with an empty {empty}.")) | {empty: ""}, Document)
    store.write(1, [(capture(of.text, f"{empty}.txt"), extraction(of))], THEN)
    assert getattr(store.document(of.id), empty) == ""


def test_a_report_without_date_gets_none_by_being_written(store: Store) -> None:
    of = talks()[1].document
    assert store.document(of.id).published is None
    assert store.provenance(of.id).published is None
    later = list(store.documents(Query(since="2026-11-20")))
    assert [each.id for each in later] == [of.id]  # it is known since then, but not of then
    assert later[0].published is None


def test_a_statement_without_source_cue_or_speaker_gets_none(store: Store) -> None:
    of = document(HARBOUR, origin="unknown.txt")
    said = statement(of, "that a boat was missing")
    store.write(1, [(capture(HARBOUR, "unknown.txt"), extraction(of, (), [said]))], LATER)
    back = store.record(said.id)
    assert back == said
    data = to_json(said)
    assert data["source"] is data["speaker"] is data["cue"] is None
    assert not [each for each in store.statements(Query(by="None")) if each.id == said.id]


def test_a_day_is_not_made_a_time(store: Store) -> None:
    found = [each for each in store.documents(Query()) if each.published]
    assert {each.published.when for each in found if each.published} == {
        "2021-04-13",
        "2021-04-15T09:30+02:00",
    }


UNSURE = """Talks go on

The US secretary of state said that the talks would go on. “We wait,” said Mara Lindqvistova in Zaitsebor. \
Shells fell in eastern Ukraine on Monday.
"""


@pytest.fixture(scope="module")
def read() -> dict[str | None, Extraction]:
    """A report of what nothing decides, with and without a day of publication."""
    return {day: tocsin.extract(UNSURE, published=day) for day in (None, "2021-04-13")}


def test_a_name_that_nothing_decides_is_nobody_of_the_knowledge(read: dict[str | None, Extraction]) -> None:
    for found in read.values():
        (mara,) = [each for each in found.references if each.name == "Mara Lindqvistova"]
        assert mara.key == "person:mara lindqvistova"
        assert mara.known is mara.country is mara.sector is None
        assert mara.roles == ()
        data = to_json(mara)
        assert data["country"] is data["sector"] is None


def test_an_office_without_a_day_has_no_holder(read: dict[str | None, Extraction]) -> None:
    def secretary(day: str | None) -> str:
        (found,) = [each for each in read[day].references if "secretary of state" in each.name]
        return found.key

    assert secretary("2021-04-13") == "known:antony-blinken"
    assert not secretary(None).startswith("known:")


def test_an_area_has_no_point_and_what_is_nowhere_has_neither(read: dict[str | None, Extraction]) -> None:
    for found in read.values():
        (area,) = [each for each in found.toponyms if each.phrase.text == "eastern Ukraine"]
        (nowhere,) = [each for each in found.toponyms if each.span.text == "Zaitsebor"]
        assert area.box
        assert area.precision not in {PlacePrecision.POINT, PlacePrecision.CITY}
        assert (nowhere.place, nowhere.precision, nowhere.box, nowhere.within) == (None,) * 4
        assert nowhere.why
        lines = "".join(tocsin.to_csv([found.document, area, nowhere], table="places"))
        rows = list(DictReader(StringIO(lines, newline="")))
        assert len(rows) == 2
        for row in rows:
            assert row["latitude"] == row["longitude"] == ""


def test_an_entity_of_which_nothing_is_known_says_so(store: Store) -> None:
    of = document("Otto Wexel came back.\n", origin="wexel.txt")
    found = replace(extraction(of), references=(reference(of, "Otto Wexel"),))
    store.write(1, [(capture(of.text, "wexel.txt"), found)], THEN)
    data = tocsin.to_json(store.entity("person:otto wexel"))
    assert data["country"] is data["sector"] is data["known"] is data["part_of"] is None
    assert data["roles"] == []
