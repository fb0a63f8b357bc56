"""Law 2: no record without evidence; every quote stands in its document, word for word."""

from dataclasses import fields, replace
from sqlite3 import connect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import THEN, Item, changed, dam, harbour, records_of, talks
from tocsin.codec import KINDS, kind_of
from tocsin.errors import EvidenceError, TocsinError
from tocsin.record import Span, Statement, When
from tocsin.store import Query, Store

RUN = 1


def test_every_record_of_a_case_rests_on_words_of_its_document(store: Store) -> None:
    texts = {each.id: each.text for each in store.documents(Query())}
    resting = set()
    for each in store.evidence():
        assert each.quote
        assert texts[each.document][each.start : each.end] == each.quote
        resting.add(each.record)
    records = [record for item in (harbour(), dam(), talks()) for record in records_of(item[1])]
    assert resting == {each.id for each in records}
    assert {kind_of(each) for each in records} == {kind.name for kind in KINDS}


def test_what_is_shown_is_what_is_verified(store: Store) -> None:
    evidence = {(each.record, each.start, each.end, each.quote) for each in store.evidence()}
    asked = (store.statements, store.figures, store.events, store.moments, store.roles)
    resolved = (store.references, store.toponyms)
    shown = [record for ask in (*asked, *resolved) for record in ask(Query())]
    assert len(shown) == 8 + 2 + 3 + 3 + 2 + 1 + 1
    for record in shown:
        assert {(record.id, span.start, span.end, span.text) for span in record.spans} <= evidence
    for name in store.names(Query()):
        assert (name.id, name.span.start, name.span.end, name.span.text) in evidence


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([harbour(), dam(), talks()]), st.data())
def test_an_extraction_is_kept_only_where_all_its_spans_hold(
    lasting: Store, item: Item, data: st.DataObject
) -> None:
    taken, found = item
    text = found.document.text
    which = data.draw(st.integers(0, len(found.statements) - 1))
    start = data.draw(st.integers(-3, len(text) + 3))
    end = start + data.draw(st.integers(-1, 12))
    quote = data.draw(st.sampled_from([text[max(start, 0) : max(end, 0)], text[1:4], "Velmar", ""]))
    span = Span(start=start, end=end, text=quote)
    said = replace(found.statements[which], contents=(span,))
    statements = (*found.statements[:which], said, *found.statements[which + 1 :])
    moved = replace(found, statements=statements, made_by=f"extract@{start}.{end}.{quote}")
    if 0 <= start < end <= len(text) and span.holds(text):
        lasting.write(RUN, [(taken, moved)], THEN)
    else:
        before = lasting.counts()
        with pytest.raises(EvidenceError):
            lasting.write(RUN, [(taken, moved)], THEN)
        assert lasting.counts() == before


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_part_of_a_record_may_stand_elsewhere(lasting: Store, data: st.DataObject) -> None:
    taken, found = dam()
    text = found.document.text
    kind = data.draw(st.sampled_from(["figures", "events", "moments", "roles"]))
    records = getattr(found, kind)
    record = data.draw(st.sampled_from(records))
    parts = [f.name for f in fields(record) if isinstance(getattr(record, f.name), Span | When)]
    part = data.draw(st.sampled_from(parts))
    old = getattr(record, part)
    whole = old.span if isinstance(old, When) else old
    shift = data.draw(st.integers(1, 9))
    span = Span(start=whole.start + shift, end=whole.end + shift, text=whole.text)
    moved = changed(record, **{part: changed(old, span=span) if isinstance(old, When) else span})
    others = tuple(moved if each is record else each for each in records)
    assert not span.holds(text)
    before = lasting.counts()
    with pytest.raises(EvidenceError, match=record.id):
        lasting.write(RUN, [(taken, changed(found, made_by="x", **{kind: others}))], THEN)
    assert lasting.counts() == before


