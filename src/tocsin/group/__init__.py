"""Stage 6: which reports tell of one happening, with the reasons; a function of the set of reports."""

from tocsin.group.background import Background, shipped
from tocsin.group.grouping import Grouping, stories_of
from tocsin.group.profiles import profile_of
from tocsin.group.reasons import in_order, membership_of, story_id, story_of
from tocsin.group.tiers import Changed, Docs, cluster

VERSION = "group@1"

__all__ = [
    "VERSION",
    "Background",
    "Changed",
    "Docs",
    "Grouping",
    "cluster",
    "in_order",
    "membership_of",
    "profile_of",
    "shipped",
    "stories_of",
    "story_id",
    "story_of",
]
