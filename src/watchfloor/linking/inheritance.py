"""The country of a statement that names no place: that of its section's heading, its section or its document."""

import duckdb

from watchfloor.knowledge.places import Places

from .tables import fill


def inherit(connection: duckdb.DuckDBPyConnection, places: Places) -> None:
    """Make `inherited`: n and country for every line of `rows` without a country.

    The heading counts where it is a country's name; then the country that most statements of the section name, then
    that of the document. At a draw there is none.
    """
    headings = connection.execute("select distinct heading from rows where heading is not null order by 1").fetchall()
    countries = [(heading, places.country(heading.strip())) for (heading,) in headings]
    fill(connection, "headings", "heading varchar, country varchar", [pair for pair in countries if pair[1]])
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
        create table inherited as
            select rows.n, coalesce(h.country, s.country, d.country) as country
            from rows
            left join headings h using (heading)
            left join of_section s on s.document = rows.document and s.section is not distinct from rows.section
            left join of_document d on d.document = rows.document
            where rows.country is null;
        """
    )
