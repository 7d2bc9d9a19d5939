"""Figures written into a page of the documentation, between marks that name them: nobody copies them by hand."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from evaluation.figure import Figure
from evaluation.table import counts, score
from watchfloor import __version__


def write(path: Path, name: str, lines: Iterable[str]) -> None:
    """Put the lines between ``<!-- NAME -->`` and ``<!-- end of NAME -->``; raises ValueError where those are not."""
    text = path.read_text(encoding="utf-8")
    marked = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- end of {re.escape(name)} -->)", re.DOTALL)
    if not marked.search(text):
        raise ValueError(f"{path} has no <!-- {name} -->")
    filled = "".join(f"{line}\n" for line in lines)
    path.write_text(marked.sub(lambda m: m[1] + filled + m[2], text), encoding="utf-8")


def rows(headings: Sequence[str], cells: Iterable[Sequence[str]], align: str = "---") -> list[str]:
    """A table of texts in Markdown; ``align`` is "---:" for columns of numbers."""
    return [f"| {' | '.join(row)} |" for row in (headings, [align] * len(headings), *cells)]


def figures(measured: Sequence[Figure], split: str, day: date) -> list[str]:
    """The table of figures in Markdown, with the version and the day."""
    lines = [
        f"Version {__version__}, {split}, measured on {day.isoformat()}. Counts are right / of, or right / found / of.",
        "",
        "| measure | figure | value | P | R | counts | target | |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for f in measured:
        sign = "≤" if f.at_most else "≥"
        target = "" if f.target is None else f"{sign} {f.target:.2f} {'met' if f.met else 'short'}"
        cells = [f.measure, f.name, score(f.value), score(f.precision), score(f.recall), counts(f), target, f.note]
        lines.append(f"| {' | '.join(cells)} |")
    return lines
