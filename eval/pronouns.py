"""Pronouns: GAP (Webster et al. 2018), each with two names of which one, or neither, is meant.

Two answers are measured. ``tocsin`` is what a reader of records gets: the chain of the pronoun, and
whether a mention of it stands on either name. ``tocsin, of two`` is the model's own score, with the
choice between the two names and none alone, as the set's gold-two-mention setting gives them away.
Beside them the nearest name before the pronoun that its gender allows. F1 is over both names, as the
set's scorer counts; bias is the feminine F1 over the masculine one.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from eval.coreference import resolved
from eval.gold import digest_of
from eval.metrics import Counts, Span
from eval.rows import Place, Row, make_rows
from tocsin.extract.chains import Chains
from tocsin.extract.vocabulary import vocabulary
from tocsin.model.layers import Layers, Mention

FEMININE = frozenset({"she", "her", "hers"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A pronoun in its text, two names, and which of them it means."""

    id: str
    text: str
    pronoun: Span
    names: tuple[Span, Span]
    meant: frozenset[int]  # 0, 1 or neither

    @property
    def feminine(self) -> bool:
        """Whether the pronoun is she, her or hers."""
        return self.text[slice(*self.pronoun)].lower() in FEMININE


def load(folder: Path, split: str) -> tuple[list[Asked], str]:
    """Return the pronouns of a split and the digest of its file; none where the set is not there."""
    path = folder / "gap" / f"gap-{split}.tsv"
    if not path.is_file():
        return [], digest_of([], folder)
    with path.open(encoding="utf-8", newline="") as lines:
        rows_of = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = [
        Asked(
            id=row["ID"],
            text=row["Text"],
            pronoun=_span(row, "Pronoun"),
            names=(_span(row, "A"), _span(row, "B")),
            meant=frozenset(n for n, key in enumerate("AB") if row[f"{key}-coref"].upper() == "TRUE"),
        )
        for row in rows_of
    ]
    return asked, digest_of([path], folder)


def _span(row: dict[str, str], key: str) -> Span:
    start = int(row[f"{key}-offset"])
    return start, start + len(row[key])


def by_chain(asked: Asked, mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the names on which a mention of the pronoun's chain stands."""
    chains = Chains.of(mentions)
    number = chains.at(*asked.pronoun)
    cluster = next((c for c in chains.clusters() if number in c), ())
    places = [chains.span(n, asked.text) for n in cluster]
    words = {asked.text[start:end] for start, end in places}
    return frozenset(
        n
        for n, name in enumerate(asked.names)
        if asked.text[slice(*name)] in words or any(_same(place, name) for place in places)
    )


def _same(place: Span, name: Span) -> bool:
    shared = min(place[1], name[1]) - max(place[0], name[0])
    return 2 * shared > name[1] - name[0] and 3 * shared > place[1] - place[0]


@runtime_checkable
class Chooser(Protocol):
    """A model that tells which of some given spans a mention takes up."""

    def referents(
        self, texts: Sequence[str], asked: Sequence[tuple[Span, Sequence[Span]]]
    ) -> list[int | None]:
        """Return for each text the number of the span that its mention takes up, None for none."""
        ...


def of_two(asked: Sequence[Asked], model: Chooser) -> list[frozenset[int]]:
    """Return the name that the model chooses of the two given, where it does not choose neither."""
    chosen = model.referents([a.text for a in asked], [(a.pronoun, a.names) for a in asked])
    return [frozenset(() if number is None else {number}) for number in chosen]


def nearest(asked: Asked) -> frozenset[int]:
    """Return the nearest of the names before the pronoun whose given name does not clash with it."""
    known = vocabulary("en")
    pronoun = known.pronouns[asked.text[slice(*asked.pronoun)].lower()]
    before = [
        (name[1], n)
        for n, name in enumerate(asked.names)
        if name[1] <= asked.pronoun[0]
        and known.gender(asked.text[slice(*name)], frozenset()) in ("", pronoun.gender)
    ]
    return frozenset({max(before)[1]} if before else ())


def rows(split: str, asked: Sequence[Asked], answers: dict[str, Sequence[frozenset[int]]]) -> list[Row]:
    """Return the table's rows of each system's answers: overall, masculine, feminine, and the bias."""
    made: list[Row] = []
    for system, found in answers.items():
        place = Place(task="pronouns", set="gap", split=split, system=system)
        counts = [
            Counts(right=len(a.meant & f), found=len(f), gold=len(a.meant))
            for a, f in zip(asked, found, strict=True)
        ]
        of = {
            "overall": counts,
            "masculine": [c for c, a in zip(counts, asked, strict=True) if not a.feminine],
            "feminine": [c for c, a in zip(counts, asked, strict=True) if a.feminine],
        }
        three = make_rows(place, of)
        bias = three[2].f1 / three[1].f1 if three[1].f1 else 0.0
        made += [*three, _bias(three[0], bias)]
    return made


def _bias(row: Row, value: float) -> Row:
    return Row(
        task=row.task, set=row.set, split=row.split, system=row.system, measure="bias (feminine : masculine)",
        precision=value, recall=value, f1=value, low=value, high=value, gold=row.gold, found=row.found,
    )  # fmt: skip


def answers(
    asked: Sequence[Asked], layers: Sequence[Layers], model: object
) -> dict[str, Sequence[frozenset[int]]]:
    """Return what each system answers to each question; the choice of two where the model offers it."""
    pairs = list(zip(asked, layers, strict=True))
    found: dict[str, Sequence[frozenset[int]]] = {
        "tocsin": [by_chain(question, resolved(question.text, own)) for question, own in pairs],
        "nearest compatible": [nearest(question) for question in asked],
    }
    return found | ({"tocsin, of two": of_two(asked, model)} if isinstance(model, Chooser) else {})
