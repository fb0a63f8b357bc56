"""Chains after resolution, within a made report and across two, and the reader of ECB+."""

from dataclasses import replace
from pathlib import Path

import pytest
from eval.chains import Placed
from eval.coreference import CONLL, Chained
from eval.ecbplus import Topical
from hypothesis import given
from hypothesis import strategies as st

from eval import chains, ecbplus
from tocsin.extract.tree import Tree
from tocsin.model.layers import Layers, Mention, Word
from tocsin.record import Extraction, NameType, Reference, Span
from tocsin.store.linking import APART as NO_LINKING

TEXT = "Ada Weir spoke . Weir left . Drivers wept ."


def words(text: str, tags: str, heads: str, relations: str) -> tuple[Word, ...]:
    found, at = [], 0
    rows = zip(text.split(), tags.split(), heads.split(), relations.split(), strict=True)
    for form, tag, head, relation in rows:
        start = text.index(form, at)
        at = start + len(form)
        found.append(Word(start=start, end=at, tag=tag, head=int(head), relation=relation))
    return tuple(found)


WORDS = words(
    TEXT,
    "NNP NNP VBD . NNP VBD . NNS VBD .",
    "1 2 -1 2 5 -1 5 8 -1 8",
    "compound nsubj root punct nsubj root punct nsubj root punct",
)


def reading(mentions: tuple[Mention, ...] = ()) -> Layers:
    return Layers(sentences=((0, len(TEXT)),), names=(), attributions=(), words=WORDS, mentions=mentions)


def mention(start: int, end: int, antecedent: int | None = None) -> Mention:
    chosen = ((antecedent, 0.9),) if antecedent is not None else ()
    return Mention(
        start=start, end=end, antecedent=antecedent, score=0.9, choices=chosen, none=0.1 if chosen else 1.0
    )


class Named:
    """A resolver that finds Ada Weir, called by both her names and by the last."""

    version = "made"

    def __call__(self, extraction: Extraction, layers: Layers) -> Extraction:  # noqa: ARG002
        mentions = tuple(Span.of(extraction.document.text, *place) for place in ((0, 8), (17, 21)))
        reference = Reference(
            id="ref", document="d", type=NameType.PERSON, name="Ada Weir", mentions=mentions,
            key="person:ada weir", country=None, sector=None, roles=(), candidates=(), why="made", score=1.0,
        )  # fmt: skip
        return replace(extraction, references=(reference,))


def test_the_lemma_is_that_of_the_head() -> None:
    tree = Tree.of(TEXT, WORDS)
    assert [chains.lemma(tree, *span) for span in ((0, 8), (29, 36), (3, 3))] == ["weir", "driver", ""]


def test_several_joined_by_and_have_no_head() -> None:
    text = "Ada and Bo left"
    tree = Tree.of(text, words(text, "NNP CC NNP VBD", "3 2 0 -1", "nsubj cc conj root"))
    assert chains.head_of(tree, 0, 10) is None
    assert chains.head_of(tree, 0, 3) == 0


def test_mentions_of_one_reference_become_one_chain() -> None:
    layers = reading((mention(0, 8), mention(17, 21), mention(29, 36)))
    gold = Chained(id="made", text=TEXT, chains=(frozenset({(0, 8), (17, 21)}),))
    rows = {(row.system, row.measure): row.f1 for row in chains.within([gold], [layers], Named())}
    assert rows["tocsin, chains alone", CONLL] == 0.0
    assert rows["same string", CONLL] == 0.0
    assert rows["same head", CONLL] == pytest.approx(1.0)
    assert rows["tocsin", CONLL] == pytest.approx(1.0)


def test_topics_are_cases_and_what_no_reference_covers_goes_by_its_head() -> None:
    reports = [
        Topical(id=name, topic="1", text=TEXT, mentions=(((0, 8), "A"), ((17, 21), "A"), ((29, 36), "D")))
        for name in ("one", "two")
    ]
    rows = {
        (row.system, row.measure): row
        for row in chains.across(reports, [reading(), reading()], Named(), NO_LINKING)
    }
    assert rows["tocsin", CONLL].f1 == pytest.approx(1.0)
    assert rows["same head lemma", CONLL].f1 == pytest.approx(1.0)
    assert rows["same string", "MUC"].recall == pytest.approx(3 / 4)
    assert rows["tocsin, references alone", "MUC"].recall == pytest.approx(3 / 4)
    assert rows["tocsin", CONLL].gold == 6


