"""What Alembic runs: the steps that are missing, over the connection and in the transaction it is given."""

from alembic import context

from tocsin.store.tables import metadata


def upgrade() -> None:
    """Bring the case of ``config.attributes["connection"]`` to the revision that was asked for."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file; importing it does nothing
    upgrade()
