from collections.abc import Iterator, Sequence

import pytest

from tests.store.across.making import case_of, copy, finding, profile, story
from tests.store.entities.making import Known, Spelling, report
from tests.store.samples import dam, harbour, talks
from tocsin.errors import CaseError, DateError
from tocsin.record.copy import CopyKind
from tocsin.record.finding import QuestionKind, Status
from tocsin.store import Query, Store

ITEMS = [harbour(), dam(), talks(), report(1, ["known:korin=Anna Korin", "Bo Lund"])]
HARBOUR, DAM, TALKS, REPORT = (found.document for _, found in ITEMS)
KORIN = "known:korin"

WIRE = copy(HARBOUR, DAM, ["Velmar"], shares=(0.2, 0.9), kind=CopyKind.WIRE)
TEXT = copy(DAM, TALKS, ["would", "the"], shares=(0.3, 0.1))
PORT = story(HARBOUR, DAM, title="Tempête à Velmar")
REST = story(TALKS, last="2026-11-20T08:00:00Z")

MISSING = finding(
    "boat missing at Velmar",
    [(harbour()[1].statements[2].id, HARBOUR)],
    kind=QuestionKind.CLAIM,
    status=Status.DENIED,
    origins=[("organisation:fishers union", "The Fishers’ Union"), ("outlet:post", "Velmar Post")],
)
PEOPLE = finding(
    "people evacuated",
    [(dam()[1].figures[1].id, DAM), (harbour()[1].statements[0].id, HARBOUR)],
    status=Status.DIFFER,
    measure="evacuated",
    origins=[("organisation:interior ministry", "the Interior Ministry")],
)
SLUICES = finding(
    "sluices of the Korda dam",
    [(dam()[1].figures[0].id, DAM)],
    status=Status.DIFFER,
    measure="sluices",
    last="2026-01-01T00:00:00Z",
)
DEMAND = finding(
    "talks",
    [(talks()[1].statements[1].id, TALKS)],
    kind=QuestionKind.DEMAND,
    open_since="2026-11-20",
    origins=[(KORIN, "Анна Корин")],
    last="2026-11-20T08:00:00Z",
)
PLAN = finding("hearing of Lund", [(harbour()[1].statements[1].id, HARBOUR)], kind=QuestionKind.PLAN)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    linking = Spelling(entries={"korin": Known("Anna Korin")})
    with case_of(tmp_path_factory.mktemp("views") / "a.tocsin", ITEMS, linking) as opened:
        with opened.across() as rows:
            rows.put_copies([TEXT, WIRE], [])
            rows.put_stories([], [REST, PORT])
            rows.put_profiles([profile(DAM, "2021", dam=7), profile(HARBOUR, "2021", port=9)])
            rows.put_findings([], [("any", each) for each in (PLAN, SLUICES, DEMAND, MISSING, PEOPLE)])
        yield opened


def ids(found: Sequence[object]) -> list[str]:
    return [each.id for each in found]  # type: ignore[attr-defined]


def test_copies_come_by_their_larger_share(store: Store) -> None:
    assert list(store.copies(Query())) == [WIRE, TEXT]
    assert list(store.copies(Query(limit=1))) == [WIRE]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(kind="wire"), [WIRE]),
        (Query(kind=CopyKind.TEXT), [TEXT]),
        (Query(document=TALKS.id), [TEXT]),
        (Query(document=DAM.id[:12]), [WIRE, TEXT]),
        (Query(story=PORT.id), [WIRE, TEXT]),
        (Query(story=REST.id), [TEXT]),
        (Query(story=REST.id, kind="wire"), []),
        (Query(about="VELMAR"), [WIRE]),
        (Query(about="Brandt"), []),  # stands in the report, not in the passage
        (Query(about="?"), []),
        (Query(since="2021-04-16"), [TEXT]),
        (Query(since="2021-04-15"), [WIRE, TEXT]),
    ],
)
def test_copies_are_narrowed_down(store: Store, query: Query, expected: list[object]) -> None:
    assert list(store.copies(query)) == expected


def test_stories_come_by_reports(store: Store) -> None:
    assert list(store.stories(Query())) == [PORT, REST]
    assert list(store.stories(Query(limit=1))) == [PORT]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(document=DAM.id), [PORT]),
        (Query(document=REPORT.id), []),
        (Query(about="tempete"), [PORT]),
        (Query(about="Brandt"), [PORT]),  # in the text of one of its reports
        (Query(about="переговоры"), [REST]),
        (Query(about="tempete переговоры"), []),
        (Query(about="", about_entities=("person:ilse brandt",)), [PORT]),
        (Query(since="2021-04-16"), [REST]),
    ],
)
def test_stories_are_narrowed_down(store: Store, query: Query, expected: list[object]) -> None:
    assert list(store.stories(query)) == expected


