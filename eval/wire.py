"""The agencies' stories in a heap of web pages, found again: ``python -m eval.wire [--data FOLDER]``.

The pages are ``wire/helsinki-2018``, four days of July 2018, dirty as they were scraped and without
labels. The tables hold counts and no word of a page. ``--pairs SEED`` prints pairs to judge by hand,
drawn from five strata; that is publishers' text, to be looked at and not kept.
"""

import argparse
import gzip
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from eval.planted import quotations
from eval.rows import aligned
from tocsin.copies import (
    Prepared,
    Run,
    arrive,
    credited,
    families,
    furniture,
    origin,
    prepare,
    publishers,
    report_of,
    without,
)
from tocsin.read.blocks import find_blocks
from tocsin.read.plain import parse
from tocsin.record import Document
from tocsin.record.copy import Copy, CopyKind, Direction, Family

DATA: Final = Path(__file__).resolve().parents[2] / "shared" / "data"
WIRE: Final = Path("wire") / "helsinki-2018.jsonl.gz"
HALF: Final = 0.5
SHOWN: Final = 12  # families
STRATA: Final[Mapping[str, tuple[float, float]]] = {
    "below 5 %": (0.0, 0.05),
    "5 to 20 %": (0.05, 0.2),
    "20 to 60 %": (0.2, 0.6),
    "60 % or more": (0.6, 1.1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """All pages with what was found, by the views in their order."""

    ready: Mapping[str, Prepared]
    raw: int  # pairs before the views
    copies: Sequence[Copy]
    families: Sequence[Family]
    seconds: float

    def outlet(self, id_: str) -> str:
        """Return whose page it is."""
        return self.ready[id_].report.outlet or id_


def documents(data: Path) -> Iterator[tuple[Document, str]]:
    """Yield the pages with when each was known."""
    with gzip.open(data / WIRE, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            page = json.loads(line)
            text = page["text"].replace(" ### ", "\n")
            blocks = find_blocks(text, title=None, marks=parse(text.encode(), "page").marks, markdown=False)
            document = Document(id=f"doc-{number:03}", text=text, outlet=page["outlet"], blocks=tuple(blocks))
            yield document, page["published"] or ""


def pages(data: Path) -> Pages:
    """Return all pages with their copies and families."""
    known = publishers()
    ready: list[Prepared] = []
    runs: tuple[Run, ...] = ()
    copies: dict[tuple[str, str], Copy] = {}
    began = time.process_time()
    for number, (document, when) in enumerate(documents(data)):
        report = report_of(document, known=when, quotations=quotations(document.text))
        ready.append(prepare(report))
        found = arrive(ready[-1], number, runs, fetch=ready.__getitem__, known=known)
        runs = found.runs
        for pair in found.removed:
            copies.pop(pair, None)
        copies |= {(copy.left, copy.right): copy for copy in found.added}
    seconds = time.process_time() - began
    by_id = {one.report.id: one for one in ready}
    origins = {id_: origin(one.report, known) for id_, one in by_id.items()}
    names = {id_: one.report.outlet or id_ for id_, one in by_id.items()}
    houses = {id_: origins[id_].house or name for id_, name in names.items()}
    every = [copies[pair] for pair in sorted(copies)]
    told = credited(without(every, furniture(every, houses)), origins, names)
    return Pages(ready=by_id, raw=len(every), copies=told, families=families(by_id, told), seconds=seconds)


def agencies(found: Pages) -> str:
    """Return by agency how many pages credit it, and how many more have its words."""
    lines: list[tuple[str, ...]] = [
        ("agency", "credited", "matched", "by half", "uncredited, by half", "uncredited, any")
    ]
    credits_ = {
        id_: {one.name for one in origin(page.report, publishers()).credits}
        for id_, page in found.ready.items()
    }
    for name, _ in Counter(name for each in credits_.values() for name in each).most_common():
        whole: dict[str, float] = defaultdict(float)
        for copy in found.copies:
            if copy.source == name and copy.direction is Direction.COMMON:
                whole[copy.left] = max(whole[copy.left], copy.left_share)
                whole[copy.right] = max(whole[copy.right], copy.right_share)
        own = {id_ for id_, each in credits_.items() if name in each}
        half = {id_ for id_, share in whole.items() if share >= HALF}
        numbers = (len(own), len(own & set(whole)), len(own & half), len(half - own), len(set(whole) - own))
        lines.append((name, *map(str, numbers)))
    return aligned(lines, words=1)


def in_families(found: Pages) -> str:
    """Return the largest families: pages, outlets, pages that credit an agency, and the source told."""
    large = sorted((f for f in found.families if len(f.documents) > 1), key=lambda f: -len(f.documents))
    lines = [("pages", "outlets", "source")]
    for family in large[:SHOWN]:
        outlets = {found.outlet(id_) for id_ in family.documents}
        lines.append((str(len(family.documents)), str(len(outlets)), family.source or "not told"))
    total = sum(len(family.documents) for family in large)
    return f"{len(large)} families of two or more, {total} pages\n{aligned(lines, words=0)}"


def summary(found: Pages) -> str:
    """Return how many pages and pairs there are, by kind, and what they cost."""
    kinds = Counter(copy.kind.value for copy in found.copies)
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    each = 1000 * found.seconds / len(found.ready)
    return (
        f"{len(found.ready)} pages, {found.raw} pairs, {len(found.copies)} without furniture: {told}; "
        f"{each:.1f} ms CPU a page, reading of blocks and quotations included"
    )


def strata(found: Pages) -> Mapping[str, Sequence[Copy]]:
    """Return the pairs of different outlets by the larger share, and those of quotations."""
    text = [
        copy
        for copy in found.copies
        if copy.kind is not CopyKind.QUOTATION and found.outlet(copy.left) != found.outlet(copy.right)
    ]
    made = {
        name: [copy for copy in text if low <= max(copy.left_share, copy.right_share) < high]
        for name, (low, high) in STRATA.items()
    }
    return {**made, "quotation only": [copy for copy in found.copies if copy.kind is CopyKind.QUOTATION]}


def show(found: Pages, copy: Copy, stratum: str) -> str:
    """Return a pair to judge by hand."""
    pages_ = f"{copy.left} {found.outlet(copy.left)} | {copy.right} {found.outlet(copy.right)}"
    shares = f"{copy.left_share} {copy.right_share}"
    lines = [
        f"\n# {stratum}: {pages_} | {shares} | {copy.kind} | {copy.direction} | {copy.source} | {copy.why}",
        *(f"    {reason.part} {reason.value:+} {reason.why}" for reason in copy.reasons),
    ]
    for one in copy.passages[:4]:
        ours, theirs = (_short(span.text) for span in (one.left, one.right))
        lines.append(f"  {one.shared} {one.same}/{one.words} {ours}")
        lines += [f"      ≠ {theirs}"] if one.same != one.words else []
    lines += [f"  … and {len(copy.passages) - 4} more"] if len(copy.passages) > 4 else []
    return "\n".join(lines)


def _short(text: str) -> str:
    flat = text.replace("\n", "⏎")
    return flat if len(flat) <= 180 else f"{flat[:90]} … {flat[-70:]}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables, or pairs to judge."""
    parser = argparse.ArgumentParser(prog="python -m eval.wire", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--pairs", type=int, metavar="SEED", help="print pairs to judge instead")
    parser.add_argument("--each", type=int, default=14, help="pairs of each stratum")
    options = parser.parse_args(argv)
    if not (options.data / WIRE).exists():
        print(f"{options.data} holds no {WIRE}\n  → give the folder with --data", file=sys.stderr)
        return 1
    found = pages(options.data)
    if options.pairs is None:
        print(f"{summary(found)}\n\n{agencies(found)}\n\n{in_families(found)}")
        return 0
    chance = random.Random(options.pairs)
    for name, copies in strata(found).items():
        print(f"\n## {name}: {len(copies)} pairs")
        for copy in chance.sample(list(copies), min(options.each, len(copies))):
            print(show(found, copy, name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
