"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the case."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """A case does not go back: what it holds is never thrown away."""
    raise NotImplementedError
