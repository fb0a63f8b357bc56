"""Spellings that are shown as one: those that differ by case, full stops, spaces or "the" alone."""

from collections import defaultdict
from collections.abc import Callable, Mapping

Counts = Mapping[str, int]
_THE = "the "


def as_one(counts: Counts) -> dict[str, int]:
    """Return how often each name stands, under its most frequent spelling.

    >>> as_one({"E.O.": 4, "EO": 1, "the Alliance": 1, "Alliance": 11, "ALLIANCE": 2})
    {'Alliance': 14, 'E.O.': 5}
    """
    return _summed(counts, lambda found: min(found, key=lambda name: _rank(name, found)))


def roles_as_one(counts: Counts) -> dict[str, int]:
    """Return how often each role stands, in small letters where it stands so anywhere.

    >>> roles_as_one({"President": 3, "president": 1, "PRESIDENT": 1, "Envoy": 2})
    {'Envoy': 2, 'president': 5}
    """
    return _summed(
        counts, lambda found: min(found, key=lambda role: (not role.islower(), *_rank(role, found)))
    )


def fullest(counts: Counts) -> str:
    """Return the most frequent name of more than a word, "the" not counted; if there is none, of any.

    >>> fullest({"the Alliance": 3, "Alliance": 1}), fullest({"Weir": 9, "Ada Weir": 2})
    ('the Alliance', 'Ada Weir')
    """
    found = as_one(counts)
    several = {name: number for name, number in found.items() if " " in _bare(name)}
    return min(several or found, key=lambda name: _rank(name, found))


def _summed(counts: Counts, chosen: Callable[[Counts], str]) -> dict[str, int]:
    alike: dict[str, dict[str, int]] = defaultdict(dict)
    for spelling in sorted(counts):
        spaced = " ".join(spelling.split())
        found = alike[_bare(spaced)]
        found[spaced] = found.get(spaced, 0) + counts[spelling]
    return {chosen(found): sum(found.values()) for found in alike.values()}


def _bare(name: str) -> str:
    folded = name.casefold()
    return folded.replace(".", "").removeprefix(_THE) or folded


def _rank(name: str, counts: Counts) -> tuple[int, bool, int, str]:
    return -counts[name], name.casefold().startswith(_THE), -len(name), name
