"""The reading model at run time: one small encoder, one pass, every layer."""

from tocsin.model.deferred import DeferredModel
from tocsin.model.reading import ReadingModel, open_model
from tocsin.model.session import runtime_facts

__all__ = ["DeferredModel", "ReadingModel", "open_model", "runtime_facts"]
