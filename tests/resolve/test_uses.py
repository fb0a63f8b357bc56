import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.build import Read
from tocsin.model.layers import Word
from tocsin.record import NameType, Use
from tocsin.resolve.uses import GEOGRAPHIC, uses_of


def use(read: Read, name: str = "Karsgrad") -> Use:
    found = uses_of(read.extraction, read.layers, acts=lambda words: words == "Karsgrad")
    return found[next(each.id for each in read.made if each.span.text == name)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("They/PRP/2/nsubj met/VBD/0/root in/IN/4/case Karsgrad/NNP/2/obl ././2/punct", Use.PLACE),
        ("Karsgrad/NNP/2/nsubj denied/VBD/0/root it/PRP/2/obj ././2/punct", Use.ACTOR),
        ("Karsgrad/NNP/2/nsubj burned/VBD/0/root ././2/punct", Use.PLACE),
        ("Karsgrad/NNP/4/nsubj is/VBZ/4/cop a/DT/4/det city/NN/0/root ././4/punct", Use.PLACE),
        ("Karsgrad/NNP/3/nsubj:pass was/VBD/3/aux:pass shelled/VBN/0/root ././3/punct", Use.PLACE),
        ("They/PRP/2/nsubj warned/VBD/0/root Karsgrad/NNP/2/obj ././2/punct", Use.ACTOR),
        ("They/PRP/2/nsubj visited/VBD/0/root Karsgrad/NNP/2/obj ././2/punct", Use.PLACE),
        ("They/PRP/2/nsubj called/VBD/0/root on/IN/4/case Karsgrad/NNP/2/obl ././2/punct", Use.ACTOR),
        ("They/PRP/2/nsubj call/VBP/0/root on/IN/2/case Karsgrad/NNP/2/obl ././2/punct", Use.ACTOR),
        (
            "They/PRP/2/nsubj urged/VBD/0/root Karsgrad/NNP/5/obj to/TO/5/mark come/VB/2/xcomp ././2/punct",
            Use.ACTOR,
        ),
        ("A/DT/2/det step/NN/0/root by/IN/4/case Karsgrad/NNP/2/nmod ././2/punct", Use.ACTOR),
        ("Karsgrad/NNP/3/nsubj is/VBZ/3/cop silent/JJ/0/root ././3/punct", Use.ACTOR),
        ("A/DT/2/det party/NN/0/root friendly/JJ/2/amod to/IN/5/case Karsgrad/NNP/3/obl", Use.TOPIC),
        ("Karsgrad/NNP/3/nmod:poss 's/POS/1/case army/NN/4/nsubj left/VBD/0/root ././4/punct", Use.ADJECTIVE),
        ("Karsgrad/NNP/3/nmod:poss 's/POS/1/case streets/NNS/4/nsubj emptied/VBD/0/root", Use.PLACE),
        ("The/DT/3/det Karsgrad/NNP/3/compound talks/NNS/4/nsubj failed/VBD/0/root ././4/punct", Use.PLACE),
        ("A/DT/2/det war/NN/0/root with/IN/4/case Karsgrad/NNP/2/nmod ././2/punct", Use.TOPIC),
        ("The/DT/2/det border/NN/0/root with/IN/4/case Karsgrad/NNP/2/nmod ././2/punct", Use.PLACE),
        ("The/DT/2/det shelling/NN/0/root of/IN/4/case Karsgrad/NNP/2/nmod ././2/punct", Use.PLACE),
        ("Karsgrad/NNP/2/compound Post/NNP/3/nsubj said/VBD/0/root so/RB/3/advmod", Use.PART),
        ("It/PRP/2/nsubj lied/VBD/0/root according/VBG/5/case to/IN/3/fixed Karsgrad/NNP/2/obl", Use.ACTOR),
        ("Met/VBD/0/root in/IN/3/case Elmsey/NNP/1/obl and/CC/5/cc Karsgrad/NNP/3/conj", Use.PLACE),
    ],
)  # fmt: skip
def test_the_clause_tells_what_a_town_does_in_it(row: str, expected: Use) -> None:
    assert use(Read.parsed(row).names(place="Karsgrad")) is expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Karsia/NNP/2/nsubj left/VBD/0/root ././2/punct", Use.ACTOR),
        ("The/DT/2/det borders/NNS/0/root of/IN/4/case Karsia/NNP/2/nmod ././2/punct", Use.PLACE),
        ("The/DT/2/det president/NN/0/root of/IN/4/case Karsia/NNP/2/nmod ././2/punct", Use.ADJECTIVE),
        ("Karsia/NNP/3/nmod:poss 's/POS/1/case border/NN/4/nsubj opened/VBD/0/root ././4/punct", Use.PLACE),
        ("Talks/NNS/0/root about/IN/3/case Karsia/NNP/1/nmod ././1/punct", Use.TOPIC),
        (
            "They/PRP/2/nsubj sent/VBD/0/root aid/NN/2/obj to/IN/5/case Karsia/NNP/2/obl ././2/punct",
            Use.ACTOR,
        ),
        ("A/DT/4/det Karsia/NNP/4/compound peace/NN/4/compound plan/NN/0/root ././4/punct", Use.ADJECTIVE),
    ],
)
def test_the_clause_tells_what_a_state_does_in_it(row: str, expected: Use) -> None:
    assert use(Read.parsed(row).names(state="Karsia"), "Karsia") is expected


