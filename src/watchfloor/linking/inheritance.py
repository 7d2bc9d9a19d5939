"""The country of a statement that names none: that of its heading, section or document, its parties or its outlet."""

from collections.abc import Iterable, Mapping

import duckdb

from watchfloor.knowledge.actor_entries import Actor
from watchfloor.knowledge.places import Places
from watchfloor.knowledge.sources import Source

from .tables import fill


def inherit(
    connection: duckdb.DuckDBPyConnection, places: Places, actors: Mapping[str, Actor], sources: Iterable[Source]
) -> None:
    """Make `inherited`: n and country for every line of `rows` without a country.

    The heading counts where it is a country's name; then the country that most statements of the section name, then
    that of the document; where no statement of the document names any, the one that most of its parties are at home in.
    At a draw there is none. Where nobody is at home anywhere, it is the outlet's: papers that name no country write of
    their own.
    """
    headings = connection.execute("select distinct heading from rows where heading is not null order by 1").fetchall()
    countries = [(heading, places.country(heading.strip())) for (heading,) in headings]
    fill(connection, "headings", "heading varchar, country varchar", [pair for pair in countries if pair[1]])
    homes = sorted((actor.id, actor.country) for actor in actors.values() if actor.country)
    fill(connection, "homes", "party varchar, country varchar", homes)
    outlets = sorted((source.id, source.country) for source in sources if source.country)
    fill(connection, "outlets", "source varchar, country varchar", outlets)
    connection.execute(
        """
        create table told as
            select document, section, country, count(*) as times from rows where country is not null group by all;
        create table of_section as select document, section, min(country) as country from (
            select * from told qualify times = max(times) over (partition by document, section)
        ) group by document, section having count(*) = 1;
        create table of_document as select document, min(country) as country from (
            select document, country, sum(times) as times from told group by document, country
            qualify sum(times) = max(sum(times)) over (partition by document)
        ) group by document having count(*) = 1;
        create table of_parties as select document, min(country) as country from (
            with named as (
                select document, unnest(list_concat(actors, recipients)) as name
                from rows anti join told using (document)
            )
            select document, homes.country, count(*) as times
            from named join homes on party = coalesce(nullif(regexp_extract(name, '^([a-z]+)[.]', 1), ''), name)
            group by document, homes.country qualify times = max(times) over (partition by document)
        ) group by document having count(*) = 1;
        create table inherited as
            select rows.n, coalesce(h.country, s.country, d.country, p.country, o.country) as country
            from rows
            left join headings h using (heading)
            left join of_section s on s.document = rows.document and s.section is not distinct from rows.section
            left join of_document d on d.document = rows.document
            left join of_parties p on p.document = rows.document
            left join outlets o on o.source = rows.source
                and rows.document not in (select document from told) and p.document is null
            where rows.country is null;
        """
    )
