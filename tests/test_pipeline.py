"""The whole path: evidence that can be checked, the same every time, and no text that breaks it."""

import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import watchfloor
from watchfloor.documents import Hints, find, read
from watchfloor.pipeline import Coded, Coder
from watchfloor.records import Document, Span, digest, to_dict

SAMPLES = Path(watchfloor.__file__).parent / "samples"
PUBLISHED = "2021-09-24"


def document(text: str, **known: Any) -> Document:
    """A document of one text, as a reader would make it."""
    return Document(
        **{"id": digest(text), "key": "k", "path": "p", "text": text, "published": PUBLISHED, "language": "en"} | known
    )


def evidence(value: Any) -> Iterator[Any]:
    """All parts of a record that stand for characters of the document."""
    if isinstance(value, tuple):
        for part in value:
            yield from evidence(part)
    elif is_dataclass(value):
        if all(hasattr(value, name) for name in ("text", "start", "end")):
            yield value
        for field in fields(value):
            yield from evidence(getattr(value, field.name))


def sound(coded: Coded) -> None:
    """Assert what holds of every coded document."""
    text = coded.document.text
    for part in (*evidence(coded.statements), *evidence(coded.document.citations), *coded.document.furniture):
        assert text[part.start : part.end] == part.text, part
    ids = Counter(s.id for s in coded.statements)
    assert all(n == 1 for n in ids.values()), ids
    for statement in coded.statements:
        assert statement.document == coded.document.id
        assert statement.trigger.text.strip()
        assert statement.evidence.holds(statement.trigger) or "\n" in text
        assert statement.rule
        for quantity in statement.quantities:
            assert None in (quantity.low, quantity.high) or quantity.low <= quantity.high  # type: ignore[operator]
    for record in (coded.document, *coded.statements):
        assert json.loads(json.dumps(to_dict(record))) == to_dict(record)


@pytest.fixture(scope="module")
def samples(coder: Coder) -> list[Coded]:
    """All packaged samples, coded."""
    return [coder.code(d) for d in _samples()]


def _samples() -> list[Document]:
    raise NotImplementedError
