"""GAP's pronouns: read from a file of its shape, and answered by chains."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from eval import pronouns
from tocsin.model.layers import Found, Layers, Mention

TEXT = "Vera Moss met Erik Lund in Oslo before she left."
HEAD = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
ROW = f"d-1\t{TEXT}\tshe\t39\tVera Moss\t0\tTRUE\tErik Lund\t14\tFALSE\t-"


def read(folder: Path) -> pronouns.Asked:
    (folder / "gap").mkdir()
    (folder / "gap" / "gap-validation.tsv").write_text(f"{HEAD}\n{ROW}\n", "utf-8")
    (asked,), _ = pronouns.load(folder, "validation")
    return asked


def layers(to: int) -> Layers:
    mention = Mention(
        start=39, end=42, antecedent=to, score=0.6, choices=((to, 0.6), (1 - to, 0.2)), none=0.2
    )
    names = (Found(start=0, end=9, label="PER", score=0.9), Found(start=14, end=23, label="PER", score=0.9))
    starts = tuple(Mention(start=n.start, end=n.end, antecedent=None, score=1, none=1) for n in names)
    return Layers(sentences=((0, 48),), names=names, attributions=(), mentions=(*starts, mention))


class Second:
    """A model that always takes the second name."""

    def referents(self, texts: Sequence[str], asked: Sequence[object]) -> list[int | None]:
        assert len(texts) == len(asked)
        return [1 for _ in texts]


def test_a_question_is_read(tmp_path: Path) -> None:
    asked = read(tmp_path)
    assert TEXT[slice(*asked.pronoun)] == "she"
    assert [TEXT[slice(*name)] for name in asked.names] == ["Vera Moss", "Erik Lund"]
    assert (set(asked.meant), asked.feminine) == ({0}, True)


def test_no_file_no_questions(tmp_path: Path) -> None:
    assert pronouns.load(tmp_path, "validation")[0] == []


def test_the_chain_reaches_the_name_that_agrees(tmp_path: Path) -> None:
    asked = read(tmp_path)
    answers = pronouns.answers([asked], [layers(1)], Second())
    assert answers["tocsin"] == [frozenset({0})]  # Erik Lund is no she
    assert answers["tocsin, of two"] == [frozenset({1})]
    assert answers["nearest compatible"] == [frozenset({0})]


def test_rows_hold_the_genders_and_the_bias(tmp_path: Path) -> None:
    asked = read(tmp_path)
    rows = {row.measure: row for row in pronouns.rows("validation", [asked], {"tocsin": [frozenset({0})]})}
    assert rows["overall"].f1 == rows["feminine"].f1 == 1
    assert rows["masculine"].gold == 0
    assert rows["bias (feminine : masculine)"].f1 == pytest.approx(0)
