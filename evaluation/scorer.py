"""The scorer that comes with the references, run as it lies in their folder: no part of it is written again here."""

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol, cast

from evaluation.cases import Case, Json
from evaluation.figure import Figure

#: Levels of agreement that are reported, each stricter than the one before.
LEVELS = ("typed", "who-whom", "complete")


class Rules(Protocol):
    """What is used of the scorer's own functions, to say of single statements what it says of all."""

    def assign(self, refs: Sequence[Json], preds: Sequence[Json]) -> tuple[list[tuple[Json, Json]], list[Json]]:
        """Pairs of a reference and a prediction, and the predictions left over."""

    def typed(self, ref: Json, pred: Json) -> bool:
        """True where the prediction's type is one of the reference's."""

    def slots(self, ref: Json, pred: Json, dated: bool) -> dict[str, tuple[bool, bool, bool]]:
        """By slot: the reference has it, the prediction has it, the two agree."""


@cache
def rules(gold: Path) -> Rules:
    """The functions of GOLD/score.py."""
    spec = spec_from_file_location("score", gold / "score.py")
    if spec is None or spec.loader is None:
        raise ValueError(f"{gold / 'score.py'} is no Python file")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Rules, module)


def score(gold: Path, cases: Sequence[Case]) -> dict[str, Any]:
    """What ``GOLD/score.py --json`` prints of these cases."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        coded = folder / "coded.jsonl"
        references = []
        with coded.open("w", encoding="utf-8") as file:
            for number, case in enumerate(cases):
                for record in (case.document, *case.statements):
                    file.write(json.dumps(record, ensure_ascii=False) + "\n")
                references.append(folder / f"{number}.gold.json")
                references[-1].write_text(json.dumps(case.reference), encoding="utf-8")
        command = [sys.executable, str(gold / "score.py"), "--json", str(coded), *map(str, references)]
        ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    scores: dict[str, Any] = json.loads(ran.stdout)
    return scores


def levels(measure: str, scores: dict[str, Any], targets: dict[str, float]) -> list[Figure]:
    """F1 at each level. The scorer gives rates in thousandths: counts are exact up to a thousand references."""
    return [
        Figure(
            measure=measure,
            name=f"{level} F1",
            value=scores[level]["f1"],
            right=round(scores[level]["r"] * scores["reference"]),
            found=scores["predicted"],
            of=scores["reference"],
            target=targets.get(level),
            note=f"{scores['documents']} documents" if level == LEVELS[0] else "",
        )
        for level in LEVELS
    ]
