"""Where and when: places and moments of the event's own clause, or of the clause that carries it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.extract.events.cast import Cast
from tocsin.extract.events.clauses import case
from tocsin.record import EventType, Moment, TimeKind, When

_ARGUMENTS: Final = ("obj", "obl", "nsubj", "nsubj:pass", "xcomp", "nmod", "advmod")
_DURING: Final = frozenset(("in", "by", "during", "amid", "through"))
_SIDES: Final = frozenset(("between", "among"))
_ANCHORING: Final = frozenset(("since", "after", "before", "until", "from", "than"))


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments of a report that tell when something happened, by their place."""

    found: tuple[Moment, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, moments: Iterable[Moment]) -> Self:
        """Return the dates and times, in order; durations and sets date nothing."""
        kept = sorted(
            (m for m in moments if m.kind in (TimeKind.DATE, TimeKind.TIME)), key=lambda m: m.span.start
        )
        return cls(tuple(kept), tuple(m.span.start for m in kept))

    def within(self, start: int, end: int) -> Sequence[Moment]:
        """Return the moments that start in [start, end)."""
        return self.found[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened: the stretch of the place and the word that heads it."""

    start: int
    end: int
    word: int


def when(cast: Cast, moments: Moments, word: int, predicate: int) -> tuple[When | None, str]:
    """Return the date of an event and a reason: of the clause of its trigger, nearest to the trigger."""
    tree = cast.tree
    for root, link in _clauses(cast, word, predicate) if moments.found else ():
        first, last = tree.span(tree.members(root))
        tops = ((m, tree.top(m.span.start, m.span.end)) for m in moments.within(first, last))
        near = [m for m, top in tops if top is not None and _dates(cast, top, root)]
        if near:
            at = tree.words[word].start
            best = min(near, key=lambda m: (abs(m.span.start - at), m.span.start))
            return When(span=best.span, moment=best.id, first=best.first, last=best.last), link
    return None, "no date in the clause"


def _dates(cast: Cast, top: int, root: int) -> bool:
    """Tell whether a date tells when a predicate or an event's noun was: it hangs on it, or on its argument.

    "The largest raid since the fall of Vesk in 2014" dates the fall, not the raid.
    """
    tree = cast.tree
    head = tree.heads[top]
    if root in (top, head):
        return True
    if head < 0 or tree.heads[head] != root or not tree.related(top, ("nmod", "obl", "advmod")):
        return False
    return tree.related(head, _ARGUMENTS) and case(tree, head) not in _ANCHORING


def _clauses(cast: Cast, word: int, predicate: int) -> list[tuple[int, str]]:
    """Return what a date may hang on: the trigger, its verb, its clause, what governs the clause."""
    tree = cast.tree
    own = tree.clause(word)
    found = [(word, "date in the clause" if tree.is_verb(word) else "date in the trigger's phrase")]
    found += [(predicate, "date in the clause of its verb")] if predicate != word else []
    if own not in (word, predicate) and (tree.is_verb(word) or _happens_in(cast, word, own)):
        found.append((own, "date in the clause"))
    if tree.bases[own] == "xcomp" and tree.heads[own] >= 0:
        above = tree.heads[own]
        found.append((tree.clause(above), f"date through “{_form(cast, above)}”"))
    return found


def _happens_in(cast: Cast, noun: int, clause: int) -> bool:
    """Tell whether a noun's event is the one that its clause tells of: "shelling killed four on Monday"."""
    tree = cast.tree
    if tree.heads[noun] != clause:
        return False
    return tree.bases[noun] == "nsubj" or (tree.bases[noun] == "obl" and case(tree, noun) in _DURING)


def where(
    cast: Cast, word: int, predicate: int, kind: EventType, *, taken: Iterable[int]
) -> tuple[Place | None, str]:
    """Return the place of an event and a reason: a named place that "in", "near", "at" joins to it.

    ``taken`` are the words of its actor and recipient.
    """
    tree = cast.tree
    used = set(taken)
    heads = [
        word,
        *([predicate] if predicate != word else []),
        *tree.children(word, "obj", "nsubj:pass", "xcomp"),
    ]
    if not tree.is_verb(word) and tree.is_verb(tree.heads[word]) and predicate == word:
        heads.append(tree.heads[word])  # "killed four in shelling near the port" tells of both
    for head in heads:
        for child in tree.children(head, "obl", "nmod"):
            preposition = case(tree, child)
            if child in used or preposition not in cast.lists.places[kind]:
                continue
            if preposition == "on" and child in cast.names:
                continue  # "talks on Norland", but "on Norland's border"
            if (place := _named(cast, child)) is not None:
                how = "place in the clause" if head == word else f"place through “{_form(cast, head)}”"
                return place, how
    return None, "no place in the clause"


def _named(cast: Cast, word: int) -> Place | None:
    """Return the phrase of a word where a named place is its head or belongs to it: "Norland's borders"."""
    tree = cast.tree
    inside = [word, *tree.children(word, "nmod:poss", "compound", "nmod", "flat")]
    if not any(cast.is_place(member) for member in inside):
        return None
    if word not in cast.names and cast.acts(word, strict=True):
        return None  # "among Norland's allies"
    start, end = tree.phrase(word, joined=True)
    sides = (side for side in tree.children(word, "nmod") if case(tree, side) in _SIDES)
    if word in cast.names and (side := next(sides, None)) is not None:  # "in Eastmark between Norland and …"
        end = max(tree.words[word].end, min(end, tree.words[tree.members(side)[0] - 1].end))
    return Place(start, end, word)


def _form(cast: Cast, number: int) -> str:
    word = cast.tree.words[number]
    return cast.tree.text[word.start : word.end]
