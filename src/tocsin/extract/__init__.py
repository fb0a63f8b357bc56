"""Stage 3: what a report says: names, statements, moments, figures, events, roles.

A pure function of the document and the layers: no clock, no network, no model of its own.
"""

from dataclasses import replace
from typing import Final

from tocsin.extract.agreement import agreed
from tocsin.extract.chains import Chains
from tocsin.extract.datelines import apart
from tocsin.extract.events import extract_events
from tocsin.extract.figures import extract_figures
from tocsin.extract.layout import Layout
from tocsin.extract.moments import extract_moments
from tocsin.extract.names import NameIndex, extract_names
from tocsin.extract.roles import extract_roles
from tocsin.extract.statements import extract_statements
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import vocabulary
from tocsin.lang import language_for
from tocsin.model.layers import Layers
from tocsin.record import Document, Extraction, Span

VERSION: Final = "extract@4"

__all__ = ["VERSION", "extract"]


def extract(document: Document, layers: Layers, *, made_by: str) -> Extraction:
    """Return the records of one report; every span holds in ``document.text``.

    >>> from tocsin.model.layers import Found, FoundAttribution
    >>> document = Document(id="doc-1", text="Kyiv denies it.")
    >>> names = (Found(start=0, end=4, label="LOC", score=0.9),)
    >>> said = FoundAttribution(
    ...     source=Found(start=0, end=4, label="source", score=0.9),
    ...     cue=Found(start=5, end=11, label="cue", score=0.9),
    ...     contents=(Found(start=12, end=14, label="content", score=0.9),),
    ...     score=0.9,
    ... )
    >>> layers = Layers(sentences=((0, 15),), names=names, attributions=(said,))
    >>> found = extract(document, layers, made_by="extract@1")
    >>> [(s.speaker.name, s.act.value) for s in found.statements if s.speaker]
    [('Kyiv', 'deny')]
    """
    language = language_for(document.language)
    layers = replace(layers, words=apart(document, layers.words))
    layout = Layout.of(document, layers)
    tree = Tree.of(document.text, layers.words)
    names = extract_names(document, layers.names, language=language, version=VERSION, words=layers.words)
    chains = Chains.of(
        agreed(document.text, layers.mentions, NameIndex.of(names), tree, vocabulary(language))
    )
    statements = extract_statements(
        document,
        layout,
        names,
        layers.attributions,
        language=language,
        version=VERSION,
        chains=chains,
        tree=tree,
    )
    moments = extract_moments(document, layers, language=language, version=VERSION)
    figures = extract_figures(
        document, layers, layout, names, statements, moments, language=language, version=VERSION, tree=tree
    )
    events = extract_events(
        document,
        layers,
        layout,
        names,
        statements,
        moments,
        figures,
        language=language,
        version=VERSION,
        tree=tree,
    )
    roles = extract_roles(document, layers, layout, names, language=language, version=VERSION, tree=tree)
    return Extraction(
        document=document,
        names=names,
        statements=statements,
        figures=figures,
        events=events,
        moments=moments,
        roles=roles,
        chains=_spans(document.text, chains),
        made_by=made_by,
    )


def _spans(text: str, chains: Chains) -> tuple[tuple[Span, ...], ...]:
    """Return the chains of a report, each as the stretches that refer to one another."""
    return tuple(
        tuple(Span.of(text, *chains.span(number, text)) for number in numbers)
        for numbers in chains.clusters()
    )
