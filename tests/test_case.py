"""A case through its one door: read, list, show, explain, search, verify, brief, export."""

import sqlite3
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

import tocsin
from tests.fakes import reader
from tests.reports import HARBOUR, TALKS, put_reports
from tocsin import Case, Document, Name, Statement
from tocsin.codec import KINDS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lake.tocsin"


@pytest.fixture
def case(path: Path, tmp_path: Path) -> Iterator[Case]:
    with tocsin.open(path, create=True, reader=reader()) as case:
        case.read(put_reports(tmp_path / "in"))
        yield case


def spoken(statements: Iterator[Statement]) -> set[str]:
    return {statement.speaker.name for statement in statements if statement.speaker}


def test_a_case_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(tocsin.CaseError, match=r"lake\.tocsin"):
        tocsin.open(path)
    assert not path.exists()


def test_a_path_may_be_text(path: Path) -> None:
    with tocsin.open(str(path), create=True) as case:
        assert case.counts().documents == 0


def test_a_file_that_is_no_case_is_told_and_left_alone(path: Path) -> None:
    path.write_text("not a case at all, but long enough to look like something" * 20)
    before = path.read_bytes()
    with pytest.raises(tocsin.CaseError):
        tocsin.open(path, create=True)
    assert path.read_bytes() == before


def test_what_was_read_is_there_when_the_case_is_opened_again(case: Case, path: Path) -> None:
    with tocsin.open(path) as again:
        assert again.counts().documents == 3
        assert list(again.statements()) == list(case.statements())


def test_documents_come_by_their_time_of_publication(case: Case) -> None:
    published = [each.published.when[:10] for each in case.documents() if each.published]
    assert published == sorted(published)
    assert len(published) == 3


def test_plain_text_is_kept_unchanged(case: Case) -> None:
    assert TALKS in [each.text for each in case.documents()]


def test_statements_by_a_speaker(case: Case) -> None:
    assert spoken(case.statements(by="okafor")) == {"Ilse Okafor"}
    assert spoken(case.statements()) >= {"Ilse Okafor", "Mara Lindqvist", "Tomas Brandt"}
    assert not list(case.statements(by="nobody"))


def test_statements_about_words(case: Case) -> None:
    (statement,) = case.statements(about="convoy")
    assert "convoy would turn back" in statement.contents[0].text


def test_since_and_as_of_are_times(case: Case) -> None:
    titles = {each.title for each in case.documents(since="2021-04-13", as_of="2021-04-13")}
    assert titles == {"Envoys meet at the lake"}


def test_lists_can_be_cut_and_kept_to_a_document(case: Case) -> None:
    assert len(list(case.statements(limit=2))) == 2
    document = next(case.documents())
    assert {each.document for each in case.names(document=document.id)} <= {document.id}


@pytest.mark.parametrize("name", ["since", "as_of"])
def test_a_date_that_is_none_is_told_before_anything_is_read(case: Case, name: str) -> None:
    asked = {name: "yesterday"}
    with pytest.raises(tocsin.DateError, match=f"{name.replace('_', '-')} 'yesterday' is no date"):
        case.statements(**asked)  # type: ignore[arg-type]


def test_a_wrong_publication_date_is_told_once_and_nothing_is_read(path: Path, tmp_path: Path) -> None:
    with tocsin.open(path, create=True, reader=reader()) as case:
        with pytest.raises(tocsin.DateError):
            case.read(put_reports(tmp_path / "in"), published="the other day")
        assert case.counts().runs == 0


def test_options_go_before_what_a_report_says(path: Path, tmp_path: Path) -> None:
    with tocsin.open(path, create=True, reader=reader()) as case:
        case.read(put_reports(tmp_path / "in") / "harbour.md", published="2021-05-01", outlet="Other")
        (document,) = case.documents()
    assert document.published
    assert (document.published.when, document.published.found_in) == ("2021-05-01", "option")
    assert document.outlet == "Other"


def test_standard_input_is_a_source(path: Path) -> None:
    with tocsin.open(path, create=True, reader=reader()) as case:
        assert case.read("-", stdin=BytesIO(HARBOUR.encode()), published="2021-04-14").added == 1


def test_show_gives_a_record_and_its_document(case: Case) -> None:
    statement = next(case.statements())
    shown = case.show(statement.id)
    assert shown.record == statement
    assert isinstance(shown.document, Document)
    assert all(span.holds(shown.document.text) for span in statement.spans)
    name = next(case.names())
    assert case.show(name.id).record == name
    assert isinstance(case.show(name.id).record, Name)


def test_show_of_a_document_is_the_document(case: Case) -> None:
    document = next(case.documents())
    shown = case.show(document.id)
    assert shown.record == shown.document == document


def test_the_beginning_of_an_id_will_do(case: Case) -> None:
    statement = next(case.statements())
    assert case.show(statement.id[:-6]).record == statement


@pytest.mark.parametrize(
    "wrong", [lambda id_: id_.partition("-")[2], lambda id_: f"{id_[:-3]}zzz", str.upper]
)
def test_a_misspelt_id_is_told_the_nearest(case: Case, wrong: object) -> None:
    assert callable(wrong)
    statement = next(case.statements())
    with pytest.raises(tocsin.CaseError) as caught:
        case.show(wrong(statement.id))
    assert caught.value.advice == f"did you mean {statement.id}?"


def test_an_id_like_no_other_is_told_how_to_list_them(case: Case) -> None:
    with pytest.raises(tocsin.CaseError, match="holds no record") as caught:
        case.show("st-zzzzzz")
    assert "tocsin" in caught.value.advice


