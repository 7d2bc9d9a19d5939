"""What a document plainly implies beyond its sentences: who did the attack that all of it is about."""

from collections.abc import Sequence

from .coreference import points_back
from .drafts import Draft
from .parts import Cast, Part
from .reading import Reading

#: Actors who fight: only these are taken for the doers of attacks told without one.
FIGHTING = frozenset({"armed-group"})


def perpetrators(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Fill in the actor of "the attack" where one armed group alone attacks, or claims attacks, in the document.

    Armies and the unnamed may attack beside it: they are told with their attacks.
    """
    groups: dict[str, Part] = {}
    for draft in drafts:
        if draft.type not in ("ASSAULT", "CLAIM") or draft.certainty.polarity == "negative":
            continue
        for part in draft.cast.actors:
            name = reading.name_at(part.head)
            if name is not None and name.type in FIGHTING:
                groups.setdefault(name.id, part)
    if len(groups) != 1:
        return
    (group,) = groups.values()
    for draft in drafts:
        known = draft.cast.recipients
        if (
            draft.type == "ASSAULT"
            and not draft.cast.actors
            and draft.trigger.sense.pos == "noun"
            and draft.trigger.sense.mode != "territory"
            and points_back(draft.head)
            and all(p.head.i != group.head.i for p in known)
        ):
            draft.cast = Cast((group,), known)
