"""Gold of the example reports fits the reports as tocsin reads them."""

import pytest
from eval.passes import EXAMPLES, example_documents, name_of, plain_documents
from eval.statements import load, locate

from tests.eval.making import TEXT
from tocsin.record import Capture, Document, FoundIn, Precision, Published


def capture(origin: str) -> Capture:
    return Capture(origin=origin, body=b"x", media_type="text/plain", sha256="0" * 64)


DATED = Document(
    id="doc-1",
    text="x",
    published=Published(when="2021-04-12T09:00:00+00:00", precision=Precision.MINUTE, found_in=FoundIn.FIELD),
)


@pytest.mark.parametrize(
    ("origin", "document", "name"),
    [
        ("reports/harbour-post.md", DATED, "harbour-post"),
        ("reports/example-wire.jsonl:2", DATED, "example-wire-2021-04-12"),
        ("reports/example-wire.jsonl:2", Document(id="doc-2", text="x"), "reports/example-wire.jsonl:2"),
    ],
)
def test_a_report_has_the_name_that_its_gold_has(origin: str, document: Document, name: str) -> None:
    assert name_of(capture(origin), document) == name


def test_plain_texts_are_kept_as_they_are() -> None:
    texts = [TEXT, "Line one.\r\n\r\nLine two.\n", "Ångström said so."]
    assert [document.text for document in plain_documents(texts)] == texts


def test_every_gold_statement_stands_in_its_report() -> None:
    documents = example_documents(EXAMPLES / "reports")
    gold = load(EXAMPLES / "gold")
    assert gold
    for name, listed in gold.items():
        located = locate(documents[name].text, listed, report=name)
        assert all(relation.content for relation in located)
