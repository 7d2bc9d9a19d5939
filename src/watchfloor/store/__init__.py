"""Keeps documents, statements, decisions, ratings and runs: SQLite in one file, or PostgreSQL."""
