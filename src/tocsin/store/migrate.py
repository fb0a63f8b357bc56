"""Bringing a case up to date. Imported only when it is behind: Alembic is slow to load."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str) -> None:
    """Bring the case to a revision, within the transaction that the connection is in."""
    config = Config()
    config.set_main_option("script_location", "tocsin.store:migrations")  # found in a wheel as in a checkout
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
