"""Full-text search: FTS5 in SQLite, tsvector in PostgreSQL; English stems in both, without case.

A query is words, all of which have to occur, and "phrases in quotes"; nothing in it is an operator, so that no query is
wrong.
"""

import re

from sqlalchemy import Connection, TextClause, text

from .kept import Hit

TERM = re.compile(r'"([^"]+)"|(\S+)')

SQLITE_DOCUMENTS = """
    SELECT 'document' AS kind, d.id, d.id AS document, d.title, d.published,
           snippet(documents_fts, -1, '«', '»', '…', 24) AS excerpt
    FROM documents_fts JOIN documents d ON d.number = documents_fts.rowid
    WHERE documents_fts MATCH :query AND NOT d.superseded
    ORDER BY documents_fts.rank, d.id LIMIT :limit"""
SQLITE_STATEMENTS = """
    SELECT 'statement' AS kind, s.id, d.id AS document, d.title, d.published,
           snippet(statements_fts, -1, '«', '»', '…', 24) AS excerpt
    FROM statements_fts JOIN statements s ON s.number = statements_fts.rowid JOIN documents d ON d.id = s.document
    WHERE statements_fts MATCH :query AND NOT d.superseded AND NOT s.rejected
    ORDER BY statements_fts.rank, s.id LIMIT :limit"""

POSTGRES_DOCUMENTS = """
    SELECT 'document' AS kind, d.id, d.id AS document, d.title, d.published,
           ts_headline('watchfloor', left(d.text, 200000), {query}, '{how}') AS excerpt
    FROM (SELECT document, max(ts_rank(words, {any})) AS rank
          FROM document_words WHERE words @@ {any} GROUP BY document) w
    JOIN documents d ON d.id = w.document
    WHERE NOT d.superseded AND {each}
    ORDER BY w.rank DESC, d.id LIMIT :limit"""
POSTGRES_STATEMENTS = """
    SELECT 'statement' AS kind, s.id, d.id AS document, d.title, d.published,
           ts_headline('watchfloor', s.evidence, {query}, '{how}') AS excerpt
    FROM statements s JOIN documents d ON d.id = s.document
    WHERE s.words @@ {query} AND NOT d.superseded AND NOT s.rejected
    ORDER BY ts_rank(s.words, {query}) DESC, s.id LIMIT :limit"""
HOW = "StartSel=«, StopSel=», MaxWords=24, MinWords=12, FragmentDelimiter=…"


def terms(query: str) -> list[str]:
    """The words and phrases of a query that have a letter or a digit in them."""
    found = ((m[1] or m[2]).strip() for m in TERM.finditer(query))
    return [term for term in found if re.search(r"\w", term)]


def in_documents(query: str, dialect: str) -> TextClause:
    """A condition over ``documents``: all the words occur in its title or text."""
    if dialect == "sqlite":
        found = "documents.number IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH :words)"
        return _condition(found, words=_match(query))
    each = _each_in("documents.id", query)
    return _condition(each, **_named(query))


def in_statements(query: str, dialect: str) -> TextClause:
    """A condition over ``statements``: all the words occur in its evidence."""
    if dialect == "sqlite":
        found = "statements.number IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH :words)"
        return _condition(found, words=_match(query))
    return _condition(f"statements.words @@ {_query(query, '&&')}", **_named(query))


def search(connection: Connection, query: str, limit: int) -> list[Hit]:
    """The documents and then the statements in which all words occur, the most telling first; ``limit`` of each."""
    if not terms(query):
        return []
    if connection.dialect.name == "sqlite":
        asked = {"query": _match(query), "limit": limit}
        queries = [SQLITE_DOCUMENTS, SQLITE_STATEMENTS]
    else:
        asked = {**_named(query), "limit": limit}
        parts = {"query": _query(query, "&&"), "any": _query(query, "||"), "each": _each_in("d.id", query), "how": HOW}
        queries = [each.format(**parts) for each in (POSTGRES_DOCUMENTS, POSTGRES_STATEMENTS)]
    return [Hit(**row) for each in queries for row in connection.execute(text(each), asked).mappings()]


def _match(query: str) -> str:
    """For FTS5: quoted, so that nothing is an operator; the one that matches nothing where there is no word."""
    return " ".join('"' + term.replace('"', '""') + '"' for term in terms(query)) or '""'


def _named(query: str) -> dict[str, str]:
    return {f"word_{i}": term for i, term in enumerate(terms(query))}


def _query(query: str, joined: str) -> str:
    """For PostgreSQL: phrases of one word or more, all or any of them."""
    return "(" + f" {joined} ".join(f"phraseto_tsquery('watchfloor', :{name})" for name in _named(query)) + ")"


def _each_in(document: str, query: str) -> str:
    """That each term stands in some part of the document, not all in one."""
    found = f"{document} IN (SELECT document FROM document_words WHERE words @@ phraseto_tsquery('watchfloor', :{{}}))"
    return " AND ".join(found.format(name) for name in _named(query)) or "false"


def _condition(sql: str, **values: str) -> TextClause:
    return text(f"({sql})").bindparams(**values)
