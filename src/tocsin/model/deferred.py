"""The reading model, opened when there is something to read: its digest alone needs no runtime."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tocsin.errors import ModelError
from tocsin.model.archive import ADVICE, model_path
from tocsin.model.layers import Layers
from tocsin.model.reading import ReadingModel


class DeferredModel:
    """A reading model that is compiled by its first ``read``. A run that finds nothing new never does.

    Raises (when made):
        ModelError: the model file cannot be read.
    """

    def __init__(self, opened: Callable[[], ReadingModel], *, path: Path | None = None) -> None:
        self.digest = _digest(path or model_path())
        self._opened = cache(opened)

    def read(self, texts: Sequence[str]) -> list[Layers]:
        """Return the layers of each text.

        Raises:
            ModelError: the model cannot be opened.
        """
        return self._opened().read(texts)


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"the reading model {path.name} cannot be read", advice=ADVICE) from error
