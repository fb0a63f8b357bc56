"""Fit the weights of places to the even articles of LGL and TR-News: ``python -m eval.places_fit DATA``.

A conditional logit (McFadden 1974): in each group of alike names the right candidates should be likely.
Right is what lies within 161 km of the gold, the very place seven parts of ten. The features of the last
round depend on the weights, so that fitting and settling take turns. Weights are held to those set by
hand (``by_hand``) by a ridge, since two sets of news in English cannot tell them all. Odd articles are
only measured. Prints each weight, to be written into ``resolve/places/weights.toml``.

LGL was made of papers from towns with famous names, so that by itself it teaches that Paris is in Texas.
Therefore reports on the world stand beside it (``reports/*.jsonl`` and our own examples): in them a name
that a capital or a city of a million bears is taken for that city. Nobody has marked them.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from eval import places
from eval.passes import EXAMPLES, Model
from tocsin.gather import gather
from tocsin.gazetteer import Gazetteer, open_gazetteer
from tocsin.knowledge import Knowledge, load_knowledge
from tocsin.read import read
from tocsin.record import Extraction, Failure
from tocsin.resolve.places import Report, read_places
from tocsin.resolve.places.scoring import FEATURES, NONE, Floats, Table, settle
from tocsin.resolve.places.weights import by_hand

RIDGE = 12.0  # of 2, 5, 12 and 30 the best on the even articles
TURNS = 5
EXACT = 0.7
WORLD = 3.0  # what a name of a report on the world counts: there are a tenth as many as of local papers
_Loss = Callable[[Floats], tuple[float, Floats]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The candidates of a report, and of each group that is asked for how right its rows are."""

    table: Table
    right: dict[int, Floats]
    often: dict[int, int]
    weight: float = 1.0


def asked(one: places.Read, report: Report, gold: Mapping[int, str] | None = None) -> Asked:
    """Return what the gold asks of a report whose names were given; ``gold`` has ids by the start of a name.

    The last of the rows of a group is that of none.
    """
    of_name = {report.found[n].span.start: g for g, group in enumerate(report.groups) for n in group.mentions}
    right: dict[int, Floats] = {}
    often: dict[int, int] = {}

    def add(start: int, exact: Floats, near: Floats) -> None:
        if (group := of_name.get(start)) is not None:
            often[group] = often.get(group, 0) + 1
            rows = (1 - EXACT) * near + EXACT * exact if exact.any() else near
            right[group] = np.append(rows, float(not rows.any()))

    for mark in one.article.placed if gold is None else ():
        if (group := of_name.get(mark.start)) is not None:
            options = [places.answer(mark, option.place) for option in report.groups[group].options]
            near = np.array([float(places.near(option)) for option in options])
            add(mark.start, np.array([float(option.exact) for option in options]), near)
    for start, place in (gold or {}).items():
        if (group := of_name.get(start)) is not None:
            exact = np.array([float(option.place.id == place) for option in report.groups[group].options])
            add(start, exact, exact)
    return Asked(table=report.table, right=right, often=often)


def fitted(reports: Sequence[Asked], start: Floats, ridge: float = RIDGE, turns: int = TURNS) -> Floats:
    """Return the weights under which the gold is likeliest, held to those they start from."""
    weights = start.copy()
    for turn in range(turns):
        best = minimum(_loss(reports, weights, start, ridge), weights)
        weights = best if turn == 0 else (weights + best) / 2
    return weights


def _loss(reports: Sequence[Asked], weights: Floats, anchor: Floats, ridge: float) -> _Loss:
    made: list[Floats] = []
    right: list[Floats] = []
    often: list[float] = []
    for report in reports:
        if not len(report.table.options):
            continue
        features, _ = settle(report.table, weights)
        for group, rows_right in report.right.items():
            if len(rows_right) > 1:
                none = np.zeros((1, len(FEATURES)))
                none[0, NONE] = 1
                made.append(np.concatenate((features[report.table.group == group], none)))
                right.append(rows_right)
                often.append(report.weight * report.often[group] ** 0.5)
    counts = np.array([len(rows) for rows in right])
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    rows, share, weight = np.concatenate(made), np.concatenate(right), np.array(often)

    def loss(now: Floats) -> tuple[float, Floats]:
        scores = rows @ now
        highest = np.repeat(np.maximum.reduceat(scores, starts), counts)
        raised = np.exp(scores - highest)
        chances = raised / np.repeat(np.add.reduceat(raised, starts), counts)
        gold = np.maximum(np.add.reduceat(chances * share, starts), 1e-9)
        pull = chances - chances * share / np.repeat(gold, counts)
        slope = rows.T @ (pull * np.repeat(weight, counts)) + 2 * ridge * (now - anchor)
        return float(-(weight * np.log(gold)).sum() + ridge * ((now - anchor) ** 2).sum()), slope

    return loss


