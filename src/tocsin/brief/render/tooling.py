"""A brief for tools: JSON, with the citations' exact words."""

import re
from dataclasses import asdict
from json import dumps

from tocsin.brief.render.limits import limits
from tocsin.brief.whole import Brief

_SURROGATE = re.compile("[\ud800-\udfff]")


def json(brief: Brief) -> str:
    """Return the brief as one JSON object; offsets are code points of the document's text.

    ``sections``, ``figures`` and ``events`` are those of all stories, one after the other; ``notes`` holds
    what the other forms print below the citations.
    """
    given = asdict(brief)
    flat = {
        "sections": [asdict(section) for section in brief.sections],
        "figures": asdict(brief.figures),
        "events": [asdict(section) for section in brief.events],
    }
    first = {key: given.pop(key) for key in ("title", "period", "counts")}
    whole = dumps(first | flat | given | {"notes": limits(brief)}, ensure_ascii=False, indent=2)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", whole) + "\n"
