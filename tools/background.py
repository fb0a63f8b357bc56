"""Count in how many texts each stem stands, and write ``src/tocsin/group/background.tsv``. Never imported.

    PYTHONPATH=src python tools/background.py ../shared/data

Counted are the texts of sets whose licence lets counts be passed on, and that no figure for stories is
measured on. No name list, no sentence: stems that stand in at least three texts, and in how many.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tocsin.group.background import TABLE
from tocsin.group.words import stems

LEAST = 3  # texts; rarer stems tell nothing of the language, and could tell of a text
SHORTEST = 60  # stems of a text that counts
HEAD = """\
# In how many texts each stem (group/words.py) of English stands; stems of fewer than 3 texts are left out.
# made by: tools/background.py
# source: UD English EWT, training part (Silveira and others; CC BY-SA 4.0)
# source: UD English GUM, training part (Zeldes and others; CC BY 4.0, texts CC BY and CC BY-SA)
# source: WCXB, main texts of its articles (Foley 2026; CC BY 4.0)
# source: article extraction benchmark (Scrapinghub 2020; MIT)
# licence: CC BY-SA 4.0
"""


def treebank(path: Path) -> Iterator[str]:
    """Yield the texts of a treebank, their sentences a line each."""
    lines: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc"):
                yield "\n".join(lines)
                lines = []
            elif line.startswith("# text ="):
                lines.append(line.partition("=")[2])
    yield "\n".join(lines)


def texts(data: Path) -> Iterator[str]:
    """Yield the texts that are counted."""
    for name in ("ewt-train", "gum-train"):
        yield from treebank(data / f"ud/{name}.conllu.gz")
    for path in sorted(data.glob("wcxb_articles/ground-truth/*.json")):
        page = json.loads(path.read_text("utf-8"))["ground_truth"]
        yield f"{page.get('title') or ''}\n{page.get('main_content') or ''}"
    pages = json.loads((data / "scrapinghub_aeb/ground-truth.json").read_text("utf-8"))
    for page in pages.values():
        yield page["articleBody"]


def main(data: Path) -> None:
    """Count and write."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts(data):
        found = [stem for stem, *_ in stems(text)]
        if len(found) >= SHORTEST:
            counts.update(set(found))
            total += 1
    kept = sorted((stem, count) for stem, count in counts.items() if count >= LEAST)
    rows = [f"#reports\t{total}", *(f"{stem}\t{count}" for stem, count in kept)]
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{total} texts, {len(counts)} stems, {len(kept)} kept")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
