"""Coreference sets: who is meant, at places in natural text."""

from pathlib import Path

from training.pronouns import gap, ontogum

HEAD = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"


def test_gap_asks_for_the_pronoun_only(tmp_path: Path) -> None:
    (tmp_path / "gap").mkdir()
    row = "d-1\tAda met Eve before she left.\tshe\t19\tAda\t0\tFALSE\tEve\t8\tTRUE\tx"
    (tmp_path / "gap" / "gap-development.tsv").write_text(f"{HEAD}\n{row}\n", "utf-8")
    (example,) = gap(tmp_path, "development")
    mentions = example.mentions or ()
    assert [(example.text[s:e], chain) for s, e, chain in mentions] == [
        ("Ada", "a"),
        ("Eve", "p"),
        ("she", "p"),
    ]
    assert example.asked_mention == 2


def test_ontogum_chains_may_nest(tmp_path: Path) -> None:
    (tmp_path / "ontogum").mkdir()
    rows = [
        "The\t(1",
        "mayor\t_",
        "of\t_",
        "Lima\t(2)|1)",
        "left\t_",
        ".\t_",
        "He\t(1)",
        "loved\t_",
        "it\t(2)",
    ]
    body = "\n".join(f"{i}\t{row}" for i, row in enumerate(rows))
    (tmp_path / "ontogum" / "x.conll").write_text(f"# begin document x\n{body}\n", "utf-8")
    (example,) = ontogum(tmp_path)
    found = [(example.text[s:e], chain) for s, e, chain in example.mentions or ()]
    assert found == [("The mayor of Lima", "1"), ("Lima", "2"), ("He", "1"), ("it", "2")]
