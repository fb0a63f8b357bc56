"""Reading again what every record of a case rests on."""

from tocsin.shown import VerifyReport
from tocsin.store import Store


def verified(store: Store) -> VerifyReport:
    """Return what differs where every quote of every record is read again in its document's text."""
    records: set[str] = set()
    quotes, differing = 0, []
    text, of = "", None
    for evidence in store.evidence():
        if evidence.document != of:
            text, of = store.document(evidence.document).text, evidence.document
        records.add(evidence.record)
        quotes += 1
        if not evidence.quote or text[evidence.start : evidence.end] != evidence.quote:
            differing.append(evidence)
    counts = store.counts()
    return VerifyReport(
        records=len(records),
        quotes=quotes,
        differing=tuple(differing),
        findings=counts.findings,
        copies=counts.copies,
        adrift=tuple(store.adrift()),
    )
