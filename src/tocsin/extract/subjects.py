"""The subject of a cue that the model gives no source: by the syntax of its clause."""

from typing import Final

from tocsin.extract.drafts import Draft
from tocsin.extract.scene import Scene
from tocsin.extract.tidy import Range
from tocsin.extract.tree import Tree

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
    found = subject_of_verb(tree, verb) if verb is not None and tree.is_verb(verb) else None
    if found is None or any(left < found[1] and found[0] < right for left, right in draft.contents):
        return None
    return found


def subject_of_verb(tree: Tree, verb: int) -> Range | None:
    """Return where the nominal subject of a finite verb in the active voice stands."""
    if tree.child(verb, "aux:pass") is not None:
        return None
    finite = tree.tag(verb) in _FINITE or tree.child(verb, *_HELPERS) is not None
    subject = next((s for s in tree.children(verb, "nsubj") if tree.relation(s) == "nsubj"), None)
    if not finite or subject is None or not tree.is_noun(subject):
        return None
    return tree.phrase(subject, joined=True)
