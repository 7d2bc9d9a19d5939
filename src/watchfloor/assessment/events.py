"""One event from the statements that tell it: a pure function, made again whenever somebody asks."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from watchfloor.records import Claim, Dispute, Event, Origin, Rating, Report, Says, Side, Status

from . import sides, sites, times, tolls, voicing
from .claims import claimed
from .credibility import Support, credibility
from .effects import Applied
from .inheritance import Inheritance
from .members import Member
from .origins import origins
from .overruling import overrule
from .ranking import Weights
from .ratings import Ratings
from .ties import Ties

#: Where reports differ on these, they may tell of different happenings.
CORE = ("time", "places", "actors")
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
    about = {m.id for m in members}
    joined = {m.id: m for m in (*members, *(b for b in beside if about.intersection(b.statement.about)))}
    all_ = sorted(joined.values(), key=lambda m: m.order)
    on = next((m.on for m in all_ if m.on), None)
    aggregate = all(m.statement.aggregate for m in members)
    said = {m.id: voicing.says(m.statement, aggregate, ties, on) for m in all_}
    parties = voicing.parties([m for m in all_ if said[m.id] in voicing.HAPPENED] or all_, ties)
    behind = origins(all_, copies or {}, ties)
    stake = frozenset(m.id for m in all_ if voicing.interested(m.statement, behind[m.id], parties, ties, on))
    weights = Weights(behind, stake)

    telling = _telling(all_, said)
    type_, deeds = _type(telling, weights)
    time, days = times.when(deeds, weights)
    places, towns = sites.sites(deeds, weights, inherited, ties.known.places)
    claimed = {m.id for m in telling if said[m.id] == "claims"}
    actors, rivals = sides.doers(telling, Weights(behind, stake - claimed), ties, on)
    counts, differing = tolls.tolls(deeds, weights)
    claims, denials = _voiced(all_, said, "claims", ties, on), _voiced(all_, said, "denies", ties, on)
    rivals = rivals or _refused(telling, [m for m in all_ if said[m.id] == "denies"], weights, ties, on)
    disputes = tuple(d for d in (_happened(all_, said, weights), days, towns, rivals, *differing) if d)
    support = _support(all_, said, stake, weights, tuple(d.slot for d in disputes if d.slot in CORE), ties, on)
    grade, reason = credibility(support)
    rated = Ratings(ratings)
    found = Event(
        id=id_,
        kind=deeds[0].statement.kind,
        type=type_,
        status=_status(said, support, disputes, claims),
        modes=tuple(dict.fromkeys(mode for m in deeds for mode in m.statement.modes)),
        contexts=tuple(dict.fromkeys(context for m in deeds for context in m.statement.contexts)),
        time=time,
        places=places,
        actors=actors,
        recipients=sides.sufferers(deeds, weights, ties, on),
        toll=counts,
        claims=claims,
        denials=denials,
        disputes=disputes,
        reports=tuple(_report(m, said[m.id], m.id in stake, weights, rated) for m in all_),
        sources=_sources(all_, stake, weights, rated),
        independent=support.told,
        credibility=grade,
        reason=reason,
        aggregate=aggregate,
        contains=tuple(contains),
    )
    return overrule(found, [m.id for m in all_], applied) if applied else found


def _telling(members: Sequence[Member], said: Mapping[str, Says]) -> list[Member]:
    """Those that give the slots: who tells that it happened, else who tells of a try or of a plan, else all."""
    for kinds in (voicing.HAPPENED, {"sums-up"}, {"foils"}, {"foretells"}):
        if found := [m for m in members if said[m.id] in kinds]:
            return found
    return list(members)


def _type(telling: Sequence[Member], weights: Weights) -> tuple[str, list[Member]]:
    """The type supported best, and the members that tell the happening itself, not only that somebody claims it."""
    deeds = [m for m in telling if m.statement.type != "CLAIM"] or list(telling)
    types = dict.fromkeys(m.statement.type for m in deeds)

    def rank(type_: str) -> tuple[bool, int, int]:
        free, every = weights.support(m.id for m in deeds if m.statement.type == type_)
        return type_ in VAGUE, -free, -every

    return min(types, key=rank), deeds


def _voiced(
    members: Sequence[Member], said: Mapping[str, Says], what: Says, ties: Ties, on: date | None
) -> tuple[Claim, ...]:
    """Who claims or denies it: the doer of the claim, else the speaker."""
    found = []
    for member in members:
        statement = member.statement
        if said[member.id] != what:
            continue
        speaker = statement.attribution.speaker
        if statement.type == "CLAIM" and statement.actors:
            who = [(p.name or p.text, p.id) for p in statement.actors]
        elif speaker is not None:
            who = [(speaker.name or speaker.text, speaker.id)]
        else:
            who = [(member.publication.publisher, None)]
        source = next((c.source or c.outlet for c in statement.attribution.citations), member.publication.publisher)
        found += [
            Claim(ties.name(id_, on) if id_ and "." not in id_ else name, id_, member.id, source, member.day)
            for name, id_ in who
        ]
    return tuple(found)


def _happened(members: Sequence[Member], said: Mapping[str, Says], weights: Weights) -> Dispute | None:
    """Whether it happened at all; a denial of responsibility does not say that it did not."""
    yes = tuple(m.id for m in members if said[m.id] in voicing.HAPPENED)
    no = tuple(m.id for m in members if said[m.id] == "denies" and m.statement.type != "CLAIM")
    if not (yes and no):
        return None
    return Dispute("happening", (_side("it happened", yes, weights), _side("it did not", no, weights)))


def _refused(
    telling: Sequence[Member], denying: Sequence[Member], weights: Weights, ties: Ties, on: date | None
) -> Dispute | None:
    """That one whom reports name as the doer denies it."""
    for denial in denying:
        who = voicing.voice(denial.statement)
        if who is None or claimed(denial.statement) != "denied":
            continue
        named = tuple(m.id for m in telling if any(p.id and ties.one_side(p.id, who, on) for p in m.statement.actors))
        if named:
            name, no = ties.name(who, on), (denial.id,)
            return Dispute("actors", (_side(name, named, weights), _side(f"not {name}", no, weights)))
    return None


def _side(value: str, statements: tuple[str, ...], weights: Weights) -> Side:
    return Side(value, statements, weights.names(statements))


def _support(
    members: Sequence[Member],
    said: Mapping[str, Says],
    stake: Collection[str],
    weights: Weights,
    core: tuple[str, ...],
    ties: Ties,
    on: date | None,
) -> Support:
    told = [m for m in members if said[m.id] in voicing.HAPPENED] or [m for m in members if said[m.id] == "foils"]
    denied = [m for m in members if said[m.id] == "denies"]
    free = weights.names(m.id for m in told if m.id not in stake)
    denied_free = weights.names(m.id for m in denied if m.id not in stake)
    return Support(
        free,
        tuple(name for name in weights.names(m.id for m in told) if name not in free),
        _both(told, ties, on),
        denied_free,
        tuple(name for name in weights.names(m.id for m in denied) if name not in denied_free),
        core,
    )


def _both(told: Sequence[Member], ties: Ties, on: date | None) -> bool:
    """True where somebody of the doer's side and somebody of the sufferer's side say so."""
    did = {p.id for m in told for p in sides.roles(m.statement)[0] if p.id and ties.acts(p.id)}
    bore = {p.id for m in told for p in sides.roles(m.statement)[1] if p.id and ties.acts(p.id)}
    voices = {v for m in told if (v := voicing.voice(m.statement))}
    doing = {v for v in voices if any(ties.one_side(v, p, on) for p in did)}
    bearing = {v for v in voices if any(ties.one_side(v, p, on) for p in bore)}
    return bool(doing - bearing and bearing - doing)


def _status(said: Mapping[str, Says], support: Support, disputes: Sequence[Dispute], claims: Sequence[Claim]) -> Status:
    kinds = set(said.values())
    if not kinds & {*voicing.HAPPENED, "sums-up"}:
        return "foiled" if "foils" in kinds else "planned" if "foretells" in kinds else "denied"
    if support.denied and not support.free and not support.both:
        return "denied"
    if any(d.slot in ("happening", *CORE) for d in disputes):
        return "disputed"
    if support.both:
        return "confirmed"
    return "claimed" if claims else "reported"


def _report(member: Member, says: Says, interested: bool, weights: Weights, ratings: Ratings) -> Report:
    statement = member.statement
    speaker = statement.attribution.speaker
    names = weights.origins[member.id]
    return Report(
        member.id,
        statement.document,
        member.day,
        member.publication.source or member.publication.name,
        tuple(c.source or c.outlet for c in statement.attribution.citations),
        (speaker.name or speaker.text) if speaker else None,
        says,
        statement.evidence.text,
        statement.evidence.start,
        statement.evidence.end,
        names,
        ratings.of_report(member.publication, names),
        interested,
    )


def _sources(
    members: Sequence[Member], stake: Collection[str], weights: Weights, ratings: Ratings
) -> tuple[Origin, ...]:
    behind: dict[str, list[str]] = {}
    for member in members:
        for name in weights.origins[member.id]:
            behind.setdefault(name, []).append(member.id)
    return tuple(
        Origin(name, ratings.of_source(name), all(id_ in stake for id_ in ids), tuple(ids))
        for name, ids in behind.items()
    )
