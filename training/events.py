"""Readers of marked events: our own sentences, PLV, and the factuality sets."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from training.data import Coded, Example, MarkedEvent, Span, detokenise

OWN = Path(__file__).with_name("own")
MARK = re.compile(
    r"\{(?P<number>\d+)\|(?P<type>[A-Z]+)(?::[a-z-]+)?\|(?P<modality>[a-z]+)\|(?P<word>[^{}\[\]|]+)\}"
    r"|\[(?P<roles>[ar]\d+(?:,[ar]\d+)*)\|(?P<phrase>[^{}\[\]|]+)\]"
)


def own_events(folder: Path = OWN) -> Iterator[Example]:
    """Read our own labelled passages; ``own/README.md`` tells their form."""
    for path in sorted(folder.glob("events-*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            yield marked(f"{path.stem}-{number}", line)


def marked(name: str, line: str) -> Example:
    """Return the passage that a line of our own notation marks.

    >>> e = marked("x", "[a1|Kyiv] {1|REQUEST|done|urged} [r1|Moscow] to talk.")
    >>> e.text, [(h.trigger, h.type, h.actor, h.recipient) for h in e.events or ()]
    ('Kyiv urged Moscow to talk.', [((5, 10), 'REQUEST', (0, 4), (11, 17))])
    """
    text, at = "", 0
    triggers: dict[str, tuple[Span, str, str]] = {}
    arguments: dict[str, Span] = {}
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        words = mark["word"] or mark["phrase"]
        span = (len(text), len(text) + len(words))
        text += words
        if mark["word"]:
            triggers[mark["number"]] = (span, mark["type"], mark["modality"])
        else:
            arguments |= dict.fromkeys(mark["roles"].split(","), span)
    happenings = tuple(
        MarkedEvent(
            trigger=span,
            type="none" if kind == "NONE" else kind,
            modality=modality,
            actor=arguments.get(f"a{number}"),
            recipient=arguments.get(f"r{number}"),
        )
        for number, (span, kind, modality) in triggers.items()
    )
    return Example(id=name, text=text + line[at:], events=happenings, all_events=True)


def plv(folder: Path) -> Iterator[Example]:
    """Read PLV's training half: sentences with a marked source and target and a root."""
    (path,) = (folder / "plv").glob("*train*.tsv")
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if (example := plv_example(row)) is not None:
                yield example


def plv_example(row: dict[str, str]) -> Example | None:
    """Return a row of PLV as an example, None where no source stands in it."""
    text, spans = _unmarked(row["marked_sentence"])
    root = row["gold_root"]
    for mark, field in (("s", "source"), ("t", "target")):
        if mark not in spans and row[field] and (at := text.find(row[field])) >= 0:
            spans[mark] = (at, at + len(row[field]))
    if "s" not in spans:
        return None
    types = ("CONCEDE", "RETREAT") if root == "YIELD" else (root,)
    coded = Coded(source=spans["s"], target=spans.get("t"), types=types)
    return Example(id=f"plv-{row['sentence_id']}", text=text, coded=(coded,))


def _unmarked(sentence: str) -> tuple[str, dict[str, Span]]:
    """Return a sentence without its tags, and where they stood."""
    text = ""
    spans: dict[str, Span] = {}
    opened: dict[str, int] = {}
    for part in re.split(r"(</?[st]>)", sentence):
        if part in {"<s>", "<t>"}:
            opened[part[1]] = len(text)
        elif part in {"</s>", "</t>"}:
            spans.setdefault(part[2], (opened.get(part[2], 0), len(text)))
        else:
            text += part
    return text, spans


def packed(examples: Iterable[Example], characters: int = 1400, seed: int = 16) -> Iterator[Example]:
    """Yield marked passages joined to texts as long as a report's window.

    Alone they are short, and a head that saw nothing else takes a report's later words for events.
    """
    random = Random(seed)
    shuffled = list(examples)
    random.shuffle(shuffled)
    joined: Example | None = None
    for example in shuffled:
        joined = example if joined is None else _joined(joined, example, random.choice([" ", " ", "\n\n"]))
        if len(joined.text) >= characters:
            yield joined
            joined = None
    if joined:
        yield joined


def _joined(first: Example, second: Example, gap: str) -> Example:
    by = len(first.text) + len(gap)

    def moved(span: Span | None) -> Span | None:
        return (span[0] + by, span[1] + by) if span else None

    happenings = tuple(
        replace(
            item,
            trigger=(item.trigger[0] + by, item.trigger[1] + by),
            actor=moved(item.actor),
            recipient=moved(item.recipient),
        )
        for item in second.events or ()
    )
    coded = tuple(
        replace(item, source=(item.source[0] + by, item.source[1] + by), target=moved(item.target))
        for item in second.coded
    )
    return Example(
        id=f"{first.id}+",
        text=first.text + gap + second.text,
        events=(first.events or ()) + happenings,
        all_events=first.all_events and second.all_events,
        coded=first.coded + coded,
    )


FACTUALITY = {
    "uw": "UW/{}.jsonl", "uds": "UDS_IH2/{}.jsonl", "cb": "CB/CB/{}.jsonl", "mv2": "MV2/mv2/{}.jsonl",
    "rp": "RP/rp/{}.jsonl",
}  # fmt: skip


def factuality(folder: Path, name: str, split: str) -> Iterator[Example]:
    """Read a factuality set: sentences with a value from -3 to 3 for each event."""
    path = folder / "factuality" / FACTUALITY[name].format(split)
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        row = json.loads(line)
        tokens = row["text"].replace("' '", "''").replace("` `", "``").split()
        places = token_places(row["text"].split(), tokens)
        spaces = detokenise(['"' if t in {"''", "``"} else t for t in tokens])
        text, starts = "", []
        for space, token in zip(spaces, tokens, strict=True):
            text += space
            starts.append(len(text))
            text += '"' if token in {"''", "``"} else token
        found = []
        for target in row["targets"]:
            at = places[target["span1"][0]]
            span = (starts[at], starts[at] + len(tokens[at]))
            found.append(MarkedEvent(trigger=span, factuality=float(target["label"])))
        yield Example(id=f"{name}-{split}-{number}", text=text, events=tuple(found))


def token_places(old: list[str], new: list[str]) -> list[int]:
    """Return for each old token the number of the new one that holds it.

    >>> token_places(["'", "'", "no"], ["''", "no"])
    [0, 0, 1]
    """
    places, at, used = [], 0, 0
    for token in old:
        places.append(at)
        used += len(token)
        if used >= len(new[at]):
            at, used = at + 1, 0
    return places
