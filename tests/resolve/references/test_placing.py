"""At which toponyms the place of a record lies."""

import pytest

from tests.resolve.build import Read
from tocsin.record import Toponym, Use


def toponym(read: Read, words: str) -> Toponym:
    span = read.span(words)
    return Toponym(
        id=f"top-{words}", document="doc", span=span, phrase=span, use=Use.PLACE, place=None, precision=None,
        relation=None, box=None, within=None, candidates=(), why="test", score=0.9,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("place", "names", "expected"),
    [
        ("Elmsey", ["Elmsey"], ["Elmsey"]),
        ("Elmsey and near Vesk", ["Elmsey", "Vesk"], ["Elmsey", "Vesk"]),
        ("Elmsey, Vesk and on the coast", ["Elmsey", "Vesk"], ["Elmsey", "Vesk"]),
        ("its border and in Vesk", ["Vesk"], ["Vesk"]),
        ("Elmsey, Karsia", ["Elmsey", "Karsia"], ["Elmsey"]),
    ],
)
def test_each_of_the_places_that_and_joins_has_its_toponym(
    place: str, names: list[str], expected: list[str]
) -> None:
    read = Read(f"Guards met in {place} at noon.").event("met", place=place)
    read.toponyms = tuple(toponym(read, name) for name in names)
    links = [link.to for link in read.refer()[1] if (link.record, link.part) == ("eve-0", "place")]
    assert links == [f"top-{name}" for name in expected]
