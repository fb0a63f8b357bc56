"""The contract of the lists of figures, events, moments and roles, key by key."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests.codec.strategies import RECORDS
from tests.store.samples import DAM, dam, harbour
from tocsin.codec import Json, Record, evidence, extraction_json, from_json, kind_of, to_json
from tocsin.errors import FormatError
from tocsin.record import Document, Event, Figure, Moment, Resolution, Role, Speaker, Statement

_, READ = dam()
BOARD, MINISTRY = READ.statements[:2]
MONDAY, OVERNIGHT = READ.moments


def lists() -> dict[str, list[dict[str, Any]]]:
    return extraction_json(READ)


def place(words: str) -> dict[str, object]:
    at = DAM.index(words)
    return {"start": at, "end": at + len(words), "text": words}


def test_a_figure_in_json() -> None:
    sluices, evacuated = lists()["figures"]
    assert " ".join(sluices) == (
        "id evidence low best high bound unit measure measured holder side place period change "
        "is_change modality said_in block why score"
    )
    first, second = READ.figures
    assert sluices["evidence"][0] == {
        "start": first.span.start,
        "end": first.span.end,
        "quote": "two sluices",
    }
    assert sluices["measured"] == place("sluices") | {"start": first.span.start + 4, "end": first.span.end}
    assert sluices["holder"] == place("the Korda dam") | {"entity": None, "place": None}
    assert sluices["period"] == place("on Monday") | {
        "moment": MONDAY.id,
        "from": "2021-04-12",
        "to": "2021-04-12",
    }
    assert (sluices["low"], sluices["best"], sluices["high"]) == (None, 2, None)
    assert (sluices["bound"], sluices["unit"], sluices["measure"]) == ("exact", None, "sluices")
    assert (sluices["side"], sluices["place"], sluices["change"]) == (None, None, None)
    assert (sluices["said_in"], evacuated["said_in"]) == (BOARD.id, MINISTRY.id)
    assert (evacuated["best"], evacuated["bound"], evacuated["change"]) == (1200, "about", "rise")
    assert type(evacuated["best"]) is int  # 1200, not 1200.0
    assert evacuated["id"] == second.id


def test_an_event_in_json() -> None:
    opened, rise = lists()["events"]
    assert " ".join(opened) == (
        "id evidence trigger type mode modality actor recipient place date contexts asserted_in statement "
        "block why score"
    )
    assert opened["evidence"][0]["quote"] == "Engineers opened two sluices on Monday"
    assert opened["trigger"]["text"] == "opened"
    assert (opened["type"], opened["mode"], opened["modality"]) == ("RETREAT", "access", "done")
    assert opened["actor"]["text"] == "Engineers"
    assert opened["date"]["from"] == "2021-04-12"
    assert opened["contexts"] == ["disasters", "natural_resource"]
    assert (opened["asserted_in"], opened["statement"]) == (BOARD.id, None)
    assert (rise["mode"], rise["recipient"], rise["date"], rise["asserted_in"]) == (None,) * 4
    (denied,) = extraction_json(harbour()[1])["events"]
    assert denied["statement"] == harbour()[1].statements[2].id


def test_a_moment_in_json() -> None:
    monday, overnight = lists()["moments"]
    assert monday == {
        "id": MONDAY.id,
        **place("on Monday"),
        "type": "date",
        "value": "2021-04-12",
        "timex": "2021-04-12",
        "from": "2021-04-12",
        "to": "2021-04-12",
        "precision": "day",
        "anchor": "publication",
        "why": MONDAY.why,
        "score": MONDAY.score,
    }
    assert (overnight["value"], overnight["from"], overnight["precision"]) == (None, None, None)
    assert overnight["anchor"] == MONDAY.id


def test_a_role_in_json() -> None:
    (mayor,) = lists()["roles"]
    assert list(mayor) == ["id", "person", "role", "body", "former", "why", "score"]
    assert (mayor["person"]["text"], mayor["role"]["text"]) == ("Sergueï Okonjo", "Mayor")
    assert (mayor["body"], mayor["former"]) == (None, True)


def test_a_speaker_has_its_chain_its_number_and_its_affiliation() -> None:
    said = BOARD
    assert said.source
    speaker = Speaker(
        name="the board",
        how=Resolution.UNNAMED,
        span=said.source,
        chain=(said.source,),
        plural=True,
        affiliation=said.source,
    )
    whole = to_json(
        Statement(**{name: getattr(said, name) for name in Statement.__slots__} | {"speaker": speaker})
    )
    assert whole["speaker"] == {
        "name": "the board",
        "how": "unnamed",
        **place("the water board"),
        "chain": [place("the water board")],
        "plural": True,
        "affiliation": place("the water board"),
    }
    without = whole | {
        "speaker": {key: whole["speaker"][key] for key in ("name", "how", "start", "end", "text")}
    }
    old = from_json(without, Statement)  # as version 0.1 wrote it
    assert old.speaker == Speaker(name="the board", how=Resolution.UNNAMED, span=said.source)


@settings(deadline=None)
@given(RECORDS)
def test_evidence_has_every_span_of_a_record_and_no_other(record: Record) -> None:
    words = evidence(record)
    if isinstance(record, Document):
        assert words == ()
        return
    spans = (record.span,) if kind_of(record) == "name" else record.spans  # type: ignore[union-attr]
    assert {span for _, span in words} == set(spans)
    if isinstance(record, Figure | Event):
        quotes = to_json(record)["evidence"]
        assert (quotes[0]["start"], quotes[0]["quote"]) == (record.span.start, record.span.text)
        assert len(quotes) == len({(q["start"], q["end"], q["quote"]) for q in quotes})
        assert {q["quote"] for q in quotes} == {span.text for span in spans}


@pytest.mark.parametrize(
    ("kind", "change", "where"),
    [
        (Figure, {"evidence": []}, r"\$\.evidence"),
        (Figure, {"bound": "roughly"}, r"\$\.bound"),
        (Figure, {"best": "many"}, r"\$\.best"),
        (Figure, {"period": {"start": 1, "end": 2, "text": "x"}}, r"moment"),
        (Event, {"type": "WAR"}, r"\$\.type"),
        (Event, {"trigger": None}, r"\$\.trigger"),
        (Moment, {"precision": "fortnight"}, r"\$\.precision"),
        (Role, {"former": "yes"}, r"\$\.former"),
    ],
)
def test_a_wrong_field_is_named(kind: type[Record], change: Json, where: str) -> None:
    records: tuple[Record, ...] = (READ.figures[0], READ.events[0], MONDAY, READ.roles[0])
    (record,) = [record for record in records if isinstance(record, kind)]
    with pytest.raises(FormatError, match=where):
        from_json(to_json(record) | change, kind)


def test_a_figure_of_before_modality_was_told_has_none() -> None:
    record = to_json(READ.figures[0])
    without = {key: value for key, value in record.items() if key != "modality"}
    assert from_json(without, Figure) == READ.figures[0]
