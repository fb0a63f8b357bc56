"""The machine's int8 ceiling: how many multiply-adds a second matrix products alone reach.

A graph of nothing but the encoder's feed-forward products (384 to 1,536 and back, quantised as
the encoder is, twelve layers deep, 1,024 pieces at a time) is timed on the encoder's own threads
and streams. The encoder cannot be faster than its products at that rate.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tocsin.model.session import silence

if TYPE_CHECKING:
    import openvino

LAYERS, HIDDEN, INNER = 6, 384, 1536
# A layer's products for one piece: query, key and value; output; up; down (attention left out).
MULTIPLY_ADDS = LAYERS * (HIDDEN * 3 * HIDDEN + HIDDEN * HIDDEN + 2 * HIDDEN * INNER)
DEPTH = 12  # pairs of products in the timed graph
ROWS = (256, 512, 1024, 2048)  # pieces at a time; the best counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """What matrix products alone reach on this machine."""

    multiply_adds: float  # a second
    rows: int  # pieces at a time at which that was
    precision: str  # in which the runtime ran the products: i8, or what it has instead

    @property
    def pieces(self) -> float:
        """Pieces a second of an encoder that is nothing but its products."""
        return self.multiply_adds / MULTIPLY_ADDS


def products(rows: int) -> "openvino.Model":
    """Return the graph: quantised products one after another."""
    silence()
    import openvino  # noqa: PLC0415 - this module must import without the runtime
    from openvino import opset13 as ops  # noqa: PLC0415

    random = np.random.default_rng(0)
    start = ops.parameter([rows, HIDDEN], np.float32, name="x")
    node = start
    for _ in range(DEPTH):
        for width, out in ((HIDDEN, INNER), (INNER, HIDDEN)):
            limits = [np.float32(v) for v in (-1.28, 1.27, -1.28, 1.27)]
            node = ops.fake_quantize(node, *limits, levels=256)
            weights = ops.constant(random.integers(-127, 128, (out, width)).astype(np.int8))
            scaled = ops.multiply(ops.convert(weights, np.float32), np.full((out, 1), 1e-3, np.float32))
            node = ops.matmul(node, scaled, transpose_a=False, transpose_b=True)
    return openvino.Model([ops.result(node)], [start], "products")


def measure(*, threads: int, seconds: float, sizes: Sequence[int] = ROWS) -> Ceiling:
    """Return the best rate over sizes, each timed for ``seconds`` with one stream a thread."""
    return max((_timed(rows, threads, seconds) for rows in sizes), key=lambda c: c.multiply_adds)


def _timed(rows: int, threads: int, seconds: float) -> Ceiling:
    silence()
    import openvino  # noqa: PLC0415
    from openvino import properties  # noqa: PLC0415

    config = {
        properties.hint.performance_mode(): properties.hint.PerformanceMode.THROUGHPUT,
        properties.inference_num_threads(): threads,
        properties.num_streams(): threads,
    }
    compiled = openvino.Core().compile_model(products(rows), "CPU", config)
    inputs = {"x": np.random.default_rng(1).normal(size=(rows, HIDDEN)).astype(np.float32)}
    requests = [compiled.create_infer_request() for _ in range(threads)]
    for request in requests:  # the first pass of a stream makes its memory
        request.infer(inputs)
    for request in requests:
        request.start_async(inputs)
    runs, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        for request in requests:
            request.wait()
            runs += 1
            request.start_async(inputs)
    for request in requests:
        request.wait()
        runs += 1
    rate = runs * rows * DEPTH * 2 * HIDDEN * INNER / (time.perf_counter() - began)
    return Ceiling(multiply_adds=rate, rows=rows, precision=_precision(compiled))


def _precision(compiled: "openvino.CompiledModel") -> str:
    """Return the number formats in which the runtime runs the products."""
    kinds = set()
    for node in compiled.get_runtime_model().get_ops():
        about = node.get_rt_info()
        if "FullyConnected" in str(about["layerType"].value) or "MatMul" in str(about["layerType"].value):
            kinds.add(str(about["runtimePrecision"].value))
    return "+".join(sorted(kinds))
