"""Figures: the quantities of NewsQuant's sentences, beside quantulum3, CQE and Microsoft's recognizers.

The metric is that of CQE (Almasian et al. 2023, EMNLP, table 3): F1 over the quantities of all
sentences, a quantity being right where its value is equal (relative tolerance 1e-5, a range by both
ends), where value and normalised unit are, or where value and change are. Theirs matches greedily
and may count one found quantity twice; here each is matched to one at most (Kuhn 1955), so that the
figures are theirs or a little lower. A unit is right, too, where its words stand in the text as the
gold has them, since many of the gold's units are lemmas by one parser.

How our quantities become NewsQuant's (``ours``):

* counted are the figures, and of the quantities that are no figures of a report those that NewsQuant
  marks: durations, ages, bare numbers and "one of the best …";
* left out are scores, words without a number ("several", "a few hundred"), an age that only stands
  between commas ("Ada Weir, 35, …"), and a duration as an adjective ("a five-year plan");
* "thousands" is 1000–10000 in both; "fell from 75 to 46" is the range 75–46 with "=" in NewsQuant;
* change: ``at_least`` is ">", ``at_most`` "<", ``about`` "~"; a rise or fall is "up" or "down" only where
  the quantity is the amount of the change and a verb or particle tells it ("rose 5%", "up 5%"), since
  NewsQuant leaves "rose to 5%" and "a 5% rise" as "=";
* units: percent is "percentage", ISO currency codes are its names (``figures.toml``), a rate is "X per Y",
  an age is "year of age"; what is counted is its noun phrase with the head in the singular.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import isclose
from pathlib import Path

from eval.gold import digest_of
from eval.metrics import Counts, matching
from eval.rows import Place, Row, make_rows
from tocsin.extract.figures import quantities_in
from tocsin.extract.figures.nouns import lemmas, singular
from tocsin.extract.figures.numerals import Written
from tocsin.extract.figures.quantities import Kind, Quantity
from tocsin.extract.figures.tokens import Tokens
from tocsin.model.layers import Layers
from tocsin.record import Bound, Change

SET = "newsquant"
FILES = {"dev": "newsquant/newsquant_even.json"}  # the other half is held back: newsquant_SPLIT.json
_BOUNDS = {Bound.AT_LEAST: ">", Bound.AT_MOST: "<", Bound.ABOUT: "~"}
_MOVES = {Change.RISE: "up", Change.FALL: "down"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A quantity in NewsQuant's terms; ``high`` is None for a single value, ``change`` where not told."""

    low: float
    high: float | None
    unit: str
    surface: str = ""
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the set with its quantities."""

    text: str
    gold: tuple[Marked, ...]


def load(data: Path, split: str = "dev") -> tuple[list[Sentence], str]:
    """Return the sentences of a data folder with their digest; none where it holds no such half."""
    path = data / FILES.get(split, f"newsquant/newsquant_{split}.json")
    if not path.is_file():
        return [], ""
    rows = json.loads(path.read_text("utf-8"))
    found = [Sentence(row["text"], tuple(of_gold(q) for q in row["quantities"])) for row in rows]
    return found, digest_of([path], data)


def of_gold(row: dict[str, str]) -> Marked:
    """Return a quantity of the set.

    >>> of_gold({"value": "5.0-6.0", "normalized_unit": "percentage", "unit": "%", "change": "up"})
    Marked(low=5.0, high=6.0, unit='percentage', surface='%', change='up')
    """
    value = row["value"]
    low, high = value, ""
    if "-" in value[1:] and "E" not in value:
        low, _, high = value.rpartition("-") if value.count("-") == 1 else value.partition("-")
    unit = row["normalized_unit"].strip().lower()
    return Marked(float(low), float(high) if high else None, unit, _plain(row["unit"]), row["change"].strip())


def _plain(words: str) -> str:
    return "".join(words.lower().replace("per cent", "percent").split())


@cache
def _names(table: str) -> dict[str, str]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return dict(data[table])


def ours(text: str, layers: Layers) -> list[Marked]:
    """Return what we find in a sentence, in NewsQuant's terms."""
    return [
        of_quantity(tokens, q)
        for tokens, q in quantities_in(text, layers, language="en")
        if _counts(tokens, q)
    ]


def peer_unit(name: str) -> str:
    """Return a peer's unit by NewsQuant's name."""
    plain = name.strip().lower()
    return _names("peers").get(plain, plain)


def unit_name(unit: str) -> str:
    """Return a unit of ours by NewsQuant's name.

    >>> unit_name("USD"), unit_name("kilometre")
    ('dollar', 'kilometre')
    """
    return _names("units").get(unit, unit).lower()


