"""One event from the statements that tell it: a pure function, made again whenever somebody asks."""

from collections.abc import Mapping, Sequence

from watchfloor.records import Event, Rating

from . import reporting, sides, sites, standing, times, tolls
from .case import Case
from .credibility import credibility
from .effects import Applied
from .inheritance import Inheritance
from .members import Member
from .overruling import overrule
from .ranking import Weights
from .ratings import Ratings
from .ties import Ties

#: Types that say less of what happened than any other: a claim is of something, a death has a cause.
VAGUE = ("DIE", "CLAIM")


def event(
    id_: str,
    members: Sequence[Member],
    ties: Ties,
    *,
    beside: Sequence[Member] = (),
    ratings: Sequence[Rating] = (),
    copies: Mapping[str, str] | None = None,
    contains: Sequence[str] = (),
    applied: Applied | None = None,
    inherited: Inheritance | None = None,
) -> Event:
    """The event that ``members`` tell, the same in whatever order they come.

    ``beside``: other statements of their documents, of which those join that are about a member (claims, denials).
    ``copies``: documents to the group of near-identical texts that they are in. ``contains``: the events that this one,
    an aggregate, sums up. ``applied``: what `apply` made of the decisions, of which those on this event set its slots
    and all that touched it are listed. ``inherited``: the countries of sections and documents, for reports that name
    no place. Raises ValueError where there is no member.

    What was planned, tried in vain or denied takes part as a report, and gives no value to a slot unless nobody tells
    that it happened.
    """
    if not members:
        raise ValueError(f"event {id_} has no statements")
    case = Case.of(members, beside, copies or {}, ties)
    weights, on, rated = case.weights, case.on, Ratings(ratings)
    # A report that somebody claims it tells of the claim, and only by that of the deed.
    deeds = [m for m in case.telling if m.statement.type != "CLAIM"] or list(case.telling)
    time, days = times.when(deeds, weights)
    places, towns = sites.sites(deeds, weights, inherited, ties.known.places)
    counts, differing = tolls.tolls(deeds, weights)
    actors, rivals = sides.doers(case.telling, _of_accusations(case), ties, on)
    disputes = (standing.happening(case), days, towns, rivals or standing.refusal(case), *differing)
    disputed = tuple(d for d in disputes if d)
    claims = reporting.voiced(case, "claims")
    support = standing.support(case, disputed)
    grade, reason = credibility(support)
    found = Event(
        id=id_,
        kind=deeds[0].statement.kind,
        type=_type(deeds, weights),
        status=standing.status(case, support, disputed, claims),
        modes=tuple(dict.fromkeys(mode for m in deeds for mode in m.statement.modes)),
        contexts=tuple(dict.fromkeys(context for m in deeds for context in m.statement.contexts)),
        time=time,
        places=places,
        actors=actors,
        recipients=sides.sufferers(deeds, weights, ties, on),
        toll=counts,
        claims=claims,
        denials=reporting.voiced(case, "denies"),
        disputes=disputed,
        reports=reporting.reports(case, rated),
        sources=reporting.sources(case, rated),
        independent=support.told,
        credibility=grade,
        reason=reason,
        aggregate=case.aggregate,
        contains=tuple(contains),
    )
    return overrule(found, [m.id for m in case.members], applied) if applied else found


def _of_accusations(case: Case) -> Weights:
    """The weights of who did it: who claims a deed has no stake in being believed against himself."""
    claiming = {m.id for m in case.saying("claims")}
    return Weights(case.weights.origins, frozenset(case.weights.interested) - claiming)


def _type(deeds: Sequence[Member], weights: Weights) -> str:
    """The type supported best, of equals the one told first; a vague one only where there is no other."""

    def rank(type_: str) -> tuple[bool, int, int]:
        free, every = weights.support(m.id for m in deeds if m.statement.type == type_)
        return type_ in VAGUE, -free, -every

    return min(dict.fromkeys(m.statement.type for m in deeds), key=rank)
