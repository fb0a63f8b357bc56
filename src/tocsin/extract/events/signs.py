"""What syntax shows of whether an event happens.

The signs are those of factuality annotation (Saurí & Pustejovsky 2009): polarity, modal auxiliaries,
event-selecting predicates and conditional contexts, each looked for from the trigger up to the root
of its sentence as far as what stands above embeds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tocsin.extract.events.clauses import case
from tocsin.extract.events.hedges import Hedges
from tocsin.extract.tree import Tree
from tocsin.record import Modality

_EMBEDDED: Final = ("xcomp", "ccomp", "obj", "obl", "nsubj:pass", "nmod", "acl", "advcl", "nsubj", "csubj")
_HIGHEST: Final = 6  # links from a trigger to what governs it
_BE: Final = frozenset(("is", "are", "am", "'s", "'re", "'m", "was", "were", "be"))
_GOING_ON: Final = frozenset(("is", "are", "am", "'s", "'re", "'m", "been"))


@dataclass(frozen=True, slots=True)
class Sign:
    """What the text shows: a modality and the words that show it; ``firm``: whatever date or model say."""

    modality: Modality
    why: str
    firm: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """What the signs of one text are looked for with."""

    tree: Tree
    hedges: Hedges
    spoken: bool


def syntax_sign(
    tree: Tree, hedges: Hedges, word: int, predicate: int, *, spoken: bool = False
) -> Sign | None:
    """Return what syntax shows of an event, the nearest sign first; None where it shows nothing.

    What a noun's adjective tells gives way to a predicate that denies it: "a planned call did not
    take place".
    """
    look = _Look(tree, hedges, spoken)
    own, above = _own(look, word), _above(look, word, predicate)
    if own is not None and (above is None or above.modality is not Modality.DENIED):
        return own
    return above or _progress(look, word) or _given(look, word)


def clause_sign(tree: Tree, hedges: Hedges, here: int, below: int | None = None) -> Sign | None:
    """Return what one predicate shows of its own clause, or of the clause ``below`` that it governs."""
    look = _Look(tree, hedges, spoken=False)
    return _at(look, here, None) if below is None else _governed(look, here, below)


def _above(look: _Look, word: int, predicate: int) -> Sign | None:
    """Return the nearest sign from a trigger upwards: "asked not to shoot" is asked, not denied."""
    rungs = list(_ladder(look, word, predicate))
    for at, (here, below, whole) in enumerate(rungs):
        sign = _at(look, here, below) if whole or below is None else _governed(look, here, below)
        if sign is None:
            continue
        if sign.modality is Modality.DENIED and at + 1 < len(rungs) and look.tree.bases[here] == "xcomp":
            upper = _governed(look, rungs[at + 1][0], here)
            if upper is not None and upper.modality is Modality.HYPOTHETICAL:
                return upper
        return sign
    return None


def _ladder(look: _Look, word: int, predicate: int) -> Iterator[tuple[int, int | None, bool]]:
    """Yield the trigger and what embeds it, with the word below it, and whether all its signs count.

    Of a verb that only has the event's noun as an object or oblique no modal counts: "will condemn
    the raid" says nothing against the raid.
    """
    tree = look.tree
    yield word, None, True
    below = word
    if predicate != word:
        yield predicate, word, True
        below = predicate
    for _ in range(_HIGHEST):
        head = tree.heads[below]
        if head < 0 or not _embeds(look, below):
            return
        held = not tree.is_verb(below) and tree.related(below, ("obj", "obl", "nsubj:pass"))
        yield head, below, not held
        if held:
            return
        below = head


def _embeds(look: _Look, word: int) -> bool:
    """Tell whether what stands above a word may tell of it: no relative clause, no clause beside it."""
    tree, relation = look.tree, look.tree.relation(word)
    if tree.bases[word] == "conj":
        own = tree.is_verb(word) and tree.child(word, "nsubj", "aux", "aux:pass", "cop") is not None
        return not own
    if not tree.related(word, _EMBEDDED) or relation == "acl:relcl":
        return False
    if tree.bases[word] in ("advcl", "acl") and tree.is_verb(word):
        return any(tree.forms[m] in look.hedges.complements for m in tree.children(word, "mark"))
    if tree.bases[word] == "nsubj" and relation != "nsubj:pass":
        return look.hedges.occurring.at(tree.forms, tree.heads[word]) is not None
    return True


def _at(look: _Look, here: int, below: int | None) -> Sign | None:
    """Return the sign that stands at one rung, the strongest first."""
    sign = _governed(look, here, below) if below is not None else None
    sign = sign or _condition(look, here)
    if sign is None and (negated := _negation(look, here)) is not None:
        sign = _compared(look, here, negated) or Sign(Modality.DENIED, f"“{negated}” denies it")
    return sign or _modal(look, here)


def _own(look: _Look, word: int) -> Sign | None:
    """Return what a trigger tells of itself: "expected", "a planned visit"."""
    tree, hedges = look.tree, look.hedges
    if tree.forms[word] in hedges.awaited:
        return Sign(Modality.PLANNED, f"“{tree.forms[word]}”")
    if tree.is_verb(word):
        return None
    for child in tree.children(word, "amod", "compound", "det", "nmod:unmarked"):
        if (told := hedges.noun.at(tree.forms, child)) is not None:
            return Sign(Modality(told), f"“{tree.forms[child]}” before it")
    return None


def _governed(look: _Look, here: int, below: int) -> Sign | None:
    """Return what a governing verb or noun tells: "plans to", "refused to", "the threat of"."""
    tree, hedges, form = look.tree, look.hedges, look.tree.forms[here]
    if tree.tag(here).startswith("NN"):
        hangs = tree.bases[below] in ("nmod", "acl", "ccomp", "compound")
        told = hedges.of.at(tree.forms, here) if hangs else None
        return Sign(Modality(told), f"“{form}” of it") if told else None
    if tree.bases[below] == "obl":
        return _expected(look, here, below)
    if tree.tag(below) == "VBG" and hedges.asserting.at(tree.forms, here) is not None:
        return Sign(Modality.DONE, f"asserted by “{form}”")
    told = hedges.before.at(tree.forms, here) if _selects(look, below) else None
    if told is not None:
        return _selected(Modality(told), form, _negation(look, here))
    if tree.forms[here] in ("has", "have", "had") and _has_yet(tree, here, below):
        return Sign(Modality.DENIED, f"“{form} yet to” it")
    return None


def _selected(told: Modality, form: str, negated: str | None) -> Sign:
    """Return what a governing verb tells, itself negated or not: "not rule out" leaves it open."""
    if negated is None:
        return Sign(told, f"governed by “{form}”")
    open_ = told is Modality.DENIED
    return Sign(Modality.HYPOTHETICAL if open_ else Modality.DENIED, f"governed by “{negated} {form}”")


def _has_yet(tree: Tree, here: int, below: int) -> bool:
    return any(tree.forms[n] == "yet" for n in range(here, below))


def _selects(look: _Look, below: int) -> bool:
    """Tell whether what governs a word takes it as its event: an infinitive, a clause, an object."""
    tree, relation = look.tree, look.tree.bases[below]
    if relation in ("xcomp", "ccomp", "advcl"):
        marked = any(tree.forms[m] in look.hedges.complements for m in tree.children(below, "mark"))
        return marked or (relation != "advcl" and tree.tag(below) in ("VB", "VBG"))
    return not look.spoken and (relation == "obj" or tree.relation(below) == "nsubj:pass")


def _expected(look: _Look, here: int, below: int) -> Sign | None:
    """Return what a preposition hangs on: "warned against", "called for", "is expected in … for"."""
    tree, hedges, form = look.tree, look.hedges, look.tree.forms[here]
    preposition = case(tree, below)
    if preposition in hedges.case and hedges.case_of.at(tree.forms, here) is not None:
        return Sign(Modality.HYPOTHETICAL, f"“{form} {preposition}” it")
    passive = tree.child(here, "aux:pass") is not None
    if passive and tree.tag(here) == "VBN" and hedges.expected.at(tree.forms, here) is not None:
        return Sign(Modality.PLANNED, f"“{form}” for it")
    return None


def _negation(look: _Look, word: int) -> str | None:
    """Return the word that denies a predicate or a noun: its own, or "no" of its subject or object."""
    tree, hedges = look.tree, look.hedges
    for child in tree.children(word, "advmod", "det", "cc", "case", "mark", "aux", "nsubj"):
        form = tree.forms[child]
        if form in hedges.negators:
            after = tree.forms[child + 1] if child + 1 < len(tree) else ""
            if after not in hedges.not_negating and (form not in hedges.paired or after in hedges.pairs):
                return form
    for part in tree.children(word, "nsubj", "obj"):
        for child in tree.children(part, "det", "advmod"):
            if tree.forms[child] in hedges.none:
                return tree.forms[child]
    return None


def _compared(look: _Look, here: int, negated: str) -> Sign | None:
    """Return that it happened where a negation only compares: "had not moved so many since 2014"."""
    tree, hedges = look.tree, look.hedges
    words = tree.clause_words(here)
    after = [word for word in words if word > here]
    for degree in after:
        form = tree.forms[degree]
        more = tree.tag(degree) in ("JJR", "RBR")
        if not (more or (form in hedges.degrees and tree.heads[degree] > here)):
            continue
        rest = [word for word in after if word > degree]
        base = next((w for w in rest if _measures(look, w, than=more and negated in hedges.always)), None)
        if base is not None:
            why = f"“{negated} … {form} … {tree.forms[base]}” compares, and does not deny"
            return Sign(Modality.DONE, why, firm=True)
    return None


def _measures(look: _Look, word: int, *, than: bool) -> bool:
    """Tell whether a word opens what something is compared with: "since 2014", "in years", "before"."""
    tree, hedges, form = look.tree, look.hedges, look.tree.forms[word]
    if form in hedges.since or (than and form == "than"):
        return tree.bases[word] in ("case", "mark", "advmod") or form == "than"
    return (
        tree.bases[word] == "case" and form in ("in", "for") and tree.forms[tree.heads[word]] in hedges.spans
    )


def _given(look: _Look, word: int) -> Sign | None:
    """Return that a definite noun is spoken of as a fact: "the moving of troops was for an exercise"."""
    tree, hedges, head = look.tree, look.hedges, look.tree.heads[word]
    if head < 0 or tree.relation(word) != "nsubj" or not tree.tag(word).startswith(("NN", "VBG")):
        return None
    definite = any(tree.forms[child] in hedges.definite for child in tree.children(word, "det"))
    if not definite and tree.child(word, "nmod:poss") is None:
        return None
    said = tree.child(head, "cop")
    finite = said if said is not None else head
    if tree.tag(finite) != "VBD" or tree.child(head, "aux", "aux:pass") is not None:
        return None
    if any(terms.at(tree.forms, head) for terms in (hedges.before, hedges.of, hedges.expected, hedges.noun)):
        return None
    return Sign(Modality.DONE, f"“{tree.forms[finite]}” tells of it as of a fact")


def _condition(look: _Look, word: int) -> Sign | None:
    """Return that a clause is a condition: after "if", or "should" before its subject."""
    tree = look.tree
    for mark in tree.children(word, "mark"):
        if tree.forms[mark] in look.hedges.conjunctions:
            return Sign(Modality.HYPOTHETICAL, f"after “{tree.forms[mark]}”")
    subject = tree.child(word, "nsubj")
    for child in tree.children(word, "aux"):
        if tree.forms[child] in look.hedges.inverted and subject is not None and child < subject:
            return Sign(Modality.HYPOTHETICAL, f"“{tree.forms[child]}” before its subject")
    return None


def _is_conditional(look: _Look, word: int) -> bool:
    """Tell whether a clause hangs on a condition: "if they come, we will go"."""
    return any(_condition(look, clause) for clause in look.tree.children(word, "advcl"))


def _modal(look: _Look, word: int) -> Sign | None:
    """Return what an auxiliary tells; "would" in what somebody said before looks ahead from then."""
    tree, hedges = look.tree, look.hedges
    for child in tree.children(word, "aux"):
        form = tree.forms[child]
        if form == "'d" and tree.tag(child) != "MD":
            continue
        if form in hedges.from_then and _told_in_the_past(look, word):
            return Sign(Modality.PLANNED, f"“{form}” in what was said")
        if form in hedges.conditional:
            return Sign(Modality.HYPOTHETICAL, f"“{form}”")
        if form in hedges.future:
            hangs = _is_conditional(look, word)
            return Sign(Modality.HYPOTHETICAL if hangs else Modality.PLANNED, f"“{form}”")
    if tree.tag(word) == "VB" and _is_to(look, word):
        return Sign(Modality.PLANNED, "“is to” or a headline’s “to”")
    return None


def _told_in_the_past(look: _Look, word: int) -> bool:
    tree, head = look.tree, look.tree.heads[word]
    if tree.bases[word] != "ccomp" or head < 0 or tree.tag(head) not in ("VBD", "VBN"):
        return False
    if look.hedges.before.at(tree.forms, head) == Modality.HYPOTHETICAL:
        return False  # "warned that they would"
    return not _is_conditional(look, word) and not _is_conditional(look, head)


def _is_to(look: _Look, word: int) -> bool:
    """Tell whether an infinitive is a sentence's or a clause's own predicate: "is to visit"."""
    tree = look.tree
    if not any(tree.forms[mark] == "to" for mark in tree.children(word, "mark")):
        return False
    helped = any(tree.forms[child] in _BE for child in tree.children(word, "aux", "cop"))
    headline = tree.heads[word] < 0 and tree.child(word, "nsubj") is not None
    head = tree.heads[word]
    governed = head >= 0 and tree.bases[word] == "xcomp" and tree.forms[head] in _BE
    return helped or headline or governed


def _progress(look: _Look, word: int) -> Sign | None:
    """Return that it goes on, where the verb is progressive in the present or told as a habit."""
    tree, hedges = look.tree, look.hedges
    beside = {tree.forms[child] for child in tree.children(word, "advmod", "obl:unmarked", "obl:tmod")}
    if tree.tag(word) == "VBG":
        helpers = {tree.forms[child] for child in tree.children(word, "aux")} & _GOING_ON
        if helpers and beside & hedges.tomorrow:
            return Sign(Modality.PLANNED, "a present progressive with a time to come")
        if helpers:
            return Sign(Modality.ONGOING, f"“{' '.join(sorted(helpers))} {tree.forms[word]}”")
    if tree.tag(word) in ("VBP", "VBZ") and beside & hedges.habitual:
        return Sign(Modality.ONGOING, f"“{' '.join(sorted(beside & hedges.habitual))}”")
    return None
