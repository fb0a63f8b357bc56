"""Stories in JSON, and why each report is in its own."""

from collections.abc import Iterable

from tocsin.codec.kinds import Json
from tocsin.codec.spans import maybe_span_json, span_json
from tocsin.record.story import Membership, Story, Tie


def story_json(story: Story, memberships: Iterable[Membership] | None = None) -> Json:
    """Return a story as JSON has it; with ``memberships``, why each report belongs is said, too."""
    made: Json = {
        "id": story.id,
        "title": story.title,
        "headline": maybe_span_json(story.headline),
        "central": story.central,
        "documents": list(story.documents),
        "first": story.first,
        "last": story.last,
        "cohesion": story.cohesion,
        "why": story.why,
    }
    if memberships is not None:
        made["memberships"] = [membership_json(each) for each in memberships]
    return made


def membership_json(membership: Membership) -> Json:
    """Return why a report is in its story as JSON has it."""
    return {
        "document": membership.document,
        "story": membership.story,
        "score": membership.score,
        "nearest": membership.nearest,
        "ties": [_tie_json(tie) for tie in membership.ties],
        "why": membership.why,
    }


def _tie_json(tie: Tie) -> Json:
    return {
        "kind": tie.kind.value,
        "what": tie.what,
        "words": tie.words,
        "value": tie.value,
        "spans": [span_json(span) for span in tie.spans],
    }
