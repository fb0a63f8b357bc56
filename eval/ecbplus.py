"""ECB+ (Cybulska & Vossen 2014): reports of one topic, with the entities and events that they share.

Read are the mentions of people, bodies, things and places, or those of actions and states, in the
sentences that the set's list names as checked. The set's words are laid out as natural text.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element, parse

from training.data import detokenise

from eval.gold import digest_of
from eval.metrics import Span
from eval.passes import Model
from tocsin.model.layers import Layers

FOLDER = "ecbplus"
CHECKED = "ECBplus_coreference_sentences.csv"
ENTITIES = ("HUMAN_PART", "NON_HUMAN_PART", "LOC")
EVENTS = ("ACTION", "NEG_ACTION")
_QUOTES = {"''": '"', "``": '"'}


@dataclass(frozen=True, slots=True, kw_only=True)
class Topical:
    """A report of a topic: its text, and the entity that each marked span stands for."""

    id: str
    topic: str
    text: str
    mentions: tuple[tuple[Span, str], ...]


def load(folder: Path, kinds: tuple[str, ...] = ENTITIES) -> tuple[list[Topical], str]:
    """Return the reports with their mentions of some kinds, and the digest of their files.

    There are none where the set is not there.
    """
    paths = sorted((folder / FOLDER / "ECB+").glob("*/*.xml"))
    if not paths:
        return [], ""
    checked = folder / FOLDER / CHECKED
    sentences: dict[tuple[str, str], set[str]] = {}
    with checked.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            sentences.setdefault((row["Topic"], row["File"]), set()).add(row["Sentence Number"])
    reports = [
        read(path, sentences.get((path.parent.name, path.stem.partition("_")[2]), set()), kinds)
        for path in paths
    ]
    return reports, digest_of([checked, *paths], folder)


def read(path: Path, checked: set[str], kinds: tuple[str, ...] = ENTITIES) -> Topical:
    """Return the report of a file with the mentions of some kinds in its checked sentences."""
    root = parse(path).getroot()  # noqa: S314 - files of the set
    text, places, sentence_of = _laid_out(root, path.stem.endswith("plus"))
    entity = _entities(root, path.stem)
    found: dict[Span, str] = {}
    for mark in root.iterfind("Markables/*"):
        words = [
            word for anchor in mark.iterfind("token_anchor") if (word := anchor.get("t_id", "")) in places
        ]
        if words and mark.tag.startswith(kinds) and sentence_of[words[0]] in checked:
            span = (min(places[w][0] for w in words), max(places[w][1] for w in words))
            found.setdefault(span, entity.get(_id(mark), f"{path.stem}:{_id(mark)}"))
    return Topical(id=path.stem, topic=path.parent.name, text=text, mentions=tuple(sorted(found.items())))


def _laid_out(root: Element, addressed: bool) -> tuple[str, Mapping[str, Span], Mapping[str, str]]:  # noqa: FBT001
    """Return the text, where each word stands, and its sentence; ``addressed``: sentence 0 is an address."""
    sentences: dict[str, list[tuple[str, str]]] = {}
    for token in root.iterfind("token"):
        number = token.get("sentence", "")
        if not (addressed and number == "0"):
            word = token.text or ""
            sentences.setdefault(number, []).append((token.get("t_id", ""), _QUOTES.get(word, word)))
    text = ""
    places: dict[str, Span] = {}
    for words in sentences.values():
        text += "\n" if text else ""
        for space, (word_id, word) in zip(detokenise([word for _, word in words]), words, strict=True):
            text += space
            places[word_id] = (len(text), len(text) + len(word))
            text += word
    return text, places, {word: number for number, words in sentences.items() for word, _ in words}


def _entities(root: Element, report: str) -> dict[str, str]:
    """Return the entity of each mention that is in a chain; a chain of one report is of that report."""
    found = {}
    for chain in root.iterfind("Relations/*"):
        across = chain.tag.startswith("CROSS_DOC")
        name = chain.get("note", "") if across else f"{report}:{chain.get('r_id')}"
        for source in chain.iterfind("source"):
            found[_id(source)] = name
    return found


def _id(element: Element) -> str:
    return element.get("m_id", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Texts that a model is to read: the same question of the same model has the same answer."""

    texts: tuple[str, ...]
    digest: str
    model: Model = field(compare=False)


def layers_of(model: Model, texts: Iterable[str]) -> Sequence[Layers]:
    """Return the layers of the reports of a set; read once where several tasks ask for the same."""
    return _layers(_Asked(texts=tuple(texts), digest=model.digest, model=model))


@lru_cache(maxsize=2)
def _layers(asked: _Asked) -> Sequence[Layers]:
    return asked.model.read(asked.texts)


def by_topic(reports: Sequence[Topical]) -> dict[str, list[Topical]]:
    """Return the reports of each topic, in order."""
    found: dict[str, list[Topical]] = {}
    for report in reports:
        found.setdefault(report.topic, []).append(report)
    return found
