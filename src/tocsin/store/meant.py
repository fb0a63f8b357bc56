"""Who is meant by what a user types: the keys of the entities that have such a name."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, or_, select

from tocsin.store.append import among
from tocsin.store.entities.groups import KNOWN
from tocsin.store.linking import Linking
from tocsin.store.query import Query
from tocsin.store.tables import groups, members
from tocsin.store.words import folded, holds, patterns, terms_of

_AFTER = KNOWN[:-1] + ";"  # sorts behind every known key


def by(connection: Connection, query: Query, linking: Linking) -> frozenset[str]:
    """Return the keys of those who speak or act, and of what is part of them: of a state its army."""
    whole = keys_meant(connection, query.by, query.by_entities, whole=bool(query.by_entities))
    return whole | _parts(connection, linking, whole)


def about(connection: Connection, query: Query) -> frozenset[str]:
    """Return the keys of those whom something is about."""
    return keys_meant(connection, query.about, query.about_entities)


def holder(connection: Connection, query: Query, linking: Linking) -> frozenset[str]:
    """Return the keys of those who hold, and of what is part of them."""
    whole = keys_meant(connection, query.holder, query.holder_entities, whole=bool(query.holder_entities))
    return whole | _parts(connection, linking, whole)


def keys_meant(
    connection: Connection, typed: str | None, ids: Collection[str], *, whole: bool = False
) -> frozenset[str]:
    """Return all keys of the entities that have a name with all the words, or one of the ids.

    With ``whole`` the words are the name: "Germany" is not the chancellor "of the Republic of Germany".
    """
    named = set(named_so(connection, typed, whole=whole)) if typed else set()
    if ids:
        one_of = among(ids)
        of = or_(members.c.id.in_(one_of), members.c.key.in_(one_of))
        named.update(connection.execute(select(members.c.key).where(of)).scalars())
    if not named:
        return frozenset()
    called = select(members.c.canonical).where(members.c.key.in_(among(named)))
    keys = select(members.c.key).where(members.c.canonical.in_(called))
    return frozenset(connection.execute(keys).scalars())


def named_so(connection: Connection, typed: str, *, whole: bool = False) -> Iterator[str]:
    """Yield the keys of the groups that have a name with all the words, or are named by them as a whole."""
    if not (terms := terms_of(typed)):
        return
    asked = select(groups.c.key, groups.c.words)
    for pattern in patterns(terms):
        asked = asked.where(groups.c.words.like(pattern))
    for key, words in connection.execute(asked):
        names = words.splitlines()
        if folded(typed) in names if whole else any(holds(name, terms) for name in names):
            yield key


def _parts(connection: Connection, linking: Linking, keys: Iterable[str]) -> frozenset[str]:
    """Return the known keys of the case that belong to one of these, and theirs."""
    wholes = {key.removeprefix(KNOWN) for key in keys if key.startswith(KNOWN)}
    if not wholes:
        return frozenset()
    known = select(members.c.key).where(members.c.key >= KNOWN, members.c.key < _AFTER)
    found = [key for key in connection.execute(known).scalars() if _belongs(linking, key, wholes)]
    return keys_meant(connection, None, found)


def _belongs(linking: Linking, key: str, wholes: Collection[str]) -> bool:
    seen: set[str] = set()
    entry = linking.entry(key.removeprefix(KNOWN))
    while entry and entry.part_of and entry.part_of not in seen:
        if entry.part_of in wholes:
            return True
        seen.add(entry.part_of)
        entry = linking.entry(entry.part_of)
    return False
