"""Pairs of statements that may tell one event, and how much speaks for it.

Blocking finds the pairs: those of one family of types whose windows lie near each other and that share a party, a
province or a toll, and those near each other in one document. Within a block each statement meets only the next ones in
an order that puts like beside like (a sorted neighbourhood), so that work grows with the number of statements and not
with its square, whatever a day brings. Splink then scores the pairs with the weights that ship with the version.
"""

import logging

import duckdb

from .comparisons import COMPARISONS, NEAR_DAYS, evidence, settings
from .weights import Weights

#: Days of one bucket; a statement stands in every bucket that its window touches.
BUCKET = 7
#: A window of more buckets than this is too vague to be met by its time; it keeps the latest ones, since texts tell
#: news.
BUCKETS = 6
#: How many later statements of its block one is compared with.
NEIGHBOURS = 60
#: Statements of one document this far apart (in their order) are still compared.
NEIGHBOURS_IN_TEXT = 12


def block(connection: duckdb.DuckDBPyConnection) -> None:
    """`pairs`: the numbers of all pairs worth scoring, the smaller first."""
    connection.execute(
        f"""
        create table buckets as
            select unique_id as n, family, killed_low, since,
                case when since is null then -1 else unnest(generate_series(
                    greatest((since - {NEAR_DAYS}) // {BUCKET}, (until + {NEAR_DAYS}) // {BUCKET} - {BUCKETS} + 1),
                    (until + {NEAR_DAYS}) // {BUCKET})) end as bucket
            from features;
        create table keys as
            select n, hash(bucket, family, kind, what) as key, since, killed_low from buckets join (
                select unique_id as n, 'party' as kind, coalesce(country, '') || unnest(parties) as what from features
                union all select unique_id, 'party', coalesce(country, '') || unnest(above) from features
                union all select unique_id, 'place', admin1 from features where admin1 is not null
                union all select unique_id, 'site', unnest(sites)::varchar from features
                union all select unique_id, 'toll', coalesce(country, '') || killed_low from features
                    where killed_low is not null
            ) using (n);
        create table pairs as
            with ordered as (
                select n, key, row_number() over (partition by key order by killed_low, since, n) as place from keys
            ), inside as (
                select unique_id as n, document, family,
                    row_number() over (partition by document, family order by "at", unique_id) as place
                from features
            )
            select l as join_key_l, r as join_key_r, '0' as match_key from (
                select least(l.n, r.n), greatest(l.n, r.n) from ordered l
                join ordered r on l.key = r.key and l.n <> r.n
                where r.place > l.place and r.place <= l.place + {NEIGHBOURS}
                union
                select least(l.n, r.n), greatest(l.n, r.n) from inside l
                join inside r using (document, family)
                where r.place > l.place and r.place <= l.place + {NEIGHBOURS_IN_TEXT}
            ) pairs(l, r);
        """
    )


def score(connection: duckdb.DuckDBPyConnection, weights: Weights, name: str) -> None:
    """A table of this name: for every line of `pairs` l and r (numbers), weight, evidence and a column a comparison.

    Weights are bits; `evidence` counts which of time, place, parties and toll speak for one event.
    """
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection)
    linker = Linker(api.register("features"), settings(weights), log_level=None, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(api.register("pairs"))
    scored = linker.inference.predict(warning_mode="never")
    columns = ", ".join(f"s.mw_{comparison.name}::float as {comparison.name}" for comparison in COMPARISONS)
    connection.execute(
        f"""
        create table {name} as
            select unique_id_l as l, unique_id_r as r, match_weight::float as weight,
                ({evidence("s")})::tinyint as evidence, {columns}
            from {scored.physical_name} s;
        drop table {scored.physical_name};
        """
    )
