"""Rows made ready for comparison: windows derived, countries inherited, parties, modes and places numbered.

Everything is a table of the DuckDB connection that is handed over. `rows` are the rows given, with a number `n`: the
rank in the order of ids, so that the order of rows decides nothing. `features` holds one line a statement of an event.
"""

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from watchfloor.knowledge import Knowledge

from . import families, parties
from .comparisons import TOLLS
from .inheritance import inherit
from .linked import Constraints
from .tables import choice, fill

#: A stated time of more days than this is vague: a month or a year.
PRECISE_DAYS = 7
#: Modes are bits of a number, which has room for this many; the ontology has two dozen.
MODES = 62


def build(
    connection: duckdb.DuckDBPyConnection,
    rows: pa.Table,
    known: Knowledge,
    constraints: Constraints,
) -> None:
    """Fill `rows` and `features` from rows of SCHEMA."""
    connection.register("given", rows)
    connection.execute("create table rows as select row_number() over (order by id)::int - 1 as n, * from given")
    connection.unregister("given")
    inherit(connection, known.places, known.actors, known.sources)
    parties.number(connection, known.actors, known.roles, constraints.same_actor, constraints.different_actor)
    _vectors(connection, rows)
    sites = [site for (site,) in connection.execute("select distinct unnest(sites) from rows order by 1").fetchall()]
    nations = {demonym.lower() for actor in known.actors.values() for demonym in actor.demonyms}
    wide = [(site,) for site in sites if site in nations or known.places.country(site.title())]
    fill(connection, "countries", "site varchar", wide)
    connection.execute(
        f"""
        create table mode_bits as
            select mode, 1::bigint << least(row_number() over (order by mode) - 1, {MODES - 1}) as bit
            from (select distinct {choice("mode", families.MEANS, "mode")} as mode
                from (select unnest(modes) as mode from rows) where mode not in {families.OUTCOMES});
        create table mode_sets as
            select n, bit_or(bit) as modes
            from (select n, {choice("mode", families.MEANS, "mode")} as mode
                from (select n, unnest(modes) as mode from rows)) join mode_bits using (mode) group by n;
        create table site_codes as
            select site, row_number() over (order by site)::int as code
            from (select distinct unnest(sites) as site from rows) anti join countries using (site);
        create table site_sets as
            select n, list(code order by code) as sites
            from (select n, unnest(sites) as site from rows) join site_codes using (site) group by n;
        create table report_sites as
            with sited as (
                select rows.n, document, {choice("type", families.FAMILIES, "type")} as family, s.sites,
                    count(*) over (partition by document, {choice("type", families.FAMILIES, "type")}) as whole
                from rows join site_sets s using (n) where kind = 'event'
            ), shared as (
                select document, family, site from (select *, unnest(sites) as site from sited)
                group by document, family, site, whole having count(*) = whole
            )
            select document, family, list(site order by site) as sites from shared group by document, family;
        create table features as
            with dated as (
                select *, least(cited, published) as reference, since is not null and until is not null as says
                from rows where kind = 'event'
            )
            select
                d.n as unique_id, dense_rank() over (order by d.document)::int as document, d.sentence, d.at,
                coalesce(d.back, false) as back, d.aside, coalesce(d.anew, false) as anew,
                coalesce(d.timed, false) as timed, coalesce(d.placed, false) as placed,
                {choice("type", families.FAMILIES, "type")} as family, d.type, coalesce(m.modes, 0) as modes,
                d.aggregate, d.polarity = 'positive' and d.modality in ('actual', 'attempted') as happened,
                (case when says then d.since else reference - ({_width()})::int end - date '1970-01-01')::int as since,
                (case when says then d.until else reference end - date '1970-01-01')::int as until,
                (case when not says then 0 when d.until - d.since < {PRECISE_DAYS} then 2 else 1 end)::int as told,
                coalesce(s.sites, []) as sites,
                case when d.country is null and s.sites is null then coalesce(around.sites, []) else [] end as around,
                case when d.country is null then 0 when d.precision >= 3 and latitude is not null then 3
                    when d.precision >= 2 then 2 else 1 end as rank,
                coalesce(d.country, i.country) as country, d.country || ':' || d.admin1 as admin1,
                coalesce(d.seat, false) as seat, d.latitude, d.longitude,
                coalesce(p.actors, []) as actors, coalesce(p.recipients, []) as recipients,
                coalesce(p.parties, []) as parties, coalesce(h.above, []) as above, coalesce(p.named, false) as named,
                coalesce(p.acting, false) as acting, coalesce(p.suffering, false) as suffering,
                coalesce(p.kinds, 0)::utinyint as kinds,
                {", ".join(f"{toll}_low, {toll}_high" for toll in TOLLS)},
                v.vector
            from dated d
            left join inherited i using (n)
            left join mode_sets m using (n)
            left join site_sets s using (n)
            left join report_sites around on around.document = d.document
                and around.family = {choice("d.type", families.FAMILIES, "d.type")}
            left join sides p using (n)
            left join higher h using (n)
            left join vectors v using (n)
            order by unique_id;
        """
    )


def _width() -> str:
    return choice("type", families.WIDTH, str(families.USUAL_WIDTH))


def _vectors(connection: duckdb.DuckDBPyConnection, rows: pa.Table) -> None:
    """Make `vectors`: the signed bytes of each statement's vector as numbers; of another length than most, none."""
    known = rows.select(["id", "vector"]).filter(pc.is_valid(rows["vector"]))
    sizes = pc.binary_length(known["vector"])
    size = pc.mode(sizes)[0]["mode"].as_py() if len(known) else 1
    known = known.filter(pc.equal(sizes, size)) if len(known) else known
    data = np.frombuffer(b"".join(known["vector"].to_pylist()), dtype=np.int8).astype(np.float32)
    vectors = pa.FixedSizeListArray.from_arrays(pa.array(data), size)
    connection.register("given", pa.table({"id": known["id"], "vector": vectors}))
    connection.execute(
        f"create table vectors as select n, given.vector::float[{size}] as vector from rows join given using (id)"
    )
    connection.unregister("given")
