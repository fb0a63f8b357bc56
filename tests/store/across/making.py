"""Copies, stories and findings of invented reports, made by hand."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path

from tests.store.making import span
from tests.store.samples import THEN, Item
from tocsin.record import Bound, Document, Weight, content_id
from tocsin.record.copy import Closeness, Copy, CopyKind, Direction, Passage, Shared
from tocsin.record.finding import (
    Answer,
    AnswerKind,
    Finding,
    Member,
    Origin,
    OriginKind,
    Question,
    QuestionKind,
    Status,
    Step,
    StepKind,
    Value,
    finding_id,
)
from tocsin.record.story import Profile, Story, Term, TermKind
from tocsin.store import Store
from tocsin.store.linking import APART, Linking

VERSION = "across@1"


def case_of(path: Path, items: Sequence[Item], linking: Linking = APART) -> Store:
    """Return an open case of these reports, each written in a run's own batch."""
    store = Store.open(path, create=True, linking=linking)
    run = store.begin_run("read", "nobody", THEN)
    for item in items:
        store.write(run, [item], THEN)
    return store


def copy(
    one: Document,
    other: Document,
    words: Sequence[str],
    *,
    shares: tuple[float, float] = (0.5, 0.4),
    kind: CopyKind = CopyKind.TEXT,
) -> Copy:
    """Return the copy of these words, which stand in both."""
    left, right = sorted((one, other), key=lambda each: each.id)
    return Copy(
        id=Copy.make_id(left.id, right.id, VERSION),
        left=left.id,
        right=right.id,
        passages=tuple(
            Passage(
                left=span(left.text, each),
                right=span(right.text, each),
                shared=Shared.TEXT,
                closeness=Closeness.VERBATIM,
                same=len(each.split()),
                words=len(each.split()),
                speaker="person:ilse brandt" if number else None,
            )
            for number, each in enumerate(words)
        ),
        left_share=shares[0],
        right_share=shares[1],
        kind=kind,
        direction=Direction.LEFT,
        source="Aster Wire" if kind is CopyKind.WIRE else None,
        reasons=(Weight(part="time", value=1.5, why="an hour earlier"),),
        why="a credit names the agency",
        score=1.5,
    )


def profile(of: Document, known: str, **weights: int) -> Profile:
    """Return a profile of words, one of them twice: as a word and in the lead."""
    terms = {Term(kind=kind, what=what): n for (what, n), kind in product(weights.items(), TermKind)}
    return Profile(document=of.id, known=known, day=737_500, outlet=None, weights=terms)


def story(*of: Document, title: str | None = None, last: str = "2021-04-15T07:30:00Z") -> Story:
    """Return the story of these reports, the first of them its central one."""
    return Story(
        id=content_id("sto", of[0].id),
        documents=tuple(each.id for each in of),
        first="2021-04-13T23:59:59Z",
        last=last,
        cohesion=0.4,
        central=of[0].id,
        title=title,
        headline=span(of[0].text, of[0].text.partition("\n")[0]),
        why="both tell of the port",
    )


def finding(
    words: str,
    members: Sequence[tuple[str, Document]],
    *,
    origins: Sequence[tuple[str, str]] = (("outlet:velmar post", "Velmar Post"),),
    kind: QuestionKind = QuestionKind.FIGURE,
    status: Status = Status.SINGLE,
    measure: str | None = None,
    open_since: str | None = None,
    last: str = "2021-04-15T07:30:00Z",
) -> Finding:
    """Return a finding on a question, with these members (a record's id, and its report)."""
    ids = tuple(id_ for id_, _ in members)
    return Finding(
        id=finding_id(words, ids[0]),
        question=Question(kind=kind, key=words, words=words, measure=measure),
        status=status,
        statuses=(status,),
        members=tuple(
            Member(
                record=id_,
                document=of.id,
                origin=origins[0][0],
                known="2021-04-13T23:59:59Z",
                value=Value(low=None, best=1200.0, high=None, bound=Bound.ABOUT),
                why="the same measure",
                score=0.8,
            )
            for id_, of in members
        ),
        origins=tuple(
            Origin(key=key, name=name, kind=OriginKind.SPEAKER, told=True, members=ids, why=("one body",))
            for key, name in origins
        ),
        documents=len({of.id for _, of in members}),
        outlets=1,
        families=1,
        untold=0,
        first="2021-04-13T23:59:59Z",
        last=last,
        history=(
            Step(origin=origins[0][0], at=last, before=ids[0], after=ids[-1], kind=StepKind.REVISED, why=""),
        ),
        answers=(Answer(to=ids[0], by=ids[-1], kind=AnswerKind.MET, at=last, why="it was done"),),
        open_since=open_since,
        rivals=("fin-0",),
        why="one report says it",
    )
