"""Words of names as they are compared."""

from functools import lru_cache

from tocsin.knowledge import Knowledge
from tocsin.text.fold import fold_name


@lru_cache(maxsize=1 << 16)
def folded(words: str) -> str:
    """Return ``fold_name`` of some words; reports repeat their names."""
    return fold_name(words)


@lru_cache(maxsize=1 << 15)
def named_by(knowledge: Knowledge, words: str) -> tuple[str, ...]:
    """Return the ids of all that some words name; reports repeat their names."""
    return knowledge.named(words)


@lru_cache(maxsize=1 << 15)
def described_by(knowledge: Knowledge, words: str) -> tuple[str, ...]:
    """Return the ids of what some words may describe; reports repeat their descriptions."""
    return knowledge.described(words)


@lru_cache(maxsize=1 << 15)
def office_by(knowledge: Knowledge, words: str) -> str | None:
    """Return the office that some words name; reports repeat their descriptions."""
    return knowledge.office(words)
