"""Clusters become events: ids that stay, redirects, what aggregates sum up, and the links within each."""

import duckdb
import pyarrow as pa

from watchfloor.records import digest

from .clusters import Numbers
from .comparisons import BETWEEN, TEXT, WITHIN
from .linked import ASSIGNMENTS, CONTAINS, EDGES, REDIRECTS, Linked
from .rivals import rivals
from .weights import Weights


def name(
    connection: duckdb.DuckDBPyConnection, ids: list[str], label: Numbers, settled: pa.Table, weights: Weights
) -> Linked:
    """The events: ``label`` gives the cluster of each statement, ``settled`` what was an event before.

    An event's id comes from its founding statement: the earliest one, as its document was published, that reports the
    event as a fact, if any does. A settled event goes on in the cluster that holds most of it, and a cluster that
    several go on in bears the id of the one that brought most; draws go to the earlier founding statement.
    """
    connection.register("settled", settled)
    connection.register("given", pa.table({"statement": ids, "cluster": label}))
    connection.create_function("event_id", lambda statement: digest("event", statement), ["VARCHAR"], "VARCHAR")
    connection.execute(
        """
        create table labelled as
            select n, id as statement, cluster,
                row_number() over (
                    order by not happened or features.type = 'CLAIM', published nulls last, id
                ) as founding
            from given join rows on id = statement join features on unique_id = n;
        create table assigned as
            with shares as (
                select cluster, event, count(*) as members, min(founding) as founding
                from labelled join settled using (statement) group by all
            ), successors as (
                select * from shares
                qualify row_number() over (partition by event order by members desc, founding) = 1
            ), kept as (
                select * from successors
                qualify row_number() over (partition by cluster order by members desc, founding) = 1
            ), founded as (
                select cluster, arg_min(statement, founding) as statement from labelled group by cluster
            ), named as (
                select cluster, coalesce(kept.event, event_id(statement)) as event
                from founded left join kept using (cluster)
            )
            select n, statement, event from labelled join named using (cluster);
        """
    )
    connection.register("nearly", rivals(connection, weights))
    columns = ", ".join(comparison.name for comparison in BETWEEN)
    met = {comparison.name for comparison in WITHIN}
    inside = ", ".join(name if name in met else f"null as {name}" for name in columns.split(", "))
    edges = connection.sql(
        f"""
        select a.statement as left, b.statement as right, weight, {columns}, {TEXT.name}
        from (select l, r, weight, {inside}, {TEXT.name} from scored_within
                anti join scored_between b on b.l = scored_within.l and b.r = scored_within.r
            union all select l, r, weight, {columns}, null from scored_between)
        join assigned a on a.n = l join assigned b on b.n = r
        where a.event = b.event or (l, r) in (select (l, r) from nearly)
        order by 1, 2
        """
    ).to_arrow_table()
    redirects = connection.sql(
        """
        select distinct settled.event as old, assigned.event as new
        from settled join assigned using (statement) where settled.event <> assigned.event order by 1, 2
        """
    ).to_arrow_table()
    contains = connection.sql(
        """
        select distinct a.event as aggregate, b.event as event
        from (select l as whole, r as part, * from scored_between union all select r, l, * from scored_between) s
        join tellings w on w.unique_id = whole and w.aggregate
        join tellings p on p.unique_id = part and not p.aggregate
        join assigned a on a.n = whole join assigned b on b.n = part
        where s.evidence >= 1 and s.place >= 0 and w.since <= p.until and w.until >= p.since order by 1, 2
        """
    ).to_arrow_table()
    assignments = connection.sql("select statement, event from assigned order by statement").to_arrow_table()
    return Linked(assignments.cast(ASSIGNMENTS), edges.cast(EDGES), redirects.cast(REDIRECTS), contains.cast(CONTAINS))
