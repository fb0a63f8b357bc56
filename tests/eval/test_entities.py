"""Pairs of names: read, asked of a resolver, and counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from eval.cases import case
from eval.entities import HALVES, Meant, Pair, Side
from eval.passes import EXAMPLES
from hypothesis import given
from hypothesis import strategies as st

from eval import entities
from tests.eval.making import layers
from tocsin.errors import FormatError
from tocsin.extract import extract
from tocsin.model.layers import Layers
from tocsin.record import (
    Extraction,
    Link,
    NameType,
    Place,
    PlaceKind,
    PlacePrecision,
    Reference,
    Span,
    Toponym,
    Use,
)
from tocsin.record.linking import Cluster, Edge, Group
from tocsin.store.linking import Apart

HEAD = "\t".join(entities.COLUMNS)
LINE = "Ines Falk\tperson\tInes Falk left.\t2021-04-13\tI. Falk\tperson\t\t\tyes\tabbreviation"


def side(name: str, text: str = "", type_: NameType = NameType.PERSON) -> Side:
    return Side(name=name, type=type_, text=text or name, day=None)


def reference(key: str, text: str, words: str) -> Reference:
    start = text.index(words)
    return Reference(
        id=f"ref-{key}", document="d", type=NameType.PERSON, name=words,
        mentions=(Span.of(text, start, start + len(words)),), key=key, country=None, sector=None, roles=(),
        candidates=(), why="made", score=1.0,
    )  # fmt: skip


@dataclass(frozen=True)
class ByInitials(Apart):
    """A linking that takes all with one last letter for one."""

    review: float = 0.5

    def blocks(self, type: NameType, names: Sequence[str]) -> Sequence[str]:  # noqa: A002, ARG002
        return ("all",)

    def pair(self, left: Group, right: Group, *, together: int) -> Edge:
        alike = left.key[-1] == right.key[-1] and not together
        return Edge(left=left.key, right=right.key, score=float(alike), weights=())

    def cluster(
        self,
        groups: object,
        edges: object,
        judgements: object,  # noqa: ARG002
    ) -> tuple[Cluster, ...]:
        assert isinstance(edges, list)
        joined = [Cluster(keys=(e.left, e.right), canonical=e.left, edges=(e,), why="") for e in edges]
        seen = {key for one in joined for key in one.keys}
        alone = [g.key for g in groups if g.key not in seen]  # type: ignore[attr-defined]
        return (*joined, *(Cluster(keys=(key,), canonical=key, edges=(), why="") for key in alone))


class ByLastWord:
    """A resolver that keys each name by its last word, and every description by its first."""

    version = "made"

    def __call__(self, extraction: Extraction, layers: Layers) -> Extraction:  # noqa: ARG002
        text = extraction.document.text
        found = [reference(f"person:{n.span.text.split()[-1]}", text, n.span.text) for n in extraction.names]
        links = tuple(
            Link(record=name.id, part="name", to=made.id)
            for name, made in zip(extraction.names, found, strict=True)
        )
        return replace(extraction, references=tuple(found), links=links)


class Blind:
    """A model that finds nothing."""

    digest = "blind"

    def read(self, texts: Sequence[str]) -> list[Layers]:
        return [layers() for _ in texts]


def write(folder: Path, *lines: str) -> Path:
    (folder / "aliases").mkdir()
    (folder / "aliases" / "dev.tsv").write_text("\n".join(("# made", *lines)) + "\n", "utf-8")
    return folder


def test_pairs_are_read_with_their_line_and_an_empty_sentence_is_the_name(tmp_path: Path) -> None:
    (pair,), digest = entities.load(write(tmp_path, HEAD, LINE), "dev")
    assert (pair.line, pair.same, pair.kind) == (3, True, "abbreviation")
    assert (pair.a.text, pair.a.day, pair.a.span) == ("Ines Falk left.", "2021-04-13", (0, 9))
    assert (pair.b.text, pair.b.day) == ("I. Falk", None)
    assert len(digest) == 64


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (LINE.replace("Ines Falk left.", "Ines left."), "does not stand once"),
        (LINE.replace("Ines Falk left.", "Ines Falk met Ines Falk."), "does not stand once"),
        (LINE.replace("yes", "perhaps"), "perhaps"),
        (LINE.replace("person", "planet", 1), "planet"),
    ],
)
def test_a_line_that_cannot_be_asked_is_refused_with_its_number(line: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="line 3") as caught:
        entities.load(write(tmp_path, HEAD, line), "dev")
    assert said in str(caught.value)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="columns"):
        entities.load(write(tmp_path, "a\tb", "x\ty"), "dev")


@pytest.mark.parametrize("half", HALVES)
def test_the_shipped_halves_can_be_read_and_hold_true_and_false_pairs(half: str) -> None:
    pairs, _ = entities.load(EXAMPLES, half)
    assert len(pairs) >= 200
    assert 0.4 < sum(pair.same for pair in pairs) / len(pairs) < 0.6
    kinds = {(pair.kind, pair.same) for pair in pairs}
    assert len({kind for kind, _ in kinds}) == len(kinds)


def test_the_halves_share_no_pair() -> None:
    dev, test = ({frozenset((p.a, p.b)) for p in entities.load(EXAMPLES, half)[0]} for half in HALVES)
    assert not dev & test


@pytest.mark.parametrize(
    ("words", "described", "head"),
    [
        ("US secretary of state", True, "secretary"),
        ("head of the IAEA", True, "head"),
        ("Ukrainian president", True, "president"),
        ("Ines Falk", False, "Falk"),
        ("al-Shabaab", False, "al-Shabaab"),
        ("Ursula von der Leyen", False, "Leyen"),
    ],
)
def test_descriptions_are_told_from_names(words: str, described: bool, head: str) -> None:  # noqa: FBT001
    one = side(words, f"So the {words} said.")
    assert one.described is described
    assert one.text[: one.head + 1].endswith(head)


def test_the_marked_name_stands_in_place_of_those_that_were_found() -> None:
    one = side("Ines Falk", "Mayor Ines Falk left Oslo.")
    found = extract(one.document, layers(names=((0, 15, "ORG"), (21, 25, "LOC"))), made_by="made")
    names = entities.named(found, one).names
    assert [(name.span.text, name.type) for name in names if name.span.start < 16] == [
        ("Ines Falk", NameType.PERSON)
    ]
    assert "Oslo" in [name.span.text for name in names]
    described = side("the mayor", "Then the mayor left Oslo.")
    assert entities.named(found, described) is found


def extraction(one: Side) -> Extraction:
    return entities.named(extract(one.document, layers(), made_by="made"), one)


def test_a_description_stands_for_the_shortest_mention_at_its_head() -> None:
    one = side("mayor of Oslo", "The mayor of Oslo left.")
    long = reference("person:long", one.text, "The mayor of Oslo left")
    short = reference("person:short", one.text, "mayor of Oslo")
    found = replace(extraction(one), references=(long, short))
    assert entities.meant(one, found).reference == short


@pytest.mark.parametrize(("use", "place"), [(Use.PLACE, "made:1"), (Use.ACTOR, None), (Use.TOPIC, None)])
def test_only_what_is_used_as_a_place_is_one(use: Use, place: str | None) -> None:
    one = side("Oslo", "Snow fell in Oslo.", NameType.PLACE)
    span = Span.of(one.text, *one.span)
    oslo = Place(
        id="made:1", name="Oslo", kind=PlaceKind.CITY, latitude=59.9, longitude=10.7, country="no",
        region=None, population=700_000,
    )  # fmt: skip
    toponym = Toponym(
        id="top", document="d", span=span, phrase=span, use=use, place=oslo, precision=PlacePrecision.CITY,
        relation=None, box=None, within=None, candidates=(), why="made", score=1.0,
    )  # fmt: skip
    assert entities.meant(one, replace(extraction(one), toponyms=(toponym,))).place == place


def test_two_sides_are_one_at_one_place_or_as_one_entity() -> None:
    a, b = reference("person:a x", "Ada", "Ada"), reference("person:b x", "Ada", "Ada")
    assert entities.one(Meant(place="p"), Meant(place="p"), Apart())
    assert not entities.one(Meant(), Meant(), Apart())
    assert not entities.one(Meant(reference=a), Meant(place="p"), Apart())
    assert entities.one(Meant(reference=a), Meant(reference=a), Apart())
    assert not entities.one(Meant(reference=a), Meant(reference=b), Apart())
    assert entities.one(Meant(reference=a), Meant(reference=b), ByInitials())


def test_a_case_counts_the_reports_that_have_both() -> None:
    a, b = reference("person:a x", "Ada", "Ada"), reference("person:b x", "Ada", "Ada")
    assert set(case([(a,), (b,)], ByInitials()).values()) == {"person:a x"}
    assert len(set(case([(a, b)], ByInitials()).values())) == 2


@given(st.lists(st.sampled_from(["person:a", "person:b", "known:c"]), min_size=1, max_size=4))
def test_every_key_of_a_case_is_of_an_entity(keys: list[str]) -> None:
    found = case([(reference(key, "Ada", "Ada"),) for key in keys], Apart())
    assert found == {key: key for key in keys}


def test_pairs_are_told_by_model_resolver_and_linking_together() -> None:
    pairs = [
        Pair(line=1, a=side("Ada Falk"), b=side("A. Falk"), same=True, kind="abbreviation"),
        Pair(line=2, a=side("Ada Falk"), b=side("Ada Weir"), same=False, kind="kin"),
        Pair(line=3, a=side("Bo Lind"), b=side("Bo Lynd"), same=True, kind="transliteration"),
    ]
    found = entities.meanings(Blind(), pairs, ByLastWord())
    said = entities.verdicts(pairs, found, Apart())
    assert said == [True, False, False]
    rows = {(row.system, row.measure): row for row in entities.rows("dev", pairs, said)}
    total = rows["tocsin", "pairs"]
    assert (total.precision, total.recall) == (1.0, 0.5)
    assert rows["tocsin", "two: kin"].f1 == 1.0
    assert rows["tocsin", "one: transliteration"].f1 == 0.0
    assert rows["token set ≥ 85", "pairs"].found == 2
    assert "line 3: missed" in entities.faults(pairs, said, found)


def test_of_the_half_set_aside_only_totals_are_told() -> None:
    pairs = [Pair(line=1, a=side("Ada"), b=side("ADA"), same=True, kind="alias")]
    rows = entities.rows("test", pairs, [False])
    assert {row.measure for row in rows} == {"pairs"}
    assert {row.system: row.f1 for row in rows} == {
        "tocsin": 0.0, "same string": 1.0, "token set ≥ 85": 1.0,
    }  # fmt: skip
