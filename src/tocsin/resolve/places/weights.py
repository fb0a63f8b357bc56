"""The weights of the score, from the data file beside this one."""

import tomllib
from functools import cache
from importlib import resources

import numpy as np

from tocsin.resolve.places.scoring import FEATURES, Floats


@cache
def weights() -> Floats:
    """Return a weight for each feature, in their order; raises KeyError where the file lacks one."""
    text = resources.files("tocsin.resolve.places").joinpath("weights.toml").read_text("utf-8")
    data = tomllib.loads(text)["weights"]
    return np.array([float(data[name]) for name in FEATURES], dtype=np.float64)
