"""What changed in a case, in JSON."""

from tocsin.codec.kinds import Json
from tocsin.record.diff import Change, Diff


def diff_json(diff: Diff) -> Json:
    """Return what changed as JSON has it: the reports that became known, then the changes."""
    return {
        "since": diff.since,
        "as_of": diff.as_of,
        "documents": list(diff.documents),
        "changes": [change_json(change) for change in diff.changes],
    }


def change_json(change: Change) -> Json:
    """Return one change as JSON has it; ``finding``, ``story`` and ``copy`` are ids or null."""
    return {
        "kind": change.kind.value,
        "at": change.at,
        "words": change.words,
        "before": change.before,
        "after": change.after,
        "finding": change.finding,
        "story": change.story,
        "copy": change.copy,
        "records": list(change.records),
        "documents": list(change.documents),
        "why": change.why,
    }
