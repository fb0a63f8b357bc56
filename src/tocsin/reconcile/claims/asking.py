"""The words of the question that a claim, a demand or a promise answers: who says what, to whom."""

from functools import cache
from typing import Final

from tocsin.lang import DEFAULT, entries, table
from tocsin.reconcile.claims.claimed import rolled
from tocsin.reconcile.claims.gathering import Gathered
from tocsin.reconcile.claims.tables import word
from tocsin.reconcile.inputs import Context
from tocsin.record.finding import QuestionKind

_SHOWN: Final = 160  # code points of a content that stand in a question
_OPENING: Final = frozenset('“"')


def asked(group: Gathered, addressee: str | None, context: Context) -> str:
    """Return the words of the question that statements answer; ``addressee`` is a name.

    Whom a demand is made to is told once: "Pact demands “Norland to leave”", else "Pact demands of
    Norland “that troops leave”".
    """
    claim = next(claim for claim in group.claims if claim.act == group.act)
    speaker = group.first.whose.name
    names = {
        "speaker": speaker,
        "addressee": addressee or "",
        "act": word("acts_of_many" if of_many(speaker) else "acts", group.act),
        "content": shown(claim.content),
    }
    first = min(claim.marks, key=lambda mark: mark.start, default=None)
    within = first is not None and first.start == 0 and rolled(first.key, context) == group.addressee
    to = group.kind is QuestionKind.DEMAND and addressee is not None and not within
    return word("questions", "demand" if to else "claim").format(**names)


def of_many(name: str) -> bool:
    """Tell whether a speaker's words are of several who speak.

    >>> [of_many(name) for name in ("The leaders", "two officials", "Norland’s government", "Boss")]
    [True, True, False, False]
    """
    last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
    several = last.endswith("s") and not last.endswith(("ss", "'s", "’s", "us", "is"))
    return several and (last.islower() or name.casefold().startswith("the "))


@cache
def _leading(language: str = DEFAULT) -> tuple[str, ...]:
    return entries(table(language, "claims"), "leading")


def shown(content: str) -> str:
    """Return a content as it stands between quotation marks.

    It is on one line and not too long, has its own marks single, and does not begin with "that".

    >>> shown("“Norland must  leave,”"), shown("that Norland should “leave”")
    ('Norland must leave', 'Norland should ‘leave’')
    """
    text = " ".join(content.split())
    leading = next((each for each in _leading() if text.casefold().startswith(f"{each} ")), "")
    text = text[len(leading) :].lstrip()
    inner = text[1:].rstrip('”" ,.;')
    if text[:1] in _OPENING and not any(mark in inner for mark in '“”"'):
        text = inner
    return cut(text.replace("“", "‘").replace("”", "’"))


def cut(text: str) -> str:
    """Return a text with an ellipsis for what is beyond some 160 code points."""
    if len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
