"""Short texts of our own read for their moments."""

import re

from tocsin.extract.moments import extract_moments
from tocsin.model.layers import Layers
from tocsin.record import Document, FoundIn, Moment, Precision, Published

TUESDAY = "2021-04-13"


def document(text: str, published: str | None = TUESDAY) -> Document:
    precision = Precision.MINUTE if published and "T" in published else Precision.DAY
    known = Published(when=published, precision=precision, found_in=FoundIn.OPTION) if published else None
    return Document(id="doc-test", text=text, published=known)


def moments(text: str, published: str | None = TUESDAY) -> tuple[Moment, ...]:
    sentences = tuple(match.span() for match in re.finditer(r"\S[^\n]*?(?:[a-z0-9][.!?](?=\s|$)|$)", text))
    layers = Layers(sentences=sentences, names=(), attributions=())
    return extract_moments(document(text, published), layers, language="en", version="test")


def one(text: str, published: str | None = TUESDAY) -> Moment:
    """The widest moment of a text, the first of several."""
    return max(moments(text, published), key=lambda moment: len(moment.span.text))
