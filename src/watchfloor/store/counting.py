"""Who publishes, who is cited and who is named, how often: counted over what counts now."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from .kept import Named, Outlet
from .tables import documents, mentions, statements

#: Roles of those who take part; places are named too.
PARTIES = ("actor", "recipient")


def outlets(connection: Connection) -> list[Outlet]:
    """Publishers and cited outlets by id, or name where they have none; those of most documents first."""
    told = select(func.count()).where(statements.c.document == documents.c.id, statements.c.rejected.is_(False))
    chosen = select(
        documents.c.source,
        documents.c.publication,
        documents.c.record["citations"].label("citations"),
        told.scalar_subquery().label("statements"),
    ).where(documents.c.superseded.is_(False))
    published: Counter[str] = Counter()
    stated: Counter[str] = Counter()
    cited: Counter[str] = Counter()
    for row in connection.execute(chosen):
        publisher = row.source or row.publication or ""
        published[publisher] += 1
        stated[publisher] += row.statements
        cited.update(c["source"] or c["outlet"] for c in row.citations or ())
    names = sorted({*published, *cited}, key=lambda n: (-published[n], -cited[n], n))
    return [Outlet(name or None, published[name], stated[name], cited[name]) for name in names]


def named(connection: Connection) -> Sequence[Named]:
    """Everybody who does or suffers something, by id, or name where they have none; the most frequent first."""
    key = func.coalesce(mentions.c.id, mentions.c.folded)
    day = func.coalesce(statements.c.since, documents.c.published)
    count = func.count(statements.c.id.distinct())
    chosen = (
        select(
            mentions.c.id,
            func.min(mentions.c.name).label("name"),
            count.label("statements"),
            func.count(documents.c.id.distinct()).label("documents"),
            func.min(day).label("first"),
            func.max(day).label("last"),
        )
        .join_from(mentions, statements, mentions.c.statement == statements.c.id)
        .join(documents, documents.c.id == statements.c.document)
        .where(mentions.c.role.in_(PARTIES), statements.c.rejected.is_(False), documents.c.superseded.is_(False))
        .group_by(mentions.c.id, key)
        .order_by(count.desc(), key)
    )
    return [Named(**row) for row in connection.execute(chosen).mappings()]
