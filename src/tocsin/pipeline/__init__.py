"""The pipeline: reports in, records in a case out; resumable, in bounded memory."""

from tocsin.pipeline.ahead import Model
from tocsin.pipeline.plan import PlanError, check
from tocsin.pipeline.run import Summary, made_by, read_into
from tocsin.pipeline.stages import STAGES, Kind, Stage

__all__ = ["STAGES", "Kind", "Model", "PlanError", "Stage", "Summary", "check", "made_by", "read_into"]
