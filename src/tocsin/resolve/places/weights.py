"""The weights of the score, from the data file beside this one."""

import tomllib
from functools import cache
from importlib import resources

import numpy as np

from tocsin.resolve.places.scoring import FEATURES, Floats


@cache
def weights() -> Floats:
    """Return a weight for each feature, in their order; raises KeyError where the file lacks one."""
    return _column("value")


@cache
def by_hand() -> Floats:
    """Return what each weight was before it was fitted: what fitting holds it to."""
    return _column("by_hand")


def _column(key: str) -> Floats:
    text = resources.files("tocsin.resolve.places").joinpath("weights.toml").read_text("utf-8")
    data = tomllib.loads(text)["weights"]
    return np.array([float(data[name][key]) for name in FEATURES], dtype=np.float64)
