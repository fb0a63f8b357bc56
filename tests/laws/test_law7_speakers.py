"""Law 7: who says something is kept with what is said, through every hand it went."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tocsin
from tests.crisis import put_crisis
from tests.store.samples import (
    HARBOUR,
    LATER,
    THEN,
    capture,
    dam,
    document,
    extraction,
    harbour,
    statement,
    talks,
)
from tocsin.codec import extraction_json
from tocsin.record import Resolution, Span, Speaker, Statement, Via, content_id
from tocsin.store import Query, Store

OF = document(HARBOUR, origin="speakers.txt")


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case whose speakers were read and linked for real."""
    return put_crisis(tmp_path_factory.mktemp("speakers"))


def test_source_speaker_and_chain_come_back_with_each_statement(store: Store) -> None:
    for _, found in (harbour(), dam(), talks()):
        for said in found.statements:
            back = store.record(said.id)
            assert isinstance(back, Statement)
            assert (back.source, back.speaker, back.via) == (said.source, said.speaker, said.via)
            assert (back.why, back.act, back.mode, back.block) == (said.why, said.act, said.mode, said.block)


def test_json_says_how_a_speaker_was_found(store: Store) -> None:
    _, found = harbour()
    by_pronoun = extraction_json(replace(found, statements=tuple(store.statements(Query(by="she")))))
    (said,) = by_pronoun["statements"]
    assert said["source"]["text"] == "she"
    assert (said["speaker"]["name"], said["speaker"]["how"]) == ("Ilse Brandt", "pronoun")


def test_the_same_words_of_two_speakers_are_two_statements(store: Store) -> None:
    words = "that a boat was missing"
    union = statement(OF, words, source="The fishers’ union", cue="denied")
    brandt = replace(
        statement(OF, words, source="harbour master Ilse Brandt", speaker="Ilse Brandt"),
        id=content_id("st", OF.id, words, "Ilse Brandt"),
    )
    store.write(1, [(capture(HARBOUR, "speakers.txt"), extraction(OF, (), [union, brandt]))], LATER)
    assert list(store.statements(Query(document=OF.id))) == [union, brandt]
    assert [each.id for each in store.statements(Query(document=OF.id, by="union"))] == [union.id]
    assert [each.id for each in store.statements(Query(document=OF.id, by="brandt"))] == [brandt.id]


SPANS = st.integers(0, len(HARBOUR) - 2).flatmap(
    lambda start: st.integers(start + 1, min(start + 30, len(HARBOUR))).map(
        lambda end: Span.of(HARBOUR, start, end)
    )
)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(deadline=None, max_examples=60)
@given(
    source=st.none() | SPANS,
    speaker=st.none() | st.builds(Speaker, name=NAMES, how=st.sampled_from(Resolution), span=SPANS),
    via=st.lists(st.builds(Via, name=NAMES, span=SPANS), max_size=3).map(tuple),
    contents=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
)
def test_any_chain_comes_back_in_its_order(
    lasting: Store,
    source: Span | None,
    speaker: Speaker | None,
    via: tuple[Via, ...],
    contents: tuple[Span, ...],
) -> None:
    base = statement(OF, "that a boat was missing")
    said = replace(base, source=source, speaker=speaker, via=via, contents=contents, cue=None)
    said = replace(said, id=content_id("st", repr(said)))
    made = extraction(OF, (), [said], said.id)
    lasting.write(1, [(capture(HARBOUR, "speakers.txt"), made)], THEN)
    assert lasting.record(said.id) == said


def test_a_speaker_keeps_the_words_of_the_report_when_an_entity_is_attached(
    crisis: Path, tmp_path: Path
) -> None:
    path = tmp_path / "crisis.tocsin"
    path.write_bytes(crisis.read_bytes())
    with tocsin.open(path) as case:
        before = list(case.statements())
        said = [each for each in before if each.speaker and each.speaker.name == "Kiev"]
        assert said
        for each in said:
            made = tocsin.to_json(each, case.links(each.document))
            assert made["speaker"]["entity"] == case.entity("known:ua").id
            assert (made["speaker"]["name"], made["speaker"]["text"]) == ("Kiev", "Kiev")
            assert case.document(each.document).text[made["speaker"]["start"] :].startswith("Kiev")
        case.judge("known:ua", "known:ua.mfa", "same", by="Ada")
        assert list(case.statements()) == before


def test_what_a_ministry_says_is_not_given_to_its_state(crisis: Path) -> None:
    with tocsin.open(crisis) as case:
        (denial,) = case.statements(by="Ukraine's foreign ministry")
        links = case.links(denial.document)
        ministry = links[denial.id, "speaker"].entity
        assert ministry == case.entity("known:ua.mfa").id != case.entity("known:ua").id
        assert case.entity("known:ua.mfa").part_of == "ua"
        assert denial in list(case.statements(by="Kyiv"))


PRONOUN = """Talks end early

Antony Blinken met President Joe Biden in Washington. Biden told reporters that he was content. \
He said that the talks would go on. “We wait,” he said.
"""


def test_a_pronoun_and_the_speaker_whom_it_means_are_one_entity() -> None:
    made = tocsin.to_json(tocsin.extract(PRONOUN, published="2021-04-13"))
    by_pronoun = [
        each for each in made["statements"] if each["speaker"] and each["speaker"]["how"] == "pronoun"
    ]
    assert by_pronoun
    for each in by_pronoun:
        assert each["source"]["text"].casefold() == "he"
        assert each["speaker"]["entity"]
        assert each["source"]["entity"] == each["speaker"]["entity"]
