"""In what way the text says that an event happens: signs of syntax, else the model's view.

The signs are those of factuality annotation (Saurí & Pustejovsky 2009): polarity, modal auxiliaries,
event-selecting predicates and conditional contexts, each taken up from the trigger to the root of
its sentence as far as they embed it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tocsin.extract.events.clauses import case
from tocsin.extract.events.hedges import Hedges
from tocsin.extract.tree import Tree
from tocsin.record import Modality, When

_EMBEDDED: Final = ("xcomp", "ccomp", "obj", "obl", "nsubj:pass", "nmod", "acl", "advcl", "nsubj", "csubj")
_LONG_AGO: Final = timedelta(days=365)
_SURE: Final = 0.7  # of the model, against a clause without any sign
_HIGHEST: Final = 6  # links from a trigger to what governs it


@dataclass(frozen=True, slots=True)
class Sign:
    """What the text shows: a modality and the words that show it."""

    modality: Modality
    why: str


_NOTHING: Final = Sign(Modality.DONE, "nothing in the clause makes it less than done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The model's view of a trigger: its modality, how sure it is, its factuality from -3 to 3."""

    modality: Modality
    sure: float
    factuality: float


def modality_of(
    tree: Tree, hedges: Hedges, word: int, predicate: int, *, guess: Guess | None = None,
    when: When | None = None, published: date | None = None,
) -> Sign:  # fmt: skip
    """Return the modality of an event with its reason; ``done`` where nothing at all speaks against it.

    Negation, conditions and plans that syntax shows count first, then dates, then the model.
    """
    shown = syntax_sign(tree, hedges, word, predicate)
    if shown is not None and shown.modality in (Modality.DENIED, Modality.HYPOTHETICAL):
        return shown
    dated = _by_date(when, published)
    if dated is not None and dated.modality is Modality.PLANNED and shown is None:
        return dated
    if shown is not None and shown.modality is Modality.PLANNED:
        return shown
    model = _by_model(guess)
    if guess is not None and guess.sure >= _SURE and _outweighs(guess.modality, dated):
        return model or _NOTHING
    return dated or shown or model or _NOTHING


def _outweighs(modality: Modality, dated: Sign | None) -> bool:
    """Tell whether the model, where it is sure, counts more than a date and a clause without a sign."""
    if dated is None:
        return modality is not Modality.DONE
    return modality in (Modality.DENIED, Modality.HYPOTHETICAL)


def _by_model(guess: Guess | None) -> Sign | None:
    if guess is None:
        return None
    return Sign(guess.modality, f"the model takes it for {guess.modality.value} ({guess.sure:.2f})")


def _by_date(when: When | None, published: date | None) -> Sign | None:
    if when is None or published is None:
        return None
    words = f"“{when.span.text}”"
    if when.first and _day(when.first) > published:
        return Sign(Modality.PLANNED, f"{words} is after publication")
    if when.last and _day(when.last) < published - _LONG_AGO:
        return Sign(Modality.HISTORICAL, f"{words} is long before publication")
    return None


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])


def syntax_sign(tree: Tree, hedges: Hedges, word: int, predicate: int) -> Sign | None:
    """Return what syntax shows of an event, the nearest sign first; None where it shows nothing."""
    for at, (here, via) in enumerate(_ladder(tree, word, predicate)):
        if at > _HIGHEST:
            return None
        sign = _at(tree, hedges, here, via, own=at == 0)
        if sign is not None:
            return sign
    return None


def _ladder(tree: Tree, word: int, predicate: int) -> Iterator[tuple[int, int | None]]:
    """Yield the trigger and what embeds it, each with the word below it that it governs."""
    yield word, None
    below = word
    if predicate != word:
        yield predicate, word
        below = predicate
    while (head := tree.heads[below]) >= 0:
        if tree.bases[below] == "conj":
            if tree.is_verb(below) and tree.child(below, "nsubj", "aux", "aux:pass", "cop") is not None:
                return
        elif not tree.related(below, _EMBEDDED) or _stops(tree, below):
            return
        yield head, below
        below = head


def _stops(tree: Tree, word: int) -> bool:
    """Tell whether what stands above a word does not embed it: relative and adverbial clauses."""
    relation = tree.relation(word)
    if relation == "acl:relcl":
        return True
    if relation.startswith("advcl"):
        return tree.child(word, "mark") is None or not _controlled(tree, word)
    return tree.bases[word] == "nsubj" and relation != "nsubj:pass"


def _controlled(tree: Tree, word: int) -> bool:
    marks = {tree.forms[mark] for mark in tree.children(word, "mark")}
    return bool(marks & {"to", "of", "from", "against", "for", "that"})


def _at(tree: Tree, hedges: Hedges, here: int, below: int | None, *, own: bool) -> Sign | None:
    """Return the sign that stands at one rung, the strongest first."""
    sign = _governed(tree, hedges, here, below) if below is not None else None
    if sign is None and (negated := _negation(tree, hedges, here)) is not None:
        sign = Sign(Modality.DENIED, f"“{negated}” denies it")
    sign = sign or _condition(tree, hedges, here) or _modal(tree, hedges, here)
    if sign is None and own:
        sign = _own(tree, hedges, here) or _progress(tree, hedges, here)
    return sign


