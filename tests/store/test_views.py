from collections.abc import Iterator

import pytest

from tests.store.samples import (
    DAM,
    HARBOUR,
    LATER_MAKER,
    MAKER,
    TALKS,
    THEN,
    capture,
    dam,
    document,
    extraction,
    harbour,
    item,
    name,
    talks,
)
from tocsin.errors import CaseError, DateError
from tocsin.record import Act, NameType
from tocsin.store import Query, Store

TITLES = {HARBOUR: "harbour", DAM: "dam", TALKS: "talks"}
_, HARBOUR_READ = harbour()
_, DAM_READ = dam()
_, TALKS_READ = talks()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three reports, written in the order harbour, talks, dam; talks has no date and is known since THEN."""
    with Store.open(tmp_path_factory.mktemp("views") / "case.tocsin", create=True) as opened:
        run = opened.begin_run("read reports", MAKER, THEN)
        for each in (talks(), dam(), harbour()):
            opened.write(run, [each], THEN)
        yield opened


def documents(store: Store, query: Query) -> list[str]:
    return [TITLES[each.text] for each in store.documents(query)]


def contents(store: Store, query: Query) -> list[str]:
    return [each.contents[0].text for each in store.statements(query)]


def test_all_is_shown_by_when_it_was_known(store: Store) -> None:
    assert documents(store, Query()) == ["harbour", "dam", "talks"]
    expected = [*HARBOUR_READ.statements, *DAM_READ.statements, *TALKS_READ.statements]
    assert list(store.statements(Query())) == expected
    assert list(store.names(Query())) == [*HARBOUR_READ.names, *DAM_READ.names, *TALKS_READ.names]


@pytest.mark.parametrize(
    ("by", "speakers"),
    [
        ("brandt", ["Ilse Brandt", "Ilse Brandt"]),
        ("Ilse Brandt", ["Ilse Brandt", "Ilse Brandt"]),
        ("OKONJO", ["Sergueï Okonjo"]),
        ("serguei", ["Sergueï Okonjo"]),
        ("анна корин", ["Анна Корин"]),
        ("harbour master", ["Ilse Brandt"]),
        ("union", [None, None]),
        ("okon*", ["Sergueï Okonjo"]),
        ("okon", []),
        ("dam", []),
        ("—", []),
        ("", []),
    ],
)
def test_by_asks_for_words_of_speaker_and_source(store: Store, by: str, speakers: list[str | None]) -> None:
    found = store.statements(Query(by=by))
    assert [each.speaker.name if each.speaker else None for each in found] == speakers


@pytest.mark.parametrize(
    ("about", "count"),
    [
        ("river", 1),
        ("RIVER rise", 1),
        ("river sluices", 0),
        ('"asked to leave"', 1),
        ('"leave asked"', 0),
        ("переговоры", 1),
        ("1,200", 1),
        ("sluic*", 1),
        ("Okonjo", 0),
        ("overnight", 1),
    ],
)
def test_about_asks_for_words_of_what_is_said(store: Store, about: str, count: int) -> None:
    assert len(contents(store, Query(about=about))) == count


def test_by_and_about_together(store: Store) -> None:
    both = Query(by="brandt", about="channel")
    assert contents(store, both) == ["“Nobody leaves before the channel is sounded,”"]
    assert not contents(store, Query(by="okonjo", about="channel"))


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        ("2021-04-13", ["harbour", "dam", "talks"]),
        ("2021-04-14", ["dam", "talks"]),
        ("2021-04-15T09:30+02:00", ["dam", "talks"]),
        ("2021-04-15T07:30:01Z", ["talks"]),
        ("2030-01-01", []),
    ],
)
def test_since_takes_what_was_published_then_or_later(store: Store, since: str, shown: list[str]) -> None:
    assert documents(store, Query(since=since)) == shown
    found = {each.document for each in store.statements(Query(since=since))}
    assert found == {each.id for each in store.documents(Query(since=since))}


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [
        ("2021-04-12", []),
        ("2021-04-13", ["harbour"]),
        ("2021-04-13T12:00", []),  # of a day, nobody knows the hour: it was known when the day was over
        ("2021-04-15T09:29+02:00", ["harbour"]),
        ("2021-04-15T07:30Z", ["harbour", "dam"]),
        ("2021-04-15", ["harbour", "dam"]),
        ("2026-11-19", ["harbour", "dam"]),
        ("2026-11-20", ["harbour", "dam", "talks"]),  # without a date: known since we wrote it down
    ],
)
def test_as_of_takes_what_was_known_then(store: Store, as_of: str, shown: list[str]) -> None:
    assert documents(store, Query(as_of=as_of)) == shown
    found = {each.document for each in store.names(Query(as_of=as_of))}
    assert found == {each.id for each in store.documents(Query(as_of=as_of))}


def test_since_and_as_of_are_a_window(store: Store) -> None:
    assert documents(store, Query(since="2021-04-14", as_of="2021-04-16")) == ["dam"]
    assert contents(store, Query(since="2021-04-14", as_of="2021-04-16", by="okonjo"))
    assert not contents(store, Query(since="2021-04-16", as_of="2021-04-14"))


def test_documents_by_and_about(store: Store) -> None:
    assert documents(store, Query(about="velmar")) == ["harbour", "dam"]
    assert documents(store, Query(by="union")) == ["harbour", "talks"]
    assert documents(store, Query(by="union", about="storm")) == ["harbour"]
    assert documents(store, Query(about="...")) == []


def test_names_about_are_those_with_the_words(store: Store) -> None:
    assert [each.span.text for each in store.names(Query(about="velmar"))] == ["Velmar", "Velmar"]
    assert [each.span.text for each in store.names(Query(about="serguei okonjo"))] == ["Sergueï Okonjo"]
    assert [each.span.text for each in store.names(Query(about="velmar", limit=1))] == ["Velmar"]
    assert not list(store.names(Query(about="storm")))  # in the text, in no name
    assert not list(store.names(Query(about="?")))


def test_names_by_are_those_of_reports_where_one_speaks(store: Store) -> None:
    assert [each.span.text for each in store.names(Query(by="brandt"))] == ["Velmar", "Ilse Brandt"]


def test_types_are_name_types_and_acts(store: Store) -> None:
    places = store.names(Query(types=(NameType.PLACE,)))
    assert [each.span.text for each in places] == ["Velmar", "Korda", "Velmar"]
    found = store.statements(Query(types=(Act.DENY, Act.WARN)))
    assert [each.act for each in found] == [Act.DENY, Act.WARN]
    assert [each.act for each in store.statements(Query(types=("warn",), by="okonjo"))] == [Act.WARN]


def test_a_document_by_its_id_or_a_beginning(store: Store) -> None:
    whole = DAM_READ.document.id
    for typed in (whole, whole[:12]):
        assert documents(store, Query(document=typed)) == ["dam"]
        assert list(store.statements(Query(document=typed))) == list(DAM_READ.statements)
        assert list(store.names(Query(document=typed))) == list(DAM_READ.names)


@pytest.mark.parametrize("limit", [0, 1, 2, 4, 100])
def test_a_limit_is_kept_and_takes_the_first(store: Store, limit: int) -> None:
    assert list(store.statements(Query(limit=limit))) == list(store.statements(Query()))[:limit]
    assert list(store.names(Query(limit=limit))) == list(store.names(Query()))[:limit]
    assert documents(store, Query(limit=limit)) == documents(store, Query())[:limit]
    some = Query(by="brandt", limit=limit)
    assert list(store.statements(some)) == list(store.statements(Query(by="brandt")))[:limit]


@pytest.mark.parametrize("wrong", [Query(since="Tuesday"), Query(as_of="2021-02-30"), Query(since="")])
def test_a_date_that_is_none_is_said_to_be_none(store: Store, wrong: Query) -> None:
    for ask in (store.documents, store.names, store.statements):
        with pytest.raises(DateError, match="is no date"):
            list(ask(wrong))


def test_a_document_that_is_not_there_is_said_not_to_be(store: Store) -> None:
    with pytest.raises(CaseError, match="holds no document 'doc-nothing'"):
        list(store.statements(Query(document="doc-nothing")))


def test_makers_are_those_of_the_newest_readings(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Store.open(tmp_path_factory.mktemp("makers") / "case.tocsin", create=True) as store:
        run = store.begin_run("read", MAKER, THEN)
        store.write(run, [harbour(), dam()], THEN)
        assert store.makers(Query()) == (MAKER,)
        store.write(run, [harbour(made_by=LATER_MAKER)], THEN)
        assert store.makers(Query()) == (MAKER, LATER_MAKER)
        assert store.makers(Query(as_of="2021-04-13")) == (LATER_MAKER,)


def test_more_than_is_fetched_at_once_comes_in_order(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Many reports of the same day, each with many names: the order of writing holds throughout."""
    words = [f"Person{number:03}" for number in range(130)]
    items = []
    for number in range(23):
        of = document(f"Report {number}: {' '.join(words)}", published="2021-04-13", origin=f"{number}.txt")
        items.append((capture(of.text, f"{number}.txt"), extraction(of, [name(of, each) for each in words])))
    empty = [item(document(f"Nobody in {number}.", origin=f"n{number}.txt")) for number in range(230)]
    with Store.open(tmp_path_factory.mktemp("many") / "case.tocsin", create=True) as store:
        run = store.begin_run("read", MAKER, THEN)
        store.write(run, items, THEN)
        store.write(run, empty, THEN)
        assert [each.span.text for each in store.names(Query())] == words * 23
        assert [each.id for each in store.documents(Query(limit=23))] == [
            found.document.id for _, found in items
        ]
        assert len(list(store.documents(Query()))) == 253
