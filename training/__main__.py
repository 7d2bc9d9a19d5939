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
    parser.add_argument("--without-muc4", action="store_true", help="leave out the corpus whose terms nobody states")
    options = parser.parse_args()
    model = ("--encoder", options.encoder, "--out")
    export = ("training.export", "--model", options.out, *model, str(WEIGHTS))
    muc4 = ("--without-muc4",) if options.without_muc4 else ()
    steps = (
        ("training.train", "--data", options.data, *model, options.out),
        export,
        # the heads are trained on what the reader says as exported
        ("training.train_coding", "--data", options.data, *model, options.out, *muc4),
        export,
        ("training.vectors", "--data", options.data, *model, str(WEIGHTS)),
        ("training.lemmas", "--data", options.data, "--out", str(WEIGHTS / "lemmas.tsv")),
        ("training.evaluate", "--data", options.data),
    )
    for step in steps:
        subprocess.run([sys.executable, "-m", *step], check=True)


if __name__ == "__main__":
    main()
