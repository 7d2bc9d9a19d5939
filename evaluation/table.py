"""Figures as a table for people and as JSON for programs."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from evaluation.figure import Figure
from watchfloor import __version__

#: Wide enough for every column on one line where nobody's terminal says how wide it is.
PIPED_WIDTH = 150


def show(figures: Sequence[Figure], title: str) -> None:
    """Print the table on standard output; in colour on a terminal only."""
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False)
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for heading in ("measure", "figure"):
        table.add_column(heading)
    for heading in ("value", "P", "R", "counts", "target"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("")
    table.add_column("note")
    shown = ""
    for figure in figures:
        if shown and figure.measure != shown:
            table.add_section()
        table.add_row("" if figure.measure == shown else figure.measure, *_cells(figure))
        shown = figure.measure
    console.print(table)


def show_rows(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print texts in columns on standard output."""
    table = Table(*headings, box=box.SIMPLE_HEAD)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False).print(table)


def _cells(figure: Figure) -> list[str]:
    met = {True: "[green]met[/]", False: "[red]short[/]", None: ""}[figure.met]
    return [
        figure.name,
        score(figure.value),
        score(figure.precision),
        score(figure.recall),
        counts(figure),
        "" if figure.target is None else f"{'<=' if figure.at_most else '>='} {figure.target:.2f}",
        met,
        figure.note,
    ]


def counts(figure: Figure) -> str:
    """What the value rests on: "351 / 402" of a share, "351 / 396 / 425" (right, found, reference) of an F1."""
    return " / ".join(f"{count:g}" for count in (figure.right, figure.found, figure.of) if count is not None)


def score(value: float | None) -> str:
    """Three decimals; nothing for nothing."""
    return "" if value is None else f"{value:.3f}"


def write(figures: Sequence[Figure], missing: Sequence[str], split: str, path: Path) -> None:
    """Write the figures, unrounded, and what could not be measured."""
    rows = [
        {
            "measure": f.measure, "name": f.name, "value": f.value, "precision": f.precision, "recall": f.recall,
            "right": f.right, "found": f.found, "of": f.of, "target": f.target, "met": f.met, "note": f.note,
        }
        for f in figures
    ]  # fmt: skip
    whole = {"version": __version__, "split": split, "figures": rows, "missing": list(missing)}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
