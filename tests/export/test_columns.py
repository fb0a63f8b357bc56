"""The columns are a contract: these lists change only by additions at their ends."""

from tocsin.export import TABLES, Table, columns
from tocsin.record import Statement

REPORT = ["document_outlet", "document_title", "document_published", "document_url"]


def test_documents() -> None:
    assert " ".join(columns(Table.DOCUMENTS)) == (
        "id outlet title byline dateline published published_precision published_found_in fetched language "
        "url origin version_of characters"
    )


def test_names() -> None:
    assert list(columns(Table.NAMES)) == ["id", "document", "type", "start", "end", "quote", "score", *REPORT]


def test_statements() -> None:
    assert " ".join(columns(Table.STATEMENTS)) == (
        "id document speaker speaker_how act mode content_start content_end content_quote contents "
        "contents_text source_start source_end source_quote cue_start cue_end cue_quote speaker_start "
        "speaker_end speaker_quote via block why score " + " ".join(REPORT)
    )


def test_evidence() -> None:
    assert list(columns(Table.EVIDENCE)) == [
        "record",
        "kind",
        "role",
        "document",
        "start",
        "end",
        "quote",
        *REPORT,
    ]


def test_every_table_has_columns_and_no_name_twice() -> None:
    assert set(TABLES) == set(Table)
    for table in Table:
        assert len(set(columns(table))) == len(columns(table))


def test_every_field_of_a_statement_has_a_column() -> None:
    named = " ".join(columns(Table.STATEMENTS))
    for field in Statement.__slots__:
        assert field in named, field
