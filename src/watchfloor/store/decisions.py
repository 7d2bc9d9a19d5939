"""What people decided and how they rated sources: rows that are added, never changed or taken out."""

from dataclasses import replace

from sqlalchemy import Connection, insert, select

from watchfloor.records import Anchor, Decision, Rating, to_dict

from .encoding import storable
from .rows import ask_for_links
from .tables import decisions, ratings, statements, targets

PARTS = ("subjects", "others")


def decide(connection: Connection, decision: Decision) -> str:
    """Keep a decision; gives its id."""
    record = to_dict(decision)
    del record["record"]
    names = ("id", "action", "scope", "slot", "by", "at", "reason", "undoes")
    connection.execute(insert(decisions), {**{name: record[name] for name in names}, "record": record})
    for part in PARTS:
        for position, anchor in enumerate(getattr(decision, part)):
            row = {"decision": decision.id, "part": part, "position": position, "statement": anchor.statement}
            if connection.execute(select(statements.c.id).where(statements.c.id == anchor.statement)).first():
                connection.execute(insert(targets), row)
    ask_for_links(connection, decision.id)
    return decision.id


def everything(connection: Connection) -> list[Decision]:
    """Decisions in the order in which they were made, each anchor at the statements that it follows now.

    An anchor that two versions of a document have stands twice; one that no longer fits stands as it was made.
    """
    held: dict[tuple[str, str, int], list[str]] = {}
    for row in connection.execute(select(targets).order_by(*targets.c)):
        held.setdefault((row.decision, row.part, row.position), []).append(row.statement)
    made = connection.execute(select(decisions.c.record).order_by(decisions.c.at, decisions.c.id)).scalars()
    return [_moved(Decision.from_dict(record), held) for record in made]


def _moved(decision: Decision, held: dict[tuple[str, str, int], list[str]]) -> Decision:
    def now(part: str) -> tuple[Anchor, ...]:
        anchors = enumerate(getattr(decision, part))
        return tuple(
            replace(anchor, statement=statement)
            for position, anchor in anchors
            for statement in held.get((decision.id, part, position), [anchor.statement])
        )

    return replace(decision, subjects=now("subjects"), others=now("others"))


def loose(connection: Connection) -> list[Decision]:
    """Decisions of which an anchor fits nothing any more: a new coder version does not find what they were made on."""
    held = {(row.decision, row.part, row.position) for row in connection.execute(select(targets))}
    made = connection.execute(select(decisions.c.record).order_by(decisions.c.at, decisions.c.id)).scalars()
    return [
        d
        for d in map(Decision.from_dict, made)
        if any((d.id, p, i) not in held for p in PARTS for i in range(len(getattr(d, p))))
    ]


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
