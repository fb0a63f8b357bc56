"""What is known of each language: word lists and small grammars, as data beside the code.

A language is a folder named by its ISO 639-1 code that holds the files of ``en/``.
"""

import tomllib
from functools import cache
from importlib import resources

LANGUAGES: tuple[str, ...] = ("en",)
DEFAULT = "en"


def language_for(code: str | None) -> str:
    """Return the language whose data serve a report, English where its own are missing.

    >>> language_for("en-GB"), language_for("xx"), language_for(None)
    ('en', 'en', 'en')
    """
    base = (code or "").lower().partition("-")[0]
    return base if base in LANGUAGES else DEFAULT


@cache
def table(language: str, name: str) -> dict[str, object]:
    """Return the data file ``<language>/<name>.toml``; callers do not change it."""
    text = resources.files(__name__).joinpath(language, f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def section(data: dict[str, object], key: str) -> dict[str, object]:
    """Return a sub-table of a data file; raises TypeError where there is none.

    >>> section({"say": {"verbs": ["say"]}}, "say")
    {'verbs': ['say']}
    """
    value = data.get(key)
    if not isinstance(value, dict):
        raise TypeError(f"language data: {key!r} is no table")
    return value


def words(data: dict[str, object], key: str) -> tuple[str, ...]:
    """Return a list of strings of a data file, empty where it is missing.

    Raises TypeError where the value is something else than a list of strings.

    >>> words({"verbs": ["say", "tell"]}, "verbs"), words({}, "nouns")
    (('say', 'tell'), ())
    """
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError(f"language data: {key!r} is no list of strings")
    return tuple(value)


def entries(data: dict[str, object], key: str) -> tuple[str, ...]:
    """Return the comma-separated entries of a block of text in a data file.

    Long word lists are written as one block, which reads and diffs better than a quoted list.

    >>> entries({"female": "Anna, Maria,   Olga,"}, "female")
    ('Anna', 'Maria', 'Olga')
    """
    value = data.get(key, "")
    if not isinstance(value, str):
        raise TypeError(f"language data: {key!r} is no text")
    return tuple(entry for part in value.split(",") if (entry := part.strip()))
