"""Who does and who undergoes what a word tells, by syntax alone: each link from word to word has a name.

Relations are those of Universal Dependencies v2 (de Marneffe et al. 2021). The links are those by which
a clause lends its subject to another: control, relative clauses, participles, coordination.
"""

from dataclasses import dataclass
from typing import Final

from tocsin.extract.events.lists import Lists
from tocsin.extract.tree import Tree

_RELATIVE: Final = frozenset(("who", "which", "that", "whom", "whose", "where"))
_FAR: Final = 6  # links from clause to clause
_BEHIND: Final = 12  # words behind a passive verb in which "by" is looked for


@dataclass(frozen=True, slots=True)
class Reached:
    """A word, and through which links it was reached; none where it stands in the clause itself."""

    word: int
    links: tuple[str, ...] = ()

    def through(self, link: str) -> "Reached":
        """Return the same word with one more link before the others."""
        return Reached(self.word, (link, *self.links))


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is passive: "was shot", "a man shot by guards", "were hit and killed"."""
    if tree.child(verb, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent") is not None:
        return True
    if tree.tag(verb) != "VBN" or tree.child(verb, "nsubj", "aux", "cop") is not None:
        return False
    if tree.bases[verb] == "conj" and tree.heads[verb] >= 0:
        return is_passive(tree, tree.heads[verb])
    return tree.bases[verb] in ("acl", "advcl", "amod", "root") and tree.child(verb, "obj") is None


def subject(tree: Tree, verb: int, lists: Lists, depth: int = 0) -> Reached | None:
    """Return the grammatical subject of a verb, its own or lent to it by another clause."""
    own = tree.child(verb, "nsubj")
    if own is not None and tree.relation(own) != "nsubj:outer":
        return _antecedent(tree, own, verb)
    head = tree.heads[verb]
    if head < 0 or depth > _FAR or tree.child(verb, "csubj") is not None:
        return None
    match tree.bases[verb]:
        case "conj":
            return _lent(tree, head, lists, depth, "shared with")
        case "xcomp" | "advcl" | "ccomp" | "parataxis":
            return _controlled(tree, verb, head, lists, depth)
        case "acl":
            return _of_noun(tree, verb, head, lists, depth)
        case _:
            return None


def _lent(tree: Tree, head: int, lists: Lists, depth: int, how: str) -> Reached | None:
    found = subject(tree, head, lists, depth + 1)
    return found.through(f"{how} “{_word(tree, head)}”") if found else None


def _controlled(tree: Tree, verb: int, head: int, lists: Lists, depth: int) -> Reached | None:
    """Return the subject that a governing verb lends: its object after "urge", its subject after "want"."""
    base = tree.bases[verb]
    if base in ("ccomp", "parataxis") and tree.tag(verb) in ("VBD", "VBZ", "VBP", "MD"):
        return None  # a finite clause without a subject lends from nobody
    link = f"through “{_word(tree, head)}”"
    if base != "advcl" or tree.child(verb, "mark") is not None:
        if (held := _object_controller(tree, verb, head, lists)) is not None:
            return Reached(held, (link,))
        if base == "ccomp":
            return None
    found = subject(tree, head, lists, depth + 1)
    return found.through(link) if found else None


def _object_controller(tree: Tree, verb: int, head: int, lists: Lists) -> int | None:
    """Return the object of a verb such as "urge", "accuse", "call on" that does what the next verb tells."""
    if lists.object_control.at(tree.forms, head) is None:
        return None
    held = tree.child(head, "obj", "iobj")
    if held is None:
        near = (word for word in tree.children(head, "obl") if case(tree, word) in ("on", "upon", "to"))
        held = next(near, None)
    if held is None and is_passive(tree, head):  # "was accused of massing"
        held = tree.child(head, "nsubj:pass")
    return held if held is not None and held < verb else None


def _of_noun(tree: Tree, verb: int, noun: int, lists: Lists, depth: int) -> Reached | None:
    """Return the subject of a clause that hangs on a noun: the noun, or for "plans to …" its owner."""
    whole = tree.relation(verb)
    if whole == "acl:relcl":
        if any(tree.related(word, ("obj", "obl", "advmod")) for word in _relatives(tree, verb)):
            return None
        return Reached(noun, ("through a relative clause",))
    marked = any(
        tree.forms[word] in ("to", "of", "for", "from", "in") for word in tree.children(verb, "mark")
    )
    if not marked:
        return Reached(noun, ("through a participle",))
    link = f"through “{_word(tree, noun)}”"
    if (owner := tree.child(noun, "nmod:poss")) is not None:
        return Reached(owner, (link,))
    head = tree.heads[noun]
    if head >= 0 and tree.bases[noun] in ("obj", "obl", "xcomp") and tree.is_verb(head):
        found = subject(tree, head, lists, depth + 1)
        return found.through(link) if found else None
    return None


def _relatives(tree: Tree, verb: int) -> tuple[int, ...]:
    return tuple(word for word in tree.children(verb) if tree.forms[word] in _RELATIVE)


def _antecedent(tree: Tree, word: int, verb: int) -> Reached | None:
    """Return what a relative pronoun stands for, any other word itself."""
    if tree.tag(word) not in ("WP", "WDT", "IN", "DT") or tree.forms[word] not in _RELATIVE:
        return Reached(word)
    for above in (verb, *tree.ancestors(verb)):
        if tree.bases[above] == "acl" and tree.heads[above] >= 0:
            noun = tree.heads[above] if tree.heads[above] < word else _noun_before(tree, word)
            return Reached(noun, (f"through “{tree.forms[word]}”",)) if noun is not None else None
        if tree.bases[above] != "conj":
            break
    return None


def _noun_before(tree: Tree, word: int) -> int | None:
    """Return the head of the noun phrase that ends before a relative pronoun, a comma between them aside."""
    at = word - 2 if word > 1 and tree.bases[word - 1] == "punct" else word - 1
    while at >= 0 and tree.related(at, ("flat", "compound")) and 0 <= tree.heads[at] < word:
        at = tree.heads[at]
    return at if at >= 0 and tree.tag(at).startswith("NN") else None


def agent(tree: Tree, verb: int, lists: Lists) -> Reached | None:
    """Return who does what a verb tells: the subject, or in the passive whom "by" names."""
    if is_passive(tree, verb):
        by = tree.child(verb, "obl:agent")
        if by is None:
            by = next((w for w in tree.children(verb, "obl") if case(tree, w) == "by"), None)
        by = by if by is not None else _by_phrase(tree, verb)
        return Reached(by) if by is not None else None
    return subject(tree, verb, lists)


def _by_phrase(tree: Tree, verb: int) -> int | None:
    """Return the noun after the first "by" behind a passive verb, wherever the tree hangs it.

    A title is not the head of its name: "joined by Secretary Ann Lee" is joined by Lee.
    """
    for here in range(verb + 1, min(verb + _BEHIND, len(tree))):
        if tree.bases[here] == "punct" or tree.is_verb(here):
            return None
        if tree.forms[here] == "by":
            noun = tree.heads[here]
            while noun > here and tree.relation(noun) == "nmod:desc" and tree.heads[noun] > noun:
                noun = tree.heads[noun]
            named = noun > here and tree.tag(noun).startswith("NN") and tree.bases[here] == "case"
            return noun if named else None
    return None


def patient(tree: Tree, verb: int, lists: Lists) -> Reached | None:
    """Return who undergoes what a verb tells: the object, or the subject in the passive."""
    if is_passive(tree, verb):
        return subject(tree, verb, lists)
    if (own := tree.child(verb, "obj")) is not None:
        return _antecedent(tree, own, verb)
    if tree.relation(verb) == "acl:relcl" and tree.child(verb, "nsubj") is not None:
        words = _relatives(tree, verb)
        if not any(tree.related(word, ("nsubj", "obl", "advmod")) for word in words):
            return Reached(tree.heads[verb], ("through a relative clause",))
    if (
        tree.bases[verb] == "conj"
        and (other := tree.child(tree.heads[verb], "obj")) is not None
        and other > verb
    ):
        return Reached(other, (f"shared with “{_word(tree, tree.heads[verb])}”",))
    return None


def case(tree: Tree, word: int) -> str | None:
    """Return the preposition of a word, the first of several ("in front of" → "in")."""
    found = tree.child(word, "case")
    return tree.forms[found] if found is not None else None


def _word(tree: Tree, number: int) -> str:
    word = tree.words[number]
    return tree.text[word.start : word.end]
