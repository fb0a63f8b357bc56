"""A stretch of a document's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """``document.text[start:end] == text``; offsets are Unicode code points."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Return the span [start, end) of a document's text.

        >>> Span.of("Kyiv denies it", 0, 4)
        Span(start=0, end=4, text='Kyiv')
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span [{start}, {end}) is empty or outside a text of {len(text)}")
        return cls(start=start, end=end, text=text[start:end])

    def holds(self, text: str) -> bool:
        """Tell whether the span's words stand at its place in ``text`` (law 2)."""
        return bool(self.text) and text[self.start : self.end] == self.text
