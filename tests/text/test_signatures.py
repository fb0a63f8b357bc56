from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.text.signatures import binary_kind


@settings(deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=200))
def test_written_text_is_never_taken_for_a_binary(text: str) -> None:
    # A report may begin with any words; only a file's own signature would tell otherwise.
    assert binary_kind(f"Kyiv: {text}".encode()) is None


def test_text_that_tells_of_a_format_is_text() -> None:
    assert binary_kind(b"The PDF was a PK of 7z, said the expert.") is None


def test_an_mp4_names_itself_after_a_length() -> None:
    assert binary_kind(b"\x00\x00\x00\x20ftypisom") == "a video or audio file"


def test_latin_text_in_utf16_is_named_as_such() -> None:
    assert binary_kind("Nobody was there.".encode("utf-16-le")) == "text in UTF-16 without a byte-order mark"


def test_a_few_control_characters_do_no_harm() -> None:
    assert (
        binary_kind(b"Reading went on for a long while, page after page.\x0c\x0b\x1b Then it ended.") is None
    )
