"""Credits at the end of paragraphs give through whom the words came."""

from tests.extract.build import Report
from tocsin.extract.credits import credits_of
from tocsin.extract.layout import Layout
from tocsin.extract.vocabulary import vocabulary
from tocsin.read.blocks import find_blocks
from tocsin.record import Document

FIRST = "The harbour master said that the gate would stay shut until the water fell."
SECOND = "The mayor said that nobody had asked her about the gate."


def vias(text: str) -> list[list[str]]:
    document = Document(id="doc-1", text=text, blocks=find_blocks(text))
    report = Report(text, document=document)
    report.said("The harbour master", "said", "that the gate would stay shut until the water fell")
    report.said("The mayor", "said", "that nobody had asked her about the gate")
    return [[via.name for via in statement.via] for statement in report.statements()]


def test_a_credit_holds_for_its_paragraph() -> None:
    assert vias(f"{FIRST} (Reuters)\n{SECOND}\nIt rained.") == [["Reuters"], []]


def test_two_credits_hold_for_a_paragraph_each() -> None:
    assert vias(f"{FIRST} (Reuters)\n{SECOND} (Kyiv Daily News)") == [["Reuters"], ["Kyiv Daily News"]]


def test_the_only_credit_at_the_end_holds_for_the_report() -> None:
    assert vias(f"{FIRST}\n{SECOND} (AFP)") == [["AFP"], ["AFP"]]
    assert vias(f"{FIRST}\n{SECOND}\n(AFP)") == [["AFP"], ["AFP"]]


def test_writers_and_photographers_are_no_wire() -> None:
    text = f"{FIRST}\n{SECOND} (Reporting by D. Sample; editing by E. Muster)"
    document = Document(id="doc-1", text=text, blocks=find_blocks(text))
    layout = Layout.of(document, Report(text, document=document).layers)
    found = credits_of(document, layout, vocabulary("en"))
    assert found.wires == ()
