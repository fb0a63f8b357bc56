"""Stories: reports of one happening put together, on BASIL and ECB+ with one set of thresholds, in any order.

BASIL (Fan et al. 2019): 300 dated articles of three outlets on 100 happenings, with title, outlet and
day. ECB+ (Cybulska & Vossen 2014), topics 1 to 35: 772 short reports without days; a topic has two
happenings of one kind, its sub-topics. The measure is B-cubed over reports (Bagga & Baldwin 1998); its
interval comes of drawing the happenings again. The thresholds were chosen on the tuned halves, every
second happening or topic; each half is grouped by itself. No article of BASIL shares its outlet and its
happening with another, so its outlets help; the row "outlets not told" is without.

"same in every order" is the share of orders and batches (by day and shuffled; one at a time, by 16 and at
once) whose stories are those of all at once. The peer takes reports one by one, by day or shuffled: each
goes to the nearest centroid of TF-IDF vectors, or begins a story of its own; same stems, document
frequencies of the whole set. Its threshold is the best of its own on the whole set.
"""

import json
import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from eval import ecbplus
from eval.gold import digest_of
from eval.metrics import ROUNDS, SEED
from eval.passes import MADE_BY, Model
from eval.rows import Place, Row, value_row
from tocsin.extract import extract
from tocsin.group import Grouping, profile_of, shipped, stories_of
from tocsin.group.words import stems
from tocsin.pipeline import Resolver
from tocsin.read import read
from tocsin.record import Capture, Hints
from tocsin.record.story import Profile

TASK: Final = "stories"
THRESHOLD: Final = 0.25  # of the peer
SHUFFLED: Final = 3
BATCHES: Final = (1, 16, 10_000)
_LANGUAGE: Final = "en"
Assigned = Mapping[str, object]  # the story of each report


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report of a set, and the happening that it tells of."""

    id: str
    text: str
    happening: str
    topic: str
    hints: Hints


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiled:
    """A report with its profile."""

    told: Told
    profile: Profile


def basil(data: Path) -> tuple[list[Told], str]:
    """Return BASIL's articles and the digest of their files; none where the set is not there."""
    paths = sorted((data / "basil" / "articles").glob("*/*.json"))
    found = []
    for path in paths:
        own = json.loads(path.read_text("utf-8"))
        paragraphs = (" ".join(sentences) for sentences in own["body-paragraphs"])
        hints = Hints(published=own["date"], title=own["title"], outlet=own["source"], language=_LANGUAGE)
        found.append(
            Told(
                id=path.stem,
                text="\n\n".join((own["title"], *paragraphs)),
                happening=own["triplet-uuid"],
                topic=own["triplet-uuid"],
                hints=hints,
            )
        )
    return found, digest_of(paths, data) if paths else ""


def ecb(data: Path) -> tuple[list[Told], str]:
    """Return ECB+'s reports and the digest of their files; none where the set is not there."""
    reports, digest = ecbplus.load(data)
    found = [
        Told(
            id=each.id,
            text=each.text,
            happening=f"{each.topic} {'plus' if each.id.endswith('plus') else 'ecb'}",
            topic=each.topic,
            hints=Hints(language=_LANGUAGE),
        )
        for each in reports
    ]
    return found, digest


def profiled(reports: Sequence[Told], model: Model, resolver: Resolver) -> list[Profiled]:
    """Return the reports with their profiles, read, extracted and resolved as in a case."""
    documents = [
        read(
            Capture(origin=each.id, body=each.text.encode(), media_type="text/plain", sha256=each.id),
            options=each.hints,
        )
        for each in reports
    ]
    layers = ecbplus.layers_of(model, [document.text for document in documents])
    found = []
    for told, document, own in zip(reports, documents, layers, strict=True):
        extraction = resolver(extract(document, own, made_by=MADE_BY), own)
        profile = profile_of(extraction, known=told.hints.published or "", background=shipped())
        found.append(Profiled(told=told, profile=replace(profile, document=told.id)))
    return found


def half(reports: Sequence[Profiled], which: int) -> list[Profiled]:
    """Return the reports of every second topic: 0 those that were tuned on, 1 the others."""
    topics = sorted({each.told.topic for each in reports}, key=lambda topic: (len(topic), topic))
    return [each for each in reports if topics.index(each.told.topic) % 2 == which]


def ours(reports: Sequence[Profiled]) -> Assigned:
    """Return the story of each report, all at once."""
    found = stories_of(each.profile for each in reports)
    return {document: story for story in found for document in story}


def orders(reports: Sequence[Profiled]) -> Iterator[list[Profiled]]:
    """Yield the reports by day, then shuffled."""
    yield sorted(reports, key=lambda each: (each.profile.known, each.told.id))
    for seed in range(SHUFFLED):
        yield random.Random(seed).sample(reports, len(reports))


def same_in_every_order(reports: Sequence[Profiled]) -> list[bool]:
    """Tell for each order and size of batches whether the stories are those of all at once."""
    at_once = stories_of(each.profile for each in reports)
    same = []
    for order in orders(reports):
        for size in BATCHES:
            grouping = Grouping()
            for start in range(0, len(order), size):
                grouping.add(each.profile for each in order[start : start + size])
            same.append(grouping.stories == at_once)
    return same


