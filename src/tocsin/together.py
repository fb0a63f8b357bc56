"""What the reports of a case say together: copies, stories, findings, and what changed since."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from tocsin.asking import copy_query, finding_query, meaning, story_query
from tocsin.codec import Links, Record
from tocsin.filters import CopyFilters, FindingFilters, StoryFilters
from tocsin.linking import DeferredLinking
from tocsin.record.copy import Copy, Family
from tocsin.record.diff import Diff
from tocsin.record.finding import Finding
from tocsin.record.story import Membership, Story
from tocsin.store import Query, Store

if TYPE_CHECKING:
    from tocsin.across import Known

_EARLIER = 4  # cases as they were, kept at a time


class Together:
    """What a case is asked of all its reports; every view is current with what was read.

    With ``as_of`` it answers as a case that had only the reports known by then.
    """

    _store: Store
    _linking: DeferredLinking
    _linked: tuple[str, Links] | None

    def copies(self, **asked: Unpack[CopyFilters]) -> Iterator[Copy]:
        """Yield what reports have from one another, the largest share first.

        Raises:
            ValueError: there is no such kind.
        """
        query = copy_query(asked)
        return self._at(query).copies(replace(query, as_of=None))

    def stories(self, **asked: Unpack[StoryFilters]) -> Iterator[Story]:
        """Yield the stories, those of most reports first; ``about`` is words of their reports."""
        query = meaning(story_query(asked), self._linking.named)
        return self._at(query).stories(replace(query, as_of=None))

    def findings(self, **asked: Unpack[FindingFilters]) -> Iterator[Finding]:
        """Yield the questions that reports answer, the disputed first, then what most reports tell.

        Raises:
            ValueError: there is no such kind or status.
        """
        query = meaning(finding_query(asked), self._linking.named)
        return self._at(query).findings(replace(query, as_of=None))

    def families(self, *, as_of: str | None = None) -> tuple[Family, ...]:
        """Return the reports that are not independent as texts, two or more together."""
        from tocsin.copies import families  # noqa: PLC0415 - slow, and few commands need it

        copies = list(self.copies(as_of=as_of))
        documents = {one for copy in copies for one in (copy.left, copy.right)}
        return tuple(each for each in families(documents, copies) if len(each.documents) > 1)

    def memberships(self, story: str, *, as_of: str | None = None) -> tuple[Membership, ...]:
        """Return why each report is in a story, in its order.

        Raises:
            CaseError: there is no such story.
        """
        from tocsin.group import membership_of  # noqa: PLC0415 - as above

        store = self._at(Query(as_of=as_of))
        found = store.story(story)
        profiles = store.profiles_of(found.id)
        readings = store.readings(found.documents)
        return tuple(membership_of(readings[each], profiles) for each in found.documents)

    def diff(self, *, since: str, as_of: str | None = None) -> Diff:
        """Return what changed between two times, by when it was known.

        Raises:
            DateError: a time is none.
        """
        from tocsin.across import changes, state_of  # noqa: PLC0415 - as above

        before, after = self._at(Query(as_of=since)), self._at(Query(as_of=as_of))
        earlier, later = state_of(before), state_of(after)
        fresh = tuple(
            sorted(later.known.keys() - earlier.known.keys(), key=lambda one: (later.known[one], one))
        )
        return Diff(since=since, as_of=as_of, documents=fresh, changes=changes(earlier, later))

    def found(self, id: str) -> Finding | Story | Copy:  # noqa: A002 - the word for it everywhere else
        """Return the finding, story or copy of that id, or of the one id that begins so.

        Raises:
            CaseError: there is none, or several begin so.
        """
        store = self._at(Query())
        match id.partition("-")[0]:
            case "sto":
                return store.story(id)
            case "copy":
                return store.copy(id)
        return store.finding(id)

    def records(self, ids: Iterable[str]) -> Mapping[str, Record]:
        """Return the records with these ids, as their newest readings have them."""
        return self._store.records_by(list(ids))

    def link(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        """Bring copies, stories and findings in line with what was read; return how many reports came.

        Reading does so at its end, and every view where it was not done: call it to see the progress.
        """
        from tocsin.across import nothing, renew  # noqa: PLC0415 - as above

        return renew(self._store, self._known, progress=progress or nothing)

    def relink(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        """Make copies, stories, findings, entities and the search again from the log; return of how many.

        What was read and judged stays as it is: after it they are as a case read anew has them.
        """
        self._store.rebuild()
        self._linked = None
        self._forget()
        return self.link(progress=progress)

    @cached_property
    def _known(self) -> "Known":
        from tocsin.across import Known  # noqa: PLC0415 - as above

        return Known.shipped(lambda: self._linking.knowledge)

    @cached_property
    def _earlier(self) -> OrderedDict[str, Store]:
        return OrderedDict()

    def _at(self, query: Query) -> Store:
        """Return the case as it was known by the time asked for, with all that its reports say together."""
        from tocsin.across import renew  # noqa: PLC0415 - as above

        store, when = self._store, query.as_of
        if when is None or not store.later_than(when):
            if store.waits():
                self.link()
            return store
        if when not in self._earlier:
            earlier = store.until(when)
            renew(earlier, self._known)
            self._earlier[when] = earlier
            if len(self._earlier) > _EARLIER:
                self._earlier.popitem(last=False)[1].close()
        return self._earlier[when]

    def _forget(self) -> None:
        """Let go of the case as it was: something was read or judged."""
        while self._earlier:
            self._earlier.popitem()[1].close()
