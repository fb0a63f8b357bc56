"""datasketch's MinHash LSH as a finder of candidates, where it is installed (MIT; not a dependency)."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

import numpy as np

from tocsin.copies.fingerprints import GRAM, grams
from tocsin.copies.words import words

PERMUTATIONS: Final = 128
THRESHOLD: Final = 0.1  # Jaccard
CONTAINMENT: Final = 0.05


def installed() -> bool:
    """Tell whether datasketch can be imported."""
    return find_spec("datasketch") is not None


class Peers:
    """MinHash LSH and LSH Ensemble over the same runs of words, with every text in them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._library: Any = import_module("datasketch")
        self._lsh = self._library.MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
        self._ensemble = self._library.MinHashLSHEnsemble(
            threshold=CONTAINMENT, num_perm=PERMUTATIONS, num_part=16
        )
        made = [self._sketch(text) for text in texts]
        for number, (sketch, _) in enumerate(made):
            self._lsh.insert(number, sketch)
        self._ensemble.index([(number, *each) for number, each in enumerate(made)])

    def ask(self, text: str) -> Mapping[str, Sequence[int]]:
        """Return by system the numbers of the texts that it takes for alike."""
        sketch, size = self._sketch(text)
        return {
            f"datasketch LSH {THRESHOLD}": list(self._lsh.query(sketch)),
            f"datasketch LSH Ensemble {CONTAINMENT}": list(self._ensemble.query(sketch, size)),
        }

    def _sketch(self, text: str) -> tuple[Any, int]:
        runs = np.unique(grams(words(text).hashes, GRAM))
        made = self._library.MinHash(num_perm=PERMUTATIONS)
        made.update_batch([run.tobytes() for run in runs])
        return made, max(1, len(runs))
