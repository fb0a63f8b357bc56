"""The history of the case's schema, one file a step (Alembic)."""
