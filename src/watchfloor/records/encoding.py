"""Records as JSON objects, and the hashes that name them."""

import hashlib
from dataclasses import fields, is_dataclass
from typing import Any

from .decision import Decision, Rating
from .document import Document
from .event import Event
from .profile import Profile
from .statement import Statement

#: Hexadecimal digits of an id: 64 bits, a clash in ten million records is a one in 300,000 chance.
ID_DIGITS = 16

# "from" is a Python keyword, so the attribute has another name than the field of the record.
RENAMED = {"since": "from", "until": "to"}


def digest(*parts: str | bytes | int) -> str:
    """The id of something made of ``parts``; each part is set off from the next, so ("a", "bc") is not ("ab", "c")."""
    h = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode()
        h.update(len(data).to_bytes(8, "big"))
        h.update(data)
    return h.hexdigest()[:ID_DIGITS]


def to_dict(record: Document | Statement | Event | Decision | Rating | Profile) -> dict[str, Any]:
    """The record as a JSON object, its kind under "record" first, fields in the order of the class."""
    return {"record": type(record).__name__.lower(), **_object(record)}


def _object(value: Any) -> dict[str, Any]:
    return {RENAMED.get(f.name, f.name): _plain(getattr(value, f.name)) for f in fields(value)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value
