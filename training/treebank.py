"""Reader of Universal Dependencies: sentences, words, trees and, in GUM, coreference."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.model.heads import WORD_RELATIONS
from training.data import Example, TreeWord

MARK = re.compile(r"\([^()]*\)?|\d+\)")


@dataclass(slots=True)
class _Document:
    """A document while it is read."""

    id: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    words: list[TreeWord] = field(default_factory=list)
    mentions: list[tuple[int, int, str]] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)
    annotated: bool = False

    def example(self) -> Example:
        return Example(
            id=self.id,
            text=self.text,
            sentences=tuple(self.starts),
            words=tuple(self.words),
            mentions=tuple(sorted(self.mentions)) if self.annotated else None,
        )

    def sentence(self, words: list[list[str]], surface: str, gap: str) -> None:
        """Append a sentence: its text, and its words with their places and heads."""
        self.text += gap
        at = len(self.text)
        self.starts.append(at)
        self.text += surface
        first = len(self.words)
        numbers = {fields[0]: first + i for i, fields in enumerate(words)}
        for fields in words:
            start, end = self._place(fields[1], at)
            at = end
            head = numbers.get(fields[6], -1)
            self.words.append(
                TreeWord(start=start, end=end, tag=fields[4], head=head, relation=relation(fields[7]))
            )
            for part in fields[9].split("|"):
                if part.startswith("Entity="):
                    self.annotated = True
                    self._mentions(part[7:], start, end)

    def _place(self, form: str, at: int) -> tuple[int, int]:
        start = self.text.find(form, at)
        if 0 <= start <= at + 3:
            return start, start + len(form)
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at, min(at + len(form), len(self.text))

    def _mentions(self, marks: str, start: int, end: int) -> None:
        """Open and close GUM's entities: "(3-person-new-…", "3)", "(3-person-…)"."""
        for piece in MARK.findall(marks):
            if piece.startswith("("):
                chain = piece[1:].rstrip(")").split("-", 1)[0]
                if piece.endswith(")"):
                    self.mentions.append((start, end, chain))
                else:
                    self.open.append((chain, start))
            else:
                chain = piece[:-1]
                for i in range(len(self.open) - 1, -1, -1):
                    if self.open[i][0] == chain:
                        self.mentions.append((self.open.pop(i)[1], end, chain))
                        break


def relation(name: str) -> str:
    """Return a relation as ``tocsin.model.heads`` has it; rare subtypes fall back on their base.

    >>> relation("nsubj:pass"), relation("obl:tmod")
    ('nsubj:pass', 'obl')
    """
    return name if name in WORD_RELATIONS else name.split(":", 1)[0]


def universal_dependencies(folder: Path, name: str) -> Iterator[Example]:
    """Read the documents of a UD file (``ewt-train``, ``gum-dev`` …)."""
    with gzip.open(folder / "ud" / f"{name}.conllu.gz", "rt", encoding="utf8") as lines:
        document: _Document | None = None
        gap, surface = "", ""
        words: list[list[str]] = []
        for line in (raw.rstrip("\n") for raw in lines):
            if line.startswith("# newdoc"):
                if document and document.text:
                    yield document.example()
                document, gap = _Document(line.rpartition("= ")[2]), ""
            elif line.startswith("# newpar"):
                gap = "\n\n" if document and document.text else ""
            elif line.startswith("# text = "):
                surface = line[9:]
            elif line and line[0].isdigit():
                fields = line.split("\t")
                if fields[0].isdigit():
                    words.append(fields)
            elif not line and words and document:
                document.sentence(words, surface, gap)
                words, gap = [], " "
        if document and document.text:
            yield document.example()
