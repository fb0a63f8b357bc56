import pytest

from tocsin.read.dateline import dateline, is_name, is_stamp
from tocsin.read.lexicon import lexicon


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("BRUSSELS, April 13 (Example Wire) — Allies met.", "BRUSSELS, April 13 (Example Wire)"),
        ("BRUSSELS (Reuters) - Allies met.", "BRUSSELS (Reuters)"),
        ("WASHINGTON – Nobody called.", "WASHINGTON"),
        ("KYIV, Ukraine (AP) — Nobody called.", "KYIV, Ukraine (AP)"),
        ("KYIV, Ukraine—Nobody called.", "KYIV, Ukraine"),
        ("KYIV/MOSCOW, April 13 (Reuters) - Nobody called.", "KYIV/MOSCOW, April 13 (Reuters)"),
        ("ST. PETERSBURG, Jan. 5 -- “Nobody called,” he said.", "ST. PETERSBURG, Jan. 5"),
        ("PORT-AU-PRINCE (AFP) — Nobody called.", "PORT-AU-PRINCE (AFP)"),
        ("RIO DE JANEIRO — Nobody called.", "RIO DE JANEIRO"),
        ("Brussels, 13 April 2021 (Example Wire) – Nobody called.", "Brussels, 13 April 2021 (Example Wire)"),
        ("WASHINGTON, D.C. — Nobody called.", "WASHINGTON, D.C."),
        ("ŁÓDŹ, Poland (PAP) — Nobody called.", "ŁÓDŹ, Poland (PAP)"),
        ("VIENNA –\nNobody called.", "VIENNA"),
    ],
)
def test_datelines(paragraph: str, found: str) -> None:
    answer = dateline(paragraph, lexicon())
    assert answer is not None
    words, end = answer
    assert words == found
    assert paragraph[:end].startswith(found)
    assert paragraph[:end][-1] in "–—-"
    assert paragraph[end:].strip(" \n“")[0].isupper()


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO – which nobody had asked – said no.",
        "NATO – The allies said no.",
        "Brussels – Nobody called.",
        "The minister – a careful man – said no.",
        "UPDATE – Nobody called.",
        "BREAKING — Nobody called.",
        "MOSCOW – as expected – said no.",
        "MOSCOW: Nobody called.",
        "“KYIV – Nobody called,” he read.",
        "MR. PRICE: Nobody – nobody – called.",
        "80 – That was the number.",
        "A – B",
        "KYIV SAYS IT HAS SEEN NOTHING — Nobody called.",
        "KYIV",
        "",
    ],
)
def test_what_only_looks_like_a_dateline(paragraph: str) -> None:
    assert dateline(paragraph, lexicon()) is None


@pytest.mark.parametrize(
    "line",
    [
        "Daily Meridian | Monday 12 April 2021, 23.55",
        "Friday, April 16, 2021",
        "Nora Example · Wednesday, 14 April 2021",
        "Published 13 April 2021 at 16:20 CET",
        "Last updated on April 13, 2021 5:03 pm",
        "13/04/2021 – 17:10 (updated 17:48)",
        "2021-04-13",
        "5:21 P.M. EST",
        "UPDATED: Tue., April 13, 2021",
    ],
)
def test_stamps(line: str) -> None:
    assert is_stamp(line, lexicon())


@pytest.mark.parametrize(
    "line",
    [
        "The talks began on Monday 12 April 2021.",
        "Talks began in April 2021, says Vienna",
        "— Nora Example, 14 April 2021",
        "| 225.86 | -12.99 | -5.44% |",
        "15 Facts About the 2019 American Music Prize",
        "Shares fell 5.25 to 12.40",
        "More than 80.000 men, says Kiev",
        "April is the cruellest month",
        "",
        "April 13 " * 30,
    ],
)
def test_what_only_looks_like_a_stamp(line: str) -> None:
    assert not is_stamp(line, lexicon())


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Nora Example in Mayorsk", True),
        ("our correspondents, with agencies", False),
        ("By our correspondents, with agencies", True),
        ("Kyiv denies it", False),
        ("", False),
    ],
)
def test_names_have_capitals_and_small_words_only(words: str, answer: bool) -> None:  # noqa: FBT001 - expected
    assert is_name(words, lexicon()) is answer
