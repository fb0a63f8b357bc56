"""A decoder that prefers nothing, to be changed where a test cares."""

import numpy as np

from tocsin.model.archive import Decoder

NEUTRAL = Decoder(
    attribution=np.zeros((7, 7), dtype=np.float32),
    names=np.zeros((9, 9), dtype=np.float32),
    link_null=np.zeros(2, dtype=np.float32),
    link_distance=np.zeros((2, 33), dtype=np.float32),
    arc_distance=np.zeros(33, dtype=np.float32),
    role_null=np.zeros(2, dtype=np.float32),
    role_distance=np.zeros((2, 33), dtype=np.float32),
    coreference_null=np.zeros(1, dtype=np.float32),
    coreference_distance=np.zeros(33, dtype=np.float32),
)
