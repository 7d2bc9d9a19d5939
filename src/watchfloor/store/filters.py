"""What `--actor --type --place --source --since --until --text` choose, alike of documents, statements and events.

A condition holds for a document or an event when it holds for one of its statements; several conditions may hold by
different ones, for one report names the attackers and another the town.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, TextClause, and_, func, or_, select

from . import words
from .tables import documents, membership, mentions, statements


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all have to hold; an empty one holds for everything.

    ``actors``: registry ids (of those below them too, where these shall count) or names; ``places``: countries as ISO
    3166-1 alpha-3, or names of towns and of the divisions that they lie in; ``towns``: names, each with its country, of
    which one has to hold, or one of ``places``; ``sources``: registry ids, or names of
    publications that it lacks; ``since`` and ``until``: ISO days that a statement's time touches, or its document's day
    of publication where it states none. ``superseded`` takes in versions that newer ones have replaced, ``rejected``
    statements that somebody rejected.
    """

    actors: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    towns: frozenset[tuple[str, str]] = frozenset()
    sources: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    text: str | None = None
    superseded: bool = False
    rejected: bool = False


EVERYTHING = Filter()

Condition = ColumnElement[bool] | TextClause


def of_statements(f: Filter, dialect: str) -> list[Condition]:
    """Conditions over ``statements`` joined with ``documents``; words are looked for in the evidence."""
    return [*_counted(f), *_each(f, dialect)]


def of_documents(f: Filter, dialect: str) -> list[Condition]:
    """Conditions over ``documents``; its own day of publication counts too, words are looked for in all its text."""
    conditions: list[Condition] = [] if f.superseded else [documents.c.superseded.is_(False)]
    here: list[Condition] = [
        statements.c.document == documents.c.id,
        *([] if f.rejected else [statements.c.rejected.is_(False)]),
    ]
    if f.sources:
        conditions.append(_source(f))
    if f.since or f.until:
        conditions.append(or_(_within(documents.c.published, documents.c.published, f), _some(here, _days(f))))
    if f.text:
        conditions.append(words.in_documents(f.text, dialect))
    return [*conditions, *(_some(here, told) for told in _told(f))]


def of_events(f: Filter, dialect: str) -> list[Condition]:
    """Conditions over ``membership`` alone: of each, that a statement of the same event fulfils it."""
    other = membership.alias()
    joined = other.join(statements, statements.c.id == other.c.statement).join(documents)
    told = _each(f, dialect)
    if not told:
        return [membership.c.statement.not_in(each) for each in _passed_over(f)]
    counted = _counted(f)
    return [
        membership.c.event.in_(select(other.c.event).select_from(joined).where(*counted, condition))
        for condition in told
    ]


def _passed_over(f: Filter) -> list[Select[tuple[str]]]:
    """Statements that do not count: asked for as such, for they are few among a million."""
    superseded = select(statements.c.id).join_from(statements, documents).where(documents.c.superseded)
    rejected = select(statements.c.id).where(statements.c.rejected)
    return [*([] if f.superseded else [superseded]), *([] if f.rejected else [rejected])]


def _counted(f: Filter) -> list[Condition]:
    """That a statement counts at all."""
    conditions: list[Condition] = [] if f.superseded else [documents.c.superseded.is_(False)]
    return conditions if f.rejected else [*conditions, statements.c.rejected.is_(False)]


def _each(f: Filter, dialect: str) -> list[Condition]:
    conditions = _told(f)
    if f.sources:
        conditions.append(_source(f))
    if f.since or f.until:
        conditions.append(_days(f))
    if f.text:
        conditions.append(words.in_statements(f.text, dialect))
    return conditions


def _told(f: Filter) -> list[Condition]:
    """What only statements tell: who, what, where."""
    conditions: list[Condition] = []
    if f.actors:
        party = mentions.c.role.in_(("actor", "recipient"))
        conditions.append(_mentioned(party, or_(mentions.c.id.in_(sorted(f.actors)), _named(f.actors))))
    if f.types:
        conditions.append(statements.c.type.in_(sorted(f.types)))
    if f.places or f.towns:
        division = func.lower(mentions.c.admin1).in_(sorted(name.casefold() for name in f.places))
        towns = [and_(_named(frozenset({name})), mentions.c.country == country) for name, country in sorted(f.towns)]
        where = or_(mentions.c.country.in_(sorted(f.places)), _named(f.places), division, *towns)
        conditions.append(_mentioned(mentions.c.role == "place", where))
    return conditions


def _mentioned(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return statements.c.id.in_(select(mentions.c.statement).where(*conditions))


def _named(names: frozenset[str]) -> ColumnElement[bool]:
    return mentions.c.folded.in_(sorted(name.casefold() for name in names))


def _source(f: Filter) -> ColumnElement[bool]:
    names = sorted(name.casefold() for name in f.sources)
    return or_(func.lower(documents.c.source).in_(names), func.lower(documents.c.publication).in_(names))


def _days(f: Filter) -> ColumnElement[bool]:
    told = statements.c
    first = func.coalesce(told.since, told.until, documents.c.published)
    return _within(first, func.coalesce(told.until, told.since, documents.c.published), f)


def _within(first: ColumnElement[str], last: ColumnElement[str], f: Filter) -> ColumnElement[bool]:
    """That an interval of days touches the one asked for."""
    limits = [last >= f.since] if f.since else []
    return and_(*limits, *([first <= f.until] if f.until else []))


def _some(here: list[Condition], condition: Condition) -> ColumnElement[bool]:
    return select(statements.c.id).where(*here, condition).exists()
