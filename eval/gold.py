"""The sets that people marked, read by the readers of training, each with its digest.

Layout of a data folder: ``polnear/SPLIT/{text,attributions}/``, ``conll2003/SPLIT.txt``,
``crossner_politics/SPLIT.txt``, ``uner_ewt/*-SPLIT.iob2``, ``ud/*-SPLIT.conllu.gz``.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.data import Example, LabelledSpan
from training.treebank import universal_dependencies

from training import data

Reader = Callable[[Path, str], Iterator[Example]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One split of one set: its documents, and a digest of the files they came from."""

    set: str
    split: str
    digest: str
    examples: tuple[Example, ...]

    @property
    def name(self) -> str:
        """Set and split, as floors name them."""
        return f"{self.set}/{self.split}"

    @property
    def texts(self) -> list[str]:
        """The texts of the documents, in order."""
        return [example.text for example in self.examples]


@dataclass(frozen=True, slots=True)
class Source:
    """How a set is read, and which files below the data folder it consists of."""

    set: str
    read: Reader
    pattern: str  # with SPLIT for the split's name


def uner_ewt(folder: Path, split: str) -> Iterator[Example]:
    """Read Universal NER's EWT as documents of the sentences' own text, one space between."""
    for path in sorted((folder / "uner_ewt").glob(f"*-{split}.iob2")):
        document, text, names = "", "", list[LabelledSpan]()
        for sentence in path.read_text("utf-8").split("\n\n"):
            lines = sentence.strip("\n").split("\n")
            heads = dict(
                line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line
            )
            if "newdoc id" in heads:
                if text:
                    yield Example(id=document, text=text, names=tuple(names))
                document, text, names = heads["newdoc id"], "", []
            tokens = [line.split("\t")[1:3] for line in lines if line[:1].isdigit()]
            if tokens:
                text += " " if text else ""
                own = heads.get("text", " ".join(word for word, _ in tokens))
                names += aligned(own, [(word, tag) for word, tag in tokens], offset=len(text))
                text += own
        if text:
            yield Example(id=document, text=text, names=tuple(names))


def aligned(text: str, tokens: Iterable[tuple[str, str]], *, offset: int) -> list[LabelledSpan]:
    """Return the named spans of a sentence's IOB2 tokens, found one after another in its text.

    >>> aligned("(Tampa Bay)", [("(", "O"), ("Tampa", "B-LOC"), ("Bay", "I-LOC"), (")", "O")], offset=5)
    [(6, 15, 'LOC')]
    """
    spans: list[LabelledSpan] = []
    at, inside = 0, False
    for word, tag in tokens:
        start = text.find(word, at)
        if start < 0:  # a part of a contraction that the text writes otherwise
            continue
        at = start + len(word)
        if tag.startswith("B-"):
            spans.append((offset + start, offset + at, tag[2:]))
        elif tag.startswith("I-") and inside:
            spans[-1] = (spans[-1][0], offset + at, spans[-1][2])
        inside = tag != "O"
    return spans


SOURCES: dict[str, tuple[Source, ...]] = {
    "attribution": (Source("polnear", data.polnear, "polnear/SPLIT/*/*"),),
    "names": (
        Source("conll2003", data.conll2003, "conll2003/SPLIT.txt"),
        Source("crossner_politics", data.crossner_politics, "crossner_politics/SPLIT.txt"),
        Source("uner_ewt", uner_ewt, "uner_ewt/*-SPLIT.iob2"),
    ),
}


def sentence_sources(folder: Path, split: str) -> tuple[Source, ...]:
    """Return the Universal Dependencies treebanks of a folder that have the split."""
    names = sorted(
        path.name.removesuffix(".conllu.gz") for path in (folder / "ud").glob(f"*-{split}.conllu.gz")
    )
    return tuple(
        Source(name.removesuffix(f"-{split}"), _treebank(name), f"ud/{name}.conllu.gz") for name in names
    )


def _treebank(name: str) -> Reader:
    def read(folder: Path, _: str) -> Iterator[Example]:
        return universal_dependencies(folder, name)

    return read


def load(task: str, folder: Path, split: str) -> list[Gold]:
    """Return the sets of a task that lie in the folder; none where it holds none."""
    sources = sentence_sources(folder, split) if task in {"sentences", "syntax"} else SOURCES[task]
    loaded = []
    for source in sources:
        files = sorted(path for path in folder.glob(source.pattern.replace("SPLIT", split)) if path.is_file())
        if files:
            examples = tuple(source.read(folder, split))
            digest = digest_of(files, folder)
            loaded.append(Gold(set=source.set, split=split, digest=digest, examples=examples))
    return loaded


def digest_of(files: Iterable[Path], folder: Path) -> str:
    """Return the sha256 over the files' places and contents, in the order given."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
