"""How decisions read to people: what was decided, on what, and what it changed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from watchfloor.records import Anchor, Decision, Quantity, Time

from . import wording
from .event_wording import plural
from .ids import short

#: How long a quoted value may be before it crowds out what was decided.
LONGEST = 60


def decided(decision: Decision) -> str:
    """What was decided, in one line: "statement 9c1a2b3c: actors Taliban → Islamic State"."""
    return DECIDED[decision.action](decision)


def value(given: Any) -> str:
    """A slot's value in words, whichever slot it is; "nothing" where it is empty."""
    if isinstance(given, list | tuple):
        return "; ".join(map(value, given)) or "nothing"
    if isinstance(given, Mapping):
        return _of_record(given)
    return "nothing" if given in (None, "") else wording.words(str(given))


def _of_record(given: Mapping[str, Any]) -> str:
    if "from" in given:
        return wording.time(Time(given.get("text") or "", 0, 0, given["from"], given["to"], given["precision"]))
    if "low" in given:
        if given["low"] is None and given["high"] is None:
            return f"no {given['kind']}"
        text = given.get("text") or ""
        return wording.quantity(Quantity(given["kind"], given["low"], given["high"], text, 0, 0))
    name = wording.words(str(given.get("name") or given.get("outlet") or given.get("text") or given.get("kind") or ""))
    country = given.get("country") if "geonames" in given else None
    return f"{name}, {country}" if country and given.get("precision") != "country" else name or "nothing"


def on(decision: Decision) -> str:
    """What it is about: "statement 9c1a2b3c" or "the event of statement 9c1a2b3c"."""
    first = decision.subjects[0]
    named = f"statement {short(first.statement)}"
    return f"the event of {named}" if decision.scope == "event" else named


def _judged(decision: Decision) -> str:
    what = {"confirm": "confirmed", "reject": "rejected"}[decision.action]
    return f"{on(decision)} {what}: {_quoted(decision.subjects)}"


def _set(decision: Decision) -> str:
    return f"{on(decision)}: {decision.slot} {value(decision.before)} → {value(decision.value)}"


def _added(decision: Decision) -> str:
    return f"statement {short(decision.subjects[0].statement)} added: {_quoted(decision.subjects)}"


def _merged(decision: Decision) -> str:
    return (
        f"one event: those of statements {short(decision.subjects[0].statement)} and "
        f"{short(decision.others[0].statement)}"
    )


def _held_apart(decision: Decision) -> str:
    return (
        f"two events: those of statements {short(decision.subjects[0].statement)} and "
        f"{short(decision.others[0].statement)}"
    )


def _split(decision: Decision) -> str:
    out = ", ".join(short(anchor.statement) for anchor in decision.subjects)
    rest = plural(len(decision.others), "statement")
    return f"not the same event: {out} and the {rest} of {short(decision.others[0].statement)}"


def _actors(decision: Decision) -> str:
    joined = "are one" if decision.action == "same-actor" else "are not one"
    return f"{' and '.join(map(wording.words, decision.actors))} {joined}"


def _undone(decision: Decision) -> str:
    return f"decision {short(decision.undoes)} taken back"


def _quoted(anchors: Sequence[Anchor]) -> str:
    first = anchors[0]
    words = wording.words(first.trigger.text)
    return f"{first.type} “{words if len(words) <= LONGEST else words[:LONGEST] + '…'}”"


DECIDED: Mapping[str, Callable[[Decision], str]] = {
    "confirm": _judged,
    "reject": _judged,
    "set": _set,
    "add": _added,
    "merge": _merged,
    "split": _split,
    "apart": _held_apart,
    "same-actor": _actors,
    "different-actor": _actors,
    "undo": _undone,
}