def test_findings_come_disputed_first_then_by_reports_and_time(store: Store) -> None:
    assert list(store.findings(Query())) == [MISSING, PEOPLE, SLUICES, DEMAND, PLAN]
    assert list(store.findings(Query(limit=2))) == [MISSING, PEOPLE]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(kind="figure"), [PEOPLE, SLUICES]),
        (Query(status="denied"), [MISSING]),
        (Query(status=Status.SINGLE, kind=QuestionKind.PLAN), [PLAN]),
        (Query(types=("Evacuated",)), [PEOPLE]),
        (Query(open=True), [DEMAND]),
        (Query(since="2026-01-01"), [SLUICES, DEMAND]),
        (Query(document=HARBOUR.id), [MISSING, PEOPLE, PLAN]),
        (Query(story=PORT.id), [MISSING, PEOPLE, SLUICES, PLAN]),
        (Query(story=REST.id[:9]), [DEMAND]),
        (Query(by="fishers"), [MISSING]),
        (Query(by="FISHERS union"), [MISSING]),
        (Query(by="fishers post"), []),  # of two names
        (Query(by="fish"), []),
        (Query(by="fish*"), [MISSING]),
        (Query(by='"interior ministry"'), [PEOPLE]),
        (Query(by='"ministry interior"'), []),
        (Query(by="Anna Korin"), [DEMAND]),  # the entity has that name, the origin another
        (Query(by="%"), []),
        (Query(by="x", by_entities=(KORIN,)), [DEMAND]),
        (Query(about="boat"), [MISSING]),
        (Query(about="velmar"), [MISSING, PEOPLE]),  # the question; what a member says
        (Query(about="1,200"), [PEOPLE]),
        (Query(about="hear*"), [PLAN]),
        (Query(about="hear"), []),
        (Query(about="sounded"), [PLAN]),
        (Query(about="Ilse Brandt"), [PEOPLE, PLAN]),  # two statements are linked to her
        (Query(about="", about_entities=("person:ilse brandt",)), [PEOPLE, PLAN]),
        (Query(by="ministry", about="people", status="differ", kind="figure", document=DAM.id), [PEOPLE]),
        (Query(by="ministry", open=True), []),
    ],
)
def test_findings_are_narrowed_down(store: Store, query: Query, expected: list[object]) -> None:
    assert ids(list(store.findings(query))) == ids(expected)


def test_each_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    for one, by in (
        (WIRE, store.copy),
        (PORT, store.story),
        (PEOPLE, store.finding),
    ):
        assert by(one.id) == one
        assert by(one.id[:14]) == one


@pytest.mark.parametrize("kind", ["copy", "story", "finding"])
@pytest.mark.parametrize("typed", ["", "fin-none", "sto-ffffffffff", "a' OR 1", "copy_", "%"])
def test_an_id_that_is_none_is_refused_with_advice(store: Store, kind: str, typed: str) -> None:
    with pytest.raises(CaseError, match=kind) as refused:
        getattr(store, kind)(typed)
    assert f"tocsin {'copies' if kind == 'copy' else 'stories' if kind == 'story' else 'findings'}" in (
        refused.value.advice or ""
    )


def test_a_beginning_of_several_is_refused(store: Store) -> None:
    with pytest.raises(CaseError, match="several"):
        store.finding("fin-")
    with pytest.raises(CaseError, match="several"):
        list(store.findings(Query(story="sto-")))


def test_what_is_not_there_is_refused(store: Store) -> None:
    for query in (Query(document="doc-none"), Query(story="sto-none")):
        for asked in (store.copies, store.findings):
            with pytest.raises(CaseError):
                list(asked(query))
    with pytest.raises(DateError):
        list(store.stories(Query(since="soon")))


def test_profiles_of_a_story_come_by_when_its_reports_were_known(store: Store) -> None:
    assert store.profiles_of(PORT.id[:12]) == [
        profile(HARBOUR, "2021", port=9),
        profile(DAM, "2021", dam=7),
    ]
    with pytest.raises(CaseError):
        store.profiles_of("sto-none")


def test_they_are_counted(store: Store) -> None:
    counts = store.counts()
    assert (counts.stories, counts.copies, counts.findings) == (2, 2, 5)


def test_an_empty_case_has_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    with case_of(tmp_path_factory.mktemp("empty") / "a.tocsin", []) as store:
        assert not [*store.copies(Query()), *store.stories(Query()), *store.findings(Query(about="x"))]
        assert store.latest_known() is None
        assert store.knowns() == {}
