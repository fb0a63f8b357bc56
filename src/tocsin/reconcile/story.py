"""All findings of one story but those of its figures, and what denies what in it."""

from collections.abc import Iterable

from tocsin.reconcile.claims.claimed import Claimed, claims_of
from tocsin.reconcile.claims.denying import denials
from tocsin.reconcile.claims.events import event_findings
from tocsin.reconcile.claims.explaining import findings_of as explanations
from tocsin.reconcile.claims.explaining import movers
from tocsin.reconcile.claims.findings import findings_of as said_findings
from tocsin.reconcile.inputs import Context, Counted, Denial, Happened
from tocsin.record.finding import Finding


def story_findings(
    claimed: Iterable[Claimed],
    happened: Iterable[Happened],
    counted: Iterable[Counted],
    context: Context,
) -> tuple[tuple[Finding, ...], tuple[Denial, ...]]:
    """Return the findings of one story by their first member, and its denials; a function of the sets.

    They are claims, demands, promises, events, plans and explanations, these with their rivals. Figures
    only tell who moves troops here; their own findings reach beyond a story (``figures``), and heed the
    denials that are returned: ``Denial.of`` is a statement, with all the figures in it.
    """
    told = tuple(claimed)
    claims = claims_of(told, context)
    events = tuple({each.event.id: each for each in sorted(happened, key=lambda one: one.event.id)}.values())
    figures = tuple(counted)
    denied = denials(claims, context.within)
    found = (
        *said_findings(claims, context, happened=events, denied=denied),
        *event_findings(events, context, said=(each.said for each in told)),
        *explanations(claims, movers(events, figures, context), context),
    )
    return tuple(sorted(found, key=lambda each: (each.first, each.members[0].record, each.id))), denied
