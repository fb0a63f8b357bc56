"""How a number is limited ("more than", "up to", "or so"), and whether it is told as a rise or a fall."""

from dataclasses import dataclass
from typing import Final, Literal

from tocsin.extract.figures.lexicon import Lexicon
from tocsin.extract.figures.tokens import Tokens
from tocsin.record import Bound, Change

_MOST: Final = 5
_REACH: Final = 9  # how far before a number its verb of change may stand


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound and where its words begin or end."""

    bound: Bound
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Move:
    """A change: by how much (``amount``) or to what; ``noun``: a noun tells it, "a rise of 5%"."""

    change: Change
    amount: bool
    noun: bool
    first: int
    last: int


def bound_before(tokens: Tokens, first: int, lex: Lexicon) -> tuple[Bound | None, int]:
    """Return the bound whose words end at a token, and where those begin."""
    start, bound = first, None
    for _ in range(3):
        length = tokens.before(start, lex.bounds, _MOST)
        if length == 0:
            break
        found = lex.bounds[tokens.low[start - length : start]]
        if found == "exact" and length == 1 and tokens.at(start - 1) in lex.determiners:
            break
        start -= length
        if found != "exact":
            bound = bound if bound is not None and bound is not Bound.ABOUT else Bound(found)
            if bound is not Bound.ABOUT:
                break
        elif length > 1:
            break
    return bound, start


def bound_after(tokens: Tokens, last: int, lex: Lexicon) -> tuple[Bound | None, int]:
    """Return the bound whose words begin at a token, and where those end: "or more", "-odd"."""
    length = tokens.longest(last, lex.after, 4)
    if length == 0 or (tokens.at(last) in ("plus", "at") and not tokens.glued(last - 1)):
        return None, last
    return Bound(lex.after[tokens.low[last : last + length]]), last + length


def change_before(tokens: Tokens, first: int, lex: Lexicon, *, graded: bool) -> Move | None:
    """Return the change that the words before a quantity tell; ``graded``: it is a percentage or the like."""
    opened = graded and tokens.at(first) == "from"  # "lifted its rate from 5% to 6%"
    to = by = False  # passed on the way back from the quantity
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        found = _verb(tokens, at, lex, to=to, by=by, graded=graded) or _particle(
            tokens, at, lex, to=to, graded=graded
        )
        if found is not None:
            return found if isinstance(found, Move) else None
        word = tokens.at(at)
        to, by = to or word in ("to", "at"), by or word == "by"
        if (
            word not in lex.fillers
            and word != "-"
            and not (
                ((by or opened or (to and graded)) and _object(tokens, at))
                or (to and graded and (tokens.is_numeral(at) or word == "%"))
            )
        ):
            return None
    return None


def _verb(
    tokens: Tokens, at: int, lex: Lexicon, *, to: bool, by: bool, graded: bool
) -> Move | Literal[False] | None:
    """Return the change that a verb tells; False where it is a verb of change that tells none here."""
    word = tokens.at(at)
    change = lex.changing.get(f"{word} {tokens.at(at + 1)}") or lex.changing.get(word)
    if change is None or tokens.tag(at).startswith(("NN", "IN", "JJ")):
        return None
    idle = word in lex.weak and not (graded or by or to)
    if idle or (word in lex.multiplying and not to) or (word in lex.amount_only and to):
        return False
    return Move(change, amount=not to, noun=False, first=at, last=at + 1)


def _particle(
    tokens: Tokens, at: int, lex: Lexicon, *, to: bool, graded: bool
) -> Move | Literal[False] | None:
    """Return the change that "up", "down" or a noun with "of" tells; False where it belongs to a verb."""
    word = tokens.at(at)
    if word in lex.change_nouns and tokens.at(at + 1) in ("of", "by"):
        return Move(lex.change_nouns[word], amount=True, noun=True, first=at, last=at + 1)
    if word not in lex.particles:
        return None
    if _is_verbal(tokens, at, lex):
        return False
    if (word, tokens.at(at + 1)) == ("up", "to"):
        return None
    to = to or (not graded and (word, tokens.at(at + 1)) == ("down", "to"))
    return Move(lex.particles[word], amount=not to, noun=False, first=at, last=at + 1)


def _object(tokens: Tokens, at: int) -> bool:
    """Tell whether a word may stand between a verb and its "by": "cut its forces by a third"."""
    return tokens.at(at).isalpha() and not tokens.tag(at).startswith("VB")


def _is_verbal(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Tell whether a particle belongs to another verb: "gave up 5 yards", "made up 5%"."""
    return tokens.tag(at - 1).startswith("VB") and tokens.at(at - 1) not in lex.context["states"]


def change_after(tokens: Tokens, last: int, lex: Lexicon) -> Move | None:
    """Return the change that the words after a quantity tell: "5% higher", "a 3 percent drop"."""
    word = tokens.at(last)
    if word in lex.particles and word not in ("up", "down", "off", "+"):
        return Move(lex.particles[word], amount=True, noun=True, first=last, last=last + 1)
    for at in range(last, min(last + 4, len(tokens))):
        word = tokens.at(at)
        if word in lex.change_nouns and not tokens.tag(at).startswith("VB"):
            return Move(lex.change_nouns[word], amount=True, noun=True, first=at, last=at + 1)
        if not (tokens.tag(at).startswith(("JJ", "NN")) or word == "-"):
            return None
    return None
