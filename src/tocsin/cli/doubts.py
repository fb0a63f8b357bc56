"""A doubt as text: two names with their words, and what speaks for and against."""

from collections.abc import Iterator

from tocsin import Doubt
from tocsin.cli.clean import one_line
from tocsin.cli.passage import marked
from tocsin.doubts import Side

NAMES_SHOWN = 5
AROUND = 80  # characters on both sides of a name


def doubt_lines(doubt: Doubt) -> Iterator[str]:
    """Yield what a person needs to judge: both sides in their words, then the parts of the score.

    The lines are safe for a terminal; the names in the passages are marked.
    """
    now = "one entity now" if doubt.joined else "two entities now"
    yield f"score {doubt.edge.score:.2f} · {now}"
    for label, side in (("A", doubt.left), ("B", doubt.right)):
        yield f"  {label}  {_head(side)}"
        yield from (f"     {line}" for line in _passage(side))
    for weight in doubt.edge.weights:
        yield f"  {weight.value:+.2f}  {weight.part}: {one_line(weight.why)}"


def doubt_rows(doubt: Doubt) -> tuple[str, ...]:
    """Return a doubt as the cells of a row."""
    weights = ", ".join(f"{each.part} {each.value:+.2f}" for each in doubt.edge.weights)
    now = "one" if doubt.joined else "two"
    return f"{doubt.edge.score:.2f}", now, _head(doubt.left), _head(doubt.right), weights


def _head(side: Side) -> str:
    group = side.group
    names = ", ".join(name for name, _ in sorted(group.names, key=lambda n: (-n[1], n[0]))[:NAMES_SHOWN])
    reports = f"{group.documents} report{'s' if group.documents != 1 else ''}"
    return one_line(" · ".join((names, str(group.type), *group.countries, *group.roles[:2], reports)))


def _passage(side: Side) -> Iterator[str]:
    if side.example is None:
        return
    document, reference = side.example
    yield " ".join(marked(document.text, reference.mentions[:1], around=AROUND).split())
    when = document.published.when[:10] if document.published else None
    yield one_line("— " + " · ".join(part for part in (document.outlet, when, document.title) if part))
