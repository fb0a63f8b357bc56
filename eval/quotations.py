"""Speakers of quotations: BASIL (Fan et al. 2019), whose annotators wrote down whom each quotation is of.

How its fields are read: an article's text is its paragraphs below one another, sentences
joined by a space. An annotation ``pN`` is of sentence N, counted over the paragraphs, and [start,
end) are code points of that sentence. ``quote`` "yes" and a ``speaker`` make a quotation; the
speakers ``other_pro``, ``other_anti`` and ``other_neutral`` name nobody and are left out. Of a
speaker's name the underscores are spaces. Our statement for a quotation is the one whose contents
share the most code points with it, the shortest of equal ones.

A speaker is right where our name for it shares all its words with the annotators', or is a part of
theirs that holds the surname. Many of their speakers are no persons but the groups that these speak
for ("House Democrats" for any of them): a row of persons alone stands first, since a report names
the person.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.gold import digest_of
from eval.metrics import Counts, Span
from eval.rows import Place, Row, make_rows
from eval.speakers import key_words, same_speaker
from tocsin.extract.vocabulary import vocabulary
from tocsin.record import Document, Statement

OTHER = "other_"
# Words of annotators' speakers that are groups.
GROUPS = frozenset(
    (
        *("buzzfeed", "campaign", "catholics", "companies", "democrats", "lawmakers", "members", "naacp"),
        *("now", "officials", "party", "plaintiffs", "protestors", "republicans"),
    )
)
# What the annotators' tool or pen has cut or shortened.
SPELT = {"Felipe Calder": "Felipe Calderón", "Bibi Netanyahu": "Benjamin Netanyahu"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch of an article that is somebody's words, and whose."""

    start: int
    end: int
    speaker: str

    @property
    def personal(self) -> bool:
        """Whether the speaker is a person, not a group."""
        return GROUPS.isdisjoint(self.speaker.lower().split())


Judged = tuple[Quotation, Statement | None, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article and those of its quotations that have a speaker with a name."""

    id: str
    text: str
    quotations: tuple[Quotation, ...]


def files(folder: Path) -> list[Path]:
    """Return the files that the articles are read from; none where the set is not there."""
    return sorted((folder / "basil").glob("a*/*/*.json"))


def load(folder: Path) -> tuple[list[Article], str]:
    """Return the articles and the digest of their files."""
    paths = files(folder)
    articles = []
    for path in (path for path in paths if "annotations" in path.parts):
        marked = json.loads(path.read_text("utf-8"))
        whole = path.parents[2] / "articles" / path.parent.name / path.name.replace("_ann.json", ".json")
        text, starts = _text(json.loads(whole.read_text("utf-8"))["body-paragraphs"])
        found = []
        for mark in marked["phrase-level-annotations"]:
            if mark["quote"] == "yes" and mark["speaker"] and not mark["speaker"].startswith(OTHER):
                at = starts[int(mark["id"][1:])]
                name = mark["speaker"].replace("_", " ")
                found.append(
                    Quotation(start=at + mark["start"], end=at + mark["end"], speaker=SPELT.get(name, name))
                )
        articles.append(Article(id=path.stem, text=text, quotations=tuple(found)))
    return articles, digest_of(paths, folder)


def _text(paragraphs: Iterable[Iterable[str]]) -> tuple[str, list[int]]:
    text, starts = "", []
    for paragraph in paragraphs:
        gap = "\n\n" if text else ""
        for sentence in paragraph:
            text += gap
            starts.append(len(text))
            text += sentence
            gap = " "
    return text, starts


def statement_of(quotation: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement whose contents share the most with a quotation; None where none shares half."""
    start, end = quotation
    best: tuple[int, int] | None = None
    chosen = None
    for statement in statements:
        shared = sum(max(0, min(end, c.end) - max(start, c.start)) for c in statement.contents)
        size = sum(c.end - c.start for c in statement.contents)
        if 2 * shared >= end - start and (best is None or (shared, -size) > best):
            best, chosen = (shared, -size), statement
    return chosen


def is_speaker(found: str, gold: str) -> bool:
    """Tell whether a name is a speaker's: all of it, or a part with the surname.

    >>> [is_speaker(name, "Ada Marie Weir") for name in ("Judge Weir", "Ada Weir", "Ada", "Jon Weir")]
    [True, True, False, False]
    """
    words, wanted = key_words(found) - vocabulary("en").titles, key_words(gold)
    surname = key_words(gold.rpartition(" ")[2])
    return same_speaker(found, [gold]) or (bool(surname) and surname <= words <= wanted)


def judge(article: Article, statements: Sequence[Statement]) -> list[Judged]:
    """Return each quotation with our statement for it and whether that names the right speaker."""
    judged = []
    for quotation in article.quotations:
        found = statement_of((quotation.start, quotation.end), statements)
        name = found.speaker.name if found and found.speaker else ""
        judged.append((quotation, found, is_speaker(name, quotation.speaker)))
    return judged


def rows(articles: Sequence[Article], found: Sequence[Sequence[Statement]]) -> list[Row]:
    """Return the table's rows: quotations that are in a statement, and with the right speaker."""
    judged = [judge(article, statements) for article, statements in zip(articles, found, strict=True)]
    measures = {
        "right speaker, persons": [_right([q for q in j if q[0].personal]) for j in judged],
        "right speaker": [_right(j) for j in judged],
        "quotation found": [
            Counts(right=sum(s is not None for _, s, _ in j), found=len(j), gold=len(j)) for j in judged
        ],
    }
    return make_rows(Place(task="speakers", set="basil", split="all"), measures)


def _right(judged: Sequence[Judged]) -> Counts:
    named = [
        statement for _, statement, _ in judged if statement is not None and statement.speaker is not None
    ]
    return Counts(right=sum(right for *_, right in judged), found=len(named), gold=len(judged))


def faults(articles: Sequence[Article], found: Sequence[Sequence[Statement]], most: int) -> str:
    """Return quotations whose speaker is missed or wrong, a line each."""
    lines = []
    for article, statements in zip(articles, found, strict=True):
        for quotation, statement, right in judge(article, statements):
            if not right:
                speaker = statement.speaker.name if statement and statement.speaker else None
                why = f" ({statement.why})" if statement else ""
                words = article.text[quotation.start : quotation.end][:70]
                lines.append(f"{article.id}: {quotation.speaker} | {words!r}: {speaker!r}{why}")
    return "\n".join(lines[:most])


def document(article: Article) -> Document:
    """Return an article as a document whose text is kept as it is."""
    return Document(id=article.id, text=article.text)
