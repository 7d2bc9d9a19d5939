"""Alembic's way in: migrations run on the connection that the store hands over, inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
