"""Lines of a PDF put back into paragraphs: joined over columns and pages, words joined over hyphens, headings found."""

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

from .blocks import Role
from .paragraphs import SENTENCE_END
from .pdf_lines import Line

#: Type size of a heading over that of the text, from which size alone tells.
HEADING_SIZE = 1.12

#: Lines of a heading; more are a highlighted paragraph.
HEADING_LINES = 4

#: Distance between baselines over the usual one, from which a new paragraph begins.
PARAGRAPH_GAP = 1.35

#: Indent of a first line, in type sizes, and how far from the right edge a last line ends.
INDENT, SHORT_LINE = 0.7, 2.5

#: Parts before a hyphen that keep it when a line ends there ("self-detonated"). Others lose it.
PREFIXES = frozenset(
    ("anti", "pro", "non", "ex", "self", "co", "pre", "post", "counter", "cross", "vice", "half", "semi", "mid",
     "inter", "sub", "so", "high", "low", "long", "short", "well", "ill", "then", "two", "three", "four", "five",
     "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
     "ninety", "north", "south", "east", "west", "al", "el", "de")
)  # fmt: skip

_BULLET = re.compile(r"[•▪◦●■–—*-]\s+")
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|\([a-z0-9]\))\s+[A-Z]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


Edges = dict[tuple[int, int], tuple[float, float]]
"""Left and right edge of each column, by page and column."""


def pdf_paragraphs(lines: list[Line]) -> Iterator[tuple[str, Role]]:
    """Text and role of each paragraph of ``lines``, which stand in reading order."""
    if not lines:
        return
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    body = max(sizes, key=lambda s: (sizes[s], -s))
    leading = _leading(lines, body)
    words = Counter(w.casefold() for line in lines for w in _WORD.findall(line.text))
    edges = _edges(lines)
    group: list[Line] = []
    for line in lines:
        if group and _begins(group[-1], line, body, leading, edges):
            yield _paragraph(group, body, words)
            group = []
        group.append(line)
    yield _paragraph(group, body, words)


def _leading(lines: list[Line], body: float) -> float:
    steps = [
        a.base - b.base
        for a, b in zip(lines, lines[1:], strict=False)
        if (a.page, a.column) == (b.page, b.column) and abs(a.size - body) < 0.6 and a.base > b.base
    ]
    return median(steps) if steps else 1.2 * body


def _edges(lines: list[Line]) -> Edges:
    edges: Edges = {}
    for line in lines:
        left, right = edges.get((line.page, line.column), (line.left, line.right))
        edges[line.page, line.column] = (min(left, line.left), max(right, line.right))
    return edges


def _begins(before: Line, line: Line, body: float, leading: float, edges: Edges) -> bool:
    """True where ``line`` opens a paragraph after ``before``."""
    if abs(line.size - before.size) > 0.08 * body or line.bold is not before.bold:
        return True
    left, _ = edges[line.page, line.column]
    _, right = edges[before.page, before.column]
    ended = bool(SENTENCE_END.search(before.text))
    if _BULLET.match(line.text) or (_NUMBERED.match(line.text) and ended):
        return True
    short = before.right < right - SHORT_LINE * body
    if (line.page, line.column) != (before.page, before.column):
        heading = before.size > HEADING_SIZE * body or before.bold
        return heading or (ended and (short or line.left > left + INDENT * body))
    if before.base - line.base > PARAGRAPH_GAP * leading * max(1.0, line.size / body):
        return True
    indented = line.left > left + INDENT * body and before.left <= left + INDENT * body
    return ended and (indented or short)


def _paragraph(group: list[Line], body: float, words: Counter[str]) -> tuple[str, Role]:
    text = group[0].text
    for line in group[1:]:
        text = _join(text, line.text, words)
    bullet = _BULLET.match(text)
    if bullet:
        return text[bullet.end() :], "item"
    large = min(line.size for line in group) >= HEADING_SIZE * body
    bold = all(line.bold for line in group) and not SENTENCE_END.search(text)
    return text, "heading" if (large or bold) and len(group) <= HEADING_LINES else "prose"


def _join(text: str, following: str, words: Counter[str]) -> str:
    """``text`` and the next line: a word divided by a hyphen becomes one again, a compound keeps its hyphen."""
    if not text.endswith(("-", "\u00ad", "\u2010")):
        return f"{text} {following}"
    stem, head = text[:-1], re.search(r"[^\W\d_]+$", text[:-1])
    tail = re.match(r"[^\W\d_]+", following)
    if not head or not tail:
        return f"{text}{following}" if re.search(r"[\w.]$", stem) and following[:1].isalnum() else f"{text} {following}"
    if text.endswith("\u00ad"):
        return stem + following
    whole, compound = (head[0] + tail[0]).casefold(), f"{head[0]}-{tail[0]}".casefold()
    if words[compound] and not words[whole]:
        return f"{stem}-{following}"
    if words[whole] or (tail[0].islower() and head[0].casefold() not in PREFIXES and "-" not in stem.split()[-1]):
        return stem + following
    return f"{stem}-{following}"