def test_explain_says_what_made_a_record_and_of_what(case: Case) -> None:
    statement = next(case.statements(by="okafor"))
    explanation = case.explain(statement.id)
    assert explanation.record == statement
    assert "model@ffffffffffff" in explanation.provenance.made_by
    assert explanation.provenance.origins[0].endswith("harbour.md")
    assert statement.why


def test_search_finds_reports_and_statements(case: Case) -> None:
    hits = list(case.search("mines"))
    assert {hit.kind for hit in hits} == {"document", "statement"}
    assert not list(case.search("submarine"))
    assert len(list(case.search("mines", limit=1))) == 1


def test_verify_reads_every_quote_again(case: Case) -> None:
    report = case.verify()
    counts = case.counts()
    assert report.ok
    assert report.quotes == counts.evidence
    assert report.records == sum(getattr(counts, f"{kind.name}s") for kind in KINDS)


def test_verify_finds_a_text_that_was_changed_from_outside(case: Case, path: Path) -> None:
    statement = next(case.statements(by="lindqvist"))
    tamper(path, "UPDATE documents SET text = replace(text, 'came', 'went')")
    report = case.verify()
    assert not report.ok
    assert {each.record for each in report.differing} == {statement.id}
    assert {each.role for each in report.differing} == {"content"}


def tamper(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        assert connection.execute(sql).rowcount > 0


def test_a_brief_cites_what_it_says(case: Case) -> None:
    brief = case.brief(title="At the lake")
    text = tocsin.render(brief)
    assert text.startswith("At the lake") or "At the lake" in text.splitlines()[0]
    assert brief.citations
    for citation in brief.citations:
        document = case.document(citation.document)
        assert all(span.holds(document.text) for span in citation.spans)
    assert any("model@ffffffffffff" in each for each in brief.made_by)


def test_a_brief_is_of_what_was_known(case: Case) -> None:
    early, whole = case.brief(as_of="2021-04-12"), case.brief()
    assert early.counts.documents < whole.counts.documents
    assert early.as_of == "2021-04-12"


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_brief_has_every_form(case: Case, form: str) -> None:
    assert "Okafor" in tocsin.render(case.brief(), form)


def test_a_form_that_is_none_is_refused(case: Case) -> None:
    with pytest.raises(ValueError, match="text, markdown, html, json"):
        tocsin.render(case.brief(), "pdf")
    with pytest.raises(ValueError, match="jsonl, csv"):
        case.export("xlsx")


def test_everything_comes_document_by_document(case: Case) -> None:
    everything = list(case.everything())
    assert [each for each in everything if isinstance(each, Document)] == list(case.documents())
    assert [each for each in everything if isinstance(each, Name)] == list(case.names())
    assert [each for each in everything if isinstance(each, Statement)] == list(case.statements())
    of = ""
    for each in everything:
        of = each.id if isinstance(each, Document) else of
        assert isinstance(each, Document) or each.document == of


def test_export_writes_a_line_a_record(case: Case) -> None:
    counts = case.counts()
    lines = list(case.export())
    assert len(lines) == counts.documents + sum(getattr(counts, f"{kind.name}s") for kind in KINDS)
    assert len(list(case.export("csv"))) == counts.statements + 1
    assert len(list(case.export("csv", table="evidence"))) == counts.evidence + 1


def test_failures_are_kept(case: Case, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    summary = case.read(empty)
    assert tuple(case.failures()) == summary.failures
    assert summary.failures[0].origin == str(empty)


class TestExtract:
    """One report without a case."""

    def test_offsets_are_places_in_the_text(self) -> None:
        extraction = tocsin.extract(TALKS, published="2021-04-13", reader=reader())
        assert extraction.document.text == TALKS
        assert extraction.statements
        spans = [span for statement in extraction.statements for span in statement.spans]
        assert all(TALKS[span.start : span.end] == span.text for span in spans)

    def test_what_is_said_beside_the_text_is_kept(self) -> None:
        document = tocsin.extract(
            TALKS, published="2021-04-13", title="Talks", outlet="The Buoy", language="en", reader=reader()
        ).document
        assert document.published
        assert document.published.when == "2021-04-13"
        assert (document.title, document.outlet, document.language) == ("Talks", "The Buoy", "en")

    def test_the_json_has_every_list_of_the_contract(self) -> None:
        whole = tocsin.to_json(tocsin.extract(TALKS, reader=reader()))
        assert set(whole) == {"document", *(kind.plural for kind in KINDS), "places"}
        assert whole["document"]["published"] is None

    @pytest.mark.parametrize("text", ["", "   \n "])
    def test_an_empty_text_is_refused(self, text: str) -> None:
        with pytest.raises(tocsin.FormatError):
            tocsin.extract(text, reader=reader())

    def test_half_a_character_is_refused_with_its_place(self) -> None:
        with pytest.raises(tocsin.FormatError, match="character 4"):
            tocsin.extract("Kyiv\ud800 says no", reader=reader())

    def test_a_wrong_date_is_refused(self) -> None:
        with pytest.raises(tocsin.DateError):
            tocsin.extract(TALKS, published="13/45", reader=reader())

    def test_a_file_is_one_report(self, tmp_path: Path) -> None:
        folder = put_reports(tmp_path / "in")
        extraction = tocsin.extract_file(folder / "harbour.md", reader=reader())
        assert extraction.document.outlet == "The Buoy"

    def test_a_folder_of_several_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(tocsin.SourceError, match="more than one report"):
            tocsin.extract_file(put_reports(tmp_path / "in"), reader=reader())

    def test_a_missing_file_is_refused_with_its_name(self, tmp_path: Path) -> None:
        with pytest.raises(tocsin.SourceError, match=r"none\.txt"):
            tocsin.extract_file(tmp_path / "none.txt", reader=reader())
