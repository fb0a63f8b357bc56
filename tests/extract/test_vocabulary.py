"""The word lists about speakers, made ready."""

import pytest

from tocsin.extract.vocabulary import Traits, vocabulary

KNOWN = vocabulary("en")


@pytest.mark.parametrize(
    ("name", "context", "gender"),
    [
        ("Vera Moss", set(), "f"),
        ("Erik Lund", set(), "m"),
        ("Moss", set(), ""),
        ("Quill Weir", set(), ""),
        ("Weir", {"spokeswoman"}, "f"),
        ("Weir", {"mr"}, "m"),
        ("Vera Moss", {"chairman"}, "m"),  # what is said of a person goes before the given name
        ("Weir", {"chairman", "wife"}, ""),  # it may be said of another
    ],
)
def test_gender(name: str, context: set[str], gender: str) -> None:
    assert KNOWN.gender(name, frozenset(context)) == gender


@pytest.mark.parametrize("name", ["Reuters", "TASS", "Rossiya-1", "Harbour Daily News", "The Alba Gazette"])
def test_media(name: str) -> None:
    assert KNOWN.is_medium(name)


@pytest.mark.parametrize("name", ["NATO", "News", "Harbour Board", "Press"])
def test_no_media(name: str) -> None:
    assert not KNOWN.is_medium(name)


@pytest.mark.parametrize(
    ("noun", "traits"),
    [
        ("official", Traits(plural=False, human=True)),
        ("officials", Traits(plural=True, human=True)),
        ("spokeswoman", Traits(plural=False, human=True, gender="f")),
        ("ministry", Traits(plural=False, human=False)),
        ("ministries", Traits(plural=True, human=False)),
        ("people", Traits(plural=True, human=True)),
        ("poll", Traits(plural=False, human=False)),
    ],
)
def test_nouns(noun: str, traits: Traits) -> None:
    assert KNOWN.nouns[noun] == traits


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (Traits(), Traits(plural=True, human=True, gender="f"), True),
        (Traits(plural=False), Traits(plural=True), False),
        (Traits(human=True), Traits(human=False), False),
        (Traits(gender="f"), Traits(gender="m"), False),
        (Traits(gender="f", human=True), Traits(plural=False), True),
    ],
)
def test_two_mentions_fit_where_nothing_clashes(one: Traits, other: Traits, fits: bool) -> None:  # noqa: FBT001
    assert one.may_be(other) is fits
    assert other.may_be(one) is fits


@pytest.mark.parametrize(
    "text",
    [
        "said the clerk on condition of anonymity",
        "who asked not to be named",
        "who declined to be identified",
        "who is not authorized to speak to the press",
        "speaking anonymously",
        "an unnamed clerk",
        "a clerk briefed on the talks",
        "who would not be quoted by name",
    ],
)
def test_anonymity_is_seen(text: str) -> None:
    assert KNOWN.anonymous.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "on condition that Norland pays",
        "the clerk named in the report",
        "who asked for water",
        "it was named Alba",
    ],
)
def test_no_anonymity_is_seen(text: str) -> None:
    assert not KNOWN.anonymous.search(text)
