"""The model's one file: a stored zip of graph, weights, tokenizer and decoder."""

import hashlib
import json
import zipfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tocsin.errors import ModelError
from tocsin.model.heads import HEADS

NAME = "reader-en.tocsin-model"
ADVICE = "install tocsin again: the model is part of the package"
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoder:
    """What turns scores into spans and links: learned with the encoder, applied in numpy."""

    attribution: Floats  # transition scores [from, to]
    names: Floats
    link_null: Floats  # [2]: content without cue, cue without source
    link_distance: Floats  # [2, buckets]
    arc_distance: Floats  # [buckets]
    role_null: Floats  # [2]: no actor, no recipient
    role_distance: Floats  # [2, buckets]
    coreference_null: Floats  # [1]
    coreference_distance: Floats  # [buckets]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The parts of a model file, and its sha256 (the model's digest)."""

    graph: bytes
    weights: bytes
    tokenizer: str
    decoder: Decoder
    digest: str


def model_path() -> Path:
    """Return where the packaged model file lies."""
    return Path(str(files("tocsin.model") / NAME))


def pack(path: Path, *, graph: bytes, weights: bytes, tokenizer: str, decoder: Decoder) -> None:
    """Write a model file; equal parts give equal bytes."""
    arrays = {name: getattr(decoder, name).tolist() for name in Decoder.__slots__}
    about = {"heads": [[head.name, list(head.tags), head.width] for head in HEADS], **arrays}
    parts = {
        "graph.xml": graph,
        "weights.bin": weights,
        "tokenizer.json": tokenizer.encode(),
        "decoder.json": json.dumps(about, sort_keys=True).encode(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2021, 4, 13, 0, 0, 0)), data)


def unpack(path: Path) -> Archive:
    """Read a model file.

    Raises:
        ModelError: the file is missing, damaged, or made for other heads.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"the reading model {path.name} cannot be read", advice=ADVICE) from error
    try:
        with zipfile.ZipFile(path) as archive:
            graph, weights = archive.read("graph.xml"), archive.read("weights.bin")
            tokenizer = archive.read("tokenizer.json").decode()
            about = json.loads(archive.read("decoder.json"))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise ModelError(f"the reading model {path.name} is damaged", advice=ADVICE) from error
    ours = [[head.name, list(head.tags), head.width] for head in HEADS]
    if about["heads"] != ours:
        raise ModelError(f"the reading model {path.name} has other heads than this code", advice=ADVICE)
    arrays = {name: np.array(about[name], dtype=np.float32) for name in Decoder.__slots__}
    return Archive(
        graph=graph,
        weights=weights,
        tokenizer=tokenizer,
        decoder=Decoder(**arrays),
        digest=hashlib.sha256(data).hexdigest(),
    )