def placed(number: int, head: str, key: str | None = None, *, pronoun: bool = False) -> Placed:
    return Placed(
        span=(number, number + 1), entity="", words=head, head=head, key=key, chain=None, pronoun=pronoun
    )


def spans(*numbers: int) -> frozenset[tuple[int, int]]:
    return frozenset((number, number + 1) for number in numbers)


def test_an_uncovered_mention_joins_the_one_entity_with_its_head_but_neither_of_two() -> None:
    one = [placed(1, "weir", "person:ada weir"), placed(2, "weir")]
    assert set(chains.by_reference_or_head(one)) == {spans(1, 2)}
    two = [*one, placed(3, "weir", "person:bo weir"), placed(4, "weir")]
    assert set(chains.by_reference_or_head(two)) == {spans(1), spans(3), spans(2, 4)}


def test_pronouns_are_never_joined_by_their_words() -> None:
    topic = [placed(1, "she", pronoun=True), placed(2, "she", pronoun=True)]
    assert set(chains.by_reference_or_head(topic)) == {spans(1), spans(2)}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([None, "k", "l"])), max_size=8))
def test_every_mention_is_in_one_cluster(marks: list[tuple[str, str | None]]) -> None:
    topic = [placed(number, head, key) for number, (head, key) in enumerate(marks)]
    for way in (chains.by_reference, chains.by_reference_or_head):
        found = way(topic)
        assert sorted(span for cluster in found for span in cluster) == [m.span for m in topic]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_joined_things_are_of_one_set(pairs: list[tuple[int, int]]) -> None:
    sets = chains.Sets()
    for a, b in pairs:
        sets.join(a, b)
    assert all(sets.of(a) == sets.of(b) for a, b in pairs)
    untouched = set(range(10)) - {thing for pair in pairs for thing in pair}
    assert all(sets.of(thing) == thing for thing in untouched)


ECB = """<Document doc_name="1_2ecbplus.xml">
<token t_id="1" sentence="0" number="0">http</token>
<token t_id="2" sentence="1" number="0">Weir</token>
<token t_id="3" sentence="1" number="1">left</token>
<token t_id="4" sentence="1" number="2">Oslo</token>
<token t_id="5" sentence="1" number="3">.</token>
<token t_id="6" sentence="2" number="0">She</token>
<token t_id="7" sentence="2" number="1">slept</token>
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="2"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
<LOC_GEO m_id="3"><token_anchor t_id="4"/></LOC_GEO>
<HUMAN_PART_PER m_id="4"><token_anchor t_id="6"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="5" TAG_DESCRIPTOR="weir" instance_id="HUM1" />
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="9" note="HUM1"><source m_id="1" />
<source m_id="4" /><target m_id="5" /></CROSS_DOC_COREF>
</Relations>
</Document>
"""


def test_ecbplus_is_read_as_text_with_the_entities_of_checked_sentences(tmp_path: Path) -> None:
    folder = tmp_path / "ecbplus" / "ECB+" / "1"
    folder.mkdir(parents=True)
    (folder / "1_2ecbplus.xml").write_text(ECB, "utf-8")
    checked = tmp_path / "ecbplus" / ecbplus.CHECKED
    checked.write_text("Topic,File,Sentence Number\n1,2ecbplus,1\n", "utf-8")
    (report,), digest = ecbplus.load(tmp_path)
    assert report.text == "Weir left Oslo.\nShe slept"
    assert report.mentions == (((0, 4), "HUM1"), ((10, 14), "1_2ecbplus:3"))
    assert len(digest) == 64
    assert list(ecbplus.by_topic([report])) == ["1"]


def test_without_the_set_there_is_nothing(tmp_path: Path) -> None:
    assert ecbplus.load(tmp_path) == ([], "")
