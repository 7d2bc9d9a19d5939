"""Records drawn at random, to be read by eye: ``python -m evaluation.sample --data DATA [--number 30] [--seed 1]``.

They come from the samples of the package and from re3d, one statement as likely as another. Each is printed with its
sentence, the trigger in brackets, its slots and the rule that made it. The same seed and version draw the same records.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

import watchfloor
from training.corpora import lines
from watchfloor.cli.explanation import explanation
from watchfloor.coder import Coder
from watchfloor.documents import Hints, read, read_bytes, read_manifest
from watchfloor.records import Document, Statement

SAMPLES = Path(watchfloor.__file__).with_name("samples")
#: Characters of a line of print.
WIDTH = 120


def draw(documents: Iterator[Document], coder: Coder, number: int, seed: int) -> list[tuple[Document, Statement]]:
    """So many statements, in the order of the documents; all of them where there are fewer."""
    pool = [(coded.document, told) for coded in map(coder.code, documents) for told in coded.statements]
    drawn = random.Random(seed).sample(range(len(pool)), min(number, len(pool)))
    return [pool[i] for i in sorted(drawn)]


def samples() -> Iterator[Document]:
    """The documents that come with the package."""
    for path, hints in read_manifest(str(SAMPLES / "manifest.csv")):
        yield read(path, hints)


def re3d(data: Path, split: str) -> Iterator[Document]:
    """The documents of re3d, which have no day of publication."""
    for row in lines(data / "re3d" / f"{split}.jsonl"):
        yield read_bytes(row["text"].encode(), f"re3d/{row['id']}.txt", Hints(title=row["title"], url=row["url"]))


def main() -> None:
    """Draw and print."""
    arguments = argparse.ArgumentParser(
        prog="python -m evaluation.sample", description="Draw records to be read by eye."
    )
    arguments.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    arguments.add_argument("--split", default="dev", help="part of re3d to draw from (dev)")
    arguments.add_argument("--number", type=int, default=30, help="how many (30)")
    arguments.add_argument("--seed", type=int, default=1, help="another seed draws others (1)")
    options = arguments.parse_args()
    console = Console(width=WIDTH, highlight=False)

    def documents() -> Iterator[Document]:
        yield from samples()
        yield from re3d(options.data, options.split)

    for number, (document, told) in enumerate(draw(documents(), Coder.load(), options.number, options.seed), 1):
        console.print(f"{number}. {Path(document.path).name}, at {told.trigger.start:,}", style="bold", markup=False)
        console.print(explanation(told))


if __name__ == "__main__":
    main()
