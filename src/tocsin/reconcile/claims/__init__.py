"""Findings over statements and events: same claim, same event, demands and answers, rival explanations."""

from tocsin.reconcile.claims.claimed import Claimed, Mention
from tocsin.reconcile.claims.comparing import SAME, Comparison, same_claim
from tocsin.reconcile.claims.denying import denials
from tocsin.reconcile.claims.events import event_findings
from tocsin.reconcile.claims.explaining import explanation_findings
from tocsin.reconcile.claims.findings import claim_findings
from tocsin.reconcile.claims.occurrences import Occurrence, occurrence, same_event
from tocsin.reconcile.claims.propositions import Mark, MarkKind, Proposition, proposition

__all__ = [
    "SAME",
    "Claimed",
    "Comparison",
    "Mark",
    "MarkKind",
    "Mention",
    "Occurrence",
    "Proposition",
    "claim_findings",
    "denials",
    "event_findings",
    "explanation_findings",
    "occurrence",
    "proposition",
    "same_claim",
    "same_event",
]
