"""What a report is about, from its text and records."""

from tests.group.reading import KNOWN, TEXT, reading
from tocsin.group.background import shipped
from tocsin.group.profiles import KEPT, profile_of
from tocsin.group.words import stems
from tocsin.record import Block, BlockKind, Extraction, Precision, Published
from tocsin.record.document import FoundIn
from tocsin.record.story import Profile, Term, TermKind


def profile(extraction: Extraction) -> Profile:
    return profile_of(extraction, known="2021-04-13", background=KNOWN)


def word(what: str) -> Term:
    return Term(kind=TermKind.WORD, what=what)


def test_rare_words_weigh_more_than_common_ones() -> None:
    weights = profile(reading()).weights
    assert weights[word("troop")] > weights[word("said")] > weights[word("the")]


def test_the_weights_of_a_kind_make_its_share() -> None:
    weights = profile(reading()).weights
    assert weights[Term(kind=TermKind.PERSON, what="known:ada-weir")] == round(10_000 * 0.2**0.5)


def test_a_teaser_is_not_what_the_report_is_about() -> None:
    teaser = Block(kind=BlockKind.READ_ALSO, start=TEXT.index("Read also"), end=len(TEXT))
    assert word("film") in profile(reading()).weights
    assert word("film") not in profile(reading(blocks=(teaser,))).weights


def test_a_long_report_keeps_its_heaviest_terms() -> None:
    words = " ".join(f"word{chr(97 + at % 26)}{chr(97 + at // 26)}" for at in range(600))
    kinds = [term.kind for term in profile(reading(words)).weights]
    assert kinds.count(TermKind.WORD) == KEPT[TermKind.WORD]


def test_no_words_no_terms() -> None:
    assert profile(reading("…")).weights == {}


def test_what_is_not_known_of_a_report_stays_open() -> None:
    made = profile(reading())
    assert (made.day, made.outlet) == (None, None)
    told = profile(
        reading(
            outlet="The Crier ",
            published=Published(when="2021-04-13", precision=Precision.DAY, found_in=FoundIn.OPTION),
        )
    )
    assert told.outlet == "the crier"
    assert told.day == 737893


def test_the_shipped_background_knows_the_language() -> None:
    assert shipped().rarity("said") < shipped().rarity("minister") < shipped().rarity("howitzer")
    assert shipped().version.startswith("background@")


def test_stems_keep_where_their_words_stand() -> None:
    text = "Kyiv’s armies massed; 2,000 “volunteers”."
    assert [text[start:end] for _, start, end in stems(text)] == [
        *("Kyiv’s", "armies", "massed", "2,000", "volunteers"),
    ]
