from collections.abc import Iterable
from csv import DictReader, reader
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from tests.brief.making import report, said, span, statement
from tocsin.codec import Record
from tocsin.export import Table, columns, csv, unguarded
from tocsin.record import Act, Document, Mode, Name, NameType, Resolution

TEXT = (
    "ASTER (Example Wire) - Marta Lind, the harbour minister,\nwas blunt on Monday. “We wait,” she told "
    'Radio Aster, “and we "watch".”'
)


def _rows(
    records: Iterable[Record], *, table: Table | None = None, guard: bool = True
) -> list[dict[str, str]]:
    whole = "".join(csv(records, table=table, guard=guard))
    return list(DictReader(StringIO(whole, newline="")))


def _case() -> tuple[Document, list[Record]]:
    document = report(TEXT, title="=cmd|x", outlet="-Aster, daily")
    name = Name(
        id="nam-1",
        document=document.id,
        type=NameType.PERSON,
        span=span(document, "Marta Lind"),
        score=0.98765,
    )
    one = statement(
        document,
        "“We wait,”",
        '“and we "watch".”',
        speaker="Marta Lind",
        source="she",
        cue="told",
        via=("Radio Aster", "Example Wire"),
        how=Resolution.PRONOUN,
        act=Act.WARN,
    )
    return document, [document, name, one]


def test_statements() -> None:
    document, records = _case()
    (row,) = _rows(records, table=Table.STATEMENTS, guard=False)
    assert row["speaker"] == "Marta Lind"
    assert (row["speaker_how"], row["act"], row["mode"], row["block"]) == (
        "pronoun",
        "warn",
        "direct",
        "body",
    )
    assert (row["contents"], row["contents_text"]) == ("2", '“We wait,” […] “and we "watch".”')
    assert row["via"] == "Radio Aster ← Example Wire"
    assert row["score"] == "0.875"
    assert (row["document_outlet"], row["document_title"]) == ("-Aster, daily", "=cmd|x")
    assert (row["document_published"], row["document_url"]) == ("2021-04-13", document.url)
    for part in ("content", "source", "cue", "speaker"):
        start, end = int(row[f"{part}_start"]), int(row[f"{part}_end"])
        assert TEXT[start:end] == row[f"{part}_quote"] != ""


def test_unknown_values_are_empty() -> None:
    document = report("“We wait.”")
    (row,) = _rows([statement(document, "“We wait.”")])
    empty = {name for name, cell in row.items() if not cell}
    assert {"speaker", "speaker_how", "source_start", "cue_quote", "via", "document_outlet"} <= empty


def test_documents_and_names() -> None:
    document, records = _case()
    (row,) = _rows(records)
    assert (row["id"], row["outlet"], row["characters"]) == (document.id, "'-Aster, daily", str(len(TEXT)))
    assert (row["published"], row["published_precision"], row["published_found_in"]) == (
        "2021-04-13",
        "day",
        "option",
    )
    (name,) = _rows(records, table=Table.NAMES)
    assert (name["type"], name["quote"], name["score"]) == ("person", "Marta Lind", "0.9877")


def test_evidence_has_one_row_for_each_span() -> None:
    document, records = _case()
    rows = _rows(records, table=Table.EVIDENCE)
    assert [(row["kind"], row["role"]) for row in rows] == [
        ("name", "name"),
        ("statement", "source"),
        ("statement", "speaker"),
        ("statement", "cue"),
        ("statement", "content"),
        ("statement", "content"),
        ("statement", "via"),
        ("statement", "via"),
    ]
    for row in rows:
        assert TEXT[int(row["start"]) : int(row["end"])] == unguarded(row["quote"])
        assert row["document"] == document.id


def test_the_form_is_rfc_4180() -> None:
    _, records = _case()
    lines = list(csv(records, table=Table.STATEMENTS))
    assert all(line.endswith("\r\n") for line in lines)
    assert '“We wait,” […] “and we ""watch"".”' in lines[1]
    assert '"We' not in lines[0]


def test_a_table_of_nothing() -> None:
    assert list(csv([])) == []
    assert list(csv([], table=Table.NAMES)) == [",".join(columns(Table.NAMES)) + "\r\n"]


def test_formulas_of_a_report_are_made_text_unless_asked_otherwise() -> None:
    _, one = said("=1+2", mode=Mode.INDIRECT)
    assert _rows([one])[0]["content_quote"] == "'=1+2"
    assert _rows([one], guard=False)[0]["content_quote"] == "=1+2"


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5), st.booleans())
def test_any_words_come_back_exactly(words: list[str], guard: bool) -> None:  # noqa: FBT001
    records = [said(each)[1] for each in words]
    lines = list(reader(StringIO("".join(csv(records, guard=guard)), newline="")))
    place = lines[0].index("content_quote")
    quotes = [line[place] for line in lines[1:]]
    assert [unguarded(quote) if guard else quote for quote in quotes] == words
