"""OntoGUM's chains: read from a file of its shape, and scored."""

from pathlib import Path

import pytest

from eval import coreference
from tocsin.model.layers import Found, Layers, Mention

CONLL = "# begin document \n0\tAda\t(1\n1\tWeir\t1)\n2\tleft\t_\n3\t.\t_\n4\tShe\t(1)\n5\twept\t_\n6\t.\t_\n"


def read(folder: Path) -> coreference.Chained:
    (folder / "ontogum").mkdir()
    for name in ("GUM_news_iodine", "GUM_news_crane"):
        (folder / "ontogum" / f"{name}.conll").write_text(CONLL, "utf-8")
    (document,), _ = coreference.load(folder)
    return document


def test_only_held_out_documents_are_read(tmp_path: Path) -> None:
    document = read(tmp_path)
    assert document.id == "GUM_news_iodine"
    assert [{document.text[s:e] for s, e in chain} for chain in document.chains] == [{"Ada Weir", "She"}]


def test_a_right_chain_scores_full_marks_beside_its_peers(tmp_path: Path) -> None:
    document = read(tmp_path)
    she = document.text.index("She")
    name = Found(start=0, end=8, label="PER", score=0.9)
    mentions = (
        Mention(start=0, end=8, antecedent=None, score=1.0, none=1.0),
        Mention(start=she, end=she + 3, antecedent=0, score=0.9, choices=((0, 0.9),), none=0.1),
    )
    layers = Layers(sentences=((0, len(document.text)),), names=(name,), attributions=(), mentions=mentions)
    rows = {(row.system, row.measure): row.f1 for row in coreference.rows([document], [layers])}
    assert rows["tocsin", coreference.CONLL] == pytest.approx(1)
    assert rows["nearest compatible", coreference.CONLL] == pytest.approx(1)
    assert rows["string match", coreference.CONLL] == 0
