"""Pairs of statements that may tell one event, and how much speaks for it.

Blocking finds the pairs: those of one family of types whose windows lie near each other and that share a party, a
province or a toll, and those near each other in one document. Within a block each statement meets only the next ones in
an order that puts like beside like (a sorted neighbourhood), so that work grows with the number of statements and not
with its square, whatever a day brings. Splink then scores the pairs with the weights that ship with the version.
"""

import logging
from collections.abc import Sequence

import duckdb

from .comparisons import TOLLS, UNCOMMON, Comparison, evidence, settings
from .weights import Weights

#: Days of one bucket; a telling stands in every bucket that its window touches, most in one or two.
BUCKET = 14
#: A window of more buckets than this is too vague to be met by its time; it keeps the latest, since texts tell news. A
#: year that the words say ("a year after") is met whole.
BUCKETS = 4
BUCKETS_SAID = 27
#: Half the days by which reports of one event differ, rounded up: both windows are widened by them.
SLACK = 2
#: How many later tellings of its block one is compared with. Blocks of a day's news are smaller; more would only add
#: pairs with ever less in common.
NEIGHBOURS = 12
#: Statements of one document this far apart (in their order) are still compared.
NEIGHBOURS_IN_TEXT = 12


def within(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `pairs` of statements of one document and family that stand near each other, the smaller first."""
    connection.execute(
        f"""
        create or replace table pairs as
            with placed as (
                select unique_id as n, document, family,
                    row_number() over (partition by document, family order by "at", unique_id) as place
                from features
            )
            select least(l.n, r.n) as join_key_l, greatest(l.n, r.n) as join_key_r, '0' as match_key
            from placed l join placed r using (document, family)
            where r.place > l.place and r.place <= l.place + {NEIGHBOURS_IN_TEXT}
        """
    )


def between(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `pairs` of the tellings of different documents that share a key, the smaller number first."""
    connection.execute(
        f"""
        create or replace table pairs as
            with keys as ({keys("tellings")}), placed as (
                select n, document, key,
                    row_number() over (partition by key order by until, admin1, killed_low, n) as place
                from keys
            )
            select distinct least(l.n, r.n) as join_key_l, greatest(l.n, r.n) as join_key_r, '0' as match_key
            from placed l join placed r on l.key = r.key and l.document <> r.document
            where r.place > l.place and r.place <= l.place + {NEIGHBOURS}
        """
    )


def keys(table: str) -> str:
    """SQL for the keys of each line of `features` or `tellings`: n, document, key, until, admin1 and killed_low.

    A key is a bucket of days, a family of types, and what is shared beside: a party within a country, a party that is
    not common, a province, a town or spot, a toll within a country, a day within a country. Whatever has no window at
    all stands in a bucket of its own.
    """
    tolls = " ".join(
        f"union all select unique_id, '{toll}', coalesce(country, '') || {toll}_low from {table} "
        f"where {toll}_low is not null"
        for toll in TOLLS
    )
    return f"""
        select n, document, hash(bucket, family, kind, what) as key, until, admin1, killed_low from (
            select unique_id as n, document, family, until, admin1, killed_low,
                case when since is null then -1 else unnest(generate_series(
                    greatest((since - {SLACK}) // {BUCKET}, (until + {SLACK}) // {BUCKET} + 1
                        - case told when 1 then {BUCKETS_SAID} else {BUCKETS} end),
                    (until + {SLACK}) // {BUCKET})) end as bucket
            from {table}
        ) join (
            select unique_id as n, 'local' as kind, country || unnest(parties) as what from {table}
            union all select unique_id, 'local', country || unnest(above) from {table}
            union all select unique_id, 'party', unnest(list_filter(parties, lambda p: p >= {UNCOMMON}))::varchar
                from {table}
            union all select unique_id, 'party', unnest(list_filter(above, lambda p: p >= {UNCOMMON}))::varchar
                from {table}
            union all select unique_id, 'place', admin1 from {table} where admin1 is not null
            union all select unique_id, 'site', unnest(list_concat(sites, around))::varchar from {table}
            {tolls}
            union all select unique_id, 'day', country || since from {table} where told = 2 and country is not null
        ) using (n) where what is not null
    """


def score(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    comparisons: Sequence[Comparison],
    weights: Weights,
    name: str,
    least: float | None = None,
) -> None:
    """Add to a table of this name, for every line of `pairs`: l and r, weight, evidence and a column a comparison.

    ``source`` is the table that the numbers in `pairs` stand in. Weights are bits; `evidence` counts which of time,
    place, parties and toll speak for one event. Pairs of less than ``least`` bits are left out.
    """
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection)
    linker = Linker(api.register(source), settings(comparisons, weights), log_level=None, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(api.register("pairs"))
    scored = linker.inference.predict(threshold_match_weight=least, warning_mode="never")
    columns = ", ".join(f"s.mw_{comparison.name}::float as {comparison.name}" for comparison in comparisons)
    lines = f"""
        select unique_id_l as l, unique_id_r as r, match_weight::float as weight,
            ({evidence("s")})::tinyint as evidence, {columns}
        from {scored.physical_name} s
    """
    connection.execute(f"create table if not exists {name} as {lines} limit 0")
    connection.execute(f"insert into {name} {lines}")
    connection.execute(f"drop table {scored.physical_name}")
