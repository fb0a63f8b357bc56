"""What words stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge import Entry, Knowledge, load_knowledge
from tocsin.knowledge.names import Latin, fold_fast, last_names, words_of
from tocsin.record.name import NameType
from tocsin.text.fold import fold_name

KNOWN = load_knowledge()
ENTRIES = sorted(KNOWN.entries.values(), key=lambda entry: entry.id)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Ukraine", ("ua",)),
        ("the U.S.", ("us",)),
        ("UNITED STATES", ("us",)),
        ("Соединённые Штаты", ("us",)),
        ("Ukrainian", ("ua",)),
        ("Ukrainians", ("ua",)),
        ("Kiev", ("ua",)),
        ("Киев", ("ua",)),
        ("Kyiv’s", ("ua",)),
        ("Brussels", ("be", "eu")),
        ("Congolese", ("cd", "cg")),
        ("Britons", ("gb",)),
        ("The Hague", ("nl",)),
        ("Ramallah", ("ps",)),
        ("Amsterdam", ()),
        ("the Kremlin", ("ru.presidency",)),
        ("White House", ("us.presidency",)),
        ("the Pentagon", ("us.mod",)),
        ("the Foreign Office", ("gb.mfa",)),
        ("US State Department", ("us.mfa",)),
        ("Ukraine’s SBU", ("ua.sbu",)),
        ("Ukraine's defence ministry", ("ua.mod",)),
        ("Ministry of Defense of the Russian Federation", ("ru.mod",)),
        ("Russian troops", ("ru.mil",)),
        ("Ukraine’s army", ("ua.mil",)),
        ("the United States’ troops", ("us.mil",)),
        ("Moscow’s forces", ("ru.mil",)),
        ("Ukrainian officials", ("ua",)),
        ("the Ukrainian government", ("ua",)),
        ("the IDF", ("il.mil",)),
        ("North Atlantic Treaty Organisation", ("nato",)),
        ("NATO officials", ("nato",)),
        ("United Nations refugee agency", ("unhcr",)),
        ("OTAN", ("nato",)),
        ("Group of Seven", ("g7",)),
        ("no such thing", ()),
        ("", ()),
    ],
)
def test_words_name(words: str, ids: tuple[str, ...]) -> None:
    assert KNOWN.named(words) == ids


@pytest.mark.parametrize(
    ("id_", "words", "use"),
    [
        ("ua", "Ukraine", "name"),
        ("ua", "Ukrainian", "adjective"),
        ("ua", "Ukrainians", "people"),
        ("ua", "Kiev", "metonym"),
        ("ua", "the Ukrainian government", "name"),
        ("ua", "the government", "description"),
        ("ua.mod", "the defence ministry", "description"),
        ("ua.mod", "Kyiv’s defence ministry", "name"),
        ("nato", "the alliance", "description"),
        ("eu", "Brussels", "metonym"),
        ("nato", "Ukraine", None),
    ],
)
def test_words_are_of_an_entry(id_: str, words: str, use: str | None) -> None:
    assert KNOWN.use_of(id_, words) == use


def test_a_description_of_every_states_body_waits_for_the_state() -> None:
    assert KNOWN.described("the defence ministry") == ("*.mod",)
    assert KNOWN.described("the government") == ("*",)
    assert set(KNOWN.described("Congo")) == {"cd", "cg"}
    assert KNOWN.body("ua", "*.mod") == KNOWN.body("ua", "mod") == "ua.mod"
    assert KNOWN.body("ua", "*") == "ua"
    assert KNOWN.body("ua", "no-such-body") is None
    assert KNOWN.body("nato", "mod") is None


def test_a_body_is_made_from_its_template() -> None:
    made = KNOWN.get("be.mod")
    assert made
    assert (made.name, made.country, made.part_of, made.sector) == (
        "Belgian defence ministry",
        "be",
        "be",
        "GOV",
    )
    assert "Belgium's ministry of defence" in made.names
    assert KNOWN.get("be.mod") is made
    assert KNOWN.get("be.nothing") is None
    assert KNOWN.get("nowhere.mod") is None


def test_a_named_body_has_its_own_names_and_the_templates() -> None:
    pentagon = KNOWN.get("us.mod")
    assert pentagon
    assert {"Pentagon", "US defense ministry"} <= set(pentagon.names)
    assert (pentagon.country, pentagon.part_of, pentagon.sector) == ("us", "us", "GOV")
    assert "ministry of defence" in pentagon.descriptions


@given(st.sampled_from(ENTRIES), st.sampled_from(["{}", "the {}", "The  {}", "{}’s", " {} "]), st.booleans())
def test_every_word_of_every_entry_is_found(entry: Entry, form: str, loud: bool) -> None:  # noqa: FBT001
    for words in words_of(entry)[:4]:
        for word in words:
            said = form.format(word.upper() if loud and word.isascii() else word)
            if fold_name(word) and fold_name(said) == fold_name(word):
                assert entry.id in KNOWN.named(said), said
    for word in entry.descriptions:
        assert entry.id in KNOWN.described(form.format(word)) or fold_name(form.format(word)) != fold_name(
            word
        )


@given(st.sampled_from([entry for entry in ENTRIES if entry.type is NameType.STATE]))
def test_dots_in_an_abbreviation_do_not_count(state: Entry) -> None:
    for name in state.names:
        if name.isascii() and name.isupper() and name.isalpha():
            assert state.id in KNOWN.named("".join(f"{letter}." for letter in name))


@given(st.text() | st.from_regex(r"(the |The )?[A-Za-z. '’-]{0,12}", fullmatch=True))
def test_the_fast_fold_is_the_fold(word: str) -> None:
    assert fold_fast(word, Latin()) == fold_name(word)


@given(st.sampled_from([entry for entry in ENTRIES if entry.type is NameType.PERSON]))
def test_a_person_is_found_by_the_last_name(person: Entry) -> None:
    last = list(last_names(fold_name(person.name), person.country))
    assert all(person.id in KNOWN.surnamed(name) for name in last)


@pytest.mark.parametrize(
    ("name", "country", "last"),
    [
        ("ursula von der leyen", "de", {"leyen", "der leyen", "von der leyen"}),
        ("bashar al assad", "sy", {"assad", "al assad"}),
        ("kim jong un", "kp", {"un", "kim"}),
        ("abiy ahmed", "et", {"ahmed", "abiy"}),
        ("lula", "br", {"lula"}),
    ],
)
def test_last_names(name: str, country: str, last: set[str]) -> None:
    assert set(last_names(name, country)) == last


def test_blocks_are_made_once_from_the_callers_keys() -> None:
    calls: list[str] = []

    def initials(name: str, kind: NameType) -> tuple[str, ...]:
        calls.append(name)
        return (f"{kind}:{name[:1]}",)

    index = KNOWN.index(initials)
    made = len(calls)
    assert KNOWN.index(initials) is index
    assert len(calls) == made
    assert "ua" in index.blocks("state:U")
    assert "ua" not in index.blocks("organisation:U")
    assert index.blocks("state:?") == ()


def test_knowledge_of_nothing_knows_nothing() -> None:
    empty = Knowledge.of((), digest="")
    assert empty.named("Ukraine") == empty.described("the army") == empty.surnamed("Smith") == ()
    assert empty.office("president") is None
    assert empty.holders("president", "ua") == ()
    assert empty.get("ua.mod") is None