def averaged(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return sentences whose ranges are their means, for a peer that gives no ranges."""
    return [
        Sentence(
            s.text,
            tuple(q if q.high is None else replace(q, low=(q.low + q.high) / 2, high=None) for q in s.gold),
        )
        for s in sentences
    ]


def _counts(tokens: Tokens, quantity: Quantity) -> bool:
    if quantity.kind is Kind.AGE and quantity.unit_at is None:
        return False
    adjective = (
        quantity.kind is Kind.TIME and quantity.unit_at is not None and _hyphen(tokens, quantity.unit_at[0])
    )
    return quantity.kind is not Kind.SCORE and quantity.written is not Written.VAGUE and not adjective


def _hyphen(tokens: Tokens, unit: int) -> bool:
    return tokens.at(unit - 1) == "-" and singular(tokens.at(unit)) == tokens.at(unit)


def of_quantity(tokens: Tokens, quantity: Quantity) -> Marked:
    """Return a quantity of ours in NewsQuant's terms."""
    high = quantity.high if quantity.high != quantity.low else None
    change = _BOUNDS.get(quantity.bound, "=") if quantity.bound else "="
    move = quantity.move
    told = move is not None and move.amount and not move.noun and not quantity.moved
    if change == "=" and move is not None and told:
        change = _MOVES[move.change]
    return Marked(quantity.low, high, _unit(tokens, quantity), _surface(tokens, quantity), change)


def _unit(tokens: Tokens, quantity: Quantity) -> str:
    if quantity.kind is Kind.AGE:
        return f"{_age(tokens, quantity)} of age"
    if quantity.unit is not None:
        unit = unit_name(quantity.unit)
    elif quantity.noun is not None:
        words = [_positive(word) for word in lemmas(tokens, quantity.noun) if word not in ("and", "of")]
        unit = ("% " if quantity.kind is Kind.SHARE else "") + " ".join(words)
    else:
        unit = "% -" if quantity.kind is Kind.SHARE else "-"
    return f"{unit} per {quantity.rate}".lower() if quantity.rate else unit.lower()


def _positive(word: str) -> str:
    """Return the positive of a superlative, as the gold's lemmas are."""
    return "good" if word == "best" else word[:-3] if word.endswith("est") and len(word) > 6 else word


def _age(tokens: Tokens, quantity: Quantity) -> str:
    if quantity.unit_at is None:
        return "year"
    words = map(singular, tokens.low[slice(*quantity.unit_at)])
    return next((word for word in words if word in ("year", "month", "week", "day")), "year")


def _surface(tokens: Tokens, quantity: Quantity) -> str:
    if quantity.unit_at is not None:
        first, last = quantity.unit_at
        end = quantity.last if quantity.rate else last
        words = [*tokens.low[first:last], *(tokens.low[max(last, quantity.number[1]) : end])]
        return _plain(" ".join(words))
    if quantity.noun is not None:
        return _plain(" ".join(tokens.low[quantity.noun.first : quantity.noun.last]))
    return "-"


def same_value(gold: Marked, found: Marked) -> bool:
    """Tell whether two quantities have the same value or the same range."""
    if (gold.high is None) is not (found.high is None):
        return False
    ends = ((gold.low, found.low), (gold.high or 0.0, found.high or 0.0))
    return all(isclose(one, other, rel_tol=1e-5, abs_tol=1e-8) for one, other in ends)


def same_unit(gold: Marked, found: Marked) -> bool:
    """Tell whether two quantities have the same value, and the same unit by its name or its words."""
    surface = bool(gold.surface) and gold.surface == found.surface
    return same_value(gold, found) and (gold.unit == found.unit or surface)


def same_change(gold: Marked, found: Marked) -> bool:
    """Tell whether two quantities have the same value and the same change."""
    return same_value(gold, found) and gold.change == found.change


MEASURES: dict[str, Callable[[Marked, Marked], bool]] = {
    "value": same_value,
    "value + unit": same_unit,
    "value + change": same_change,
}


def count(gold: Sequence[Marked], found: Sequence[Marked], same: Callable[[Marked, Marked], bool]) -> Counts:
    """Count the quantities of a sentence that are right, each matched to one at most.

    >>> five = Marked(5.0, None, "percentage")
    >>> count([five, five], [five], same_value)
    Counts(right=1, found=1, gold=2)
    """
    edges = [[n for n, other in enumerate(found) if same(quantity, other)] for quantity in gold]
    return Counts(right=len(matching(edges)), found=len(found), gold=len(gold))


def rows(
    sentences: Sequence[Sentence],
    found: Iterable[Sequence[Marked]],
    *,
    system: str = "tocsin",
    split: str = "dev",
) -> list[Row]:
    """Return the table's rows: value, value and unit, and value and change where the system tells it."""
    pairs = [(sentence.gold, quantities) for sentence, quantities in zip(sentences, found, strict=True)]
    tells = any(quantity.change is not None for _, quantities in pairs for quantity in quantities)
    measures = {name: same for name, same in MEASURES.items() if tells or same is not same_change}
    counts = {
        name: [count(gold, quantities, same) for gold, quantities in pairs] for name, same in measures.items()
    }
    return make_rows(Place(task="figures", set=SET, split=split, system=system), counts)


def faults(sentences: Sequence[Sentence], found: Sequence[Sequence[Marked]], most: int) -> str:
    """Return the sentences of which a value is missed or invented, ``most`` of them, for a person to read."""
    lines = []
    for sentence, quantities in zip(sentences, found, strict=True):
        edges = [[n for n, other in enumerate(quantities) if same_value(g, other)] for g in sentence.gold]
        pairs = matching(edges)
        missed = [g for n, g in enumerate(sentence.gold) if n not in pairs]
        invented = [q for n, q in enumerate(quantities) if n not in pairs.values()]
        if missed or invented:
            lines.append(sentence.text)
            lines += [f"    missed {q.low} {q.high or ''} {q.unit}" for q in missed]
            lines += [f"    invented {q.low} {q.high or ''} {q.unit}" for q in invented]
    return "\n".join(lines[: 4 * most])
