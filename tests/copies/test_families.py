import random

from tests.copies.reports import EDITED, OTHER, STORY, all_pairs
from tests.copies.reports import report as made
from tocsin.copies import credited, families, origin, publishers


def groups(names: str, texts: list[str]) -> set[tuple[str, ...]]:
    reports = [made(name, text) for name, text in zip(names, texts, strict=True)]
    return {one.documents for one in families(names, all_pairs(reports))}


def test_each_report_is_in_one_family() -> None:
    assert groups("abcde", [STORY, OTHER, EDITED, STORY.lower(), OTHER]) == {("a", "c", "d"), ("b", "e")}


def test_a_digest_makes_no_family_of_what_it_cites() -> None:
    gates = "\n".join(
        f"On day {n} nothing was seen at gate {n} by guard {n} of the port." for n in range(200)
    )
    assert groups("abc", [STORY, OTHER, f"{STORY}\n{gates}\n{OTHER}"]) == {("a",), ("b",), ("c",)}


def test_the_order_of_copies_does_not_count() -> None:
    reports = [made(*each) for each in zip("abcd", (STORY, OTHER, EDITED, f"{OTHER} {STORY}"), strict=True)]
    copies = all_pairs(reports)
    expected = families("abcd", copies)
    for seed in range(5):
        random.Random(seed).shuffle(copies)
        assert families("dcba", copies) == expected


def test_the_source_is_told_where_they_agree() -> None:
    def source(*texts: str) -> tuple[str | None, str]:
        reports = [made(*each) for each in zip("abc", texts, strict=True)]
        origins = {one.id: origin(one, publishers()) for one in reports}
        (found,) = families("abc", credited(all_pairs(reports), origins, {}))
        return found.source, found.why

    agency = f"RIVERTOWN (AP) — {STORY}"
    assert source(STORY, f"{STORY} No more.", agency)[0] == "Associated Press"
    assert source(STORY, f"{STORY} No more.", f"{STORY} Nothing more.")[0] is None
    name, why = source(f"RIVERTOWN (Reuters) — {STORY}", f"{STORY} No more.", agency)
    assert name is None
    assert "Associated Press" in why
    assert "Reuters" in why


def test_alone_says_so() -> None:
    (one,) = families(["a"], [])
    assert (one.documents, one.source) == (("a",), None)
    assert one.why == "no other report has 50% or more of its words"
