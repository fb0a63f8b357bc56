"""Text as text: bytes to characters, characters to lines and paragraphs. Knows nothing of reports."""

from tocsin.text.decode import declared_charset, decode
from tocsin.text.lines import Line, lines
from tocsin.text.paragraphs import Paragraph, paragraphs

__all__ = ["Line", "Paragraph", "declared_charset", "decode", "lines", "paragraphs"]
