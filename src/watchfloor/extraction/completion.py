"""Where rules and trained heads meet: what the rules leave empty is filled with what the heads hold likely.

Where the rules find somebody they are right more often than the heads that would have somebody else, so what is filled
stays; and the heads name nobody who cannot play the role.
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from . import clause
from .coreference import FIRST
from .drafts import Draft
from .fitting import ACTORS, fits
from .frames import Frame
from .parts import Cast
from .place_phrases import LOCATIVE
from .reading import Reading
from .roles import Casting
from .weighing import May, Weighing

SLOTS = ("actors", "recipients")


def complete(reading: Reading, drafts: Sequence[Draft], casting: Casting) -> None:
    """Fill the empty roles of the drafts; places that the heads would add are wrong too often."""
    if reading.coding is None:
        return
    weighing = Weighing(reading, reading.coding, casting.stands_for)
    for draft in drafts:
        if not (draft.cast.actors and draft.cast.recipients):
            by_rules = draft.cast
            draft.cast = _cast(reading, draft, casting.frame(draft.trigger), weighing)
            draft.learned = tuple(slot for slot in SLOTS if getattr(draft.cast, slot) != getattr(by_rules, slot))


def _cast(reading: Reading, draft: Draft, frame: Frame, weighing: Weighing) -> Cast:
    actors, recipients = draft.cast.actors, draft.cast.recipients
    somewhere = {t.i for place in draft.places for t in reading.tokens(place.start, place.end)}
    if not actors and not _nameless(frame, frame.actor):
        # rules have weighed the subjects of the clauses above, and passed them over
        above = {t.i for verb in draft.head.ancestors for t in clause.children(verb, "nsubj")}
        actors = weighing.likeliest(draft.head, "actor", _able(reading, frame, ACTORS, above | somewhere), recipients)
    if not recipients and not _nameless(frame, frame.recipient):
        # "recalled their ambassadors": the sense knows its object, and that it is nobody to whom this is done
        passed_over = {t.i for t in frame.arguments.get("obj", ()) if "obj" not in frame.recipient}
        able = _able(reading, frame, frame.wanted, somewhere | passed_over)
        # those of other sentences are wrong more often than right, unlike actors
        sentence = range(draft.head.sent.start, draft.head.sent.end)
        recipients = weighing.likeliest(draft.head, "recipient", lambda t, h: t.i in sentence and able(t, h), actors)
    return Cast(actors, recipients)


def _nameless(frame: Frame, names: Sequence[str]) -> bool:
    """True where an "I" or "our" that stands for nobody has the role."""
    return any(t.lower_ in FIRST for name in names for t in frame.arguments.get(name, ()))


def _able(reading: Reading, frame: Frame, wanted: Sequence[str], barred: Collection[int]) -> May:
    """Words of the wanted classes that are neither barred nor a place or an event."""

    def test(token: Token, head: Token) -> bool:
        classes = reading.classes(head)
        located = "PLACE" in classes and clause.preposition(token) in LOCATIVE
        if located or token.i in barred or ("EVENT" in classes and "ACTOR" not in classes):
            return False
        return fits(reading, frame, "heads", token, head, wanted)

    return test
