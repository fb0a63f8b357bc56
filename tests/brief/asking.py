"""Findings over invented reports, for the tests of briefs."""

from collections.abc import Sequence

from tests.brief.making import report, statement
from tests.store.making import figure
from tocsin.record import Act, Document, Event, Figure, Mode, Statement
from tocsin.record.finding import (
    PRECEDENCE,
    Answer,
    Finding,
    Member,
    Origin,
    OriginKind,
    Question,
    QuestionKind,
    Stance,
    Status,
    Step,
    Value,
)

Fact = Statement | Figure | Event


def known(document: Document) -> str:
    return f"{document.published.when[:10]}T23:59:59Z" if document.published else "2026-01-01T00:00:00Z"


def origin(name: str, *members: Fact, told: bool = True, kind: OriginKind = OriginKind.SPEAKER) -> Origin:
    ids = tuple(member.id for member in members)
    return Origin(key=name.casefold(), name=name, kind=kind, told=told, members=ids, why=(f"{name} speaks",))


def finding(
    words: str,
    members: Sequence[tuple[Document, Fact]],
    origins: Sequence[Origin],
    *,
    kind: QuestionKind = QuestionKind.FIGURE,
    statuses: Sequence[Status] = (Status.SINGLE,),
    denies: Sequence[str] = (),
    history: Sequence[Step] = (),
    answers: Sequence[Answer] = (),
    open_since: str | None = None,
    rivals: Sequence[str] = (),
    measure: str | None = "troops",
) -> Finding:
    home = {record: each.key for each in origins for record in each.members}
    made = sorted(
        (
            Member(
                record=fact.id,
                document=of.id,
                origin=home[fact.id],
                known=known(of),
                value=Value(low=fact.low, best=fact.best, high=fact.high, bound=fact.bound)
                if isinstance(fact, Figure)
                else None,
                stance=Stance.DENIES if fact.id in denies else Stance.ASSERTS,
                why="the same words",
                score=1.0,
            )
            for of, fact in members
        ),
        key=lambda member: (member.known, member.record),
    )
    return Finding(
        id=f"fin-{words.casefold().replace(' ', '-')}",
        question=Question(kind=kind, key=words, words=words, measure=measure, holder="ent-north"),
        status=min(statuses, key=PRECEDENCE.index),
        statuses=tuple(statuses),
        members=tuple(made),
        origins=tuple(origins),
        documents=len({of.id for of, _ in members}),
        outlets=len({of.outlet for of, _ in members if of.outlet}),
        families=len({of.id for of, _ in members}),
        untold=sum(not each.told for each in origins),
        first=made[0].known,
        last=made[-1].known,
        history=tuple(history),
        answers=tuple(answers),
        open_since=open_since,
        rivals=tuple(rivals),
        why="one question",
    )


def counts(
    number: int,
    *,
    speaker: str | None = "Marta Lind",
    outlet: str = "The Harbour Post",
    published: str = "2021-04-12",
) -> tuple[Document, list[Fact], Figure]:
    """Return a report in which somebody, or the report itself, gives a number of soldiers of the north."""
    words = f"the north has {number:,} soldiers"
    of = report(
        f"{speaker} said {words} in {outlet}." if speaker else f"Here {words}.",
        outlet=outlet,
        published=published,
    )
    said = (
        statement(of, words, speaker=speaker, source=speaker, cue="said", mode=Mode.INDIRECT)
        if speaker
        else None
    )
    one = figure(of, f"{number:,} soldiers", "troops", best=float(number), holder="the north", said_in=said)
    return of, [*([said] if said else []), one], one


def asks(
    *, speaker: str = "Ivo Berg", outlet: str = "The Harbour Post", published: str = "2021-04-12"
) -> tuple[Document, Statement]:
    """Return a report in which somebody asks for something."""
    of = report(
        f"{speaker} called on the north to leave the strait ({outlet}).", outlet=outlet, published=published
    )
    return of, statement(
        of,
        "the north to leave the strait",
        speaker=speaker,
        source=speaker,
        cue="called on",
        act=Act.REQUEST,
        mode=Mode.INDIRECT,
    )
