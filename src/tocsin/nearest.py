"""The id that was probably meant, where a case has none like the one typed."""

from collections.abc import Callable, Iterator

from tocsin.errors import CaseError

PREFIXES = ("doc", "st", "nam", "fig", "evt", "mom", "rol")
LEAST = 4  # digits that must be right before a guess is worth making


def nearest_id(typed: str, full_id: Callable[[str], str]) -> str | None:
    """Return the one id that ``typed`` could be with its prefix put right, or its end cut off.

    ``full_id`` returns the only id that begins so, and raises ``CaseError`` where that is not one.
    """
    for guess in _guesses(typed.strip().lower()):
        try:
            return full_id(guess)
        except CaseError:
            continue
    return None


def _guesses(typed: str) -> Iterator[str]:
    prefix, dash, digits = typed.rpartition("-")
    prefixes = (prefix,) if dash and prefix in PREFIXES else PREFIXES
    for length in range(len(digits), LEAST - 1, -1):
        for each in prefixes:
            yield f"{each}-{digits[:length]}"
