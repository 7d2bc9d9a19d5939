"""What people decided on an event stands in its slots, whatever its reports say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from watchfloor.records import Decision, Event, Party, Site, Toll, When

from .effects import Applied


def overrule(event: Event, members: Sequence[str], applied: Applied) -> Event:
    """The event with the slots that people set, and the decisions that touched it in the order of their time.

    What the reports say against it stays in ``disputes`` and ``reports``.
    """
    on_event = {d.id: d for id_ in members for d in applied.events.get(id_, ())}
    touching = {d.id: d for id_ in members for d in applied.touched.get(id_, ())} | on_event
    for decision in sorted(on_event.values(), key=lambda d: (d.at, d.id)):
        if decision.action == "set":
            event = _set(event, decision)
    ids = tuple(d.id for d in sorted(touching.values(), key=lambda d: (d.at, d.id)))
    return replace(event, decisions=ids)


def _set(event: Event, decision: Decision) -> Event:
    slot, value = str(decision.slot), decision.value
    if slot == "quantities":
        return replace(event, toll=_tolls(event.toll, value))
    return replace(event, **{slot: READERS[slot](value) if slot in READERS else value})


def _party(value: Mapping[str, Any]) -> Party:
    return Party(value["name"] or value["text"], value["id"], value["type"], value["country"], "set")


def _site(value: Mapping[str, Any]) -> Site:
    point = (value["latitude"], value["longitude"], value["geonames"], value["precision"])
    return Site(value["name"] or value["text"], value["country"], value["admin1"], *point, "set")


def _when(value: Mapping[str, Any] | None) -> When | None:
    return When(value["from"], value["to"], value["precision"], "set") if value else None


def _tolls(tolls: Sequence[Toll], value: Sequence[Mapping[str, Any]]) -> tuple[Toll, ...]:
    """The tolls of everybody of the kinds set, in their place; what reports count stays beside them.

    A kind without bounds was set to nothing: nobody was counted.
    """
    counts = {(t.kind, t.who): t.counts for t in tolls}
    ours = [
        Toll(
            q["kind"],
            None,
            q["low"],
            q["low"] if q["low"] is not None else q["high"],
            q["high"],
            counts.get((q["kind"], None), ()),
        )
        for q in value
        if q["low"] is not None or q["high"] is not None
    ]
    kinds = {q["kind"] for q in value}
    return (*ours, *(t for t in tolls if t.kind not in kinds or t.who is not None))


READERS: Mapping[str, Callable[[Any], Any]] = {
    "actors": lambda value: tuple(map(_party, value)),
    "recipients": lambda value: tuple(map(_party, value)),
    "places": lambda value: tuple(map(_site, value)),
    "time": _when,
}
