from dataclasses import fields
from itertools import pairwise

from tests.store.samples import (
    HARBOUR,
    LATER,
    LATER_MAKER,
    MAKER,
    THEN,
    dam,
    document,
    harbour,
    item,
    records_of,
    talks,
)
from tocsin.codec import evidence as words_of
from tocsin.record import Failure
from tocsin.store import Counts, Evidence, Store


def test_evidence_is_every_word_that_a_record_rests_on(store: Store, run: int) -> None:
    store.write(run, [harbour()], THEN)
    _, found = harbour()
    of, first = found.document.id, found.statements[0]
    assert first.source
    assert first.speaker
    assert first.cue
    spans = {
        "source": first.source,
        "speaker": first.speaker.span,
        "cue": first.cue,
        "content": first.contents[0],
        "via": first.via[0].span,
    }
    mine = [each for each in store.evidence() if each.record == first.id]
    assert mine == [
        Evidence(record=first.id, role=role, document=of, start=span.start, end=span.end, quote=span.text)
        for role, span in spans.items()
    ]


def test_evidence_comes_document_by_document_over_all_readings(store: Store, run: int) -> None:
    store.write(run, [harbour(), dam(), talks()], THEN)
    store.write(run, [harbour(made_by=LATER_MAKER)], LATER)
    evidence = list(store.evidence())
    order = list(dict.fromkeys(each.document for each in evidence))
    assert order == [found.document.id for _, found in (harbour(), dam(), talks())]
    changes = sum(one.document != other.document for one, other in pairwise(evidence))
    assert changes == len(order) - 1
    _, found = harbour()
    spans = sum(len(words_of(record)) for record in records_of(found))
    assert sum(each.document == found.document.id for each in evidence) == 2 * spans


def test_evidence_stands_where_it_says(full: Store) -> None:
    quotes = list(full.evidence())
    assert quotes
    for each in quotes:
        assert full.document(each.document).text[each.start : each.end] == each.quote


def test_evidence_of_more_documents_than_are_asked_for_at_once(store: Store, run: int) -> None:
    texts = [f"{number}. {HARBOUR}" for number in range(20)]
    items = [item(document(text, origin=f"{n}.txt"), origin=f"{n}.txt") for n, text in enumerate(texts)]
    store.write(run, [*items[:10], harbour(), *items[10:], dam()], THEN)
    assert len({each.document for each in store.evidence()}) == 2


def test_counts_are_of_what_is_shown(store: Store, run: int) -> None:
    assert dict(store.counts().items()) | {"runs": 0} == dict.fromkeys(
        (field.name for field in fields(Counts)), 0
    )
    store.write(run, [harbour(), dam(), talks()], THEN)
    store.write(run, [harbour(made_by=LATER_MAKER)], LATER)
    store.write(run, [item(document(HARBOUR + "\nCorrected."), origin="reports/harbour.txt")], LATER)
    store.begin_run("read more", MAKER, LATER)
    store.fail(run, [Failure(origin="x", stage="read", cause="no text", advice="leave it out")], LATER)
    words = sum(len(words_of(record)) for record in records_of(harbour()[1]))
    assert store.counts() == Counts(
        documents=4,
        versions=1,
        names=2 + 4 + 1,
        statements=3 + 3 + 2,
        figures=2,
        events=1 + 2,
        moments=1 + 2,
        roles=1 + 1,
        references=1,
        toponyms=1,
        entities=1,
        stories=0,
        copies=0,
        findings=0,
        evidence=len(list(store.evidence())) - words,  # but for the reading that a newer one stands before
        captures=4,
        runs=2,
        failures=1,
        judgements=0,
    )
