"""Write the model card: ``python -m training.card --scores FILE`` after an export and an evaluation.

``FILE`` is the output of ``python -m eval -o json``; the card says what that run measured, and
names the model file's digest, which a test compares.
"""

import argparse
from pathlib import Path

from eval.rows import Row, from_json

from tocsin.model.archive import model_path, unpack
from tocsin.model.heads import HEADS

CARD = """# Model card: the reading model, English, first version

One encoder reads a report once; every layer of the record is decoded from that pass.

| | |
|---|---|
| file | `{name}`, {size:.1f} MB |
| sha256 | `{digest}` |
| made from | all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers and Gurevych 2019): 6 layers, width 384 |
| added by us | an embedding of word shape (casing, line breaks, quotation marks), one projection for all heads, transition scores, link scores |
| heads | {heads} |
| products | int8 weights and activations (NNCF, post-training, calibrated on training texts) |
| licence of the weights | Apache-2.0 for what is ours; see *Data* before you use them commercially |

## What it is for
Finding, in English news reports, who is said to have said what (source, cue, content and which of
them belong together), names of four kinds, and where sentences begin. It does not judge whether
anything is true, and does not resolve who a name is.

## Data
| set | used for | licence |
|---|---|---|
| PolNeAR 1.0, train half (840 documents of US political news, 2015-16; Newell et al. 2018) | attribution, links | none stated; texts are publishers' |
| CoNLL-2003 English, train (Reuters 1996; Tjong Kim Sang and De Meulder 2003) | names, sentences | research; texts are Reuters' |
| CrossNER politics, train (Liu et al. 2021) | names | MIT |
| UD English EWT, train (Silveira et al. 2014) | sentences | CC BY-SA 4.0 |
| UD English GUM, train (Zeldes 2017) | sentences | annotations CC BY 4.0; texts under their sources' licences, by genre (NOTICE) |

PolNeAR and CoNLL-2003 state no licence that covers every use. The weights hold no text of theirs, but
whoever needs weights trained without them can leave a set out in `read_sets` of
`training/train.py` and run the three commands of `training/README.md`.
No dev or test half was trained on; dev chose nothing but the moment to stop.

## Scores
Measured on dev by `python -m eval`, through this file as it runs for users (int8, as `pip install` gives it).

{table}

## Limits
- Trained on American politics of 2016 and Reuters wire of 1996. Other genres, translated prose and
  other crises read somewhat worse; the sets named above say nothing about how much.
- A piece has one role: a statement inside a quoted statement is not found as one of its own.
- Cues that are nouns or longer groups of words are missed more often than verbs; where a cue begins
  and ends is the least certain of the three roles.
- Contents that go on over many sentences are sometimes cut short.
- English only. Other languages give output that means nothing.
"""


def table(rows: tuple[Row, ...]) -> str:
    """Return our own figures as a markdown table."""
    lines = ["| task | set | measure | P | R | F1 | 95 % interval |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        if row.system == "tocsin" and row.task != "statements":
            figures = f"{row.precision:.3f} | {row.recall:.3f} | {row.f1:.3f} | {row.low:.3f}-{row.high:.3f}"
            lines.append(f"| {row.task} | {row.set} {row.split} | {row.measure} | {figures} |")
    return "\n".join(lines)


def main() -> None:
    """Parse the command line and write the card beside the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scores", type=Path, required=True)
    options = parser.parse_args()
    path = model_path()
    text = CARD.format(
        name=path.name,
        size=path.stat().st_size / 1e6,
        digest=unpack(path).digest,
        heads=", ".join(head.name for head in HEADS),
        table=table(from_json(options.scores.read_bytes()).rows),
    )
    path.with_name("MODEL_CARD.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
