"""How rare words are at large: a shipped table, so that no report changes another's weights."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from tocsin.group.words import stems

TABLE: Final = Path(__file__).with_name("background.tsv")
_TOTAL: Final = "#reports"
_UNSEEN: Final = 2  # reports that a word is taken to stand in where the table lacks it
_HALF: Final = 0.5
_FLATTEN: Final = 0.7  # a power below 1: the rarest words count less beside the merely rare


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """How much each stem weighs; ``unseen`` is for those that the table lacks."""

    weights: Mapping[str, float]
    unseen: float
    version: str  # "background@" and a digest: other tables make other stories

    def rarity(self, stem: str) -> float:
        """Return the weight of a stem."""
        return self.weights.get(stem, self.unseen)

    def rarity_of_name(self, name: str) -> float:
        """Return the weight of a name: that of its rarest word."""
        return max((self.rarity(stem) for stem, *_ in stems(name)), default=0.0)


def parse(table: str) -> Background:
    r"""Return the background that a table holds: after comments the total, then a line a stem, tab, reports.

    >>> known = parse("# made by hand\n#reports\t1000\nsaid\t900\nhowitz\t3\n")
    >>> [round(known.rarity(stem), 2) for stem in ("said", "howitz", "zzyzx")]
    [0.21, 3.36, 3.5]
    """
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("# ")]
    total = next(int(count) for stem, count in rows if stem == _TOTAL)
    return Background(
        weights={stem: weight(int(count), total) for stem, count in rows if stem != _TOTAL},
        unseen=weight(_UNSEEN, total),
        version=f"background@{blake2b(table.encode(), digest_size=4).hexdigest()}",
    )


def weight(count: int, total: int) -> float:
    """Return the log of the inverse document frequency (Spärck Jones 1972), flattened; 0 if everywhere."""
    return math.pow(max(math.log((total + 1) / (count + _HALF)), 0.0), _FLATTEN)


@cache
def shipped() -> Background:
    """Return the background in the package."""
    return parse(TABLE.read_text(encoding="utf-8"))
