"""Making decisions: input is checked here, so that only rows that can take effect are kept.

Each function raises DecisionError with one line: what is wrong, and how it is written.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

from watchfloor.records import Action, Decision, Event, Rating, Reliability, Span, Statement, digest, to_dict

from . import slots
from .anchors import anchor
from .errors import DecisionError
from .force import standing
from .members import Member, Publication
from .values import Reading, read_value

#: A name that signs fits into a column, and a reason into a few lines.
NAME = 100
REASON = 2000


def confirm(member: Member, *, by: str, at: str, reason: str = "") -> Decision:
    """Somebody has compared the statement with its text and finds it right."""
    return _made("confirm", "statement", by, at, reason, subjects=(anchor(member),))


def reject(member: Member, *, by: str, at: str, reason: str) -> Decision:
    """The text does not say this: the statement counts no more."""
    return _made("reject", "statement", by, at, _why(reason), subjects=(anchor(member),))


def confirm_event(members: Sequence[Member], *, by: str, at: str, reason: str = "") -> Decision:
    """Somebody finds that these statements tell one event, as it is put together; the founding one first."""
    return _made("confirm", "event", by, at, reason, subjects=tuple(map(anchor, members)))


def reject_event(members: Sequence[Member], *, by: str, at: str, reason: str) -> Decision:
    """Nothing of it was told: all its statements count no more."""
    return _made("reject", "event", by, at, _why(reason), subjects=tuple(map(anchor, members)))


def correct(member: Member, assignment: str, reading: Reading, *, by: str, at: str, reason: str) -> Decision:
    """Set one slot: "actor=iskp", "place=Kunduz, AFG", "time=2021-10-08", "killed=46-50"; "actor=" empties it."""
    slot, value = read_value(assignment, member.statement, reading)
    before = slots.slot_of(member.statement, slot)
    if slots.same(before, value):
        raise DecisionError(f"{assignment}: that is what the statement says already")
    slots.with_slot(member.statement, slot, value)
    return _made(
        "set", "statement", by, at, _why(reason), subjects=(anchor(member),), slot=slot, before=before, value=value
    )


def correct_event(
    event: Event, founding: Member, assignment: str, reading: Reading, *, by: str, at: str, reason: str
) -> Decision:
    """Set one slot of an event against what its reports say: type, actor, recipient, place, time, status or a toll."""
    slot, value = read_value(assignment, founding.statement, reading, event=True)
    before = to_dict(event)["toll" if slot == "quantities" else slot]
    if slot == "quantities":
        kinds = {quantity["kind"] for quantity in value}
        before = [toll for toll in before if toll["kind"] in kinds and toll["who"] is None]
    if slots.same(before, value):
        raise DecisionError(f"{assignment}: that is what the event says already")
    return _made(
        "set", "event", by, at, _why(reason), subjects=(anchor(founding),), slot=slot, before=before, value=value
    )


def add(
    words: str,
    type_: str,
    assignments: Iterable[str],
    text: str,
    publication: Publication,
    reading: Reading,
    *,
    by: str,
    at: str,
    reason: str,
) -> Decision:
    """A statement that the program missed: the words of ``text`` that tell it, its type, its slots as in `correct`.

    ``words`` must stand in the text just once, so that everybody sees which are meant.
    """
    words = words.strip()
    found = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    if len(found) != 1:
        where = "do not stand in the document" if not found else f"stand there {len(found)} times: give more of them"
        raise DecisionError(f"the words {words!r} {where}")
    trigger = Span(words, found[0], found[0] + len(words))
    kind = reading.kind(type_)
    statement = Statement(
        id=digest(publication.document, type_, trigger.start, trigger.end, 0),
        document=publication.document,
        section=None,
        kind=kind,
        type=type_,
        trigger=trigger,
        evidence=_sentence(text, trigger),
        confidence=1.0,
        rule=f"added by {_signed(by)}",
    )
    for assignment in assignments:
        slot, value = read_value(assignment, statement, reading)
        statement = slots.with_slot(statement, slot, value)
    member = Member(statement, publication)
    value = to_dict(statement)
    return _made("add", "statement", by, at, _why(reason), subjects=(anchor(member),), value=value)


def merge(one: Sequence[Member], other: Sequence[Member], *, by: str, at: str, reason: str) -> Decision:
    """Two events are one: all statements of each, the founding one first."""
    if {m.id for m in one} & {m.id for m in other}:
        raise DecisionError("an event cannot be merged with itself: name two events")
    return _of_two("merge", one, other, by, at, reason)


def apart(one: Sequence[Member], other: Sequence[Member], *, by: str, at: str, reason: str) -> Decision:
    """Two events are two, however alike: all statements of each, the founding one first."""
    if {m.id for m in one} & {m.id for m in other}:
        raise DecisionError("these are one event: --split takes statements out of it")
    return _of_two("apart", one, other, by, at, reason)


def split(members: Sequence[Member], out: Iterable[str], *, by: str, at: str, reason: str) -> Decision:
    """Statements (ids, or prefixes that only one has) tell another event than the rest of ``members``."""
    taken: dict[str, Member] = {}
    for prefix in out:
        fitting = [m for m in members if prefix and m.id.startswith(prefix)]
        if len(fitting) != 1:
            raise DecisionError(f"{prefix!r} is {'no' if not fitting else 'more than one'} statement of the event")
        taken[fitting[0].id] = fitting[0]
    rest = [m for m in members if m.id not in taken]
    if not taken or not rest:
        raise DecisionError("a split takes some statements of an event out and leaves some: name those to take out")
    subjects = tuple(anchor(m) for m in members if m.id in taken)
    return _made("split", "event", by, at, _why(reason), subjects=subjects, others=tuple(map(anchor, rest)))


def same_actor(one: str, other: str, reading: Reading, *, by: str, at: str, reason: str) -> Decision:
    """Two actors are one: ids of the registry, or names as texts write them."""
    return _made("same-actor", "actor", by, at, _why(reason), actors=_two(one, other, reading))


def different_actor(one: str, other: str, reading: Reading, *, by: str, at: str, reason: str) -> Decision:
    """Two actors are not one, nor part of each other: a name of a text is not the actor that it was taken for."""
    return _made("different-actor", "actor", by, at, _why(reason), actors=_two(one, other, reading))


def undo(decision: Decision, *, by: str, at: str, reason: str, decisions: Iterable[Decision] = ()) -> Decision:
    """Take back a decision, or the taking back of one; ``decisions``: those made so far."""
    if any(d.undoes == decision.id for d in standing(decisions)):
        raise DecisionError(f"{decision.id} is undone already: undo the undoing to bring it back")
    return _made("undo", "decision", by, at, _why(reason), undoes=decision.id)


def rate(
    source: str, reliability: str, reading: Reading, *, by: str, at: str, note: str = "", document: str | None = None
) -> Rating:
    """How reliable a source is (id or name of the registry, or a publication's name), or one document of it (key)."""
    letter = reliability.strip().upper()
    if letter not in get_args(Reliability):
        raise DecisionError(
            f"reliability {reliability!r}: A (completely reliable) to E (unreliable), or F (cannot judge)"
        )
    if not source.strip():
        raise DecisionError("which source? Name its id, for example khovar")
    return Rating(reading.source(source.strip()), letter, _signed(by), _moment(at), note.strip(), document)  # type: ignore[arg-type]


def _two(one: str, other: str, reading: Reading) -> tuple[str, str]:
    names = (reading.actor_named(one), reading.actor_named(other))
    if names[0].casefold() == names[1].casefold():
        raise DecisionError(f"{one!r} and {other!r} are the same entry: name two actors")
    return names


def _of_two(action: Action, one: Sequence[Member], other: Sequence[Member], by: str, at: str, reason: str) -> Decision:
    subjects, others = tuple(map(anchor, one)), tuple(map(anchor, other))
    return _made(action, "event", by, at, _why(reason), subjects=subjects, others=others)


def _made(action: Any, scope: Any, by: str, at: str, reason: str, **rest: Any) -> Decision:
    if len(reason) > REASON:
        raise DecisionError(f"the reason has {len(reason)} characters: {REASON} are kept")
    row = Decision("", action, scope, _signed(by), _moment(at), reason.strip(), **rest)
    record = {key: value for key, value in to_dict(row).items() if key not in ("record", "id")}
    return replace(row, id=digest("decision", json.dumps(record, sort_keys=True, ensure_ascii=False)))


def _signed(by: str) -> str:
    name = " ".join(by.split())
    if not name or len(name) > NAME:
        raise DecisionError(f"who decides? Sign with a name of up to {NAME} characters: --as NAME")
    return name


def _why(reason: str) -> str:
    if not reason.strip():
        raise DecisionError("why? A decision needs a reason")
    return reason


def _moment(at: str) -> str:
    """Checked and in one form, so that moments compare as text."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as error:
        raise DecisionError(f"{at!r} is no moment, such as 2021-10-08T12:00:00Z") from error
    if moment.utcoffset() is None:
        raise DecisionError(f"{at!r} does not say its time zone: write 2021-10-08T12:00:00Z")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _sentence(text: str, trigger: Span) -> Span:
    """The line or sentence around words, found by its marks alone."""
    before = max((m.end() for m in re.finditer(r"[.!?][\"”’)]*\s+|\n", text[: trigger.start])), default=0)
    after = re.search(r"[.!?][\"”’)]*(?=\s|$)|\n", text[trigger.end :])
    return Span.cut(text, before, trigger.end + after.end() if after else len(text))
