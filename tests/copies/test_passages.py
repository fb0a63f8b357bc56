from tests.copies.reports import EDITED, OTHER, STORY, quotations
from tocsin.copies import Prepared, Quotation, Report, prepare
from tocsin.copies.passages import passages
from tocsin.record.copy import Closeness, Shared

SPEECH = "“We will not open a bridge that we cannot trust, and nobody will make us do it before the winter”"


def report(
    text: str, id_: str = "r", *, speaker: str | None = None, furniture: tuple[tuple[int, int], ...] = ()
) -> Prepared:
    quoted = tuple(Quotation(start=a, end=b, speaker=speaker) for a, b in quotations(text))
    return prepare(Report(id=id_, known="2021", text=text, quotations=quoted, furniture=furniture))


def texts(left: Prepared, right: Prepared) -> list[tuple[str, str, str]]:
    return [
        (
            one.shared.value,
            one.left.text,
            one.right.text,
        )
        for one in passages(left, right)
    ]


def test_copied_text_with_a_quotation_in_it_is_text() -> None:
    found = texts(report(STORY), report(f"{OTHER}\n{STORY}"))
    assert found == [("text", STORY, STORY)]


def test_the_same_quotation_in_other_words_is_speech() -> None:
    left = report(f"{OTHER} {SPEECH}, said the engineer.", speaker="Ada Marsh")
    right = report(f"Asked again, Ms Marsh was firm. {SPEECH}, she told the council.", speaker="Ada Marsh")
    (found,) = passages(left, right)
    assert (found.shared, found.speaker) == (Shared.SPEECH, "Ada Marsh")


def test_who_says_it_goes_with_the_speech() -> None:
    left = report(f"{OTHER} {SPEECH}, Ada Marsh said on Tuesday. Nobody knew more.")
    right = report(f"There was anger. {SPEECH}, Ada Marsh said on Tuesday.")
    assert [kind for kind, _, _ in texts(left, right)] == ["speech"]


def test_what_one_quotes_from_the_other_is_speech() -> None:
    plain = SPEECH.strip("“”")
    left = report(f"Statement of the engineer. {plain}. Thank you all for coming here.")
    assert [kind for kind, _, _ in texts(left, report(f"{OTHER} {SPEECH}, it said."))] == ["speech"]


def test_a_mark_that_was_lost_makes_no_quotation() -> None:
    lost = f"“{OTHER} {STORY} {OTHER}”".replace("“We", "We").replace("trust,”", "trust,")
    assert "text" in [kind for kind, _, _ in texts(report(STORY), report(lost))]


def test_words_that_were_changed_are_edits() -> None:
    (found,) = passages(report(STORY), report(f"{OTHER}\n{EDITED}"))
    assert (found.shared, found.closeness) == (Shared.TEXT, Closeness.EDITED)
    assert STORY[found.left.end - 12 : found.left.end] == "cross again."


def test_furniture_takes_no_part() -> None:
    line = (
        "Sign up for the morning letter of this paper, sent to you each day at six, and read it on the train."
    )
    left, right = (f"{own}\n{line}" for own in (STORY, OTHER))
    where = [((text.index(line), len(text)),) for text in (left, right)]
    assert passages(report(left), report(right))
    assert not passages(report(left, "a", furniture=where[0]), report(right, "b", furniture=where[1]))
    assert not passages(report(left, "a", furniture=where[0]), report(right, "b"))


def test_a_phrase_that_everybody_uses_is_no_copy() -> None:
    phrase = "on condition of anonymity because he was not authorised to speak"
    assert not passages(
        report(f"One spoke {phrase}, and left. {STORY}"), report(f"{OTHER} He talked {phrase} of it.")
    )


def test_one_text_is_one_passage_whatever_it_holds() -> None:
    for text in (SPEECH, "Kyiv denies it", "No", STORY):
        (found,) = passages(report(text, "a"), report(text.upper(), "b"))
        assert (found.shared, found.closeness, found.left.text) == (Shared.TEXT, Closeness.VERBATIM, text)
    assert passages(report("…", "a"), report("…", "b")) == ()


def test_spans_stand_in_their_texts() -> None:
    left, right = report(f"{OTHER} {STORY}"), report(f"{EDITED}\n{OTHER}\n{SPEECH}")
    found = passages(left, right)
    assert found
    assert all(one.left.holds(left.report.text) and one.right.holds(right.report.text) for one in found)
