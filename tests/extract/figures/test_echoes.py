"""Numbers whose noun stands before them, or is left out."""

import pytest

from tests.extract.build import Report
from tests.extract.figures.reading import figure, figures, parsed
from tocsin.record import Change, Document, Figure, FoundIn, Precision, Published


def dated(text: str, **names: str | list[str]) -> tuple[Figure, ...]:
    """Return the figures of a report of 2021-04-13."""
    when = Published(when="2021-04-13", precision=Precision.DAY, found_in=FoundIn.OPTION)
    document = Document(id="doc-test", text=text, published=when)
    return Report(text, document=document).names(**names).extract().figures


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Medics died in the blast, bringing the toll this year to 34.", "killed"),
        ("By evening the death toll rose to 19.", "killed"),
        ("The toll from the landslide stands at 19.", "killed"),
        ("The governor put the number of wounded at 340.", "wounded"),
        ("The mayor spoke of a death toll of 19.", "killed"),
        ("The number of refugees reached 19.", "refugees"),
        ("Officials put the number of displaced people at 12,000.", "displaced"),
        ("Casualties reached 300.", "casualties"),
        ("The number of its dead has risen to 17.", "killed"),
        ("The army put its losses since January at 28.", "killed"),
        ("After the raid 27 were left dead.", "killed"),
        ("The hospital counts 27 dead.", "killed"),
        ("Some 60 were feared drowned, with 27 confirmed dead.", "killed"),
    ],
)
def test_a_noun_before_a_number_tells_its_measure(text: str, code: str) -> None:
    found = figures(text)[-1]
    assert (found.measure, found.unit) == (code, "people")


def test_losses_are_lives_only_where_the_text_speaks_of_war_or_harm() -> None:
    assert figures("The shipyard put its losses at 28.") == ()
    assert figure("The brigade put its losses at 28 tanks.").measure == "tanks"
    assert figure("The minister put the losses at 28 soldiers.").measure == "killed"


def test_the_why_names_the_noun_before() -> None:
    found = figure("By evening the toll rose to 19.")
    assert "“toll” before it" in found.why
    assert found.measured is not None
    assert found.measured.text == "toll"
    assert found.change is Change.RISE


def test_the_owner_of_a_toll_is_the_holder() -> None:
    found = figure("Norland’s death toll rose to 19.", LOC="Norland")
    assert found.holder is not None
    assert found.holder.text == "Norland"


def test_a_time_that_owns_a_toll_is_no_holder() -> None:
    assert figure("He put this year's death toll at 19.").holder is None


def test_a_toll_takes_the_holder_of_the_harm_before_it() -> None:
    text = "Two Norland sailors were killed. That brings the toll to 19."
    first, second = figures(text, LOC="Norland")
    assert first.holder == second.holder
    assert second.holder is not None


def test_a_toll_in_a_clause_of_its_own_is_found_by_the_tree() -> None:
    found = parsed(
        "The/DT/2/det toll/NN/8/nsubj ,/,/6/punct which/WDT/6/obj nobody/NN/6/nsubj doubts/VBZ/2/acl:relcl"
        " ,/,/2/punct reached/VBD/0/root 45/CD/8/obj ././8/punct"
    )
    assert (found.best, found.measure) == (45, "killed")


def test_a_figure_takes_up_what_was_counted_before_it_in_its_paragraph() -> None:
    text = "The army counts 28 dead. A week ago the figure was 26."
    first, second = figures(text)
    assert (second.best, second.measure, second.unit) == (26, "killed", "people")
    assert first.span.text in second.why
    assert len(figures("The army counts 28 dead.\nA week ago the figure was 26.")) == 1


def test_a_figure_without_any_before_it_is_of_nothing() -> None:
    assert figures("His own figure was 26.") == ()


def test_more_without_a_noun_counts_what_stands_before_it() -> None:
    text = "Norland keeps 30,000 soldiers on the coast and over 15,000 more in the islands."
    first, second = figures(text, LOC="Norland")
    assert (second.low, second.measure, second.unit) == (15_000, "troops", "people")
    assert first.holder == second.holder
    assert "left out" in second.why


@pytest.mark.parametrize("rest", ["and 9 in Westmark", "against 9 in the year before", "and 9 near the dam"])
def test_a_noun_left_out_is_that_of_the_number_before(rest: str) -> None:
    first, second = figures(f"Shelling killed 12 people in Eastmark {rest}.")
    assert (first.measure, second.measure, second.best) == ("killed", "killed", 9)


def test_nothing_is_taken_over_from_money() -> None:
    first, second = figures("The mill lost $12 million, and over 3,000 in the town noticed.")
    assert first.unit == "USD"
    assert second.measure is None


@pytest.mark.parametrize(("word", "change"), [("up", Change.RISE), ("down", Change.FALL)])
def test_an_old_value_after_it_tells_a_change(word: str, change: Change) -> None:
    now, before = figures(f"The ministry counted 45,000 refugees, {word} from 38,000.")
    assert (now.best, now.change) == (45_000, change)
    assert (before.best, before.measure, before.change) == (38_000, "refugees", None)


