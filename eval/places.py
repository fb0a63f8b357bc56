"""Places: LGL (local American papers; Lieberman et al. 2010) and TR-News (Kamalloo & Rafiei 2018).

*Gold names given*: every marked toponym that has coordinates is a name, beside the model's own names as
context, and is placed. Measures after Gritta et al. 2018: accuracy at 161 km (100 miles), the area under
the curve of the logarithm of the error (0 is best, the greatest error 20,039 km), the median error; and
how many have exactly the GeoNames id of the set. A toponym that is left open is as wrong as can be, but in
three rows that tell doubt from error: *forced* takes the first candidate of those that were left open, too;
*answered* is the share that was not left open; *of the answered* is accuracy among these alone.

*End to end*: the model's own names, matched to the gold by overlap. Both sets mark adjectives ("Russian")
as toponyms of their country, and LGL has no coordinates for some: names that overlap those are not asked.

Articles of an even number chose the weights of the score (eval/places_fit.py), so odd ones stand apart.
"""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from eval.gold import digest_of
from eval.metrics import ROUNDS, SEED, Counts
from eval.passes import Model
from eval.rows import Place as Where
from eval.rows import Row, make_rows, value_row
from tocsin.extract import extract
from tocsin.extract.names import gazette
from tocsin.gazetteer import Gazetteer
from tocsin.knowledge import Knowledge
from tocsin.model.layers import Layers
from tocsin.record import Document, Extraction, Name, NameType, Span
from tocsin.record.place import Place, Toponym, Use
from tocsin.resolve.places import place_toponyms
from tocsin.resolve.places.mentions import GEOGRAPHIC
from tocsin.resolve.places.scoring import EARTH
from tocsin.resolve.references import stands_for_state
from tocsin.resolve.uses import uses_of

