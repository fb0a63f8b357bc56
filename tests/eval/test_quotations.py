"""BASIL's quotations: read from files of its shape, and matched with statements."""

import json
from pathlib import Path

import pytest

from eval import quotations
from tests.extract.build import Report

SENTENCES = [["“The port is shut,” Ada Weir said."], ["“It is late,” she said.", "Nobody slept."]]


def write(folder: Path, *marks: dict[str, object]) -> None:
    for kind, ending, content in (
        ("articles", ".json", {"body-paragraphs": SENTENCES}),
        ("annotations", "_ann.json", {"phrase-level-annotations": marks}),
    ):
        place = folder / "basil" / kind / "2012"
        place.mkdir(parents=True)
        (place / f"a_1{ending}").write_text(json.dumps(content), "utf-8")


def mark(number: int, start: int, end: int, speaker: str, quote: str = "yes") -> dict[str, object]:
    return {"id": f"p{number}", "start": start, "end": end, "speaker": speaker, "quote": quote}


def test_quotations_are_read_with_their_places(tmp_path: Path) -> None:
    write(
        tmp_path,
        mark(0, 1, 17, "Ada_Weir"),
        mark(1, 1, 11, "House_Democrats"),
        mark(1, 0, 3, "other_anti"),
        mark(2, 0, 6, "Ada_Weir", quote="no"),
    )
    (article,), digest = quotations.load(tmp_path)
    assert [article.text[q.start : q.end] for q in article.quotations] == ["The port is shut", "It is late"]
    assert [q.speaker for q in article.quotations] == ["Ada Weir", "House Democrats"]
    assert [q.personal for q in article.quotations] == [True, False]
    assert len(digest) == 64


def test_a_folder_without_the_set_holds_no_articles(tmp_path: Path) -> None:
    assert quotations.load(tmp_path)[0] == []


def test_speakers_are_scored_on_the_statement_that_holds_the_quotation(tmp_path: Path) -> None:
    write(tmp_path, mark(0, 1, 17, "Ada_Weir"), mark(1, 1, 11, "Jon_Bell"), mark(2, 0, 6, "Jon_Bell"))
    articles, _ = quotations.load(tmp_path)
    report = Report(articles[0].text).names(PER="Ada Weir").said("Ada Weir", "said", "“The port is shut,”")
    found = [report.said("she", "said", "“It is late,”").statements()]
    rows = {row.measure: row for row in quotations.rows(articles, found)}
    assert rows["right speaker"].recall == pytest.approx(1 / 3)
    assert rows["right speaker"].precision == pytest.approx(1 / 2)
    assert rows["quotation found"].recall == pytest.approx(2 / 3)
    assert quotations.faults(articles, found, 9).count("\n") == 1


@pytest.mark.parametrize(
    ("found", "right"),
    [("Justice Weir", True), ("Ada Weir", True), ("Jon Weir", False), ("Ada", False), ("", False)],
)
def test_a_surname_is_enough_and_another_name_too_much(found: str, right: bool) -> None:  # noqa: FBT001
    assert quotations.is_speaker(found, "Ada Marie Weir") is right
