"""One table for all tasks, as aligned text and as JSON that reads back."""

import msgspec
import pytest
from eval.metrics import Counts
from eval.rows import Place, Report, aligned, from_json, make_rows, table, to_json

PLACE = Place(task="names", set="conll2003", split="dev")
ROWS = make_rows(
    PLACE, {"4 types": [Counts(right=1, found=2, gold=2), Counts(right=2, found=2, gold=2)], "PER": []}
)
REPORT = Report(model="abc", corpora={"conll2003/dev": "d1"}, rows=tuple(ROWS))


def test_a_row_sums_its_documents() -> None:
    row = ROWS[0]
    assert (row.precision, row.recall, row.f1, row.gold, row.found) == (0.75, 0.75, 0.75, 4, 4)
    assert row.low <= row.f1 <= row.high


def test_the_table_has_a_line_a_row_and_even_columns() -> None:
    lines = table(ROWS).splitlines()
    assert len(lines) == 3
    assert lines[0].split()[:4] == ["task", "set", "split", "system"]
    assert lines[1].split()[-5:-2] == ["0.750", "0.750", "0.500-1.000"]
    assert len({len(line) for line in lines}) == 1


def test_against_another_run_the_change_is_given_in_points() -> None:
    lines = table(ROWS, {ROWS[0].key: 0.74}).splitlines()
    assert lines[0].endswith("points")
    assert lines[1].endswith("+1.00")
    assert lines[2].endswith("new")


def test_a_report_reads_back_from_its_json() -> None:
    assert from_json(to_json(REPORT).encode()) == REPORT


def test_json_of_another_kind_is_refused_with_the_field_named() -> None:
    with pytest.raises(msgspec.ValidationError, match="rows"):
        from_json(b'{"model": "a", "corpora": {}, "rows": 3}')


def test_words_stand_left_and_figures_right() -> None:
    assert aligned([("what", "n"), ("a", "100")], words=1) == "what    n\na     100"
