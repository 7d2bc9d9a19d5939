"""The lines of a PDF page in reading order: characters to segments by position, segments to columns by white space."""

import ctypes
from dataclasses import dataclass, replace
from typing import Any

#: Gap between two characters, in type sizes, that no space of a justified line reaches: another column or cell.
COLUMN_GAP = 1.6

#: How far the baseline may move within a line, in type sizes: raised note marks do, the next line moves further.
BASELINE_SHIFT = 0.45

#: Lines that a column has at the least. Fewer beside each other are a table or a letterhead, read row by row.
COLUMN_LINES = 4

#: Segments of a page above which it is a map or a drawing and not columns of text.
MAX_SEGMENTS = 2_000

#: Share of a column's width that its lines fill in the middle case. Cells of a table are ragged and fill less.
COLUMN_FILL = 0.6

#: Share of a page's lines that may run across the gap between columns (headlines, pictures' captions).
CROSSING_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of it in one column. Points from the lower left corner of a page ``height`` high.

    ``column`` numbers the runs of lines that stand under each other on the page; ``size`` is the type size and ``bold``
    as far as the font's name tells.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int = 0
    height: float = 0.0
    column: int = 0


def page_segments(page: Any, number: int) -> list[Line]:
    """Segments of ``page`` in the order of the file; text that does not run level (watermarks, stamps) is left out."""
    text_page = page.get_textpage()
    try:
        return [replace(s, page=number, height=page.get_height()) for s in _segments(text_page)]
    finally:
        text_page.close()
        page.close()


def reading_order(segments: list[Line]) -> list[Line]:
    """Lines of one page in reading order, numbered by column."""
    return [replace(line, column=number) for number, column in enumerate(_columns(segments)) for line in column]


def _segments(text_page: Any) -> list[Line]:
    """Runs of characters that stand on one baseline without a wide gap, in the order of the file."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    segments: list[Line] = []
    text: list[str] = []
    left = right = base = size = 0.0
    first = 0

    def close() -> None:
        words = "".join(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
        if words and abs(pdfium.FPDFText_GetCharAngle(text_page, first)) % 6.283 < 0.1:
            segments.append(Line(words, left, right, base, size, _bold(text_page, first)))
        text.clear()

    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (0x0A, 0x0D):
            continue
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            if text:
                text.append("-" if code in (0x02, 0xFFFE) else chr(code))
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        height = box.top - box.bottom
        jump = box.left - right
        if text and (abs(y.value - base) > BASELINE_SHIFT * max(size, height) or not -size < jump < COLUMN_GAP * size):
            close()
        if not text:
            if chr(code).isspace():
                continue
            left, base, size, first = box.left, y.value, height, index
        text.append("-" if code in (0x02, 0xFFFE) else chr(code))
        right, size = box.right, max(size, height)
    close()
    return segments


def _bold(text_page: Any, index: int) -> bool:
    import pypdfium2.raw as pdfium

    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, 128, flags)
    font = name.value.lower()
    return any(word in font for word in (b"bold", b"black", b"heavy", b"demi"))


def _columns(segments: list[Line]) -> list[list[Line]]:
    """Segments grouped into columns in reading order, each joined into lines from the top down."""
    gap = _gutter(segments)
    if gap is None:
        return [rows(segments)] if segments else []
    across = sorted((s for s in segments if s.left < gap < s.right), key=lambda s: -s.base)
    columns: list[list[Line]] = []
    top = float("inf")
    for bottom, crossing in [*((s.base, s) for s in across), (float("-inf"), None)]:
        band = [s for s in segments if bottom < s.base <= top and not s.left < gap < s.right]
        for side in ([s for s in band if s.right <= gap], [s for s in band if s.left >= gap]):
            columns += _columns(side)
        if crossing:
            if columns and columns[-1] and columns[-1][-1].left < gap < columns[-1][-1].right:
                columns[-1].append(crossing)
            else:
                columns.append([crossing])
        top = bottom
    return columns


def _gutter(segments: list[Line]) -> float | None:
    """Where a vertical white band parts ``segments`` into columns of running text; the one that fewest lines cross."""
    if not 2 * COLUMN_LINES <= len(segments) <= MAX_SEGMENTS:
        return None
    edges = sorted({s.left for s in segments})
    best: tuple[int, float] | None = None
    for edge in edges[1:]:
        gap = edge - 0.5
        left = [s for s in segments if s.right <= gap]
        right = [s for s in segments if s.left >= gap]
        crossing = len(segments) - len(left) - len(right)
        if crossing > CROSSING_SHARE * len(segments) or not (_is_column(left) and _is_column(right)):
            continue
        if not _side_by_side(left, right):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, gap)
    return best[1] if best else None


def _side_by_side(left: list[Line], right: list[Line]) -> bool:
    """False where one stands above the other."""
    top = min(max(s.base for s in side) for side in (left, right))
    return top >= max(min(s.base for s in side) for side in (left, right))


def _is_column(segments: list[Line]) -> bool:
    if len({round(s.base) for s in segments}) < COLUMN_LINES:
        return False
    width = max(s.right for s in segments) - min(s.left for s in segments)
    fills = sorted((s.right - s.left) / width for s in segments) if width else [0.0]
    return fills[len(fills) // 2] >= COLUMN_FILL


def rows(segments: list[Line]) -> list[Line]:
    """Segments of one column as lines from the top down; those on one baseline are joined from left to right."""
    return [_joined(row) for row in grouped(segments)]


def grouped(segments: list[Line]) -> list[list[Line]]:
    """Segments by baseline, from the top down and from left to right."""
    groups: list[list[Line]] = []
    for segment in sorted(segments, key=lambda s: (-s.base, s.left)):
        if groups and abs(groups[-1][0].base - segment.base) <= BASELINE_SHIFT * min(groups[-1][0].size, segment.size):
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return [sorted(group, key=lambda s: s.left) for group in groups]


def _joined(row: list[Line]) -> Line:
    return replace(
        row[0],
        text=" ".join(s.text for s in row),
        right=max(s.right for s in row),
        size=max(s.size for s in row),
        bold=all(s.bold for s in row),
    )
