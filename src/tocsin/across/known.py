"""What linking the reports of a case needs beside them: shipped tables, opened when first needed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from tocsin import copies, group, reconcile
from tocsin.copies import Publishers
from tocsin.group import Background
from tocsin.knowledge import Knowledge

VERSION = "across@1"


@dataclass(frozen=True, kw_only=True)
class Known:
    """The knowledge, how rare words are, and who sells text to others."""

    load: Callable[[], Knowledge]
    background: Background
    publishers: Publishers

    @classmethod
    def shipped(cls, load: Callable[[], Knowledge]) -> Self:
        """Return what the package ships, with a knowledge."""
        return cls(load=load, background=group.shipped(), publishers=copies.publishers())

    @cached_property
    def knowledge(self) -> Knowledge:
        """States, bodies, organisations and persons."""
        return self.load()

    @property
    def version(self) -> str:
        """What tells what is linked with this from what is linked with another."""
        parts = (
            VERSION,
            copies.VERSION,
            copies.INDEX,
            f"{group.VERSION} {self.background.version}",
            reconcile.VERSION,
            f"knowledge@{self.knowledge.digest[:12]}",
        )
        return " ".join(parts)
