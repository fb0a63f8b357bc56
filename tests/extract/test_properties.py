"""What holds for any layers: every span stands in the text, ids are unique, nothing raises."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.extract import extract
from tocsin.model.layers import Found, FoundAttribution, Layers
from tocsin.record import Act, Block, BlockKind, Document, Extraction, NameType, Resolution

NAMES = ["Ada Weir", "Erik Lund", "Norland", "NATO", "Reuters", "OSLO (Example Wire) —", "\U0001f6a2"]
SOURCES = ["he", "She", "they", "it", "who", "which", "I", "we", "the ministry", "the statement", "a source"]
CUES = [
    "said",
    "told",
    "denied",
    "according to",
    "adding",
    "and urged",
    "was told",
    "did not confirm",
    "that",
]
REST = [
    "the port is shut",
    "on condition of anonymity",
    "Read also",
    "а",
    "İ",
    "\u2028",
    "\n",
    "\n\n",
    "\r\n",
]
MARKS = ["“", "”", "‘", "’", '"', "'", "’s", ",", ".", ":", "?", "—", "(", ")", "''"]
WORDS = NAMES + SOURCES + CUES + REST + MARKS
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


SETTINGS = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(reports())
def test_every_span_of_every_record_holds(report: tuple[Document, Layers]) -> None:
    found = made(report)
    text = report[0].text
    assert all(name.span.holds(text) for name in found.names)
    assert all(span.holds(text) for statement in found.statements for span in statement.spans)
    assert all(s.speaker.name == s.speaker.span.text for s in found.statements if s.speaker)
    assert all(via.name == via.span.text for s in found.statements for via in s.via)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found.names))


@SETTINGS
@given(reports())
def test_records_are_whole_and_nobody_speaks_without_words_of_the_text(
    report: tuple[Document, Layers],
) -> None:
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
        assert statement.block in BlockKind
        if statement.source is None and statement.cue is None and statement.speaker:
            assert statement.speaker.how is Resolution.CONTINUED


@SETTINGS
@given(reports())
def test_ids_are_unique_and_depend_on_content_alone(report: tuple[Document, Layers]) -> None:
    document, layers = report
    found = made(report)
    ids = [*(name.id for name in found.names), *(statement.id for statement in found.statements)]
    assert len(set(ids)) == len(ids)
    assert len({(s.source, s.cue, s.contents) for s in found.statements}) == len(found.statements)
    assert made(report) == found
    turned = Layers(
        sentences=layers.sentences[::-1],
        names=layers.names[::-1],
        attributions=layers.attributions[::-1],
    )
    assert {s.id for s in made((document, turned)).statements} == {s.id for s in found.statements}
