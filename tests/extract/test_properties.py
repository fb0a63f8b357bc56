"""What holds for any layers: every span stands in the text, ids are unique, nothing raises."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.extract import extract
from tocsin.model.layers import Found, FoundAttribution, Layers
from tocsin.record import Act, Block, BlockKind, Document, Extraction, NameType, Resolution

WORDS = (
    "Ada Weir|Erik Lund|Norland|NATO|Reuters|he|She|they|it|who|which|I|we|the ministry|the statement|said|told|denied|"
    "according to|adding|and urged|was told|did not confirm|that|the port is shut|“|”|‘|’|\"|'|’s|,|.|:|?|—|(|)|\n|\n\n|"
    "OSLO (Example Wire) —|a source|on condition of anonymity|Read also|а|İ|\u2028|\U0001f6a2|\r\n|''"
).split("|")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map(lambda words: " ".join(words).replace(" \n ", "\n"))
SCORES = st.floats(0, 1)


@st.composite
def reports(draw: st.DrawFn) -> tuple[Document, Layers]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))

    def span() -> tuple[int, int]:
        one, two = draw(places), draw(places)
        return min(one, two), max(one, two)

    def near() -> tuple[int, int]:
        start = draw(places)
        return start, min(len(text), start + draw(st.integers(0, 25)))

    def found(label: str) -> Found:
        start, end = near()
        return Found(start=start, end=end, label=label, score=draw(SCORES))

    attributions = [
        FoundAttribution(
            source=found("source") if draw(st.booleans()) else None,
            cue=found("cue") if draw(st.booleans()) else None,
            contents=tuple(found("content") for _ in range(draw(st.integers(0, 3)))),
            score=draw(SCORES),
        )
        for _ in range(draw(st.integers(0, 8)))
    ]
    names = [
        found(draw(st.sampled_from(("PER", "ORG", "LOC", "MISC")))) for _ in range(draw(st.integers(0, 8)))
    ]
    sentences = sorted(near() for _ in range(draw(st.integers(0, 6))))
    blocks = [
        Block(kind=draw(st.sampled_from(BlockKind)), start=start, end=end)
        for start, end in (span() for _ in range(draw(st.integers(0, 4))))
    ]
    document = Document(
        id="doc-any",
        text=text,
        outlet=draw(st.sampled_from((None, "", "Example Wire", "The Harbour Post"))),
        language=draw(st.sampled_from((None, "en", "uk"))),
        blocks=tuple(blocks),
    )
    return document, Layers(sentences=tuple(sentences), names=tuple(names), attributions=tuple(attributions))


def made(report: tuple[Document, Layers]) -> Extraction:
    return extract(*report, made_by="extract@1 model@any")


SETTINGS = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(reports())
def test_every_span_of_every_record_holds(report: tuple[Document, Layers]) -> None:
    found = made(report)
    text = report[0].text
    assert all(name.span.holds(text) for name in found.names)
    assert all(span.holds(text) for statement in found.statements for span in statement.spans)
    assert all(s.speaker.name == s.speaker.span.text for s in found.statements if s.speaker)
    assert all(via.name == via.span.text for s in found.statements for via in s.via)


@SETTINGS
@given(reports())
def test_records_are_whole(report: tuple[Document, Layers]) -> None:
    found = made(report)
    for name in found.names:
        assert name.type in NameType
        assert 0 <= name.score <= 1
    for statement in found.statements:
        assert statement.contents
        assert statement.why
        assert statement.act in Act
        assert 0 <= statement.score <= 1
        assert statement.document == "doc-any"
        assert statement.speaker is None or statement.speaker.how in Resolution
        assert statement.block == report[0].block_at(statement.contents[0].start) or report[0].blocks


@SETTINGS
@given(reports())
def test_ids_are_unique_and_the_same_each_time(report: tuple[Document, Layers]) -> None:
    found = made(report)
    ids = [record.id for record in (*found.names, *found.statements)]
    assert len(set(ids)) == len(ids)
    assert made(report) == found


@SETTINGS
@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_the_layers_changes_nothing(
    report: tuple[Document, Layers], random: st.DataObject
) -> None:
    document, layers = report
    names, attributions = list(layers.names), list(layers.attributions)
    names.reverse()
    attributions.reverse()
    turned = Layers(sentences=layers.sentences, names=tuple(names), attributions=tuple(attributions))
    assert {s.id for s in made((document, turned)).statements} == {s.id for s in made(report).statements}


@SETTINGS
@given(reports())
def test_names_lie_apart(report: tuple[Document, Layers]) -> None:
    spans = [name.span for name in made(report).names]
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:], strict=False))


@SETTINGS
@given(reports())
def test_no_two_statements_rest_on_the_same_spans(report: tuple[Document, Layers]) -> None:
    found = [(s.source, s.cue, s.contents) for s in made(report).statements]
    assert len(set(found)) == len(found)


@SETTINGS
@given(reports())
def test_nobody_speaks_without_words_of_the_text(report: tuple[Document, Layers]) -> None:
    for statement in made(report).statements:
        if statement.source is None and statement.cue is None:
            assert statement.speaker is None or statement.speaker.how is Resolution.CONTINUED
