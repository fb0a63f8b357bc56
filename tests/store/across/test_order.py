"""Where a finding stands in a list: what one report says of nobody is no dispute to begin with."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.across.making import case_of, finding
from tests.store.samples import dam, harbour
from tocsin.record.finding import Finding, OriginKind, Stance, Status
from tocsin.store import Query

ITEMS = [harbour(), dam()]
HARBOUR, DAM = (found.document for _, found in ITEMS)
AGREED = finding(
    "boats missing",
    [(harbour()[1].statements[2].id, HARBOUR), (dam()[1].figures[1].id, DAM)],
    status=Status.AGREE,
)
SINGLE = finding("hearing", [(harbour()[1].statements[1].id, HARBOUR)])


def denied(*, told: bool) -> Finding:
    """Return a denial in one report, of somebody or of nobody whom it tells."""
    made = finding("sluices shut", [(dam()[1].figures[0].id, DAM)], status=Status.DENIED)
    (origin,) = made.origins
    kind = OriginKind.SPEAKER if told else OriginKind.UNNAMED
    members = tuple(replace(each, stance=Stance.DENIES) for each in made.members)
    return replace(made, members=members, origins=(replace(origin, told=told, kind=kind),))


@pytest.mark.parametrize("told", [True, False])
def test_a_denial_of_nobody_in_one_report_stands_behind_what_is_agreed(told: bool, tmp_path: Path) -> None:  # noqa: FBT001
    refused = denied(told=told)
    with case_of(tmp_path / "a.tocsin", ITEMS) as store:
        with store.across() as rows:
            rows.put_findings([], [("any", each) for each in (refused, SINGLE, AGREED)])
        found = [each.id for each in store.findings(Query())]
    first = [refused, AGREED] if told else [AGREED, refused]
    assert found == [each.id for each in (*first, SINGLE)]
