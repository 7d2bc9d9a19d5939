"""The whole recipe: ``python -m training --data FOLDER --encoder FOLDER --out FOLDER``.

Checks the data, trains, exports into the package, compiles the lemmas, and prints the scores.
"""

import argparse
import subprocess
import sys
from pathlib import Path

WEIGHTS = Path(__file__).parents[1] / "src" / "watchfloor" / "language" / "weights"


def main() -> None:
    """Run the steps one after the other; each is a module that can be run alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of the corpora, see manifest.csv")
    parser.add_argument("--encoder", required=True, help="folder of the base encoder")
    parser.add_argument("--out", required=True, help="folder for checkpoints")
    options = parser.parse_args()
    steps = {
        "training.train": ("--data", options.data, "--encoder", options.encoder, "--out", options.out),
        "training.export": ("--model", options.out, "--encoder", options.encoder, "--out", str(WEIGHTS)),
        "training.lemmas": ("--data", options.data, "--out", str(WEIGHTS / "lemmas.tsv")),
        "training.evaluate": ("--data", options.data),
    }
    for module, arguments in steps.items():
        subprocess.run([sys.executable, "-m", module, *arguments], check=True)


if __name__ == "__main__":
    main()
