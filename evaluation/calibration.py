"""Is `confidence` what it says? Of statements given 0.8, 8 in 10 should be right.

A statement is right where a reference says the same of the same words: the type, the actors and the recipients agree
(the scorer's who-whom; references that are not core count as well). What no reference says is wrong. Beside it stands
how often the type alone agrees. Only GOLD is looked at: confidence was fitted on the dev part of the coded documents.

``python -m evaluation.calibration --data DATA --gold GOLD --split dev`` prints the reliability table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import cases, page, scorer, table
from evaluation.cases import Case
from evaluation.figure import Figure, share
from evaluation.inputs import parser
from evaluation.reliability_plot import draw
from watchfloor.coder import Coder

#: Bins of equal width between 0 and 1.
BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement's id and confidence, whether its type is right, and whether it is right as a whole."""

    id: str
    confidence: float
    typed: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of like confidence: how many, their mean confidence, and the shares that are right."""

    count: int
    confidence: float
    typed: float
    right: float


def measure(_data: Path, gold: Path, _split: str, coder: Coder) -> list[Figure]:
    """The expected calibration error: how far confidence and share right lie apart in a bin, weighted by its size."""
    verdicts = judged(gold, cases.of_gold(gold, coder))
    bins = binned(verdicts)
    of = sum(b.count for b in bins)
    right = error([(b.count, b.confidence, b.right) for b in bins])
    typed = error([(b.count, b.confidence, b.typed) for b in bins])
    return [
        Figure(measure="calibration", name="expected error", value=right, of=of, at_most=True, note="right: who-whom"),
        Figure(measure="calibration", name="the same, type alone", value=typed, of=of, at_most=True),
        share(
            "calibration",
            "right ranked above wrong",
            *ranked(verdicts),
            note="pairs; ties are half: a constant gets 0.5",
        ),
    ]


def judged(gold: Path, together: Sequence[Case]) -> list[Judged]:
    """Every statement of some documents."""
    rules = scorer.rules(gold)
    return [verdict for case in together for verdict in _judge(rules, case)]


def _judge(rules: scorer.Rules, case: Case) -> list[Judged]:
    pairs, alone = rules.assign(case.reference["statements"], case.statements)
    found = [Judged(told["id"], told["confidence"], typed=False, right=False) for told in alone]
    for reference, told in pairs:
        typed = rules.typed(reference, told)
        slots = rules.slots(reference, told, False)
        right = typed and slots["actor"][2] and slots["recipient"][2]
        found.append(Judged(told["id"], told["confidence"], typed, right))
    return found


def binned(verdicts: Sequence[Judged]) -> list[Bin]:
    """The bins that hold a statement, from low to high; a confidence of 1 belongs to the last."""
    held: dict[int, list[Judged]] = {}
    for verdict in verdicts:
        # hundredths, as confidence is rounded: 0.3 is not always 3 times 0.1
        held.setdefault(min(round(verdict.confidence * 100) * BINS // 100, BINS - 1), []).append(verdict)
    return [
        Bin(
            count=len(group),
            confidence=sum(v.confidence for v in group) / len(group),
            typed=sum(v.typed for v in group) / len(group),
            right=sum(v.right for v in group) / len(group),
        )
        for _, group in sorted(held.items())
    ]


def ranked(verdicts: Sequence[Judged]) -> tuple[float, int]:
    """Of all pairs of a right and a wrong statement, those whose right one has more confidence, and how many pairs."""
    right = [v.confidence for v in verdicts if v.right]
    wrong = [v.confidence for v in verdicts if not v.right]
    return sum((r > w) + (r == w) / 2 for r in right for w in wrong), len(right) * len(wrong)


def error(bins: Sequence[tuple[int, float, float]]) -> float:
    """The expected calibration error of bins given as (count, confidence, share right); 0 where there are none."""
    of = sum(count for count, _, _ in bins)
    return sum(count * abs(confidence - right) for count, confidence, right in bins) / of if of else 0.0


def main() -> None:
    """Print the reliability table, and draw it where a file is named."""
    arguments = parser("python -m evaluation.calibration", "How often statements of like confidence are right.")
    arguments.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw the reliability plot there")
    arguments.add_argument("--page", type=Path, metavar="FILE.md", help="put the table into this page as well")
    options = arguments.parse_args()
    bins = binned(judged(options.gold, cases.of_gold(options.gold, Coder.load())))
    headings = ("statements", "confidence", "right", "type right")
    rows = [(str(b.count), f"{b.confidence:.2f}", f"{b.right:.2f}", f"{b.typed:.2f}") for b in bins]
    table.show_rows(headings, rows)
    if options.page:
        page.write(options.page, "reliability", page.rows(headings, rows, align="---:"))
    if options.plot:
        options.plot.write_text(draw([(b.count, b.confidence, b.right) for b in bins]), encoding="utf-8")


if __name__ == "__main__":
    main()
