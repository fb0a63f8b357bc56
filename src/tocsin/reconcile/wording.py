"""The words of questions and reasons (``words.toml``)."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _words() -> dict[str, dict[str, str]]:
    text = resources.files("tocsin.reconcile").joinpath("words.toml").read_text("utf-8")
    return {
        section: {key: str(value) for key, value in table.items()}
        for section, table in tomllib.loads(text).items()
    }


def word(section: str, key: str, **names: str) -> str:
    """Return the words of a key with the names in their places.

    >>> word("places", "near", place="Kyiv")
    'near Kyiv'
    """
    return _words()[section][key].format(**names)


def keys(section: str) -> tuple[str, ...]:
    """Return the keys of a section in the order of the file."""
    return tuple(_words()[section])


@cache
def listed(key: str) -> frozenset[str]:
    """Return a list of words.

    >>> "another" in listed("adding")
    True
    """
    return frozenset(_words()["lists"][key].split())
