"""What people decided and how they rated sources: rows that are added, never changed or taken out."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from watchfloor.records import Decision, Rating, to_dict

from .encoding import storable
from .rows import ask_for_links, insert_all
from .tables import anchors, appearances, decisions, mentions, ratings, statements

PARTS = ("subjects", "others")


def keep(connection: Connection, decision: Decision) -> None:
    """Keep a decision as it was made."""
    record = to_dict(decision)
    del record["record"]
    names = ("id", "action", "scope", "slot", "by", "at", "reason", "undoes")
    connection.execute(insert(decisions), {**{name: record[name] for name in names}, "record": record})
    insert_all(
        connection,
        anchors,
        (
            {
                "decision": decision.id,
                "part": part,
                "position": position,
                "key": storable(anchor.key),
                "document": anchor.document,
                "statement": anchor.statement,
            }
            for part in PARTS
            for position, anchor in enumerate(getattr(decision, part))
        ),
    )
    ask_for_links(connection, decision.id)


def everything(connection: Connection) -> list[Decision]:
    """Decisions as they were made, in the order of their time."""
    made = connection.execute(select(decisions.c.record).order_by(decisions.c.at, decisions.c.id)).scalars()
    return [Decision.from_dict(record) for record in made]


def reached(connection: Connection, decision: Decision) -> set[str]:
    """The documents of which a decision may change what they tell: their ids."""
    if decision.undoes is not None:
        record = connection.execute(select(decisions.c.record).where(decisions.c.id == decision.undoes)).scalar()
        return reached(connection, Decision.from_dict(record)) if record else set()
    keys = sorted({storable(anchor.key) for part in PARTS for anchor in getattr(decision, part)})
    found = set(connection.execute(select(appearances.c.document).where(appearances.c.key.in_(keys))).scalars())
    return found | _mentioning(connection, decision.actors)


def _mentioning(connection: Connection, actors: Iterable[str]) -> set[str]:
    names = sorted(actors)
    if not names:
        return set()
    named = mentions.c.id.in_(names) | mentions.c.folded.in_([name.casefold() for name in names])
    told = select(statements.c.document).join_from(statements, mentions).where(named)
    return set(connection.execute(told.distinct()).scalars())


def rate(connection: Connection, rating: Rating) -> None:
    """Keep a rating."""
    record = to_dict(rating)
    del record["record"]
    connection.execute(insert(ratings), {**record, "document": rating.document and storable(rating.document)})


def rated(connection: Connection) -> list[Rating]:
    """Ratings in the order in which they were given."""
    columns = [c for c in ratings.c if c.name != "id"]
    chosen = select(*columns).order_by(ratings.c.at, ratings.c.id)
    return [Rating.from_dict(dict(row)) for row in connection.execute(chosen).mappings()]
