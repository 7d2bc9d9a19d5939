"""Runs say how many documents and statements they coded, whatever was coded anew or taken out since."""

from alembic import op

revision = "2"
down_revision = "1"

COMMANDS = (
    "ALTER TABLE runs ADD COLUMN documents integer NOT NULL DEFAULT 0",
    "ALTER TABLE runs ADD COLUMN statements integer NOT NULL DEFAULT 0",
    # Of earlier runs nothing is known but what no later one has coded anew.
    """
    UPDATE runs SET documents = coded.documents, statements = coded.statements
    FROM (
        SELECT documents.run AS run, count(DISTINCT documents.id) AS documents, count(statements.id) AS statements
        FROM documents LEFT JOIN statements ON statements.document = documents.id AND NOT statements.added
        GROUP BY documents.run
    ) AS coded
    WHERE coded.run = runs.id
    """,
)


def upgrade() -> None:
    """Add the two numbers, and count them for the runs that there are."""
    for command in COMMANDS:
        op.get_bind().exec_driver_sql(command)
