"""Whether the content of a statement is what its speaker says, or what the speaker says no to."""

from tocsin.brief.vocabulary import entries, words
from tocsin.brief.words import tokens
from tocsin.record import Act, Statement


def negates(statement: Statement) -> bool:
    """Tell whether the speaker says no to the content: "denies that ships have left".

    In "told us that no ship has left" the content itself is the denial, and the cue only tells.
    """
    if entries()[statement.act].saying is None or statement.cue is None:
        return False
    return words().telling.isdisjoint(tokens(statement.cue.text))


def phrase(act: Act, *, negating: bool) -> str:
    """Return the verb phrase that opens a line.

    >>> phrase(Act.DENY, negating=True), phrase(Act.DENY, negating=False)
    ('denied', 'denied, saying')
    """
    entry = entries()[act]
    return entry.phrase if negating or entry.saying is None else entry.saying
