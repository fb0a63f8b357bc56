import pytest

from tests.resolve.build import Read


def test_a_last_name_alone_is_the_person_named_in_full() -> None:
    read = Read("Ilse Verhaert spoke first. Verhaert left.").names(person=["Ilse Verhaert", "Verhaert"])
    assert read.keys() == {"person:ilse verhaert": {"Ilse Verhaert", "Verhaert"}}


def test_the_full_name_may_come_later() -> None:
    read = Read("Verhaert left. Ilse Verhaert had spoken.").names(person=["Ilse Verhaert", "Verhaert"])
    assert read.key("Verhaert left"[:8]) == "person:ilse verhaert"


def test_two_spellings_of_one_report_are_one() -> None:
    text = "Yurii Kovalskyi spoke. Later Kovalsky left, and Yuri Kovalskyy stayed."
    read = Read(text).names(person=["Yurii Kovalskyi", "Kovalsky", "Yuri Kovalskyy"])
    assert len(read.keys()) == 1


def test_two_of_one_last_name_stay_two_and_the_name_alone_is_the_first_until_the_second_comes() -> None:
    text = "Ilse Verhaert spoke. Verhaert smiled. Then Bram Verhaert came. Verhaert left."
    read = Read(text).names(person=["Ilse Verhaert", "Bram Verhaert", "Verhaert"])
    keys = read.keys()
    assert keys["person:ilse verhaert"] == {"Ilse Verhaert", "Verhaert"}
    assert keys["person:bram verhaert"] == {"Bram Verhaert"}
    assert keys["person:verhaert"] == {"Verhaert"}


def test_a_title_tells_which_of_two_it_is() -> None:
    text = "Anna Verhaert met Peter Verhaert. Mrs Verhaert smiled, Mr Verhaert did not."
    read = Read(text).names(person=["Anna Verhaert", "Peter Verhaert", "Verhaert"])
    assert {key: len(words) for key, words in read.keys().items()} == {
        "person:anna verhaert": 2,
        "person:peter verhaert": 2,
    }


def test_names_of_other_genders_are_not_one() -> None:
    read = Read("Peter Verhaert left. Mrs Verhaert stayed.").names(person=["Peter Verhaert", "Verhaert"])
    assert len(read.keys()) == 2


def test_a_first_name_is_the_person_only_where_one_bears_it() -> None:
    one = Read("Ilse Verhaert spoke. Ilse smiled.").names(person=["Ilse Verhaert", "Ilse"])
    assert len(one.keys()) == 1
    two = Read("Ilse Verhaert met Ilse Brandt. Ilse smiled.").names(
        person=["Ilse Verhaert", "Ilse Brandt", "Ilse"]
    )
    assert len(two.keys()) == 3


def test_a_known_full_name_is_known_without_more() -> None:
    read = Read("Ada Weir spoke.").names(person="Ada Weir")
    found = read.reference("known:ada-weir")
    assert found.country == "no"
    assert found.candidates[0].id == "ada-weir"
    assert found.score > 0.9


def test_another_spelling_of_a_known_name_says_so() -> None:
    read = Read("Adda Weir spoke in Norland.").names(person="Adda Weir", state="Norland")
    assert "another spelling of Ada Weir" in read.reference("known:ada-weir").why


def test_an_office_of_another_state_speaks_against_a_known_name() -> None:
    read = Read("Karsia's defence minister Ada Weir spoke.").names(person="Ada Weir", state="Karsia")
    read.role("Ada Weir", "defence minister", "Karsia")
    assert read.key("Ada Weir") == "person:ada weir"
    lost = read.reference("person:ada weir").candidates[0]
    assert lost.id == "ada-weir"
    assert any(weight.part == "country" and weight.value < 0 for weight in lost.weights)


def test_a_last_name_with_an_office_of_the_day_is_known() -> None:
    read = Read("Norland's defence minister Weir spoke.").names(person="Weir", state="Norland")
    found = read.role("Weir", "defence minister", "Norland").reference("known:ada-weir")
    assert "holds the office defence-minister of no on 2021-04-13" in found.why
    assert [candidate.id for candidate in found.candidates] == ["ada-weir", "old-weir"]


def test_the_same_words_of_another_year_are_another_person() -> None:
    read = Read("Norland's defence minister Weir spoke.", day="2003-05-01").names(
        person="Weir", state="Norland"
    )
    assert read.role("Weir", "defence minister", "Norland").key("Weir") == "known:old-weir"


@pytest.mark.parametrize("text", ["Holt spoke.", "Holt spoke in Karsia."])
def test_a_last_name_of_several_links_to_nobody_without_support(text: str) -> None:
    read = Read(text).names(person="Holt", state="Karsia")
    assert read.key("Holt") == "person:holt"
    assert {candidate.id for candidate in read.reference("person:holt").candidates} == {
        "jon-holt",
        "mira-holt",
    }


def test_the_country_and_the_day_support_a_last_name() -> None:
    assert Read("Sandor spoke in Karsia.").names(person="Sandor", state="Karsia").key("Sandor") == (
        "known:olek-sandor"
    )


def test_a_first_name_alone_never_is_somebody_known() -> None:
    read = Read("Ada spoke in Norland.").names(person="Ada", state="Norland")
    assert read.key("Ada") == "person:ada@doc"
    assert not read.reference("person:ada@doc").candidates


def test_no_name_is_known_where_the_day_is_not() -> None:
    read = Read("Norland's defence minister Weir spoke.", day=None).names(person="Weir", state="Norland")
    assert read.role("Weir", "defence minister", "Norland").key("Weir") == "person:weir"


def test_roles_are_kept_as_the_report_words_them() -> None:
    read = Read("Ada Weir, the Defence Minister of Norland, met her colleague.").names(
        person="Ada Weir", state="Norland"
    )
    read.role("Ada Weir", "Defence Minister", "Norland").role("Ada Weir", "colleague")
    assert read.reference("known:ada-weir").roles == ("Defence Minister",)
