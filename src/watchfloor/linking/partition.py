"""Which scored statements, or tellings, belong together: who takes part in which round, and with what evidence."""

from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa

from .clusters import NEVER, SCALE, Flags, Numbers, Pairs, agglomerate, attach, components
from .comparisons import LEAST_EVIDENCE, TOLLS
from .weights import Weights

#: Pairs of so many bits connect what is looked at whole.
LIKELY = 1.0
#: So many tellings that hang together are each compared with each; larger crowds only as blocking found them.
CROWD = 60


class Nodes(NamedTuple):
    """Lines of `features` or `tellings`: their numbers, which are vague and which aggregates."""

    number: Numbers
    loose: Flags
    aggregate: Flags


def cluster(
    connection: duckdb.DuckDBPyConnection,
    nodes: Nodes,
    scored: str,
    together: tuple[Numbers, Numbers],
    apart: tuple[Numbers, Numbers],
    weights: Weights,
    least: int = LEAST_EVIDENCE,
) -> Numbers:
    """The cluster of each node, named by its smallest position; ``least``: on how many of the four a merge rests."""
    count = len(nodes.number)
    start = components(count, *together)
    pairs = _pairs(connection, nodes.number, scored, least)
    split = np.full(len(apart[0]), NEVER, np.int64), np.zeros(len(apart[0]), np.int64)
    pairs = Pairs(*(np.concatenate(columns) for columns in zip(pairs, (*apart, *split), strict=True)))
    loose = _all_of(start, nodes.loose)
    aggregate = _all_of(start, nodes.aggregate)
    alike = aggregate[pairs.left] == aggregate[pairs.right]
    firm = alike & ~(loose[pairs.left] | loose[pairs.right])
    label = agglomerate(count, start, _some(pairs, firm), weights.merge)
    label = attach(loose, start, label, _some(pairs, alike), weights.attach)
    free = loose & (label == start)
    left = alike & free[pairs.left] & free[pairs.right]
    return agglomerate(count, label, _some(pairs, left), weights.merge)


def _all_of(start: Numbers, flags: Flags) -> Flags:
    """For each node whether all that belong with it from the outset have the flag."""
    every = np.ones(len(start), dtype=bool)
    np.logical_and.at(every, start, flags)
    return every[start]


#: Fewer than two of: a day, a place, a named party, a toll.
VAGUE = (
    "(told = 2)::int + (rank >= 2 or len(sites) > 0)::int + named::int "
    f"+ (coalesce({', '.join(f'{toll}_low' for toll in TOLLS)}) is not null)::int < 2"
)


def nodes(connection: duckdb.DuckDBPyConnection, table: str, vague: str = VAGUE) -> Nodes:
    """The lines of a table shaped as `features`; ``vague``: SQL for which of them say too little."""
    found = connection.sql(
        f"""
        select unique_id, aggregate, not happened or type = 'CLAIM' or {vague} as loose
        from {table} order by unique_id
        """
    ).fetchnumpy()
    return Nodes(*(np.asarray(found[column]) for column in ("unique_id", "loose", "aggregate")))


def _pairs(connection: duckdb.DuckDBPyConnection, numbers: Numbers, scored: str, least: int) -> Pairs:
    found = connection.sql(
        f"""
        select l, r, round(weight * {SCALE})::bigint as weight, (evidence >= {least})::bigint as enough
        from {scored} order by l, r
        """
    ).fetchnumpy()
    left, right = (np.searchsorted(numbers, np.asarray(found[end])) for end in ("l", "r"))
    return Pairs(left, right, np.asarray(found["weight"]), np.asarray(found["enough"]))


def _some(pairs: Pairs, which: Flags) -> Pairs:
    return Pairs(*(column[which] for column in pairs))


def gather(connection: duckdb.DuckDBPyConnection, scored: str, table: str) -> None:
    """Make `pairs` anew: those not yet ``scored`` of any two lines of ``table`` that likely pairs connect.

    What blocking did not bring together may still contradict each other. Groups of more than CROWD stay as they are.
    """
    numbers = nodes(connection, table).number
    pairs = _pairs(connection, numbers, scored, LEAST_EVIDENCE)
    likely = pairs.weight >= LIKELY * SCALE
    group = components(len(numbers), pairs.left[likely], pairs.right[likely])
    size = np.bincount(group, minlength=len(numbers))[group]
    few = (size > 1) & (size <= CROWD)
    connection.register("given", pa.table({"n": numbers[few], "crowd": group[few]}))
    connection.execute(
        f"""
        create or replace table pairs as
            select a.n as join_key_l, b.n as join_key_r, '0' as match_key
            from given a join given b on a.crowd = b.crowd and a.n < b.n
            join {table} f on f.unique_id = a.n join {table} g on g.unique_id = b.n and f.family = g.family
            anti join {scored} on l = a.n and r = b.n
        """
    )
    connection.unregister("given")
