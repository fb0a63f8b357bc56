"""A synthetic case is the same each time, and holds the copies that it says."""

from pathlib import Path

import pytest
from bench.synthetic import Synthetic

from bench import copies, texts

REPORTS = list(texts.made_up(texts.example_texts(), 30, words=300))


def test_reports_follow_from_their_numbers() -> None:
    ours, theirs = Synthetic(REPORTS), Synthetic(REPORTS)
    assert [ours.text(n) for n in (90, 3)] == [theirs.text(n) for n in (90, 3)]
    assert ours.text(3) != ours.text(4)


def test_a_planted_passage_stands_in_its_source() -> None:
    made, plain = Synthetic(REPORTS, copied=1.0), Synthetic(REPORTS, copied=0.0)
    for n in range(60, 80):
        source = made.source(n)
        assert source
        assert source.number < n
        if source.share == 1:
            assert plain.text(source.number).startswith(made.text(n))
    assert plain.source(70) is None


@pytest.mark.parametrize("order", ["date", "reverse", "shuffled"])
def test_a_row_is_printed(order: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    copies.main(
        ["--data", str(tmp_path), "--reports", "70", "--base", "20", "--words", "300", "--order", order]
    )
    heads, *lines = capsys.readouterr().out.splitlines()
    assert heads.split()[:2] == ["reports", "words"]
    assert [line.split()[0] for line in lines] == ["70"]
