"""Why a report is in its story, and what a story is called."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.group.profiling import profiles
from tests.group.reading import KNOWN, reading
from tocsin.group.evidence import headline
from tocsin.group.grouping import Grouping
from tocsin.group.likeness import UNIT, pair
from tocsin.group.profiles import profile_of
from tocsin.group.reasons import membership_of, story_id, story_of
from tocsin.record import Block, BlockKind, Document, Extraction, Precision, Published
from tocsin.record.document import FoundIn
from tocsin.record.story import Profile, TermKind

FIRST = "Ada Weir counted the howitzers on the ridge. Nobody denied it. The valley was quiet."
SECOND = "Howitzers stand on the ridge, Ada Weir said. The valley is quiet."


def report(text: str, number: int, day: str, outlet: str | None = None) -> Extraction:
    published = Published(when=day, precision=Precision.DAY, found_in=FoundIn.OPTION)
    return reading(text, id=f"doc-{number}", outlet=outlet, published=published)


def profile(extraction: Extraction) -> Profile:
    published = extraction.document.published
    return profile_of(extraction, known=published.when if published else "", background=KNOWN)


REPORTS = [report(FIRST, 2, "2021-04-12"), report(SECOND, 1, "2021-04-14")]
PROFILES = [profile(each) for each in REPORTS]
DOCUMENTS = {each.document.id: each.document for each in REPORTS}


@pytest.mark.parametrize("extraction", REPORTS)
def test_ties_stand_in_the_text(extraction: Extraction) -> None:
    made = membership_of(extraction, PROFILES)
    assert {tie.kind for tie in made.ties} == {TermKind.WORD, TermKind.LEAD, TermKind.PERSON}
    for tie in made.ties:
        assert tie.spans
        assert all(span.holds(extraction.document.text) for span in tie.spans)
        assert "Ada Weir" in tie.words or tie.words in {span.text for span in tie.spans}


def test_a_membership_tells_what_and_when() -> None:
    made = membership_of(REPORTS[0], PROFILES)
    assert made.nearest == "doc-1"
    assert made.story == story_id(PROFILES)
    assert "names: Ada Weir" in made.why
    assert "howitzers" in made.why
    assert "published 2 days from the report most like it, which takes" in made.why
    assert made.why.startswith(f"likeness to the others {made.score:.2f}")


def test_a_membership_says_that_the_outlet_is_the_same() -> None:
    own = [report(text, at, "2021-04-12", "The Crier") for at, text in enumerate((FIRST, SECOND))]
    made = membership_of(own[0], [profile(each) for each in own])
    assert made.why.endswith("that report is of the same outlet, so shared wording counts less")
    assert "same outlet" not in membership_of(REPORTS[0], PROFILES).why


def test_the_score_is_the_mean_likeness() -> None:
    found = pair(*PROFILES)
    assert found
    assert membership_of(REPORTS[0], PROFILES).score == pytest.approx(found.score / UNIT, abs=1e-3)


def test_a_report_alone_says_so() -> None:
    made = membership_of(REPORTS[0], PROFILES[:1])
    assert (made.score, made.nearest, made.ties) == (1.0, None, ())
    assert made.why.startswith("alone")
    assert story_of(PROFILES[:1], DOCUMENTS).why.startswith("alone")


def test_a_report_of_another_story_is_refused() -> None:
    with pytest.raises(ValueError, match="none of the story"):
        membership_of(REPORTS[0], PROFILES[1:])
    with pytest.raises(ValueError, match="at least one"):
        story_of([], {})


def test_a_story_is_called_by_its_earliest_report() -> None:
    made = story_of(PROFILES, DOCUMENTS)
    assert made.id == story_id(PROFILES[:1])
    assert made.documents == ("doc-2", "doc-1")
    assert (made.first, made.last) == ("2021-04-12", "2021-04-14")
    assert made.why.startswith("2 reports of outlets that are not known, published over 3 days; ")


def test_the_headline_of_a_story_stands_in_its_central_report() -> None:
    made = story_of(PROFILES, DOCUMENTS)
    assert made.headline
    assert made.headline.holds(DOCUMENTS[made.central].text)
    assert made.headline.text == "Ada Weir counted the howitzers on the ridge."
    assert story_of(PROFILES, {}).headline is None


@given(profiles().filter(bool), some.randoms(use_true_random=False))
def test_a_story_does_not_depend_on_the_order(reports: list[Profile], chance: Random) -> None:
    shuffled = chance.sample(reports, len(reports))
    made = story_of(shuffled, {})
    assert made == story_of(reports, {})
    assert 0 <= made.cohesion <= 1
    assert list(made.documents) == [
        each.document for each in sorted(reports, key=lambda each: (each.known, each.document))
    ]


def test_a_title_is_the_headline() -> None:
    text = "By our own\nHowitzers seen\n\nThey stand on the ridge. Nobody denied it."
    block = Block(kind=BlockKind.TITLE, start=text.index("Howitzers"), end=text.index("\n\n"))
    found = headline(Document(id="doc-1", text=text, blocks=(block,)))
    assert found
    assert found.text == "Howitzers seen"
    assert headline(Document(id="doc-1", text=text, title=" Howitzers seen")) == found


def test_a_title_that_the_text_lacks_is_no_headline() -> None:
    found = headline(Document(id="doc-1", text="They stand on the ridge. More came.", title="Howitzers seen"))
    assert found
    assert found.text == "They stand on the ridge."


def test_a_dateline_is_no_headline() -> None:
    text = "VALE, April 12\nThey stand on the ridge."
    block = Block(kind=BlockKind.DATELINE, start=0, end=14)
    found = headline(Document(id="doc-1", text=text, blocks=(block,)))
    assert found
    assert found.text == "They stand on the ridge."


@given(some.text(max_size=400))
def test_a_headline_stands_in_any_text_that_has_words(text: str) -> None:
    found = headline(Document(id="doc-1", text=text))
    assert (found is None) == (not text.strip())
    assert found is None or found.holds(text)


def test_a_line_of_when_and_where_is_no_headline_where_there_is_another() -> None:
    text = "East Room\n\n2:30 P.M.\n\nAda M. Weir, Jr. saw howitzers on the ridge. More came."
    found = headline(Document(id="doc-1", text=text))
    assert found
    assert found.text == "Ada M. Weir, Jr. saw howitzers on the ridge."


def test_a_story_has_the_title_that_its_central_report_was_given() -> None:
    titled = {id_: replace(each, title="Howitzers seen") for id_, each in DOCUMENTS.items()}
    assert story_of(PROFILES, titled).title == "Howitzers seen"
    assert story_of(PROFILES, DOCUMENTS).title is None


@given(profiles().filter(bool))
def test_sums_of_a_grouping_are_those_of_the_reports_alone(reports: list[Profile]) -> None:
    grouping = Grouping()
    grouping.add(reports)
    for story in grouping.stories:
        own = [each for each in reports if each.document in story]
        assert story_of(own, {}, grouping.sums(story)) == story_of(own, {})
