from tests.resolve.build import Read


def accused(pronoun: str, *chain: str) -> Read:
    read = Read.parsed(
        "Ada/NNP/2/compound Weir/NNP/3/nsubj accused/VBD/0/root Karsia/NNP/3/obj ././3/punct",
        f"{pronoun}/PRP/2/nsubj left/VBD/0/root ././2/punct",
    ).names(person="Ada Weir", state="Karsia")
    return read.chain(*chain).event("left", actor=pronoun)


def test_a_pronoun_links_to_what_it_takes_up_and_is_no_mention() -> None:
    read = accused("She", "Ada Weir", "She")
    assert read.linked("actor") == ["known:ada-weir"]
    assert read.keys()["known:ada-weir"] == {"Ada Weir"}


def test_a_pronoun_takes_up_nothing_of_another_kind() -> None:
    assert accused("It", "Ada Weir", "It").linked("actor") == []
    assert accused("She", "Karsia", "She").linked("actor") == []


def test_their_army_is_that_of_the_state_taken_up() -> None:
    read = Read.parsed(
        "Karsian/JJ/2/amod soldiers/NNS/3/nsubj left/VBD/0/root ././3/punct",
        "Their/PRP$/2/nmod:poss army/NN/3/nsubj lost/VBD/0/root ././3/punct",
    ).names(nationality="Karsian")
    read.chain("Karsian soldiers", "Their").event("lost", actor="Their army")
    assert read.linked("actor") == ["known:ka.mil"]


def country(noun: str) -> Read:
    read = Read.parsed(
        "Karsia/NNP/2/nsubj won/VBD/0/root ././2/punct",
        f"The/DT/2/det {noun}/NN/3/nsubj cheered/VBD/0/root ././3/punct",
    ).names(state="Karsia")
    return read.chain("Karsia", f"The {noun}").event("cheered", actor=f"The {noun}")


def test_a_noun_takes_up_only_what_it_can_be_said_of() -> None:
    assert country("country").linked("actor") == ["known:ka"]
    assert country("ministry").linked("actor") == []
    assert country("minister").linked("actor") == []
    assert country("cat").linked("actor") == []


def test_a_person_is_taken_up_by_an_office_that_the_report_gives() -> None:
    read = Read.parsed(
        "Minister/NNP/3/compound Pia/NNP/3/compound Rask/NNP/4/nsubj came/VBD/0/root ././4/punct",
        "The/DT/2/det minister/NN/3/nsubj left/VBD/0/root ././3/punct",
    ).names(person="Pia Rask")
    read.role("Pia Rask", "Minister").chain("Pia Rask", "The minister").event("left", actor="The minister")
    assert read.linked("actor") == ["person:pia rask"]