def _own(tree: Tree, hedges: Hedges, word: int) -> Sign | None:
    """Return what a trigger tells of itself: "expected", "a planned visit"."""
    if tree.forms[word] in hedges.awaited:
        return Sign(Modality.PLANNED, f"“{tree.forms[word]}”")
    return None if tree.is_verb(word) else _adjective(tree, hedges, word)


def _governed(tree: Tree, hedges: Hedges, here: int, below: int) -> Sign | None:
    """Return what a governing verb or noun tells: "plans to", "refused to", "the threat of"."""
    form = tree.forms[here]
    if tree.tag(here).startswith("NN"):
        hangs = tree.bases[below] in ("nmod", "acl", "ccomp", "compound")
        told = hedges.of.at(tree.forms, here) if hangs else None
        return Sign(Modality(told), f"“{form}” of it") if told else None
    if tree.bases[below] == "obl":
        return _expected(tree, hedges, here, below)
    told = hedges.before.at(tree.forms, here) if _selects(tree, below) else None
    if told is None:
        return None
    denied = _negation(tree, hedges, here)
    if denied is not None:
        return Sign(Modality.DENIED, f"“{denied} {form}” it")
    return Sign(Modality(told), f"governed by “{form}”")


def _selects(tree: Tree, below: int) -> bool:
    """Tell whether a word is taken by what governs it as its event: an infinitive, a clause, an object."""
    relation = tree.bases[below]
    if relation in ("xcomp", "ccomp", "advcl"):
        marked = any(tree.forms[m] in ("to", "of", "from", "that") for m in tree.children(below, "mark"))
        return marked or (relation != "advcl" and tree.tag(below) in ("VB", "VBG"))
    return relation == "obj" or tree.relation(below) == "nsubj:pass"


def _expected(tree: Tree, hedges: Hedges, here: int, below: int) -> Sign | None:
    """Return what a preposition hangs on: "warned against", "called for", "is expected in … for"."""
    form, preposition = tree.forms[here], case(tree, below)
    if preposition in hedges.case and hedges.case_of.at(tree.forms, here) is not None:
        return Sign(Modality.HYPOTHETICAL, f"“{form} {preposition}” it")
    passive = tree.child(here, "aux:pass") is not None
    if passive and tree.tag(here) == "VBN" and hedges.expected.at(tree.forms, here) is not None:
        return Sign(Modality.PLANNED, f"“{form}” for it")
    return None


def _negation(tree: Tree, hedges: Hedges, word: int) -> str | None:
    for child in tree.children(word, "advmod", "det", "cc", "case", "mark", "aux", "nsubj"):
        form = tree.forms[child]
        if form in hedges.negators and not (
            child + 1 < len(tree) and tree.forms[child + 1] in hedges.not_negating
        ):
            return form
    subject = tree.child(word, "nsubj", "obj")
    if subject is not None:
        for child in tree.children(subject, "det", "advmod"):
            if tree.forms[child] in ("no", "neither", "none"):
                return tree.forms[child]
    return None


def _condition(tree: Tree, hedges: Hedges, word: int) -> Sign | None:
    for mark in tree.children(word, "mark"):
        if tree.forms[mark] in hedges.conjunctions:
            return Sign(Modality.HYPOTHETICAL, f"after “{tree.forms[mark]}”")
    return None


def _modal(tree: Tree, hedges: Hedges, word: int) -> Sign | None:
    for child in tree.children(word, "aux"):
        form = tree.forms[child]
        if form == "'d" and tree.tag(child) != "MD":
            continue
        if form in hedges.conditional:
            return Sign(Modality.HYPOTHETICAL, f"“{form}”")
        if form in hedges.future:
            return Sign(Modality.PLANNED, f"“{form}”")
    return None


def _adjective(tree: Tree, hedges: Hedges, noun: int) -> Sign | None:
    for child in tree.children(noun, "amod", "compound", "det", "nmod:poss", "nmod:unmarked"):
        if (told := hedges.noun.at(tree.forms, child)) is not None:
            return Sign(Modality(told), f"“{tree.forms[child]}” before it")
    return None


def _progress(tree: Tree, hedges: Hedges, word: int) -> Sign | None:
    """Return that it goes on, where the verb is progressive in the present or governed by "continue"."""
    if tree.tag(word) == "VBG":
        helpers = {tree.forms[child] for child in tree.children(word, "aux")}
        if helpers & {"is", "are", "am", "'s", "'re", "'m", "been"}:
            if any(tree.forms[child] in hedges.tomorrow for child in tree.children(word, "advmod")):
                return Sign(Modality.PLANNED, "a present progressive with a date to come")
            return Sign(Modality.ONGOING, f"“{' '.join(sorted(helpers))} {tree.forms[word]}”")
    return None
