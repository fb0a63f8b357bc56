import pytest

from tests.brief.making import report, said, statement
from tocsin.brief.polarity import negates, phrase
from tocsin.record import Act


@pytest.mark.parametrize(
    "cue", ["denied", "denies", "has rejected", "rules out", "refused", "would not confirm"]
)
def test_a_cue_of_denial_says_no_to_the_content(cue: str) -> None:
    _, one = said("that ships had left", cue=cue, act=Act.DENY)
    assert negates(one)


@pytest.mark.parametrize("cue", ["said", "told reporters", "according to", "In a statement,", "calls"])
def test_a_cue_that_tells_leaves_the_denial_to_the_content(cue: str) -> None:
    _, one = said("no ship had left", cue=cue, act=Act.REFUSE)
    assert not negates(one)


def test_without_a_cue_the_content_is_the_denial() -> None:
    document = report("“No ship has left.”")
    assert not negates(statement(document, "“No ship has left.”", act=Act.DENY))


def test_other_acts_never_negate() -> None:
    for act in set(Act) - {Act.DENY, Act.REFUSE}:
        assert not negates(said("that ships had left", cue="denied", act=act)[1])
        assert phrase(act, negating=True) == phrase(act, negating=False)
