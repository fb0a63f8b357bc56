"""Which office words name, and who held it."""

import pytest

from tocsin.knowledge import Entry, Held, Knowledge, Office, load_knowledge
from tocsin.record.name import NameType

KNOWN = load_knowledge()


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("defence minister", "defence-minister"),
        ("Russia’s Defence Minister", "defence-minister"),
        ("the US defense secretary", "defence-minister"),
        ("US Secretary of State", "foreign-minister"),
        ("foreign ministers", "foreign-minister"),
        ("ministers of defence", "defence-minister"),
        ("attorneys general", "attorney-general"),
        ("deputies", "member-of-parliament"),
        ("spokeswomen", "spokesperson"),
        ("former president", "president"),
        ("president of Ukraine", "president"),
        ("Minister for the Interior", "interior-minister"),
        ("chief of the Russian general staff", "chief-of-defence"),
        ("NATO secretary general", "secretary-general"),
        ("White House press secretary", "press-secretary"),
        ("Moscow’s ambassador to the UN", "un-ambassador"),
        ("ambassador to Germany", "ambassador"),
        ("deputy defence minister", "deputy-defence-minister"),
        ("deputy mayor", None),
        ("shadow foreign secretary", None),
        ("kite", None),
        ("", None),
    ],
)
def test_words_name_an_office(words: str, office: str | None) -> None:
    assert KNOWN.office(words) == office


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Defence Minister", "defence-minister"),
        ("President of Ukraine", "president"),
        ("Minister of Defence of the Russian Federation", "defence-minister"),
        ("President of the chess club", None),
        ("former president", None),
    ],
)
def test_words_are_an_office(words: str, office: str | None) -> None:
    assert KNOWN.office_named(words) == office


def _person(name: str, *held: Held) -> Entry:
    return Entry(id=name, type=NameType.PERSON, name=name, names=(name,), offices=held, source="test")


def _held(first: str | None, last: str | None, body: str = "xx") -> Held:
    return Held(office="defence-minister", body=body, first=first, last=last)


MINISTER = Office(id="defence-minister", name="minister", names=("minister",), sector=None, body="mod")
DAYS = Knowledge.of(
    (
        _person("anna", _held("2012-11-06", "2016-02")),
        _person("boris", _held("2016-02", "2020", "xx.mod")),
        _person("carla", _held("2020-06-01", None)),
        _person("dan", _held(None, "1999")),
    ),
    (MINISTER,),
    digest="",
)


@pytest.mark.parametrize(
    ("date", "holders"),
    [
        ("2012-11-05", ()),
        ("2012-11-06", ("anna",)),
        ("2012", ("anna",)),
        ("2016-02-15", ("anna", "boris")),  # in a month that both have, either may have held it
        ("2016-03-01", ("boris",)),
        ("2020-06-01", ("boris", "carla")),
        ("2030-01-01", ("carla",)),
        ("1980-01-01", ("dan",)),
        ("2005-01-01", ()),
        (None, ("anna", "boris", "carla", "dan")),
    ],
)
def test_who_held_it(date: str | None, holders: tuple[str, ...]) -> None:
    assert DAYS.holders("defence-minister", "xx", date) == holders
    assert DAYS.holders("defence-minister", "xx.mod", date) == holders


def test_another_body_or_office_has_other_holders() -> None:
    assert DAYS.holders("defence-minister", "yy") == ()
    assert DAYS.holders("president", "xx") == ()
