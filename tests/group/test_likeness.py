"""How alike two reports are, and that the index finds what comparing each with each finds."""

from itertools import combinations

from hypothesis import given

from tests.group.profiling import about, profiles
from tocsin.group.index import Index
from tocsin.group.likeness import HEAVIEST, OWN_WORDS, UNIT, WINDOW, pair
from tocsin.record.story import Profile, TermKind

WORDS = ("troops", "border", "drill")


def compared(reports: list[Profile]) -> dict[tuple[str, str], int]:
    made = (pair(left, right) for left, right in combinations(reports, 2))
    return {(each.left, each.right): each.score for each in made if each}


def likenesses(reports: list[Profile]) -> dict[tuple[str, str], int]:
    index = Index()
    found: dict[tuple[str, str], int] = {}
    for report in reports:
        others, scores = index.add(report)
        for other, score in zip(others.tolist(), scores.tolist(), strict=True):
            left, right = sorted((report.document, reports[other].document))
            found[left, right] = score
    return found


def alike(left: Profile, right: Profile) -> int:
    found = pair(left, right)
    return found.score if found else 0


@given(profiles())
def test_the_index_finds_all_pairs_and_no_other(reports: list[Profile]) -> None:
    assert likenesses(reports) == compared(reports)


@given(profiles())
def test_a_pair_is_the_same_from_either_side(reports: list[Profile]) -> None:
    assert likenesses(reports) == likenesses(reports[::-1])


def test_more_terms_than_the_index_began_with() -> None:
    many = [about(f"doc-{at}", [f"w{at}x{each}" for each in range(40)]) for at in range(200)]
    again = about("doc-again", [f"w7x{each}" for each in range(40)])
    assert set(likenesses([*many, again])) == {("doc-7", "doc-again")}


def test_more_reports_than_the_index_began_with() -> None:
    many = [about(f"doc-{at:04}", [f"word{at}"], outlet="the crier") for at in range(4100)]
    assert set(likenesses([*many, about("doc-x", ["word4098"])])) == {("doc-4098", "doc-x")}


def test_reports_are_looked_up_by_their_heaviest_terms() -> None:
    tail = [f"tail{each}" for each in range(60)]
    left = about("doc-a", [f"left{each}" for each in range(HEAVIEST)] + tail)
    right = about("doc-b", [f"right{each}" for each in range(HEAVIEST)] + tail)
    assert likenesses([left, right]) == compared([left, right]) == {}


def test_the_window_reaches_over_buckets() -> None:
    for start in range(100, 100 + 2 * WINDOW):
        ends = [about("doc-a", ["quake"], day=start), about("doc-b", ["quake"], day=start + WINDOW)]
        ((_, score),) = likenesses(ends).items()
        assert 0 < score < UNIT / 7


def test_the_wording_of_one_outlet_ties_its_reports_less() -> None:
    one, two = about("doc-a", WORDS, outlet="the crier"), about("doc-b", WORDS, outlet="the herald")
    again = about("doc-c", WORDS, outlet="the crier")
    assert alike(one, again) == alike(one, two) * OWN_WORDS // 10
    unknown = [about(f"doc-{each}", WORDS) for each in "de"]
    assert alike(*unknown) == alike(one, two)


def test_whom_reports_of_one_outlet_name_counts_in_full() -> None:
    one, two = (about(f"doc-{at}", ["ada weir"], kind=TermKind.PERSON, outlet="the crier") for at in range(2))
    assert alike(one, two) == UNIT


def test_reports_of_one_outlet_grow_apart_sooner() -> None:
    def days_apart(days: int, *, outlet: str | None) -> int:
        ends = (about(f"doc-{day}", WORDS, day=day, outlet=outlet) for day in (100, 100 + days))
        return alike(*ends)

    assert days_apart(4, outlet="the crier") * 2 == days_apart(0, outlet="the crier")
    assert days_apart(4, outlet=None) > 0.85 * days_apart(0, outlet=None)
    assert days_apart(12, outlet="the crier") == 0 < days_apart(12, outlet=None)
