"""A brief for tools: JSON, with the citations' exact words."""

import re
from dataclasses import asdict
from json import dumps

from tocsin.brief.parts import Brief
from tocsin.brief.render import phrases

_SURROGATE = re.compile("[\ud800-\udfff]")


def json(brief: Brief) -> str:
    """Return the brief as one JSON object; offsets are code points of the document's text.

    ``notes`` holds what the other forms print below the citations.
    """
    whole = dumps(asdict(brief) | {"notes": phrases.honesty(brief)}, ensure_ascii=False, indent=2)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", whole) + "\n"
