import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import FormatError
from tocsin.text import declared_charset, decode

ENGLISH = "The minister called the claim “baseless” – it’s not the first time.\r\nKyiv kept silent.\r\n"
FRENCH = "Le ministre a déclaré que rien n’était décidé, à la frontière où l’armée a été envoyée. " * 2
POLISH = "Rzecznik powiedział, że żołnierze wrócą, gdy sąsiedzi złożą wyjaśnienia. " * 2
CZECH = (
    "Ministr řekl, že situace na hranici je vážná a že vojáci jsou již blízko. Sousedé čekají na vysvětlení. "
    * 2
)
TURKISH = (
    "Bakan, sınırdaki durumun tehlikeli olduğunu ve askerlerin yakında olduğunu söyledi. "
    "Komşu ülkeler açıklama bekliyor. Sözcü, görüşmelerin yarın başlayacağını ve çözümün "
    "mümkün olduğunu belirtti; muhalefet ise buna inanmıyor ve meclisin toplanmasını istiyor. "
)
RUSSIAN = "Министр заявил, что обстановка на границе спокойная и что войска уходят. "
UKRAINIAN = "Міністр заявив, що становище на кордоні спокійне і що війська відходять. "
GREEK = "Ο υπουργός δήλωσε ότι η κατάσταση στα σύνορα είναι ήρεμη και ότι ο στρατός φεύγει. "

# Some letter or digit, so that there is something to read.
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")).map(
    lambda text: f"Kyiv {text} denies it"
)


@settings(deadline=None)
@given(TEXTS)
def test_utf8_is_kept_character_for_character(text: str) -> None:
    # Control characters in numbers are a binary file's; these are reports.
    words = "".join(character for character in text if character >= " " or character in "\r\n\t")
    assert decode(words.encode(), name="a.txt") == words


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["utf-16", "utf-32"]))
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="a.txt") == text


def test_the_mark_of_utf8_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + ENGLISH.encode(), name="a.txt") == ENGLISH


def test_big_endian_utf16_with_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be"), name="a.txt") == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("The café owner saw nothing.", "cp1252"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN[:30], "cp1251"),
        (UKRAINIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (GREEK, "cp1253"),
    ],
)
def test_older_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="a.txt") == text


def test_english_with_names_in_cyrillic_letters_is_windows_1251() -> None:
    text = "Войска — «Защитник Европы», сказал он. Stoltenberg said no. Учения идут в Kyiv и у границы. "
    assert decode(text.encode("cp1251"), name="a.txt") == text


def test_line_endings_are_kept() -> None:
    assert decode(ENGLISH.encode("cp1252"), name="a.txt").count("\r\n") == 2


def test_one_bad_byte_does_not_turn_utf8_into_something_else() -> None:
    body = ("“We wait,” he said – and waited. " * 3).encode() + b"\xff" + b" Then he left."
    text = decode(body, name="a.txt")
    assert text.startswith("“We wait,”")
    assert text.count("\ufffd") == 1


def test_utf8_goes_before_a_wrong_declaration() -> None:
    assert decode("Élysée: “no”".encode(), name="a.html", declared="windows-1252") == "Élysée: “no”"


@pytest.mark.parametrize(("declared", "encoding"), [("windows-1251", "cp1251"), ("KOI8-R", "koi8-r")])
def test_a_declared_encoding_is_used(declared: str, encoding: str) -> None:
    text = "Нет, сказал он."
    assert decode(text.encode(encoding), name="a.html", declared=declared) == text


def test_latin1_means_windows_1252_as_in_browsers() -> None:
    assert decode("“No”, he said".encode("cp1252"), name="a.html", declared="iso-8859-1") == "“No”, he said"


@pytest.mark.parametrize(
    "declared", ["no-such-thing", "rot13", "utf-16", "utf-7", "unicode_escape", "a\x00b"]
)
def test_nonsense_that_is_declared_is_passed_over(declared: str) -> None:
    text = "Il a dit « non » à l’Élysée, et il a répété ces mots à la presse étrangère."
    assert decode(text.encode("cp1252"), name="a.html", declared=declared) == text


def test_a_declared_encoding_that_does_not_fit_is_passed_over() -> None:
    assert decode("l’Élysée a dit «non»".encode("cp1252"), name="a", declared="shift_jis").startswith("l")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"{\\rtf1\\ansi Kyiv}", "RTF"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (b"Kyiv\x00denies\x00it", "NUL"),
        (b"\x01\x02\x03\x04\x05Kyiv", "control"),
        ("Kyiv denies it".encode("utf-16-le"), "UTF-16 without"),
        ("Kyiv denies it".encode("utf-16-be"), "UTF-16 without"),
    ],
)
def test_what_is_no_text_is_refused_by_name(body: bytes, kind: str) -> None:
    with pytest.raises(FormatError) as raised:
        decode(body, name="folder/report.txt")
    assert "folder/report.txt" in raised.value.message
    assert kind in raised.value.message
    assert "save" in raised.value.advice


def test_nul_characters_in_marked_utf16_are_refused() -> None:
    with pytest.raises(FormatError, match="NUL"):
        decode("Kyiv\x00".encode("utf-16"), name="a.txt")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "holds no words"),
        (codecs.BOM_UTF8, "is empty"),
        (codecs.BOM_UTF8 + b"\n\n", "holds no words"),
        (b"---- ** ----", "holds no words"),
    ],
)
def test_a_body_without_words_is_refused(body: bytes, what: str) -> None:
    with pytest.raises(FormatError, match=what):
        decode(body, name="a.txt")


def test_utf16_that_is_cut_off_is_refused_with_its_place() -> None:
    with pytest.raises(FormatError, match="UTF-16-LE at byte"):
        decode("Kyiv denies it".encode("utf-16")[:-1], name="a.txt")


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused_and_nothing_else(body: bytes) -> None:
    try:
        text = decode(body, name="fuzz")
    except FormatError:
        return
    assert "\x00" not in text
    text.encode()


@pytest.mark.parametrize(
    ("page", "declared"),
    [
        (b'<html><head><meta charset="utf-8">', "utf-8"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "windows-1251"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b"<META CHARSET=KOI8-R>", "KOI8-R"),
        (b"<html><p>charset=utf-8</p>", None),
    ],
)
def test_declared_charset(page: bytes, declared: str | None) -> None:
    assert declared_charset(page) == declared
