"""What the parts of records stand for, in JSON: entities, places, and those that lost."""

from dataclasses import replace

from tests.store.samples import dam
from tocsin.codec import entity_id, extraction_json, from_json, to_json
from tocsin.codec.linked import Linked, links_of
from tocsin.record import (
    Candidate,
    Link,
    NameType,
    Place,
    PlaceKind,
    PlacePrecision,
    Reference,
    Sector,
    Span,
    Toponym,
    Use,
    Weight,
)

_, READ = dam()
TEXT = READ.document.text
FIGURE = READ.figures[0]
SPOKEN = next(each for each in READ.statements if each.speaker)
SPELLING = Weight(part="spelling", value=0.9, why="the same words")
BOARD = Reference(
    id="ref-1",
    document=READ.document.id,
    type=NameType.ORGANISATION,
    name="the water board",
    mentions=(Span.of(TEXT, TEXT.index("the water board"), TEXT.index("the water board") + 15),),
    key="organisation:water board",
    country=None,
    sector=Sector.GOVERNMENT,
    roles=(),
    candidates=(Candidate(id="qq.water", name="Water Ministry", score=0.3, weights=(SPELLING,)),),
    why="no entry of the knowledge fits",
    score=0.8,
)
KORDA = Place(
    id="geonames:1",
    name="Korda",
    kind=PlaceKind.CITY,
    latitude=1.5,
    longitude=2.5,
    country="qq",
    region=None,
    population=900,
)
_AT = TEXT.index("Korda")
SPOT = Toponym(
    id="top-1",
    document=READ.document.id,
    span=Span.of(TEXT, _AT, _AT + 5),
    phrase=Span.of(TEXT, _AT, _AT + 5),
    use=Use.PART,
    place=KORDA,
    precision=PlacePrecision.CITY,
    relation=None,
    box=None,
    within=None,
    candidates=(),
    why="the only place of that name",
    score=0.7,
)
RESOLVED = replace(
    READ,
    references=(BOARD,),
    toponyms=(SPOT,),
    links=(
        Link(record=FIGURE.id, part="holder", to="ref-1"),
        Link(record=FIGURE.id, part="holder", to="top-1"),
        Link(record=SPOKEN.id, part="speaker", to="ref-1"),
    ),
)


def test_a_report_lists_its_entities_and_places_with_what_lost() -> None:
    listed = extraction_json(RESOLVED)
    (entity,) = listed["entities"]
    assert entity["entity"] == entity_id("organisation:water board")
    assert entity["evidence"] == [
        {"start": BOARD.mentions[0].start, "end": BOARD.mentions[0].end, "quote": "the water board"}
    ]
    (lost,) = entity["candidates"]
    assert lost["weights"] == [{"part": "spelling", "value": 0.9, "why": "the same words"}]
    (place,) = listed["places"]
    assert (place["text"], place["place"]["id"], place["use"]) == ("Korda", "geonames:1", "part")


def test_a_part_says_what_it_stands_for_and_where_it_lies() -> None:
    listed = extraction_json(RESOLVED)
    holder = listed["figures"][0]["holder"]
    assert holder["entity"] == entity_id("organisation:water board")
    assert holder["place"] == "geonames:1"
    others = [each["holder"] for each in listed["figures"][1:] if each["holder"]]
    assert all((other["entity"], other["place"]) == (None, None) for other in others)
    speakers = [each["speaker"] for each in listed["statements"] if each["speaker"]]
    assert [speaker["entity"] is not None for speaker in speakers] == [True, *[False] * (len(speakers) - 1)]


def test_without_links_a_record_is_as_it_was() -> None:
    plain = to_json(FIGURE)
    assert "entity" not in plain["holder"]
    linked = to_json(FIGURE, links_of(RESOLVED))
    assert from_json(linked, type(FIGURE)) == from_json(plain, type(FIGURE)) == FIGURE


def test_a_state_is_an_actor_and_a_place() -> None:
    (name, *_) = READ.names
    links = {
        (name.id, "name"): Linked(entity="ent-1"),
        (name.id, "place"): Linked(place="geonames:1"),
    }
    made = to_json(name, links)
    assert (made["entity"], made["place"]) == ("ent-1", "geonames:1")


def test_the_body_that_a_speaker_belongs_to_says_who_it_is() -> None:
    assert SPOKEN.speaker
    mayor = Span.of(TEXT, TEXT.index("Mayor"), TEXT.index("Mayor") + 5)
    said = replace(SPOKEN, speaker=replace(SPOKEN.speaker, affiliation=mayor))
    links = {(said.id, "affiliation"): Linked(entity="ent-1"), (said.id, "speaker"): Linked(entity="ent-2")}
    made = to_json(said, links)
    assert made["speaker"]["entity"] == "ent-2"
    assert made["speaker"]["affiliation"]["entity"] == "ent-1"
    assert from_json(made, type(said)) == said
    assert to_json(SPOKEN, links)["speaker"]["affiliation"] is None
