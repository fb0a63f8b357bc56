"""The subject of a cue that the model gives no source: by the syntax of its clause."""

from typing import Final

from tocsin.extract.drafts import Draft
from tocsin.extract.scene import Scene
from tocsin.extract.tidy import Range

_FINITE: Final = ("VBD", "VBP", "VBZ")
_HELPERS: Final = ("aux", "cop")


def subject_of(scene: Scene, draft: Draft) -> Range | None:
    """Return where the subject of an attribution's cue stands; None for a passive, or where none is told.

    It is the nominal subject of the cue's verb, and stands in none of the contents.
    """
    if draft.cue is None:
        return None
    tree = scene.tree
    verb = tree.top(*draft.cue)
    if verb is None or not tree.is_verb(verb) or tree.child(verb, "aux:pass") is not None:
        return None
    finite = tree.tag(verb) in _FINITE or tree.child(verb, *_HELPERS) is not None
    subject = next((s for s in tree.children(verb, "nsubj") if tree.relation(s) == "nsubj"), None)
    if not finite or subject is None or not tree.is_noun(subject):
        return None
    start, end = tree.phrase(subject, joined=True)
    if any(left < end and start < right for left, right in draft.contents):
        return None
    return start, end
