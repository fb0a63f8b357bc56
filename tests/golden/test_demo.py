"""The example reports, read for real: what a careful reader would look for is in the record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import tocsin
from tocsin.record import Act, BlockKind, Resolution, Statement

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tocsin.Case]:
    path = tmp_path_factory.mktemp("demo") / "demo.tocsin"
    with tocsin.open(path, create=True) as made:
        summary = made.read(str(REPORTS))
        assert (summary.added, summary.failures) == (14, ())
        yield made


def said(statement: Statement) -> str:
    return " … ".join(span.text for span in statement.contents)


def test_every_quote_stands_in_its_report(case: tocsin.Case) -> None:
    report = case.verify()
    assert report.ok
    assert report.quotes > report.records > 500


def test_reading_again_adds_nothing(case: tocsin.Case) -> None:
    before = case.counts()
    summary = case.read(str(REPORTS))
    assert (summary.added, summary.versions, summary.unchanged) == (0, 0, 14)
    assert case.counts().statements == before.statements


def test_the_kremlin_denies_and_the_denial_stays_one(case: tocsin.Case) -> None:
    denials = [s for s in case.statements(by="Kremlin") if s.act is Act.DENY]
    assert any("attack Ukraine" in said(s) for s in denials)


def test_a_pronoun_is_given_to_the_only_one_who_can_be_meant(case: tocsin.Case) -> None:
    build_up = [s for s in case.statements(by="Stoltenberg") if "unexplained" in said(s)]
    assert {s.speaker.how for s in build_up if s.speaker} >= {Resolution.PRONOUN}
    assert all(s.why for s in build_up)


def test_one_utterance_printed_by_several_outlets_is_one_line_with_a_citation_each(case: tocsin.Case) -> None:
    brief = case.brief(title="T")
    lines = [line for section in brief.sections for line in section.lines]
    shared = [line for line in lines if "unexplained" in line.words]
    assert max(line.outlets for line in shared) >= 2
    assert all(line.citations for line in lines)


def test_titles_captions_and_teasers_are_marked(case: tocsin.Case) -> None:
    blocks = {block.kind for document in case.documents() for block in document.blocks}
    wanted = {BlockKind.TITLE, BlockKind.CAPTION, BlockKind.READ_ALSO, BlockKind.CREDIT, BlockKind.CORRECTION}
    assert wanted <= blocks


def test_what_was_not_yet_published_is_not_yet_known(case: tocsin.Case) -> None:
    days = {d.published.day.isoformat() for d in case.documents(as_of="2021-04-12") if d.published}
    assert days == {"2021-04-10", "2021-04-11", "2021-04-12"}


def test_navigation_of_pages_is_not_in_their_text(case: tocsin.Case) -> None:
    pages = [d for d in case.documents() if (d.origin or "").endswith(".html")]
    assert len(pages) == 3
    assert not any("cookie" in page.text.casefold() for page in pages)
