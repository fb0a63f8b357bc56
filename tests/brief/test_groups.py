from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.brief.making import report, said, statement
from tocsin.brief.groups import Cited, gather
from tocsin.record import Act, Document, Mode, Statement

LONG = "“We will keep the strait open to every ship, and nobody will be turned away.”"
SHORT = "“keep the strait open to every ship”"


def _cited(*pairs: tuple[Document, Statement]) -> list[Cited]:
    return [Cited(statement=one, document=document) for document, one in pairs]


def _sizes(*pairs: tuple[Document, Statement]) -> list[int]:
    return sorted(len(group) for group in gather(_cited(*pairs)))


def test_equal_words_of_one_speaker_are_one_group() -> None:
    assert _sizes(said(LONG), said(LONG.upper(), outlet="Daily Meridian", speaker="Minister Lind")) == [2]


def test_quoted_words_join_the_longer_quotation_that_holds_them() -> None:
    (group,) = gather(_cited(said(SHORT, outlet="Daily Meridian"), said(LONG)))
    assert group[0].document.outlet == "The Harbour Post"


def test_equal_words_of_two_speakers_stay_apart() -> None:
    assert _sizes(said(LONG), said(LONG, speaker="Ivo Berg")) == [1, 1]


def test_a_denial_is_not_gathered_with_what_it_denies() -> None:
    words = "that the fleet had left the harbour"
    yes = said(words, mode=Mode.INDIRECT)
    no = said(words, mode=Mode.INDIRECT, act=Act.DENY, cue="denied", outlet="Daily Meridian")
    assert _sizes(yes, no) == [1, 1]
    assert _sizes(no, said(words, mode=Mode.INDIRECT, act=Act.DENY, cue="denies", outlet="Wire")) == [2]


def test_words_that_are_a_denial_themselves_join_the_same_words() -> None:
    words = "that no ship of the fleet had left"
    denial = said(words, mode=Mode.INDIRECT, act=Act.DENY, cue="told reporters")
    assert _sizes(denial, said(words, mode=Mode.INDIRECT, outlet="Daily Meridian")) == [2]


def test_short_quotations_are_no_ones_own() -> None:
    assert _sizes(said("“to every ship”"), said(LONG, outlet="Daily Meridian")) == [1, 1]


def test_a_short_answer_is_one_utterance_on_one_day_only() -> None:
    one = said("“No comment.”", outlet="Daily Meridian")
    assert _sizes(said("“No comment.”"), one) == [2]
    assert _sizes(said("“No comment.”", published="2021-04-15"), one) == [1, 1]


def test_indirect_speech_joins_by_equal_words_only() -> None:
    indirect = said("that the strait was kept open to every ship", mode=Mode.INDIRECT)
    longer = said("that the strait was kept open to every ship and port", mode=Mode.INDIRECT, outlet="X")
    assert _sizes(indirect, longer) == [1, 1]


def test_a_mixed_statement_that_says_much_more_than_it_quotes_keeps_its_line() -> None:
    quoting = (
        f"that Lind would {SHORT} of all friendly states as long as her government stood and winter was far"
    )
    assert _sizes(said(LONG), said(quoting, mode=Mode.MIXED, outlet="Daily Meridian")) == [1, 1]
    brief = said(f"that she would {SHORT}", mode=Mode.MIXED, outlet="Daily Meridian")
    assert _sizes(said(LONG), brief) == [2]


def test_an_interrupted_quotation_holds_words_across_the_interruption() -> None:
    text = "“We will keep the strait,” Marta Lind said, “open to every ship that asks.”"
    split = report(text)
    pair = (
        split,
        statement(
            split, "“We will keep the strait,”", "“open to every ship that asks.”", speaker="Marta Lind"
        ),
    )
    assert _sizes(pair, said(SHORT, outlet="Daily Meridian")) == [2]


def test_two_long_statements_are_not_joined_by_a_short_one_that_both_hold() -> None:
    other = said("“They asked whether we would keep the strait open to every ship; we said yes.”", outlet="B")
    groups = gather(_cited(said(LONG), said(SHORT, outlet="C"), other))
    assert sorted(map(len, groups)) == [1, 2]


def test_words_of_unknown_speakers_join_only_when_all_is_equal() -> None:
    def unknown(outlet: str, words: str, source: str | None) -> tuple[Document, Statement]:
        document = report(f"He said {words}", outlet=outlet)
        return document, statement(document, words, source=source)

    assert _sizes(unknown("A", LONG, "He"), unknown("B", LONG, "He")) == [2]
    assert _sizes(unknown("A", LONG, "He"), unknown("B", LONG, None)) == [1, 1]
    assert _sizes(unknown("A", LONG, "He"), unknown("B", SHORT, "He")) == [1, 1]
    assert _sizes(unknown("A", LONG, None), said(LONG, outlet="B")) == [1, 1]


_PIECES = ["we will keep the strait open", "to every ship that asks", "nobody will be turned away", "no"]


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Document, Statement]:
    words = " ".join(draw(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=3)))
    return said(
        f"“{words}”",
        speaker=draw(st.sampled_from(["Marta Lind", "Lind", "Minister Berg", "Berg"])),
        outlet=draw(st.sampled_from(["A", "B", "C"])),
        published=draw(st.sampled_from(["2021-04-12", "2021-04-13T09:00:00+02:00", None])),
        act=draw(st.sampled_from([Act.SAY, Act.DENY])),
        cue=draw(st.sampled_from(["said", "denied"])),
    )


@given(st.lists(_pairs(), max_size=12), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing_and_nothing_is_lost(
    pairs: list[tuple[Document, Statement]], random: Random
) -> None:
    unique = list({one.id: (document, one) for document, one in pairs}.values())
    shuffled = unique.copy()
    random.shuffle(shuffled)
    groups = gather(_cited(*unique))
    assert groups == gather(_cited(*shuffled))
    assert sorted(cited.statement.id for group in groups for cited in group) == sorted(
        one.id for _, one in unique
    )


def _as(entity: str, pair: tuple[Document, Statement]) -> Cited:
    document, one = pair
    return Cited(statement=one, document=document, entity=entity)


def test_two_spellings_of_one_entity_are_one_speaker_and_one_name_of_two_entities_is_not() -> None:
    one, other = said(LONG, speaker="Andrij Lysenko"), said(LONG, outlet="Wire", speaker="Andrey Lisenko")
    assert _sizes(one, other) == [1, 1]
    assert len(gather([_as("ent-1", one), _as("ent-1", other)])) == 1
    same = said(LONG, outlet="Wire", speaker="Andrij Lysenko")
    assert len(gather([_as("ent-1", one), _as("ent-2", same)])) == 2
