"""The reliability plot as SVG: confidence to the right, the share that is right upwards, a dot for each bin."""

from collections.abc import Iterator, Sequence

#: Pixels of the plot and of the margin that holds its labels.
SIDE = 360
MARGIN = 48
#: A dot's area grows with its statements; the fullest bin's has this radius.
LARGEST = 14.0


def draw(bins: Sequence[tuple[int, float, float]]) -> str:
    """The plot of bins given as (count, confidence, share right)."""
    size = SIDE + 2 * MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" '
        f'font-family="sans-serif" font-size="12"><title>Confidence and share right</title>'
        f'<rect width="{size}" height="{size}" fill="white"/>'
    )
    return "\n".join([head, *_frame(), *_dots(bins), "</svg>\n"])


def _frame() -> Iterator[str]:
    x0, y0, x1, y1 = _x(0), _y(0), _x(1), _y(1)
    yield f'<path d="M{x0} {y1}V{y0}H{x1}" fill="none" stroke="#444"/>'
    yield f'<path d="M{x0} {y0}L{x1} {y1}" stroke="#999" stroke-dasharray="4 4"/>'
    for tenths in range(0, 11, 2):
        value = tenths / 10
        yield f'<text x="{_x(value)}" y="{y0 + 18}" text-anchor="middle">{value:.1f}</text>'
        yield f'<text x="{x0 - 8}" y="{_y(value) + 4}" text-anchor="end">{value:.1f}</text>'
    yield f'<text x="{_x(0.5)}" y="{y0 + 38}" text-anchor="middle">confidence</text>'
    yield f'<text transform="translate(14 {_y(0.5)}) rotate(-90)" text-anchor="middle">share right</text>'


def _dots(bins: Sequence[tuple[int, float, float]]) -> Iterator[str]:
    fullest = max((count for count, _, _ in bins), default=1)
    for count, confidence, right in bins:
        radius = LARGEST * (count / fullest) ** 0.5
        x, y = _x(confidence), _y(right)
        yield f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill="#1b6ca8" fill-opacity="0.7"/>'
        yield f'<text x="{x}" y="{y - radius - 4:.1f}" text-anchor="middle">{count}</text>'


def _x(value: float) -> float:
    return round(MARGIN + value * SIDE, 1)


def _y(value: float) -> float:
    return round(MARGIN + (1 - value) * SIDE, 1)
