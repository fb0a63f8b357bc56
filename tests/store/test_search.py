import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import (
    DAM,
    HARBOUR,
    LATER_MAKER,
    MAKER,
    THEN,
    capture,
    document,
    extraction,
    harbour,
    item,
    statement,
)
from tocsin.store import Hit, Query, Store


def plain(snippet: str) -> str:
    return re.sub(r"[\[\]…]", "", snippet)


def test_documents_and_statements_are_found_with_their_places(full: Store) -> None:
    hits = list(full.search("river", 10))
    of = {hit.kind: hit for hit in hits}
    assert set(of) == {"document", "statement", "event"}
    document_hit = of["document"]
    text = full.document(document_hit.document).text
    assert text[document_hit.start : document_hit.end] == "river"
    assert "[river] 🌊 would rise" in document_hit.snippet
    statement_hit = of["statement"]
    assert text[statement_hit.start : statement_hit.end] == "Mayor " + text.split("Mayor ")[1].rstrip(".\n")


def test_hits_stand_where_they_say_after_letters_of_every_size(full: Store) -> None:
    (hit,) = [each for each in full.search("rise again overnight", 10) if each.kind == "document"]
    assert DAM[hit.start : hit.end] == "rise again overnight"
    (hit,) = [each for each in full.search("вторник", 10) if each.kind == "document"]
    assert full.document(hit.id).text[hit.start : hit.end] == "вторник"


def test_case_and_accents_do_not_matter_and_all_words_must_be_there(full: Store) -> None:
    assert {hit.kind for hit in full.search("SERGUEI okonjo", 9)} == {"document", "statement"}
    assert not list(full.search("okonjo harbour", 9))
    assert list(full.search('"harbour master"', 9))
    assert not list(full.search('"master harbour"', 9))
    assert list(full.search("harb*", 9))
    assert not list(full.search("harb", 9))


def test_the_best_come_first_and_not_more_than_asked_for(full: Store) -> None:
    hits = list(full.search("velmar", 10))
    assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits)
    assert list(full.search("velmar", 1)) == hits[:1]
    assert list(full.search("velmar", 0)) == []


def test_a_title_kept_apart_is_found_without_a_place(store: Store, run: int) -> None:
    store.write(run, [item(document(HARBOUR, title="Gale warning for the coast"))], THEN)
    (hit,) = store.search("gale", 5)
    assert (hit.start, hit.end) == (None, None)
    assert hit.snippet == "[Gale] warning for the coast"


def test_a_text_with_the_marks_of_the_search_in_it_has_no_wrong_place(store: Store, run: int) -> None:
    text = "A \x02strange\x03 wire \x04 report about the strange lake."
    store.write(run, [item(document(text))], THEN)
    (hit,) = store.search("lake", 5)
    assert hit.start is None or text[hit.start : hit.end] == "lake"


def test_only_the_newest_reading_is_searched(store: Store, run: int) -> None:
    of = document(HARBOUR)
    denial = statement(of, "that a boat was missing", source="The fishers’ union", cue="denied")
    store.write(run, [(capture(HARBOUR), extraction(of, (), [denial]))], THEN)
    assert [hit.kind for hit in store.search("boat", 9)].count("statement") == 1
    store.write(run, [(capture(HARBOUR), extraction(of, (), (), LATER_MAKER))], THEN)
    assert [hit.kind for hit in store.search("boat", 9)] == ["document"]


def test_what_separates_contents_is_not_searched(full: Store) -> None:
    (hit,) = [each for each in full.search("rise again", 9) if each.kind == "statement"]
    assert plain(hit.snippet).split() == ["that", "the", "river", "🌊", "would", "rise", "again", "overnight"]


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("searched") / "case.tocsin", create=True) as store:
        store.write(store.begin_run("read", MAKER, THEN), [harbour()], THEN)
        yield store


TYPED = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="\"*^(){}:+-'\\,. \x00\ud800ab", max_size=30),
    st.lists(
        st.sampled_from(
            [
                "AND",
                "OR",
                "NOT",
                "NEAR(",
                "harbour",
                '"',
                "speaker :",
                "{contents} :",
                "*",
                "^",
                "-",
                "\u0301",
                ";--",
            ]
        ),
        max_size=8,
    ).map(" ".join),
)


@settings(deadline=None)
@given(TYPED)
def test_any_string_may_be_searched_for(searched: Store, typed: str) -> None:
    hits = list(searched.search(typed, 5))
    assert all(isinstance(hit, Hit) for hit in hits)
    list(searched.statements(Query(by=typed)))
    list(searched.statements(Query(by=typed, about=typed)))
    list(searched.names(Query(about=typed)))


@settings(deadline=None)
@given(st.lists(st.sampled_from(HARBOUR.split()), min_size=1, max_size=4))
def test_words_of_a_report_find_it(searched: Store, words: list[str]) -> None:
    if any(letter.isalnum() for letter in "".join(words)):
        assert "document" in {hit.kind for hit in searched.search(" ".join(words), 20)}
