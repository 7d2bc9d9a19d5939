"""Measure: ``python -m evaluation --data DATA --gold GOLD --split dev [--only NAME ...] [--json FILE] [--page FILE]``.

Prints one table of all figures. What a folder lacks is told in a line on standard error and the other measures go on;
the exit status is then 1. A figure that falls short of its target is marked and changes nothing else.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from subprocess import CalledProcessError

from evaluation import page, table
from evaluation.figure import Figure
from evaluation.inputs import Inputs, Measure, parser
from evaluation.registry import MEASURES
from watchfloor import __version__
from watchfloor.coder import Coder

#: What a corpus or a scorer leads to that is not laid out as ours.
LAID_OUT_OTHERWISE = (OSError, ValueError, KeyError, CalledProcessError)


class Unmeasured(Exception):
    """A measure that cannot be taken, and why."""


def main() -> int:
    """Run what was asked for; the exit status."""
    options = _options()
    inputs = Inputs(options.data, options.gold, options.split, Coder.load())
    figures, missing = measure([m for m in MEASURES if not options.only or m.name in options.only], inputs)
    table.show(figures, f"Watchfloor {__version__}, {options.split}")
    if options.json:
        table.write(figures, missing, options.split, options.json)
    if options.page:
        page.write(options.page, "figures", page.figures(figures, options.split, date.today()))
    return 1 if missing else 0


def _options() -> argparse.Namespace:
    names = [m.name for m in MEASURES]
    arguments = parser("python -m evaluation", f"Measure Watchfloor on references: {', '.join(names)}.")
    arguments.add_argument("--only", nargs="+", choices=names, metavar="NAME", help="these measures")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    arguments.add_argument("--page", type=Path, metavar="FILE.md", help="put the table into this page as well")
    options = arguments.parse_args()
    if options.page and options.only:
        arguments.error("a page holds the figures of all measures: --page goes without --only")
    return options


def measure(measures: Sequence[Measure], inputs: Inputs) -> tuple[list[Figure], list[str]]:
    """All figures, and a line for each measure that could not be taken; the lines go to standard error as they come."""
    figures: list[Figure] = []
    missing: list[str] = []
    for each in measures:
        start = time.perf_counter()
        try:
            figures += _take(each, inputs)
        except Unmeasured as why:
            missing.append(f"{each.name}: {why}")
            print(missing[-1], file=sys.stderr)
        else:
            print(f"{each.name}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
    return figures, missing


def _take(measure: Measure, inputs: Inputs) -> list[Figure]:
    absent = inputs.missing(measure.needs)
    if absent:
        raise Unmeasured(f"missing {', '.join(map(str, absent))}")
    try:
        return measure.run(inputs)
    except LAID_OUT_OTHERWISE as fault:
        raise Unmeasured(f"cannot be measured: {type(fault).__name__}: {fault}") from fault


if __name__ == "__main__":
    sys.exit(main())
