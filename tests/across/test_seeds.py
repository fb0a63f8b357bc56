"""Two real reports of one day, where they are at hand: what the whole tool is for, end to end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import tocsin
from tocsin.record.finding import Finding, QuestionKind

SEEDS = Path(__file__).parents[3] / "shared" / "data" / "seeds"
OUTLETS = {"euronews-2021-04-13.txt": "Euronews", "second-outlet-2021-04-13.txt": "Second outlet"}
UKRAINE = "known:ua"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tocsin.Case]:
    if not SEEDS.is_dir():
        pytest.skip("the two reports are not on this machine")
    path = tmp_path_factory.mktemp("seeds") / "seeds.tocsin"
    with tocsin.open(path, create=True) as case:
        for name, outlet in OUTLETS.items():
            case.read(SEEDS / name, outlet=outlet, published="2021-04-13")
        yield case


def figure(case: tocsin.Case, words: str) -> Finding:
    """Return the finding that a figure of these words stands in."""
    (found,) = {
        finding.id: finding
        for finding in case.findings(kind="figure")
        for record in case.records(member.record for member in finding.members).values()
        if words in record.span.text  # type: ignore[union-attr]
    }.values()
    return found


def test_the_two_reports_are_one_story(case: tocsin.Case) -> None:
    (story,) = case.stories()
    assert len(story.documents) == 2


@pytest.mark.parametrize("words", ["80,000 troops", "28,000", "2,000"])
def test_what_two_outlets_have_of_one_government_rests_on_one_origin(case: tocsin.Case, words: str) -> None:
    found = figure(case, words)
    assert (found.documents, found.outlets, found.independent) == (2, 2, 1)
    assert [origin.key for origin in found.origins if origin.told] == [UKRAINE]


def test_the_demand_of_the_g7_is_one_question_of_both_reports(case: tocsin.Case) -> None:
    demands = [each for each in case.findings(kind="demand", by="G7") if each.documents == 2]
    assert demands
    assert all(each.open_since for each in demands)


def test_exercises_and_provocations_are_rival_explanations(case: tocsin.Case) -> None:
    found = {each.id: each for each in case.findings(kind=QuestionKind.EXPLANATION)}
    exercise = next(each for each in found.values() if "exercise" in each.question.words.lower())
    assert any("provocation" in found[rival].question.words.lower() for rival in exercise.rivals)


def test_the_words_that_both_reports_have_are_shown_with_both_places(case: tocsin.Case) -> None:
    copies = list(case.copies())
    assert copies
    texts = {document.id: document.text for document in case.documents()}
    for passage in (passage for copy in copies for passage in copy.passages):
        assert passage.left.text in texts[copies[0].left]
        assert passage.right.text in texts[copies[0].right]
