"""Failures as people read them: which report, why, and what to do."""

from collections.abc import Iterable

from tocsin import Failure
from tocsin.cli.clean import one_line


def told(failures: Iterable[Failure]) -> str:
    """Return two lines a failure: where and why, then what to do.

    >>> print(told([Failure(origin="a.txt", stage="gather", cause="the file is empty", advice="look")]))
    failed  a.txt: the file is empty (gather)
            → look
    """
    lines = []
    for failure in failures:
        lines.append(f"failed  {one_line(failure.origin)}: {one_line(failure.cause)} ({failure.stage})")
        lines.append(f"        → {one_line(failure.advice)}")
    return "\n".join(lines)
