"""Words per second and peak memory of `read` and of its model alone, beside a spaCy CNN: `make bench`.

All three read the same text, the samples over and over, on one thread, each in a process of its own. Seconds are those
of the processor, all threads together, so other work on the machine counts for little; the ratio is what to look at.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

from rich import box
from rich.console import Console
from rich.table import Table

#: Enough for the slowest to take seconds, so that the ratio is steady to a few per cent.
WORDS = 30_000

#: What `read` may take: so many times the CNN's time, and so many bytes.
SLOWEST = 5.0
LARGEST = 1_000_000_000

TOLD = {
    "read": "the whole of read",
    "model": "its language model alone",
    "cnn": "spaCy CNN of the same components",
}

#: Every library's way to be told to use one thread.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "RAYON_NUM_THREADS"), "1"
)


class Measured(TypedDict):
    """Words read, seconds to load, seconds of the processor to read, bytes at the peak."""

    words: int
    load: float
    seconds: float
    peak: int


def measure(name: str) -> Measured:
    """Run one contender in a process of its own; raises CalledProcessError where it fails."""
    script = Path(__file__).with_name("contenders.py")
    command = [sys.executable, str(script), name, str(WORDS)]
    ran = subprocess.run(command, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE, text=True, check=True)
    result: Measured = json.loads(ran.stdout)
    return result


def main() -> int:
    """Print the table; the exit status is 1 where `read` is slower or larger than it may be."""
    console = Console(width=None if sys.stdout.isatty() else 100, highlight=False)
    table = Table(title=f"{WORDS:,} words, one thread", title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("")
    for heading in ("words per second", "times the CNN's time", "peak memory", "time to load"):
        table.add_column(heading, justify="right")
    measured = {name: measure(name) for name in TOLD}
    reference = measured["cnn"]["seconds"]
    for name, m in measured.items():
        table.add_row(
            TOLD[name],
            f"{m['words'] / m['seconds']:,.0f}",
            f"{m['seconds'] / reference:.1f}",
            f"{m['peak'] / 1e6:,.0f} MB",
            f"{m['load']:.1f} s",
        )
    console.print(table)
    whole = measured["read"]
    fits = whole["seconds"] <= SLOWEST * reference and whole["peak"] <= LARGEST
    verdict = "within" if fits else "over"
    console.print(f"read is {verdict} its bounds: {SLOWEST:.0f} times the CNN's time, {LARGEST / 1e9:.0f} GB")
    return 0 if fits else 1


if __name__ == "__main__":
    sys.exit(main())
