"""The pipeline: reports in, records in a case out; resumable, in bounded memory."""

from tocsin.pipeline.ahead import Model
from tocsin.pipeline.plan import PlanError, check
from tocsin.pipeline.resolving import Resolver, open_resolver
from tocsin.pipeline.run import Reader, Summary, made_by, read_into
from tocsin.pipeline.stages import STAGES, Kind, Stage

__all__ = [
    "STAGES",
    "Kind",
    "Model",
    "PlanError",
    "Reader",
    "Resolver",
    "Stage",
    "Summary",
    "check",
    "made_by",
    "open_resolver",
    "read_into",
]
