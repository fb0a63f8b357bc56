"""Law 8: what is not known stays unknown: no empty text, no nought and no guess in its place."""

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import HARBOUR, LATER, THEN, capture, document, extraction, statement, talks
from tocsin.codec import decode, encode, from_json, to_json
from tocsin.record import Document
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