FILES = {"lgl": "lgl.xml", "tr-news": "TR-News.xml"}
NEAR = 161.0  # km: a hundred miles
FAR = 20_039.0  # km: half the way round the earth
SPLIT = "all"
METONYMS = frozenset((Use.ACTOR, Use.ADJECTIVE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A marked toponym; ``latitude`` and ``longitude`` are None where the set has none."""

    start: int
    end: int
    latitude: float | None
    longitude: float | None
    identifier: str  # "geonames:703448"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report of a set with its marked toponyms."""

    document: Document
    toponyms: tuple[Gold, ...]

    @property
    def placed(self) -> tuple[Gold, ...]:
        """The toponyms that have coordinates."""
        return tuple(toponym for toponym in self.toponyms if toponym.latitude is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found for one toponym: the distance from the gold, and whether it is the very place."""

    error: float
    exact: bool
    use: Use = Use.PLACE
    answered: bool = True  # not left open
    forced: float | None = None  # error of the first candidate; None where it is that of the place


Resolver = Callable[[Extraction, Layers], Sequence[Toponym]]


def resolver(knowledge: Knowledge, gazetteer: Gazetteer) -> Resolver:
    """Return what places the names of an extraction, with their uses as ``resolve`` tells them."""

    def acts(words: str) -> bool:
        return stands_for_state(words, knowledge)

    def place(extraction: Extraction, layers: Layers) -> Sequence[Toponym]:
        uses = uses_of(extraction, layers, acts=acts)
        return place_toponyms(
            extraction, layers, uses, knowledge=knowledge, gazetteer=gazetteer, version="eval"
        )

    return place


def load(folder: Path) -> tuple[dict[str, list[Article]], dict[str, str]]:
    """Return the articles of each set and the digests of their files; none where a set is not there."""
    paths = {name: folder / "geo" / file for name, file in FILES.items()}
    there = {name: path for name, path in paths.items() if path.is_file()}
    return (
        {name: list(_articles(path)) for name, path in there.items()},
        {f"{name}/{SPLIT}": digest_of([path], folder) for name, path in there.items()},
    )


def _articles(path: Path) -> Iterator[Article]:
    for article in ET.parse(path).getroot().iter("article"):  # noqa: S314
        text = article.findtext("text") or ""
        domain = (article.findtext("domain") or "").strip().removeprefix("http://")
        document = Document(
            id=f"doc-{article.get('docid')}",
            text=text,
            title=(article.findtext("title") or "").strip(),
            url=f"http://{domain}" if domain else None,
            language="en",
        )
        yield Article(
            document=document,
            toponyms=tuple(_toponym(mark, text) for mark in article.iterfind("toponyms/toponym")),
        )


def _toponym(mark: ET.Element, text: str) -> Gold:
    phrase, start = mark.findtext("phrase") or "", int(mark.findtext("start") or 0)
    if text[start : start + len(phrase)] != phrase:  # TR-News counts emoji and some quotes as two
        places = [found.start() for found in re.finditer(re.escape(phrase), text)]
        start = min(places, key=lambda place: abs(place - start), default=start)
    tag = mark.find("gaztag")
    latitude, longitude = (tag.findtext(key) if tag is not None else None for key in ("lat", "lon"))
    return Gold(
        start=start,
        end=start + len(phrase),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        identifier=f"geonames:{tag.get('geonameid')}" if tag is not None else "",
    )


def given(extraction: Extraction, toponyms: Sequence[Gold]) -> Extraction:
    """Return an extraction whose geographic names are the gold's; the model's other names stay."""
    document = extraction.document
    own = [
        name
        for name in extraction.names
        if not any(_overlap(name.span, gold.start, gold.end) for gold in toponyms)
    ]
    marked = [_name(document, gold) for gold in toponyms]
    return replace(
        extraction, names=tuple(sorted([*own, *marked], key=lambda name: (name.span.start, name.span.end)))
    )


def _name(document: Document, gold: Gold) -> Name:
    span = Span.of(document.text, gold.start, gold.end)
    told = gazette("en").type_of("LOC", span.text)
    return Name(
        id=f"gold-{gold.start}",
        document=document.id,
        type=told if told in GEOGRAPHIC else NameType.PLACE,
        span=span,
        score=1.0,
    )


def _overlap(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def kilometres(gold: Gold, latitude: float, longitude: float) -> float:
    """Return the great-circle distance of a point from the gold's.

    >>> gold = Gold(start=0, end=1, latitude=50.45, longitude=30.52, identifier="")
    >>> round(kilometres(gold, 55.75, 37.62))
    756
    """
    if gold.latitude is None or gold.longitude is None:
        return FAR
    north, south = math.radians(gold.latitude), math.radians(latitude)
    half = math.sin((north - south) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(gold.longitude - longitude) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def answer(gold: Gold, place: Place | None, use: Use = Use.PLACE, first: Place | None = None) -> Answer:
    """Return how far a place is from the gold: as far as can be where there is none.

    ``first`` is the first candidate, which forced answers take.
    """
    if place is None:
        forced = answer(gold, first).error if first is not None else None
        return Answer(error=FAR, exact=False, use=use, answered=False, forced=forced)
    error = min(FAR, kilometres(gold, place.latitude, place.longitude))
    return Answer(error=error, exact=place.id == gold.identifier, use=use)


def answers(
    article: Article, found: Sequence[Toponym], by_id: Callable[[str], Place | None] = lambda _: None
) -> list[Answer]:
    """Return the answers to an article's toponyms whose names were given; ``by_id`` finds candidates."""
    by_start = {toponym.span.start: toponym for toponym in found}
    return [_answer_of(gold, by_start.get(gold.start), by_id) for gold in article.placed]


def _answer_of(gold: Gold, found: Toponym | None, by_id: Callable[[str], Place | None]) -> Answer:
    if found is None:  # taken for no toponym at all
        return answer(gold, None)
    first = by_id(found.candidates[0].id) if found.place is None and found.candidates else None
    return answer(gold, found.place, found.use, first)


def biggest(article: Article, gazetteer: Gazetteer) -> list[Answer]:
    """Return the answers of the baseline: of the places of that name the most populous."""
    text = article.document.text
    firsts = ((gold, gazetteer.find(text[gold.start : gold.end])) for gold in article.placed)
    return [answer(gold, places[0] if places else None) for gold, places in firsts]


def area(errors: Sequence[float]) -> float:
    """Return the area under the curve of the logarithms of errors, 0 to 1 (Jurgens et al. 2015).

    >>> area([0.0, 0.0]), round(area([FAR, FAR]), 4)
    (0.0, 1.0)
    """
    logs = np.sort(np.log1p(np.asarray(errors, dtype=np.float64)))
    if len(logs) < 2:
        return float(logs.sum() / math.log1p(FAR))
    return float(((logs[1:] + logs[:-1]) / 2).sum() / (math.log1p(FAR) * (len(logs) - 1)))


def accuracy(given_answers: Sequence[Answer], right: Callable[[Answer], bool]) -> Counts:
    """Return how many answers are right, of all."""
    count = len(given_answers)
    return Counts(right=sum(map(right, given_answers)), found=count, gold=count)


def near(one: Answer) -> bool:
    """Tell whether an answer is right at 161 km."""
    return one.error < NEAR


def near_forced(one: Answer) -> bool:
    """Tell whether the first candidate is right at 161 km, whether or not it was left open."""
    return (one.error if one.forced is None else one.forced) < NEAR


def told(place: Where, documents: Sequence[Sequence[Answer]]) -> list[Row]:
    """Return the rows that tell doubt from error: of all articles and of the odd ones alone."""
    made: list[Row] = []
    for part, those in (("", documents), (", odd", documents[1::2])):
        given_answers = [[one for one in d if one.answered] for d in those]
        counts = {
            f"accuracy at 161 km, forced{part}": [accuracy(d, near_forced) for d in those],
            f"answered{part}": [accuracy(d, lambda one: one.answered) for d in those],
            f"accuracy at 161 km, of the answered{part}": [accuracy(d, near) for d in given_answers],
        }
        made += make_rows(place, counts)
    return made


def rows(place: Where, documents: Sequence[Sequence[Answer]]) -> list[Row]:
    """Return the rows of a set whose names were given: shares right, then what is measured in errors."""
    halves = {
        "accuracy at 161 km": documents,
        "accuracy at 161 km, even": documents[0::2],
        "accuracy at 161 km, odd": documents[1::2],
        "accuracy at 161 km, no metonyms": [[a for a in d if a.use not in METONYMS] for d in documents],
    }
    made = make_rows(place, {name: [accuracy(d, near) for d in those] for name, those in halves.items()})
    exact: list[Counts] = [accuracy(d, lambda one: one.exact) for d in documents]
    made += make_rows(place, {"exact id": exact})
    errors = [[one.error for one in d] for d in documents]
    uses = [[float(one.use in METONYMS) for one in d] for d in documents]
    return [
        *made,
        _value(place, "area under log error", errors, area),
        _value(place, "median error, km", errors, lambda values: float(np.median(values))),
        _value(place, "share of metonyms", uses, lambda values: float(np.mean(values))),
    ]


def _value(
    place: Where,
    measure: str,
    documents: Sequence[Sequence[float]],
    of: Callable[[Sequence[float]], float],
    rounds: int = ROUNDS // 5,
) -> Row:
    """Return the row of a figure over all values, with its interval by drawing documents again."""
    values = [value for document in documents for value in document]
    chance = np.random.default_rng(SEED)
    drawn = []
    for _ in range(rounds):
        sample = chance.integers(len(documents), size=len(documents))
        drawn.append(of([value for number in sample for value in documents[number]] or [0.0]))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return value_row(place, measure, of(values), len(values), low=float(low), high=float(high))


def end_to_end(article: Article, found: Sequence[Toponym]) -> dict[str, Counts]:
    """Return the counts of names found and of places right, for an article with the model's own names."""
    open_ones = [gold for gold in article.toponyms if gold.latitude is None]
    asked = [
        toponym
        for toponym in found
        if toponym.place is not None and not any(_overlap(toponym.span, g.start, g.end) for g in open_ones)
    ]
    met = right = 0
    taken: set[int] = set()
    for gold in article.placed:
        match = next(
            (n for n, t in enumerate(asked) if n not in taken and _overlap(t.span, gold.start, gold.end)),
            None,
        )
        if match is not None:
            taken.add(match)
            met += 1
            right += near(answer(gold, asked[match].place))
    count = len(article.placed)
    return {
        "end to end, name found": Counts(right=met, found=len(asked), gold=count),
        "end to end, place right": Counts(right=right, found=len(asked), gold=count),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An article as the model and the extractors read it."""

    article: Article
    extraction: Extraction
    layers: Layers


def read(articles: Sequence[Article], model: Model) -> list[Read]:
    """Return the articles with their layers and extractions."""
    layers = model.read([article.document.text for article in articles])
    return [
        Read(article=article, extraction=extract(article.document, own, made_by="eval"), layers=own)
        for article, own in zip(articles, layers, strict=True)
    ]


def measured(name: str, reports: Sequence[Read], resolve: Resolver, gazetteer: Gazetteer) -> list[Row]:
    """Return all rows of a set."""
    asked = [
        answers(one.article, resolve(given(one.extraction, one.article.placed), one.layers), gazetteer.by_id)
        for one in reports
    ]
    own = [end_to_end(one.article, resolve(one.extraction, one.layers)) for one in reports]
    place = Where(task="places", set=name, split=SPLIT)
    base = Where(task="places", set=name, split=SPLIT, system="biggest of that name")
    both = {key: [counts[key] for counts in own] for key in (own[0] if own else ())}
    below = rows(base, [biggest(one.article, gazetteer) for one in reports])
    kept = ("accuracy at 161 km", "exact id", "area under log error", "median error, km")
    return [
        *rows(place, asked),
        *told(place, asked),
        *make_rows(place, both),
        *(row for row in below if row.measure in kept),
    ]


def faults(reports: Sequence[Read], resolve: Resolver, limit: int) -> str:
    """Return the first names that are placed wrong, a line each: for the terminal only."""
    lines = []
    for one in reports:
        article = one.article
        by_start = {t.span.start: t for t in resolve(given(one.extraction, article.placed), one.layers)}
        for gold in article.placed:
            found = by_start.get(gold.start)
            if found is not None and not near(answer(gold, found.place)):
                where = found.candidates[0].name if found.place and found.candidates else "left open"
                around = article.document.text[max(0, gold.start - 40) : gold.end + 30]
                told = f"{gold.latitude:.2f} {gold.longitude:.2f}"
                lines.append(f"{found.span.text} [{told}] → {where}: {' '.join(around.split())}")
    return "\n".join(lines[:limit])
