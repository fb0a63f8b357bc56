"""Bringing copies, stories and findings in line with the log of a case: what is new, and what that touches.

Reports are taken in by number: their copies, and what each is about. Then the case is looked at as a
whole: who is of one family and one story. A report whose telling changed by that, or whose names stand
for others now, touches its story; a story that is touched is read again, and the blocks of its figures
with it. What is kept is a function of the set of reports, so that it does not matter in how many steps
they came.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tocsin import group
from tocsin.across.actors import actor_of, facts_by_key
from tocsin.across.copying import Copying, shown
from tocsin.across.finding import OfStory, of_block, of_story, settled_of
from tocsin.across.known import Known
from tocsin.across.telling import Linked, Printed, linked_of, tellings
from tocsin.group import Grouping, story_id, story_of
from tocsin.reconcile import Actor, Told
from tocsin.record.copy import Copy
from tocsin.record.finding import Finding
from tocsin.record.story import Profile, Story
from tocsin.store import Store
from tocsin.store.across import Pending, Rows

AT_ONCE: Final = 64  # reports
_STORY, _BLOCK = "story:", "block:"
Progress = Callable[[int, int], None]  # reports linked, of how many


def nothing(done: int, of: int) -> None:
    """Take note of nothing."""


def renew(store: Store, known: Known, *, progress: Progress = nothing) -> int:
    """Bring copies, stories and findings of a case in line with its log; return how many reports came.

    What was done before stays; a run that is stopped goes on where it was. Where another version made
    them, or a report was read anew, they are made again from the log.

    Raises:
        CaseError: the case cannot be written.
    """
    done = 0
    copying: Copying | None = None
    while True:
        with store.across() as rows:
            if rows.version() != known.version or rows.reread():
                rows.clear(known.version)
            count, pending = rows.count(), rows.pending(AT_ONCE)
            if not pending:
                if not rows.looked():
                    _look(rows, known)
                return done
            rows.look(done=False)
            if copying is None or rows.linked() != len(copying.knowns):  # others write, too
                copying = Copying.open(rows, known.publishers)
            _take(rows, pending, copying, known)
        done += len(pending)
        progress(done, done + count - len(pending))


def _take(rows: Rows, pending: Sequence[Pending], copying: Copying, known: Known) -> None:
    """Take reports in, one by one: their copies and what they are about."""
    extractions = rows.extraction([each.document for each in pending])
    arriving = [(each.document, each.known, extractions[each.document]) for each in pending]
    origins = copying.take(rows, arriving)
    rows.put_profiles(
        [group.profile_of(one, known=when, background=known.background) for _, when, one in arriving]
    )
    linked = []
    for each in pending:
        document = extractions[each.document].document
        printed = Printed(
            id=document.id, known=each.known, outlet=document.outlet, version_of=document.version_of
        )
        one = Linked(printed=printed, reading=each.extraction, origin=origins[each.document])
        linked.append((each.document, each.extraction, one.text))
    rows.link(linked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """All reports of a case, as they are told now."""

    linked: Mapping[int, Linked]  # by number, as they were told before
    told: Mapping[int, Told]
    stories: Mapping[str, Sequence[Profile]]  # by id, each by (known, id)
    grouping: Grouping

    @property
    def numbers(self) -> dict[str, int]:
        """The numbers of the reports, by id."""
        return {one.printed.id: number for number, one in self.linked.items()}


def _look(rows: Rows, known: Known) -> None:
    """Look at the case as a whole: families, stories, and the findings that they touch."""
    entities = rows.entities()
    actors = {each.id: actor_of(each, known.knowledge) for each in entities}
    acting = facts_by_key(entities, actors) | {key: (of, "") for key, of in rows.judged().items()}
    before = rows.acting()
    moved = {key for key in before.keys() | acting.keys() if before.get(key) != acting.get(key)}
    case = _whole(rows)
    changed = {number for number, one in case.linked.items() if one.told != case.told[number]}
    touched = {
        story
        for number in changed | (rows.holding(moved) & case.linked.keys())
        for told in (case.linked[number].told, case.told[number])
        if told and (story := told.story)
    }
    blocks = _read_again(rows, known, case, actors, touched)
    _settle(rows, known, actors, blocks)
    rows.link(
        [
            (number, one.reading, one.text)
            for number in sorted(changed)
            for one in (replace(case.linked[number], told=case.told[number]),)
        ]
    )
    rows.put_acting(
        [(key, *acting[key]) for key in sorted(moved) if key in acting],
        sorted(key for key in moved if key not in acting),
    )
    rows.look(done=True)


def _whole(rows: Rows) -> _Case:
    linked = {number: linked_of(text) for number, text in rows.told().items()}
    profiles = {each.document: each for each in rows.profiles()}
    grouping = Grouping()
    grouping.add(profiles.values())
    ordered = [group.in_order([profiles[one] for one in story]) for story in grouping.stories]
    stories = {story_id(each): each for each in ordered}
    of = {one.document: id_ for id_, each in stories.items() for one in each}
    copies = _copies(rows, linked.values())
    return _Case(linked=linked, told=tellings(linked, copies, of), stories=stories, grouping=grouping)


def _copies(rows: Rows, linked: Iterable[Linked]) -> tuple[Copy, ...]:
    """Return the copies as people see them, having kept those that are others than before."""
    every = list(linked)
    found = shown(
        rows.pairs(),
        {one.printed.id: one.origin for one in every},
        {one.printed.id: one.printed.outlet for one in every},
    )
    had = {(copy.left, copy.right): copy for copy in rows.copies()}
    now = {(copy.left, copy.right): copy for copy in found}
    rows.put_copies(
        [copy for pair, copy in now.items() if had.get(pair) != copy], sorted(had.keys() - now.keys())
    )
    return found


def _read_again(
    rows: Rows, known: Known, case: _Case, actors: Mapping[str, Actor], touched: Iterable[str]
) -> set[str]:
    """Make the findings of these stories again, and return the blocks that figures of theirs stand in."""
    names = sorted(touched)
    blocks = rows.blocks_of(names)
    numbers = case.numbers
    stories, findings = list[Story](), list[tuple[str, Finding]]()
    settled = list[tuple[str, str, bytes]]()
    for name in names:
        if name not in case.stories:
            continue
        of = [numbers[one.document] for one in case.stories[name]]
        story, found = _story(rows, known, case, actors, of)
        stories.append(story)
        findings += ((_STORY + name, each) for each in found.findings)
        settled += ((name, block, each.data) for block, each in found.settled.items())
        blocks |= found.settled.keys()
    rows.put_stories([name for name in names if name not in case.stories], stories)
    rows.put_findings([_STORY + name for name in names], findings)
    rows.put_settled(names, settled)
    return blocks


def _story(
    rows: Rows, known: Known, case: _Case, actors: Mapping[str, Actor], numbers: Sequence[int]
) -> tuple[Story, OfStory]:
    extractions = rows.extraction(numbers)
    documents = {each.document.id: each.document for each in extractions.values()}
    told = case.told[numbers[0]].story
    profiles = case.stories[told] if told else ()
    story = story_of(profiles, documents, case.grouping.sums(documents))
    found = of_story(
        [(extractions[number], case.told[number]) for number in numbers],
        rows.meant(numbers),
        actors=actors,
        bodies=known.knowledge,
    )
    return story, found


def _settle(rows: Rows, known: Known, actors: Mapping[str, Actor], blocks: Iterable[str]) -> None:
    """Make the findings of these blocks again."""
    asked = sorted(blocks)
    settled = rows.settled(asked)
    findings = list[tuple[str, Finding]]()
    for block in asked:
        if parts := [settled_of(data) for data in settled.get(block, ())]:
            found = of_block(parts, actors=actors, bodies=known.knowledge)
            findings += ((_BLOCK + block, each) for each in found)
    rows.put_findings([_BLOCK + block for block in asked], findings)
