"""Pairs of claims: read from files of their shape, told apart by what differs, and set beside peers."""

from pathlib import Path

import pytest
from eval.claims import Pair
from eval.gold import digest_of
from eval.rows import Place

from eval import claims
from tests.fakes import FakeModel, NoResolver
from tocsin.store.linking import APART

HEAD = "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String"
ONE = "Marta Holm said that 40 ferries left the harbour"
PAIRS = [
    Pair(same=True, a=ONE, b=f"{ONE}.", kind="reworded"),
    Pair(same=False, a=ONE, b="Marta Holm said that 90 ferries left the harbour", kind="number"),
    Pair(same=False, a=ONE, b="The orchestra opened its season on Friday", kind="place"),
]


def said(pairs: list[Pair], *, spoken: bool = False) -> list[bool]:
    found = claims.read(FakeModel(), pairs, NoResolver())
    return claims.verdicts(pairs, found, APART, spoken=spoken)


@pytest.mark.parametrize("spoken", [False, True])
def test_what_differs_in_a_number_is_another_claim(spoken: bool) -> None:  # noqa: FBT001
    assert said(PAIRS, spoken=spoken) == [True, False, False]


def test_each_sentence_is_read_once() -> None:
    model = FakeModel()
    found = claims.read(model, PAIRS, NoResolver())
    assert model.calls == [4]
    assert found[ONE].statement is not None
    assert found[PAIRS[2].b].statement is None


def test_our_own_pairs_are_read_with_their_kind(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    path = tmp_path / "claims" / "pairs-dev.tsv"
    path.write_text(
        f'same\tkind\ta\tb\nyes\treworded\t{ONE}\t"So be it," she said\nno\tdate\tx\ty\n', "utf-8"
    )
    pairs, digest = claims.load_own(tmp_path, "dev")
    assert [(pair.same, pair.kind) for pair in pairs] == [(True, "reworded"), (False, "date")]
    assert pairs[0].b == '"So be it," she said'
    assert digest == digest_of([path], tmp_path)


def test_msrp_is_read_where_it_is_there(tmp_path: Path) -> None:
    assert claims.load_msrp(tmp_path, "dev") == ([], "")
    (tmp_path / "msrp").mkdir()
    (tmp_path / "msrp" / "msr-para-val.tsv").write_text(
        f"\ufeff{HEAD}\n1\t7\t8\tIt left.\tIt went.\n", "utf-8"
    )
    (pair,), digest = claims.load_msrp(tmp_path, "dev")
    assert (pair.same, pair.a, pair.b) == (True, "It left.", "It went.")
    assert len(digest) == 64


def test_the_rows_tell_pairs_apart_by_kind() -> None:
    place = Place(task="claims", set="made", split="dev")
    found = {row.measure: row.f1 for row in claims.rows(place, PAIRS, [True, True, False])}
    assert found["accuracy"] == pytest.approx(2 / 3)
    assert found["told apart"] == 0.5
    assert (found["kept as one"], found["told apart: number"], found["told apart: place"]) == (1, 0, 1)
    plain = [Pair(same=True, a="x", b="y"), Pair(same=False, a="x", b="z")]
    assert [row.measure for row in claims.rows(place, plain, [True, True])] == ["accuracy"]


def test_the_peers_threshold_is_the_one_that_is_right_most_often() -> None:
    pairs = [Pair(same=same, a="", b="") for same in (True, True, False)]
    assert claims.threshold([0.9, 0.5, 0.4], pairs) == 0.5
    assert claims.cosines(PAIRS)[0] > claims.cosines(PAIRS)[2]


def test_all_sets_stand_in_one_table(tmp_path: Path) -> None:
    for half in claims.HALVES:
        path = tmp_path / "claims" / f"pairs-{half}.tsv"
        path.parent.mkdir(exist_ok=True)
        lines = (f"{'yes' if p.same else 'no'}\t{p.kind}\t{p.a}\t{p.b}" for p in PAIRS)
        path.write_text("\n".join(("same\tkind\ta\tb", *lines, "")), "utf-8")
    rows, digests = claims.measured(FakeModel(), tmp_path, tmp_path, NoResolver(), APART)
    assert set(digests) == {"examples-claims/dev", "examples-claims/test"}
    found = {(row.split, row.system, row.measure): row.f1 for row in rows}
    assert found["dev", "tocsin", "accuracy"] == 1
    assert found["test", "all yes", "accuracy"] == pytest.approx(1 / 3)
    assert ("dev", "TF-IDF cosine", "told apart") in found
    assert ("dev", "all yes", "told apart: number") not in found


def test_faults_show_both_sentences() -> None:
    told = claims.faults(PAIRS, [True, True, False])
    assert told.splitlines() == ["made one (number)", f"    {PAIRS[1].a}", f"    {PAIRS[1].b}"]
