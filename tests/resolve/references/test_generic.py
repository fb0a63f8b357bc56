"""Names that tell whose they are only beside others."""

from dataclasses import replace

import pytest

from tests.resolve.build import KNOWLEDGE, Read
from tocsin.record import Reference
from tocsin.resolve.references import Report, refer
from tocsin.resolve.references.taking import take
from tocsin.resolve.syntax import Syntax


def keys(read: Read, *, outlet: str | None = None) -> dict[str, Reference]:
    document = replace(read.extraction.document, outlet=outlet)
    taken = take(replace(read.extraction, document=document), knowledge=KNOWLEDGE)
    report = Report.of(
        taken.extraction,
        Syntax.of(read.text, ()),
        {},
        knowledge=KNOWLEDGE,
        taken=taken,
        sentences=tuple((m, n) for m, n in _sentences(read.text)),
    )
    return {one.key: one for one in refer(report, (), version="test")[0]}


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [at + 1 for at, letter in enumerate(text) if letter == "."]
    return list(zip([0, *ends], ends, strict=False))


@pytest.mark.parametrize("name", ["Alliance", "the Alliance", "this Alliance"])
def test_a_description_with_a_capital_is_what_the_report_names(name: str) -> None:
    text = f"NPO met. Now {name} agreed. NPO officials left, the Northern Pact Organisation said."
    read = Read(text).names(organisation=["NPO", name, "Northern Pact Organisation"])
    assert name in {m.text for m in keys(read)["known:alliance"].mentions}


def test_a_description_of_nobody_named_is_the_reports_own() -> None:
    assert set(keys(Read("The Alliance met.").names(organisation="Alliance"))) == {
        "organisation:alliance@doc"
    }


def test_a_ministry_is_that_of_the_only_state_in_its_sentence() -> None:
    read = Read("In Norland the Defence Ministry spoke. Karsia did not.")
    found = keys(read.names(organisation="Defence Ministry", state=["Norland", "Karsia"]))
    assert found["known:no.mod"].why == "Norland is the only state named beside it"


def test_a_ministry_beside_two_states_is_the_reports_own() -> None:
    read = Read("In Norland and Karsia the Defence Ministry spoke.")
    found = keys(read.names(organisation="Defence Ministry", state=["Norland", "Karsia"]))
    assert "organisation:defence ministry@doc" in found


def test_a_ministry_is_that_of_the_state_whose_body_publishes_unless_another_stands_beside() -> None:
    alone = Read("The Defence Ministry spoke.").names(organisation="Defence Ministry")
    assert "known:ka.mod" in keys(alone, outlet="Citadel")
    beside = Read("The Defence Ministry of old spoke to Norland.")
    found = keys(beside.names(organisation="Defence Ministry", state="Norland"), outlet="Citadel")
    assert "organisation:defence ministry@doc" in found


def test_plain_nouns_are_nobody() -> None:
    assert keys(Read("The Allies met.").names(organisation="Allies")) == {}


def test_a_first_name_is_the_reports_own_or_that_of_the_one_known_who_bears_it() -> None:
    assert set(keys(Read("Karen asked.").names(person="Karen"))) == {"person:karen@doc"}
    text = "Defence Minister Weir of Norland spoke. Ada smiled."
    read = (
        Read(text).names(person=["Weir", "Ada"], state="Norland").role("Weir", "Defence Minister", "Norland")
    )
    assert {m.text for m in keys(read)["known:ada-weir"].mentions} == {"Weir", "Ada"}
