"""The index of words of the first schema: SQLite's FTS5 beside its tables, PostgreSQL's tsvector."""

SQLITE_WORDS = [
    """CREATE VIRTUAL TABLE documents_fts USING fts5(
    title, text, content='documents', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts(rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    """CREATE TRIGGER documents_fts_delete AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts(documents_fts, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text); END""",
    """CREATE TRIGGER documents_fts_update AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO documents_fts(documents_fts, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO documents_fts(rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    """CREATE VIRTUAL TABLE statements_fts USING fts5(
    evidence, content='statements', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER statements_fts_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts(rowid, evidence) VALUES (new.number, new.evidence); END""",
    """CREATE TRIGGER statements_fts_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts(statements_fts, rowid, evidence) VALUES ('delete', old.number, old.evidence); END""",
    """
CREATE TRIGGER statements_fts_update AFTER UPDATE OF evidence ON statements BEGIN
    INSERT INTO statements_fts(statements_fts, rowid, evidence) VALUES ('delete', old.number, old.evidence);
    INSERT INTO statements_fts(rowid, evidence) VALUES (new.number, new.evidence); END""",
]

# A tsvector holds at most a megabyte: a document is kept in parts, which overlap by a word's length.
# English stems with every word kept, as FTS5 has them: PostgreSQL's own configuration drops "the" and "not".
POSTGRES_WORDS = """
CREATE TEXT SEARCH DICTIONARY watchfloor_stems (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION watchfloor (COPY = english);
ALTER TEXT SEARCH CONFIGURATION watchfloor ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, hword, hword_part,
    word WITH watchfloor_stems;
ALTER TABLE statements ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('watchfloor', left(evidence, 50000))) STORED;
CREATE INDEX ix_statements_words ON statements USING gin (words);
CREATE TABLE document_words (
    document text NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    part integer NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (document, part));
CREATE INDEX ix_document_words_words ON document_words USING gin (words);
CREATE FUNCTION keep_document_words() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    DELETE FROM document_words WHERE document = NEW.id;
    INSERT INTO document_words SELECT NEW.id, part,
        to_tsvector('watchfloor', CASE part WHEN 0 THEN coalesce(NEW.title, '') || ' ' ELSE '' END
            || substr(NEW.text, part * 50000 + 1, 50100))
    FROM generate_series(0, length(NEW.text) / 50000) part;
    RETURN NEW; END $$;
CREATE TRIGGER documents_words AFTER INSERT OR UPDATE OF title, text ON documents
    FOR EACH ROW EXECUTE FUNCTION keep_document_words();
"""
