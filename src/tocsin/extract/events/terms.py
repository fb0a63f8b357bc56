"""Words and groups of words to look for in a tree, all their forms made once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.lang.en.inflect import plural, verb_forms

GAP: Final = "~"  # stands for up to four words
_WIDEST_GAP: Final = 4
_STEM: Final = 4  # letters of a "prefix-" by which it is found


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms by their first word, the longest first, each with what it tells."""

    firsts: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    stems: dict[str, tuple[tuple[str, str], ...]]  # beginnings of words, by their first letters

    @classmethod
    def of(cls, entries: Mapping[str, Iterable[str]]) -> Self:
        """Return the terms of entries by what they tell.

        >>> terms = Terms.of({"withdraw": ["pull back"], "military": ["militar-"]})
        >>> terms.at(("pulled", "back"), 0), terms.at(("militarised",), 0), terms.at(("pull",), 0)
        ('withdraw', 'military', None)
        """
        firsts: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
        stems: dict[str, dict[tuple[str, str], None]] = {}
        for label, terms in entries.items():
            for term in terms:
                if term.endswith("-"):
                    stems.setdefault(term[:_STEM], {})[term[:-1], label] = None
                    continue
                for first, rest in _forms(term):
                    firsts.setdefault(first, {})[rest, label] = None
        return cls(
            {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in firsts.items()},
            {start: tuple(found) for start, found in stems.items()},
        )

    @classmethod
    def plain(cls, entries: Iterable[str]) -> Self:
        """Return terms that tell nothing but that they stand there."""
        return cls.of({"": entries})

    def at(self, forms: Sequence[str], number: int) -> str | None:
        """Return what the longest term that begins at a word tells, of two the first; None without any."""
        return next(self.all_at(forms, number), None)

    def all_at(self, forms: Sequence[str], number: int) -> Iterator[str]:
        """Yield what each term that begins at a word tells, the longest first."""
        word = forms[number]
        for rest, label in self.firsts.get(word, ()):
            if not rest or _follows(rest, forms, number + 1):
                yield label
        for stem, label in self.stems.get(word[:_STEM], ()):
            if word.startswith(stem):
                yield label

    def __contains__(self, word: str) -> bool:
        """Tell whether one word alone is a term."""
        return self.at((word,), 0) is not None


def _follows(rest: Sequence[str], forms: Sequence[str], number: int) -> bool:
    gap = 0
    for part in rest:
        if part == GAP:
            gap = _WIDEST_GAP
            continue
        place = next((n for n in range(number, min(number + gap + 1, len(forms))) if forms[n] == part), None)
        if place is None:
            return False
        number, gap = place + 1, 0
    return True


def _forms(term: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a term's first word in its forms, with the words after it; hyphens are words."""
    head, *rest = term.split()
    before, mark, last = head.rpartition("-")
    tails = {tuple(_words(rest))}
    if rest:
        tails.add(tuple(_words([*rest[:-1], plural(rest[-1])])))
    for form in verb_forms(last):
        words = _words([before + mark + form])
        for tail in tails:
            yield words[0], (*words[1:], *tail)


def _words(parts: Iterable[str]) -> list[str]:
    return [word for part in parts for word in part.replace("-", " - ").split()]
