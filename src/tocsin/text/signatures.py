"""Tell files that are no text by their first bytes (signatures as in PRONOM and file(1))."""

from typing import Final

_AT_START: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (also .docx, .odt, .epub)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
)
_FTYP: Final = slice(4, 8)  # MP4 and its kin name themselves after a length field
_WEBP: Final = slice(8, 12)
_SAMPLE: Final = 4096
_CONTROLS: Final = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\f\v\x1b")


def binary_kind(data: bytes) -> str | None:
    """Return what kind of file this is when it is no text, else None.

    >>> binary_kind(b"%PDF-1.7 and so on")
    'a PDF document'
    >>> binary_kind("Kyiv denies it. – Київ".encode()) is None
    True
    """
    for signature, kind in _AT_START:
        if data.startswith(signature):
            return kind
    if data[_FTYP] == b"ftyp":
        return "a video or audio file"
    if data.startswith(b"RIFF"):
        return "a WebP image" if data[_WEBP] == b"WEBP" else "an audio or video file"
    return _by_content(data)


def _by_content(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    if b"\x00" in data:
        nuls = sample.count(0)
        halves = max(sample[::2].count(0), sample[1::2].count(0))
        # Latin text in UTF-16 has a NUL in (nearly) every second place, and only there.
        if halves * 4 > len(sample) and halves * 10 > nuls * 9:
            return "text in UTF-16 without a byte-order mark"
        return "a binary file (it holds NUL bytes)"
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "a binary file (it holds control characters)" if controls * 20 > len(sample) else None
