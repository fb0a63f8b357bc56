"""Order, copies, repetition and as-of: what must hold of findings whatever the reports."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.build import CONTEXT, count, report, said
from tocsin.reconcile.figures import block_of, figure_findings, findings_of
from tocsin.reconcile.inputs import Counted, Told
from tocsin.reconcile.settling import settle
from tocsin.record import Act, Bound
from tocsin.record.finding import Finding

DAYS = st.sampled_from(
    ["2024-03-08", "2024-03-09T08:00:00Z", "2024-03-09T18:00:00Z", "2024-03-12", "2024-04-20"]
)
SPEAKERS = st.sampled_from([None, "bb", "bb.mod", "oto-lind", "cc", "aa.mil", "ivo marsh", "newswire"])
NUMBERS = st.sampled_from([26, 27, 28, 40000, 80000, 80123, 100000])


@st.composite
def tolds(draw: st.DrawFn) -> list[Told]:
    """Some reports of one case: several stories, some copies of one another."""
    return [
        report(
            f"doc-{number}",
            day=draw(DAYS),
            family=draw(st.sampled_from([f"doc-{number}", "doc-0"])),
            outlet=draw(st.sampled_from(["Post", "Gazette", "Herald"])),
            story=draw(st.sampled_from(["sto-1", "sto-2"])),
        )
        for number in range(draw(st.integers(1, 5)))
    ]


@st.composite
def figures(draw: st.DrawFn) -> list[Counted]:
    """Some figures of some reports, in any order, each once."""
    found: dict[str, Counted] = {}
    for told in draw(tolds()):
        for _ in range(draw(st.integers(1, 3))):
            one = draw(counted(told))
            found[one.figure.id] = one
    return draw(st.permutations(list(found.values())))


@st.composite
def counted(draw: st.DrawFn, told: Told) -> Counted:
    by = draw(SPEAKERS)
    harm = draw(st.booleans())
    since = st.sampled_from([None, ("2024-01-01", told.known[:10]), ("2024-03-09", "2024-03-09")])
    return count(
        told,
        draw(NUMBERS),
        by=said(told, by, act=draw(st.sampled_from([Act.SAY, Act.SAY, Act.DENY]))) if by else None,
        measure=draw(st.sampled_from(["killed", None])) if harm else "troops",
        noun=draw(st.sampled_from(["soldiers", "people", ""])) if harm else "troops",
        unit="people",
        bound=draw(st.sampled_from([Bound.EXACT, Bound.AT_LEAST, Bound.ABOUT])),
        holder=draw(st.sampled_from([None, "aa", "aa.mil", "bb"])),
        place=(place := draw(st.sampled_from([None, None, "borea", "coast"]))),
        where=None if place else draw(st.sampled_from([None, None, "the border"])),
        period=draw(since),
    )


def made(counted: list[Counted]) -> tuple[Finding, ...]:
    return figure_findings(counted, CONTEXT)


def most(findings: tuple[Finding, ...], record: str) -> Finding:
    return next(found for found in findings if any(member.record == record for member in found.members))


@settings(deadline=None)
@given(figures(), st.randoms())
def test_the_order_does_not_count(found: list[Counted], random: Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert made(shuffled) == made(found)


@settings(deadline=None)
@given(figures())
def test_reading_again_adds_nothing(found: list[Counted]) -> None:
    assert made([*found, *found]) == made(found)


@settings(deadline=None)
@given(figures())
def test_every_figure_is_a_member_once(found: list[Counted]) -> None:
    members = [member.record for each in made(found) for member in each.members]
    assert len(members) == len(set(members))
    assert {one.figure.id for one in found if one.figure.measure} <= set(members)


@settings(deadline=None)
@given(figures())
def test_findings_of_a_block_are_those_of_the_case(found: list[Counted]) -> None:
    stories = {one.told.story for one in found}
    items = [
        item for story in stories for item in settle([c for c in found if c.told.story == story], CONTEXT)
    ]
    blocks = {block_of(item) for item in items}
    by_block = [
        each
        for block in blocks
        for each in findings_of([item for item in items if block_of(item) == block], CONTEXT)
    ]
    assert sorted(by_block, key=lambda each: each.id) == sorted(made(found), key=lambda each: each.id)


@settings(deadline=None)
@given(figures())
def test_counts_hold_of_the_members(found: list[Counted]) -> None:
    of = {one.told.document: one.told for one in found}
    for each in made(found):
        documents = {member.document for member in each.members}
        assert each.documents == len(documents)
        assert each.families == len({of[document].family for document in documents})
        assert each.families <= each.documents
        assert 1 <= each.independent <= max(1, sum(origin.told for origin in each.origins))
        assert {member.origin for member in each.members} == {origin.key for origin in each.origins}
        assert (each.first, each.last) == (each.members[0].known, each.members[-1].known)
        assert each.status is each.statuses[0]


@settings(deadline=None)
@given(figures(), st.data())
def test_a_copy_of_a_report_never_raises_families_or_origins(
    found: list[Counted], data: st.DataObject
) -> None:
    original = data.draw(st.sampled_from([one.told for one in found]))
    copy = replace(original, document="doc-copy", outlet="Courier")
    copied = [_in(one, copy) for one in found if one.told.document == original.document]
    after = made([*found, *copied])
    copies = {one.figure.id for one in copied}
    for each in made(found):
        now = most(after, each.members[0].record)
        assert {one.record for one in now.members} - copies == {one.record for one in each.members}
        assert now.independent <= each.independent
        assert now.families <= each.families
        assert now.untold <= each.untold
        assert now.statuses == each.statuses


def _in(one: Counted, told: Told) -> Counted:
    """The same figure as another report prints it."""
    figure = replace(one.figure, id=f"{one.figure.id}-{told.document}", document=told.document)
    by = one.said
    words = replace(by, told=told, statement=replace(by.statement, document=told.document)) if by else None
    return replace(one, figure=figure, told=told, said=words)


SPOKEN = st.sampled_from(["bb", "cc", "league", "ivo marsh"])


@settings(deadline=None)
@given(st.lists(SPOKEN, min_size=1, max_size=6), SPOKEN)
def test_another_outlet_that_quotes_the_same_speaker_adds_no_origin(speakers: list[str], again: str) -> None:
    assert origins([*speakers, speakers[0]]) == origins(speakers)
    assert origins([*speakers, again]) == origins(speakers) + (again not in speakers)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["bb", "bb.mod", "bb.mil", "oto-lind", "mara-vin"]), min_size=1, max_size=6))
def test_spokespersons_of_one_government_are_one(speakers: list[str]) -> None:
    assert origins(speakers) == 1


def origins(speakers: list[str]) -> int:
    """The origins of one figure that each of these is quoted with, each in a report of its own."""
    tolds = [report(f"doc-{number}") for number in range(len(speakers))]
    quoted = [
        count(told, 80000, by=said(told, by), place="borea") for told, by in zip(tolds, speakers, strict=True)
    ]
    (found,) = made(quoted)
    return found.independent
