"""Write the model card: ``python -m training.card --scores FILE`` after an export and an evaluation.

``FILE`` is the output of ``python -m eval -o json``; the card says what that run measured, and
names the model file's digest, which a test compares.
"""

import argparse
from pathlib import Path

from eval.rows import Row, from_json

from tocsin.model.archive import model_path, unpack
from tocsin.model.heads import HEADS
from training.events import own_events

# What the model alone, or nearly, is responsible for; rules are measured in docs/design/measured.md.
IN_CARD = frozenset(
    ("attribution", "names", "sentences", "syntax", "modality", "pronouns", "coreference", "vectors")
)

CARD = """# Model card: the reading model, English, second version

One encoder reads a report once; every layer of the record is decoded from that pass.

| | |
|---|---|
| file | `{name}`, {size:.1f} MB |
| sha256 | `{digest}` |
| made from | all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers and Gurevych 2019): 6 layers, width 384 |
| added by us | an embedding of word shape (casing, line breaks, quotation marks), one projection for all heads, transition scores, scores of pairs |
| heads | {heads} |
| products | int8 weights and activations (NNCF, post-training, calibrated on training texts) |
| licence of the weights | Apache-2.0 for what is ours; see *Data* before you use them commercially |

## What it is for
Finding, in English news reports, who is said to have said what (source, cue, content and which of
them belong together), names of four kinds, sentences, words and their trees, the words that tell an
event of one of PLOVER's 16 types with its modality and factuality, which mentions go together, and
a vector for each sentence. Figures, moments, roles and the binding of events are rules on top of it,
not part of it. It does not judge whether anything is true, and does not resolve who a name is.

## Data
| set | used for | licence |
|---|---|---|
| PolNeAR 1.0, train half (840 documents of US political news, 2015-16; Newell et al. 2018) | attribution, links | none stated; texts are publishers' |
| CoNLL-2003 English, train (Reuters 1996; Tjong Kim Sang and De Meulder 2003) | names, sentences | research; texts are Reuters' |
| CrossNER politics, train (Liu et al. 2021) | names | MIT |
| UD English EWT, train (Silveira et al. 2014) | sentences, words, trees | CC BY-SA 4.0 |
| UD English GUM, train (Zeldes 2017) | sentences, words, trees, coreference | annotations CC BY 4.0; texts under their sources' licences, by genre (NOTICE) |
| our own passages (`training/own`, {own} of them) | events: type, modality, actor, recipient | Apache-2.0 |
| PLV, training half (1,046 sentences with a source, a target and a root) | events | none stated |
| UW (Lee et al. 2015), UDS-IH2 (Rudinger et al. 2018), CommitmentBank (de Marneffe et al. 2019), train | factuality | research; CC BY-SA 4.0; none stated |
| GAP, development (Webster et al. 2018) | pronouns | Apache-2.0 |
| all-MiniLM-L6-v2's own vectors of the training sentences | sentence vectors (distilled, 128 of 384 dimensions) | Apache-2.0 |

PolNeAR, CoNLL-2003, PLV and some factuality sets state no licence that covers every use. The weights
hold no text of theirs, but whoever needs weights trained without them can leave a set out in
`read_sets` of `training/train.py` and run the commands of `training/README.md`.
No dev or test half was trained on; dev chose nothing but what `training/README.md` names. PLV has no
dev half: its figures are five-fold, from weights that had not seen the sentence (`training/folds.py`).

## Scores
Measured on dev by `python -m eval`, through this file as it runs for users (int8, as `pip install` gives it).

{table}

## Events
PLV, five-fold, from weights that had not seen the sentence (`python -m training.folds`): macro-F1 over
15 roots .752, over 4 classes .869 (TF-IDF and a linear SVM on the same sentences: .664, .795).

## Limits
- Trained on American politics of 2016 and Reuters wire of 1996. Other genres, translated prose and
  other crises read somewhat worse; the sets named above say nothing about how much.
- Event triggers are single words, learned from passages of our own and one small set; indirect
  wordings are missed, and types that lie close (AGREE and CONSULT, CONCEDE and RETREAT, ACCUSE and
  SANCTION) are taken for one another.
- Coreference learned from few documents: chains of descriptions ("the alliance", "the bloc") are weak,
  pronouns are better. Nothing is linked across more than about 300 pieces.
- Trees are those of a small encoder: a long sentence usually has a wrong attachment somewhere.
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
        if row.system == "tocsin" and row.task in IN_CARD:
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
        own=f"{sum(1 for _ in own_events()):,}",
        table=table(from_json(options.scores.read_bytes()).rows),
    )
    path.with_name("MODEL_CARD.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
