"""What a measure is given, what it needs to be there, and how the commands ask for it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.figure import Figure
from watchfloor.coder import Coder


@dataclass(frozen=True, slots=True)
class Inputs:
    """The folder of corpora, the folder of references with its scorer, the part to measure on, and what is measured."""

    data: Path
    gold: Path
    split: str
    coder: Coder

    def missing(self, needs: tuple[str, ...]) -> list[Path]:
        """The files of ``needs`` ("DATA/timex/SPLIT.jsonl", "GOLD/score.py") that are not there."""
        return [path for need in needs if not (path := self._path(need)).exists()]

    def _path(self, need: str) -> Path:
        root, _, rest = need.partition("/")
        return {"DATA": self.data, "GOLD": self.gold}[root] / rest.replace("SPLIT", self.split)


@dataclass(frozen=True, slots=True)
class Measure:
    """A name, the files it needs, and the function that gives its figures."""

    name: str
    needs: tuple[str, ...]
    run: Callable[[Inputs], list[Figure]]


def corpus(name: str, measure: Callable[[Path, str, Coder], list[Figure]], folder: str | None = None) -> Measure:
    """A measure on DATA/``folder``/SPLIT.jsonl; the folder is named as the measure unless it says otherwise."""
    needs = (f"DATA/{folder or name}/SPLIT.jsonl",)
    return Measure(name, needs, lambda inputs: measure(inputs.data, inputs.split, inputs.coder))


def judged(name: str, measure: Callable[[Path, Path, str, Coder], list[Figure]], *needs: str) -> Measure:
    """A measure that takes GOLD as well, with its scorer."""
    needed = ("GOLD/score.py", *needs)
    return Measure(name, needed, lambda inputs: measure(inputs.data, inputs.gold, inputs.split, inputs.coder))


def parser(command: str, description: str) -> argparse.ArgumentParser:
    """The options that every command of the bench has."""
    made = argparse.ArgumentParser(prog=command, description=description)
    made.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    made.add_argument("--gold", type=Path, default=Path("gold"), help="folder of the references and scorer (gold)")
    made.add_argument("--split", default="dev", help="part of the corpora to look at (dev)")
    return made
