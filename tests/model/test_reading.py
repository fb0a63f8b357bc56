"""The packaged model, run for real on texts of our own."""

from itertools import pairwise

import pytest

from tocsin.model import ReadingModel, open_model
from tocsin.model.layers import Found, Layers

REPORT = (
    "Kyiv weighs its options\n\n"
    "KYIV, April 12 — Ukraine’s foreign minister Dmytro Kuleba said on Monday that his country would not "
    "attack anyone. “We want peace,” he told reporters in the capital.\n\n"
    "The Kremlin denied that Russia was preparing for war. According to the German government, "
    "the build-up must be explained.\n"
)


@pytest.fixture(scope="module")
def model() -> ReadingModel:
    return open_model()


@pytest.fixture(scope="module")
def layers(model: ReadingModel) -> Layers:
    return model.read([REPORT])[0]


def words(found: Found | None) -> str | None:
    return REPORT[found.start : found.end] if found else None


def test_finds_who_said_what(layers: Layers) -> None:
    found = [
        (words(g.source), words(g.cue), tuple(words(c) for c in g.contents)) for g in layers.attributions
    ]
    assert ("he", "told", ("“We want peace,”",)) in [(s, c and c.split()[0], t) for s, c, t in found]
    sources = {source for source, _, _ in found}
    assert "The Kremlin" in sources
    assert any(source and source.endswith("Dmytro Kuleba") for source in sources)


def test_finds_names_with_their_kinds(layers: Layers) -> None:
    named = {(words(n), n.label) for n in layers.names}
    assert {("Dmytro Kuleba", "PER"), ("Russia", "LOC"), ("German", "MISC")} <= named


def test_sentences_tile_the_text_in_order(layers: Layers) -> None:
    assert REPORT[slice(*layers.sentences[0])] == "Kyiv weighs its options"
    assert all(a[1] <= b[0] for a, b in pairwise(layers.sentences))
    covered = {i for start, end in layers.sentences for i in range(start, end)}
    assert all(c.isspace() for i, c in enumerate(REPORT) if i not in covered)


def test_scores_are_probabilities(layers: Layers) -> None:
    found = [*layers.names, *(p for g in layers.attributions for p in (g.source, g.cue, *g.contents) if p)]
    assert found
    assert all(0 <= f.score <= 1 for f in found)


def test_a_report_reads_alike_alone_and_among_others(model: ReadingModel, layers: Layers) -> None:
    among = model.read(["Short.", REPORT, REPORT * 6, ""])
    assert [words(g.cue) for g in among[1].attributions] == [words(g.cue) for g in layers.attributions]
    assert among[3] == Layers(sentences=(), names=(), attributions=())


def test_a_report_of_any_length_is_read_to_its_end(model: ReadingModel) -> None:
    long = (REPORT + "\n") * 40
    layers = model.read([long])[0]
    assert layers.sentences[-1][1] > len(long) - 30
    assert max(g.cue.start for g in layers.attributions if g.cue) > len(long) - len(REPORT)
    assert sum(long[n.start : n.end] == "Dmytro Kuleba" for n in layers.names) == 40


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x01", "🚨" * 300, "a" * 5000, "“" * 700])
def test_odd_texts_are_read_without_error(model: ReadingModel, text: str) -> None:
    layers = model.read([text])[0]
    assert all(0 <= n.start < n.end <= len(text) for n in layers.names)
