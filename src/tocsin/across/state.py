"""What the reports of a case say together, taken whole."""

from tocsin.across.changes import State
from tocsin.store import Query, Store

_ALL = Query()


def state_of(store: Store) -> State:
    """Return all findings, copies and stories of a case, and when its reports were known."""
    return State(
        findings=list(store.findings(_ALL)),
        copies=list(store.copies(_ALL)),
        stories=list(store.stories(_ALL)),
        known=store.knowns(),
    )
