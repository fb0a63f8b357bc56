"""A doubt as text: two names with their words, and what speaks for and against."""

from collections.abc import Iterator

from tocsin import Doubt, Reference, Span
from tocsin.cli.clean import one_line
from tocsin.cli.passage import marked
from tocsin.doubts import Side

NAMES_SHOWN = 5
ROLES_SHOWN = 4
AROUND = 120  # characters on both sides of a name


def doubt_lines(doubt: Doubt) -> Iterator[str]:
    """Yield what a person needs to judge: both sides in their words, then the parts of the score.

    The lines are safe for a terminal; the names in the passages are marked.
    """
    now = "one entity now" if doubt.joined else "two entities now"
    yield f"score {doubt.edge.score:.2f} · {now}"
    for label, side in (("A", doubt.left), ("B", doubt.right)):
        yield f"  {label}  {_head(side)}"
        yield from (f"     {line}" for line in (*_facts(side), *_passages(side)))
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
    return one_line(" · ".join((names, str(group.type), *group.countries, reports)))


def _facts(side: Side) -> Iterator[str]:
    """Yield what is known of a side beside its names; what is not known is said."""
    group = side.group
    first, last = (known.partition(" ")[0][:10] for known in (group.first, group.last))
    when = first if first == last else f"{first} to {last}"
    told = (
        f"country: {', '.join(group.countries) or 'not told'}",
        f"roles: {', '.join(group.roles[:ROLES_SHOWN]) or 'none told'}",
        *((f"sector: {', '.join(group.sectors)}",) if group.sectors else ()),
        f"known {when}",
    )
    yield one_line(" · ".join(told))
    own = {name.casefold() for name, _ in group.names}
    others = [name for name, _ in side.entity.names if name.casefold() not in own][:NAMES_SHOWN]
    if others:
        yield one_line(f"also called {', '.join(others)}")


def _passages(side: Side) -> Iterator[str]:
    for document, reference in side.examples:
        shown = _fullest(reference)
        yield " ".join(marked(document.text, (shown,), around=AROUND).split())
        when = document.published.when[:10] if document.published else None
        yield one_line("— " + " · ".join(part for part in (document.outlet, when, document.title) if part))


def _fullest(reference: Reference) -> Span:
    """Return the mention that has the name, else the longest of those that begin with a capital letter."""
    called = reference.name.split()
    return max(
        reference.mentions,
        key=lambda each: (each.text.split() == called, each.text[:1].isupper(), len(each.text), -each.start),
    )
