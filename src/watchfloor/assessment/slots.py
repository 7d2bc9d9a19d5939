"""The slots of a statement that people can set: where each stands in the record, and how its values compare."""

from collections.abc import Mapping
from typing import Any

from watchfloor.records import Statement, decoding, to_dict

#: Slots in the attribution; the others stand in the statement itself.
NESTED = ("speaker", "citations")
#: What says where words stand, and nothing of what they mean.
PLACING = frozenset({"start", "end", "mention"})


def slot_of(statement: Statement, slot: str) -> Any:
    """The value of a slot as plain JSON."""
    record = to_dict(statement)
    return record["attribution"][slot] if slot in NESTED else record[slot]


def with_slot(statement: Statement, slot: str, value: Any) -> Statement:
    """The statement with another value of a slot; raises ValueError where the value has not the slot's form."""
    record = to_dict(statement)
    (record["attribution"] if slot in NESTED else record)[slot] = value
    return read(record)


def read(record: Mapping[str, Any]) -> Statement:
    """The statement that a record describes; raises ValueError."""
    try:
        return decoding.statement(record)
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"no statement: {error}") from error


def same(one: Any, other: Any) -> bool:
    """True where two values mean the same: who, where and when, wherever the words for it stand."""
    return bool(_meaning(one) == _meaning(other))


def words(value: Any) -> str:
    """A value for people, in short: "iskp, taliban", "2021-10-08 to 2021-10-09", "killed 46 to 50"."""
    if isinstance(value, list | tuple):
        return ", ".join(map(words, value)) or "nothing"
    if not isinstance(value, Mapping):
        return "nothing" if value is None else str(value)
    ends = [str(value[key]) for key in ("from", "to", "low", "high") if value.get(key) is not None]
    named = value.get("id") or value.get("name") or value.get("kind") or value.get("outlet")
    return " ".join(filter(None, [named, " to ".join(dict.fromkeys(ends))])) or str(value.get("text") or "nothing")


def _meaning(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_meaning(each) for each in value]
    if not isinstance(value, Mapping):
        return value
    for keys in (("geonames",), ("id",), ("from", "to"), ("kind", "low", "high"), ("name",)):
        if all(key in value for key in keys) and any(value[key] is not None for key in keys):
            return tuple(value[key] for key in keys)
    return {key: _meaning(each) for key, each in value.items() if key not in PLACING}