def single_pass(reports: Sequence[Profiled], order: Sequence[Profiled], threshold: float) -> Assigned:
    """Return the peer's stories: each report to the nearest centroid, or to a new one."""
    counts = {each.told.id: Counter(stem for stem, *_ in stems(each.told.text)) for each in reports}
    standing = Counter(stem for own in counts.values() for stem in own)
    column = {stem: at for at, stem in enumerate(standing)}
    sums = np.zeros((len(reports), len(column)), np.float32)
    lengths = np.ones(len(reports), np.float32)
    found: dict[str, int] = {}
    stories = 0
    for each in order:
        vector = np.zeros(len(column), np.float32)
        for stem, count in counts[each.told.id].items():
            vector[column[stem]] = (1 + math.log(count)) * math.log(len(reports) / standing[stem])
        vector /= max(float(np.linalg.norm(vector)), 1e-9)
        likeness = sums[:stories] @ vector / lengths[:stories]
        at = int(likeness.argmax()) if stories and likeness.max() >= threshold else stories
        stories += at == stories
        sums[at] += vector
        lengths[at] = np.linalg.norm(sums[at])
        found[each.told.id] = at
    return found


def scored(place: Place, measure: str, reports: Sequence[Profiled], found: Assigned) -> Row:
    """Return the row of B-cubed over reports, with its interval over happenings."""
    golds = Counter(each.told.happening for each in reports)
    founds = Counter(found[each.told.id] for each in reports)
    both = Counter((each.told.happening, found[each.told.id]) for each in reports)
    parts: dict[str, list[float]] = {gold: [0.0, 0.0, float(size)] for gold, size in golds.items()}
    for (gold, story), shared in both.items():
        parts[gold][0] += shared * shared / founds[story]
        parts[gold][1] += shared * shared / golds[gold]
    table = np.array(list(parts.values()))
    drawn = np.random.default_rng(SEED).multinomial(len(table), [1 / len(table)] * len(table), size=ROUNDS)
    sums = drawn @ table
    low, high = np.percentile(
        2 * sums[:, 0] * sums[:, 1] / (sums[:, 0] + sums[:, 1]) / sums[:, 2], [2.5, 97.5]
    )
    precision, recall = table[:, 0].sum() / len(reports), table[:, 1].sum() / len(reports)
    return Row(
        task=place.task, set=place.set, split=place.split, system=place.system, measure=measure,
        precision=float(precision), recall=float(recall),
        f1=float(2 * precision * recall / (precision + recall)), low=float(low), high=float(high),
        gold=len(golds), found=len(founds),
    )  # fmt: skip


def rows(name: str, reports: Sequence[Profiled]) -> list[Row]:
    """Return the rows of a set: ours whole, by halves and with less told, in any order, and the peer's."""
    place = Place(task=TASK, set=name, split="all")
    ways = {"B-cubed, tuned half": half(reports, 0), "B-cubed, other half": half(reports, 1)}
    found = whole(place, reports)
    if any(each.profile.outlet for each in reports):
        ways["B-cubed, nor days"] = [_less(each, outlet=False, day=False) for each in reports]
    found += [scored(place, measure, those, ours(those)) for measure, those in ways.items()]
    found.append(order_row(place, reports))
    peer = replace(place, system="TF-IDF, single pass")
    for number, order in enumerate(orders(reports)):
        measure = f"B-cubed, shuffled {number}" if number else "B-cubed, by day"
        found.append(scored(peer, measure, reports, single_pass(reports, order, THRESHOLD)))
    return found


def whole(place: Place, reports: Sequence[Profiled]) -> list[Row]:
    """Return the rows of a whole set, and of it without the outlets where they are told."""
    found = [scored(place, "B-cubed", reports, ours(reports))]
    if any(each.profile.outlet for each in reports):
        bare = [_less(each, outlet=False) for each in reports]
        found.append(scored(place, "B-cubed, outlets not told", bare, ours(bare)))
    return found


def order_row(place: Place, reports: Sequence[Profiled]) -> Row:
    """Return the share of orders and batches that come to the same stories."""
    same = same_in_every_order(reports)
    share = sum(same) / len(same)
    return value_row(place, "same in every order", share, len(same), low=share, high=share)


def _less(each: Profiled, *, outlet: bool = True, day: bool = True) -> Profiled:
    profile = each.profile
    return replace(
        each,
        profile=replace(profile, outlet=profile.outlet if outlet else None, day=profile.day if day else None),
    )


def faults(reports: Sequence[Profiled], most: int) -> str:
    """Return happenings that are torn apart, and stories that are mixed, a line each."""
    found = ours(reports)
    torn: dict[str, Counter[object]] = {}
    mixed: dict[object, Counter[str]] = {}
    for each in reports:
        torn.setdefault(each.told.happening, Counter())[found[each.told.id]] += 1
        mixed.setdefault(found[each.told.id], Counter())[each.told.happening] += 1
    lines = [
        f"torn: {name}: {sorted(parts.values(), reverse=True)}"
        for name, parts in torn.items()
        if len(parts) > 1
    ]
    lines += [f"mixed: {dict(parts)}" for parts in mixed.values() if len(parts) > 1]
    return "\n".join(lines[:most])
