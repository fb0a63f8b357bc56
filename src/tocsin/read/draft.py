"""What a format yields: the text, and what the report says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from tocsin.record import BlockKind, Hints

NO_HINTS: Final = Hints()
NO_MARKS: Final[Mapping[str, BlockKind]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report between its format and its record."""

    text: str
    stated: Hints = NO_HINTS  # said in fields for the purpose: a wrong date there is an error
    page: Hints = NO_HINTS  # found in a page's metadata: a wrong date there is no date
    marks: Mapping[str, BlockKind] = field(default_factory=lambda: NO_MARKS)  # folded line → its kind
    markdown: bool = False
