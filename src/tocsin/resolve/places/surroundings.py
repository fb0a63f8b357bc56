"""Context beyond the geographic names: states inside other names, bodies called after places, the outlet."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from tocsin.knowledge import Knowledge
from tocsin.record import Document, Name, NameType
from tocsin.resolve.places.candidates import Group, Option, Sources, fewer
from tocsin.resolve.places.mentions import Mention, plain
from tocsin.resolve.places.renown import renown
from tocsin.resolve.places.scoring import Setting
from tocsin.text.fold import fold_name

BODIES: Final = 12  # names of bodies that are asked for places, so that a long report stays quick
_BODY: Final = frozenset((NameType.ORGANISATION, NameType.GROUP, NameType.OTHER, NameType.EVENT))
_IN_NAME: Final = 0.5  # votes of a place in another name, beside 1 of a place named
_OUTLET: Final = 1.0
_LONGEST: Final = 3  # words of a place's name in a body's name
_WORDS: Final = re.compile(r"[^\W_]+")


def surroundings(
    document: Document,
    names: Sequence[Name],
    found: Sequence[Mention],
    groups: Sequence[Group],
    sources: Sources,
) -> tuple[Group, ...]:
    """Return groups without mentions: what else of a report speaks for a country, a region, a place."""
    have = {fold_name(mention.full) for mention in found}
    votes: dict[str, tuple[float, tuple[Option, ...]]] = {}
    for words, weight in (
        *_divisions(document.text, found, sources),
        *_bodies(names, found, groups, sources),
        *_outlet(document, sources),
    ):
        key = fold_name(words)
        if key in have or key in votes:
            continue
        if options := tuple(
            Option(place, exact=fold_name(place.name) == key) for place in sources.gazetteer.find(words)
        ):
            votes[key] = (weight, fewer(options, {}))
    return tuple(_context(name, options, weight) for name, (weight, options) in votes.items())


def _context(name: str, options: tuple[Option, ...], votes: float) -> Group:
    return Group(
        name=name,
        kind=None,
        division=None,
        holders=(),
        listed=(),
        beside=(),
        mentions=(),
        options=options,
        votes=votes,
    )


def _divisions(text: str, found: Sequence[Mention], sources: Sources) -> Iterator[tuple[str, float]]:
    taken = {offset for mention in found for offset in (mention.span.start, mention.span.end)}
    for match in sources.lexicon.divisions.finditer(text):
        division = sources.lexicon.written.get(match[0])
        if division is not None and match.start() not in taken and match.end() not in taken:
            yield division.name, _IN_NAME


def _bodies(
    names: Sequence[Name], found: Sequence[Mention], groups: Sequence[Group], sources: Sources
) -> Iterator[tuple[str, float]]:
    """Yield the places that bodies are called after: "Springfield" of "Springfield Police Department".

    Facilities that the gazetteer lacks are asked first: the place may be what holds them.
    """
    lacking = [found[group.mentions[0]].full for group in groups if group.mentions and not group.options]
    bodies = [name for name in names if name.type in _BODY]
    called = dict.fromkeys([*lacking, *(plain(name.span.text) for name in bodies[: 3 * BODIES])])
    for words in list(called)[:BODIES]:
        for head in heads(words):
            if head.casefold() not in sources.lexicon.common and sources.gazetteer.find(head):
                yield head, _IN_NAME
                break


def heads(words: str) -> Iterator[str]:
    """Yield the first words of a name, the longest first, never all.

    >>> list(heads("Port Vale Town Hall"))
    ['Port Vale Town', 'Port Vale', 'Port']
    """
    split = words.split()
    for length in range(min(_LONGEST, len(split) - 1), 0, -1):
        head = " ".join(split[:length])
        if len(head) > 3 and head[0].isupper():
            yield head


def _outlet(document: Document, sources: Sources) -> Iterator[tuple[str, float]]:
    """Yield the place that an outlet is called after: "Paris" of theparisnews.com."""
    host = (urlsplit(document.url).hostname or "") if document.url else ""
    labels = [
        label for label in host.split(".")[:-1] if label not in {"www", "com", "co", "org", "net", "news"}
    ]
    for label in labels:
        yield from ((word, _OUTLET) for word in _without(label, sources.lexicon.newspaper))
    if document.outlet:
        words = [w for w in _WORDS.findall(document.outlet) if w.casefold() not in sources.lexicon.newspaper]
        yield " ".join(words), _OUTLET


def _without(label: str, known: frozenset[str]) -> Iterator[str]:
    """Yield what is left of an address's label without the words that newspapers are called by."""
    rest = label.replace("-", "")
    parts = sorted((word.replace(" ", "") for word in known), key=len, reverse=True)
    changed = True
    while changed:
        changed = False
        for part in parts:
            if len(part) > 2 and len(rest) > len(part) + 2 and (rest.endswith(part) or rest.startswith(part)):
                rest = rest.removesuffix(part) if rest.endswith(part) else rest.removeprefix(part)
                changed = True
                break
    if rest not in known and len(rest) > 3:
        yield rest


def setting_of(document: Document, sources: Sources) -> Setting:
    """Return what is known of a report before its names."""
    return Setting(
        domain=_domain_country(document, sources),
        wording=_wording(document.text, sources),
        outlet=frozenset(fold_name(words) for words, _ in _outlet(document, sources)),
        capitals=capitals(sources.knowledge),
        renown=renown(sources.gazetteer),
        states=frozenset((state.country, state.name) for state in sources.lexicon.written.values()),
    )


def _domain_country(document: Document, sources: Sources) -> str | None:
    """Return the country that an address's last part tells: "ie", and "gb" of "co.uk"."""
    host = (urlsplit(document.url).hostname or "") if document.url else ""
    last = host.rpartition(".")[2]
    if len(last) != 2 or last in sources.lexicon.vanity:
        return None
    return sources.lexicon.domains.get(last, last)


def _wording(text: str, sources: Sources) -> dict[str, float]:
    """Return the countries whose institutions and words a text has, with their share."""
    found = {
        country: float(len(set(pattern.findall(text))))
        for country, pattern in sources.lexicon.wording.items()
    }
    total = sum(found.values()) + 1.0  # a single word is no proof
    return {country: count / total for country, count in found.items() if count}


@lru_cache(maxsize=4)
def capitals(knowledge: Knowledge) -> dict[str, str]:
    """Return the folded names of capitals with the country of each."""
    return {
        fold_name(words): entry.country or entry.id
        for entry in knowledge.entries.values()
        if entry.type is NameType.STATE and entry.capital
        for words in (entry.capital, *entry.metonyms)
    }
