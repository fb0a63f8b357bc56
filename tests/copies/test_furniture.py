from tests.copies.reports import EDITED, STORY, all_pairs, report
from tocsin.copies import furniture, without
from tocsin.record.copy import Copy

LINE = "Sign up for the morning letter of this paper, sent each day at six, to read on the train to work."


def filler(n: int) -> str:
    return " ".join(f"{chr(97 + n)}{m}word" for m in range(120)) + "."


def pairs(texts: list[tuple[str, str]]) -> tuple[list[Copy], dict[str, str]]:
    reports = [report(f"r{n}", text, outlet) for n, (outlet, text) in enumerate(texts)]
    return all_pairs(reports), {one.id: str(one.outlet) for one in reports}


def test_what_stands_under_everything_is_no_copy() -> None:
    copies, outlets = pairs([("one.com", f"{text}\n{LINE}") for text in map(filler, range(4))])
    assert copies
    assert without(copies, furniture(copies, outlets)) == ()


def test_another_outlet_that_prints_it_is_freed_of_it_too() -> None:
    texts = [("one.com", f"{text}\n{LINE}") for text in map(filler, range(4))]
    copies, outlets = pairs([*texts, ("two.com", f"{EDITED}\n{filler(0)}\n{LINE}")])
    (left,) = without(copies, furniture(copies, outlets))
    assert (left.left, left.right, len(left.passages)) == ("r0", "r4", 1)


def test_versions_of_one_story_are_kept() -> None:
    copies, outlets = pairs([("one.com", f"{STORY} {filler(n)[:80]}") for n in range(5)])
    assert without(copies, furniture(copies, outlets)) == tuple(copies)


def test_a_copy_of_a_report_makes_nothing_furniture() -> None:
    texts = [("one.com", f"{text}\n{LINE}") for text in map(filler, range(3))]
    copies, outlets = pairs(texts)
    assert without(copies, furniture(copies, outlets)) == tuple(copies)
    copies, outlets = pairs([*texts, texts[0]])
    assert furniture(copies, outlets) == {}


def test_one_text_stays_though_it_is_full_of_furniture() -> None:
    copies, outlets = pairs([("one.com", f"{text}\n{LINE}") for text in map(filler, (0, 1, 2, 3, 3))])
    (left,) = without(copies, furniture(copies, outlets))
    assert (left.left, left.right) == ("r3", "r4")
