import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.build import Report
from tests.extract.figures.reading import figure, figures, parsed
from tocsin.record import BlockKind, Bound, Change, Document, FoundIn, Precision, Published


def test_a_figure_has_its_bound_unit_and_measure() -> None:
    found = figure("Norland has massed more than 60,000 troops near its border.", LOC="Norland")
    assert found.span.text == "more than 60,000 troops"
    assert (found.low, found.best, found.high, found.bound) == (60_000, 60_000, None, Bound.AT_LEAST)
    assert (found.unit, found.measure) == ("people", "troops")
    assert found.holder is not None
    assert found.holder.text == "Norland"
    assert found.place is not None
    assert found.place.text == "its border"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Officials say 12 villagers have died.", "killed"),
        ("Shelling killed 12 villagers.", "killed"),
        ("At least 12 were wounded.", "wounded"),
        ("The attack left 12 dead.", "killed"),
        ("Two sailors are missing.", "missing"),
        ("They mourned the deaths of 12 villagers.", "killed"),
        ("Police detained 12 protesters.", "detained"),
        ("Some 12,000 people fled.", "displaced"),
        ("Monitors logged 12 ceasefire violations.", "violations"),
        ("The convoy held 12 main battle tanks.", "tanks"),
        ("Volunteers fed 12 alpacas.", "alpaca"),
    ],
)
def test_the_measure_is_the_ontologys_or_the_texts_own_noun(text: str, code: str) -> None:
    assert figure(text).measure == code


def test_who_does_the_harm_is_not_counted_as_harmed() -> None:
    doers, harmed = figures("Twelve gunmen killed three officers.")
    assert (doers.measure, harmed.measure) == ("fighters", "killed")


def test_one_person_without_a_number_counts_where_harm_is_done() -> None:
    found = figure("A soldier was killed by a sniper.")
    assert (found.best, found.measure) == (1, "killed")
    assert figures("A soldier walked home.") == ()


def test_joined_counts_are_two_figures_with_one_holder() -> None:
    text = "The rebels have 9,000 fighters and more than 700 Norlandish military advisers and instructors."
    fighters, advisers = figures(text, MISC="Norlandish")
    assert (fighters.measure, advisers.measure) == ("fighters", "advisers")
    assert fighters.holder is not None
    assert fighters.holder.text == "The rebels"
    assert advisers.span.text == "more than 700 Norlandish military advisers and instructors"


def test_an_accused_state_holds_what_it_masses() -> None:
    found = figure("Sudland has accused Norland of massing 900 tanks.", LOC=["Sudland", "Norland"])
    assert found.holder is not None
    assert found.holder.text == "Norland"


def test_vague_words_have_no_best_and_need_a_known_measure() -> None:
    found = figure("The fleet moved thousands of sailors.")
    assert (found.low, found.best, found.high, found.bound) == (1e3, None, 1e4, Bound.VAGUE)
    assert figures("They discussed several thorny questions.") == ()


def test_a_value_after_a_change_is_both() -> None:
    found = figure("The number of refugees doubled to 1.2 million.")
    assert (found.best, found.change) == (1_200_000, Change.RISE)


def test_what_an_owner_has_is_counted_and_not_the_owner() -> None:
    found = figure("About half of Norland's tanks are old.", LOC="Norland")
    assert (found.unit, found.measure) == ("share", "tanks")
    assert found.holder is not None
    assert found.holder.text == "Norland"


def test_a_moved_value_is_the_new_one() -> None:
    found = figure("Patrols fell from 75 to 46.")
    assert (found.low, found.best, found.high, found.change) == (46, 46, 46, Change.FALL)


def test_about_has_only_a_best() -> None:
    found = figure("About 300 trucks crossed.")
    assert (found.low, found.best, found.high, found.bound) == (None, 300, None, Bound.ABOUT)


def test_said_in_is_the_innermost_statement() -> None:
    text = "The mayor said the army reported 30 soldiers missing."
    report = Report(text).said("The mayor", "said", "the army reported 30 soldiers missing")
    report.said("the army", "reported", "30 soldiers missing")
    found = report.extract()
    inner = min(found.statements, key=lambda s: s.contents[0].end - s.contents[0].start)
    assert [f.said_in for f in found.figures] == [inner.id]


def test_the_narrators_figure_is_said_in_none() -> None:
    assert figure("Crews found 30 mines.").said_in is None


def test_the_period_is_cut_at_the_day_of_publication() -> None:
    when = Published(when="2021-04-13", precision=Precision.DAY, found_in=FoundIn.OPTION)
    text = "Some 26 sailors have died this year."
    (found,) = Report(text, document=Document(id="doc-t", text=text, published=when)).extract().figures
    assert found.period is not None
    assert (found.period.first, found.period.last) == ("2021-01-01", "2021-04-13")


