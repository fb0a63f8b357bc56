import pytest

from tests.brief.making import said
from tocsin.export import EXPORTERS, Exporter, Record, csv, jsonl


def test_the_registry() -> None:
    assert [(each.name, each.suffix, each.media_type) for each in EXPORTERS] == [
        ("jsonl", ".jsonl", "application/x-ndjson"),
        ("csv", ".csv", "text/csv"),
    ]
    assert [each.write for each in EXPORTERS] == [jsonl, csv]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda each: str(each.name))
def test_every_exporter_streams_and_repeats_itself(exporter: Exporter) -> None:
    records: list[Record] = list(said("“We wait.”"))
    assert list(exporter.write(iter(records))) == list(exporter.write(records))
    assert list(exporter.write([])) == []
