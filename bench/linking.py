"""Seconds and peak memory of linking invented statements, and how both grow: `make bench-linking`.

Statements come by the million from `tools/corpus`, at one density a day and with the null rates of the references: a
day in 16 of 109, a place in 34 of 109. Everything that linking does is measured, from the table of rows to the tables
that the store keeps; making the statements is not. Each size runs in a process of its own, on two threads.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TypedDict

import duckdb
import pyarrow as pa
from rich import box
from rich.console import Console
from rich.table import Table

TOOLS = Path(__file__).parent.parent / "tools"
#: The million is the one that is to be met; the others show how it grows.
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000)
MILLION = 1_000_000
#: What a million may take on two cores.
SLOWEST = 120.0
LARGEST = 4_000_000_000
THREADS = 2


class Measured(TypedDict):
    """One run: seconds passed and of the processor, bytes at the peak, events, and F1 over pairs of the true events."""

    statements: int
    seconds: float
    cpu: float
    peak: int
    events: int
    f1: float


def measure(count: int) -> Measured:
    """Link so many statements in this process."""
    sys.path.insert(0, str(TOOLS))
    from corpus.rows import statements
    from watchfloor import knowledge, linking

    known = knowledge.load()
    len(known.actors)
    batches, truth = [], []
    for batch, events in statements(count):
        batches.append(batch)
        truth += events
    rows = pa.Table.from_batches(batches)
    del batches
    start, before = time.perf_counter(), time.process_time()
    linked = linking.link(rows, known=known, threads=THREADS)
    seconds, cpu = time.perf_counter() - start, time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {
        "statements": count,
        "seconds": seconds,
        "cpu": cpu,
        "peak": peak,
        "events": len(linked.assignments["event"].unique()),
        "f1": _f1(rows["id"], truth, linked.assignments),
    }


def _f1(ids: pa.ChunkedArray, truth: list[str], assignments: pa.Table) -> float:
    """Over pairs of statements, by how many lie in the same true event, the same linked one, and both."""
    with duckdb.connect() as connection:
        connection.register("truth", pa.table({"statement": ids, "happened": truth}))
        connection.register("linked", assignments)
        counted = connection.execute(
            """
            with met as (select happened, event, count(*) as n from truth join linked using (statement) group by all)
            select sum(n * (n - 1)) / (
                (select sum(n * (n - 1)) from (select sum(n) as n from met group by happened)) +
                (select sum(n * (n - 1)) from (select sum(n) as n from met group by event))) * 2
            from met
            """
        ).fetchone()
    return float(counted[0] or 0) if counted else 0.0


def main() -> int:
    """Print the table; the exit status is 1 where a million takes longer or more memory than it may."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), help="statements (default up to 3,000,000)")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        print(json.dumps(measure(given.alone)))
        return 0
    console = Console(width=None if sys.stdout.isatty() else 100, highlight=False)
    table = Table(title=f"Linking, {THREADS} threads", title_justify="left", box=box.SIMPLE_HEAD)
    for heading in ("statements", "events", "F1", "seconds", "of the processor", "a million in", "peak memory"):
        table.add_column(heading, justify="right")
    too_much = False
    for size in given.sizes:
        command = [sys.executable, __file__, "--alone", str(size)]
        ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        its: Measured = json.loads(ran.stdout)
        table.add_row(
            f"{size:,}",
            f"{its['events']:,}",
            f"{its['f1']:.3f}",
            f"{its['seconds']:.1f}",
            f"{its['cpu']:.1f}",
            f"{its['seconds'] / size * MILLION:.0f} s",
            f"{its['peak'] / 1e9:.1f} GB",
        )
        too_much |= size == MILLION and (its["seconds"] > SLOWEST or its["peak"] > LARGEST)
    console.print(table)
    return int(too_much)


if __name__ == "__main__":
    sys.exit(main())
