"""Profiles for the tests, made of words."""

from collections.abc import Iterable

from hypothesis import strategies as some

from tocsin.group.likeness import SCALE
from tocsin.record.story import Profile, Term, TermKind

WORDS = ("troops", "border", "drill", "summit", "vote", "flood", "quake", "bank", "strike", "film")
OUTLETS = (None, "the crier", "the herald")


def about(
    document: str,
    words: Iterable[str],
    *,
    day: int | None = 100,
    outlet: str | None = None,
    kind: TermKind = TermKind.WORD,
) -> Profile:
    """A report of these words, the first the heaviest, of length one."""
    told = list(dict.fromkeys(words))
    raw = [len(told) - at for at in range(len(told))]
    length = sum(value * value for value in raw) ** 0.5 or 1
    return Profile(
        document=document,
        known=f"2021-{(day or 0):04}",
        day=day,
        outlet=outlet,
        weights={
            Term(kind=kind, what=word): round(SCALE * value / length)
            for word, value in zip(told, raw, strict=True)
        },
    )


@some.composite
def profiles(draw: some.DrawFn, *, most: int = 14) -> list[Profile]:
    """Reports of few words over few weeks, some without a day or an outlet, some of persons."""
    days = some.none() | some.integers(100, 150)
    told = some.lists(some.sampled_from(WORDS), min_size=1, max_size=6)
    kinds = some.sampled_from((TermKind.WORD, TermKind.PERSON))
    rows = draw(some.lists(some.tuples(told, days, some.sampled_from(OUTLETS), kinds), max_size=most))
    return [
        about(f"doc-{at:02}", words, day=day, outlet=outlet, kind=kind)
        for at, (words, day, outlet, kind) in enumerate(rows)
    ]
