"""Planted passages: the truth stands where it is said to, and a miss is counted as one."""

import gzip
import json
import random
from pathlib import Path

import pytest
from eval.copies import (
    LOAD,
    Article,
    alike,
    articles,
    by_share,
    candidate_rows,
    counts,
    found_in,
    measured,
    pairs,
    rows,
)
from eval.planted import LIGHT, Way, plant, quotations, sentences

from tests.copies.reports import OTHER, STORY
from tocsin.errors import SourceError
from tocsin.record.copy import Shared

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def text(n: int) -> str:
    """Return a text of its own, quotations and all."""
    chance = random.Random(n)

    def words(count: int) -> str:
        return " ".join("".join(chance.choices(LETTERS, k=chance.randint(2, 8))) for _ in range(count))

    lines = [
        f"{words(chance.randint(9, 18)).capitalize()}. “{words(12).capitalize()},” said {words(2)}."
        for _ in range(14)
    ]
    return " ".join(lines)


TEXTS = [Article(outlet=f"outlet {n}", text=text(n)) for n in range(6)]


@pytest.mark.parametrize("way", list(Way))
def test_what_is_planted_stands_where_it_is_said_to(way: Way) -> None:
    one = plant(text(1), TEXTS[2].text, way=way, share=0.4, seed=3)
    assert one
    assert one == plant(text(1), TEXTS[2].text, way=way, share=0.4, seed=3)
    for (a, b), (c, d) in (*one.pairs, *one.speech):
        assert one.source[a:b].strip()
        assert one.text[c:d].strip()
        if way in (Way.VERBATIM, Way.REORDERED, Way.QUOTES):
            assert one.source[a:b] == one.text[c:d]
    assert bool(one.speech) == (way is Way.QUOTES)


def test_what_is_planted_is_found() -> None:
    one = plant(STORY, TEXTS[0].text, way=Way.VERBATIM, share=0.2, seed=1)
    assert one
    found = found_in(one)
    assert found.text.f1 > 0.95
    assert found.wrong == 0
    missed = counts(one, one.pairs, (), Shared.TEXT)
    assert (missed.right, missed.found, missed.gold) == (0, 0, found.text.gold)


def test_pairs_and_rows_of_all_ways() -> None:
    planted = list(pairs(TEXTS, count=1))
    assert [(one.way, one.share) for one in planted] == [
        (one.way, one.share) for one in pairs(TEXTS, count=1)
    ]
    made = rows("dev", [found_in(one) for one in planted])
    measures = {row.measure for row in made}
    assert {way.value for way in Way if way is not Way.QUOTES} <= measures
    assert {"lightly edited, all, mean of pairs", "shared speech"} <= measures
    assert "shared quotations" in by_share([found_in(one) for one in planted])


def test_candidates_are_asked_of_all_texts() -> None:
    made = candidate_rows("dev", TEXTS, None, count=1)
    (whole,) = (row for row in made if row.measure == "candidates, verbatim, reordered")
    assert whole.gold == 12
    assert whole.recall > 0.9
    assert {row.system for row in made} == {"tocsin"}


def test_halves_share_nothing(tmp_path: Path) -> None:
    assert articles(tmp_path, "dev") == []
    path = tmp_path / LOAD
    path.parent.mkdir()
    with gzip.open(path, "wt") as lines:
        for n in range(20):
            lines.write(json.dumps({"outlet": "one", "text": text(n)}) + "\n")
    dev, kept = (articles(tmp_path, name) for name in ("dev", "final"))
    assert dev
    assert kept
    assert len({one.text for one in (*dev, *kept)}) == 20


def test_without_articles_nothing_is_measured(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="articles-6000"):
        measured(tmp_path, "dev")


def test_what_texts_have_of_nature() -> None:
    assert alike(STORY, f"And so on: {STORY}")
    assert not alike(STORY, OTHER)


def test_sentences_and_quotations() -> None:
    said = [STORY[one.start : one.end] for one in quotations(STORY)]
    assert said == ["“We will not open a bridge that we cannot trust,”"]
    assert len(sentences(STORY)) == 5
    assert len(LIGHT) == 4
