"""Reports that come in batches, and their stories: at any time a function of the set of reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tocsin.group.index import Index
from tocsin.group.tiers import Changed, Docs, Tiers
from tocsin.record.story import Profile


@dataclass(slots=True)
class Grouping:
    """All reports of a case with their pairs and stories.

    A report that is taken back, or whose day or words change, takes a new ``Grouping`` of the rest.
    """

    _index: Index = field(default_factory=Index)
    _tiers: Tiers = field(default_factory=Tiers)
    _known: dict[str, int] = field(default_factory=dict)  # their numbers

    def add(self, profiles: Iterable[Profile]) -> Changed:
        """Take a batch of reports in, and return what it changed; those known already do not count."""
        for profile in profiles:
            if profile.document not in self._known:
                self._known[profile.document] = len(self._known)
                self._tiers.take_in(profile.document, *self._index.add(profile))
        return self._tiers.regroup()

    def sums(self, documents: Iterable[str]) -> dict[str, int]:
        """Return how alike each of some reports taken in is to the others of them, added up."""
        numbers = [self._known[document] for document in documents]
        found = dict.fromkeys(numbers, 0)
        for number in numbers:
            for other, score in zip(*(each.tolist() for each in self._tiers.alike[number]), strict=True):
                if other in found:
                    found[other] += score
                    found[number] += score
        return {self._tiers.documents[number]: value for number, value in found.items()}

    @property
    def stories(self) -> tuple[Docs, ...]:
        """The stories, each sorted, by their first document."""
        return self._tiers.stories


def stories_of(profiles: Iterable[Profile]) -> tuple[Docs, ...]:
    """Return the stories of a set of reports at one go: what ``Grouping`` comes to in any order.

    >>> from tocsin.record.story import Term, TermKind
    >>> def about(document, *words):
    ...     return Profile(document=document, known="2021-04-13", day=1, outlet=None, weights={
    ...         Term(kind=TermKind.WORD, what=word): 5000 for word in words})
    >>> stories_of([about("a", "troops", "border"), about("b", "troops", "border"), about("c", "vote")])
    (('a', 'b'), ('c',))
    """
    grouping = Grouping()
    grouping.add(profiles)
    return grouping.stories


def likeness_sums(profiles: Sequence[Profile]) -> dict[str, int]:
    """Return how alike each of some reports is to the others, added up."""
    grouping = Grouping()
    grouping.add(profiles)
    return grouping.sums([each.document for each in profiles])
