"""What has to be looked at again where most is settled: what is new or decided anew, and what that may touch."""

import duckdb
import pyarrow as pa

from .linked import Constraints
from .scoring import keys
from .tables import fill


def narrow(connection: duckdb.DuckDBPyConnection, settled: pa.Table, constraints: Constraints) -> None:
    """Take from `features` every statement whose event stays as ``settled`` (ASSIGNMENTS) has it.

    Left are statements without an event; the events that lost a statement, that a decision would have otherwise or
    whose parties a decision names; and, whole, all events that share a key with one of these. How common parties are,
    and what countries are inherited, was worked out on all rows before: what is left is weighed as it is among all.
    """
    connection.register("settled", settled)
    fill(connection, "together", "a varchar, b varchar", sorted(constraints.together))
    fill(connection, "split", "a varchar, b varchar", sorted(constraints.apart))
    decided = sorted({party for pair in (*constraints.same_actor, *constraints.different_actor) for party in pair})
    fill(connection, "decided", "party varchar", [(party,) for party in decided])
    connection.execute(
        f"""
        create table events_before as
            select n, id, event from rows join settled on statement = id where kind = 'event';
        create table touched as
            select unique_id as n from features anti join events_before on n = unique_id
            union select n from events_before where event in (
                select event from settled anti join rows on id = statement
                union select x.event from together join events_before x on x.id = a join events_before y on y.id = b
                    where x.event <> y.event
                union select y.event from together join events_before x on x.id = a join events_before y on y.id = b
                    where x.event <> y.event
                union select x.event from split join events_before x on x.id = a join events_before y on y.id = b
                    where x.event = y.event
            )
            union select n from rows
                where list_has_any(list_concat(actors, recipients), (select coalesce(list(party), []) from decided));
        create table near as
            with keys as ({keys("features")}), theirs as (select distinct key from keys semi join touched using (n))
            select distinct n from keys semi join theirs using (key);
        create table kept as
            select n from touched union select n from near
            union select n from events_before semi join (
                select event from events_before semi join (select n from touched union select n from near) using (n)
            ) using (event);
        delete from features where unique_id not in (select n from kept);
        """
    )
    connection.unregister("settled")
