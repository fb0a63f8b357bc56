"""Settings: the defaults of ``default.toml``, and what a file of the user changes in them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import msgspec

from tocsin.errors import SettingsError

Positive = Annotated[int, msgspec.Meta(ge=1)]
Count = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """How reports are taken in: sizes of batches and of one report."""

    batch_reports: Positive
    batch_characters: Positive
    report_characters: Positive


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """How the reading model runs."""

    threads: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveSettings:
    """What names and places are looked up in."""

    knowledge: tuple[str, ...]
    gazetteer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; ``default.toml`` says what each means."""

    read: ReadSettings
    model: ModelSettings
    resolve: ResolveSettings


@cache
def default() -> Settings:
    """Return the settings of the package's ``default.toml``.

    >>> default().read.batch_reports
    32
    """
    return msgspec.convert(_defaults(), Settings)


def load(path: Path | None) -> Settings:
    """Return the default settings, changed by the file at ``path`` where one is given.

    Raises:
        SettingsError: the file is missing, is no TOML, or holds a setting that tocsin does not have.
    """
    if path is None:
        return default()
    try:
        changes = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(
            f"the settings file {path} cannot be read: {error.strerror or error}",
            advice="check the path, or leave the file out to use the defaults",
        ) from error
    except ValueError as error:  # broken TOML, or bytes that are no UTF-8
        raise SettingsError(
            f"the settings file {path} is not TOML: {error}",
            advice="mend that line; the form is [section] and name = value",
        ) from error
    try:
        return msgspec.convert(_merged(changes, path), Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(
            f"the settings file {path} holds a wrong value: {error}",
            advice="the path after $ names the setting; whole numbers only",
        ) from error


def _merged(changes: Mapping[str, object], path: Path) -> dict[str, dict[str, object]]:
    merged = _defaults()
    for section, values in changes.items():
        known = merged.get(section)
        if known is None or not isinstance(values, dict):
            raise _unknown(section, merged, path)
        for name, value in values.items():
            if name not in known:
                raise _unknown(f"{section}.{name}", [f"{section}.{other}" for other in known], path)
            known[name] = value
    return merged


def _unknown(name: str, known: Mapping[str, object] | list[str], path: Path) -> SettingsError:
    return SettingsError(
        f"the settings file {path} holds {name!r}, which is no setting",
        advice=f"known here: {', '.join(known)}",
    )


def _defaults() -> dict[str, dict[str, object]]:
    text = files("tocsin").joinpath("default.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
