import json
from pathlib import Path

import pytest
from eval.figures import Marked, count, of_gold, same_change, same_unit, same_value

from eval import figures, figures_peers, number_specs
from tocsin.model.layers import Layers

ROWS = [
    {
        "text": "The mill sold more than 40 tonnes, up 5%.",
        "quantities": [
            {"value": "40.0", "unit": "tonnes", "normalized_unit": "metric ton", "change": ">"},
            {"value": "5", "unit": "%", "normalized_unit": "percentage", "change": "up"},
        ],
    },
    {"text": "Nobody came.", "quantities": []},
]  # fmt: skip


def data(folder: Path) -> Path:
    path = folder / "newsquant" / "newsquant_even.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(ROWS), "utf-8")
    return folder


def layers(text: str) -> Layers:
    return Layers(sentences=((0, len(text)),), names=(), attributions=())


def test_what_is_right_is_counted_right(tmp_path: Path) -> None:
    gold, digest = figures.load(data(tmp_path))
    found = [figures.ours(sentence.text, layers(sentence.text)) for sentence in gold]
    rows = figures.rows(gold, found)
    assert len(digest) == 64
    assert {row.measure: (row.f1, row.gold, row.found) for row in rows} == {
        "value": (1.0, 2, 2), "value + unit": (1.0, 2, 2), "value + change": (1.0, 2, 2)
    }  # fmt: skip


def test_a_folder_without_the_set_gives_none(tmp_path: Path) -> None:
    assert figures.load(tmp_path) == ([], "")
    assert figures.load(data(tmp_path), "odd") == ([], "")


@pytest.mark.parametrize(
    ("value", "ends"),
    [("5", (5, None)), ("-5", (-5, None)), ("5-6", (5, 6)), ("3.0 - 4.0", (3, 4)), ("1E-9", (1e-9, None))],
)
def test_values_of_the_set_are_read(value: str, ends: tuple[float, float | None]) -> None:
    row = {"value": value, "unit": "-", "normalized_unit": "-", "change": "="}
    found = of_gold(row)
    assert (found.low, found.high) == ends


def test_a_unit_is_right_by_name_or_by_its_words() -> None:
    gold = Marked(4.0, None, "song", "songs", "=")
    assert same_unit(gold, Marked(4.0, None, "songs", "songs", "="))
    assert same_unit(gold, Marked(4.0, None, "song", "", "="))
    assert not same_unit(gold, Marked(4.0, None, "album", "albums", "="))


def test_a_range_is_no_single_value() -> None:
    assert not same_value(Marked(4.0, 5.0, "-"), Marked(4.0, None, "-"))


def test_a_quantity_is_matched_once() -> None:
    gold = [Marked(4.0, None, "-", "", "=")]
    twice = [Marked(4.0, None, "-", "", "up"), Marked(4.0, None, "-", "", "=")]
    assert count(gold, twice, same_value).right == 1
    assert count(gold, twice, same_change).right == 1


def test_a_system_that_tells_no_change_has_no_row_for_it(tmp_path: Path) -> None:
    gold, _ = figures.load(data(tmp_path))
    rows = figures.rows(gold, [[Marked(40.0, None, "-")], []], system="peer")
    assert [row.measure for row in rows] == ["value", "value + unit"]


def test_for_a_peer_without_ranges_the_golds_are_means() -> None:
    sentence = figures.Sentence("", (Marked(4.0, 6.0, "-"),))
    assert figures.averaged([sentence])[0].gold == (Marked(5.0, None, "-"),)


def test_a_peer_that_fails_has_found_nothing() -> None:
    def broken(text: str) -> list[Marked]:
        raise ValueError(text)

    assert figures_peers.found(broken, ["one", "two"]) == [[], []]


def test_faults_show_what_is_missed_and_invented(tmp_path: Path) -> None:
    gold, _ = figures.load(data(tmp_path))
    talk = figures.faults(gold, [[Marked(40.0, None, "-")], [Marked(9.0, None, "-")]], 10)
    assert "missed 5.0" in talk
    assert "invented 9.0" in talk


def test_specs_pass_where_just_the_expected_is_found(tmp_path: Path) -> None:
    path = tmp_path / "ms_recognizers_specs" / "Number" / "English" / "PercentModel.json"
    path.parent.mkdir(parents=True)
    cases = [
        {
            "Input": "about 40 percent of it",
            "Results": [{"Text": "40 percent", "Resolution": {"value": "40%"}}],
        },
        {"Input": "about 40 percent of it", "Results": []},
        {"Input": "skipped", "NotSupported": "python", "Results": []},
    ]
    path.write_text(json.dumps(cases), "utf-8-sig")
    (row,), digest = number_specs.rows(tmp_path)
    assert (row.measure, row.f1, row.gold, len(digest)) == ("percentages", 0.5, 2, 64)