@pytest.mark.parametrize("words", ["to 7.5%", "by 0.75 points to 7.5%", "from 5% to 7.5%"])
def test_a_rate_raised_to_a_value_has_risen(words: str) -> None:
    found = figures(f"The bank raised its main rate {words}.")[-1]
    assert (found.best, found.change) == (7.5, Change.RISE)


def test_an_old_value_is_of_what_has_its_noun() -> None:
    text = "Norland has 52,000 troops, 700 tanks and some 90 guns on the plain, up from 47,000 troops."
    assert [f.change for f in figures(text, LOC="Norland")] == [Change.RISE, None, None, None]


def test_more_is_of_what_is_of_like_size() -> None:
    found = figures("Norland moved 3,500 soldiers and a dozen trucks, and 2,000 more wait.", LOC="Norland")
    assert [f.measure for f in found] == ["troops", "vehicles", "troops"]


def test_a_share_without_other_numbers_in_its_sentence_is_found() -> None:
    found = figure("Less than a quarter of the grain arrived.")
    assert (found.high, found.unit) == (0.25, "share")


def test_the_ground_that_they_fled_is_the_place() -> None:
    found = parsed(
        "Some/DT/2/advmod 9,000/CD/3/nummod villagers/NNS/4/nsubj fled/VBD/0/root the/DT/7/det"
        " Orn/NNP/7/compound valley/NN/4/obj ././4/punct"
    )
    assert found.place is not None
    assert found.place.text == "the Orn valley"


def test_when_tells_where_and_when_the_harm_was_done() -> None:
    text = "At least 19 people were killed and some 60 wounded when gunners shelled Eastmark on 3 April."
    for found in dated(text, LOC="Eastmark"):
        assert found.place is not None
        assert found.place.text == "Eastmark"
        assert found.period is not None
        assert found.period.first == "2021-04-03"
        assert "“when” clause" in found.why


def test_when_somebody_tells_it_is_not_when_it_was_done() -> None:
    (found,) = dated(
        "The army lists 19 killed, as he said when he toured Eastmark on 3 April.", LOC="Eastmark"
    )
    assert found.period is None
    assert found.place is None


@pytest.mark.parametrize(
    "text",
    [
        "In 2011 the two sides fought a war in which about 800 soldiers died.",
        "In 2011, they lost 800 soldiers.",
        "In 2011, with winter near, about 800 soldiers died.",
    ],
)
def test_an_opening_moment_holds_for_its_sentence(text: str) -> None:
    found = dated(text)[-1]
    assert found.period is not None
    assert (found.period.first, found.period.last) == ("2011-01-01", "2011-12-31")


def test_a_duration_without_dates_is_no_period() -> None:
    (found,) = dated("The pact asks for notice 30 days ahead of drills with 5,000 soldiers.")
    assert found.period is None


def test_quoted_vague_words_count_what_follows() -> None:
    found = figure('The envoy saw "hundreds" of fighters.')
    assert (found.span.text, found.measure) == ('"hundreds" of fighters', "fighters")


def test_the_dead_are_people_killed() -> None:
    found = parsed(
        "Five/CD/5/nsubj of/IN/4/case the/DT/4/det dead/NNS/1/nmod slept/VBD/0/root there/RB/5/advmod"
        " ././5/punct"
    )
    assert (found.best, found.measure, found.unit) == (5, "killed", "people")


def test_one_more_counts() -> None:
    found = parsed(
        "One/CD/3/nummod more/JJR/3/amod sailor/NN/5/nsubj:pass was/VBD/5/aux:pass killed/VBN/0/root"
        " ././5/punct"
    )
    assert (found.best, found.measure) == (1, "killed")


def test_who_is_accused_through_a_relative_clause_is_the_holder() -> None:
    found = parsed(
        "It/PRP/2/nsubj watches/VBZ/0/root Norland/NNP/2/obj ,/,/6/punct which/WDT/6/obj"
        " accused/VBD/3/acl:relcl of/IN/8/mark massing/VBG/6/advcl 900/CD/10/nummod"
        " tanks/NNS/8/obj ././2/punct",
        names=(("LOC", "Norland"),),
    )
    assert found.holder is not None
    assert found.holder.text == "Norland"


def test_a_name_right_before_the_relative_is_accused_not_the_noun_it_hangs_on() -> None:
    found = parsed(
        "He/PRP/2/nsubj saw/VBD/0/root a/DT/4/det reply/NN/2/obj to/IN/6/case Norland/NNP/4/nmod ,/,/9/punct"
        " which/WDT/10/obj he/PRP/10/nsubj accused/VBD/4/acl:relcl of/IN/12/mark massing/VBG/10/advcl"
        " 900/CD/14/nummod tanks/NNS/12/obj ././2/punct",
        names=(("LOC", "Norland"),),
    )
    assert found.holder is not None
    assert found.holder.text == "Norland"
