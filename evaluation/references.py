"""Who did what to whom in the hand-coded references, by their own scorer."""

from pathlib import Path

from evaluation import cases, scorer
from evaluation.figure import Figure, share
from watchfloor.coder import Coder

GOLD_TARGETS = {"typed": 0.84, "who-whom": 0.72, "complete": 0.45}
STATEMENTS_TARGETS = {"typed": 0.76, "who-whom": 0.62, "complete": 0.38}
#: The scorer's slots as the table lists them.
SLOTS = "actor recipient modality polarity time place citations mode speaker count stance".split()
#: Shares of the slots that a reference has and that are to be right; actor and recipient are judged by who-whom.
SLOT_TARGETS = {
    **dict.fromkeys(("modality", "polarity", "time", "place", "citations", "mode"), 0.9),
    **dict.fromkeys(("speaker", "count", "stance"), 0.8),
}
#: Share of the slots that a reference leaves empty and that are filled nevertheless.
INVENTED_TARGET = 0.1
#: With fewer cases one case more or less moves a share by more than the targets are apart.
FEWEST = 30


def gold(data: Path, gold: Path, split: str, coder: Coder) -> list[Figure]:
    """The references that lie beside the scorer; they have no split."""
    return scorer.levels("gold", scorer.score(gold, cases.of_gold(gold, coder)), GOLD_TARGETS)


def statements(data: Path, gold: Path, split: str, coder: Coder) -> list[Figure]:
    """The hand-coded documents of the corpora."""
    coded = cases.of_statements(data, gold, split, coder)
    return scorer.levels("statements", scorer.score(gold, coded), STATEMENTS_TARGETS)


def slots(data: Path, gold: Path, split: str, coder: Coder) -> list[Figure]:
    """Each slot over both together: right where a reference has it, invented where it has not."""
    scores = scorer.score(gold, cases.together(data, gold, split, coder))
    return slot_figures("slots", scores["right"], scores["invented"])


def slot_figures(
    measure: str, right: dict[str, tuple[int, int]], invented: dict[str, tuple[int, int]], *, judged: bool = True
) -> list[Figure]:
    """The scorer's counts as figures; targets count where there are cases enough."""
    figures = []
    for slot in sorted(right, key=SLOTS.index):
        hits, of = right[slot]
        target = SLOT_TARGETS.get(slot) if judged and of >= FEWEST else None
        figures.append(share(measure, f"{slot} right", hits, of, target=target, note=_few(of)))
    for slot in sorted(invented, key=SLOTS.index):
        filled, of = invented[slot]
        target = INVENTED_TARGET if judged and of >= FEWEST else None
        figures.append(share(measure, f"{slot} invented", filled, of, target=target, at_most=True, note=_few(of)))
    return figures


def _few(of: int) -> str:
    return "" if of >= FEWEST else f"fewer than {FEWEST} cases"
