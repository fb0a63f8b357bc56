"""The two reports of the mission, where they are at hand; none of their words stand here."""

import os
from pathlib import Path

import pytest

from tests.read.making import words_of
from tocsin.gather import gather
from tocsin.read import read
from tocsin.record import BlockKind, Capture, Document

SHARED = Path(os.environ.get("TOCSIN_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
SEEDS = SHARED / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not here")


@pytest.fixture(scope="module")
def seeds() -> list[Document]:
    """Return the two reports."""
    found = gather([str(SEEDS)], stdin=None, fetched="2021-04-16T08:00:00+00:00")
    return [read(item) for item in found if isinstance(item, Capture)]


def test_their_texts_are_unchanged(seeds: list[Document]) -> None:
    for report in seeds:
        assert report.text.encode() == Path(str(report.origin)).read_bytes()


def test_their_day_is_that_of_the_file_name(seeds: list[Document]) -> None:
    assert {report.published.when for report in seeds if report.published} == {"2021-04-13"}


def test_the_first_has_title_caption_subhead_and_an_invitation_to_listen(seeds: list[Document]) -> None:
    kinds = [block.kind for block in seeds[0].blocks]
    assert kinds[:2] == [BlockKind.TITLE, BlockKind.CAPTION]
    assert kinds[-1] is BlockKind.READ_ALSO
    assert kinds.count(BlockKind.SUBHEAD) == 1
    assert set(kinds[2:-1]) == {BlockKind.BODY, BlockKind.SUBHEAD}
    assert seeds[0].title


def test_the_second_has_a_teaser_and_no_headline(seeds: list[Document]) -> None:
    assert len(words_of(seeds[1], BlockKind.READ_ALSO)) == 1
    assert {block.kind for block in seeds[1].blocks} == {BlockKind.BODY, BlockKind.READ_ALSO}
    assert seeds[1].title is None
