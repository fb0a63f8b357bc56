"""Profiles and stories in the tables, and what stories say on the questions of a block."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, select

from tocsin.record.story import Profile, Story
from tocsin.store.across.facts import profile_of, profile_text, text_of
from tocsin.store.across.pending import numbers_of
from tocsin.store.across.tables import profiles, settled, stories, story_of
from tocsin.store.across.words import lines_of
from tocsin.store.append import among, put
from tocsin.store.tables import documents


def profiles_in(connection: Connection, story: str | None = None) -> list[Profile]:
    """Return the profiles of all linked reports, or of those of a story, by (known, id)."""
    asked = select(profiles.c.facts).join(documents, documents.c.seq == profiles.c.document)
    if story is not None:
        asked = asked.join(story_of, story_of.c.document == profiles.c.document)
        asked = asked.where(story_of.c.story == story)
    found = connection.execute(asked.order_by(documents.c.known, documents.c.id)).scalars()
    return [profile_of(facts) for facts in found]


def put_profiles(connection: Connection, come: Sequence[Profile]) -> None:
    """Set the profiles of these reports."""
    at = numbers_of(connection, {each.document for each in come})
    put(connection, profiles, [(at[each.document][0], profile_text(each)) for each in come])


def stories_in(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Return the reports of every story, by (known, id)."""
    of = documents.c
    asked = select(story_of.c.story, of.id).join(documents, of.seq == story_of.c.document)
    found: dict[str, list[str]] = defaultdict(list)
    for story, document in connection.execute(asked.order_by(story_of.c.story, of.known, of.id)):
        found[story].append(document)
    return {story: tuple(of_story) for story, of_story in found.items()}


def put_stories(connection: Connection, gone: Collection[str], come: Sequence[Story]) -> None:
    """Take some stories away, then set those that come; each report of theirs is then in its one."""
    both = [*gone, *(each.id for each in come)]
    connection.execute(delete(story_of).where(story_of.c.story.in_(among(both))))
    connection.execute(delete(stories).where(stories.c.id.in_(among(gone))))
    at = numbers_of(connection, {document for each in come for document in each.documents})
    put(connection, stories, [_row(each) for each in come])
    put(connection, story_of, [(at[one][0], each.id) for each in come for one in each.documents])


def settled_in(connection: Connection, blocks: Collection[str]) -> dict[str, list[bytes]]:
    """Return what stories say on the questions of these blocks, by block; the stories by id."""
    asked = select(settled.c.block, settled.c.data).where(settled.c.block.in_(among(blocks)))
    found: dict[str, list[bytes]] = defaultdict(list)
    for block, data in connection.execute(asked.order_by(settled.c.block, settled.c.story)):
        found[block].append(data)
    return dict(found)


def blocks_of(connection: Connection, of: Collection[str]) -> set[str]:
    """Return the blocks on which these stories say something."""
    asked = select(settled.c.block).where(settled.c.story.in_(among(of)))
    return set(connection.execute(asked.distinct()).scalars())


def put_settled(
    connection: Connection, gone: Collection[str], rows: Sequence[tuple[str, str, bytes]]
) -> None:
    """Take away what these stories say, then set rows of (story, block, data)."""
    connection.execute(delete(settled).where(settled.c.story.in_(among(gone))))
    put(connection, settled, rows)


def _row(story: Story) -> tuple[str, int, str, str, str, str]:
    words = lines_of((story.title, story.headline.text if story.headline else None))
    return story.id, len(story.documents), story.first, story.last, words, text_of(story)
