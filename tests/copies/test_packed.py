import numpy as np

from tests.copies.test_candidates import grown, made
from tocsin.copies import Run, pack, unpack
from tocsin.copies.packed import CHUNK


def same(one: Run, other: Run) -> bool:
    arrays = ("numbers", "digests", "sizes", "postings")
    equal = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in arrays)
    return equal and (one.first, one.after, one.keys) == (other.first, other.after, other.keys)


def test_a_run_comes_back_from_its_rows() -> None:
    entries = [made(97 * n % 101, frozenset(range(n, n + 60))) for n in range(45)]
    runs = grown(entries, step=2)
    keys = {2 * n: each.key for n, each in enumerate(entries)}
    for run in runs:
        rows = list(pack(run))
        assert same(unpack(rows, keys), run)
        assert same(unpack(rows[::-1], keys), run)
    assert max(len(run.postings) for run in runs) > CHUNK


def test_the_bytes_follow_from_the_reports() -> None:
    entries = [made(n, frozenset(range(n, n + 60))) for n in range(20)]
    ours, theirs = ([list(pack(run)) for run in grown(entries)] for _ in range(2))
    assert ours == theirs
