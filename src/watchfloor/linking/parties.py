"""Actors and recipients as numbers: higher the rarer a party is, with all that each one is part of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import duckdb

from watchfloor.knowledge.actor_entries import Actor, Link, span
from watchfloor.knowledge.roles import Roles, Sector

from .comparisons import RARE, UNCOMMON
from .tables import fill

#: How many imagined statements the frequencies of parties start from, so that in a small store not everybody is common.
IMAGINED = 1000
#: How often in them a party is expected, by the kind of its token. States are named everywhere, nouns often.
EXPECTED = {"anybody": 100, "state": 30, "noun": 10, "name": 1, "actor": 3}
#: Nouns that tell nothing of who somebody is.
ANYBODY = "~people ~person ~man ~woman ~child ~civilian ~resident ~member ~victim ~individual ~other".split()
#: What two reports mean by other words of one kind: "gunmen" and "militants", "troops" and "the army".
KINDS: Sequence[frozenset[Sector]] = (
    frozenset({"rebel", "armed-group", "criminal"}),
    frozenset({"military", "police", "intelligence", "security"}),
    frozenset({"government", "legislature", "judiciary", "diplomacy"}),
    frozenset({"civilian", "refugee", "labour", "business", "education", "medical", "media", "religious", "ngo"}),
)
#: Shares from which a party is common, and uncommon rather than rare: at one in fifty it tells no more than a country.
COMMON_SHARE = 0.02
UNCOMMON_SHARE = 0.003
#: How far up the hierarchy goes: a cell of a province of a branch of a group.
DEPTH = 4

Pairs = Iterable[tuple[str, str]]


def number(
    connection: duckdb.DuckDBPyConnection, actors: Mapping[str, Actor], roles: Roles, same: Pairs, different: Pairs
) -> None:
    """Make `sides` (n; lists of numbers: actors, recipients, parties) and `higher` (n, above) from `rows`.

    ``same`` and ``different`` are pairs of parties that people decided on: the first count as one, the second never as
    part of each other. `named`: some party is more than a noun; `acting`, `suffering`: some actor is, some recipient.
    A state's organ ("omn.police") is part of the state. `kinds` has a bit for each of KINDS that acts, and one for each
    that suffers.
    """
    apart = sorted({pair for a, b in different for pair in ((a, b), (b, a))})
    fill(connection, "same", "party varchar, meant varchar", sorted(_canonical(same).items()))
    fill(connection, "states", "party varchar", sorted((a.id,) for a in actors.values() if a.type == "state"))
    fill(connection, "anybody", "party varchar", [(party,) for party in ANYBODY])
    fill(connection, "apart", "party varchar, above varchar", apart)
    above = sorted(set(_above(actors)), key=str)
    fill(connection, "above", "party varchar, above varchar, since date, until date", above)
    connection.execute(
        """
        create table mentions as
            select n, side, coalesce(same.meant, t.party) as party from (
                -- Who dies in one report is who is killed in the next.
                select n, case type when 'DIE' then 2 else 1 end as side, unnest(actors) as party
                from rows where kind = 'event'
                union all select n, 2, unnest(recipients) from rows where kind = 'event'
            ) t left join same on same.party = t.party;
        """
    )
    named = connection.execute("select distinct party from mentions order by 1").fetchall()
    kinds = [(party, _kind(party, actors, roles)) for (party,) in named]
    fill(connection, "kinds", "party varchar, kind int", [each for each in kinds if each[1]])
    connection.execute(
        f"""
        create table above_all as
            select a.* from above a anti join apart on apart.party = a.party and apart.above = a.above
            union select party, regexp_extract(party, '^([a-z]+)[.]', 1), null, null
            from (select distinct party from mentions) where party ~ '^[a-z]+[.].*';
        create table parties as
            with counted as (
                select party, count(*) as times from mentions group by party
                union all select distinct above, 0 from above_all where above not in (select party from mentions)
            ), expected as (
                select party, times, case when party in (from anybody) then {EXPECTED["anybody"]}
                    when party in (from states) then {EXPECTED["state"]}
                    when party[1] = '~' then {EXPECTED["noun"]} when party[1] = '=' then {EXPECTED["name"]}
                    else {EXPECTED["actor"]} end as expected
                from counted
            ), shares as (
                select party, (times + expected) / ({IMAGINED} + statements) as share
                from expected, (select count(*) as statements from rows where kind = 'event')
            )
            select party, party[1] <> '~' as named,
                (row_number() over (order by share desc, party) + case when share >= {COMMON_SHARE} then 0
                    when share >= {UNCOMMON_SHARE} then {UNCOMMON} else {RARE} end)::int as code
            from shares;
        create table sides as
            select n,
                coalesce(list(distinct code order by code) filter (side = 1), []) as actors,
                coalesce(list(distinct code order by code) filter (side = 2), []) as recipients,
                list(distinct code order by code) as parties,
                coalesce(bool_or(named) filter (side = 1), false) as acting,
                coalesce(bool_or(named) filter (side = 2), false) as suffering,
                bool_or(named) as named,
                coalesce(bit_or(kind << (side - 1) * {len(KINDS)}), 0)::utinyint as kinds
            from mentions join parties using (party) left join kinds using (party) group by n;
        create table higher as
            select n, list(distinct top.code order by top.code) as above
            from mentions
            join rows using (n)
            join above_all a using (party)
            join parties top on top.party = a.above
            where (a.since is null or coalesce(rows.until, rows.published, a.since) >= a.since)
                and (a.until is null or coalesce(rows.since, rows.published, a.until) <= a.until)
            group by n;
        """
    )


def _kind(party: str, actors: Mapping[str, Actor], roles: Roles) -> int:
    """The bit of the one of KINDS that a party is of; nothing for whoever may be anybody."""
    if party in ANYBODY:
        return 0
    if party[0] in "~=":
        role = roles.named(party[1:])
        sector: str | None = role.sector if role else None
    else:
        actor = actors.get(party)
        sector = actor.sector or actor.type if actor else party.rpartition(".")[2]
    return sum(1 << bit for bit, sectors in enumerate(KINDS) if sector in sectors)


def _above(actors: Mapping[str, Actor]) -> Iterator[tuple[str, str, date | None, date | None]]:
    """Every actor with everything it is part of, over all steps, and since when and until when."""
    for id in actors:
        paths: list[tuple[str, date | None, date | None]] = [(id, None, None)]
        for _ in range(DEPTH):
            paths = [
                (link.id, *_overlap(period, link))
                for at, *period in paths
                if at in actors
                for link in actors[at].parents
                if link.belongs and link.id != id
            ]
            yield from ((id, *path) for path in paths)


def _overlap(period: Sequence[date | None], link: Link) -> tuple[date | None, date | None]:
    """The days that lie in both."""
    since = [day for day in (period[0], link.since and span(link.since)[0]) if isinstance(day, date)]
    until = [day for day in (period[1], link.until and span(link.until)[1]) if isinstance(day, date)]
    return max(since, default=None), min(until, default=None)


def _canonical(same: Pairs) -> dict[str, str]:
    """The one party that stands for each of those that are said to be the same, over any number of steps."""
    meant: dict[str, str] = {}

    def top(party: str) -> str:
        while party in meant:
            party = meant[party]
        return party

    for pair in sorted(same):
        first, second = sorted(map(top, pair))
        if first != second:
            meant[second] = first
    return {party: top(party) for party in meant}
