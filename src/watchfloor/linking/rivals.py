"""Events that were held apart by little: what somebody may know to be one."""

import duckdb
import pyarrow as pa

from .clusters import SCALE, UNSEEN
from .weights import Weights

#: Bits that two events may lack of a merge. Of such pairs in our own reports 13 of 17 are one event.
LACKING = 1.0
#: So many pairs of events, those that lack least, are kept of one linking, and offered for review: more than anybody
#: looks through.
MOST = 300


def rivals(connection: duckdb.DuckDBPyConnection, weights: Weights) -> pa.Table:
    """Columns l and r: of each such pair of clusters in `labelled` the two tellings that speak most for one event.

    Clusters lack what their average weight does, as merging sees it; what was held apart for want of evidence counts
    too, where there is some. Sums of many happenings are compared with sums alone: they merge with nothing else.
    """
    least = int((weights.merge - LACKING) * SCALE)
    return connection.sql(
        f"""
        with told as (
            select n, aggregate, cluster from tellings join labelled on n = unique_id
        ), sizes as (
            select cluster, count(*) as size from told group by cluster
        ), apart as (
            select l, r, round(weight * {SCALE})::bigint as weight, s.evidence,
                least(x.cluster, y.cluster) as one, greatest(x.cluster, y.cluster) as other
            from scored_between s join told x on x.n = l join told y on y.n = r
            where x.cluster <> y.cluster and x.aggregate = y.aggregate
        ), strongest as (
            select * from apart where weight >= {least} and evidence > 0
            qualify row_number() over (partition by one, other order by weight desc, l, r) = 1
        ), weighed as (
            select one, other, sum(weight) as total, count(*) as seen
            from apart semi join strongest using (one, other) group by one, other
        )
        select s.l, s.r,
            (total + {UNSEEN * SCALE} * (a.size * b.size - seen)) / (a.size * b.size) as mean
        from strongest s join weighed using (one, other)
        join sizes a on a.cluster = one join sizes b on b.cluster = other
        where mean >= {least} order by mean desc, s.l, s.r limit {MOST}
        """
    ).to_arrow_table()
