"""Readers of the training sets: each yields ``Example``s, texts with what is known of them.

What a set does not annotate is ``None``, and the head concerned learns nothing from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

Span = tuple[int, int]
LabelledSpan = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One gold attribution, all spans in code points."""

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeWord:
    """A word of a treebank; ``head`` is its head's number in the text, -1 for a root."""

    start: int
    end: int
    tag: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedEvent:
    """A marked event: its trigger, and as much of type, modality, factuality and arguments as is marked."""

    trigger: Span
    type: str | None = None
    modality: str | None = None
    factuality: float | None = None
    actor: Span | None = None
    recipient: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A sentence's event between two marked phrases, its trigger unmarked (as in PLV)."""

    source: Span
    target: Span | None  # a few sentences mark none
    types: tuple[str, ...]  # any of these is right: PLV's YIELD is CONCEDE or RETREAT


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text and the gold annotation of each task it carries."""

    id: str
    text: str
    attributions: tuple[Attribution, ...] | None = None
    names: tuple[LabelledSpan, ...] | None = None
    sentences: tuple[int, ...] | None = None  # where sentences start
    words: tuple[TreeWord, ...] | None = None
    events: tuple[MarkedEvent, ...] | None = None
    all_events: bool = False  # every event of the text is marked: other words are none
    coded: tuple[Coded, ...] = ()
    mentions: tuple[tuple[int, int, str], ...] | None = None  # with the chain that each belongs to
    asked_mention: int | None = None  # the only one to be resolved; its antecedent may follow it


def polnear(folder: Path, split: str) -> Iterator[Example]:
    """Read a split of PolNeAR (brat stand-off), the first annotator of each document."""
    root = folder / "polnear" / split
    for path in sorted((root / "text").glob("*.txt")):
        files = sorted(
            f for f in (root / "attributions").glob("*.ann") if f.name.rsplit("_", 1)[0] == path.stem
        )
        if files:
            text = path.read_bytes().decode("utf-8")
            annotation = files[0].read_text("utf-8")
            yield Example(id=path.stem, text=text, attributions=brat_attributions(annotation))


def brat_attributions(annotation: str) -> tuple[Attribution, ...]:
    """Return the attributions of a brat file; lines of other kinds are passed over."""
    spans: dict[str, list[Span]] = {}
    found = []
    for line in annotation.splitlines():
        if line.startswith("T") and line.count("\t") >= 2:
            name, place, _ = line.split("\t", 2)
            ranges = place.split(" ", 1)[1].split(";")
            spans[name] = [(int(a), int(b)) for a, b in (r.split() for r in ranges)]
        elif line.startswith("E"):
            roles: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
            for part in line.split("\t", 1)[1].split():
                role, name = part.split(":")
                role = role.rstrip("0123456789")
                if role in roles:
                    roles[role].extend(spans.get(name, []))
            if any(roles.values()):
                found.append(
                    Attribution(
                        sources=tuple(sorted(roles["Source"])),
                        cues=tuple(sorted(roles["Cue"])),
                        contents=tuple(sorted(roles["Content"])),
                    )
                )
    return tuple(found)


NO_SPACE_BEFORE = frozenset(
    [
        ".",
        ",",
        ";",
        ":",
        "?",
        "!",
        ")",
        "]",
        "}",
        "%",
        "'s",
        "'S",
        "'m",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "n't",
        "'",
        "'T",
    ]
)
NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£"])
Token = tuple[str, str]


def column_file(path: Path, token: int, tag: int, separator: str | None) -> list[list[list[Token]]]:
    """Read documents of sentences of (token, tag) from a CoNLL-like file."""
    documents: list[list[list[Token]]] = [[]]
    sentence: list[Token] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("-DOCSTART"):
            documents.append([])
        elif line.startswith("# "):
            continue
        elif line.strip():
            fields = line.split(separator)
            sentence.append((fields[token], fields[tag]))
        elif sentence:
            documents[-1].append(sentence)
            sentence = []
    return [document for document in documents if document]


def detokenise(tokens: list[str]) -> list[str]:
    """Return for each token the space that stands before it in natural English text.

    >>> words = 'They say " ( 2 ) . "'.split()
    >>> "".join(s + t for s, t in zip(detokenise(words), words))
    'They say "(2)."'
    """
    spaces: list[str] = []
    open_quote = False
    glue = True
    for token in tokens:
        closing = token == '"' and open_quote
        spaces.append("" if glue or closing or token in NO_SPACE_BEFORE else " ")
        glue = token in NO_SPACE_AFTER or (token == '"' and not open_quote)
        if token == '"':
            open_quote = not open_quote
    return spaces


def tagged_document(name: str, sentences: list[list[Token]], between: str) -> Example:
    """Lay a tokenised document out as natural text, with names and sentence starts."""
    text = ""
    names: list[LabelledSpan] = []
    starts = []
    for sentence in sentences:
        if text:
            ends_well = text[-1] in ".?!\"'"
            text += between if ends_well else "\n"
        starts.append(len(text))
        previous = "O"
        words = [word for word, _ in sentence]
        for space, (word, tag) in zip(detokenise(words), sentence, strict=True):
            text += space
            label = tag[2:]
            if tag != "O":
                if names and label == previous and not tag.startswith("B-"):
                    names[-1] = (names[-1][0], len(text) + len(word), label)
                else:
                    names.append((len(text), len(text) + len(word), label))
            previous = label if tag != "O" else "O"
            text += word
    return Example(id=name, text=text, names=tuple(names), sentences=tuple(starts))


def conll2003(folder: Path, split: str) -> Iterator[Example]:
    """Read CoNLL-2003 as documents of natural text; layouts vary with a fixed seed."""
    random = Random(2003)
    for i, sentences in enumerate(column_file(folder / "conll2003" / f"{split}.txt", 0, -1, None)):
        between = random.choice([" ", " ", "\n", "\n\n"])
        yield tagged_document(f"conll2003-{split}-{i}", sentences, between)


CROSSNER = {
    "person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG",
    "country": "LOC", "location": "LOC", "event": "MISC", "election": "MISC", "misc": "MISC",
}  # fmt: skip


def crossner_politics(folder: Path, split: str) -> Iterator[Example]:
    """Read CrossNER politics, its nine types mapped to the four of CoNLL-2003."""
    for document in column_file(folder / "crossner_politics" / f"{split}.txt", 0, 1, "\t"):
        for i, sentence in enumerate(document):
            tokens = [(w, t if t == "O" else t[:2] + CROSSNER[t[2:]]) for w, t in sentence]
            example = tagged_document(f"crossner-{split}-{i}", [tokens], " ")
            yield Example(id=example.id, text=example.text, names=example.names)
