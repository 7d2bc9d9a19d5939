"""What one document tells of one happening, put together from its statements: who and where, and the toll."""

import duckdb
import numpy as np
import pyarrow as pa

from .clusters import Numbers
from .comparisons import TOLLS

#: Vectors added up at once: some dozen megabytes.
CHUNK = 50_000


def pool(connection: duckdb.DuckDBPyConnection, numbers: Numbers, label: Numbers) -> None:
    """Make `tellings`, shaped as `features`: a line for each label, under the number of its first statement.

    ``numbers`` are those of `features`, ``label`` names the telling of each by the position of its smallest. The day is
    the most exact one, the place the most precise; parties, modes and towns are all that are told, a toll is its
    largest, the meaning the mean of its sentences'. A telling is an aggregate, or has happened, where its statements
    say so; a claim beside a report is no claim alone.
    """
    connection.register("given", pa.table({"n": numbers, "telling": numbers[label]}))
    _add_up(connection)
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
                case when len(flatten(list(sites))) = 0 then list_sort(list_distinct(flatten(list(around)))) else [] end
                    as around,
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
                bit_or(kinds) as kinds,
                {tolls},
                first(vector order by vector is null, n) as vector
            from parts group by telling order by telling;
        update tellings set vector = means.vector from means where unique_id = means.telling;
        alter table features drop column vector;
        drop table vectors;
        drop table means;
        """
    )
    connection.unregister("given")


def _add_up(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `means`: for each telling of several statements with a vector their sum, whose direction is the mean's."""
    connection.execute(
        """
        create table several as
            select telling, n from given semi join vectors using (n)
            qualify count(*) over (partition by telling) > 1
        """
    )
    tellings = np.unique(np.asarray(connection.sql("select telling from several").fetchnumpy()["telling"]))
    found = connection.sql("select telling, vector from several join vectors using (n) order by telling, n")
    size = next(len(vector) for (vector,) in [*connection.sql("select vector from vectors limit 1").fetchall(), ([],)])
    sums = np.zeros((len(tellings), size), dtype=np.float32)
    for batch in found.to_arrow_reader(CHUNK):
        values = batch["vector"].flatten().to_numpy().reshape(-1, size)
        np.add.at(sums, np.searchsorted(tellings, batch["telling"].to_numpy()), values)
    vectors = pa.FixedSizeListArray.from_arrays(pa.array(sums.ravel()), max(1, size))
    connection.register("summed", pa.table({"telling": tellings, "vector": vectors}))
    connection.execute("create table means as from summed; drop table several")
    connection.unregister("summed")