def minimum(loss: _Loss, start: Floats, steps: int = 80, memory: int = 8) -> Floats:
    """Return where a smooth function is least (L-BFGS with a halved step; Nocedal 1980).

    >>> minimum(lambda x: (float(((x - 3) ** 2).sum()), 2 * (x - 3)), np.zeros(2)).round(3).tolist()
    [3.0, 3.0]
    """
    point, past = start, list[tuple[Floats, Floats]]()
    value, slope = loss(point)
    for _ in range(steps):
        way = _way(slope, past)
        step = 1.0
        while (tried := loss(point - step * way))[0] > value - 1e-4 * step * float(
            slope @ way
        ) and step > 1e-6:
            step /= 2
        moved, turned = -step * way, tried[1] - slope
        if float(turned @ moved) > 1e-10:
            past = [*past, (moved, turned)][-memory:]
        point = point + moved
        if abs(value - tried[0]) < 1e-6:
            break
        value, slope = tried
    return point


def _way(slope: Floats, past: Sequence[tuple[Floats, Floats]]) -> Floats:
    way, shares = slope.copy(), []
    for moved, turned in reversed(past):
        shares.append(float(moved @ way) / float(turned @ moved))
        way = way - shares[-1] * turned
    if past:
        moved, turned = past[-1]
        way = way * float(moved @ turned) / float(turned @ turned)
    else:
        way = way / max(1.0, float(np.linalg.norm(way)))
    for (moved, turned), share in zip(past, reversed(shares), strict=True):
        way = way + (share - float(turned @ way) / float(turned @ moved)) * moved
    return way


def share_near(reports: Sequence[Asked], weights: Floats, *, world: bool = False) -> float:
    """Return the share of the names that these weights place within 161 km."""
    right = count = 0
    for report in reports:
        chances = settle(report.table, weights)[1] if len(report.table.options) else np.zeros(0)
        for group, often in report.often.items():
            rows = np.flatnonzero(report.table.group == group)
            count += often
            if len(rows) and report.right[group][:-1].any():
                right += often * bool(report.right[group][int(np.argmax(chances[rows]))] > 0)
            elif not report.right[group][:-1].any():
                count -= often if world else 0
    return right / max(1, count)


def prepare(reports: Sequence[places.Read], knowledge: Knowledge, gazetteer: Gazetteer) -> list[Asked]:
    """Return what is asked of reports."""
    return [
        asked(one, _report(one, places.given(one.extraction, one.article.placed), knowledge, gazetteer))
        for one in reports
    ]


def _report(one: places.Read, extraction: Extraction, knowledge: Knowledge, gazetteer: Gazetteer) -> Report:
    return read_places(extraction, one.layers, {}, knowledge, gazetteer)


def world(folder: Path, model: Model, knowledge: Knowledge, gazetteer: Gazetteer) -> list[Asked]:
    """Return what is asked of reports on the world, as marked by hand in ``gold/places.tsv``."""
    marks = marked()
    documents = {
        document.id: document
        for place in (folder / "reports", EXAMPLES / "reports")
        for item in gather([str(place)], stdin=None, fetched="2021-04-16T00:00:00+00:00")
        if not isinstance(item, Failure) and (document := read(item)).id in marks
    }
    articles = [places.Article(document=document, toponyms=()) for _, document in sorted(documents.items())]
    return [
        replace(
            asked(one, _report(one, one.extraction, knowledge, gazetteer), marks[one.article.document.id]),
            weight=WORLD,
        )
        for one in places.read(articles, model)
    ]


def marked() -> dict[str, dict[int, str]]:
    """Return by document and start of a name the id of its place, "-" where it is none."""
    lines = (Path(__file__).parent / "gold" / "places.tsv").read_text("utf-8").splitlines()
    found: dict[str, dict[int, str]] = {}
    for line in lines:
        if not line.startswith(("#", "document\t")):
            document, start, _, place = line.split("\t")
            found.setdefault(document, {})[int(start)] = place
    return found


def main(argv: Sequence[str]) -> int:
    """Fit, and print the weights and what they give on each half of each set."""
    from tocsin.model import open_model  # noqa: PLC0415 - it takes a while

    gazetteer, knowledge, model = open_gazetteer(), load_knowledge(), open_model()
    sets, _ = places.load(Path(argv[0]))
    reports = {name: prepare(places.read(those, model), knowledge, gazetteer) for name, those in sets.items()}
    reports["world"] = world(Path(argv[0]), model, knowledge, gazetteer)
    start = by_hand()
    weights = fitted([one for those in reports.values() for one in those[0::2]], start)
    for name, value in zip(FEATURES, weights, strict=True):
        print(f"{name}: {value:.2f}")
    for name, those in reports.items():
        for half, part in (("even", those[0::2]), ("odd", those[1::2])):
            print(f"{name} {half}: {share_near(part, start):.4f} → {share_near(part, weights):.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
