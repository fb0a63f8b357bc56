"""Short ways to read numbers, quantities and figures of a text under test."""

from tests.extract.build import Report
from tests.extract.trees import words
from tocsin.extract import VERSION
from tocsin.extract.figures import extract_figures, quantities_in
from tocsin.extract.figures.lexicon import lexicon
from tocsin.extract.figures.numerals import Number, number_at
from tocsin.extract.figures.quantities import Quantity
from tocsin.extract.figures.tokens import Tokens
from tocsin.extract.layout import Layout
from tocsin.extract.names import extract_names
from tocsin.model.layers import Layers
from tocsin.record import Document, Figure


def layers_of(text: str) -> Layers:
    """Return layers of one sentence, without words."""
    return Layers(sentences=((0, len(text)),), names=(), attributions=())


def number(text: str, at: int = 0) -> Number | None:
    """Return the number at a token."""
    return number_at(Tokens.of(text, 0, len(text)), at, lexicon("en"))


def value(text: str, at: int = 0) -> float | tuple[float, float] | None:
    """Return the value of the number at a token, both ends where it is vague."""
    found = number(text, at)
    return None if found is None else (found.low, found.high) if found.vague else found.low


def quantities(text: str) -> list[Quantity]:
    """Return all quantities of a sentence."""
    return [quantity for _, quantity in quantities_in(text, layers_of(text), language="en")]


def values(text: str) -> list[float | tuple[float, float]]:
    """Return the values of a sentence's quantities."""
    return [q.low if q.low == q.high else (q.low, q.high) for q in quantities(text)]


def figures(text: str, **names: str | list[str]) -> tuple[Figure, ...]:
    """Return the figures of a report of words only, no syntax."""
    return Report(text).names(**names).extract().figures


def figure(text: str, **names: str | list[str]) -> Figure:
    """Return the only figure of a report."""
    (found,) = figures(text, **names)
    return found


def parsed(rows: str, *, names: tuple[tuple[str, str], ...] = ()) -> Figure:
    """Return the only figure of a sentence in "form/TAG/head/rel" rows, with names by their label."""
    text, tree = words(rows)
    marked = Report(text).names(**dict(names)).layers.names
    layers = Layers(sentences=((0, len(text)),), names=marked, attributions=(), words=tree)
    document = Document(id="doc-test", text=text)
    kept = extract_names(document, marked, language="en", version=VERSION)
    layout = Layout.of(document, layers)
    (found,) = extract_figures(document, layers, layout, kept, (), (), language="en", version=VERSION)
    return found
