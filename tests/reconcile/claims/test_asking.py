"""The words of the questions that claims answer."""

import pytest

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed
from tocsin.reconcile.claims import claim_findings
from tocsin.reconcile.claims.asking import of_many, shown
from tocsin.reconcile.inputs import Actor
from tocsin.record import Act


@pytest.mark.parametrize(
    ("speaker", "act", "content", "words"),
    [
        (
            SUDMARK,
            Act.ACCUSE,
            "Norland of shelling Harn",
            "Sudmark’s government accuses “Norland of shelling Harn”",
        ),
        (SUDMARK, Act.SAY, "that Harn was shelled", "Sudmark’s government says “Harn was shelled”"),
        (NORLAND, Act.DENY, "shelling Harn", "Norland’s government denies “shelling Harn”"),
        (PACT, Act.REQUEST, "Norland to leave Harn", "Pact demands “Norland to leave Harn”"),
        (PACT, Act.REQUEST, "on Norland to leave Harn", "Pact demands of Norland “on Norland to leave Harn”"),
        (PACT, Act.PROMISE, "to rebuild Harn", "Pact promises “to rebuild Harn”"),
    ],
)
def test_a_question_starts_with_who_says_it(speaker: Actor, act: Act, content: str, words: str) -> None:
    (finding,) = claim_findings([claimed(speaker, act, content)], CONTEXT)
    assert finding.question.words == words


def test_quotation_marks_are_one_pair() -> None:
    (finding,) = claim_findings([claimed(PACT, Act.SAY, "“Harn is “ours”,”")], CONTEXT)
    assert finding.question.words == "Pact says “‘Harn is ‘ours’,’”"
    assert shown("“There will be consequences,”") == "There will be consequences"
    assert shown("“Theirs” and “ours”") == "‘Theirs’ and ‘ours’"


def test_a_long_content_is_cut_at_a_word() -> None:
    found = shown("word " * 100)
    assert found.endswith("word …")
    assert len(found) < 170


@pytest.mark.parametrize(
    ("name", "many"),
    [("the two leaders", True), ("Officials", False), ("officials", True), ("Pact’s", False), ("", False)],
)
def test_several_who_speak(name: str, many: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert of_many(name) is many
