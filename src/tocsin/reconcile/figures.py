"""Figures of all reports as questions: how many of what, whose, where, for which time.

Three steps, each a pure function of a set, so that a new report recomputes only what it touches:

    settle(figures of a story)   → items, each with whose it is           (``settling``)
    block_of(item)               → the block whose findings it may change
    findings_of(items of a block) → findings

In a block, figures with the same features are one question. Those with fewer features join the one
question that tells more, where only one fits; parts of a total stay apart from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from tocsin.reconcile.assembling import Entry, as_one_text, assemble
from tocsin.reconcile.denied import Denied
from tocsin.reconcile.history import statuses, steps
from tocsin.reconcile.inputs import Context, Counted, Denial
from tocsin.reconcile.items import Item
from tocsin.reconcile.joining import Joined, join
from tocsin.reconcile.origins import attribution
from tocsin.reconcile.questions import question_of
from tocsin.reconcile.settling import DEFAULT, Settings, settle
from tocsin.reconcile.wording import word
from tocsin.record import Act, Modality
from tocsin.record.finding import Finding, Member, Stance

_FREE: Final = "story:"


def figure_findings(
    counted: Iterable[Counted],
    context: Context,
    *,
    denials: Iterable[Denial] = (),
    settings: Settings = DEFAULT,
) -> tuple[Finding, ...]:
    """Return the findings of all figures of a case, by their first member: the three steps at once."""
    stories: dict[str, list[Counted]] = defaultdict(list)
    for each in counted:
        stories[each.told.story or each.told.document].append(each)
    blocks: dict[str, list[Item]] = defaultdict(list)
    for story in stories.values():
        for item in settle(story, context, settings=settings):
            blocks[block_of(item)].append(item)
    denied = tuple(denials)
    found = [
        finding
        for items in blocks.values()
        for finding in findings_of(items, context, denials=denied, settings=settings)
    ]
    return tuple(sorted(found, key=lambda each: (each.first, each.members[0].record)))


def block_of(item: Item) -> str:
    """Return the block of a figure: measure, unit, and whose it is; of nobody's, its story."""
    whose = item.holder or f"{_FREE}{item.story}"
    return "|".join(("figure", item.measure or "", item.unit or "", whose))


def findings_of(
    items: Iterable[Item],
    context: Context,
    *,
    denials: Iterable[Denial] = (),
    settings: Settings = DEFAULT,
) -> tuple[Finding, ...]:
    """Return the findings of one block, by their first member; a function of the set of its items.

    Denials are those of the stories that the items stand in: of a figure, or of the statement that holds it.
    """
    denied = Denied.of_all(denials)
    return tuple(
        _finding(joined, denied, context, settings)
        for joined in join({item.id: item for item in items}.values(), context, settings=settings)
    )


def _finding(joined: Joined, denied: Denied, context: Context, settings: Settings) -> Finding:
    entries = as_one_text([_entry(item, joined) for item in joined.items])
    carrying = {
        item.counted.figure.said_in for item in joined.items
    }  # a denial with a figure is a member by it
    for item in joined.items:
        told = (denial for denial in denied.what(item) if denial.said.statement.id not in carrying)
        entries += (_denying(denial, context) for denial in told)
    history = steps(entries)
    question = question_of(joined.items, context, key=block_of(joined.items[0]))
    return assemble(
        question,
        entries,
        statuses=statuses(entries, history, window=settings.window),
        history=history,
        why=_why(joined.items),
    )


def _entry(item: Item, joined: Joined) -> Entry:
    counted = item.counted
    denies = counted.figure.modality is Modality.DENIED or (
        counted.said is not None and counted.said.statement.act is Act.DENY
    )
    member = Member(
        record=item.id,
        document=counted.told.document,
        origin=item.whose.key,
        known=counted.told.known,
        first=item.valid.first,
        last=item.valid.last,
        value=item.value,
        stance=Stance.DENIES if denies else Stance.ASSERTS,
        why="; ".join(dict.fromkeys((*item.why, *joined.why.get(item.id, ())))) or word("joined", "features"),
        score=round(item.score, 4),
    )
    return Entry(member=member, attribution=item.whose, told=counted.told)


def _denying(denial: Denial, context: Context) -> Entry:
    said = denial.said
    whose = attribution(said, said.told, context)
    member = Member(
        record=said.statement.id,
        document=said.told.document,
        origin=whose.key,
        known=said.told.known,
        stance=Stance.DENIES,
        why=denial.why,
        score=denial.score,
    )
    return Entry(member=member, attribution=whose, told=said.told)


def _why(items: Sequence[Item]) -> str:
    """Return what the figures of a finding have in common, and how many joined it loosely."""
    loose = sum(bool(item.why) for item in items)
    key = "alone" if len(items) == 1 else "all" if not loose else "some"
    return word("finding", key, count=str(len(items)), loose=str(loose))
