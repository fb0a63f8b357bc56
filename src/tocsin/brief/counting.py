"""What a brief counts, and what it does not claim to."""

from collections.abc import Collection

from tocsin.brief.parts import Counts, Period
from tocsin.record import Document


def report_of(document: Document) -> str:
    """Return the id that all versions of one report share."""
    return document.version_of or document.id


def count(documents: Collection[Document], statements: int, *, aside: int, unusable: int) -> Counts:
    """Return the plain counts of a brief; versions of one report count once."""
    reports = {report_of(document) for document in documents}
    with_outlet = {report_of(document) for document in documents if document.outlet}
    return Counts(
        documents=len(reports),
        versions=len(documents) - len(reports),
        outlets=len({document.outlet.casefold() for document in documents if document.outlet}),
        without_outlet=len(reports - with_outlet),
        statements=statements,
        aside=aside,
        unusable=unusable,
    )


def period(documents: Collection[Document]) -> Period:
    """Return the first and last day of publication, and how many reports have none."""
    days = sorted(document.published.when[:10] for document in documents if document.published)
    undated = {report_of(document) for document in documents if not document.published}
    return Period(first=days[0] if days else None, last=days[-1] if days else None, undated=len(undated))
