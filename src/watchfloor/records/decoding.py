"""JSON objects back to records: what `to_dict` wrote, and older records, whose missing fields take their defaults."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .document import Document
from .encoding import RENAMED
from .statement import Statement


def document(record: Mapping[str, Any]) -> Document:
    """The document that ``record`` describes; unknown fields are passed over, a missing needed one is a TypeError."""
    return _builder(Document)(record)  # type: ignore[no-any-return]


def statement(record: Mapping[str, Any]) -> Statement:
    """The statement that ``record`` describes; unknown fields are passed over, a missing needed one is a TypeError."""
    return _builder(Statement)(record)  # type: ignore[no-any-return]


@cache
def _builder(cls: type) -> Callable[[Mapping[str, Any]], Any]:
    """What makes instances of a dataclass; worked out once a class, since a store reads millions."""
    hints = get_type_hints(cls)
    slots = [(f.name, RENAMED.get(f.name, f.name), _reader(hints[f.name])) for f in fields(cls)]

    def build(record: Mapping[str, Any]) -> Any:
        given = {}
        for name, key, read in slots:
            if key in record:
                value = record[key]
                given[name] = value if read is None or value is None else read(value)
        return cls(**given)

    return build


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """What turns a JSON value into one of type ``hint``; None where it is that already."""
    if get_origin(hint) is tuple:
        inner = _reader(get_args(hint)[0])
        return tuple if inner is None else lambda values: tuple(map(inner, values))
    if get_origin(hint) in (Union, UnionType):
        (kind,) = [a for a in get_args(hint) if a is not NoneType] if NoneType in get_args(hint) else (str,)
        return _reader(kind)
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return _builder(hint)
    return None
