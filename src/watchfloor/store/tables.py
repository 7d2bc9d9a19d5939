"""The tables, as the newest migration leaves them. A test compares the two.

Names are plain, for those who read the file with Datasette. Days are ISO text; ``record`` is the record as JSON, with
the names of docs/record.md, and the columns beside it are what is asked for by value.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: Commands that wrote; ``documents`` and ``statements``: how many each coded and kept.
runs = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("command", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("documents", Integer, nullable=False, server_default="0"),
    Column("statements", Integer, nullable=False, server_default="0"),
)

failures = Table(
    "failures",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False, index=True),
    Column("path", Text, nullable=False),
    Column("why", Text, nullable=False),
)

#: The bytes as they came, by their SHA-256.
originals = Table(
    "originals",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

#: One row a text. ``superseded``: under none of its keys is it the newest version.
documents = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, index=True),
    Column("path", Text, nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("publication", Text),
    Column("source", Text, index=True),
    Column("published", Text, index=True),
    Column("language", Text),
    Column("superseded", Boolean, nullable=False),
    Column("coder", Text, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("original", ForeignKey("originals.hash"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("record", JSON, nullable=False),
)

#: Where a text was found: the versions of a key, and all the keys under which the same bytes stand.
appearances = Table(
    "appearances",
    METADATA,
    Column("key", Text, nullable=False),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("superseded", Boolean, nullable=False),
    Column("record", JSON, nullable=False),
    PrimaryKeyConstraint("key", "document"),
)
Index(
    "ix_documents_superseded",
    documents.c.id,
    sqlite_where=text("superseded"),
    postgresql_where=text("superseded"),
)
Index(
    "ix_appearances_newest",
    appearances.c.key,
    unique=True,
    sqlite_where=text("NOT superseded"),
    postgresql_where=text("NOT superseded"),
)

#: MinHash of a document's words.
signatures = Table(
    "signatures",
    METADATA,
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("signature", LargeBinary, nullable=False),
)

#: ``record`` is what was coded; the columns and ``mentions`` follow people's corrections. ``rejected``: by a decision.
statements = Table(
    "statements",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("since", Text, index=True),
    Column("until", Text),
    Column("modality", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("stance", Text),
    Column("aggregate", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("rejected", Boolean, nullable=False),
    Column("added", Boolean, nullable=False),
    Column("coder", Text, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("record", JSON, nullable=False),
)

Index(
    "ix_statements_rejected",
    statements.c.id,
    sqlite_where=text("rejected"),
    postgresql_where=text("rejected"),
)

#: Who and where: one row for each actor, recipient and place of a statement. ``folded`` is the name without case.
mentions = Table(
    "mentions",
    METADATA,
    Column("statement", ForeignKey("statements.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("id", Text, index=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("country", Text, index=True),
    Column("admin1", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    PrimaryKeyConstraint("statement", "position"),
)

#: The meaning of a statement's evidence, as `language` quantises it.
vectors = Table(
    "vectors",
    METADATA,
    Column("statement", ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

#: Which event a statement tells: what linking has settled.
membership = Table(
    "membership",
    METADATA,
    Column("statement", ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    Column("event", Text, nullable=False, index=True),
)

#: Pairs of statements that linking weighed, of one event or of two held apart by little; ``comparisons`` holds the
#: match weight of each comparison.
edges = Table(
    "edges",
    METADATA,
    Column("left", ForeignKey("statements.id", ondelete="CASCADE"), nullable=False),
    Column("right", ForeignKey("statements.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("weight", Float, nullable=False),
    Column("comparisons", JSON, nullable=False),
    PrimaryKeyConstraint("left", "right"),
)

#: Ids of events whose statements went to others, by a merge or a split, and each event that has some of them now.
redirects = Table(
    "redirects",
    METADATA,
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False, index=True),
    PrimaryKeyConstraint("old", "new"),
)

#: Aggregates ("seven claims in two days") and the events that they sum up.
containments = Table(
    "containments",
    METADATA,
    Column("aggregate", Text, nullable=False),
    Column("event", Text, nullable=False, index=True),
    PrimaryKeyConstraint("aggregate", "event"),
)

#: What linking has not seen yet: statements since the last linking, and a row whenever something else asks for one.
unlinked = Table(
    "unlinked",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("why", Text, nullable=False),
    sqlite_autoincrement=True,  # an id is never used again: linking clears those that it has seen
)

#: Signed, dated, undone by another row; ``record`` is the decision as it was made.
decisions = Table(
    "decisions",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("action", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("slot", Text),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undoes", Text),
    Column("record", JSON, nullable=False),
)

#: What a decision was made on: the document's key and version, the statement as it was called then.
anchors = Table(
    "anchors",
    METADATA,
    Column("decision", ForeignKey("decisions.id"), nullable=False),
    Column("part", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("key", Text, nullable=False, index=True),
    Column("document", Text, nullable=False),
    Column("statement", Text, nullable=False, index=True),
    PrimaryKeyConstraint("decision", "part", "position"),
)

#: How far a source, or one document of it, is trusted; the newest row of each counts. ``document`` is a key.
ratings = Table(
    "ratings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False, index=True),
    Column("document", Text),
    Column("reliability", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("note", Text, nullable=False),
)

#: The trace that a removed document leaves.
removals = Table(
    "removals",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
