"""Who holds which office where: "Russia's defence minister Sergei Shoigu"."""

from dataclasses import dataclass

from tocsin.record.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A person, the words for the office, and the body or state that it is of, where one clause tells it."""

    id: str
    document: str
    person: Span
    role: Span
    body: Span | None
    former: bool  # "former", "ex-", "then"
    why: str
    score: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans the role rests on."""
        return (self.person, self.role, *((self.body,) if self.body else ()))
