"""The reports of an event one by one, who claims and denies it in them, and the sources that they lead back to."""

from collections.abc import Iterator

from watchfloor.records import Claim, Origin, Report, Says

from .case import Case
from .members import Member
from .ratings import Ratings


def reports(case: Case, ratings: Ratings) -> tuple[Report, ...]:
    """All of them, in their order."""
    return tuple(_report(m, case, ratings) for m in case.members)


def voiced(case: Case, what: Says) -> tuple[Claim, ...]:
    """Who claims or denies it."""
    return tuple(claim for m in case.saying(what) for claim in _claims(m, case))


def sources(case: Case, ratings: Ratings) -> tuple[Origin, ...]:
    """The independent sources, in the order in which they come up."""
    behind: dict[str, list[str]] = {}
    for member in case.members:
        for name in case.weights.origins[member.id]:
            behind.setdefault(name, []).append(member.id)
    stake = case.weights.interested
    return tuple(
        Origin(name, ratings.of_source(name), all(id_ in stake for id_ in ids), tuple(ids))
        for name, ids in behind.items()
    )


def _claims(member: Member, case: Case) -> Iterator[Claim]:
    """Of a claim its actors, else the speaker, else who publishes it."""
    statement, ties = member.statement, case.ties
    speaker = statement.attribution.speaker
    publisher = member.publication.publisher
    who: list[tuple[str, str | None]] = [(publisher, None)]
    if statement.type == "CLAIM" and statement.actors:
        who = [(p.name or p.text, p.id) for p in statement.actors]
    elif speaker is not None:
        who = [(speaker.name or speaker.text, speaker.id)]
    source = next((c.source or c.outlet for c in statement.attribution.citations), publisher)
    for name, id_ in who:
        # An organ without an entry ("rus.military") keeps the words of the text.
        known = ties.name(id_, case.on) if id_ and ties.actor(id_) else name
        yield Claim(known, id_, member.id, source, member.day)


def _report(member: Member, case: Case, ratings: Ratings) -> Report:
    statement = member.statement
    speaker = statement.attribution.speaker
    names = case.weights.origins[member.id]
    return Report(
        member.id,
        statement.document,
        member.day,
        member.publication.source or member.publication.name,
        tuple(c.source or c.outlet for c in statement.attribution.citations),
        (speaker.name or speaker.text) if speaker else None,
        case.said[member.id],
        statement.evidence.text,
        statement.evidence.start,
        statement.evidence.end,
        names,
        ratings.of_report(member.publication, names),
        member.id in case.weights.interested,
    )
