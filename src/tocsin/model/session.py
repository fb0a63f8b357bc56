"""The runtime behind the model: OpenVINO on the CPU. The only file that knows it."""

import sys
from collections.abc import Iterable, Iterator
from typing import Protocol

import numpy as np
import numpy.typing as npt

from tocsin.model.windows import Rows

Floats = npt.NDArray[np.float32]


class Session(Protocol):
    """Runs the encoder on batches, several at a time; results come back in order."""

    def run(self, batches: Iterable[Rows]) -> Iterator[Floats]:
        """Yield [rows, length, columns] scores for each batch."""
        ...


def silence() -> None:
    """Keep OpenVINO from importing its telemetry; call before its first import.

    The telemetry writes a client id into the home folder and reports each import to a server on the
    network. OpenVINO goes on without it where it is not installed, which is what this looks like.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type] # documented: import fails


def runtime_facts() -> tuple[str, tuple[str, ...]]:
    """Return the runtime's version, and the number formats in which this processor multiplies.

    Raises:
        ImportError: the runtime is not installed.
        RuntimeError: it does not start here.
    """
    silence()
    import openvino  # noqa: PLC0415 - as below

    able = openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return str(openvino.__version__), tuple(able)


class OpenVinoSession:
    """The encoder compiled for this CPU: int8 products, bfloat16 for the rest where it has them."""

    def __init__(self, graph: bytes, weights: bytes, *, threads: int) -> None:
        silence()
        import openvino  # noqa: PLC0415 - heavy, and not needed for --help
        from openvino import properties  # noqa: PLC0415

        core = openvino.Core()
        tensor = openvino.Tensor(np.frombuffer(weights, dtype=np.uint8))
        model = core.read_model(model=graph, weights=tensor)
        # One stream a thread: small matrices share cores better side by side than split.
        config = {
            properties.hint.performance_mode(): properties.hint.PerformanceMode.THROUGHPUT,
            properties.inference_num_threads(): threads,
            properties.num_streams(): threads,
        }
        self._compiled = core.compile_model(model, "CPU", config)
        self._requests = [self._compiled.create_infer_request() for _ in range(threads)]

    def run(self, batches: Iterable[Rows]) -> Iterator[Floats]:
        """Yield [rows, length, columns] scores for each batch, in order."""
        waiting: list[int] = []
        free = list(range(len(self._requests)))
        for batch in batches:
            if not free:
                number = waiting.pop(0)
                yield self._result(number)
                free.append(number)
            number = free.pop()
            inputs = {"ids": batch.ids, "shapes": batch.shapes, "mask": batch.mask}
            self._requests[number].start_async(inputs, share_inputs=False)
            waiting.append(number)
        for number in waiting:
            yield self._result(number)

    def _result(self, number: int) -> Floats:
        request = self._requests[number]
        request.wait()
        return np.array(request.get_output_tensor(0).data, dtype=np.float32)
