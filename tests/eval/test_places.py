"""LGL's and TR-News's shape read, and their measures on figures that can be told by hand."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from eval.rows import Place as Where

from eval import places, places_fit
from tocsin.model.layers import Found, Layers
from tocsin.record import Candidate, Extraction, NameType, Span
from tocsin.record.place import Place, PlaceKind, Toponym, Use

TEXT = "A boat sank off Wexel 😀. Two men of Wexel and a Danish cook were saved, the Harbour Office said."
FILE = f"""<?xml version="1.0" encoding="utf-8"?>
<articles><article docid="7"><title>Boat sinks</title><domain>wexelnews.com</domain>
<text><![CDATA[{TEXT}]]></text>
<toponyms>
<toponym><start>16</start><end>21</end><phrase>Wexel</phrase>
  <gaztag geonameid="11"><name>Wexel</name><lat>50.0</lat><lon>10.0</lon></gaztag></toponym>
<toponym><start>38</start><end>43</end><phrase>Wexel</phrase>
  <gaztag geonameid="11"><name>Wexel</name><lat>50.0</lat><lon>10.0</lon></gaztag></toponym>
<toponym><start>50</start><end>56</end><phrase>Danish</phrase></toponym>
</toponyms></article></articles>
"""
NOTHING = Layers(sentences=(), names=(), attributions=())


class Silent:
    """A model that takes "Wexel" for a place at its first mention, and nothing else."""

    digest = "0" * 64

    def read(self, texts: Sequence[str]) -> list[Layers]:
        found = Found(start=16, end=21, label="LOC", score=0.9)
        return [Layers(sentences=((0, len(text)),), names=(found,), attributions=()) for text in texts]


def put(folder: Path) -> Path:
    (folder / "geo").mkdir()
    (folder / "geo" / "lgl.xml").write_text(FILE, "utf-8")
    return folder


def wexel(latitude: float, identifier: str = "geonames:12") -> Place:
    return Place(
        id=identifier, name="Wexel", kind=PlaceKind.CITY, latitude=latitude, longitude=10.0, country="de",
        region=None, population=900,
    )  # fmt: skip


def at(start: int, place: Place | None, use: Use = Use.PLACE) -> Toponym:
    span = Span.of(TEXT, start, start + 5)
    return Toponym(
        id=f"top-{start}", document="doc-7", span=span, phrase=span, use=use, place=place, precision=None,
        relation=None, box=None, within=None, candidates=(), why="", score=1.0,
    )  # fmt: skip


def resolved(extraction: Extraction, layers: Layers) -> Sequence[Toponym]:
    """Place every name of five letters a degree off."""
    assert layers.sentences
    return [at(n.span.start, wexel(51.0)) for n in extraction.names if len(n.span.text) == 5]


def article(folder: Path) -> places.Article:
    sets, digests = places.load(put(folder))
    assert list(digests) == ["lgl/all"]
    ((one,),) = sets.values()
    return one


def test_an_article_is_read_and_shifted_offsets_are_mended(tmp_path: Path) -> None:
    one = article(tmp_path)
    marks = [TEXT[gold.start : gold.end] for gold in one.toponyms]
    assert marks == ["Wexel", "Wexel", "Danish"]
    assert [gold.latitude for gold in one.toponyms] == [50.0, 50.0, None]
    assert len(one.placed) == 2
    assert one.document.url == "http://wexelnews.com"
    assert one.toponyms[0].identifier == "geonames:11"


def test_no_folder_no_sets(tmp_path: Path) -> None:
    assert places.load(tmp_path) == ({}, {})


def test_gold_names_take_the_place_of_those_they_overlap(tmp_path: Path) -> None:
    one = article(tmp_path)
    (read,) = places.read([one], Silent())
    given = places.given(read.extraction, one.placed)
    kept = [(name.span.start, name.type) for name in given.names]
    assert kept[:2] == [(gold.start, NameType.PLACE) for gold in one.placed]
    assert kept[2:] == [(one.toponyms[2].start, NameType.NATIONALITY)]  # the model's own


def test_what_is_left_open_is_as_wrong_as_can_be(tmp_path: Path) -> None:
    gold = article(tmp_path).placed[0]
    open_one = places.answer(gold, None)
    assert (open_one.error, open_one.exact, places.near(open_one)) == (places.FAR, False, False)
    exact = places.answer(gold, wexel(50.0, "geonames:11"))
    assert (exact.error, exact.exact, places.near(exact)) == (0.0, True, True)
    assert places.answer(gold, wexel(51.0)).error == pytest.approx(111.2, abs=0.1)
    assert not places.near(places.answer(gold, wexel(52.0)))


def test_the_area_lies_between_right_and_wrong() -> None:
    assert 0 < places.area([0.0, 10.0, 1000.0]) < places.area([0.0, 1000.0, 5000.0]) < 1
    assert places.area([0.0]) == 0


def test_rows_tell_halves_and_metonyms_apart() -> None:
    right = places.Answer(error=1.0, exact=True)
    wrong = places.Answer(error=500.0, exact=False, use=Use.ACTOR)
    rows = places.rows(Where(task="places", set="lgl", split="all"), [[right, wrong], [right]])
    figures = {row.measure: row.f1 for row in rows}
    assert figures["accuracy at 161 km"] == pytest.approx(2 / 3)
    assert figures["accuracy at 161 km, even"] == 0.5
    assert figures["accuracy at 161 km, odd"] == 1
    assert figures["accuracy at 161 km, no metonyms"] == 1
    assert figures["share of metonyms"] == pytest.approx(1 / 3)
    assert figures["median error, km"] == 1
    assert figures["exact id"] == pytest.approx(2 / 3)


def test_rows_tell_doubt_from_error() -> None:
    right = places.Answer(error=1.0, exact=True)
    wrong = places.Answer(error=500.0, exact=False)
    doubted = places.Answer(error=places.FAR, exact=False, answered=False, forced=2.0)
    unknown = places.Answer(error=places.FAR, exact=False, answered=False)
    rows = places.told(Where(task="places", set="lgl", split="all"), [[right, wrong], [doubted, unknown]])
    figures = {row.measure: row.f1 for row in rows}
    assert figures["accuracy at 161 km, forced"] == 0.5
    assert figures["answered"] == 0.5
    assert figures["accuracy at 161 km, of the answered"] == 0.5
    assert figures["accuracy at 161 km, forced, odd"] == 0.5
    assert figures["answered, odd"] == 0


def test_the_first_candidate_of_an_open_one_is_what_forcing_takes(tmp_path: Path) -> None:
    one = article(tmp_path)
    known = wexel(50.5)
    weighed = replace(at(16, None), candidates=(Candidate(id=known.id, name="Wexel", score=0.3, weights=()),))
    first, second = places.answers(one, [weighed], {known.id: known}.get)
    assert (first.answered, places.near(first), places.near_forced(first)) == (False, False, True)
    assert (second.answered, places.near_forced(second)) == (False, False)  # taken for no toponym


def test_the_marks_of_world_reports_are_positions_and_ids_only() -> None:
    marks = places_fit.marked()
    assert len(marks) > 50
    assert {place for of in marks.values() for place in of.values()} >= {"-", "geonames:2660646"}


def test_end_to_end_counts_what_is_found_and_what_is_right(tmp_path: Path) -> None:
    one = article(tmp_path)
    found = [at(16, wexel(50.5)), at(one.placed[1].start, wexel(54.0)), at(2, wexel(50.0)), at(85, None)]
    danish = at(one.toponyms[2].start, wexel(50.0))  # no coordinates in the set: not asked
    counts = places.end_to_end(one, [*found, danish])
    name, place = counts["end to end, name found"], counts["end to end, place right"]
    assert (name.right, name.found, name.gold) == (2, 3, 2)
    assert (place.right, place.found, place.gold) == (1, 3, 2)


class Empty:
    """A gazetteer without places."""

    def find(self, name: str) -> tuple[Place, ...]:
        assert name == "Wexel"
        return ()

    def by_id(self, identifier: str) -> Place | None:
        assert identifier
        return None


def test_a_set_is_measured_beside_the_baseline(tmp_path: Path) -> None:
    reports = places.read([article(tmp_path)], Silent())
    rows = places.measured("lgl", reports, resolved, Empty())  # type: ignore[arg-type]
    by_system = {(row.system, row.measure): row.f1 for row in rows}
    assert by_system["tocsin", "accuracy at 161 km"] == 1
    assert by_system["tocsin", "exact id"] == 0
    assert by_system["biggest of that name", "accuracy at 161 km"] == 0
    assert by_system["tocsin", "end to end, place right"] == pytest.approx(2 / 3)
    assert places.faults(reports, resolved, 5) == ""


def test_fitting_finds_the_weight_that_tells_right_from_wrong() -> None:
    slope = np.array([2.0, -1.0])
    least = places_fit.minimum(lambda x: (float(((x - slope) ** 2).sum()), 2 * (x - slope)), np.zeros(2))
    assert least == pytest.approx(slope, abs=1e-3)