def test_a_record_that_names_one_that_is_not_there_is_refused(store: Store) -> None:
    taken, found = dam()
    for kind, part, record in (
        ("figures", "said_in", found.figures[0]),
        ("events", "asserted_in", found.events[0]),
        ("events", "statement", found.events[1]),
        ("moments", "anchor", found.moments[0]),
    ):
        wrong = changed(record, **{part: "st-nobody"})
        others = tuple(wrong if each is record else each for each in getattr(found, kind))
        with pytest.raises(EvidenceError, match=f"{part} of {record.id} names st-nobody"):
            store.write(RUN, [(taken, changed(found, made_by="other", **{kind: others}))], THEN)
    for kind, part, record in (("figures", "period", found.figures[0]), ("events", "date", found.events[0])):
        when = changed(getattr(record, part), moment="mom-never")
        others = tuple(
            changed(each, **{part: when}) if each is record else each for each in getattr(found, kind)
        )
        with pytest.raises(EvidenceError, match=f"{part} of {record.id} names mom-never"):
            store.write(RUN, [(taken, changed(found, made_by="other", **{kind: others}))], THEN)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_figure_of_no_number_is_refused(store: Store, number: float) -> None:
    taken, found = dam()
    wrong = changed(found.figures[0], best=number)
    with pytest.raises(EvidenceError, match="has the number"):
        store.write(RUN, [(taken, changed(found, figures=(wrong,), made_by="other"))], THEN)


def test_a_statement_of_nothing_is_refused(store: Store) -> None:
    taken, found = harbour()
    empty: Statement = replace(found.statements[0], source=None, speaker=None, cue=None, contents=(), via=())
    with pytest.raises(EvidenceError, match="rests on no words"):
        store.write(RUN, [(taken, replace(found, statements=(empty,), events=(), made_by="other"))], THEN)


def test_the_refusal_is_an_error_of_ours_and_of_value(store: Store) -> None:
    taken, found = harbour()
    wrong = replace(found.names[0], span=Span(start=0, end=6, text="Velmar"))
    with pytest.raises(TocsinError) as refused:
        store.write(RUN, [(taken, replace(found, names=(wrong,), made_by="other"))], THEN)
    assert isinstance(refused.value, ValueError)
    assert "reports/harbour.txt" in refused.value.message
    assert refused.value.advice


def test_the_database_itself_wants_a_document_behind_a_record(store: Store) -> None:
    with connect(store.path) as other:
        other.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(Exception, match="FOREIGN KEY"):
            other.execute("INSERT INTO evidence VALUES (9999, 0, 'name', 0, 4, 'Kyiv')")
    other.close()


@pytest.mark.parametrize("kind", ["references", "toponyms"])
@settings(deadline=None, max_examples=20)
@given(shift=st.integers(1, 30))
def test_who_and_where_stand_on_words_too(lasting: Store, kind: str, shift: int) -> None:
    taken, found = harbour()
    (record,) = getattr(found, kind)
    first = record.spans[0]
    moved = replace(first, start=first.start + shift, end=first.end + shift)
    parts = {"mentions": (moved,)} if kind == "references" else {"span": moved, "phrase": moved}
    before = lasting.counts()
    with pytest.raises(EvidenceError, match=record.id):
        lasting.write(
            RUN, [(taken, changed(found, made_by="x", **{kind: (changed(record, **parts),)}))], THEN
        )
    assert lasting.counts() == before


def test_a_link_leads_from_a_record_to_who_or_where_of_the_same_report(store: Store) -> None:
    taken, found = harbour()
    for link in (
        replace(found.links[0], to="ref-nobody"),
        replace(found.links[0], record="st-nothing"),
        replace(found.links[0], to=found.names[0].id),
    ):
        with pytest.raises(EvidenceError, match="which this reading of the report does not have"):
            store.write(RUN, [(taken, replace(found, links=(link,), made_by="other"))], THEN)
