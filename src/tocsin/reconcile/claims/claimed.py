"""What findings on claims are made of: statements with the names in them, and whose word they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Self

from tocsin.reconcile.claims.propositions import Mark, MarkKind, Proposition, proposition
from tocsin.reconcile.claims.tables import act_class
from tocsin.reconcile.inputs import Context, Said
from tocsin.reconcile.origins import Attribution, attribution
from tocsin.reconcile.rolling import roll_up, roll_up_known
from tocsin.record import BlockKind, Span, Statement

_BETWEEN: Final = " "
_KNOWN: Final = "known:"
_BEFORE: Final = re.compile(r"\W*(?:(?:on|upon|that|the|against)\W+)*", re.IGNORECASE)
_ADDRESSING: Final = {
    "request": re.compile(r"(?:[’']s?)?\s+(?:to|for|must|should)\b"),
    "accuse": re.compile(r"\s+(?:of|for)\b"),
    "warn": re.compile(r"\s+(?:against|not to|of|that)\b"),
}
_ELSEWHERE: Final = frozenset((BlockKind.READ_ALSO, BlockKind.CREDIT))  # not this report's claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of a report that names somebody or somewhere: an entity's canonical key, or a place's id."""

    span: Span
    key: str
    kind: MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A statement, the names in its contents, and the vector of its sentence where the model gave one."""

    said: Said
    mentions: tuple[Mention, ...] = ()
    vector: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement with whose word it is and what it claims, as findings compare it."""

    said: Said
    whose: Attribution
    act: str  # its class
    content: str
    marks: tuple[Mark, ...]
    claims: Proposition
    unsaid: Proposition  # what it claims, whoever says it
    addressee: str | None  # whom it is said to, rolled up: a key
    telling: frozenset[str]  # its words that are neither light nor names

    @classmethod
    def of(cls, claimed: Claimed, context: Context) -> Self | None:
        """Return a statement as it is compared; None where it is not this report's, or has no content."""
        statement = claimed.said.statement
        if statement.block in _ELSEWHERE or not statement.contents:
            return None
        whose = attribution(claimed.said, claimed.said.told, context)
        text, marks = content(statement, claimed.mentions)
        claims = proposition(text, marks=marks, speaker=whose.key, act=statement.act, vector=claimed.vector)
        return cls(
            said=claimed.said,
            whose=whose,
            act=act_class(statement.act),
            content=text,
            marks=marks,
            claims=claims,
            unsaid=replace(claims, speaker=None),
            addressee=whole(claimed.said.addressee, claimed.said.told.known, context)
            or _told_to(statement, text, marks, context),
            telling=telling(claims),
        )

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.said.statement.id

    @property
    def known(self) -> str:
        """When its report was published, else read."""
        return self.said.told.known

    @property
    def story(self) -> str:
        """The story of its report; the report where it is in none."""
        return self.said.told.story or self.said.told.document


def telling(claims: Proposition) -> frozenset[str]:
    """Return the words of a proposition that are neither light nor names nor numbers."""
    return frozenset(
        word
        for word, weight in claims.weights.items()
        if weight == 1 and word not in claims.names and word not in claims.numbers
    )


def whole(actor: str | None, known: str, context: Context) -> str | None:
    """Return the key of whom an actor (an id) speaks or acts for on a day; None where it is nobody known."""
    found = context.actors.get(actor) if actor else None
    return roll_up(found, known, context).key if found else None


def _told_to(statement: Statement, text: str, marks: Iterable[Mark], context: Context) -> str | None:
    """Return whom a demand or an accusation begins with: "Russia to withdraw", "Kyiv of lying"."""
    after = _ADDRESSING.get(act_class(statement.act))
    first = min(marks, key=lambda mark: mark.start, default=None)
    if after is None or first is None or _BEFORE.fullmatch(text[: first.start]) is None:
        return None
    return rolled(first.key, context) if after.match(text[first.end :]) else None


def rolled(key: str, context: Context) -> str:
    """Return the key of whom the one with this key belongs to in the end; the key itself where unknown."""
    if key.startswith(_KNOWN) and (found := roll_up_known(key.removeprefix(_KNOWN), context)):
        return found.key
    actor = context.by_key.get(key)
    return (whole(actor.id, "", context) if actor else None) or key


def content(statement: Statement, mentions: Iterable[Mention] = ()) -> tuple[str, tuple[Mark, ...]]:
    """Return the contents of a statement as one text, and the names in it."""
    every = tuple(mentions)
    text = ""
    marks: list[Mark] = []
    for span in statement.contents:
        text += _BETWEEN if text else ""
        shift = len(text) - span.start
        marks += (
            Mark(start=each.span.start + shift, end=each.span.end + shift, key=each.key, kind=each.kind)
            for each in every
            if span.start <= each.span.start and each.span.end <= span.end
        )
        text += span.text
    return text, tuple(marks)


def claims_of(claimed: Iterable[Claimed], context: Context) -> tuple[Claim, ...]:
    """Return statements as they are compared, in canonical order, each once."""
    found = (Claim.of(each, context) for each in claimed)
    by_id = {claim.id: claim for claim in found if claim}
    return tuple(sorted(by_id.values(), key=lambda claim: (claim.known, claim.id)))
