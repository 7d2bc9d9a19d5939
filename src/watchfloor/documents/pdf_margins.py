"""Running heads, feet and page numbers: lines that stand at the same height on page after page."""

import re
from collections import Counter, defaultdict

from .pdf_lines import Line, grouped

#: Share of the page, from above and from below, in which heads and feet stand.
ZONE = 0.13

#: Share of the pages from which a line is running. Left and right pages often have heads of their own: below a half.
PAGES_SHARE = 0.4

#: Size of a head's type and white under it, in terms of the page's main type, where nothing else shows what it is.
SMALL, HEAD_GAP = 0.9, 1.8

#: Points by which a running line's height differs from page to page.
SAME_HEIGHT = 3.0

_NUMBER = re.compile(r"(?:page\s*)?[-–—|\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)


def without_margins(pages: list[list[Line]]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The segments of each page without heads and feet; and the lines of these, each once, for what they say."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, segments in enumerate(pages):
        for row in _zone_rows(segments):
            for key in _keys(row):
                seen[key].add(number)
    needed = max(2.0, PAGES_SHARE * len(pages))
    margins: dict[str, None] = {}
    kept = []
    for segments in pages:
        dropped: set[int] = set()
        body = _body_size(segments)
        for row in _zone_rows(segments):
            words = _words(row)
            running = any(len(seen[key]) >= needed for key in _keys(row))
            alone = _NUMBER.fullmatch(words) or _set_apart(row, segments, body)
            if running or (alone and _outermost(row, segments)):
                margins.setdefault(words)
                dropped.update(map(id, row))
        kept.append([s for s in segments if id(s) not in dropped])
    return kept, tuple(m for m in margins if not _NUMBER.fullmatch(m))


def _zone_rows(segments: list[Line]) -> list[list[Line]]:
    return grouped([s for s in segments if not ZONE * s.height < s.base < (1 - ZONE) * s.height])


def _words(row: list[Line]) -> str:
    return " ".join(s.text for s in row)


def _keys(row: list[Line]) -> tuple[tuple[str, int], ...]:
    """Words without numbers, with the height in two overlapping grids, so that neither parts a line from its kin."""
    words = re.sub(r"\d+", "#", _words(row).casefold())
    return tuple((f"{grid}:{words}", round(row[0].base / (2 * SAME_HEIGHT) + grid / 2)) for grid in (0, 1))


def _body_size(segments: list[Line]) -> float:
    sizes = Counter[float]()
    for segment in segments:
        sizes[round(segment.size, 1)] += len(segment.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _set_apart(row: list[Line], segments: list[Line], body: float) -> bool:
    """True for a head in small type with white under it, which a file of one page has no second page to prove."""
    below = [s.base for s in segments if s.base < row[0].base - SAME_HEIGHT]
    small = max(s.size for s in row) < SMALL * body
    return small and bool(below) and row[0].base - max(below) > HEAD_GAP * body


def _outermost(row: list[Line], segments: list[Line]) -> bool:
    """True where nothing stands above, or nothing below: numbers of a list or table are inside."""
    bases = [s.base for s in segments if all(s is not r for r in row)]
    return not bases or row[0].base >= max(bases) - SAME_HEIGHT or row[0].base <= min(bases) + SAME_HEIGHT