@pytest.mark.parametrize(
    ("noun", "expected"), [("troops/NNS", Use.ADJECTIVE), ("border/NN", Use.PLACE), ("capital/NN", Use.PLACE)]
)
def test_a_nationality_says_whose_but_for_parts_of_the_land(noun: str, expected: Use) -> None:
    read = Read.parsed(f"The/DT/3/det Karsian/JJ/3/amod {noun}/4/nsubj moved/VBD/0/root ././4/punct")
    assert use(read.names(nationality="Karsian"), "Karsian") is expected


def test_the_records_tell_who_acts_and_where() -> None:
    row = "Elmsey/NNP/2/nsubj hosted/VBD/0/root it/PRP/2/obj ././2/punct"
    plain = Read.parsed(row).names(place="Elmsey")
    assert use(plain, "Elmsey") is Use.PLACE
    assert use(plain.event("hosted", actor="Elmsey"), "Elmsey") is Use.ACTOR


def test_a_place_within_another_is_a_place_as_that_is() -> None:
    read = Read.parsed(
        "They/PRP/2/nsubj met/VBD/0/root in/IN/4/case Elmsey/NNP/2/obl ,/,/6/punct Karsia/NNP/4/nmod"
    ).names(place="Elmsey", state="Karsia")
    assert use(read, "Karsia") is Use.PLACE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Karsgrad.", Use.PLACE),
        ("Karsgrad denied it.", Use.ACTOR),
        ("It lied, according to Karsgrad.", Use.ACTOR),
        ("Karsgrad's army left.", Use.ADJECTIVE),
        ("A war with Karsgrad.", Use.TOPIC),
    ],
)
def test_the_words_beside_it_tell_where_there_is_no_syntax(text: str, expected: Use) -> None:
    assert use(Read(text).names(place="Karsgrad")) is expected


@given(
    st.lists(
        st.tuples(
            st.integers(-3, 12), st.sampled_from(["nsubj", "obl", "nmod:poss", "conj", "case", "root"])
        ),
        min_size=9,
        max_size=9,
    ),
    st.lists(st.sampled_from(["NNP", "VBD", "IN", "POS", "NNS"]), min_size=9, max_size=9),
)
def test_any_syntax_gives_each_geographic_name_one_use(links: list[tuple[int, str]], tags: list[str]) -> None:
    text = "Karsia and Elmsey met Ada Weir in Karsgrad."
    read = Read(text).names(state="Karsia", place=["Elmsey", "Karsgrad"], person="Ada Weir")
    starts = [0, 7, 11, 18, 22, 26, 31, 34, 42]
    ends = [6, 10, 17, 21, 25, 30, 33, 42, 43]
    read.words = tuple(
        Word(start=s, end=e, tag=tag, head=head, relation=relation)
        for s, e, tag, (head, relation) in zip(starts, ends, tags, links, strict=True)
    )
    found = uses_of(read.extraction, read.layers)
    assert set(found) == {each.id for each in read.made if each.type in GEOGRAPHIC}
    assert NameType.PERSON not in GEOGRAPHIC
    read.event("met", actor="Karsia and Elmsey", recipient="Ada Weir", place="Karsgrad").refer()
