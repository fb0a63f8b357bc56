"""Bodies that every state has: their names are told from "Ukraine’s defence ministry" and made on demand."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from tocsin.knowledge.entries import Entry, Template
from tocsin.text.fold import fold_name

_SLOT: Final = re.compile(r"\{(adj|name|body)\}(['’]s)?")
#: What a slot takes, to what it names: ``owners("adj", "ukrainian")``.
Owners = Callable[[str, str], tuple[str, ...]]
_ARTICLE: Final = "the "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """One name of a template: what stands beside the slot, folded."""

    template: str
    slot: str
    possessive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """The names of all templates, by the words that follow or precede the state's."""

    after: Mapping[str, tuple[_Pattern, ...]]
    before: Mapping[str, tuple[_Pattern, ...]]


def compile_patterns(templates: Iterable[Template]) -> Patterns:
    """Return the patterns of all names that have a slot."""
    after: dict[str, list[_Pattern]] = {}
    before: dict[str, list[_Pattern]] = {}
    for template in templates:
        for name in template.names:
            if not (slot := _SLOT.search(name)):
                continue
            pattern = _Pattern(template=template.id, slot=slot[1], possessive=slot[2] is not None)
            if head := name[: slot.start()].strip():
                before.setdefault(fold_name(head), []).append(pattern)
            else:
                after.setdefault(fold_name(name[slot.end() :]), []).append(pattern)
    return Patterns(
        after={words: tuple(found) for words, found in after.items()},
        before={words: tuple(found) for words, found in before.items()},
    )


def told(words: str, patterns: Patterns, owners: Owners) -> tuple[tuple[str, str], ...]:
    """Return (owner, template) pairs that folded words name; ``owners`` knows the word for an owner."""
    return tuple(dict.fromkeys(_told(words, patterns, owners)))


def _told(words: str, patterns: Patterns, owners: Owners) -> Iterator[tuple[str, str]]:
    parts = words.split(" ")
    for cut in range(1, len(parts)):
        head, tail = " ".join(parts[:cut]), " ".join(parts[cut:])
        for pattern in patterns.after.get(tail, ()):
            for state in owned(head, pattern.slot, owners, possessive=pattern.possessive):
                yield state, pattern.template
        for pattern in patterns.before.get(head, ()):
            for state in owners(pattern.slot, tail.removeprefix(_ARTICLE)):
                yield state, pattern.template


def owned(head: str, slot: str, owners: Owners, *, possessive: bool) -> tuple[str, ...]:
    """Return the owners that the words before a body name.

    Folding joins a possessor's ending to the word: "Ukraine’s" is "ukraines", "the United States’" has none.
    """
    if possessive and head.endswith("s") and (found := owners(slot, head[:-1])):
        return found
    return owners(slot, head)


def fill(template: Template, state: Entry, named: Entry | None) -> Entry:
    """Return a template's body of one state; what a named row says of it wins."""
    made = Entry(
        id=f"{state.id}.{template.id}",
        type=template.type,
        name=_filled(template.name, state),
        names=_all_filled(template, state),
        descriptions=template.descriptions,
        country=state.country,
        sector=template.sector,
        part_of=f"{state.id}.{template.part_of}" if template.part_of else state.id,
        source=f"bodies.tsv, *.{template.id}",
    )
    if named is None:
        return made
    return replace(
        named,
        names=_unique((*named.names, *made.names)),
        descriptions=_unique((*named.descriptions, *made.descriptions)),
        sector=named.sector or made.sector,
        part_of=named.part_of or made.part_of,
    )


def _all_filled(template: Template, state: Entry) -> tuple[str, ...]:
    return _unique(
        _SLOT.sub(lambda slot: word + (slot[2] or ""), name)  # noqa: B023  (used at once)
        for name in template.names
        if (found := _SLOT.search(name))
        for word in (state.adjectives if found[1] == "adj" else (state.name,))
    )


def _filled(name: str, state: Entry) -> str:
    words = {"adj": state.adjectives[0] if state.adjectives else state.name, "name": state.name}
    return _SLOT.sub(lambda slot: words[slot[1]] + (slot[2] or ""), name)


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
