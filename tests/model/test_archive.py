"""The model file: all parts in one, refused when damaged or made for other heads."""

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.model.decoders import NEUTRAL

from tocsin.errors import ModelError
from tocsin.model.archive import model_path, pack, unpack

DECODER = replace(NEUTRAL, link_null=np.array([0.5, -0.25], dtype=np.float32))


def packed(path: Path) -> Path:
    pack(path, graph=b"<net/>", weights=b"\x01\x02", tokenizer="{}", decoder=DECODER)
    return path


def test_parts_come_back_as_they_went_in(tmp_path: Path) -> None:
    archive = unpack(packed(tmp_path / "m"))
    assert (archive.graph, archive.weights, archive.tokenizer) == (b"<net/>", b"\x01\x02", "{}")
    assert archive.decoder.link_null.tolist() == [0.5, -0.25]
    assert archive.digest == hashlib.sha256((tmp_path / "m").read_bytes()).hexdigest()


def test_equal_parts_give_equal_bytes(tmp_path: Path) -> None:
    assert packed(tmp_path / "a").read_bytes() == packed(tmp_path / "b").read_bytes()


def test_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read") as caught:
        unpack(tmp_path / "none")
    assert "install" in caught.value.advice


@pytest.mark.parametrize("size", [0, 10, 300])
def test_cut_file_is_a_clear_error(tmp_path: Path, size: int) -> None:
    whole = packed(tmp_path / "m").read_bytes()
    (tmp_path / "m").write_bytes(whole[:size])
    with pytest.raises(ModelError, match="damaged"):
        unpack(tmp_path / "m")


def test_other_heads_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "m")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    about = json.loads(parts["decoder.json"])
    about["heads"] = about["heads"][:-1]
    parts["decoder.json"] = json.dumps(about).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(ModelError, match="other heads"):
        unpack(path)


def test_the_card_beside_the_model_names_its_digest() -> None:
    card = model_path().with_name("MODEL_CARD.md").read_text("utf-8")
    assert unpack(model_path()).digest in card
