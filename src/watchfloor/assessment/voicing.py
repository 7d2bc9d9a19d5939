"""What each statement does in its event: tells it, claims it, denies it, foretells it; and whether a party speaks."""

from collections.abc import Collection, Mapping
from datetime import date

from watchfloor.records import Says, Statement

from .claims import claimed
from .members import Member
from .ties import Ties

#: What one boasts of or answers for: told by who did it, it is a claim.
DEEDS = frozenset({"ASSAULT", "COERCE"})
#: Modalities of what has not happened, or not yet.
AHEAD = frozenset({"planned", "possible", "predicted", "hypothetical"})
#: What a CLAIM says of the deed; that nobody has claimed it says that it happened.
CLAIMS: Mapping[str, Says] = {"claimed": "claims", "denied": "denies", "unclaimed": "tells"}
#: What a statement must say for the event to have happened at all.
HAPPENED: frozenset[Says] = frozenset({"tells", "claims"})


def says(statement: Statement, aggregate: bool, ties: Ties, on: date | None) -> Says:
    """What a statement says of its event; ``aggregate``: the event itself sums up many."""
    if claim := claimed(statement):
        return CLAIMS[claim]
    if statement.polarity == "negative":
        return "denies"
    if statement.modality in AHEAD:
        return "foretells"
    if statement.modality == "attempted":
        return "foils"
    if statement.aggregate and not aggregate:
        return "sums-up"
    return "claims" if own_deed(statement, ties, on) else "tells"


def parties(members: Collection[Member], ties: Ties) -> frozenset[str]:
    """Ids of all who are said to do it or suffer it; who claims it is among those who do it."""
    found = {
        p.id
        for m in members
        if claimed(m.statement) != "unclaimed"
        for p in (*m.statement.actors, *m.statement.recipients)
        if p.id
    }
    return frozenset(id_ for id_ in found if ties.acts(id_))


def voice(statement: Statement) -> str | None:
    """Who speaks, by registry id: the speaker; of a claim, who makes it. None for the author and the unregistered."""
    speaker = statement.attribution.speaker
    if speaker is not None:
        return speaker.id
    return next((p.id for p in statement.actors if p.id), None) if claimed(statement) in ("claimed", "denied") else None


def interested(
    statement: Statement, origins: Collection[str], sides: Collection[str], ties: Ties, on: date | None
) -> bool:
    """True where who tells it is a party, belongs to one, is over one, or is of the same state or group.

    Where nobody in the text speaks, the outlets that it leads back to count: a state's own media in an event that its
    organs take part in.
    """
    speaker = voice(statement)
    if speaker is not None:
        return ties.acts(speaker) and any(ties.one_side(speaker, side, on) for side in sides)
    if statement.attribution.speaker is not None:
        return False
    sources = [source for name in origins if (source := ties.source(name))]
    return bool(sources) and all(ties.takes_part(source, sides) for source in sources)


def own_deed(statement: Statement, ties: Ties, on: date | None) -> bool:
    """True where who is said to do it speaks of it: boasts of it, or denies it."""
    speaker = statement.attribution.speaker
    return (
        statement.type in DEEDS
        and speaker is not None
        and speaker.id is not None
        and any(p.id and ties.acts(p.id) and ties.one_side(speaker.id, p.id, on) for p in statement.actors)
    )
