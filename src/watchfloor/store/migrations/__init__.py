"""How the tables came to be as they are: Alembic's folder, which ships with the package."""
