"""The columns are a contract: these lists change only by additions at their ends."""

from dataclasses import fields

import pytest

from tocsin.export import TABLES, Table, columns
from tocsin.record import Event, Figure, Moment, Role, Statement

REPORT = ["document_outlet", "document_title", "document_published", "document_url"]


def test_documents() -> None:
    assert " ".join(columns(Table.DOCUMENTS)) == (
        "id outlet title byline dateline published published_precision published_found_in fetched language "
        "url origin version_of characters"
    )


def test_names() -> None:
    assert list(columns(Table.NAMES)) == [
        "id",
        "document",
        "type",
        "start",
        "end",
        "quote",
        "score",
        *REPORT,
        "entity",
        "place",
    ]


def test_statements() -> None:
    assert " ".join(columns(Table.STATEMENTS)) == (
        "id document speaker speaker_how act mode content_start content_end content_quote contents "
        "contents_text source_start source_end source_quote cue_start cue_end cue_quote speaker_start "
        "speaker_end speaker_quote via block why score "
        + " ".join(REPORT)
        + " speaker_chain speaker_plural speaker_affiliation_start speaker_affiliation_end "
        "speaker_affiliation_quote speaker_entity"
    )


def test_figures() -> None:
    assert " ".join(columns(Table.FIGURES)) == (
        "id document measure low best high bound unit change start end quote measured_start measured_end "
        "measured_quote holder_start holder_end holder_quote side_start side_end side_quote place_start "
        "place_end place_quote period_start period_end period_quote period_moment period_from period_to "
        "said_in said_by block why score "
        + " ".join(REPORT)
        + " holder_entity side_entity place_id modality is_change"
    )


def test_events() -> None:
    assert " ".join(columns(Table.EVENTS)) == (
        "id document type mode modality start end quote trigger_start trigger_end trigger_quote actor_start "
        "actor_end actor_quote recipient_start recipient_end recipient_quote place_start place_end "
        "place_quote date_start date_end date_quote date_moment date_from date_to contexts asserted_in "
        "asserted_by statement block why score "
        + " ".join(REPORT)
        + " actor_entity recipient_entity place_id"
    )


def test_moments_and_roles() -> None:
    assert " ".join(columns(Table.MOMENTS)) == (
        "id document type value timex from to precision anchor start end quote why score " + " ".join(REPORT)
    )
    assert " ".join(columns(Table.ROLES)) == (
        "id document person_start person_end person_quote role_start role_end role_quote body_start body_end "
        "body_quote former why score " + " ".join(REPORT) + " person_entity body_entity"
    )


def test_entities_and_places() -> None:
    assert " ".join(columns(Table.ENTITIES)) == (
        "id document entity type name key country sector roles start end quote mentions candidates why score "
        + " ".join(REPORT)
    )
    assert " ".join(columns(Table.PLACES)) == (
        "id document use start end quote phrase place place_name place_kind country region latitude "
        "longitude precision relation box within within_name why score " + " ".join(REPORT)
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


@pytest.mark.parametrize(
    ("table", "record"),
    [
        (Table.STATEMENTS, Statement),
        (Table.FIGURES, Figure),
        (Table.EVENTS, Event),
        (Table.MOMENTS, Moment),
        (Table.ROLES, Role),
    ],
)
def test_every_field_of_a_record_has_a_column(table: Table, record: type) -> None:
    named = " ".join(columns(table))
    called = {"first": "from", "last": "to", "span": "start", "kind": "type"}
    for field in fields(record):
        assert called.get(field.name, field.name) in named, field.name
