"""Chains of mentions: where they lead, and that no layer makes them fail."""

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.build import Report
from tocsin.extract.chains import Chains
from tocsin.model.layers import Mention
from tocsin.record import Resolution, Speaker


def mention(start: int, end: int, antecedent: int | None = None, score: float = 0.9) -> Mention:
    return Mention(start=start, end=end, antecedent=antecedent, score=score)


def speaker(report: Report, content: str) -> Speaker:
    found = report.by_content(content).speaker
    assert found is not None
    return found


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(1, 20), st.none() | st.integers(-3, 30), st.floats(0, 1)),
        max_size=20,
    )
)
def test_whatever_the_model_gives_every_path_ends_at_the_start(
    made: list[tuple[int, int, int | None, float]],
) -> None:
    chains = Chains.of([mention(s, s + n, a, p) for s, n, a, p in sorted(made, key=lambda m: m[:2])])
    for number in range(len(chains.mentions)):
        steps = [step for step, _ in chains.path(number)]
        assert steps == sorted(steps, reverse=True)
        assert all(0 <= step < number for step in steps)
    members = [number for cluster in chains.clusters() for number in cluster]
    assert len(members) == len(set(members))


def test_a_mention_is_found_by_most_of_its_characters() -> None:
    chains = Chains.of([mention(0, 20), mention(4, 20), mention(30, 32)])
    assert chains.at(4, 19) == 1
    assert chains.at(30, 32) == 2
    assert chains.at(21, 25) is None


def test_an_ending_of_a_possessor_is_no_part_of_it() -> None:
    assert Chains.of([mention(0, 9)]).span(0, "Norland’s port") == (0, 7)


# -- in reports ------------------------------------------------------------------------------------


def test_the_chain_holds_what_was_passed_on_the_way() -> None:
    text = "Ada Weir said no. She feared a long winter. She hoped for rain."
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "no")
    report = report.said("She", "feared", "a long winter").said("She", "hoped for", "rain")
    found = speaker(report, "rain")
    assert [span.text for span in found.chain] == ["She", "She", "Ada Weir"]
    assert [span.start for span in found.chain] == [44, 18, 0]
    assert speaker(report, "no").chain == ()


def test_the_model_tells_whom_he_means_where_rules_know_two() -> None:
    text = "Erik Lund said the port was shut. Jon Bell flew to Oslo. He called it a pity."
    report = Report(text).names(PER=["Erik Lund", "Jon Bell"], LOC="Oslo")
    report = report.said("Erik Lund", "said", "the port was shut").said("He", "called", "it a pity")
    assert report.by_content("it a pity").speaker is None
    found = speaker(report.refers("Jon Bell", "He"), "it a pity")
    assert (found.name, found.how) == ("Jon Bell", Resolution.PRONOUN)
    assert [span.text for span in found.chain] == ["He", "Jon Bell"]


def test_a_doubtful_link_leaves_nobody() -> None:
    text = "Erik Lund said the port was shut. Jon Bell flew to Oslo. They called it a pity."
    report = Report(text).names(PER=["Erik Lund", "Jon Bell"], LOC="Oslo")
    report = report.said("Erik Lund", "said", "the port was shut").said("They", "called", "it a pity")
    assert report.refers("Oslo", "They", score=0.3).by_content("it a pity").speaker is None


def test_the_leader_is_named_by_the_chain() -> None:
    text = "Norland’s president Ada Weir flew to Oslo. It rained. “It is late,” the Norlandish leader said."
    report = Report(text).names(PER="Ada Weir", LOC=["Norland", "Oslo"], MISC="Norlandish")
    report = report.said("the Norlandish leader", "said", "“It is late,”")
    assert speaker(report, "“It").name == "the Norlandish leader"
    found = speaker(report.refers("Ada Weir", "the Norlandish leader"), "“It")
    assert (found.name, found.how, found.plural) == ("Ada Weir", Resolution.DESCRIBED, False)
    assert [span.text for span in found.chain] == ["the Norlandish leader", "Ada Weir"]


def test_an_aide_of_somebody_is_not_that_somebody() -> None:
    text = "Ada Weir flew to Oslo. “It is late,” an aide to the president said."
    report = Report(text).names(PER="Ada Weir", LOC="Oslo")
    report = report.said("an aide to the president", "said", "“It is late,”")
    assert speaker(report.refers("Ada Weir", "an aide to the president"), "“It").name != "Ada Weir"


def test_they_are_the_ministers_and_stay_many() -> None:
    text = "The harbour ministers of the G7 met in Oslo. Fog lay on the bay. They said it was late."
    report = Report(text).names(ORG="G7", LOC="Oslo").said("They", "said", "it was late")
    found = speaker(report.refers("The harbour ministers of the G7", "They"), "it was late")
    assert (found.name, found.plural) == ("The harbour ministers of the G7", True)


def test_the_spans_of_a_chain_are_text_of_the_report() -> None:
    text = "Ada Weir said no. She feared a long winter."
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "no")
    for statement in report.said("She", "feared", "a long winter").refers("Ada Weir", "She").statements():
        assert all(text[span.start : span.end] == span.text for span in statement.spans)
