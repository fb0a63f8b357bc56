"""Which denials are of a figure: its own, and those of the statement that holds it which speak of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from tocsin.reconcile.claims.propositions import proposition
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.reconcile.inputs import Denial
from tocsin.reconcile.items import Item
from tocsin.record import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """Denials by the record that they deny."""

    by_record: Mapping[str, tuple[Denial, ...]]

    @classmethod
    def of_all(cls, denials: Iterable[Denial]) -> Self:
        """Return denials by what they deny, in canonical order, each once."""
        found: dict[str, dict[str, Denial]] = defaultdict(dict)
        for each in denials:
            found[each.of][each.said.statement.id] = each
        return cls(by_record={of: tuple(own[id_] for id_ in sorted(own)) for of, own in found.items()})

    def what(self, item: Item) -> tuple[Denial, ...]:
        """Return the denials of a figure.

        Who denies a statement does not deny every number in it: only where the denial speaks of what the
        figure counts, or has the number itself.
        """
        said = item.counted.said
        statement = said.statement if said else None
        own = self.by_record.get(item.id, ())
        around = self.by_record.get(statement.id, ()) if statement else ()
        found = (*own, *(each for each in around if of_figure(each, item.counted.figure)))
        return tuple({each.said.statement.id: each for each in found}.values())


def of_figure(denial: Denial, figure: Figure) -> bool:
    """Tell whether a denial has a word for what a figure counts, or its number."""
    texts = [span.text for span in denial.said.statement.contents]
    if figure.measured and any(not _words(text).isdisjoint(_words(figure.measured.text)) for text in texts):
        return True
    numbers = [number for text in texts for number in proposition(text).numbers.values()]
    own = (figure.best, figure.low, figure.high)
    return any(value is not None and low <= value <= high for low, high in numbers for value in own)


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word, *_ in words_of(text))
