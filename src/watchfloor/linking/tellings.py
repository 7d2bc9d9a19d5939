"""What one document tells of one happening, put together from its statements: who and where, and the toll."""

import duckdb
import pyarrow as pa

from .clusters import Numbers
from .comparisons import TOLLS


def pool(connection: duckdb.DuckDBPyConnection, numbers: Numbers, label: Numbers) -> None:
    """Make `tellings`, shaped as `features`: a line for each label, under the number of its first statement.

    ``numbers`` are those of `features`, ``label`` names the telling of each by the position of its smallest. The day is
    the most exact one, the place the most precise; parties, modes and towns are all that are told, a toll is its
    largest. A telling is an aggregate, or has happened, where its statements say so; a claim beside a report is no
    claim alone.
    """
    connection.register("given", pa.table({"n": numbers, "telling": numbers[label]}))
    tolls = ", ".join(
        f"arg_max({toll}_{end}, {toll}_low::bigint * 4294967296 - n) as {toll}_{end}"
        for toll in TOLLS
        for end in ("low", "high")
    )
    connection.execute(
        f"""
        create table tellings as
            with parts as (
                select telling, f.unique_id as n, f.* exclude (unique_id),
                    count(*) filter (f.type <> 'CLAIM') over (partition by telling, family) as times
                from features f join given on given.n = f.unique_id
            )
            select
                telling as unique_id, min(document) as document, min(sentence) as sentence, min("at") as "at",
                arg_max(family, times * 4294967296 - n) as family, first(type order by type = 'CLAIM', n) as type,
                bit_or(modes) as modes, bool_or(aggregate) as aggregate,
                bool_or(happened and type <> 'CLAIM') as happened,
                first(since order by told desc, since nulls last, n) as since,
                first(until order by told desc, since nulls last, n) as until,
                max(told) as told,
                list_sort(list_distinct(flatten(list(sites)))) as sites,
                max(rank) as rank,
                first(country order by rank desc, n) as country,
                first(admin1 order by rank desc, n) as admin1,
                first(seat order by rank desc, n) as seat,
                first(latitude order by rank desc, n) as latitude,
                first(longitude order by rank desc, n) as longitude,
                list_sort(list_distinct(flatten(list(actors)))) as actors,
                list_sort(list_distinct(flatten(list(recipients)))) as recipients,
                list_sort(list_distinct(flatten(list(parties)))) as parties,
                list_sort(list_distinct(flatten(list(above)))) as above,
                bool_or(named) as named, bool_or(acting) as acting, bool_or(suffering) as suffering,
                {tolls},
                first(vector order by vector is null, n) as vector
            from parts group by telling order by telling;
        alter table features drop column vector;
        drop table vectors;
        """
    )
    connection.unregister("given")
