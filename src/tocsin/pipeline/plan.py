"""A plan is a sequence of stages; it is checked before anything is read."""

from collections.abc import Sequence

from tocsin.pipeline.stages import Kind, Stage


class PlanError(ValueError):
    """Stages in an order that cannot run: a fault of the program, not of its input."""


def check(stages: Sequence[Stage], *, given: frozenset[Kind] = frozenset({Kind.SOURCE})) -> frozenset[Kind]:
    """Return all that the stages make, having found that each has what it needs when its turn comes.

    >>> from tocsin.pipeline.stages import STAGES
    >>> Kind.ROW in check(STAGES)
    True

    Raises:
        PlanError: a stage needs what none before it makes, or two stages share a name or a product.
    """
    had = set(given)
    names: set[str] = set()
    for stage in stages:
        if missing := stage.needs - had:
            raise PlanError(
                f"stage {stage.name!r} needs {', '.join(sorted(missing))}, made by none before it"
            )
        if stage.name in names:
            raise PlanError(f"two stages are called {stage.name!r}")
        if stage.makes in had:
            raise PlanError(f"stage {stage.name!r} makes {stage.makes} a second time")
        names.add(stage.name)
        had.add(stage.makes)
    return frozenset(had - given)
