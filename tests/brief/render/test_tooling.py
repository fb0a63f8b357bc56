from json import loads

from hypothesis import given
from hypothesis import strategies as st

from tests.brief.render.making import empty, hostile, small
from tocsin.brief.render import json


def test_the_shape() -> None:
    brief = loads(json(small()))
    assert list(brief) == [
        "title",
        "period",
        "counts",
        "sections",
        "figures",
        "events",
        "since",
        "news",
        "more_news",
        "stories",
        "more_stories",
        "citations",
        "refused",
        "made_by",
        "as_of",
        "notes",
    ]
    line = brief["sections"][0]["lines"][0]
    assert line["citations"] == [1, 2]
    assert line["act"] == "say"
    citation = brief["citations"][2]
    assert citation["spans"] == [{"start": 48, "end": 64, "text": "no ship had left"}]
    assert citation["via"] == ["Radio Aster"]
    assert citation["how"] == ["pronoun"]
    assert [each["text"] for each in citation["passages"]] == ["She told Radio Aster that no ship had left."]
    assert brief["stories"][0]["sections"] == brief["sections"]


def test_an_empty_brief_is_an_object_too() -> None:
    assert loads(json(empty()))["sections"] == []


@given(st.text(st.characters(exclude_categories=[]), min_size=1).filter(str.strip))
def test_words_come_back_whole(words: str) -> None:
    page = json(hostile(words))
    page.encode("utf-8")
    assert loads(page)["title"] == words
