"""Readers of coreference sets: GAP's pronouns and OntoGUM's chains."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from training.data import Example, detokenise


def gap(folder: Path, split: str) -> Iterator[Example]:
    """Read GAP (Webster et al. 2018): a pronoun and two names, at most one of them meant."""
    path = folder / "gap" / f"gap-{split}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            at = {key: int(row[f"{key}-offset"]) for key in ("Pronoun", "A", "B")}
            chains = {
                "Pronoun": "p",
                "A": "p" if row["A-coref"].upper() == "TRUE" else "a",
                "B": "p" if row["B-coref"].upper() == "TRUE" else "b",
            }
            mentions = sorted((at[key], at[key] + len(row[key]), chain) for key, chain in chains.items())
            asked = next(i for i, (start, _, _) in enumerate(mentions) if start == at["Pronoun"])
            yield Example(id=row["ID"], text=row["Text"], mentions=tuple(mentions), asked_mention=asked)


def ontogum(folder: Path) -> Iterator[Example]:
    """Read OntoGUM's documents as natural text with their chains (no singletons)."""
    for path in sorted((folder / "ontogum").glob("*.conll")):
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line[:1].isdigit()]
        text = ""
        mentions: list[tuple[int, int, str]] = []
        opened: list[tuple[str, int]] = []
        for space, row in zip(detokenise([row[1] for row in rows]), rows, strict=True):
            text += space
            start, end = len(text), len(text) + len(row[1])
            text += row[1]
            for mark in re.findall(r"\(\d+\)?|\d+\)", row[2]):
                chain = mark.strip("()")
                if mark.startswith("("):
                    opened.append((chain, start))
                if mark.endswith(")"):
                    at = max(i for i, (name, _) in enumerate(opened) if name == chain)
                    mentions.append((opened.pop(at)[1], end, chain))
        yield Example(id=path.stem, text=text, mentions=tuple(sorted(mentions)))
