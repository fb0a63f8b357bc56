"""All findings of one story, and how figures of it know what is denied."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.build import CONTEXT as PORT
from tests.reconcile.build import count, report, said
from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed, happened, told, troops
from tocsin.reconcile import VERSION, Claimed, Denial, Item, block_of, findings_of, settle, story_findings
from tocsin.reconcile.inputs import Counted, Happened
from tocsin.record import Act, EventType, Modality
from tocsin.record.finding import QuestionKind, Stance, Status

LATER = told("doc-2", "2021-04-15T09:00:00Z")
CLAIMED = (
    claimed(SUDMARK, Act.ACCUSE, "Norland of shelling the harbour of Harn"),
    claimed(NORLAND, Act.DENY, "shelling the harbour of Harn", LATER),
    claimed(PACT, Act.REQUEST, "Norland to end its build-up at the strait"),
    claimed(SUDMARK, Act.SAY, "the troops of Norland are a provocation"),
    claimed(NORLAND, Act.SAY, "the troops are there for military exercises", LATER),
)
HAPPENED = (
    happened(NORLAND, "massed", EventType.MOBILIZE, more="troops at the strait"),
    happened(PACT, "meet", EventType.AGREE, recipient=SUDMARK, modality=Modality.PLANNED, more="for talks"),
)


def test_a_story_has_findings_of_every_kind_but_figures() -> None:
    found, denials = story_findings(CLAIMED, HAPPENED, [troops(NORLAND)], CONTEXT)
    kinds = {each.question.kind for each in found}
    assert kinds == set(QuestionKind) - {QuestionKind.FIGURE, QuestionKind.PROMISE}
    assert [(each.said, each.of) for each in denials] == [(CLAIMED[1].said, CLAIMED[0].said.statement.id)]


def test_explanations_name_their_rivals() -> None:
    found, _ = story_findings(CLAIMED, HAPPENED, [], CONTEXT)
    one, other = (each for each in found if each.question.kind is QuestionKind.EXPLANATION)
    assert (one.rivals, other.rivals) == ((other.id,), (one.id,))


@settings(deadline=None)
@given(st.permutations(CLAIMED), st.permutations(HAPPENED), st.integers(1, 2))
def test_neither_order_nor_repetition_counts(
    claims: list[Claimed], events: list[Happened], times: int
) -> None:
    again = story_findings(claims * times, events * times, [troops(NORLAND)] * times, CONTEXT)
    assert again == story_findings(CLAIMED, HAPPENED, [troops(NORLAND)], CONTEXT)


ONE, OTHER = report("doc-1"), report("doc-2", day="2024-03-11")
HELD = count(ONE, 80000, by=said(ONE, "bb"), place="borea")


def _denial(words: str, of: str) -> Denial:
    by = said(OTHER, "aa", act=Act.DENY, words=words)
    return Denial(said=by, of=of, why="says the opposite", score=0.8)


def _denied(denial: Denial, *counted: Counted) -> list[Stance]:
    (found,) = findings_of(settle(counted, PORT), PORT, denials=[denial])
    assert (found.status is Status.DENIED) == (Stance.DENIES in [each.stance for each in found.members])
    return [each.stance for each in found.members]


def test_a_figure_is_denied_with_the_statement_that_holds_it() -> None:
    assert HELD.said
    statement = HELD.said.statement.id
    for of in (statement, HELD.figure.id):
        assert _denied(_denial("it had any troops there", of), HELD) == [Stance.ASSERTS, Stance.DENIES]
    assert _denied(_denial("the number of 80,000", statement), HELD) == [Stance.ASSERTS, Stance.DENIES]


def test_a_figure_is_not_denied_with_another_part_of_its_statement() -> None:
    assert HELD.said
    assert _denied(_denial("any plan to attack", HELD.said.statement.id), HELD) == [Stance.ASSERTS]


def test_who_denies_a_number_is_one_member() -> None:
    assert HELD.said
    denying = said(OTHER, "aa", act=Act.DENY, words="it had 80,000 troops there")
    figure = count(OTHER, 80000, by=denying, place="borea")
    denial = Denial(said=denying, of=HELD.said.statement.id, why="says the opposite", score=0.8)
    assert _denied(denial, HELD, figure) == [Stance.ASSERTS, Stance.DENIES]


def test_items_and_denials_survive_storage() -> None:
    items = settle([HELD, count(OTHER, 26, by=said(OTHER, "bb", body="cc"), measure="killed")], PORT)
    assert len(items) == 2
    packed = msgspec.msgpack.encode(items)
    assert tuple(msgspec.msgpack.decode(packed, type=list[Item])) == items
    _, denials = story_findings(CLAIMED, HAPPENED, [], CONTEXT)
    assert denials
    assert tuple(msgspec.msgpack.decode(msgspec.msgpack.encode(denials), type=list[Denial])) == denials
    kept = msgspec.msgpack.decode(packed, type=list[Item])
    assert [block_of(item) for item in kept] == [block_of(item) for item in items]
    assert findings_of(kept, PORT, denials=denials) == findings_of(items, PORT, denials=denials)


def test_one_version_for_all() -> None:
    assert VERSION == "reconcile@1"
