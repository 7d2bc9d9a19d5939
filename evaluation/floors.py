"""Floors under the figures that the project can compute by itself: which of them a figure fell under."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from evaluation.figure import Figure

FILE = Path(__file__).with_name("floors.toml")


def read(path: Path = FILE) -> dict[str, float]:
    """Floors by the name of their figure; raises ValueError for a line that does not say why it stands there."""
    text = path.read_text(encoding="utf-8")
    bare = [line for line in text.splitlines() if "=" in line.partition("#")[0] and not line.partition("#")[2].strip()]
    if bare:
        raise ValueError(f"{path.name}: no reason in the line: {bare[0]}")
    return {name: float(floor) for name, floor in tomllib.loads(text).items()}


def fallen(figures: Sequence[Figure], floors: dict[str, float]) -> list[str]:
    """A line for every figure under its floor, and for every floor whose figure is gone; thousandths are compared."""
    values = {figure.name: round(figure.value, 3) for figure in figures}
    gone = [f"{name}: there is no such figure" for name in floors if name not in values]
    return gone + [
        f"{name}: {value:.3f} is under its floor of {floors[name]:.3f}"
        for name, value in values.items()
        if name in floors and value < floors[name]
    ]
