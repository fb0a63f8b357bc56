"""Figures of all reports as questions."""

from tests.reconcile.build import CONTEXT, count, report, reports, said
from tocsin.reconcile.figures import figure_findings
from tocsin.reconcile.inputs import Counted, Denial, Told
from tocsin.record import Act, BlockKind, Bound, Change
from tocsin.record.finding import Finding, Stance, Status, StepKind

SINCE = ("2024-01-01", "2024-03-10")


def findings(*counted: Counted) -> tuple[Finding, ...]:
    return figure_findings(counted, CONTEXT)


def only(*counted: Counted) -> Finding:
    (found,) = findings(*counted)
    return found


def killed(told: Told, number: float, *, by: str | None = None) -> Counted:
    """Soldiers of Borea killed since the beginning of the year."""
    return count(
        told,
        number,
        by=said(told, by) if by else None,
        measure="killed",
        noun="soldiers",
        holder="bb.mil",
        period=("2024-01-01", told.known[:10]),
    )


def sizes(*counted: Counted) -> list[int]:
    return sorted(len(found.members) for found in findings(*counted))


def test_five_outlets_that_quote_one_ministry_are_one_origin() -> None:
    tolds = [report(f"doc-{number}") for number in range(5)]
    found = only(*(count(told, 80000, by=said(told, "bb.mod"), place="borea") for told in tolds))
    assert (found.documents, found.outlets, found.families, found.independent) == (5, 5, 5, 1)
    assert found.status is Status.SINGLE
    assert found.question.words == "How many troops of Asteria in or near Borea?"


def test_two_governments_that_say_the_same_agree() -> None:
    one, other = reports(["2024-03-10", "2024-03-11"])
    found = only(
        count(one, 80000, bound=Bound.AT_LEAST, by=said(one, "bb"), place="borea"),
        count(other, 80123, by=said(other, "cc"), place="borea"),
    )
    assert (found.status, found.independent) == (Status.AGREE, 2)


def test_two_governments_that_say_otherwise_differ() -> None:
    one, other = reports(["2024-03-10", "2024-03-11"])
    found = only(
        count(one, 80000, by=said(one, "bb"), place="borea"),
        count(other, 100000, by=said(other, "cc"), place="borea"),
    )
    assert found.status is Status.DIFFER
    assert not found.history


def test_a_bound_that_does_not_contradict_is_neither() -> None:
    one, other = reports(["2024-03-10", "2024-03-11"])
    found = only(
        count(one, 80000, bound=Bound.AT_LEAST, by=said(one, "bb"), place="borea"),
        count(other, 110000, by=said(other, "cc"), place="borea"),
    )
    assert found.statuses == (Status.SINGLE,)


def test_a_later_value_of_the_same_origin_is_a_revision() -> None:
    tolds = reports(["2024-03-10", "2024-03-12", "2024-03-14"])
    speakers = ("oto-lind", "bb.mil", "bb")
    found = only(*(killed(told, n, by=by) for told, n, by in zip(tolds, (26, 27, 28), speakers, strict=True)))
    assert found.status is Status.REVISED
    assert [step.kind for step in found.history] == [StepKind.REVISED, StepKind.REVISED]
    assert found.history[0].why == "27 as of 2024-03-12, where it was 26 as of 2024-03-10"
    assert found.question.words == "How many troops of Borea killed since 2024-01-01?"
    assert found.independent == 1


def test_an_old_number_printed_after_a_revision_does_not_differ() -> None:
    tolds = reports(["2024-03-10", "2024-03-12", "2024-03-13", "2024-03-14"])
    first, revised, reprint, own = tolds
    found = only(
        killed(first, 26, by="bb"),
        killed(revised, 27, by="bb"),
        killed(reprint, 26, by="bb"),
        killed(own, 26),
    )
    assert found.statuses == (Status.REVISED,)
    assert [step.kind for step in found.history] == [StepKind.REVISED, StepKind.REPEATED]
    assert "once more" in found.history[1].why


def test_an_outlet_s_own_number_differs_only_where_its_text_gives_no_other() -> None:
    one, other = report("doc-1"), report("doc-2", day="2024-03-12")
    quoted = count(one, 110000, by=said(one, "bb"), place="borea")
    assert only(quoted, count(one, 80000, place="borea")).status is Status.SINGLE
    assert only(quoted, count(other, 80000, place="borea")).status is Status.DIFFER


def test_what_is_known_later_changes_nothing_as_of_an_earlier_day() -> None:
    first, later = reports(["2024-03-10", "2024-03-12"])
    early = count(first, 80000, by=said(first, "bb"), place="borea")
    both = only(early, count(later, 120000, by=said(later, "bb"), place="borea"))
    assert (only(early).id, only(early).status) == (both.id, Status.SINGLE)
    assert both.status is Status.REVISED


def test_who_has_not_spoken_since_a_revision_has_not_contradicted_it() -> None:
    first, second, revised = reports(["2024-03-10", "2024-03-10", "2024-03-12"])
    found = only(
        count(first, 80000, by=said(first, "bb"), place="borea"),
        count(second, 80000, by=said(second, "cc"), place="borea"),
        count(revised, 120000, by=said(revised, "bb"), place="borea"),
    )
    assert found.statuses == (Status.REVISED, Status.AGREE)


