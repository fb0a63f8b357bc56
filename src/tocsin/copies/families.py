"""Text families: reports that are not independent as texts. A view over the copies known by a time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tocsin.record.copy import Copy, Direction, Family

FAMILY: Final = 0.5  # of a report's own words: from here on it was copied, not only helped
AGREE: Final = 0.9  # of the pairs of a family that name a common source
DIGEST: Final = 0.1  # below it, the longer of the two is a digest, which makes no family of all it cites


def joins(copy: Copy) -> bool:
    """Tell whether a copy makes its two reports one family.

    It is half of one report, and no mere item of the other, as of a page that lists what others write.
    """
    shares = copy.left_share, copy.right_share
    return max(shares) >= FAMILY and min(shares) >= DIGEST


def roots(documents: Iterable[str], copies: Iterable[Copy]) -> Mapping[str, str]:
    """Return for each report the first of its family by id; the order of input does not count."""
    home = {one: one for one in documents}

    def root(one: str) -> str:
        while home[one] != one:
            home[one] = home[home[one]]
            one = home[one]
        return one

    for copy in copies:
        if joins(copy):
            first, second = sorted((root(copy.left), root(copy.right)))
            home[second] = first
    return {one: root(one) for one in home}


def families(documents: Iterable[str], copies: Iterable[Copy]) -> tuple[Family, ...]:
    """Return the text families of some reports, by their first; each report is in one.

    ``copies`` are those known by the same time, freed of furniture and told by thirds. The source is
    told where nine of ten copies within a family that name a common one name the same.
    """
    joined = [copy for copy in copies if joins(copy)]
    home = roots(documents, joined)
    members: dict[str, list[str]] = defaultdict(list)
    for one in sorted(home):
        members[home[one]].append(one)
    within: dict[str, list[Copy]] = defaultdict(list)
    for copy in joined:
        within[home[copy.left]].append(copy)
    return tuple(_family(of, within[first]) for first, of in sorted(members.items()))


def _family(documents: Sequence[str], copies: Sequence[Copy]) -> Family:
    if len(documents) == 1:
        why = f"no other report has {FAMILY:.0%} or more of its words"
        return Family(documents=tuple(documents), source=None, why=why)
    told = Counter(copy.source for copy in copies if copy.direction is Direction.COMMON and copy.source)
    source = next((name for name, count in told.items() if count >= AGREE * told.total()), None)
    most = max(max(copy.left_share, copy.right_share) for copy in copies)
    pairs = f"{len(copies)} pair{'s' if len(copies) > 1 else ''}"
    why = f"{pairs} of them share {FAMILY:.0%} to {most:.0%} of one's words"
    if told:
        names = ", ".join(f"{name} ({count})" for name, count in sorted(told.items()))
        why += (
            f"; told to be from {names}" if source else f"; told to be from {names}, so from nobody for sure"
        )
    return Family(documents=tuple(documents), source=source, why=why)
