"""Entities, places and verdicts through the one door of a case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import tocsin
from tests.crisis import put_crisis
from tocsin import Case, Reference, Toponym, Verdict
from tocsin.record import entity_id

SHORT, ILSE, ILZE = "person:i brandtova", "person:ilse brandtova", "person:ilze brandtova"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return put_crisis(tmp_path_factory.mktemp("case")).read_bytes()


@pytest.fixture
def case(read: bytes, tmp_path: Path) -> Iterator[Case]:
    path = tmp_path / "crisis.tocsin"
    path.write_bytes(read)
    with tocsin.open(path) as opened:
        yield opened


def test_an_entity_is_found_by_id_beginning_and_any_of_its_keys(case: Case) -> None:
    entity = case.entity(ILSE)
    assert set(entity.keys) == {ILSE, ILZE}
    assert case.entity(entity.id) == case.entity(entity.id[:10]) == case.entity(ILZE) == entity
    assert case.entity(entity_id(ILZE)) == entity  # the id that the other key had when it stood alone


@pytest.mark.parametrize("wrong", ["ent-zzz", "known:nobody", "", "Ukraine", "ent-\x00", "%"])
def test_an_entity_that_is_not_there_is_told(case: Case, wrong: str) -> None:
    with pytest.raises(tocsin.CaseError):
        case.entity(wrong)


def test_entities_are_those_of_most_reports_first_and_narrow_down(case: Case) -> None:
    found = list(case.entities())
    assert [each.documents for each in found] == sorted((each.documents for each in found), reverse=True)
    assert [each.known for each in case.entities(type="state", about="Washington")] == ["us"]
    document = next(case.documents())
    here = {each.id for each in case.entities(document=document.id)}
    assert here == {
        case.entity(each.key).id for each in case.references(document=document.id)
    }  # each report has its own
    assert sum(1 for _ in case.entities(limit=3)) == 3
    with pytest.raises(ValueError, match="there is no type 'planet'"):
        case.entities(type="planet")


def test_what_was_known_then_counts_the_reports_of_then(case: Case) -> None:
    then = {each.known: each for each in case.entities(as_of="2021-04-13")}
    assert then["ua"].documents == 1
    assert "us.mod" not in then
    assert {name for name, _ in then["volodymyr-zelenskyy"].names} == {"Volodymyr Zelensky", "Zelensky"}


def test_places_are_of_the_use_that_is_asked_for(case: Case) -> None:
    assert {each.use for each in case.places()} == {"place"}
    everything = list(case.places(use="all"))
    assert {each.use for each in everything} > {"place"}
    assert all(span.holds(case.document(each.document).text) for each in everything for span in each.spans)
    with pytest.raises(ValueError, match="there is no use 'holiday'"):
        case.places(use="holiday")


def test_explain_says_what_every_part_stands_for(case: Case) -> None:
    (said,) = case.statements(about="exercises")
    standing = {each.part: each.to for each in case.explain(said.id).standing}
    speaker = standing["speaker"]
    assert isinstance(speaker, Reference)
    assert speaker.known == "sergei-shoigu"
    assert speaker.candidates[0].weights
    (fire,) = [each for each in case.events(about="mill") if each.place]
    (place,) = [each.to for each in case.explain(fire.id).standing if each.part == "place"]
    assert isinstance(place, Toponym)
    assert place.phrase.text == "eastern Ukraine"


def test_a_verdict_holds_at_once_and_the_last_one_on_the_same_two_wins(case: Case) -> None:
    alone = case.entity(SHORT)
    case.links(next(case.documents()).id)  # read before, so that an old answer would be noticed
    for verdict, keys in (
        (Verdict.SAME, {SHORT, ILSE, ILZE}),
        (Verdict.DIFFERENT, {SHORT}),
        ("same", {SHORT, ILSE, ILZE}),
        ("withdrawn", {SHORT}),
    ):
        said = case.judge(SHORT, ILSE, verdict, by="Ada", why="seen them")
        assert (said.by, said.why, said.left < said.right) == ("Ada", "seen them", True)
        assert set(case.entity(SHORT).keys) == keys
        linked = {linked.entity for each in case.documents() for linked in case.links(each.id).values()}
        assert case.entity(SHORT).id in linked
    assert case.entity(SHORT) == alone
    assert len(list(case.judgements())) == 4


def test_known_ones_are_joined_by_a_verdict_alone(case: Case) -> None:
    assert case.entity("known:ua.mfa") != case.entity("known:ua")
    case.judge("known:ua", "known:ua.mfa", "same", by="Ada")
    assert case.entity("known:ua.mfa") == case.entity("known:ua")
    case.judge("known:ua", "known:ua.mfa", "withdrawn", by="Ada")
    assert case.entity("known:ua.mfa") != case.entity("known:ua")


@pytest.mark.parametrize(("left", "right"), [(ILSE, ILSE), (ILSE, "person:nobody"), ("ref-zzz", ILSE)])
def test_a_verdict_on_what_is_not_two_is_refused(case: Case, left: str, right: str) -> None:
    with pytest.raises(tocsin.CaseError):
        case.judge(left, right, "same", by="Ada")
    assert not list(case.judgements())


def test_a_verdict_that_is_none_is_refused(case: Case) -> None:
    with pytest.raises(ValueError, match="perhaps"):
        case.judge(SHORT, ILSE, "perhaps", by="Ada")


def test_doubts_come_with_words_of_each_side(case: Case) -> None:
    found = case.doubtful()
    assert found
    for doubt in found:
        for side in (doubt.left, doubt.right):
            assert side.example
            document, reference = side.example
            assert reference.key == side.group.key
            assert all(span.holds(document.text) for span in reference.mentions)
    assert len(case.doubtful(limit=1)) == 1


def test_a_verdict_outlives_the_case_being_closed_and_new_reports(case: Case, tmp_path: Path) -> None:
    case.judge(ILSE, ILZE, "different", by="Ada")
    case.close()
    report = tmp_path / "late.txt"
    report.write_text(
        "Late news\n\nHarbour master Ilse Brandtova said that all was well.\n", encoding="utf-8"
    )
    with tocsin.open(tmp_path / "crisis.tocsin") as again:
        again.read(report, published="2021-04-16")
        assert again.entity(ILSE).keys == (ILSE,)
        assert again.entity(ILSE).documents == 2
        assert again.entity(ILZE).keys == (ILZE,)


def test_export_tells_entities_and_places(case: Case) -> None:
    tables = {table: list(case.export("csv", table=table)) for table in ("entities", "places")}
    assert len(tables["entities"]) == case.counts().references + 1
    assert len(tables["places"]) == case.counts().toponyms + 1


def test_a_state_is_not_everybody_who_has_its_name_in_a_title(case: Case, tmp_path: Path) -> None:
    report = tmp_path / "house.txt"
    words = "A visit\n\n“We will go on,” said Olga Marsh, the ombudswoman of the Republic of Georgia.\n"
    report.write_text(words, encoding="utf-8")
    case.read(report, published="2021-04-16")
    (said,) = case.statements(about="go on", since="2021-04-16")
    assert said not in list(case.statements(by="Georgia"))
    assert said in list(case.statements(by="Olga Marsh"))
    assert [each.known for each in case.entities(about="Georgia", type="state")] == ["ge"]