def test_one_origin_with_two_values_of_one_day_differs_from_itself() -> None:
    one, other = report("doc-1"), report("doc-2")
    found = only(
        count(one, 80000, by=said(one, "bb"), place="borea"),
        count(other, 120000, by=said(other, "bb.mod"), place="borea"),
    )
    assert (found.status, found.independent) == (Status.DIFFER, 1)


def test_a_denial_of_the_figure_is_told() -> None:
    one, other = reports(["2024-03-10", "2024-03-11"])
    found = only(
        count(one, 80000, by=said(one, "bb"), place="borea"),
        count(other, 80000, by=said(other, "aa", act=Act.DENY), place="borea"),
    )
    assert found.status is Status.DENIED
    assert [member.stance for member in found.members] == [Stance.ASSERTS, Stance.DENIES]


def test_a_denial_that_names_no_number_joins_what_it_denies() -> None:
    one, other = reports(["2024-03-10", "2024-03-11"])
    claimed = count(one, 80000, by=said(one, "bb"), place="borea")
    denial = Denial(
        said=said(other, "aa", act=Act.DENY), of=claimed.figure.id, why="denies the build-up", score=0.8
    )
    (found,) = figure_findings([claimed], CONTEXT, denials=[denial])
    assert found.status is Status.DENIED
    assert found.members[1].origin == "known:aa"
    assert found.members[1].value is None


def test_parts_stay_apart_from_one_another_and_from_the_sum() -> None:
    told = report()
    by = said(told, "bb")
    found = findings(
        count(told, 80000, by=by, place="borea"),
        count(told, 40000, by=by, place="coast"),
        count(told, 40000, by=by, place=None, where="the eastern border"),
    )
    assert [len(each.members) for each in found] == [1, 1, 1]


def test_a_place_within_another_is_the_same_question_where_the_values_agree() -> None:
    one, other = report("doc-1"), report("doc-2")
    assert sizes(
        count(one, 14, measure="killed", noun="people", holder=None, place="port"),
        count(other, 14, measure="killed", noun="people", holder=None, place="coast"),
    ) == [2]


def test_a_figure_without_a_place_joins_the_only_question_of_its_story() -> None:
    one, other = report("doc-1"), report("doc-2")
    found = only(
        count(one, 80000, by=said(one, "bb"), place="borea"),
        count(other, 110000, by=said(other, "cc")),
    )
    assert found.status is Status.DIFFER
    assert any("fits just one question" in member.why for member in found.members)


def test_it_stands_alone_where_two_fit() -> None:
    tolds = [report(f"doc-{number}") for number in range(3)]
    assert sizes(
        count(tolds[0], 40000, by=said(tolds[0], "bb"), place="borea"),
        count(tolds[1], 50000, by=said(tolds[1], "bb"), place="asteria"),
        count(tolds[2], 60000, by=said(tolds[2], "bb")),
    ) == [1, 1, 1]


def test_a_figure_of_nobody_joins_the_only_question_that_has_its_value() -> None:
    one, other = report("doc-1"), report("doc-2")
    found = only(
        count(one, 80000, bound=Bound.AT_LEAST, by=said(one, "bb"), place="borea"),
        count(other, 80000, bound=Bound.AT_LEAST, holder=None),
    )
    assert (found.independent, found.untold) == (1, 1)
    assert any("just one question of its story" in member.why for member in found.members)


def test_another_origin_that_does_not_say_whose_tells_its_own_count() -> None:
    one, other = report("doc-1"), report("doc-2")
    assert sizes(
        count(one, 40000, by=said(one, "bb"), place="borea"),
        count(other, 40000, by=said(other, "aa"), holder=None),
    ) == [1, 1]


def test_a_bare_number_is_taken_for_the_count_that_has_its_value() -> None:
    one, other = report("doc-1"), report("doc-2")
    found = only(
        count(one, 110000, by=said(one, "bb"), place="borea"),
        count(other, 110000, by=said(other, "bb.mod"), measure=None, unit=None, noun="", holder=None),
    )
    assert found.documents == 2


def test_stories_stay_apart_where_neither_place_nor_value_ties_them() -> None:
    one, other = report("doc-1"), report("doc-2", story="sto-2")
    assert sizes(count(one, 80000, by=said(one, "bb")), count(other, 70000, by=said(other, "bb"))) == [1, 1]


def test_a_place_ties_levels_of_several_stories_within_the_window() -> None:
    one, other = report("doc-1"), report("doc-2", day="2024-03-14", story="sto-2")
    late = report("doc-3", day="2024-06-01", story="sto-3")
    counted = [count(told, 80000, by=said(told, "bb"), place="borea") for told in (one, other, late)]
    assert sizes(*counted) == [1, 2]


