"""What people decided: signed, dated, reversible, and kept apart from what the machine found."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Literal, get_args

from .span import Span

Action = Literal["confirm", "reject", "set", "add", "merge", "split", "apart", "same-actor", "different-actor", "undo"]
Scope = Literal["statement", "event", "actor", "decision"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a decision hangs: words of a document, so that it finds them again when the document is coded anew.

    ``key`` is the document's key, ``document`` the version decided on, ``statement`` the id at that time; ``evidence``
    is the sentence, by which the words are found in a changed version.
    """

    key: str
    document: str
    statement: str
    type: str
    trigger: Span
    evidence: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the table of decisions; nothing is ever taken out of it, an ``undo`` row names the row undone.

    ``at`` is UTC, ISO 8601 with microseconds and Z: rows are ordered by (at, id). ``subjects`` are the statements
    decided on: of an event all that it has then, of a slot of an event the founding one, of a split those taken out.
    ``others``: of a merge, and of two events held apart, the statements of the other one; of a split, those that stay.
    Founding ones come first.
    ``actors``: the two of "same" or "different": ids, or names as in texts.
    ``before`` and ``value`` are plain JSON in the form of the record's slot; of ``add``, a whole statement.
    """

    id: str
    action: Action
    scope: Scope
    by: str
    at: str
    reason: str
    subjects: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    actors: tuple[str, ...] = ()
    slot: str | None = None
    before: Any = field(default=None, hash=False)
    value: Any = field(default=None, hash=False)
    undoes: str | None = None

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> "Decision":
        """Read what ``to_dict`` wrote; raises ValueError that names the field."""
        values = _fields(cls, row)
        for name, known in (("action", Action), ("scope", Scope)):
            _one_of(name, values[name], get_args(known))
        for name in ("subjects", "others"):
            values[name] = tuple(_anchor(name, each) for each in values.get(name) or ())
        values["actors"] = tuple(values.get("actors") or ())
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Rating:
    """How reliable somebody holds a source to be, A (always) to F (cannot be judged): all of it, or one document.

    ``source`` is an id of the registry, or the name of a publication that has none; ``document`` a document's key.
    The latest rating of a source or document counts.
    """

    source: str
    reliability: Reliability
    by: str
    at: str
    note: str = ""
    document: str | None = None

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> "Rating":
        """Read what ``to_dict`` wrote; raises ValueError that names the field."""
        values = _fields(cls, row)
        _one_of("reliability", values["reliability"], get_args(Reliability))
        return cls(**values)


def _fields(cls: type, row: Mapping[str, Any]) -> dict[str, Any]:
    known = {f.name: f.default is MISSING for f in fields(cls)}
    for name in row:
        if name not in known and name != "record":
            raise ValueError(f"{cls.__name__.lower()}: unknown field {name!r}")
    for name, needed in known.items():
        if needed and name not in row:
            raise ValueError(f"{cls.__name__.lower()}: {name!r} is missing")
    return {name: row[name] for name in known if name in row}


def _one_of(name: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ValueError(f"{name} is {value!r}, not one of {', '.join(known)}")


def _anchor(name: str, row: Any) -> Anchor:
    if not isinstance(row, Mapping):
        raise ValueError(f"{name} holds {row!r}, which is no anchor")
    values = _fields(Anchor, row)
    return Anchor(**{**values, "trigger": Span(**_fields(Span, values["trigger"]))})
