"""Stage 7: what the reports of a case say, agree and differ on, and on how many independent origins.

Of one story, :func:`story_findings` returns the findings on what is said, done and planned, with what
denies what. Figures are asked across stories, block by block: :func:`settle` those of one story,
:func:`block_of` each of the items, :func:`findings_of` all items of one block. All are functions of the
sets that they are given.
"""

from tocsin.reconcile.claims.claimed import Claimed, Mention
from tocsin.reconcile.claims.propositions import MarkKind
from tocsin.reconcile.figures import block_of, findings_of
from tocsin.reconcile.inputs import Actor, Context, Counted, Denial, Happened, Said, Told
from tocsin.reconcile.items import Item
from tocsin.reconcile.settling import settle
from tocsin.reconcile.story import story_findings
from tocsin.reconcile.witness import sight

VERSION = "reconcile@1"

__all__ = [
    "VERSION",
    "Actor",
    "Claimed",
    "Context",
    "Counted",
    "Denial",
    "Happened",
    "Item",
    "MarkKind",
    "Mention",
    "Said",
    "Told",
    "block_of",
    "findings_of",
    "settle",
    "sight",
    "story_findings",
]
