"""The blocks of a marked-up page put into one text, with the ranges of what the markup tells apart."""

import re
from dataclasses import dataclass, field
from typing import Literal

from .content import Range

Role = Literal["prose", "heading", "item", "caption"]

BULLET = "- "


@dataclass
class Builder:
    """Joins blocks by an empty line and keeps where headings, bullets and captions came to lie."""

    parts: list[str] = field(default_factory=list)
    headings: list[Range] = field(default_factory=list)
    furniture: list[Range] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, role: Role = "prose") -> None:
        """Append one block; blank ones are passed over, NUL and lone surrogates are written as U+FFFD."""
        text = clean(text).strip()
        if not text:
            return
        separator = "\n\n" if self.parts else ""
        start = self.length + len(separator)
        if role == "item":
            text = BULLET + text
            self.furniture.append((start, start + len(BULLET)))
        end = start + len(text)
        if role == "heading":
            self.headings.append((start, end))
        elif role == "caption":
            self.furniture.append((start, end))
        self.parts.append(separator + text)
        self.length = end

    @property
    def text(self) -> str:
        """All blocks."""
        return "".join(self.parts)


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` with NUL and halves of surrogate pairs, which cannot be stored, as U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)
