import pytest

from tocsin.text.guess import guess_encoding


def test_quotes_and_dashes_alone_are_windows_1252() -> None:
    assert guess_encoding("“No,” he said – twice.".encode("cp1252")) == "cp1252"


@pytest.mark.parametrize("word", ["naïve", "Sergueï", "Köln", "España", "garçon"])
def test_one_accent_in_an_english_report_is_windows_1252(word: str) -> None:
    text = f"The spokesman met the delegation from {word} on Tuesday and left without a word to the press."
    assert text.encode("cp1252").decode(str(guess_encoding(text.encode("cp1252")))) == text


def test_bytes_that_windows_1252_lacks_are_replaced_not_fatal() -> None:
    assert guess_encoding(b"The report said \x81 nothing of \x8d it, and nobody asked.") is not None


def test_hebrew_and_arabic_are_told() -> None:
    for text, encoding in (
        ("השר אמר כי המצב בגבול רגוע וכי הכוחות עוזבים את המקום בשלב זה", "cp1255"),
        ("قال الوزير إن الوضع على الحدود هادئ وإن القوات تغادر المدينة الآن", "cp1256"),
    ):
        assert text.encode(encoding).decode(str(guess_encoding(text.encode(encoding)))) == text