def test_counts_from_different_days_on_are_different_questions() -> None:
    one, other = report("doc-1"), report("doc-2")
    assert sizes(
        count(one, 26, measure="killed", noun="soldiers", holder="bb", period=SINCE),
        count(other, 50, measure="killed", noun="soldiers", holder="bb", period=("2023-01-01", "2023-12-31")),
        count(
            other, 9000, measure="killed", noun="soldiers", holder="bb", period=("2014-04-01", "2024-03-10")
        ),
    ) == [1, 1, 1]


def test_soldiers_and_civilians_of_one_state_are_counted_apart() -> None:
    told = report()
    assert sizes(
        count(told, 26, measure="killed", noun="soldiers", holder="bb.mil", period=SINCE),
        count(told, 26, measure="killed", noun="civilians", holder="bb.people", period=SINCE),
    ) == [1, 1]


def test_troops_of_a_state_and_of_its_forces_are_one_count() -> None:
    one, other = report("doc-1"), report("doc-2")
    assert sizes(
        count(one, 80000, holder="aa", place="borea"), count(other, 80000, holder="aa.mil", place="borea")
    ) == [2]


def test_a_rise_is_no_level() -> None:
    one, other = report("doc-1"), report("doc-2")
    assert sizes(
        count(one, 300, place="borea"),
        count(other, 300, place="borea", change=Change.RISE),
        count(other, 300, place="borea", noun="more troops"),
    ) == [1, 2]


def test_captions_teasers_and_corrections_are_left_out() -> None:
    aside = (BlockKind.CAPTION, BlockKind.READ_ALSO, BlockKind.CREDIT, BlockKind.CORRECTION)
    assert not findings(*(count(report(), 26, block=block) for block in aside))


def test_nobody_s_small_counts_are_not_the_same_count() -> None:
    one, other = report("doc-1"), report("doc-2")
    assert sizes(
        count(one, 2, measure="kite", unit=None, noun="kites", holder=None),
        count(other, 2, measure="kite", unit=None, noun="kites", holder=None),
    ) == [1, 1]


def test_the_side_that_is_told_keeps_counts_apart() -> None:
    one, other = report("doc-1"), report("doc-2")
    assert sizes(
        count(one, 2000, measure="advisers", noun="advisers", side="front", place="coast"),
        count(other, 2000, measure="advisers", noun="advisers", side="bb", place="coast"),
    ) == [1, 1]


def test_the_words_of_a_question_come_from_what_is_known() -> None:
    told = report()
    (found,) = findings(
        count(told, 5, measure="armoured_vehicles", unit="vehicles", holder="bb.mil", holder_words="x")
    )
    assert found.question.words == "How many armoured vehicles of Borea?"
    (found,) = findings(
        count(told, 5, measure="tanks", unit="vehicles", holder=None, holder_words="the column")
    )
    assert found.question.words == "How many tanks?"
    (found,) = findings(count(told, 7, measure="wounded", noun="children", holder=None, place="port"))
    assert found.question.words == "How many children wounded in or near Port Sel?"


def toll(told: Told, number: float, by: str, *, period: tuple[str, str] | None = None) -> Counted:
    """A count of the killed that names neither place nor holder."""
    return count(told, number, by=said(told, by), measure="killed", noun="people", holder=None, period=period)


def test_tolls_of_one_day_in_one_story_are_one_question() -> None:
    first, later = reports(["2024-03-10", "2024-03-12"])
    day = ("2024-03-10", "2024-03-10")
    found = only(toll(first, 14, "bb", period=day), toll(later, 17, "bb.mod", period=day))
    assert (found.status, found.independent) == (Status.REVISED, 1)


def test_another_s_toll_in_the_same_report_is_a_rival() -> None:
    first, later = reports(["2024-03-10", "2024-03-12"])
    day = ("2024-03-10", "2024-03-10")
    found = only(
        toll(first, 14, "bb", period=day), toll(later, 17, "bb", period=day), toll(later, 9, "front")
    )
    assert Status.DIFFER in found.statuses
    assert found.independent == 2


def test_tolls_of_other_days_stay_apart() -> None:
    told = report()
    days = [("2024-03-08", "2024-03-08"), ("2024-03-10", "2024-03-10")]
    assert sizes(*(toll(told, 14, "bb", period=day) for day in days)) == [1, 1]


def test_a_text_that_names_who_counted_is_no_origin_beside_him() -> None:
    wire = report("doc-1", family="doc-1", source="Sea News Agency")
    copy = report("doc-2", family="doc-1", source="Sea News Agency")
    headline = count(wire, 80000, place="borea")
    named = count(wire, 80000, by=said(wire, "bb.mod"), place="borea")
    unread = count(copy, 80000, place="borea")  # the copy was read without its speaker
    found = only(headline, named, unread)
    assert [origin.key for origin in found.origins] == ["known:bb"]
    assert (found.documents, found.families, found.untold) == (2, 1, 0)


def test_a_text_with_another_number_of_its_own_is_an_origin() -> None:
    wire = report("doc-1", source="Sea News Agency")
    found = only(
        count(wire, 80000, by=said(wire, "bb.mod"), place="borea"), count(wire, 90000, place="borea")
    )
    assert found.independent == 2