def test_the_day_of_the_saying_is_not_the_figures() -> None:
    text = "The mayor said on Monday that 30 houses burned."
    when = Published(when="2021-04-13", precision=Precision.DAY, found_in=FoundIn.OPTION)
    report = Report(text, document=Document(id="doc-t", text=text, published=when))
    (found,) = report.said("The mayor", "said", "that 30 houses burned").extract().figures
    assert found.period is None


def test_a_place_before_where_is_the_figures() -> None:
    found = figure("They toured Eastmark, where 30 houses burned.", LOC="Eastmark")
    assert found.place is not None
    assert found.place.text == "Eastmark"


def test_their_is_the_subject_before_it() -> None:
    found = parsed(
        "Norland/NNP/2/compound soldiers/NNS/3/nsubj reported/VBD/0/root the/DT/5/det deaths/NNS/3/obj"
        " of/IN/8/case four/CD/8/nummod people/NNS/5/nmod from/IN/11/case their/PRP$/11/nmod:poss"
        " army/NN/8/nmod ././3/punct",
        names=(("LOC", "Norland"),),
    )
    assert (found.best, found.measure) == (4, "killed")
    assert found.holder is not None
    assert found.holder.text == "Norland soldiers"


def test_the_agent_is_the_side() -> None:
    found = parsed(
        "Twelve/CD/2/nummod men/NNS/4/nsubj:pass were/VBD/4/aux:pass killed/VBN/0/root by/IN/7/case"
        " rebel/NN/7/compound shelling/NN/4/obl:agent ././4/punct"
    )
    assert found.measure == "killed"
    assert found.side is not None
    assert found.side.text == "rebel shelling"


def test_blocks_are_kept() -> None:
    report = Report("Photo: 30 soldiers march", kinds={"Photo": BlockKind.CAPTION})
    assert [f.block for f in report.extract().figures] == [BlockKind.CAPTION]


@given(st.text(max_size=120), st.integers(min_value=0, max_value=10**7))
def test_spans_hold_and_ids_are_stable_in_any_text(noise: str, count: int) -> None:
    text = f"{noise} {count:,} soldiers {noise} half of them died in Eastmark {noise}."
    first, second = figures(text, LOC="Eastmark"), figures(text, LOC="Eastmark")
    assert first == second
    assert all(span.holds(Report(text).document.text) for f in first for span in f.spans)
    assert len({f.id for f in first}) == len(first)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("on its eastern border and in Eastmark", "its eastern border and in Eastmark"),
        ("near the border with Sudland", "the border with Sudland"),
        ("near the border with the Sudland and in Eastmark", "the border with the Sudland and in Eastmark"),
        ("in Eastmark, Westmark and Sudland", "Eastmark, Westmark and Sudland"),
        ("in Eastmark, Westmark, and along the coast", "Eastmark, Westmark, and along the coast"),
        ("in Eastmark, Sudland on Monday", "Eastmark"),
        ("in Eastmark, and Sudland lost ground", "Eastmark"),
        ("near the border with his family", "the border"),
    ],
)
def test_a_place_has_all_that_is_joined_to_it(where: str, place: str) -> None:
    found = figures(f"Norland has 300 tanks {where}.", LOC=["Norland", "Eastmark", "Westmark", "Sudland"])[0]
    assert found.place is not None
    assert found.place.text == place


def test_according_to_whom_is_no_place() -> None:
    assert figure("According to Norland, 300 men died.", LOC="Norland").place is None


def test_a_person_has_no_its() -> None:
    *_, found = figures(
        "Norland said one more serviceman was killed, taking its losses to 27.", LOC="Norland"
    )
    assert (found.best, found.holder and found.holder.text) == (27, None)
    told = parsed(
        "The/DT/2/det army/NN/3/nsubj said/VBD/0/root the/DT/5/det mayor/NN/6/nsubj resigned/VBD/3/ccomp "
        ",/,/8/punct taking/VBG/6/advcl its/PRP$/10/nmod:poss losses/NNS/8/obj to/TO/12/case 27/CD/8/obl"
    )
    assert told.holder is not None
    assert told.holder.text == "The army"


def test_whose_is_told_by_the_whole_phrase_up_to_a_dash() -> None:
    found = figure("EASTMARK - Norland’s army has lost 12 tanks.", LOC=["EASTMARK", "Norland"])
    assert found.holder is not None
    assert found.holder.text == "Norland’s army"


def test_what_is_told_of_a_time_to_come_is_planned() -> None:
    published = Published(when="2031-05-06", precision=Precision.DAY, found_in=FoundIn.OPTION)
    text = "Norland moves 300 tanks next week."
    found = Report(text, document=Document(id="doc", text=text, published=published)).extract().figures
    assert [(f.modality and f.modality.value) for f in found] == ["planned"]
