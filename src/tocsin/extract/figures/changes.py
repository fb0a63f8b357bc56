"""Whether a figure is told as risen or fallen, by its own words or by the old value after it."""

from collections.abc import Sequence

from tocsin.extract.figures.quantities import Quantity
from tocsin.extract.figures.scene import Sentence
from tocsin.record import Change


def change_of(sentence: Sentence, quantity: Quantity, read: Sequence[Quantity]) -> Change | None:
    """Return the change of a figure; ``read`` are all quantities of its sentence.

    Of "45 tanks, up from 38" the first has risen; the old value has not.
    """
    if quantity.moved:
        return Change.FALL if quantity.high < quantity.low else Change.RISE
    if _from_old(sentence, quantity) is not None:
        return None
    if quantity.move is not None:
        return quantity.move.change
    following = [other for other in read if other.first >= quantity.last]
    for number, other in enumerate(following):
        change = _from_old(sentence, other)
        if change is not None:
            return change if _compared(sentence, quantity, other, apart=number > 0) else None
    return None


def adds(quantity: Quantity) -> bool:
    """Tell whether a quantity is how much something changed by, not what it came to."""
    return not quantity.moved and quantity.move is not None and quantity.move.amount


def _compared(sentence: Sentence, now: Quantity, old: Quantity, *, apart: bool) -> bool:
    """Tell whether an old value is a quantity's: of the same noun, or right after it where it has none."""
    tokens = sentence.tokens
    verbal = any(tokens.tag(n).startswith(("VB", "MD")) for n in range(now.last, old.first - 2))
    mine, its = sentence.lemmas(now)[-1:], sentence.lemmas(old)[-1:]
    return not verbal and ((its == mine) if its else not apart)


def _from_old(sentence: Sentence, quantity: Quantity) -> Change | None:
    """Return the change that "up from", "down from" before an old value tells of the value before that."""
    tokens, at = sentence.tokens, quantity.first - 1
    told = tokens.at(at) == "from" and tokens.at(at - 2) in (",", "(", "–", "—", "-")
    return sentence.lex.particles.get(tokens.at(at - 1)) if told else None
