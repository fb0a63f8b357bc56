import pytest

from tests.brief.making import report, statement
from tocsin.brief.telling import told
from tocsin.record import Mode


def _told(text: str, source: str | None, cue: str, *contents: str, mode: Mode = Mode.INDIRECT) -> str | None:
    of = report(text)
    found = told(statement(of, *contents, speaker=source, source=source, cue=cue, mode=mode), of)
    assert found is None or found.holds(text)
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "Lind on Monday called on Berg to wait.",
            "Lind",
            "called on",
            "Berg to wait",
            "on Monday called on Berg to wait",
        ),
        ("Lind has accused Berg of lying.", "Lind", "accused", "of lying", "has accused Berg of lying"),
        (
            "Lind, the minister, warned that ships come.",
            "Lind",
            "warned",
            "that ships come",
            "warned that ships come",
        ),
    ],
)
def test_a_statement_is_told_in_the_words_of_its_report(
    text: str, source: str, cue: str, content: str, expected: str
) -> None:
    assert _told(text, source, cue, content) == expected


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("According to Lind ships come.", "Lind", "According to", "ships come"),  # no verb
        ("Ships come, Lind said.", "Lind", "said", "Ships come"),  # behind it
        ("Lind spoke, also calling for ships.", "Lind", "spoke, also calling for", "ships"),  # a participle
        ("Berg, whom Lind accused of lying, left.", "Lind", "accused", "of lying"),  # another's verb
        ("Oslo and Lind have asked for ships.", "Lind", "asked", "for ships"),  # one of several
        ("Lind is expected to urge Berg to wait.", None, "urge", "Berg to wait"),  # no finite verb
    ],
)
def test_what_would_not_read_as_a_sentence_is_not_told(
    text: str, source: str | None, cue: str, content: str
) -> None:
    assert _told(text, source, cue, content) is None


def test_direct_speech_and_pieces_tell_themselves() -> None:
    assert _told("Lind said: “We wait.”", "Lind", "said", "“We wait.”", mode=Mode.DIRECT) is None
    assert _told("Lind said ships, she added, had left.", "Lind", "said", "ships", "had left") is None
