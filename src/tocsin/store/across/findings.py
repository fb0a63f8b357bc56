"""Findings in the tables, with what they are looked up by: members and origins."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, select

from tocsin.record.finding import PRECEDENCE, Finding, Stance, Status
from tocsin.store.across.facts import text_of
from tocsin.store.across.pending import numbers_of
from tocsin.store.across.tables import finding_members, finding_origins, findings
from tocsin.store.across.words import lines_of
from tocsin.store.append import Row, among, put

_RANK = {status: 2 * rank for rank, status in enumerate(PRECEDENCE)}
_UNTOLD = _RANK[Status.AGREE] + 1


def put_findings(connection: Connection, gone: Collection[str], come: Sequence[tuple[str, Finding]]) -> None:
    """Take away the findings of these scopes, then set those that come, each of its scope."""
    of_gone = select(findings.c.id).where(findings.c.scope.in_(among(gone)))
    for ids in (of_gone, among([each.id for _, each in come])):
        for table, column in ((finding_members, "finding"), (finding_origins, "finding"), (findings, "id")):
            connection.execute(delete(table).where(table.c[column].in_(ids)))
    at = numbers_of(connection, {member.document for _, each in come for member in each.members})
    put(connection, findings, [_row(scope, each) for scope, each in come])
    members = [(each.id, one.record, at[one.document][0]) for _, each in come for one in each.members]
    put(connection, finding_members, members)
    origins = [(each.id, one.key, lines_of((one.name,))) for _, each in come for one in each.origins]
    put(connection, finding_origins, origins)


def _row(scope: str, finding: Finding) -> Row:
    question = finding.question
    return (
        finding.id,
        scope,
        question.kind.value,
        finding.status.value,
        _rank(finding),
        finding.documents,
        finding.first,
        finding.last,
        finding.open_since,
        question.measure,
        lines_of((question.words,)),
        text_of(finding),
    )


def _rank(finding: Finding) -> int:
    """Return where a finding stands in a list: a dispute that one report tells of nobody is behind."""
    rank = _RANK[finding.status]
    if finding.documents > 1 or rank > _UNTOLD:
        return rank
    told = {origin.key for origin in finding.origins if origin.told}
    denied = finding.status is Status.DENIED
    weighty = [m.origin for m in finding.members if not denied or m.stance is Stance.DENIES]
    return _UNTOLD if weighty and told.isdisjoint(weighty) else rank
