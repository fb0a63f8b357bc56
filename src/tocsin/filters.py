"""What lists can be narrowed down by: the keywords of Python, which are the flags of the command line."""

from typing import TypedDict


class Filters(TypedDict, total=False):
    """What every list can be narrowed down by.

    Words may be "phrases in quotation marks" and beginnings*; case and accents make no difference.
    """

    by: str | None  # who speaks; of events: who acts; of other kinds: where such a one speaks
    about: str | None  # words that it holds
    since: str | None  # a day or time: from reports published then or later
    as_of: str | None  # a day or time: what was known then
    document: str | None  # an id, or the beginning of one
    story: str | None  # an id, or the beginning of one: from its reports
    limit: int | None


class FigureFilters(Filters, total=False):
    """What figures can be narrowed down by; ``by`` is who says them."""

    measure: str | None  # a code of the ontology or the text's own noun: troops, killed …
    holder: str | None  # words of whose they are


class EventFilters(Filters, total=False):
    """What events can be narrowed down by; ``by`` is who acts."""

    type: str | None  # PLOVER's
    modality: str | None


class EntityFilters(TypedDict, total=False):
    """What entities can be narrowed down by; ``about`` is words of a name."""

    about: str | None
    since: str | None
    as_of: str | None
    document: str | None
    limit: int | None
    type: str | None  # person, organisation, state …


class PlaceFilters(Filters, total=False):
    """What places can be narrowed down by."""

    use: str | None  # place, actor, adjective, part, topic; "all" for every one


class MomentFilters(Filters, total=False):
    """What moments can be narrowed down by."""

    type: str | None  # date, time, duration, set


class CopyFilters(TypedDict, total=False):
    """What copies can be narrowed down by; ``about`` is words of a passage."""

    kind: str | None  # wire, syndication, press release, quotation, text
    document: str | None  # one of the two reports
    story: str | None  # an id, or the beginning of one: one of the two is in it
    about: str | None
    since: str | None  # the later of the two was published then or later
    as_of: str | None
    limit: int | None


class StoryFilters(TypedDict, total=False):
    """What stories can be narrowed down by; ``about`` is words of a report in it."""

    document: str | None
    about: str | None
    since: str | None  # its last report was published then or later
    as_of: str | None
    limit: int | None


class FindingFilters(TypedDict, total=False):
    """What findings can be narrowed down by."""

    kind: str | None  # figure, claim, event, demand, promise, plan, explanation
    status: str | None  # single, agree, differ, revised, denied
    story: str | None  # an id, or the beginning of one
    document: str | None
    by: str | None  # words of the name of an origin or of a speaker, or of an entity's that is one
    about: str | None  # words of the question, or of a record that answers it
    measure: str | None
    open: bool  # demands, promises and plans that no report has answered
    since: str | None  # the last report that tells it was published then or later
    as_of: str | None
    limit: int | None
