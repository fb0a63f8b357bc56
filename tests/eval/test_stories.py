"""How stories are measured: the sets' readers, the halves, B-cubed, the orders and the peer."""

import json
from pathlib import Path

import pytest
from eval.rows import Place
from eval.stories import Profiled, Told

from eval import stories
from tests.fakes import FakeModel, NoResolver
from tests.group.profiling import about
from tocsin.record import Hints

TEXTS = {
    "a1": "Howitzers stand on the ridge above Vale",
    "a2": "On the ridge above Vale stand howitzers",
    "b1": "A film festival opened with songs",
    "b2": "Songs opened a festival of film",
}


def told(id_: str) -> Told:
    return Told(id=id_, text=TEXTS[id_], happening=id_[0], topic=id_[0], hints=Hints(published="2021-04-13"))


def made() -> list[Profiled]:
    return [
        Profiled(told=told(id_), profile=about(id_, TEXTS[id_].casefold().split(), outlet=f"outlet {id_}"))
        for id_ in TEXTS
    ]


def test_what_is_right_scores_one_and_what_is_mixed_less() -> None:
    place = Place(task="stories", set="made", split="all")
    reports = made()
    right = stories.scored(place, "B-cubed", reports, {"a1": 0, "a2": 0, "b1": 1, "b2": 1})
    assert (right.precision, right.recall, right.f1, right.gold, right.found) == (1.0, 1.0, 1.0, 2, 2)
    mixed = stories.scored(place, "B-cubed", reports, dict.fromkeys(TEXTS, 0))
    assert (mixed.precision, mixed.recall) == (0.5, 1.0)
    torn = stories.scored(place, "B-cubed", reports, {"a1": 0, "a2": 1, "b1": 2, "b2": 3})
    assert (torn.precision, torn.recall) == (1.0, 0.5)
    assert torn.low <= torn.f1 <= torn.high


def test_the_halves_part_the_topics() -> None:
    tuned, other = stories.half(made(), 0), stories.half(made(), 1)
    assert [each.told.topic for each in tuned] == ["a", "a"]
    assert [each.told.topic for each in other] == ["b", "b"]


def test_ours_and_the_peer_find_plain_stories() -> None:
    reports = made()
    for found in (stories.ours(reports), stories.single_pass(reports, reports, stories.THRESHOLD)):
        assert found["a1"] == found["a2"] != found["b1"] == found["b2"]


def test_every_order_comes_to_the_same() -> None:
    assert all(stories.same_in_every_order(made()))
    assert len(stories.same_in_every_order(made())) == (stories.SHUFFLED + 1) * len(stories.BATCHES)


def test_the_rows_tell_what_was_not_told() -> None:
    found = {(row.system, row.measure) for row in stories.rows("made", made())}
    assert {("tocsin", "B-cubed, outlets not told"), ("tocsin", "B-cubed, nor days")} <= found
    assert ("TF-IDF, single pass", "B-cubed, shuffled 3") in found


def test_faults_name_the_happening() -> None:
    reports = made()
    assert stories.faults(reports, 5) == ""
    wrong = [
        Profiled(told=told("a1"), profile=about("a1", ["howitzers"])),
        Profiled(told=told("a2"), profile=about("a2", ["songs"])),
        Profiled(told=told("b1"), profile=about("b1", ["songs"])),
    ]
    assert stories.faults(wrong, 5).splitlines() == ["torn: a: [1, 1]", "mixed: {'a': 1, 'b': 1}"]


def test_basil_is_read_with_what_is_told_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "basil" / "articles" / "2021"
    folder.mkdir(parents=True)
    article = {
        "title": "Howitzers seen", "date": "2021-04-13", "source": "crier", "triplet-uuid": "t1",
        "body-paragraphs": [["They stand on the ridge.", "Nobody denied it."], ["The valley is quiet."]],
    }  # fmt: skip
    (folder / "1_crier.json").write_text(json.dumps(article), "utf-8")
    (own,), digest = stories.basil(tmp_path)
    assert own.text == (
        "Howitzers seen\n\nThey stand on the ridge. Nobody denied it.\n\nThe valley is quiet."
    )
    assert (own.happening, own.hints.published, own.hints.outlet) == ("t1", "2021-04-13", "crier")
    assert digest


def test_profiles_come_of_reading(tmp_path: Path) -> None:
    assert stories.basil(tmp_path) == ([], "")
    assert stories.ecb(tmp_path) == ([], "")
    (own, *_) = stories.profiled([told("a1"), told("b1")], FakeModel(), NoResolver())
    assert own.profile.document == "a1"
    assert own.profile.weights
    assert own.profile.day == pytest.approx(737893)
