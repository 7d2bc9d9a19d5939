"""An explanation as a waterfall chart: from the start, each comparison a step up or down, to the total."""

from collections.abc import Callable
from html import escape

from .explanation import Explanation

#: Sizes in pixels of the drawing's own measure; it scales to whatever holds it.
WIDTH, ROW, TOP, LEFT, RIGHT = 760, 34, 64, 300, 70
#: Colours that stay apart for the colour-blind and in grey: blue for one event, orange against, grey for sums.
FOR, AGAINST, SUM, INK, FAINT = "#2b6cb0", "#c05621", "#4a5568", "#1a202c", "#cbd5e0"
#: Bits of one step of the scale, chosen so that at most about ten lines stand.
STEPS = (1, 2, 5, 10, 20)


def waterfall(explanation: Explanation, title: str = "Why these are one event") -> str:
    """An SVG document; every text is escaped."""
    sums = [0.0, explanation.start]
    for part in explanation.parts:
        sums.append(sums[-1] + part.bits)
    low, high = min(*sums, explanation.threshold, 0.0), max(*sums, explanation.threshold, 0.0)
    step = next((s for s in STEPS if (high - low) / s <= 10), STEPS[-1])
    low, high = (low // step) * step, -(-high // step) * step
    scale = (WIDTH - LEFT - RIGHT) / (high - low or 1)
    rows = [("start", "before anything is compared", 0.0, explanation.start, SUM)]
    at = explanation.start
    for part in explanation.parts:
        rows.append((part.comparison, part.level, at, at + part.bits, _colour(part.bits)))
        at += part.bits
    rows.append(("together", "", 0.0, at, SUM))
    bottom = TOP + ROW * len(rows)

    def x(bits: float) -> float:
        return round(LEFT + (bits - low) * scale, 1)

    lines = [_scale(x, low, high, step, bottom), _line(x(explanation.threshold), bottom)]
    for index, (name, level, since, until, colour) in enumerate(rows):
        lines.append(_row(TOP + ROW * index, name, level, x(since), x(until), until - since, colour))
        if index + 1 < len(rows):
            y = TOP + ROW * index
            lines.append(f'<line x1="{x(until)}" y1="{y + 26}" x2="{x(until)}" y2="{y + ROW + 8}" stroke="{FAINT}"/>')
    height = bottom + 46
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" font-family="system-ui, sans-serif" font-size="13" fill="{INK}">\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n'
        f'<text x="20" y="30" font-size="17" font-weight="600">{escape(title)}</text>\n'
        + "\n".join(lines)
        + f'\n<text x="20" y="{bottom + 32}">{escape(explanation.verdict)}</text>\n</svg>\n'
    )


def _scale(x: Callable[[float], float], low: float, high: float, step: float, bottom: int) -> str:
    lines = []
    for n in range(int(round((high - low) / step)) + 1):
        bits = low + n * step
        strong = "#718096" if bits == 0 else "#edf2f7"
        lines.append(f'<line x1="{x(bits)}" y1="{TOP}" x2="{x(bits)}" y2="{bottom}" stroke="{strong}"/>')
        lines.append(
            f'<text x="{x(bits)}" y="{TOP - 8}" text-anchor="middle" font-size="11" fill="#718096">{bits:+g}</text>'
        )
    return "\n".join(lines)


def _line(x: float, bottom: int) -> str:
    """Where a merge begins."""
    return (
        f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{bottom}" stroke="{INK}" stroke-dasharray="4 3"/>'
        f'<text x="{x}" y="{bottom + 12}" text-anchor="middle" font-size="11">a merge needs this much</text>'
    )


def _colour(bits: float) -> str:
    return FOR if bits > 0 else AGAINST if bits < 0 else FAINT


def _row(y: int, name: str, level: str, since: float, until: float, bits: float, colour: str) -> str:
    left, width = min(since, until), max(abs(until - since), 1.5)
    label = f"{bits:+.1f}" if abs(bits) >= 0.05 else "0"
    # a white rim keeps numbers readable where lines cross them
    beside = (
        f'<text x="{max(since, until) + 6}" y="{y + 21}" font-variant-numeric="tabular-nums" '
        f'stroke="#ffffff" stroke-width="4" paint-order="stroke">{label}</text>'
    )
    return (
        f'<text x="20" y="{y + 21}" font-weight="600">{escape(name)}</text>'
        f'<text x="96" y="{y + 21}" fill="{SUM}">{escape(level)}</text>'
        f'<rect x="{left}" y="{y + 8}" width="{width:.1f}" height="18" rx="2" fill="{colour}"/>{beside}'
    )
