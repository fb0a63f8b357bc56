"""What a task is asked, and what it gives back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.passes import EXAMPLES, Model
from eval.rows import Row
from tocsin.errors import SourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to measure on."""

    data: Path
    split: str = "dev"
    extracted: bool = False  # attribution through reading and the extractors, not the model alone
    errors: int | None = None
    examples: Path = EXAMPLES
    floors_only: bool = False  # leave out what costs much and has no floor: peers, above all


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A task's rows, the digests of its sets, and a text on its errors where asked for."""

    rows: tuple[Row, ...]
    corpora: dict[str, str]
    errors: str = ""


Task = Callable[[Model, Asked], Measured]


def there(found: Sequence[object], asked: Asked, where: str) -> None:
    """Refuse a folder that lacks the sets of a task.

    Raises:
        SourceError: nothing was found.
    """
    if not found:
        raise SourceError(f"{asked.data} holds no {where}", advice="give the folder with --data")
